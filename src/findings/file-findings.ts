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
    cause: 'Tệp được tạo ra nhưng chưa lưu, hoặc việc tải về, sao chép bị dừng trước khi ghi nội dung.',
    example: 'Tệp bieu-01.xlsx hiện 0 KB trong thư mục nhận báo cáo.',
    remedy: 'Mở lại thư hoặc tin nhắn gốc và tải tệp về một lần nữa; nếu vẫn rỗng thì đề nghị xã gửi lại.',
  },
  'file/not-synced': {
    number: 'VH102',
    severity: 'error',
    message: 'Tệp chưa được đồng bộ về máy: cả {bytes} byte đều trống.',
    hint: 'Mở thư mục OneDrive hoặc Google Drive, chờ đồng bộ xong (hoặc chọn “Luôn giữ trên thiết bị này”) rồi chạy lại.',
    cause: 'Phần mềm đồng bộ đã tạo chỗ cho tệp nhưng chưa tải nội dung về, hoặc việc chép sang USB bị ngắt.',
    example: 'Tệp có đủ 48 KB nhưng mọi byte đều bằng 0; Excel báo không mở được.',
    remedy: 'Bấm chuột phải vào tệp, chọn tải về máy; khi biểu tượng đám mây mất đi thì chạy lại lệnh.',
  },
  'file/encrypted': {
    number: 'VH103',
    severity: 'error',
    message: 'Sổ tính có mật khẩu mở tệp nên không đọc được số liệu.',
    hint: 'Mở bằng Excel, vào Tệp → Thông tin → Bảo vệ Sổ làm việc → Mã hóa bằng Mật khẩu, xóa mật khẩu, lưu và gửi lại.',
    cause: 'Người gửi đã đặt mật khẩu để mở tệp; nội dung được mã hóa toàn bộ.',
    example: 'Excel hỏi mật khẩu ngay khi mở tệp.',
    remedy: 'Đề nghị xã bỏ mật khẩu mở tệp rồi gửi lại. Khóa trang tính (Protect Sheet) thì không ảnh hưởng.',
  },
  'file/old-excel': {
    number: 'VH104',
    severity: 'error',
    message: 'Tệp ở dạng Excel cũ (.xls, Excel 97-2003), chưa đọc được.',
    hint: 'Mở bằng Excel, chọn Tệp → Lưu thành → Excel Workbook (.xlsx), rồi gửi tệp .xlsx.',
    cause: 'Tệp được lưu bằng Excel cũ, hoặc chỉ đổi đuôi tên thành .xlsx mà chưa lưu lại.',
    example: 'Tệp tên bao-cao.xlsx nhưng nội dung bên trong vẫn là Excel 97-2003.',
    remedy: 'Lưu lại sang Excel Workbook (.xlsx) bằng Excel hoặc LibreOffice; không chỉ đổi tên tệp.',
  },
  'file/other-spreadsheet': {
    number: 'VH105',
    severity: 'error',
    message: 'Tệp là bảng tính dạng {format}, chưa đọc được.',
    hint: 'Mở tệp, chọn Tệp → Lưu thành → Excel Workbook (.xlsx), rồi gửi tệp .xlsx.',
    cause: 'Tệp được lưu bằng LibreOffice (.ods), Excel nhị phân (.xlsb) hoặc XML Spreadsheet 2003.',
    example: 'Xã mở biểu bằng LibreOffice Calc và lưu thành .ods.',
    remedy:
      'Mở lại bằng phần mềm đã dùng, lưu sang Excel Workbook (.xlsx) và kiểm tra số liệu trước khi gửi.',
  },
  'file/web-page': {
    number: 'VH106',
    severity: 'error',
    message: 'Tệp là một trang web, không phải sổ tính.',
    hint: 'Tải lại tệp từ nguồn; nếu trang web chứa bảng số liệu thì mở bằng Excel và lưu thành Excel Workbook (.xlsx).',
    cause: 'Khi tải về, máy đã lưu trang đăng nhập thay cho tệp, hoặc phần mềm xuất bảng web với đuôi .xls.',
    example: 'Tệp bieu-01.xlsx mở ra là trang đăng nhập hộp thư điện tử.',
    remedy: 'Đăng nhập rồi tải tệp về lại; mở thử bằng Excel để thấy đúng biểu mẫu trước khi chạy lệnh.',
  },
  'file/archive': {
    number: 'VH107',
    severity: 'error',
    message: 'Tệp nén {format} chưa được giải nén, các biểu bên trong chưa được đọc.',
    hint: 'Giải nén vào thư mục nhận báo cáo rồi chạy lại.',
    cause: 'Đơn vị gửi nhiều tệp gộp trong một tệp nén.',
    example: 'Thư mục có xa-dac-lua.zip chứa ba sổ tính.',
    remedy:
      'Bấm chuột phải, chọn “Giải nén tất cả”, giữ lại các tệp .xlsx hoặc .csv trong thư mục nhận báo cáo.',
  },
  'file/document': {
    number: 'VH108',
    severity: 'info',
    message: 'Đã gửi báo cáo dạng {format}, chưa có biểu số liệu.',
    hint: 'Đề nghị đơn vị gửi thêm biểu số liệu bằng tệp Excel theo mẫu.',
    cause: 'Tệp là văn bản, bản chụp hoặc ảnh: đọc được bằng mắt nhưng không phải biểu số liệu.',
    example: 'Xã gửi báo cáo kết quả phong trào bằng tệp Word có chữ ký, không kèm sổ tính.',
    remedy: 'Ghi nhận là đã báo cáo; gửi mẫu Excel để xã điền số liệu.',
  },
  'file/unknown-format': {
    number: 'VH109',
    severity: 'error',
    message: 'Không nhận ra định dạng của tệp, nội dung không phải sổ tính Excel hay CSV.',
    hint: 'Mở thử bằng Excel; nếu mở được thì lưu thành Excel Workbook (.xlsx), nếu không thì đề nghị gửi lại.',
    cause: 'Tệp thuộc phần mềm khác, hoặc phần đầu tệp bị hỏng khi truyền.',
    example: 'Tệp .xlsx tải từ Zalo bị lỗi, những byte đầu tiên không còn đúng.',
    remedy: 'Lấy lại bản gốc từ người gửi, tốt nhất qua thư điện tử hoặc trục văn bản.',
  },
  'file/not-workbook': {
    number: 'VH110',
    severity: 'error',
    message: 'Tệp là gói Office nhưng không phải sổ tính Excel.',
    hint: 'Gửi biểu số liệu bằng tệp Excel (.xlsx) theo mẫu.',
    cause: 'Tệp là bản trình chiếu, bản vẽ hoặc gói khác được đặt tên như sổ tính.',
    example: 'Tệp trình chiếu .pptx nằm trong thư mục nhận báo cáo.',
    remedy: 'Chuyển tệp sang chỗ khác hoặc thay bằng biểu Excel theo mẫu.',
  },
});

const FOLDER_FINDINGS = defineFindings({
  'file/open-elsewhere': {
    number: 'VH130',
    severity: 'warning',
    message: 'Tệp “{name}” đang mở trong {program}; những sửa đổi chưa lưu không được tính.',
    hint: 'Lưu và đóng tệp rồi chạy lại.',
    cause: 'Khi mở sổ tính, phần mềm tạo một tệp khóa tạm bên cạnh; tệp khóa còn nghĩa là sổ tính đang mở.',
    example: 'Thư mục có ~$bieu-01.xlsx vì bieu-01.xlsx đang mở trong Excel.',
    remedy: 'Lưu, đóng sổ tính; nếu phần mềm đã đóng mà tệp khóa còn thì xóa tệp khóa.',
  },
  'file/unreadable': {
    number: 'VH131',
    severity: 'error',
    message: 'Không đọc được tệp (mã lỗi của máy: {reason}).',
    hint: 'Đóng phần mềm đang giữ tệp, kiểm tra quyền đọc rồi chạy lại.',
    cause: 'Tài khoản không có quyền đọc, tệp đang bị phần mềm khác khóa, hoặc ổ đĩa lỗi.',
    example: 'EACCES: không có quyền; EBUSY: tệp đang bị khóa.',
    remedy: 'Chép tệp về ổ đĩa của máy bằng tài khoản có quyền rồi chạy lại.',
  },
  'file/folder-unreadable': {
    number: 'VH132',
    severity: 'error',
    message: 'Không mở được thư mục (mã lỗi của máy: {reason}), các tệp bên trong chưa được đọc.',
    hint: 'Kiểm tra quyền truy cập thư mục hoặc kết nối mạng rồi chạy lại.',
    cause: 'Tài khoản không có quyền, hoặc ổ mạng đã ngắt kết nối.',
    example: 'Thư mục chia sẻ của phòng không truy cập được ngoài giờ.',
    remedy: 'Chép thư mục về máy rồi chạy lại; không tổng hợp khi còn thư mục chưa đọc được.',
  },
  'file/changed': {
    number: 'VH133',
    severity: 'error',
    message: 'Tệp thay đổi trong khi đang đọc, đã đọc lại một lần vẫn chưa ổn định.',
    hint: 'Chờ việc chép hoặc đồng bộ tệp hoàn tất rồi chạy lại.',
    cause: 'Tệp đang được tải về, đồng bộ hoặc lưu bởi phần mềm khác.',
    example: 'OneDrive đang cập nhật tệp khi lệnh chạy.',
    remedy: 'Đợi tệp ghi xong, đóng sổ tính nếu đang mở, rồi chạy lại.',
  },
  'file/not-found': {
    number: 'VH134',
    severity: 'error',
    message: 'Không tìm thấy tệp hoặc thư mục này.',
    hint: 'Kiểm tra lại tên và đường dẫn, nhất là dấu tiếng Việt và đuôi tệp.',
    cause: 'Đường dẫn gõ sai, hoặc tệp đã bị chuyển đi, đổi tên.',
    example: 'Gõ “nop” trong khi thư mục tên là “nộp”.',
    remedy: 'Mở thư mục, chép đúng tên rồi chạy lại.',
  },
  'file/link': {
    number: 'VH135',
    severity: 'info',
    message: 'Đây là liên kết tới chỗ khác nên không được đọc.',
    hint: 'Nếu cần số liệu này, hãy chép tệp thật vào thư mục nhận báo cáo.',
    cause: 'Liên kết có thể dẫn ra ngoài thư mục nhận báo cáo hoặc làm một tệp bị tính hai lần.',
    example: 'Thư mục nộp có một liên kết trỏ sang thư mục của năm trước.',
    remedy: 'Chép tệp hoặc thư mục được liên kết vào thư mục nhận báo cáo.',
  },
  'file/too-big': {
    number: 'VH136',
    severity: 'error',
    message: 'Tệp nặng {megabytes} MB, vượt mức {limit} MB nên không đọc.',
    hint: 'Xóa ảnh chèn và trang không cần khỏi sổ tính, lưu lại rồi gửi.',
    cause: 'Sổ tính chứa ảnh, bản chụp hoặc định dạng kéo xuống hết trang.',
    example: 'Sổ tính kèm 200 ảnh chụp nhà văn hóa.',
    remedy: 'Chép riêng biểu số liệu sang mẫu mới; ảnh gửi kèm thành tệp khác.',
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
