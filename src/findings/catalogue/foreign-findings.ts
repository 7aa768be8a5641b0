/** VH158-VH169: findings about old and other spreadsheet formats, and about what a workbook carries besides figures. */
import { defineFindings } from './define.js';

const SAVE_AS =
  'Mở bằng Excel, chọn Tệp → Lưu thành → Excel Workbook (.xlsx), kiểm tra số liệu rồi gửi tệp .xlsx.';

export const FOREIGN_FINDINGS = defineFindings({
  'file/foreign-read': {
    number: 'VH158',
    severity: 'info',
    message: 'Tệp ở dạng {format}; số liệu đã được đọc.',
    hint: 'Lần sau nên lưu thành Excel Workbook (.xlsx).',
  },
  'file/foreign-failed': {
    number: 'VH159',
    severity: 'error',
    message: 'Tệp dạng {format} bị hỏng, có mật khẩu hoặc được lưu theo cách không đọc được.',
    hint: SAVE_AS,
  },
  'file/foreign-too-heavy': {
    number: 'VH160',
    severity: 'error',
    message: 'Đọc tệp dạng {format} tốn quá nhiều bộ nhớ hoặc thời gian nên đã dừng; tệp này chưa được tính.',
    hint: SAVE_AS,
  },
  'file/ods-encrypted': {
    number: 'VH167',
    severity: 'error',
    message: 'Bảng tính OpenDocument (.ods) có mật khẩu mở tệp nên không đọc được số liệu.',
    hint: 'Mở bằng LibreOffice, chọn Tệp → Lưu thành, bỏ dấu “Lưu với mật khẩu”, chọn loại Excel (.xlsx), rồi gửi tệp mới.',
  },
  'file/iwork': {
    number: 'VH169',
    severity: 'error',
    message: 'Tệp do phần mềm Numbers hoặc Pages của Apple lưu, chưa đọc được số liệu.',
    hint: 'Mở tệp bằng Numbers, chọn Tệp → Xuất sang → Excel, chọn loại .xlsx, rồi gửi tệp .xlsx.',
  },
  'file/macros': {
    number: 'VH161',
    severity: 'info',
    message: 'Sổ tính có macro; macro không được chạy, chỉ đọc số liệu đã lưu.',
    hint: 'Nếu số liệu do macro tính ra, đề nghị đơn vị chạy macro, kiểm tra và lưu thành .xlsx rồi gửi lại.',
  },
  'file/embedded-objects': {
    number: 'VH162',
    severity: 'info',
    message: 'Sổ tính có đối tượng nhúng (tệp khác, nút điều khiển); nội dung bên trong không được đọc.',
    hint: 'Nếu đối tượng nhúng chứa biểu số liệu thì gửi biểu đó thành tệp riêng.',
  },
  'file/connections': {
    number: 'VH163',
    severity: 'info',
    message: 'Sổ tính có kết nối tới nguồn dữ liệu khác; kết nối không được mở, chỉ đọc số đã lưu.',
    hint: 'Kiểm tra số liệu đã lưu có phải là số mới nhất không.',
  },
  'file/external-link': {
    number: 'VH164',
    severity: 'warning',
    message: 'Trang “{sheet}” có {count} ô lấy số từ sổ tính khác; đã dùng số lưu kèm lần cuối: {cells}.',
    hint: 'Đề nghị đơn vị xác nhận các số này, hoặc dán thành giá trị rồi gửi lại.',
  },
  'file/hidden-sheets': {
    number: 'VH165',
    severity: 'warning',
    message: 'Sổ tính có {count} trang ẩn chứa số: {names}.',
    hint: 'Bỏ ẩn trang để kiểm tra; trang ẩn là biểu mẫu vẫn được tính, trang khác thì không.',
  },
});
