/** VH973 to VH986 and VH997: findings of `tdkvh doctor`. */
import { defineFindings } from './define.js';

export const DOCTOR_FINDINGS = defineFindings({
  'doctor/node-too-old': {
    number: 'VH973',
    severity: 'error',
    message: 'Node.js bản {version} cũ hơn bản chương trình cần ({needed}).',
    hint: 'Cài Node.js bản {needed} trở lên, hoặc dùng thư mục đóng gói có kèm Node.js.',
  },
  'doctor/font-missing': {
    number: 'VH974',
    severity: 'warning',
    message:
      'Máy không có phông Times New Roman và không có phông cùng độ rộng chữ; văn bản hiện bằng {instead}.',
    hint: 'Cài Times New Roman, Liberation Serif hoặc Tinos trước khi xem, in báo cáo trên máy này.',
  },
  'doctor/font-unknown': {
    number: 'VH975',
    severity: 'warning',
    message: 'Chưa xác định được máy có phông Times New Roman hay không.',
    hint: 'Mở Word, xem trong danh sách phông có Times New Roman hay không; có thì bỏ qua mục này.',
  },
  'doctor/disk-full': {
    number: 'VH976',
    severity: 'error',
    message: 'Ổ đĩa chỉ còn trống {free} MB, không đủ để ghi kết quả.',
    hint: 'Xóa bớt tệp không cần trên ổ đĩa, hoặc chuyển thư mục kỳ báo cáo sang ổ khác.',
  },
  'doctor/disk-low': {
    number: 'VH977',
    severity: 'warning',
    message: 'Ổ đĩa chỉ còn trống {free} MB.',
    hint: 'Dọn bớt ổ đĩa trước khi tổng hợp cả tỉnh hoặc lập tệp trả lại cho nhiều đơn vị.',
  },
  'doctor/long-path': {
    number: 'VH978',
    severity: 'warning',
    message: '{count} đường dẫn dài hơn {limit} ký tự; dài nhất {length} ký tự: “{path}”.',
    hint: 'Chuyển thư mục kỳ báo cáo lên gần gốc ổ đĩa (ví dụ D:\\BC2024), hoặc rút ngắn tên thư mục.',
  },
  'doctor/name-trouble': {
    number: 'VH979',
    severity: 'warning',
    message: '{count} tên không dùng được hoặc dễ nhầm trên Windows, ví dụ “{path}”: {reason}.',
    hint: 'Đổi tên tệp hoặc thư mục đó; nội dung tệp giữ nguyên.',
  },
  'doctor/not-writable': {
    number: 'VH980',
    severity: 'error',
    message: 'Không ghi được vào thư mục “{path}” (mã {errno}).',
    hint: 'Chuyển thư mục kỳ báo cáo đến nơi được phép ghi (khi gõ lệnh: ghi kết quả ra nơi khác bằng --out).',
  },
  'doctor/file-open': {
    number: 'VH981',
    severity: 'warning',
    message: '{count} tệp có dấu hiệu đang mở trong Excel, Word hoặc LibreOffice: {files}.',
    hint: 'Lưu và đóng các tệp này trước khi tổng hợp; nếu không tệp nào mở thì bỏ qua.',
  },
  'doctor/leftover': {
    number: 'VH982',
    severity: 'warning',
    message: 'Một lần chạy trước bị dừng giữa chừng, còn sót {files}.',
    hint: 'Chạy lại lệnh ghi kết quả (tdkvh aggregate); chương trình tự hoàn tất hoặc trả lại bộ cũ. Không tự xóa.',
  },
  'doctor/running': {
    number: 'VH983',
    severity: 'warning',
    message: 'Đang có một lần chạy khác ghi vào thư mục “{path}”.',
    hint: 'Chờ lần chạy đó xong rồi mới tổng hợp.',
  },
  'doctor/program-incomplete': {
    number: 'VH984',
    severity: 'error',
    message: 'Bộ chương trình thiếu hoặc không đọc được phần “{path}” (mã {errno}).',
    hint: 'Chép lại cả thư mục chương trình, không chép riêng từng tệp.',
  },
  'doctor/copy-changed': {
    number: 'VH997',
    severity: 'error',
    message: 'Bản chép chương trình thiếu, thừa hoặc khác bản gốc ở: {files}.',
    hint: 'Giải nén lại tệp .zip thành một thư mục tdkvh mới, không chép đè lên thư mục cũ; nếu vẫn báo thì so mã SHA-256 của tệp .zip theo hướng dẫn.',
  },
  'doctor/no-unit-list': {
    number: 'VH985',
    severity: 'warning',
    message: 'Kỳ báo cáo chưa có units.csv; danh sách đơn vị lấy từ {registry}, đến ngày {date}.',
    hint: 'Tạo units.csv bằng tdkvh units export rồi đối chiếu với danh sách của địa phương.',
  },
  'doctor/template-unused': {
    number: 'VH986',
    severity: 'warning',
    message: 'Tệp “{path}” không được dùng khi lập báo cáo.',
    hint: 'Mẫu riêng chỉ gồm bao-cao.docx, tệp .hbs, outline.yaml, signatures.yaml, annexes.yaml, tags.yaml; đổi tên nếu gõ nhầm.',
  },
});
