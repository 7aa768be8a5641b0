/** What `return` prints: a line per unit answered, how resubmissions compare, where the files are. */
import type { Reply, ResubmissionComparison } from '../model.js';
import { safeText } from './safe-text.js';
import { textTable } from './text-table.js';

export interface ReturnsShown {
  readonly replies: readonly Reply[];
  readonly comparisons: ReadonlyMap<string, ResubmissionComparison>;
  readonly folder: string;
  /** Reasons that communes gave. */
  readonly reasons: number;
}

export function returnsText({ replies, comparisons, folder, reasons }: ReturnsShown): string {
  const rows = replies.map((reply) => [
    safeText(reply.name),
    `${reply.corrections.length} phải sửa`,
    `${reply.gaps.length} cần bổ sung`,
    `${reply.questions.length} cần xác nhận`,
    comparisonWords(reply.comparison),
  ]);
  const settled = [...comparisons].filter(([unit]) => !replies.some((reply) => reply.unit === unit)).length;
  return [
    ...(rows.length === 0 ? [] : [textTable(rows)]),
    ...(settled === 0 ? [] : [`${settled} đơn vị gửi lại đã sửa xong.`]),
    ...(reasons === 0 ? [] : [`${reasons} lý do của đơn vị ghi ở de-xuat-xac-nhan.csv, chờ quyết định.`]),
    `Đã lập đề nghị sửa cho ${replies.length} đơn vị trong “${folder}”.`,
    ...(rows.length === 0
      ? ['Tiếp theo: tdkvh status xem đơn vị chưa gửi.']
      : ['Tiếp theo: gửi tệp cho từng đơn vị; nhận lại thì chép vào submissions rồi chạy tdkvh status.']),
  ].join('\n');
}

/** "gửi lại: 3 đã sửa, 1 chưa sửa, 2 đổi ngoài yêu cầu". */
function comparisonWords(comparison: ResubmissionComparison | undefined): string {
  if (comparison === undefined) return '';
  const { corrected, notCorrected, fresh, unasked } = comparison;
  const counts = [
    [corrected.length, 'đã sửa'],
    [notCorrected.length, 'chưa sửa'],
    [fresh.length, 'mới'],
    [unasked.length, 'đổi ngoài yêu cầu'],
  ] as const;
  const words = counts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  return `gửi lại: ${words.length === 0 ? 'không thay đổi' : words.join(', ')}`;
}
