/** VH190-VH199: findings about the syntax of a YAML file (tdkvh.yaml, criteria sets). */
import { defineFindings } from './define.js';

export const YAML_FINDINGS = defineFindings({
  'file/yaml-syntax': {
    number: 'VH190',
    severity: 'error',
    message: 'Sai cú pháp YAML tại dòng {line}, cột {column}: “{text}”.',
    hint: 'Kiểm tra dấu hai chấm, dấu gạch đầu dòng và ngoặc ở dòng này.',
    cause: 'Dòng không theo dạng “khóa: giá trị” hoặc “- mục”.',
    example: 'unit 256 thiếu dấu hai chấm, viết đúng là unit: "256".',
    remedy: 'Sửa dòng nêu trên; so với tệp mẫu do lệnh init tạo ra.',
  },
  'file/yaml-indent': {
    number: 'VH191',
    severity: 'error',
    message: 'Thụt đầu dòng sai tại dòng {line}, cột {column}: “{text}”.',
    hint: 'Dùng dấu cách (không dùng phím Tab) và thụt các dòng cùng cấp bằng nhau.',
    cause: 'YAML dùng khoảng thụt đầu dòng để biết mục nào thuộc mục nào.',
    example: 'Hai khóa con của report: một dòng thụt 2 dấu cách, một dòng thụt 3.',
    remedy: 'Xóa khoảng trống đầu dòng và gõ lại bằng dấu cách.',
  },
  'file/yaml-quote': {
    number: 'VH192',
    severity: 'error',
    message: 'Thiếu dấu đóng ngoặc hoặc đóng nháy tại dòng {line}, cột {column}: “{text}”.',
    hint: 'Thêm dấu đóng tương ứng.',
    cause: 'Chữ mở bằng nháy kép, nháy đơn hoặc ngoặc vuông mà không đóng.',
    example: 'unit: "256 thiếu dấu nháy cuối.',
    remedy: 'Sửa dòng nêu trên hoặc dòng ngay trước đó.',
  },
  'file/yaml-doubled-key': {
    number: 'VH193',
    severity: 'error',
    message: 'Khóa được khai báo hai lần tại dòng {line}, cột {column}: “{text}”.',
    hint: 'Giữ lại một dòng.',
    cause: 'Cùng một khóa viết hai lần trong một mục, không rõ giá trị nào đúng.',
    example: 'period: "2024" ở dòng 2 và period: "2025" ở dòng 9.',
    remedy: 'Xóa dòng thừa.',
  },
  'file/yaml-tag': {
    number: 'VH194',
    severity: 'error',
    message: 'Thẻ kiểu không được dùng tại dòng {line}, cột {column}: “{text}”.',
    hint: 'Bỏ phần bắt đầu bằng dấu chấm than; nếu là chữ thì đặt trong ngoặc kép.',
    cause: 'Chữ bắt đầu bằng “!” được YAML hiểu là thẻ kiểu dữ liệu.',
    example: 'name: !Xã viết đúng là name: "!Xã".',
    remedy: 'Đặt chữ trong ngoặc kép.',
  },
  'file/yaml-alias': {
    number: 'VH195',
    severity: 'error',
    message: 'Tham chiếu (dấu * và &) sai hoặc quá nhiều tại dòng {line}, cột {column}.',
    hint: 'Viết lại giá trị thay cho tham chiếu.',
    cause: 'Tham chiếu trỏ tới tên chưa có, hoặc lồng nhau nhiều tầng làm tệp phình ra.',
    example: 'unit: *ma trong khi chưa có &ma.',
    remedy: 'Thay tham chiếu bằng giá trị cụ thể.',
  },
});
