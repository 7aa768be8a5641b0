/** VH1xx: findings about a file and its container: what a commune sent before any cell is understood. */
import { ARCHIVE_FINDINGS } from './archive-findings.js';
import { CSV_FINDINGS } from './csv-findings.js';
import { FOREIGN_FINDINGS } from './foreign-findings.js';
import { PACKAGE_FINDINGS } from './package-findings.js';
import { YAML_FINDINGS } from './yaml-findings.js';
import { defineFindings } from './define.js';

const FORMAT_FINDINGS = defineFindings({
  'file/empty': {
    number: 'VH101',
    severity: 'error',
    message: 'Tệp không có nội dung (dung lượng {bytes} byte).',
    hint: 'Đề nghị đơn vị gửi lại tệp biểu mẫu đã điền số liệu.',
  },
  'file/not-synced': {
    number: 'VH102',
    severity: 'error',
    message: 'Tệp chưa được đồng bộ về máy: cả {bytes} byte đều trống.',
    hint: 'Mở thư mục OneDrive hoặc Google Drive, chờ đồng bộ xong (hoặc chọn “Luôn giữ trên thiết bị này”) rồi chạy lại.',
  },
  'file/encrypted': {
    number: 'VH103',
    severity: 'error',
    message:
      'Sổ tính được mã hóa nên không đọc được số liệu: có mật khẩu mở tệp, hoặc đã bật “Bảo vệ Sổ làm việc” (khi đó Excel mở mà không hỏi mật khẩu).',
    hint: 'Mở bằng Excel, vào Tệp → Thông tin → Bảo vệ Sổ làm việc, bỏ mật khẩu và bỏ bảo vệ, lưu thành Excel Workbook (.xlsx) rồi gửi lại.',
  },
  'file/old-excel': {
    number: 'VH104',
    severity: 'error',
    message: 'Tệp ở dạng Excel cũ (.xls, Excel 97-2003), chưa đọc được.',
    hint: 'Mở bằng Excel, chọn Tệp → Lưu thành → Excel Workbook (.xlsx), rồi gửi tệp .xlsx.',
  },
  'file/other-spreadsheet': {
    number: 'VH105',
    severity: 'error',
    message: 'Tệp là bảng tính dạng {format}, chưa đọc được.',
    hint: 'Mở tệp, chọn Tệp → Lưu thành → Excel Workbook (.xlsx), rồi gửi tệp .xlsx.',
  },
  'file/web-page': {
    number: 'VH106',
    severity: 'error',
    message: 'Tệp là một trang web, không phải sổ tính.',
    hint: 'Tải lại tệp từ nguồn; nếu trang web chứa bảng số liệu thì mở bằng Excel và lưu thành Excel Workbook (.xlsx).',
  },
  'file/archive': {
    number: 'VH107',
    severity: 'error',
    message: 'Tệp nén {format} chưa được giải nén, các biểu bên trong chưa được đọc.',
    hint: 'Giải nén vào thư mục nhận báo cáo rồi chạy lại.',
  },
  'file/document': {
    number: 'VH108',
    severity: 'info',
    message: 'Đã gửi báo cáo dạng {format}, chưa có biểu số liệu.',
    hint: 'Đề nghị đơn vị gửi thêm biểu số liệu bằng tệp Excel theo mẫu.',
  },
  'file/unknown-format': {
    number: 'VH109',
    severity: 'error',
    message: 'Không nhận ra định dạng của tệp, nội dung không phải sổ tính Excel hay CSV.',
    hint: 'Mở thử bằng Excel; nếu mở được thì lưu thành Excel Workbook (.xlsx), nếu không thì đề nghị gửi lại.',
  },
  'file/shortcut': {
    number: 'VH855',
    severity: 'error',
    message:
      'Đây chỉ là lối tắt (shortcut) hoặc liên kết tới tệp, thư mục ở nơi khác; bên trong không có số liệu.',
    hint: 'Lấy chính tệp, thư mục mà lối tắt chỉ tới; tệp trên Google Trang tính thì tải về dạng Excel (.xlsx).',
  },
  'file/not-workbook': {
    number: 'VH110',
    severity: 'error',
    message: 'Tệp là gói Office nhưng không phải sổ tính Excel.',
    hint: 'Gửi biểu số liệu bằng tệp Excel (.xlsx) theo mẫu.',
  },
});

const FOLDER_FINDINGS = defineFindings({
  'file/open-elsewhere': {
    number: 'VH130',
    severity: 'warning',
    message: 'Tệp “{name}” đang mở trong {program}; những sửa đổi chưa lưu không được tính.',
    hint: 'Lưu và đóng tệp rồi chạy lại.',
  },
  'file/unreadable': {
    number: 'VH131',
    severity: 'error',
    message: 'Không đọc được tệp (mã lỗi của máy: {reason}).',
    hint: 'Đóng phần mềm đang giữ tệp, kiểm tra quyền đọc rồi chạy lại.',
  },
  'file/folder-unreadable': {
    number: 'VH132',
    severity: 'error',
    message: 'Không mở được thư mục (mã lỗi của máy: {reason}), các tệp bên trong chưa được đọc.',
    hint: 'Kiểm tra quyền truy cập thư mục hoặc kết nối mạng rồi chạy lại.',
  },
  'file/changed': {
    number: 'VH133',
    severity: 'error',
    message: 'Tệp thay đổi trong khi đang đọc, đã đọc lại một lần vẫn chưa ổn định.',
    hint: 'Chờ việc chép hoặc đồng bộ tệp hoàn tất rồi chạy lại.',
  },
  'file/not-found': {
    number: 'VH134',
    severity: 'error',
    message: 'Không tìm thấy tệp hoặc thư mục này.',
    hint: 'Kiểm tra lại tên và đường dẫn, nhất là dấu tiếng Việt và đuôi tệp.',
  },
  'file/name-not-text': {
    number: 'VH149',
    severity: 'error',
    message:
      'Tên tệp hoặc thư mục này không đúng bảng mã Unicode nên máy không mở được; chỗ sai hiện thành dấu �.',
    hint: 'Đổi tên trong trình quản lý tệp, hoặc tải lại từ thư của đơn vị, rồi chạy lại.',
  },
  'file/link': {
    number: 'VH135',
    severity: 'info',
    message: 'Đây là liên kết tới chỗ khác nên không được đọc.',
    hint: 'Nếu cần số liệu này, hãy chép tệp thật vào thư mục nhận báo cáo.',
  },
  'file/not-regular': {
    number: 'VH198',
    severity: 'warning',
    message: 'Đây là ống dẫn, ổ cắm hoặc thiết bị của hệ thống, không phải tệp, nên không được đọc.',
    hint: 'Nếu là số liệu của đơn vị, chép tệp thật vào thư mục nhận báo cáo; nếu không thì xóa khỏi thư mục đó.',
  },
  'file/too-big': {
    number: 'VH136',
    severity: 'error',
    message: 'Tệp nặng {megabytes} MB, vượt mức {limit} MB nên không đọc.',
    hint: 'Xóa ảnh chèn và trang không cần khỏi sổ tính, lưu lại rồi gửi.',
  },
  'file/more-of-same': {
    number: 'VH196',
    severity: 'error',
    message:
      'Còn {count} tệp khác có cùng thông báo {number}, từ “{first}” đến “{last}”; ở đây không kê từng tệp.',
    hint: 'Xử lý như các tệp đã kê, hoặc chuyển cả nhóm tệp ra khỏi thư mục nhận báo cáo; tên từng tệp có trong findings.csv.',
  },
});

export const FILE_FINDINGS = {
  ...FORMAT_FINDINGS,
  ...PACKAGE_FINDINGS,
  ...FOLDER_FINDINGS,
  ...CSV_FINDINGS,
  ...ARCHIVE_FINDINGS,
  ...FOREIGN_FINDINGS,
  ...YAML_FINDINGS,
};
