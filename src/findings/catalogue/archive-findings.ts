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
  },
  'file/sealed-bundle': {
    number: 'VH695',
    severity: 'info',
    message: 'Đây là gói chốt số{period}, không phải báo cáo được gửi đến; không đọc tệp nào bên trong.',
    hint: 'Không phải sửa gì; chuyển gói ra ngoài thư mục nhận báo cáo. Kiểm tra gói bằng tdkvh reproduce.',
  },
  'file/own-program': {
    number: 'VH854',
    severity: 'info',
    message:
      'Đây là thư mục của chương trình tdkvh, có kèm ví dụ với số liệu giả định, không phải báo cáo được gửi đến; không đọc tệp nào bên trong.',
    hint: 'Không phải sửa gì; chuyển thư mục hoặc tệp .zip của chương trình ra ngoài thư mục nhận báo cáo.',
  },
  'file/archive-damaged': {
    number: 'VH151',
    severity: 'error',
    message: 'Tệp nén bị cắt cụt hoặc hỏng mục lục nên không đọc được tệp nào bên trong.',
    hint: 'Đề nghị đơn vị gửi lại tệp nén, hoặc gửi từng tệp Excel riêng.',
  },
  'file/archive-locked': {
    number: 'VH152',
    severity: 'error',
    message: 'Tệp nén có mật khẩu hoặc dùng cách nén không phổ biến nên không đọc được.',
    hint: 'Giải nén bằng mật khẩu vào thư mục nhận báo cáo rồi chạy lại.',
  },
  'file/archive-nested': {
    number: 'VH153',
    severity: 'error',
    message: 'Tệp nén nằm trong một tệp nén khác nên chưa được mở.',
    hint: UNPACK,
  },
  'file/archive-over-limit': {
    number: 'VH154',
    severity: 'error',
    message:
      'Nội dung giải nén vượt giới hạn an toàn (tổng {megabytes} MB, mỗi tệp {part} MB, {entries} tệp) nên không đọc.',
    hint: UNPACK,
  },
  'file/archive-empty': {
    number: 'VH155',
    severity: 'error',
    message: 'Tệp nén không có tệp nào bên trong.',
    hint: 'Đề nghị đơn vị gửi lại.',
  },
  'file/archive-entry-damaged': {
    number: 'VH156',
    severity: 'error',
    message: 'Tệp này bị hỏng bên trong tệp nén (mã kiểm tra không khớp).',
    hint: 'Đề nghị đơn vị gửi lại riêng tệp này; các tệp khác trong tệp nén vẫn được đọc.',
  },
  'file/archive-unsafe-name': {
    number: 'VH157',
    severity: 'error',
    message: 'Tệp trong tệp nén có đường dẫn không an toàn nên không được đọc.',
    hint: 'Không giải nén tệp này; báo người phụ trách công nghệ thông tin và đề nghị đơn vị gửi lại.',
  },
});
