/** What `return` prints: a line per unit answered, how resubmissions compare, where the files are. */
import type { Reply, ResubmissionComparison } from '../../../model.js';
import { safeText } from '../../../values/safe-text.js';
import { textTable } from '../../screen/text-table.js';
import { hanging } from '../../screen/wrap-text.js';
import { shownPath } from '../../screen/shown-path.js';
import { asCalled } from '../../screen/as-called.js';
import { nextSteps } from '../../screen/next-steps.js';

export interface ReturnsShown {
  readonly replies: readonly Reply[];
  readonly comparisons: ReadonlyMap<string, ResubmissionComparison>;
  readonly folder: string;
  /** Reasons that communes gave. */
  readonly reasons: number;
  readonly columns: number;
}

export function returnsText({ replies, comparisons, folder, reasons, columns }: ReturnsShown): string {
  const rows = replies.map((reply) => [
    safeText(reply.name),
    openWords(reply),
    comparisonWords(reply.comparison),
  ]);
  const wrap = (lead: string, text: string): string => hanging(lead, text, columns);
  const resolved = [...comparisons].filter(([unit]) => !replies.some((reply) => reply.unit === unit)).length;
  return [
    ...(rows.length === 0 ? [] : [textTable(rows)]),
    ...(resolved === 0 ? [] : [`${resolved} đơn vị gửi lại đã sửa xong.`]),
    ...(reasons === 0
      ? []
      : [
          wrap(
            '',
            asCalled(
              `${reasons} lý do của đơn vị ghi ở de-xuat-xac-nhan.csv, chờ quyết định; chấp nhận thì chạy tdkvh accept.`,
            ),
          ),
        ]),
    rows.length === 0
      ? 'Không có đơn vị nào cần đề nghị sửa.'
      : wrap('', `Đã lập đề nghị sửa cho ${replies.length} đơn vị trong “${safeText(shownPath(folder))}”.`),
    nextSteps(
      [
        {
          text:
            rows.length === 0
              ? 'xem đơn vị chưa gửi'
              : 'gửi tệp cho từng đơn vị; nhận lại thì chép vào submissions, xem ai đã gửi',
          run: 'status',
        },
      ],
      columns,
    ),
  ].join('\n');
}

/** "2 phải sửa, 1 cần xác nhận". */
const openWords = ({ corrections, gaps, questions }: Reply): string =>
  (
    [
      [corrections.length, 'phải sửa'],
      [gaps.length, 'cần bổ sung'],
      [questions.length, 'cần xác nhận'],
    ] as const
  )
    .flatMap(([count, word]) => (count > 0 ? [`${count} ${word}`] : []))
    .join(', ');

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
