/** VH190-VH199: findings about the syntax of a YAML file (tdkvh.yaml, criteria sets) and the letters of any text of the office. */
import { defineFindings } from './define.js';

export const YAML_FINDINGS = defineFindings({
  'file/yaml-syntax': {
    number: 'VH190',
    severity: 'error',
    message: 'Sai cú pháp YAML tại dòng {line}, cột {column}: “{text}”.',
    hint: 'Kiểm tra dấu hai chấm, dấu gạch đầu dòng và ngoặc ở dòng này.',
  },
  'file/yaml-indent': {
    number: 'VH191',
    severity: 'error',
    message: 'Thụt đầu dòng sai tại dòng {line}, cột {column}: “{text}”.',
    hint: 'Dùng dấu cách (không dùng phím Tab) và thụt các dòng cùng cấp bằng nhau.',
  },
  'file/yaml-quote': {
    number: 'VH192',
    severity: 'error',
    message: 'Thiếu dấu đóng ngoặc hoặc đóng nháy tại dòng {line}, cột {column}: “{text}”.',
    hint: 'Thêm dấu đóng tương ứng.',
  },
  'file/yaml-doubled-key': {
    number: 'VH193',
    severity: 'error',
    message: 'Khóa được khai báo hai lần tại dòng {line}, cột {column}: “{text}”.',
    hint: 'Giữ lại một dòng.',
  },
  'file/yaml-tag': {
    number: 'VH194',
    severity: 'error',
    message: 'Thẻ kiểu không được dùng tại dòng {line}, cột {column}: “{text}”.',
    hint: 'Bỏ phần bắt đầu bằng dấu chấm than; nếu là chữ thì đặt trong ngoặc kép.',
  },
  'file/yaml-alias': {
    number: 'VH195',
    severity: 'error',
    message: 'Tham chiếu (dấu * và &) sai hoặc quá nhiều tại dòng {line}, cột {column}.',
    hint: 'Viết lại giá trị thay cho tham chiếu.',
  },
  'file/yaml-deep': {
    number: 'VH197',
    severity: 'error',
    message: 'Các mục lồng trong nhau quá sâu tại dòng {line}, cột {column}. Tệp chưa được đọc.',
    hint: 'Xóa dấu mở ngoặc hoặc gạch đầu dòng bị gõ lặp ở dòng này; tệp hỏng thì thay bằng bản sao lưu.',
  },
  'file/not-utf8': {
    number: 'VH199',
    severity: 'error',
    message: 'Tệp “{file}” không phải văn bản UTF-8: {why}.',
    hint: 'Mở tệp bằng Notepad, chọn Lưu thành (Save As), mục Encoding chọn UTF-8, sửa lại chữ có dấu bị sai rồi chạy lại.',
  },
});
