/** VH8xx and VH9xx: findings about templates, outputs and the tool itself. */
import { defineFindings } from './define.js';
import { DOCTOR_FINDINGS } from './doctor-findings.js';
import { PUBLISHING_FINDINGS } from './publishing-findings.js';
import { TEMPLATE_FINDINGS } from './template-findings.js';

export const OUTPUT_FINDINGS = defineFindings({
  // outputs
  ...PUBLISHING_FINDINGS,
  ...TEMPLATE_FINDINGS,
  // end of outputs
  // command line
  'cli/unknown-command': {
    number: 'VH950',
    severity: 'error',
    message: 'Không có lệnh “{command}”.',
    hint: 'Có phải lệnh “{nearest}”? Chạy tdkvh --help để xem các lệnh.',
  },
  'cli/unknown-option': {
    number: 'VH951',
    severity: 'error',
    message: 'Không có tùy chọn “{option}”.',
    hint: 'Có phải “{nearest}”? Chạy {command} --help để xem các tùy chọn.',
  },
  'cli/missing-value': {
    number: 'VH952',
    severity: 'error',
    message: 'Tùy chọn “{option}” cần một giá trị đi kèm.',
    hint: 'Ghi giá trị ngay sau tùy chọn, cách một dấu cách; xem {command} --help.',
  },
  'cli/no-new-rule': {
    number: 'VH940',
    severity: 'error',
    message: 'Bộ tiêu chí {id} không có quy tắc nào mới hoặc khác so với {base}, nên không có gì để thử.',
    hint: 'Nêu tệp của bộ tiêu chí có quy tắc cần thử; bộ đó ghi “extends” tên bộ đang dùng.',
  },
  'cli/missing-argument': {
    number: 'VH953',
    severity: 'error',
    message: 'Lệnh còn thiếu tham số “{argument}”.',
    hint: 'Bổ sung tham số; xem cách dùng bằng {command} --help.',
  },
  'cli/excess-argument': {
    number: 'VH954',
    severity: 'error',
    message: 'Lệnh nhận nhiều tham số hơn quy định.',
    hint: 'Nếu tên tệp hoặc thư mục có dấu cách, đặt cả tên trong dấu nháy kép; xem {command} --help.',
  },
  'cli/bad-value': {
    number: 'VH955',
    severity: 'error',
    message: '“{text}” không dùng được cho “{option}”.',
    hint: 'Giá trị được phép: {allowed}.{suggestion}',
  },
  'cli/conflicting-options': {
    number: 'VH956',
    severity: 'error',
    message: 'Không dùng đồng thời “{one}” và “{other}”.',
    hint: 'Bỏ một trong hai tùy chọn.',
  },
  'cli/wrong-ending': {
    number: 'VH875',
    severity: 'error',
    message: '{path} không có đuôi tệp đúng với loại tệp mà “{option}” ghi ra. Chưa ghi gì.',
    hint: 'Đặt tên tệp có đuôi {allowed}.',
  },
  'cli/kept-file': {
    number: 'VH874',
    severity: 'error',
    message: '{path} là {what}, không được ghi đè. Chưa ghi gì.',
    hint: 'Đặt tên khác cho tệp ghi ra (khi gõ lệnh: ghi sau “{option}”).',
  },
  'cli/no-workspace': {
    number: 'VH957',
    severity: 'error',
    message: 'Không tìm thấy tdkvh.yaml trong thư mục này và các thư mục chứa nó.',
    hint: 'Nêu thư mục của kỳ báo cáo, nơi có tệp tdkvh.yaml (khi gõ lệnh: chuyển vào thư mục đó hoặc ghi --workspace THƯ_MỤC); chưa có thì tạo mới bằng tdkvh init.',
  },
  'cli/not-found': {
    number: 'VH958',
    severity: 'error',
    message: 'Không tìm thấy tệp hoặc thư mục “{path}”.',
    hint: 'Kiểm tra lại tên và đường dẫn; tên có dấu cách phải đặt trong dấu nháy kép.',
  },
  'cli/no-submissions': {
    number: 'VH959',
    severity: 'error',
    message: 'Thư mục “{path}” không có tệp Excel hoặc CSV nào.',
    hint: 'Chép các tệp đơn vị đã gửi vào thư mục này, hoặc chỉ đúng thư mục chứa tệp.',
  },
  'cli/run-not-identified': {
    number: 'VH960',
    severity: 'error',
    message: 'Chưa xác định được {what}: nội dung đã nhận ở “{path}” không cho biết.',
    hint: 'Tạo thư mục kỳ báo cáo bằng tdkvh init rồi chép tệp vào thư mục submissions trong đó (khi gõ lệnh: có thể ghi rõ bằng --period, --unit, --criteria).',
  },
  'cli/workspace-exists': {
    number: 'VH961',
    severity: 'error',
    message: 'Thư mục “{path}” đã có nội dung ({name}), không ghi đè.',
    hint: 'Chọn một thư mục mới hoặc thư mục trống.',
  },
  'cli/unknown-code': {
    number: 'VH962',
    severity: 'error',
    message: 'Không có mã thông báo “{code}”.',
    hint: 'Ghi mã như in trong thông báo, ví dụ {nearest}; chạy tdkvh explain để xem tất cả các mã.',
  },
  'cli/name-not-text': {
    number: 'VH870',
    severity: 'error',
    message: 'Tên “{path}” không đúng bảng mã Unicode nên máy không mở được; chỗ sai hiện thành dấu \uFFFD.',
    hint: 'Đổi tên tệp hoặc thư mục đó trong trình quản lý tệp rồi chạy lại.',
  },
  'cli/machine': {
    number: 'VH963',
    severity: 'error',
    message: 'Máy tính không cho đọc hoặc ghi “{path}” (mã {errno}).',
    hint: 'Đóng tệp nếu đang mở trong Excel hoặc Word, kiểm tra quyền truy cập và dung lượng đĩa, rồi chạy lại.',
  },
  'cli/fault': {
    number: 'VH964',
    severity: 'error',
    message: 'Chương trình gặp lỗi ngoài dự kiến: {detail}.',
    hint: 'Chạy lại; nếu vẫn lỗi, gửi thông báo này và tệp liên quan cho người phụ trách phần mềm.',
  },
  'cli/refused': {
    number: 'VH965',
    severity: 'error',
    message: 'Chưa thể chốt: {reasons}. Không tệp kết quả nào được ghi.',
    hint: 'Xử lý các mục Phải sửa ở trên, đôn đốc đơn vị chưa gửi, hoặc xác nhận có lý do trong accepted.csv rồi chốt lại (khi gõ lệnh: bỏ --final để xem bản dự thảo).',
  },
  'cli/not-complete': {
    number: 'VH866',
    severity: 'error',
    message:
      'Chưa đủ theo yêu cầu của tdkvh aggregate --require-complete: {reasons}. Không tệp kết quả nào được ghi.',
    hint: 'Xử lý các mục Phải sửa ở trên, đôn đốc đơn vị chưa gửi, hoặc xác nhận có lý do trong accepted.csv; xem bản dự thảo bằng tdkvh aggregate.',
  },
  'cli/no-results': {
    number: 'VH966',
    severity: 'error',
    message: 'Không tìm thấy kết quả tổng hợp “{path}”.',
    hint: 'Chạy tdkvh aggregate trước, hoặc ghi đường dẫn tới results.json.',
  },
  'cli/unknown-criteria': {
    number: 'VH967',
    severity: 'error',
    message: 'Không có bộ tiêu chí “{path}”.',
    hint: 'Các bộ có sẵn: {known}; bộ của địa phương ghi bằng đường dẫn tới tệp .yaml hoặc thư mục có tệp bo-tieu-chi.yaml.{remark}',
  },
  'cli/unit-not-found': {
    number: 'VH968',
    severity: 'error',
    message: 'Không tìm thấy đơn vị “{text}” trong danh mục đến ngày {date}.',
    hint: 'Kiểm tra mã hoặc tên{otherwise}.',
  },
  'cli/results-unreadable': {
    number: 'VH969',
    severity: 'error',
    message: 'Tệp kết quả “{path}” không đọc được hoặc do một bản chương trình khác ghi ra.',
    hint: 'Chạy lại tdkvh aggregate để có results.json mới.',
  },
  'cli/configuration-missing': {
    number: 'VH970',
    severity: 'error',
    message: 'Còn thiếu thông tin để tạo thư mục kỳ báo cáo: {what}.',
    hint: 'Chạy tdkvh init trong cửa sổ và trả lời từng câu hỏi (khi gõ lệnh: ghi --period, --unit; ví dụ tdkvh init 2024 --period 2024 --unit 264).',
  },
  'cli/narrative-empty': {
    number: 'VH971',
    severity: 'error',
    message: 'Chưa thể chốt: phần viết tay còn trống ({parts}).',
    hint: 'Viết các phần này trong narrative.md rồi chốt lại (khi gõ lệnh: chạy lại với --final).',
  },
  'cli/template-fault': {
    number: 'VH972',
    severity: 'error',
    message: 'Mẫu câu của báo cáo không dùng được ở “{path}”: {reason}.',
    hint: 'Sửa tệp trong thư mục templates của kỳ báo cáo, hoặc bỏ tệp đó để dùng mẫu kèm theo.',
  },
  // end command line
  ...DOCTOR_FINDINGS,
  'cli/unit-ambiguous': {
    number: 'VH987',
    severity: 'error',
    message: 'Có {count} đơn vị cùng tên “{text}”: {candidates}.',
    hint: 'Ghi mã thay cho tên, hoặc ghi kèm đơn vị cấp trên, ví dụ "xã An Bình, tỉnh Cần Thơ".',
  },
  'cli/output-lost': {
    number: 'VH988',
    severity: 'error',
    message: 'Không in được hết kết quả ra {stream} (mã {errno}); phần đã in có thể bị cắt.',
    hint: 'Nếu chuyển kết quả vào tệp bằng dấu >, kiểm tra chỗ trống và quyền ghi ở nơi đó rồi chạy lại; không dùng tệp vừa ghi dở.',
  },
  'cli/out-of-memory': {
    number: 'VH989',
    severity: 'error',
    message: 'Không đủ bộ nhớ để chạy hết lệnh này{room}. Không tệp kết quả nào được ghi.',
    hint: 'Đóng bớt chương trình khác, chuyển các tệp lớn bất thường ra khỏi submissions rồi chạy lại (khi gõ lệnh: máy còn bộ nhớ thì đặt NODE_OPTIONS=--max-old-space-size=4096 trước khi chạy).',
  },
  // end doctor
  // trace and impact
  'cli/unit-not-in-results': {
    number: 'VH990',
    severity: 'error',
    message: 'Kết quả tổng hợp này không có đơn vị “{text}”.',
    hint: 'Ghi mã hoặc tên đơn vị{near}; “toàn huyện”, “toàn tỉnh” là cả đơn vị tổng hợp.',
  },
  'cli/unknown-indicator': {
    number: 'VH991',
    severity: 'error',
    message: 'Không có chỉ tiêu “{text}” trong kết quả tổng hợp.',
    hint: 'Ghi mã hoặc tên chỉ tiêu{near}.',
  },
  'cli/indicator-ambiguous': {
    number: 'VH992',
    severity: 'error',
    message: 'Có {count} chỉ tiêu có các chữ “{text}”: {candidates}.',
    hint: 'Ghi mã trong ngoặc thay cho tên.',
  },
  'cli/not-a-figure': {
    number: 'VH993',
    severity: 'error',
    message: '“{text}” không phải là một số liệu của lần tổng hợp: {why}.',
    hint: 'Nêu đơn vị và chỉ tiêu, một ô số liệu của tong-hop.xlsx, một chỗ trong bao-cao.docx, hoặc chính số đã in.',
  },
  'cli/number-not-printed': {
    number: 'VH994',
    severity: 'error',
    message: 'Báo cáo và bảng tổng hợp của lần này không in số “{text}”.',
    hint: 'Kiểm tra số đã gõ và kỳ báo cáo{near}.',
  },
  'cli/no-such-cell': {
    number: 'VH995',
    severity: 'error',
    message: 'Không thử được ô “{text}”: {why}.',
    hint: 'Ghi tệp như trong submissions, rồi tên trang và địa chỉ ô, ví dụ: tdkvh impact submissions/xa-a.xlsx "Biểu 01!M9" --value 176.',
  },
  // end trace
  'tool/totals-differ': {
    number: 'VH996',
    severity: 'error',
    message:
      'Lỗi của chương trình: {unit}, “{indicator}” cộng theo hai cách được hai kết quả, {first} và {second}; {count} số khác nhau. Không tệp kết quả nào được ghi.',
    hint: 'Không dùng số liệu của lần chạy này; gửi thông báo này và thư mục kỳ báo cáo cho người bảo trì chương trình.',
  },
});
