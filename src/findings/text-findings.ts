/** VH220-VH239: findings about letters: old Vietnamese fonts and encodings, misread UTF-8, look-alike letters. */
import { defineFindings } from './define.js';

const UNICODE = 'Dùng bảng mã Unicode (phông Times New Roman, Arial) trong Unikey và trong sổ tính.';

export const TEXT_FINDINGS = defineFindings({
  'text/legacy-converted': {
    number: 'VH220',
    severity: 'info',
    message: 'Trang “{sheet}” có {count} ô chữ theo bảng mã cũ {encoding}, đã đọc sang Unicode: {samples}.',
    hint: 'Kiểm tra vài tên ở cột bên phải dấu mũi tên; nếu đúng thì không cần sửa.',
    cause:
      'Chữ được gõ bằng phông cũ (.VnTime, VNI-Times …) hoặc tệp bị đọc nhầm bảng mã khi lưu; số liệu không bị ảnh hưởng.',
    example: '“X· T©n LËp” trong phông .VnTime là “Xã Tân Lập”.',
    remedy: UNICODE,
  },
  'text/encoding-unclear': {
    number: 'VH221',
    severity: 'warning',
    message: 'Trang “{sheet}” có {count} ô chữ có thể theo bảng mã cũ nhưng chưa chắc chắn: {samples}.',
    hint: 'Đề nghị đơn vị gõ lại các ô này bằng Unicode; trong khi chờ, chữ được giữ nguyên như trong tệp.',
    cause:
      'Chữ đọc theo bảng mã cũ thì có nghĩa, nhưng không trùng tên đơn vị hay tiêu đề nào đã biết nên không tự đổi.',
    example: 'Ô ghi “Th«n §oµi” không dùng phông .VnTime: có thể là “Thôn Đoài”.',
    remedy: UNICODE,
  },
  'text/look-alike-letters': {
    number: 'VH222',
    severity: 'info',
    message:
      'Trang “{sheet}” có {count} ô dùng chữ giống chữ Việt nhưng sai mã (Ð, ƣ), đã đọc là Đ, ư: {samples}.',
    hint: 'Không cần sửa; lần sau gõ bằng bộ gõ Unicode.',
    cause: 'Tệp được chuyển từ PDF hoặc phông cũ nên chữ Đ, ư thành chữ của ngôn ngữ khác trông giống hệt.',
    example: '“Ðồng Nai” có chữ Ð (U+00D0) thay cho Đ.',
    remedy: 'Gõ lại bằng Unikey, bảng mã Unicode dựng sẵn.',
  },
  'text/csv-encoding-read': {
    number: 'VH223',
    severity: 'info',
    message: 'Chữ trong tệp theo bảng mã cũ {encoding}, đã đọc sang Unicode: {samples}.',
    hint: 'Kiểm tra các chữ trên; nếu đúng thì không cần sửa, lần sau lưu bằng loại “CSV UTF-8”.',
    cause:
      'Tệp được lưu bằng loại “CSV” thường hoặc từ phần mềm cũ; bảng mã được nhận ra nhờ tên đơn vị và tiêu đề đã biết.',
    example: 'Tệp CSV xuất từ phần mềm kế toán cũ dùng TCVN3.',
    remedy: 'Lưu bằng loại “CSV UTF-8 (phân tách bằng dấu phẩy)” hoặc gửi tệp Excel (.xlsx).',
  },
  'text/csv-encoding-unclear': {
    number: 'VH224',
    severity: 'error',
    message: 'Chữ trong tệp không theo Unicode và không rõ theo bảng mã nào. Các cách đọc: {readings}.',
    hint: 'Mở bằng Excel, chọn Lưu thành → “CSV UTF-8 (phân tách bằng dấu phẩy)”, rồi gửi lại.',
    cause: 'Tệp dùng bảng mã cũ nhưng không có đủ tên đơn vị, tiêu đề đã biết để nhận ra là bảng mã nào.',
    example: 'Tệp chỉ có vài chữ có dấu, đọc theo hai bảng mã đều ra chữ lạ.',
    remedy: 'Lưu lại bằng loại “CSV UTF-8” hoặc gửi tệp Excel (.xlsx).',
  },
  'text/letters-lost': {
    number: 'VH225',
    severity: 'warning',
    message: 'Chữ có dấu trong tệp đã bị thay bằng dấu hỏi ở {count} ô: {samples}.',
    hint: 'Đề nghị đơn vị lưu lại từ tệp gốc bằng loại “CSV UTF-8” hoặc gửi tệp Excel (.xlsx).',
    cause:
      'Loại “CSV” thường của Excel không giữ được chữ tiếng Việt; chữ đã mất không khôi phục được từ tệp này.',
    example: '“Xã Tân Lập” thành “X? T?n L?p”.',
    remedy: 'Mở tệp gốc, chọn Lưu thành → “CSV UTF-8 (phân tách bằng dấu phẩy)”.',
  },
});
