/** VH150-VH157: findings about .zip archives of submissions and the files inside. */
import { defineFindings } from './define.js';

const UNPACK =
  'Giải nén vào thư mục nhận báo cáo rồi chạy lại; tệp nào không giải nén được thì đề nghị gửi lại.';

export const ARCHIVE_FINDINGS = defineFindings({
  'file/archive-opened': {
    number: 'VH150',
    severity: 'info',
    message: 'Tệp nén có {count} tệp bên trong; từng tệp đã được đọc như tệp gửi riêng.',
    hint: 'Không cần giải nén; kết quả của mỗi tệp ghi theo tên tệp nén và tên tệp bên trong.',
    cause: 'Đơn vị gửi nhiều tệp gộp trong một tệp .zip.',
    example: 'xa-dac-lua.zip chứa bieu-01.xlsx: báo cáo ghi là xa-dac-lua.zip/bieu-01.xlsx.',
    remedy: 'Không cần sửa. Nếu đã giải nén bên cạnh thì tệp trùng nội dung chỉ được tính một lần.',
  },
  'file/archive-damaged': {
    number: 'VH151',
    severity: 'error',
    message: 'Tệp nén bị cắt cụt hoặc hỏng mục lục nên không đọc được tệp nào bên trong.',
    hint: 'Đề nghị đơn vị gửi lại tệp nén, hoặc gửi từng tệp Excel riêng.',
    cause: 'Việc tải về, chép qua USB hoặc gửi qua mạng dừng giữa chừng.',
    example: 'Windows báo “Thư mục nén không hợp lệ” khi mở tệp.',
    remedy: 'Tải tệp về lại từ thư gốc; nếu vẫn hỏng thì đề nghị gửi lại.',
  },
  'file/archive-locked': {
    number: 'VH152',
    severity: 'error',
    message: 'Tệp nén có mật khẩu hoặc dùng cách nén không phổ biến nên không đọc được.',
    hint: 'Giải nén bằng mật khẩu vào thư mục nhận báo cáo rồi chạy lại.',
    cause: 'Người gửi đặt mật khẩu khi nén, hoặc dùng phần mềm nén theo chuẩn khác.',
    example: 'Windows hỏi mật khẩu khi giải nén.',
    remedy: 'Giải nén các tệp bên trong, xóa tệp nén khỏi thư mục, rồi chạy lại.',
  },
  'file/archive-nested': {
    number: 'VH153',
    severity: 'error',
    message: 'Tệp nén nằm trong một tệp nén khác nên chưa được mở.',
    hint: UNPACK,
    cause: 'Đơn vị nén các tệp rồi lại nén thêm một lần; tệp nén lồng nhau không được mở vì lý do an toàn.',
    example: 'bao-cao.zip chứa xa-dac-lua.zip.',
    remedy: UNPACK,
  },
  'file/archive-over-limit': {
    number: 'VH154',
    severity: 'error',
    message:
      'Nội dung giải nén vượt giới hạn an toàn (tổng {megabytes} MB, mỗi tệp {part} MB, {entries} tệp) nên không đọc.',
    hint: UNPACK,
    cause: 'Tệp nén chứa quá nhiều ảnh, bản chụp, hoặc được làm ra để gây treo máy.',
    example: 'Tệp nén 0,5 MB nhưng giải nén thành 400 MB.',
    remedy: 'Chỉ giữ các biểu Excel trong tệp nén; ảnh và bản chụp gửi riêng.',
  },
  'file/archive-empty': {
    number: 'VH155',
    severity: 'error',
    message: 'Tệp nén không có tệp nào bên trong.',
    hint: 'Đề nghị đơn vị gửi lại.',
    cause: 'Thư mục trống bị nén, hoặc việc nén bị dừng giữa chừng.',
    example: 'Tệp bao-cao.zip chỉ 22 byte.',
    remedy: 'Đề nghị đơn vị kiểm tra tệp nén trước khi gửi.',
  },
  'file/archive-entry-damaged': {
    number: 'VH156',
    severity: 'error',
    message: 'Tệp này bị hỏng bên trong tệp nén (mã kiểm tra không khớp).',
    hint: 'Đề nghị đơn vị gửi lại riêng tệp này; các tệp khác trong tệp nén vẫn được đọc.',
    cause: 'Một vài byte đã đổi khi truyền hoặc do ổ đĩa.',
    example: 'Giải nén báo “CRC failed” ở một tệp.',
    remedy: 'Lấy lại bản gốc từ người gửi; không dùng số liệu của bản hỏng.',
  },
  'file/archive-unsafe-name': {
    number: 'VH157',
    severity: 'error',
    message: 'Tệp trong tệp nén có đường dẫn không an toàn nên không được đọc.',
    hint: 'Không giải nén tệp này; báo người phụ trách công nghệ thông tin và đề nghị đơn vị gửi lại.',
    cause: 'Đường dẫn trỏ ra ngoài tệp nén, cách thường dùng để ghi đè tệp trên máy.',
    example: 'Tệp tên ../../Startup/x.xlsx.',
    remedy: 'Quét tệp nén bằng phần mềm diệt vi-rút; chỉ nhận lại tệp Excel gửi riêng.',
  },
});
