/** VH111-VH129, VH168: findings about a workbook's container: damaged, cut, contradictory or dangerous. */
import { defineFindings } from './define.js';

const RESEND = 'Đề nghị đơn vị gửi lại tệp; nếu còn mở được bằng Excel thì lưu thành tệp .xlsx mới rồi gửi.';
const SHRINK = 'Chép riêng biểu số liệu sang mẫu mới, bỏ các trang và định dạng thừa, rồi gửi lại.';

export const PACKAGE_FINDINGS = defineFindings({
  'file/cut-short': {
    number: 'VH111',
    severity: 'error',
    message: 'Tệp không còn nguyên vẹn: bị cắt cụt hoặc hỏng khi tải về, chép hay gửi.',
    hint: RESEND,
  },
  'file/damaged-part': {
    number: 'VH112',
    severity: 'error',
    message: 'Tệp bị hỏng: phần “{part}” không còn nguyên vẹn.',
    hint: RESEND,
  },
  'file/contradictory-part': {
    number: 'VH113',
    severity: 'error',
    message: 'Tệp bị hỏng: những gì tệp tự ghi về phần “{part}” không khớp nhau.',
    hint: RESEND,
  },
  'file/doubled-part': {
    number: 'VH114',
    severity: 'error',
    message: 'Sổ tính chứa hai phần cùng tên “{part}”, không rõ phần nào đúng.',
    hint: RESEND,
  },
  'file/trailing-data': {
    number: 'VH115',
    severity: 'error',
    message: 'Tệp bị hỏng: có {bytes} byte thừa không thuộc phần nào.',
    hint: RESEND,
  },
  'file/unsafe-part': {
    number: 'VH116',
    severity: 'error',
    message: 'Sổ tính chứa phần có tên không an toàn “{part}”.',
    hint: 'Không mở tệp này; báo người phụ trách công nghệ thông tin và đề nghị đơn vị gửi lại từ mẫu gốc.',
  },
  'file/over-size': {
    number: 'VH117',
    severity: 'error',
    message: 'Nội dung giải nén của sổ tính vượt giới hạn an toàn {megabytes} MB (phần “{part}”).',
    hint: SHRINK,
  },
  'file/over-ratio': {
    number: 'VH126',
    severity: 'error',
    message: 'Phần “{part}” của sổ tính nén quá chặt (trên {ratio} lần), vượt giới hạn an toàn.',
    hint: SHRINK,
  },
  'file/over-count': {
    number: 'VH127',
    severity: 'error',
    message: 'Sổ tính có {count} phần bên trong, vượt giới hạn an toàn {limit}.',
    hint: SHRINK,
  },
  'file/too-many-cells': {
    number: 'VH128',
    severity: 'error',
    message: 'Tệp có quá nhiều ô để là biểu số liệu (đếm được {count} ở phần “{part}”, giới hạn {limit}).',
    hint: SHRINK,
  },
  'file/too-much-text': {
    number: 'VH189',
    severity: 'error',
    message:
      'Trang “{sheet}” có quá nhiều ô chứa đoạn chữ dài (tổng cộng trên {millions} triệu ký tự), không phải biểu số liệu.',
    hint: 'Xóa các đoạn văn bản dán trong ô, chỉ giữ biểu số liệu; phần thuyết minh gửi thành tệp riêng.',
  },
  'file/over-long-text': {
    number: 'VH129',
    severity: 'error',
    message: 'Phần “{part}” của sổ tính có một đoạn chữ dài {kilobytes} KB, dài hơn mọi ô Excel cho phép.',
    hint: SHRINK,
  },
  'file/missing-part': {
    number: 'VH118',
    severity: 'error',
    message: 'Tệp bị hỏng: bị mất phần “{part}”.',
    hint: RESEND,
  },
  'file/absent-part': {
    number: 'VH168',
    severity: 'info',
    message:
      'Sổ tính nhắc tới {count} phần không có trong tệp ({parts}); các phần này không chứa số liệu nên biểu vẫn được đọc đủ.',
    hint: 'Không cần làm gì; nếu thấy thiếu ảnh hoặc ghi chú thì mở bằng Excel, lưu lại và gửi lại.',
  },
  'file/doctype': {
    number: 'VH119',
    severity: 'error',
    message: 'Sổ tính chứa nội dung lạ mà Excel không bao giờ ghi (phần “{part}”), có thể gây hại.',
    hint: 'Không mở tệp này; đề nghị đơn vị điền lại trên mẫu gốc.',
  },
  'file/bad-xml': {
    number: 'VH120',
    severity: 'error',
    message: 'Tệp bị hỏng: phần “{part}” bị cắt giữa chừng hoặc ghi sai.',
    hint: RESEND,
  },
  'file/bad-cell': {
    number: 'VH121',
    severity: 'error',
    message: 'Sổ tính ghi sai ô {cell} của trang “{sheet}”: “{text}”.',
    hint: RESEND,
  },
  'file/lost-text': {
    number: 'VH122',
    severity: 'error',
    message:
      'Tệp bị hỏng: chữ của ô {cell} trang “{sheet}” đã mất (mục {index}, trong khi tệp chỉ còn {count} mục chữ).',
    hint: RESEND,
  },
  'file/doubled-cell': {
    number: 'VH123',
    severity: 'error',
    message: 'Trang “{sheet}” ghi {count} ô hoặc dòng hai lần ({cells}), không rõ lần nào đúng.',
    hint: RESEND,
  },
  'file/closed-part': {
    number: 'VH124',
    severity: 'error',
    message: 'Phần “{part}” của sổ tính được khóa hoặc nén theo cách Excel không dùng.',
    hint: 'Mở bằng Excel, chọn Lưu thành → Excel Workbook (.xlsx), không đặt mật khẩu, rồi gửi lại.',
  },
  'file/no-sheets': {
    number: 'VH125',
    severity: 'error',
    message: 'Sổ tính không có trang tính nào.',
    hint: RESEND,
  },
});
