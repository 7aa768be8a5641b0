/** VH570-VH587: findings about status, returns to communes, answers read back, and accepting. */
import { defineFindings } from './define.js';

export const TRACKING_FINDINGS = defineFindings({
  'tracking/no-deadline': {
    number: 'VH571',
    severity: 'info',
    message: 'tdkvh.yaml chưa ghi hạn nộp của cấp xã nên không xét được đúng hạn hay quá hạn.',
    hint: 'Ghi hạn nộp vào mục deadlines của tdkvh.yaml.',
  },
  'tracking/deadline-passed': {
    number: 'VH572',
    severity: 'info',
    message: 'Hạn nộp của cấp xã là ngày {deadline}, đã qua {days} ngày so với ngày xét {asOf}.',
    hint: 'Nếu đã gia hạn thì sửa mục deadlines của tdkvh.yaml; nếu chưa thì đôn đốc đơn vị chưa gửi.',
  },
  'tracking/receipt-unknown-file': {
    number: 'VH573',
    severity: 'warning',
    message: 'received.csv ghi ngày nhận của “{file}” nhưng không có tệp này trong số đã đọc.',
    hint: 'Sửa đường dẫn trong received.csv cho đúng tên tệp.',
  },
  'tracking/receipt-after': {
    number: 'VH574',
    severity: 'warning',
    message: 'received.csv ghi {sender} gửi ngày {date}, sau ngày xét {asOf}.',
    hint: 'Kiểm tra ngày nhận trong received.csv và ngày đang xét (khi gõ lệnh: --as-of).',
  },
  'tracking/receipt-other-unit': {
    number: 'VH539',
    severity: 'warning',
    message:
      'received.csv ghi mã {unit} cho {sender}, nhưng mã này không có trong danh sách đơn vị của kỳ, hoặc tệp là của đơn vị khác.',
    hint: 'Sửa cột unit_code của dòng đó trong received.csv; để nguyên thì có đơn vị bị tính sai ngày nhận.',
  },
  'tracking/document-of-nobody': {
    number: 'VH540',
    severity: 'info',
    message: 'Chưa rõ báo cáo này của đơn vị nào, nên đơn vị gửi vẫn tính là chưa gửi.',
    hint: 'Ghi đường dẫn của tệp và mã đơn vị (unit_code) vào received.csv.',
  },
  'tracking/unusable-replaced': {
    number: 'VH587',
    severity: 'warning',
    message: 'Tệp này không dùng được và đơn vị đã gửi lại đủ; khi còn để đây, tệp vẫn bị tính là lỗi.',
    hint: 'Chuyển tệp ra khỏi thư mục submissions, hoặc thêm vào mục submissions của tdkvh.yaml: sha256: {sha256}, use: false.',
  },
  'agency/not-reported': {
    number: 'VH565',
    severity: 'warning',
    message: '{name} chưa gửi kết quả kỳ {period} (Biểu 06).',
    hint: 'Đôn đốc cơ quan; nếu cơ quan ký tên khác thì ghi tên đó vào aliases của mục agencies trong tdkvh.yaml.',
  },
  'agency/not-expected': {
    number: 'VH566',
    severity: 'info',
    message:
      '{name} gửi Biểu 06 nhưng không có trong mục agencies của tdkvh.yaml; kết quả vẫn được đưa vào phụ lục.',
    hint: 'Nếu là tên gọi khác của một cơ quan đã ghi thì thêm vào aliases của cơ quan đó.',
  },
  'return/reply-only': {
    number: 'VH575',
    severity: 'info',
    message: 'Không đánh dấu được vào tệp của {unit} ({reason}); chỉ lập phiếu đề nghị sửa riêng.',
    hint: 'Gửi cho đơn vị phiếu đề nghị sửa; vị trí các ô ghi trong phiếu.',
  },
  'return/shared-copy': {
    number: 'VH529',
    severity: 'info',
    message:
      'Tệp có số liệu của nhiều đơn vị; bản đánh dấu chung cho {count} đơn vị ({units}) ghi ở “{copy}”, mỗi đơn vị có thêm phiếu riêng.',
    hint: 'Gửi bản đánh dấu chung cho người đã gửi tệp; gửi cho từng đơn vị thì chỉ gửi phiếu riêng của đơn vị đó.',
  },
  'return/nothing': {
    number: 'VH576',
    severity: 'info',
    message: 'Không có đơn vị nào đã gửi mà còn nội dung phải sửa hoặc cần xác nhận.',
    hint: 'Chạy tdkvh status để xem đơn vị nào chưa gửi.',
  },
  'return/unit-not-answered': {
    number: 'VH577',
    severity: 'error',
    message:
      'Không lập được đề nghị sửa cho mã đơn vị {unit}: đơn vị không có trong kỳ hoặc không còn gì phải sửa.',
    hint: 'Kiểm tra mã đơn vị; xem tình trạng bằng tdkvh status.',
  },
  'reply/reason-not-words': {
    number: 'VH578',
    severity: 'warning',
    message: 'Ô lý do chỉ ghi “{text}”, không phải lời giải thích, nên không được tiếp nhận.',
    hint: 'Đề nghị đơn vị ghi lý do bằng lời; nếu là số đúng thì sửa ở biểu số liệu.',
  },
  'reply/reason-given': {
    number: 'VH579',
    severity: 'info',
    message: '{unit} giải thích thông báo {number} ({id}): “{reason}”.',
    hint: 'Nếu chấp nhận lý do, chạy: tdkvh accept {id}',
  },
  'reply/reason-of-nothing': {
    number: 'VH580',
    severity: 'info',
    message: 'Lý do “{reason}” trả lời một thông báo ({id}) nay không còn.',
    hint: 'Không cần làm gì.',
  },
  'reply/sheet-alone': {
    number: 'VH586',
    severity: 'info',
    message: 'Tệp chỉ có phiếu trả lời của đơn vị, không có biểu số liệu; không tính là một lần nộp.',
    hint: 'Không cần sửa; chạy tdkvh return để xem lý do đơn vị đã ghi.',
  },
  'accepted/last-year': {
    number: 'VH570',
    severity: 'info',
    message: 'Kỳ {period}, {number} về số liệu này đã được {person} xác nhận ngày {date}: “{reason}”.',
    hint: 'Nếu lý do năm trước vẫn đúng, chạy: tdkvh accept {id}; xác nhận của năm trước không tự áp dụng.',
  },
  'accept/no-such-finding': {
    number: 'VH581',
    severity: 'error',
    message: 'Không có thông báo {id} trong kết quả tổng hợp gần nhất.',
    hint: 'Chạy tdkvh aggregate rồi lấy mã ở cột “id” của findings.csv.',
  },
  'accept/not-acceptable': {
    number: 'VH582',
    severity: 'error',
    message: 'Thông báo {id} ({number}) không thể xác nhận cho qua: {message}',
    hint: 'Đề nghị đơn vị sửa và gửi lại; xem tdkvh return.',
  },
  'accept/already': {
    number: 'VH583',
    severity: 'error',
    message: 'Thông báo {id} đã được {person} xác nhận ngày {date}; accepted.csv giữ nguyên.',
    hint: 'Không cần xác nhận lại; muốn đổi lý do thì sửa trực tiếp dòng đó trong accepted.csv.',
  },
  'accept/field-missing': {
    number: 'VH584',
    severity: 'error',
    message: 'Chưa ghi {what} của việc xác nhận.',
    hint: 'Chạy lại rồi trả lời đủ lý do, người xác nhận, ngày (khi gõ lệnh: thêm {option}).',
  },
  'accept/list-not-sound': {
    number: 'VH585',
    severity: 'error',
    message: 'accepted.csv không ghi thêm được: {reason}.',
    hint: 'Mở accepted.csv bằng Excel, sửa dòng tiêu đề thành id,value,reason,person,date,until rồi chạy lại.',
  },
});
