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
    cause: 'Dạng cũ không có mã kiểm tra nên khó phát hiện tệp hỏng khi truyền; mẫu .xlsx an toàn hơn.',
    example: 'Xã mở biểu bằng Excel 2003 và lưu thành .xls.',
    remedy: SAVE_AS,
  },
  'file/foreign-failed': {
    number: 'VH159',
    severity: 'error',
    message: 'Tệp dạng {format} bị hỏng, có mật khẩu hoặc được lưu theo cách không đọc được.',
    hint: SAVE_AS,
    cause: 'Tệp hỏng khi truyền, được đặt mật khẩu, hoặc do phần mềm rất cũ tạo ra.',
    example: 'Tệp .xls lưu kèm mật khẩu mở tệp.',
    remedy: 'Đề nghị đơn vị bỏ mật khẩu, lưu thành .xlsx và gửi lại.',
  },
  'file/foreign-too-heavy': {
    number: 'VH160',
    severity: 'error',
    message: 'Đọc tệp dạng {format} tốn quá nhiều bộ nhớ hoặc thời gian nên đã dừng; tệp này chưa được tính.',
    hint: SAVE_AS,
    cause: 'Định dạng kéo xuống hàng triệu dòng trống, tệp hỏng, hoặc được làm ra để gây treo máy.',
    example: 'Bảng .ods có một dòng lặp lại một triệu lần.',
    remedy: 'Chép riêng biểu số liệu sang mẫu .xlsx mới rồi gửi lại.',
  },
  'file/macros': {
    number: 'VH161',
    severity: 'info',
    message: 'Sổ tính có macro; macro không được chạy, chỉ đọc số liệu đã lưu.',
    hint: 'Nếu số liệu do macro tính ra, đề nghị đơn vị chạy macro, kiểm tra và lưu thành .xlsx rồi gửi lại.',
    cause: 'Sổ tính lưu ở dạng .xlsm hoặc sao chép từ tệp có macro.',
    example: 'Tệp bieu-01.xlsm có nút “Tổng hợp”.',
    remedy: 'Dùng biểu mẫu gốc không có macro; không bật macro của tệp lạ.',
  },
  'file/embedded-objects': {
    number: 'VH162',
    severity: 'info',
    message: 'Sổ tính có đối tượng nhúng (tệp khác, nút điều khiển); nội dung bên trong không được đọc.',
    hint: 'Nếu đối tượng nhúng chứa biểu số liệu thì gửi biểu đó thành tệp riêng.',
    cause: 'Người gửi chèn tệp Word, Excel hoặc nút điều khiển vào trang tính.',
    example: 'Biểu 02 được chèn vào trang tính dưới dạng biểu tượng tệp Excel.',
    remedy: 'Mở đối tượng nhúng, lưu thành tệp riêng rồi gửi.',
  },
  'file/connections': {
    number: 'VH163',
    severity: 'info',
    message: 'Sổ tính có kết nối tới nguồn dữ liệu khác; kết nối không được mở, chỉ đọc số đã lưu.',
    hint: 'Kiểm tra số liệu đã lưu có phải là số mới nhất không.',
    cause: 'Trang tính lấy dữ liệu từ cơ sở dữ liệu, trang web hoặc tệp khác.',
    example: 'Bảng lấy số hộ từ phần mềm quản lý dân cư.',
    remedy: 'Trước khi gửi, làm mới dữ liệu, dán thành giá trị rồi lưu.',
  },
  'file/external-link': {
    number: 'VH164',
    severity: 'warning',
    message: 'Trang “{sheet}” có {count} ô lấy số từ sổ tính khác; đã dùng số lưu kèm lần cuối: {cells}.',
    hint: 'Đề nghị đơn vị xác nhận các số này, hoặc dán thành giá trị rồi gửi lại.',
    cause: 'Công thức trỏ tới tệp trên máy của người gửi; số lưu kèm có thể không còn là số mới nhất.',
    example: 'Ô C5 có công thức =[bieu-cu.xlsx]Sheet1!A1, lần mở cuối cho kết quả 7.',
    remedy: 'Chọn các ô, chép, dán đặc biệt → Giá trị, lưu và gửi lại.',
  },
  'file/hidden-sheets': {
    number: 'VH165',
    severity: 'warning',
    message: 'Sổ tính có {count} trang ẩn chứa số: {names}.',
    hint: 'Bỏ ẩn trang để kiểm tra; trang ẩn là biểu mẫu vẫn được tính, trang khác thì không.',
    cause: 'Trang nháp, trang của kỳ trước hoặc biểu mẫu bị ẩn trước khi gửi.',
    example: 'Trang “Biểu 01 (cũ)” bị ẩn, còn số của năm trước.',
    remedy: 'Bấm chuột phải vào tên trang, chọn Bỏ ẩn; xóa trang không dùng rồi gửi lại.',
  },
});
