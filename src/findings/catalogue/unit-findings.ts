/** VH5xx: findings about units and submissions. */
import { CHANGE_FINDINGS } from './change-findings.js';
import { defineFindings } from './define.js';
import { LOWER_FINDINGS } from './lower-findings.js';
import { TRACKING_FINDINGS } from './tracking-findings.js';

export const UNIT_FINDINGS = defineFindings({
  'submission/unit-unknown': {
    number: 'VH501',
    severity: 'error',
    message: 'Không xác định được đơn vị gửi: {said}.{candidates}',
    hint: 'Ghi đúng mã và tên đơn vị ở {place} rồi gửi lại; hoặc cơ quan tổng hợp thêm vào mục submissions của tdkvh.yaml dòng: {settlement}',
  },
  'submission/units-on-one-sheet': {
    number: 'VH524',
    severity: 'error',
    message: 'Trang “{sheet}” có bảng của nhiều đơn vị: {said}; trang này không được tính.',
    hint: 'Mỗi đơn vị để một trang riêng có dòng tiêu đề ghi tên đơn vị, hoặc một tệp riêng, rồi gửi lại.',
  },
  'submission/unit-conflict': {
    number: 'VH502',
    severity: 'error',
    message: 'Các thông tin về đơn vị gửi trong tệp không khớp nhau: {said}.{candidates}',
    hint: 'Hỏi lại đơn vị gửi rồi sửa {place} cho khớp; hoặc cơ quan tổng hợp thêm vào mục submissions của tdkvh.yaml dòng: {settlement}',
  },
  'submission/unit-not-due': {
    number: 'VH503',
    severity: 'error',
    message: '{unit} ({code}) không thuộc danh sách đơn vị phải báo cáo của kỳ này.',
    hint: 'Kiểm tra mã đơn vị trong tệp; nếu đúng là đơn vị cấp dưới thì bổ sung vào units.csv.',
  },
  'submission/wrong-period': {
    number: 'VH504',
    severity: 'error',
    message: 'Kỳ báo cáo trong tệp là {actual}, khác kỳ đang tổng hợp {expected}; phần này không được tính.',
    hint: 'Gửi biểu của kỳ {expected}; nếu chỉ ghi nhầm kỳ thì sửa ở {place} rồi gửi lại.',
  },
  'submission/period-conflict': {
    number: 'VH505',
    severity: 'error',
    message: 'Trong cùng một tệp có hai kỳ báo cáo: {first} và {second}; phần này không được tính.',
    hint: 'Xác định số liệu là của kỳ nào, sửa kỳ báo cáo ở {place} cho khớp rồi gửi lại; hoặc nếu là số liệu kỳ {period}, cơ quan tổng hợp thêm vào mục submissions của tdkvh.yaml dòng: {settlement}',
  },
  'submission/wrong-criteria-set': {
    number: 'VH506',
    severity: 'error',
    message:
      'Tệp theo bộ tiêu chí {actual}, khác bộ tiêu chí đang dùng {expected}; phần này không được tính.',
    hint: 'Điền lại vào biểu mẫu của bộ tiêu chí {expected}.',
  },
  'submission/empty': {
    number: 'VH507',
    severity: 'error',
    message: '{form} của {unit} chưa có số liệu nào{outside}.',
    hint: 'Điền số liệu vào các ô của biểu rồi gửi lại.',
  },
  'submission/duplicate': {
    number: 'VH508',
    severity: 'info',
    message: '{form} của {unit} giống hệt phần đã nhận ở “{otherFile}”; chỉ tính một lần.',
    hint: 'Không cần sửa.',
  },
  'submission/superseded': {
    number: 'VH509',
    severity: 'info',
    message: '{form} của {unit}, lần nộp {old}, được thay bằng lần nộp {new} ở “{otherFile}”.{difference}',
    hint: 'Không cần sửa; kiểm tra các số đã thay đổi nếu cần.',
  },
  'submission/rivals': {
    number: 'VH510',
    severity: 'error',
    message:
      '{form} của {unit} có {count} bản khác nhau cùng ghi lần nộp {submissionNo}: {files}; chưa tính bản nào.',
    hint: 'Hỏi đơn vị bản nào đúng. {settlement}',
  },
  'submission/in-parts': {
    number: 'VH527',
    severity: 'error',
    message:
      '{form} của {unit} có {count} bản ghi các dòng khác nhau, không dòng nào trùng tên: {files}; chưa tính bản nào.',
    hint: 'Nếu là các phần của một biểu thì đề nghị đơn vị gộp các dòng vào một bảng rồi gửi lại; nếu bản này thay bản kia thì {settlement}',
  },
  'submission/not-used': {
    number: 'VH511',
    severity: 'info',
    message: 'Phần này không được tính theo quyết định ghi trong tdkvh.yaml ({decision}).',
    hint: 'Xóa dòng đó trong tdkvh.yaml nếu muốn tính lại.',
  },
  'submission/form-of-communes': {
    number: 'VH528',
    severity: 'error',
    message:
      '{form} là biểu của xã, phường, thị trấn, đặc khu, nhưng đơn vị gửi ghi trong tệp là {unit} ({code}); biểu chưa được tính.',
    hint: 'Gửi biểu của từng xã, mỗi xã một tệp; nếu là số liệu của một xã thì ghi lại mã, tên đơn vị rồi gửi, hoặc cơ quan tổng hợp thêm vào mục submissions của tdkvh.yaml dòng: {settlement}',
  },
  'submission/unit-ended': {
    number: 'VH513',
    severity: 'error',
    message:
      '{unit} ({code}) không còn là đơn vị hành chính{until}{into}; chưa rõ số liệu được tính cho đơn vị nào.',
    hint: 'Đề nghị đơn vị hiện nay báo cáo; hoặc cơ quan tổng hợp thêm vào mục submissions của tdkvh.yaml dòng: {settlement}',
  },
  'submission/name-as-read': {
    number: 'VH514',
    severity: 'info',
    message: 'Tên đơn vị “{name}” được hiểu là {unit} ({code}).',
    hint: 'Không cần sửa nếu hiểu đúng; nếu sai thì ghi mã đơn vị ở {place} rồi gửi lại.',
  },
  'submission/unit-from-title': {
    number: 'VH515',
    severity: 'info',
    message:
      'Tệp không ghi mã, tên đơn vị ở trang “Thông tin”; đơn vị gửi được xác định là {unit} theo dòng tiêu đề “{text}”.',
    hint: 'Không cần sửa nếu đúng; nếu sai thì điền trang “Thông tin” của biểu mẫu rồi gửi lại.',
  },
  'submission/sheet-of-other-unit': {
    number: 'VH516',
    severity: 'error',
    message: '{place} ghi “{text}”, trong khi tệp là của {unit}; trang này không được tính.',
    hint: 'Kiểm tra số liệu của trang là của ai; sửa dòng tiêu đề, tên trang hoặc điền lại số liệu rồi gửi lại. Nếu là của {named} thì cơ quan tổng hợp thêm vào mục submissions của tdkvh.yaml dòng: {settlement}',
  },
  'submission/sheet-of-other-period': {
    number: 'VH517',
    severity: 'error',
    message:
      'Tiêu đề của trang “{sheet}” ghi “{text}”, trong khi tệp là của kỳ {period}; trang này không được tính.',
    hint: 'Kiểm tra số liệu của trang là của kỳ nào; sửa dòng tiêu đề hoặc điền lại số liệu rồi gửi lại. Nếu đúng là số liệu kỳ {period}, cơ quan tổng hợp thêm vào mục submissions của tdkvh.yaml dòng: {settlement}',
  },
  'submission/period-unsaid': {
    number: 'VH518',
    severity: 'error',
    message: 'Chưa rõ số liệu của biểu thuộc kỳ nào ({why}); phần này chưa được tính.',
    hint: 'Hỏi đơn vị gửi. Nếu là số liệu kỳ {period} thì thêm vào mục submissions của tdkvh.yaml dòng: {settlement}; hoặc đề nghị đơn vị ghi kỳ báo cáo ở {place} rồi gửi lại.',
  },
  'submission/number-unclear': {
    number: 'VH519',
    severity: 'warning',
    message: '“{text}” ở “Lần nộp” không rõ là lần thứ mấy nên được coi là lần 1.',
    hint: 'Ghi “Lần nộp” bằng chữ số, ví dụ 2.',
  },
  'submission/several-years': {
    number: 'VH520',
    severity: 'error',
    message:
      'Biểu và tên tệp nêu nhiều kỳ ({periods}): {seen}; chưa rõ số liệu là của kỳ nào nên phần này chưa được tính.',
    hint: 'Hỏi đơn vị gửi. Nếu là số liệu kỳ {period} thì thêm vào mục submissions của tdkvh.yaml dòng: {settlement}; nếu là của kỳ khác thì đề nghị gửi biểu kỳ {period}.',
  },
  'unit/not-reported': {
    number: 'VH521',
    severity: 'warning',
    message: '{unit} ({code}) chưa có số liệu được tính trong kỳ {period}.',
    hint: 'Đôn đốc đơn vị gửi biểu mẫu; xem các dòng khác về đơn vị này nếu đã gửi.',
  },
  'unit/form-missing': {
    number: 'VH522',
    severity: 'warning',
    message: '{unit} chưa có {form} được tính; các chỉ tiêu của biểu này{except} chưa có số liệu của đơn vị.',
    hint: 'Đề nghị đơn vị gửi {form}; nếu đã gửi thì xem lỗi của tệp hoặc của trang có biểu này.',
  },
  'unit/partly-reported': {
    number: 'VH523',
    severity: 'warning',
    message:
      '{unit} mới có “{field}” ở {filled}/{total} dòng (cộng được {sum}, chưa đưa vào tổng hợp); còn thiếu: {rows}.',
    hint: 'Điền đủ các dòng còn thiếu; cột số lượng không phát sinh thì ghi 0, cột có/không thì ghi “có” hoặc “không”.',
  },
  'unit/total-lacks-part': {
    number: 'VH526',
    severity: 'warning',
    message:
      '{unit} chưa tính được “{total}” do để trống {missing}; phần đã ghi vẫn được nêu riêng: {given}.',
    hint: 'Ghi số của phần còn trống; phần không phát sinh thì ghi 0.',
  },
  'total/unsafe-sum': {
    number: 'VH525',
    severity: 'error',
    message: 'Tổng “{field}” vượt giới hạn tính chính xác nên không được đưa ra.',
    hint: 'Kiểm tra các số quá lớn và đơn vị tính.',
  },
  'accepted/unknown-finding': {
    number: 'VH531',
    severity: 'warning',
    message: 'Tệp accepted.csv xác nhận thông báo {id} nhưng lần chạy này không có thông báo đó.',
    hint: 'Xóa dòng này nếu đơn vị đã sửa số liệu.',
  },
  'accepted/value-changed': {
    number: 'VH532',
    severity: 'warning',
    message:
      'Xác nhận cho thông báo {id} không còn hiệu lực: số liệu khi xác nhận là {accepted}, nay là {actual}.',
    hint: 'Kiểm tra lại; nếu số mới đúng thì xác nhận lại.',
  },
  'accepted/not-acceptable': {
    number: 'VH533',
    severity: 'warning',
    message: 'Thông báo {id} ({number}) là lỗi về tệp hoặc cấu trúc nên không thể xác nhận cho qua.',
    hint: 'Đề nghị đơn vị sửa và gửi lại tệp.',
  },
  'accepted/expired': {
    number: 'VH534',
    severity: 'warning',
    message: 'Xác nhận cho thông báo {id} đã hết hạn ngày {until}.',
    hint: 'Sửa ngày ở cột until của accepted.csv nếu xác nhận còn đúng.',
  },
  ...CHANGE_FINDINGS,
  ...LOWER_FINDINGS,
  ...TRACKING_FINDINGS,
});
