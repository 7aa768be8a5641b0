/** The words of the tracking page itself; titles, headers and findings come with the data. */
import { SEVERITY_WORDS } from '../../findings/severity-words.js';
import type { Severity } from '../../model.js';

export const PAGE_WORDS = {
  draft: 'DỰ THẢO',
  period: 'Kỳ ',
  asOf: 'Số liệu đến ngày ',
  skip: 'Đến phần bảng số liệu',
  search: 'Tìm trong trang (không cần gõ dấu)',
  searchHint: 'Ví dụ: hoa phong, VH301',
  clear: 'Xóa tìm',
  headlines: 'Chỉ tiêu chính',
  heat: 'Từng đơn vị theo chỉ tiêu chính',
  heatLegend: 'Màu đậm dần từ tỷ lệ thấp nhất đến cao nhất của từng cột:',
  lowest: 'thấp nhất',
  highest: 'cao nhất',
  charts: 'So sánh giữa các đơn vị, theo chỉ tiêu',
  work: 'Việc phải làm',
  senders: 'Tình hình từng đơn vị',
  hintFigures:
    'Bấm vào một số (hoặc chọn bằng phím mũi tên rồi nhấn Enter) để xem số đó từ đâu mà có; bấm vào tên đơn vị để xem riêng đơn vị đó.',
  close: 'Đóng',
  back: 'Trở lại',
  coverage: 'Số liệu của ',
  unit: 'Đơn vị',
  reach: { exceeded: 'Vượt', reached: 'Đạt', missed: 'Chưa đạt' },
  rising: '▲',
  falling: '▼',
  tables: 'Bảng chi tiết',
  findings: 'Nội dung cần xử lý theo đơn vị',
  severities: 'Mức độ',
  reported: 'Đơn vị đã gửi số liệu',
  passed: 'Đạt',
  mustCorrect: SEVERITY_WORDS.error,
  toConfirm: SEVERITY_WORDS.warning,
  countedFrom: 'tính đến ngày ',
  deadline: 'hạn nộp của cấp xã: ',
  silent: 'Chưa có số liệu',
  files: 'Tệp đã đọc',
  silentList: 'Chưa có số liệu: ',
  noSilent: 'Tất cả các đơn vị đã có số liệu.',
  noFindings: 'Không có nội dung nào cần xử lý.',
  noUnit: 'Chung, hoặc chưa rõ của đơn vị nào',
  sameCause: 'Cùng nguyên nhân, sửa trước: ',
  hint: 'Cách xử lý: ',
  basis: 'Căn cứ: ',
  place: 'Vị trí: ',
  accepted: 'Đã xác nhận: ',
  trial: 'Đang theo dõi, chưa tính là lỗi.',
  sort: 'Sắp xếp theo cột này',
  table: 'Bảng: ',
  printed:
    'Nội dung lấy từ results.json của lần tổng hợp; trang này không cần kết nối mạng. Bản in chỉ có phần đang mở, không có các lưu ý; các bảng chi tiết có trong tong-hop.xlsx.',
} as const;

/** "12 phải sửa": counts in the heading of a unit. */
export const SEVERITY_COUNTS: Readonly<Record<Severity, string>> = {
  error: 'phải sửa',
  warning: 'cần xác nhận',
  info: 'lưu ý',
};

/** A table of which not all lines stand on the page. */
export const moreRows = (count: string): string =>
  `Bảng có ${count} dòng; trang này chỉ ghi một phần (các dòng cộng, nếu có), đủ cả trong tong-hop.xlsx.`;

/** Days from the day counted from to the deadline. */
export const daysLeftWords = (days: number): string =>
  days > 0 ? `còn ${days} ngày` : days === 0 ? 'đúng ngày hết hạn' : `quá hạn ${-days} ngày`;

export const moreFindings = (count: string): string =>
  `Còn ${count} nội dung khác của đơn vị này, xem findings.csv hoặc tong-hop.xlsx.`;
