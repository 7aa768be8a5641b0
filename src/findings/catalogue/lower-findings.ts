/** VH422, VH561-VH562, VH567-VH569, VH589-VH599: findings about results.json of a lower level, and figures of units on changed ground. */
import { defineFindings } from './define.js';

export const LOWER_FINDINGS = defineFindings({
  'lower/total-differs': {
    number: 'VH422',
    severity: 'error',
    message:
      'Kết quả của {unit}: {count} chỉ tiêu ghi khác với tổng cộng lại từ các đơn vị bên dưới: {differences}. Báo cáo này dùng số cộng lại.',
    hint: 'Đề nghị nơi gửi chạy lại tdkvh aggregate từ các tệp gốc rồi gửi lại results.json; không sửa tệp bằng tay.',
  },
  'lower/other-date': {
    number: 'VH561',
    severity: 'error',
    message:
      'Kết quả cấp dưới lấy danh sách đơn vị ngày {actual}, báo cáo này lấy ngày {expected}; giữa hai ngày đó địa giới của {units} đã thay đổi nên số của các đơn vị này chưa được tính.',
    hint: 'Đề nghị nơi gửi đặt referenceDate: {expectedIso} trong tdkvh.yaml, chạy lại rồi gửi lại results.json.',
  },
  'lower/list-differs': {
    number: 'VH562',
    severity: 'warning',
    message:
      'Kết quả của {unit} không có {count} đơn vị mà danh sách của báo cáo này ghi thuộc {unit}: {units}; các đơn vị này được coi là chưa báo cáo.',
    hint: 'Đối chiếu units.csv của hai cấp; nơi gửi bổ sung đơn vị còn thiếu rồi tổng hợp lại.',
  },
  'submission/changed-ground': {
    number: 'VH568',
    severity: 'error',
    message:
      'Không rõ địa bàn của số liệu: tệp ghi {said}; đến ngày {end} đó là {old}, còn ở báo cáo này là {unit} ({code}) trên địa bàn mới. Số liệu chưa được tính.',
    hint: 'Nếu số liệu là của cả địa bàn mới, thêm vào mục submissions của tdkvh.yaml dòng: {settlement}. Nếu là của đơn vị cũ, đề nghị đơn vị mới báo cáo gộp, hoặc tổng hợp kỳ này theo đơn vị cũ (referenceDate: {endIso}).',
  },
  'submission/part-of-new-unit': {
    number: 'VH553',
    severity: 'error',
    message:
      '{unit} ({code}) không còn là đơn vị hành chính{until}{into}{others}: tệp chỉ có một phần số liệu của đơn vị hiện nay nên chưa được tính.',
    hint: 'Không gán tệp này cho đơn vị hiện nay. Đề nghị {successors} gộp số liệu của các đơn vị cũ vào biểu của mình; hoặc tổng hợp kỳ này theo đơn vị cũ (referenceDate: {lastDay}, units.csv của ngày đó).',
  },
  'lower/own-output': {
    number: 'VH569',
    severity: 'info',
    message: 'Tệp này do tdkvh lập ra khi tổng hợp, không phải biểu số liệu, nên không đọc.',
    hint: 'Không cần sửa; số liệu của cấp dưới lấy từ tệp results.json đi cùng.',
  },
  'lower/not-json': {
    number: 'VH567',
    severity: 'error',
    message: 'Tệp kết quả của cấp dưới bị hỏng, hoặc không phải là tệp results.json do chương trình ghi ra.',
    hint: 'Xin lại tệp results.json gốc trong thư mục out của nơi gửi.',
  },
  'lower/other-schema': {
    number: 'VH589',
    severity: 'error',
    message:
      'Tệp kết quả cấp dưới ghi phiên bản “{actual}”; chỉ tổng hợp được kết quả phiên bản “{expected}”.',
    hint: 'Đề nghị nơi gửi chạy lại tdkvh aggregate bằng cùng phiên bản chương trình và gửi tệp results.json.',
  },
  'lower/malformed': {
    number: 'VH590',
    severity: 'error',
    message: 'Kết quả cấp dưới không đúng cấu trúc ở {count} chỗ, chỗ đầu tiên: {place}.',
    hint: 'Xin lại tệp results.json gốc; không sửa tệp bằng tay.',
  },
  'lower/other-period': {
    number: 'VH591',
    severity: 'error',
    message: 'Kết quả của {unit} là của kỳ {actual}, khác kỳ đang tổng hợp {expected}; không được tính.',
    hint: 'Đề nghị {unit} gửi results.json của kỳ {expected}; kết quả kỳ trước thì để trong thư mục previous.',
  },
  'lower/other-criteria': {
    number: 'VH592',
    severity: 'error',
    message:
      'Kết quả của {unit} theo bộ tiêu chí {actual}, khác bộ đang dùng {expected}; không được tính vì hai bộ có thể đếm khác nhau.',
    hint: 'Đề nghị {unit} đặt criteria: {expected} trong tdkvh.yaml, chạy lại rồi gửi lại results.json.',
  },
  'lower/definitions-differ': {
    number: 'VH593',
    severity: 'warning',
    message:
      'Kết quả của {unit} lập theo bộ tiêu chí {criteria} hoặc mẫu riêng (forms) khác với ở đây (khác mã băm nội dung); số được tính lại theo bộ của báo cáo này.{unknown}',
    hint: 'Bộ tiêu chí của {unit} đã cũ: gửi tệp đang dùng, đề nghị chạy lại rồi gửi lại results.json. Cần cả chỉ tiêu riêng của {unit}: chép các tệp forms/*.yaml của đơn vị đó vào thư mục forms ở đây rồi chạy lại; không cần thì không phải sửa.',
  },
  'lower/unit-not-below': {
    number: 'VH594',
    severity: 'error',
    message: 'Kết quả là của {unit} ({code}), {why}; không được tính.',
    hint: 'Kiểm tra tệp là của ai; chỉ để trong submissions kết quả của các đơn vị cấp dưới có tên trong units.csv. Kết quả của đơn vị đã giải thể chỉ tổng hợp được theo đơn vị cũ: đặt referenceDate là ngày còn đơn vị đó.',
  },
  'lower/leaf-not-below': {
    number: 'VH595',
    severity: 'error',
    message: 'Kết quả của {sender} có số của {unit} ({code}), {why}; số của đơn vị này không được tính.',
    hint: 'Đối chiếu units.csv của hai cấp tại ngày {date}, sửa cho khớp rồi chạy lại.',
  },
  'lower/incomplete': {
    number: 'VH596',
    severity: 'warning',
    message:
      'Kết quả của {unit} chưa đầy đủ: {missing} đơn vị chưa báo cáo, {errors} lỗi chưa xử lý; phần thiếu ở đó cũng thiếu ở báo cáo này.',
    hint: 'Khi {unit} nhận đủ, chạy lại và gửi lại, thay results.json cũ bằng bản mới.',
  },
  'lower/draft': {
    number: 'VH597',
    severity: 'info',
    message: 'Kết quả của {unit} là bản dự thảo (chưa chốt); số liệu vẫn được tính.',
    hint: 'Đề nghị {unit} chạy tdkvh aggregate --final và gửi lại nếu số liệu đã chốt.',
  },
  'lower/two-documents': {
    number: 'VH598',
    severity: 'error',
    message: '{unit} có {count} tệp kết quả khác nhau: {files}; chưa tính tệp nào.',
    hint: 'Hỏi {unit} bản nào đúng, rồi bỏ bản kia bằng cách thêm vào mục submissions của tdkvh.yaml một trong các dòng: {settlement}',
  },
  'lower/two-sources': {
    number: 'VH599',
    severity: 'error',
    message: 'Số liệu của {unit} đến từ {count} nguồn: {files}; chưa tính nguồn nào.',
    hint: 'Chọn một nguồn: thêm vào mục submissions của tdkvh.yaml một trong các dòng: {settlement}',
  },
});
