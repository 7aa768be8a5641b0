/** VH7xx: findings about criteria sets, configuration and unit lists. */
import { CRITERIA_FINDINGS } from './criteria-findings.js';
import { defineFindings } from './define.js';
import { UNIT_LIST_FINDINGS } from './unit-list-findings.js';

export const CONFIGURATION_FINDINGS = defineFindings({
  ...CRITERIA_FINDINGS,
  // workspace
  'configuration/misspelt-key': {
    number: 'VH720',
    severity: 'error',
    message: 'Khóa “{key}” không có trong quy định của tệp cấu hình; khóa gần giống nhất là “{nearest}”.',
    hint: 'Sửa “{key}” thành “{nearest}”, hoặc xóa dòng này nếu không dùng.',
  },
  'configuration/unknown-key': {
    number: 'VH721',
    severity: 'error',
    message: 'Khóa “{key}” không có trong quy định của tệp cấu hình.',
    hint: 'Xóa dòng này, hoặc dùng một trong các khóa: {known}.',
  },
  'configuration/text-expected': {
    number: 'VH722',
    severity: 'error',
    message: '“{key}” phải là chữ đặt trong dấu nháy kép, nhưng trong tệp đang ghi {actual}.',
    hint: 'Đặt giá trị trong dấu nháy kép, ví dụ {start} "{example}".',
  },
  'configuration/number-expected': {
    number: 'VH723',
    severity: 'error',
    message: '“{key}” phải là số nguyên từ {least} đến {most}, nhưng trong tệp đang ghi {actual}.',
    hint: 'Ghi một số nguyên từ {least} đến {most}, không có dấu nháy.',
  },
  'configuration/list-expected': {
    number: 'VH724',
    severity: 'error',
    message: '“{key}” phải là một danh sách, nhưng trong tệp đang ghi {actual}.',
    hint: 'Đặt các mục trong ngoặc vuông, cách nhau bằng dấu phẩy, ví dụ {start} [{example}].',
  },
  'configuration/group-expected': {
    number: 'VH725',
    severity: 'error',
    message: '“{key}” phải là một nhóm gồm các khóa con, nhưng trong tệp đang ghi {actual}.',
    hint: 'Ghi các khóa con bên dưới “{key}”, thụt vào hai dấu cách: {known}.',
  },
  'configuration/yes-no-expected': {
    number: 'VH726',
    severity: 'error',
    message: '“{key}” phải là true hoặc false, nhưng trong tệp đang ghi {actual}.',
    hint: 'Ghi {start} false để không dùng tệp này, hoặc {start} true để dùng.',
  },
  'configuration/missing-key': {
    number: 'VH727',
    severity: 'error',
    message: 'Tệp cấu hình thiếu khóa bắt buộc “{key}”.',
    hint: 'Thêm dòng {start} {example}.',
  },
  'configuration/not-a-choice': {
    number: 'VH728',
    severity: 'error',
    message: '“{text}” không phải là giá trị được phép của “{key}”.',
    hint: 'Chọn một trong các giá trị: {allowed}.{remark}',
  },
  'configuration/not-a-date': {
    number: 'VH729',
    severity: 'error',
    message: '“{text}” ở “{key}” không phải là ngày có thật viết theo dạng năm-tháng-ngày.',
    hint: 'Ghi ngày theo dạng 2024-12-31 (năm, tháng hai chữ số, ngày hai chữ số).',
  },
  'configuration/not-a-period': {
    number: 'VH730',
    severity: 'error',
    message: '“{text}” không phải là kỳ báo cáo.',
    hint: 'Ghi "2024" cho cả năm, "2025-H1" cho 6 tháng đầu năm, "2025-DK" cho kỳ đăng ký đầu năm.',
  },
  'configuration/unknown-schema': {
    number: 'VH731',
    severity: 'error',
    message: 'Tệp cấu hình ghi dạng “{text}”, chương trình này đọc dạng “{known}”.',
    hint: 'Sửa dòng schema thành {known}; nếu tệp do bản mới hơn tạo ra thì cài bản mới của chương trình.',
  },
  'configuration/level-and-unit': {
    number: 'VH732',
    severity: 'error',
    message: 'Mã đơn vị “{unit}” có {digits} chữ số, không phù hợp với cấp đã chọn (level: {level}).',
    hint: 'Sửa unit hoặc level: mã cấp tỉnh có 2 chữ số, cấp huyện 3, cấp xã 5.',
  },
  'configuration/outside-period': {
    number: 'VH733',
    severity: 'error',
    message: 'Ngày {date} ở “{key}” không thuộc năm của kỳ báo cáo {period}.',
    hint: 'Sửa ngày cho thuộc năm {year}, hoặc sửa period.',
  },
  'configuration/deadline-outside-period': {
    number: 'VH734',
    severity: 'error',
    message: 'Hạn nộp {date} ở “{key}” không phù hợp với kỳ báo cáo {period}.',
    hint: 'Ghi hạn nộp trong năm {year} hoặc năm {next}, hoặc sửa period.',
  },
  'configuration/criteria-years': {
    number: 'VH735',
    severity: 'error',
    message: 'Bộ tiêu chí “{criteria}” áp dụng cho danh hiệu {years}, không áp dụng cho kỳ {period}.',
    hint: 'Chọn bộ tiêu chí của năm {year}; xem danh sách bằng lệnh tdkvh criteria list.',
  },
  'configuration/exception-before-deadline': {
    number: 'VH736',
    severity: 'warning',
    message: 'Hạn riêng của đơn vị {unit} ({date}) sớm hơn hạn chung ({deadline}).',
    hint: 'Kiểm tra lại; hạn riêng thường là gia hạn, nên muộn hơn hạn chung.',
  },
  'configuration/settled-twice': {
    number: 'VH737',
    severity: 'error',
    message: 'Tệp có mã sha256 {sha256} được quyết định hai lần ở mục submissions.',
    hint: 'Giữ lại một dòng cho mỗi tệp và mỗi biểu.',
  },
  'configuration/agency-twice': {
    number: 'VH766',
    severity: 'error',
    message: 'Mục agencies ghi “{name}” hai lần, nên không rõ biểu mang tên này của cơ quan nào.',
    hint: 'Giữ mỗi cơ quan một mục; tên gọi khác của cùng cơ quan ghi trong aliases.',
  },
  'configuration/not-a-sha256': {
    number: 'VH738',
    severity: 'error',
    message: '“{text}” không phải là mã sha256 của tệp.',
    hint: 'Chép đủ 64 ký tự từ trang “Nguồn số liệu” của bảng tổng hợp hoặc từ results.json.',
  },
  'configuration/empty-settlement': {
    number: 'VH739',
    severity: 'error',
    message: 'Quyết định cho tệp {sha256} không nói tệp thuộc đơn vị nào, cũng không nói có dùng hay không.',
    hint: 'Thêm unit: "mã đơn vị", hoặc use: true, hoặc use: false.',
  },
  'configuration/empty': {
    number: 'VH770',
    severity: 'error',
    message: 'Tệp cấu hình không có nội dung dạng “khóa: giá trị”.',
    hint: 'Chạy tdkvh init ở một thư mục mới rồi chép nội dung tdkvh.yaml sang.',
  },
  'configuration/csv-missing-column': {
    number: 'VH771',
    severity: 'error',
    message: 'Tệp thiếu cột bắt buộc “{column}”.',
    hint: 'Thêm cột “{column}” vào dòng tiêu đề; tiêu đề đầy đủ: {known}.',
  },
  'configuration/csv-unknown-column': {
    number: 'VH772',
    severity: 'warning',
    message: 'Cột “{column}” không có trong quy định nên không được dùng.',
    hint: 'Sửa tên cột nếu gõ nhầm; các cột được dùng: {known}.',
  },
  'configuration/csv-empty-cell': {
    number: 'VH773',
    severity: 'error',
    message: 'Ô bắt buộc ở cột “{column}” đang để trống.',
    hint: 'Điền “{column}” cho dòng này, hoặc xóa cả dòng.',
  },
  'configuration/csv-not-a-choice': {
    number: 'VH774',
    severity: 'error',
    message: '“{text}” không phải là giá trị được phép của cột “{column}”.',
    hint: 'Chọn một trong các giá trị: {allowed}.',
  },
  'configuration/csv-not-a-number': {
    number: 'VH775',
    severity: 'error',
    message: '“{text}” ở cột “{column}” không phải là số hợp lệ.',
    hint: 'Chỉ ghi chữ số, phần thập phân sau dấu chấm hoặc dấu phẩy, ví dụ 92.5; không ghi dấu % và dấu cách.',
  },
  'configuration/csv-not-a-date': {
    number: 'VH776',
    severity: 'error',
    message: '“{text}” ở cột “{column}” không phải là ngày có thật viết theo dạng năm-tháng-ngày.',
    hint: 'Ghi ngày theo dạng 2024-12-31 hoặc 31/12/2024.',
  },
  'configuration/csv-not-a-period': {
    number: 'VH777',
    severity: 'error',
    message: '“{text}” ở cột “{column}” không phải là kỳ báo cáo.',
    hint: 'Ghi 2024 cho cả năm, 2025-H1 cho 6 tháng đầu năm, 2025-DK cho kỳ đăng ký.',
  },
  'configuration/csv-repeated-row': {
    number: 'VH778',
    severity: 'error',
    message: 'Dòng này nói về cùng nội dung với dòng {other} ({key}).',
    hint: 'Giữ lại một dòng, xóa dòng kia.',
  },
  'configuration/report-before-data': {
    number: 'VH779',
    severity: 'warning',
    message: 'Ngày của báo cáo ({date}) sớm hơn ngày chốt số liệu ({dataAsOf}).',
    hint: 'Kiểm tra lại report.date và dataAsOf.',
  },
  'configuration/csv-unknown-indicator': {
    number: 'VH780',
    severity: 'error',
    message: 'Chỉ tiêu “{text}” không có trong bộ tiêu chí đang dùng.',
    hint: 'Sửa thành một mã chỉ tiêu có trong bộ tiêu chí, gần giống nhất là “{nearest}”; xem bằng lệnh tdkvh criteria show.',
  },
  'configuration/not-a-unit-code': {
    number: 'VH781',
    severity: 'error',
    message: '“{text}” ở “{key}” không phải là mã đơn vị hành chính.',
    hint: 'Ghi mã gồm 2, 3 hoặc 5 chữ số; tra mã bằng lệnh tdkvh units find.',
  },
  'configuration/receipt-of-nothing': {
    number: 'VH782',
    severity: 'error',
    message: 'Dòng này không nói tệp nào hay đơn vị nào đã gửi.',
    hint: 'Điền cột file hoặc cột unit_code.',
  },
  'configuration/date-order': {
    number: 'VH783',
    severity: 'error',
    message: 'Ngày ở cột “{later}” ({laterDate}) sớm hơn ngày ở cột “{earlier}” ({earlierDate}).',
    hint: 'Sửa lại một trong hai ngày.',
  },
  'configuration/targets-of-other-kind': {
    number: 'VH784',
    severity: 'error',
    message: 'Chỉ tiêu kế hoạch “{text}” không phù hợp với loại “{kind}”.',
    hint: 'Loại rate ghi tỷ lệ từ 0 đến 100; loại count ghi số nguyên.',
  },
  'configuration/not-a-file': {
    number: 'VH785',
    severity: 'error',
    message: '“{file}” không phải là tệp thường mà là {kind}, nên không đọc được.',
    hint: 'Xóa hoặc đổi tên mục này, đặt tệp thật vào đúng chỗ rồi chạy lại.',
  },
  'configuration/file-too-large': {
    number: 'VH786',
    severity: 'error',
    message: '“{file}” lớn hơn mức {limit} MB của tệp loại này, nên không đọc.',
    hint: 'Kiểm tra xem có chép nhầm tệp khác vào tên này không, đặt lại đúng tệp rồi chạy lại.',
  },
  'configuration/text-too-long': {
    number: 'VH787',
    severity: 'error',
    message:
      '“{file}” dài quá mức: đến dòng {line}, cột {column} đã quá {letters} chữ hoặc quá {signs} dòng và dấu, nên không đọc.',
    hint: 'Mở tệp ở dòng nêu trên: phần dán nhầm hoặc bị lặp thì xóa; tệp hỏng thì thay bằng bản sao lưu.',
  },
  // end workspace
  // units
  ...UNIT_LIST_FINDINGS,
  // end units
});
