/** States of a figure, what a report prints of it, its findings and earlier periods, in words. */
import type { Finding, TracedEarlier } from '../model.js';
import { formatDate } from '../values/number-format.js';

const WHY: Readonly<Record<string, string>> = {
  missing: 'ô để trống',
  notApplicable: 'không áp dụng',
  pending: 'còn chờ quyết định',
  excluded: 'bị loại vì có lỗi chưa sửa',
  notReported: 'chưa gửi biểu',
  partlyReported: 'mới có ở một số dòng, chưa đủ để cộng',
};

/** Why a unit has no figure. */
export const whyWords = (why: string | undefined): string => WHY[why ?? ''] ?? 'chưa có số liệu dùng được';

const QUANTITIES: Readonly<Record<string, string>> = {
  n: 'tử số',
  d: 'mẫu số',
  rate: 'tỷ lệ',
  reported: 'số đơn vị có đủ số liệu của chỉ tiêu',
  expected: 'số đơn vị phải báo cáo chỉ tiêu',
  pending: 'số còn chờ quyết định',
  low: 'tỷ lệ thấp nhất có thể khi tính cả đơn vị chưa báo cáo',
  high: 'tỷ lệ cao nhất có thể khi tính cả đơn vị chưa báo cáo',
  allAwarded: 'tỷ lệ nếu số chờ quyết định đều đạt',
  nSum: 'cộng các dòng trong bảng',
  dSum: 'cộng các dòng trong bảng',
  change: 'chênh lệch so với kỳ trước',
  points: 'chênh lệch điểm phần trăm so với kỳ trước',
  target: 'chỉ tiêu được giao',
  targetPoints: 'chênh lệch so với chỉ tiêu được giao',
  targetNeeded: 'số còn thiếu để đạt chỉ tiêu được giao',
  assigned: 'số đơn vị được giao chỉ tiêu',
  unitsReached: 'số đơn vị đạt chỉ tiêu được giao',
  unitsExceeded: 'số đơn vị vượt chỉ tiêu được giao',
  rates: 'số đơn vị có tỷ lệ',
  share: 'tỷ trọng trong tổng số',
  ofWhole: 'chỉ của các đơn vị có đủ số liệu để tính tổng số',
  shareOfWhole: 'tỷ trọng trong tổng số của các đơn vị có đủ số liệu để tính tổng số',
  withBelow: 'cộng với số của các đơn vị cấp xã',
  districts: 'số đơn vị cấp huyện có',
  planNumber: 'số đơn vị đã ban hành kế hoạch',
  targetsMet: 'số chỉ tiêu kế hoạch đã đạt',
  targetsMissed: 'số chỉ tiêu kế hoạch chưa đạt',
  targetsOpen: 'số chỉ tiêu kế hoạch chưa đủ căn cứ kết luận',
  reachWhole: 'số đơn vị đạt mức chỉ tiêu chung',
  shortOfWhole: 'số đơn vị thấp hơn mức chỉ tiêu chung',
  heldAgainstWhole: 'số đơn vị có tỷ lệ để so với chỉ tiêu chung',
  compared: 'số chỉ tiêu chính so sánh được với kỳ trước',
  up: 'số chỉ tiêu tăng so với kỳ trước',
  down: 'số chỉ tiêu giảm so với kỳ trước',
  same: 'số chỉ tiêu không thay đổi so với kỳ trước',
  without: 'số đơn vị không có',
};

/** Which of the figures of an indicator is meant; the common ground of two periods says so. */
export function quantityWords(quantity: string): string | undefined {
  const common = /^(.+)Common$/u.exec(quantity)?.[1];
  if (common !== undefined) {
    const words = QUANTITIES[common];
    return words === undefined ? undefined : `${words}, trên các đơn vị có số liệu ở cả hai kỳ`;
  }
  return QUANTITIES[quantity];
}

/** "VH347 (Biểu 01 M9): …"; of an accepted one also by whom and why. */
export function findingWords({ number, at, message, accepted }: Finding): {
  readonly text: string;
  readonly accepted?: string;
} {
  const place = [at.sheet, at.cell].filter((part) => part !== undefined && part !== '').join(' ');
  const text = `${number}${place === '' ? '' : ` (${place})`}: ${message}`;
  if (accepted === undefined) return { text };
  const { reason, person, date } = accepted;
  return { text, accepted: `${number} ${message} Lý do: ${reason} (${person}, ${formatDate(date)}).` };
}

/** What an earlier period said, as published and on today's ground, and where that stands. */
export const earlierWords = ({ published, restated, sources }: TracedEarlier): string =>
  [
    published.length === 0 ? 'không có số đã công bố' : `đã công bố ${published.join('; ')}`,
    ...(restated === undefined ? [] : [`tính theo địa giới hiện nay ${restated}`]),
    `nguồn: ${sources.join(', ')}`,
  ].join('; ');
