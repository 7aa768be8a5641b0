/** VH301-VH339: findings about one cell: what is typed is not what the field needs. */
import { defineFindings } from './define.js';

export const CELL_FINDINGS = defineFindings({
  'cell/not-a-number': {
    number: 'VH301',
    severity: 'error',
    message: '“{text}” không phải là số: “{field}”, {row}.',
    hint: 'Chỉ nhập chữ số, ví dụ 1250; bỏ chữ và ký hiệu khác.',
  },
  'cell/not-whole': {
    number: 'VH302',
    severity: 'error',
    message: '“{text}” là số lẻ, trong khi “{field}” phải là số nguyên: {row}.',
    hint: 'Nhập số nguyên; nếu đây là tỷ lệ thì ghi vào cột tỷ lệ.',
  },
  'cell/negative': {
    number: 'VH303',
    severity: 'error',
    message: '“{text}” là số âm: “{field}”, {row}.',
    hint: 'Nhập số không âm; nếu không phát sinh thì ghi 0.',
  },
  'cell/ambiguous-number': {
    number: 'VH304',
    severity: 'error',
    message: '“{text}” có thể hiểu là {first} hoặc {second}: “{field}”, {row}.',
    hint: 'Nhập lại: {first} nếu dấu ngăn hàng nghìn; {second}0 (thêm số 0 ở cuối) nếu là phần thập phân.',
  },
  'cell/too-many-decimals': {
    number: 'VH305',
    severity: 'error',
    message: '“{text}” có quá {scale} chữ số thập phân: “{field}”, {row}.',
    hint: 'Nhập lại {rounded} nếu số đúng; biểu chỉ nhận đến {scale} chữ số thập phân.',
  },
  'cell/too-large': {
    number: 'VH306',
    severity: 'error',
    message: '“{text}” quá lớn đối với “{field}”: {row}.',
    hint: 'Kiểm tra lại số và đơn vị tính ({unit}).',
  },
  'cell/error-value': {
    number: 'VH307',
    severity: 'error',
    message: 'Ô báo lỗi công thức {text}: “{field}”, {row}.',
    hint: 'Sửa công thức hoặc nhập thẳng con số, rồi lưu lại tệp.',
  },
  'cell/uncalculated': {
    number: 'VH308',
    severity: 'error',
    message: 'Công thức ở ô {cell} chưa được tính nên ô chưa có số: “{field}”, {row}.',
    hint: 'Mở tệp bằng Excel hoặc LibreOffice trên máy tính, lưu lại rồi gửi lại.',
  },
  'cell/mark-not-understood': {
    number: 'VH309',
    severity: 'error',
    message: 'Ký hiệu “{text}” không dùng được cho “{field}”: {row}.',
    hint: 'Có thì ghi số lượng, không phát sinh thì ghi 0; để trống nếu chưa có số liệu.',
  },
  'cell/not-a-choice': {
    number: 'VH310',
    severity: 'error',
    message: '“{text}” không thuộc các lựa chọn của “{field}”: {row}. Các lựa chọn: {choices}.',
    hint: 'Chọn một giá trị trong danh sách thả xuống của ô.',
  },
  'cell/not-yes-no': {
    number: 'VH311',
    severity: 'error',
    message: '“{text}” không rõ là có hay không: “{field}”, {row}.',
    hint: 'Ghi “x” hoặc “có” nếu có; ghi “không” nếu không có.',
  },
  'cell/not-a-date': {
    number: 'VH312',
    severity: 'error',
    message: '“{text}” không phải là ngày, tháng, năm hợp lệ: “{field}”, {row}.',
    hint: 'Ghi theo dạng ngày/tháng/năm, ví dụ 25/11/2024.',
  },
  'cell/tidied-number': {
    number: 'VH313',
    severity: 'info',
    message: '“{text}” được hiểu là {value}: “{field}”, {row}.',
    hint: 'Không cần sửa nếu hiểu đúng; lần sau chỉ nhập chữ số.',
  },
  'cell/under-merge': {
    number: 'VH314',
    severity: 'error',
    message: 'Số “{text}” nằm khuất dưới ô gộp nên không nhìn thấy: “{field}”, {row}.',
    hint: 'Bỏ gộp ô, giữ lại con số đúng rồi gửi lại.',
  },
  'cell/merged-figure': {
    number: 'VH315',
    severity: 'error',
    message: 'Ô số liệu gộp qua {rows} dòng nên không rõ số “{text}” là của dòng nào: “{field}”, {row}.',
    hint: 'Bỏ gộp ô và ghi số riêng cho từng dòng.',
  },
  'cell/letter-for-digit': {
    number: 'VH316',
    severity: 'error',
    message: '“{text}” có chữ cái “{letters}” ở chỗ chữ số; có phải là {digits}? “{field}”, {row}.',
    hint: 'Nhập lại bằng chữ số: số không là 0, số một là 1.',
  },
  'cell/settled-number': {
    number: 'VH317',
    severity: 'info',
    message: '“{text}” được hiểu là {value} theo cách ghi của các ô khác trong cột: “{field}”, {row}.',
    hint: 'Kiểm tra con số đã hiểu; nếu sai thì nhập lại, viết rõ phần thập phân.',
  },
  'cell/merged-across': {
    number: 'VH318',
    severity: 'error',
    message:
      'Số “{text}” nằm trong ô gộp qua {columns} cột số liệu nên không rõ là của cột nào: “{field}”, {row}.',
    hint: 'Bỏ gộp ô và ghi số vào đúng cột.',
  },
  'cell/merged-answer': {
    number: 'VH319',
    severity: 'warning',
    message: '“{text}” ghi ở ô gộp qua {rows} dòng nên được hiểu là ghi cho cả dòng này: “{field}”, {row}.',
    hint: 'Nếu không đúng, bỏ gộp ô và ghi riêng cho từng dòng.',
  },
  'cell/date-for-number': {
    number: 'VH320',
    severity: 'error',
    message: 'Ô đang được định dạng là ngày{date} nên không rõ số liệu là bao nhiêu: “{field}”, {row}.',
    hint: 'Chọn ô, đổi định dạng thành số rồi nhập lại số liệu.',
  },
  'cell/percent-for-number': {
    number: 'VH321',
    severity: 'error',
    message: 'Ô đang hiển thị tỷ lệ {percent}%, trong khi “{field}” phải là số lượng: {row}.',
    hint: 'Nhập số lượng, không nhập tỷ lệ; đổi định dạng ô thành số.',
  },
  'cell/other-unit': {
    number: 'VH392',
    severity: 'error',
    message:
      'Ô {cell} ghi đơn vị tính “{stated}”, trong khi {fields} được tính theo {unit}; {count} số chưa được tính: {figures}.',
    hint: 'Đổi các số này ra {unit}, ghi lại đơn vị tính rồi gửi lại; nếu số đã theo {unit} thì chỉ sửa đơn vị tính ở ô {cell}.',
  },
  'cell/shown-otherwise': {
    number: 'VH322',
    severity: 'error',
    message:
      'Ô hiển thị {shown} nhưng số lưu trong ô là {stored}, nên không rõ số liệu là bao nhiêu: “{field}”, {row}.',
    hint: 'Đổi định dạng ô thành số thường rồi nhập lại số theo đơn vị tính của biểu.',
  },
  'cell/shown-as-dong': {
    number: 'VH327',
    severity: 'warning',
    message:
      'Ô hiển thị {shown}, trong khi “{field}” được tính theo {unit}; số {stored} được tính là {stored} {unit}: {row}.',
    hint: 'Nếu số ghi theo đồng thì đổi ra {unit} rồi gửi lại; nếu đã theo {unit} thì đổi định dạng ô thành số thường.',
  },
  'cell/stale-formula': {
    number: 'VH325',
    severity: 'error',
    message:
      'Ô {cell} lưu kết quả {stored}, trong khi tính lại công thức của ô được {value}: “{field}”, {row}.',
    hint: 'Mở tệp bằng Excel, bấm Ctrl+Alt+F9 để tính lại, kiểm tra con số, lưu rồi gửi lại.',
  },
  'cell/more-of-same': {
    number: 'VH326',
    severity: 'error',
    message:
      'Còn {count} ô khác cùng cột có cùng lỗi {number}, từ {first} đến {last}; ở đây không kê từng ô.',
    hint: 'Kiểm tra xem có nhầm cả cột hoặc nhầm biểu không; danh sách đầy đủ từng ô có trong findings.csv.',
  },
  'cell/share-differs': {
    number: 'VH323',
    severity: 'warning',
    message: '{row}: “{header}” ghi {typed}; “{field}” {part} trên {base} là {right}.',
    hint: 'Kiểm tra lại hai số và tỷ lệ, sửa số sai rồi gửi lại; số tổng hợp không dùng tỷ lệ tự ghi.',
  },
  'cell/row-of-nobody': {
    number: 'VH338',
    severity: 'error',
    message:
      '{count} dòng của danh sách có kết quả mà không ghi tên hộ, nên chưa rõ là một hộ hay dòng ghi thừa.',
    hint: 'Điền tên chủ hộ ở các dòng {rows}, hoặc xóa kết quả ở dòng ghi thừa, rồi gửi lại.',
  },
  'cell/rows-of-another-area': {
    number: 'VH331',
    severity: 'warning',
    message:
      'Từ dòng {row} của danh sách {why}, nên các hộ từ đó có thể thuộc thôn, tổ dân phố khác; hiện vẫn được tính cho {area}.',
    hint: 'Nếu dòng tên của thôn, tổ dân phố bên dưới đã bị xóa thì ghi lại dòng đó rồi gửi lại; nếu cùng là {area} thì sửa số thứ tự hoặc số hộ ghi ở dòng tên.',
  },
  'cell/number-and-words': {
    number: 'VH332',
    severity: 'warning',
    message: '“{text}” được tính là {value}, phần ghi thêm không được tính: “{field}”, {row}.',
    hint: 'Nếu đúng là {value} thì chỉ ghi con số, phần ghi thêm chuyển sang cột ghi chú; nếu là số khác thì sửa rồi gửi lại.',
  },
});
