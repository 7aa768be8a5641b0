/** VH220-VH225: findings about letters: old Vietnamese fonts and encodings, misread UTF-8, look-alike letters. */
import { defineFindings } from './define.js';

export const TEXT_FINDINGS = defineFindings({
  'text/legacy-converted': {
    number: 'VH220',
    severity: 'info',
    message: 'Trang “{sheet}” có {count} ô chữ theo bảng mã cũ {encoding}, đã đọc sang Unicode: {samples}.',
    hint: 'Kiểm tra vài tên ở cột bên phải dấu mũi tên; nếu đúng thì không cần sửa.',
  },
  'text/encoding-unclear': {
    number: 'VH221',
    severity: 'warning',
    message: 'Trang “{sheet}” có {count} ô chữ có thể theo bảng mã cũ nhưng chưa chắc chắn: {samples}.',
    hint: 'Đề nghị đơn vị gõ lại các ô này bằng Unicode; trong khi chờ, chữ được giữ nguyên như trong tệp.',
  },
  'text/look-alike-letters': {
    number: 'VH222',
    severity: 'info',
    message:
      'Trang “{sheet}” có {count} ô dùng chữ giống chữ Việt nhưng sai mã (Ð, ƣ), đã đọc là Đ, ư: {samples}.',
    hint: 'Không cần sửa; lần sau gõ bằng bộ gõ Unicode.',
  },
  'text/csv-encoding-read': {
    number: 'VH223',
    severity: 'info',
    message: 'Chữ trong tệp theo bảng mã cũ {encoding}, đã đọc sang Unicode: {samples}.',
    hint: 'Kiểm tra các chữ trên; nếu đúng thì không cần sửa, lần sau lưu bằng loại “CSV UTF-8”.',
  },
  'text/csv-encoding-unclear': {
    number: 'VH224',
    severity: 'error',
    message: 'Chữ trong tệp không theo Unicode và không rõ theo bảng mã nào. Các cách đọc: {readings}.',
    hint: 'Mở bằng Excel, chọn Lưu thành → “CSV UTF-8 (phân tách bằng dấu phẩy)”, rồi gửi lại.',
  },
  'text/letters-lost': {
    number: 'VH225',
    severity: 'warning',
    message: 'Chữ có dấu trong tệp đã bị thay bằng dấu hỏi ở {count} ô: {samples}.',
    hint: 'Đề nghị đơn vị lưu lại từ tệp gốc bằng loại “CSV UTF-8” hoặc gửi tệp Excel (.xlsx).',
  },
});
