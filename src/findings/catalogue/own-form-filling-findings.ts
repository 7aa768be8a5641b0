/** VH226–VH236, VH271, VH272, VH294, VH299: forms of an office's own that are to be filled, and what they say beside the figures of the period. */
import { defineFindings } from './define.js';

export const OWN_FORM_FILLING_FINDINGS = defineFindings({
  'own-form/no-longer-fits': {
    number: 'VH226',
    severity: 'error',
    message: 'Tệp “{file}” không khớp với mẫu đã nhận “{form}”: {why}.{nearest} Chưa điền gì.',
    hint: 'Chọn đúng tệp mẫu của kỳ này; nếu cơ quan đã đổi mẫu thì nhận lại mẫu: tdkvh criteria adopt.',
  },
  'own-form/not-adopted': {
    number: 'VH227',
    severity: 'error',
    message: '“{form}” không phải mẫu nào đã nhận của kỳ báo cáo này.{nearest}',
    hint: 'Nhận mẫu trước: tdkvh criteria adopt <tệp mẫu>, biểu của cấp trên thì tdkvh criteria adopt <tệp mẫu> --summary; rồi chạy lại.',
  },
  'own-form/file-not-here': {
    number: 'VH294',
    severity: 'error',
    message:
      'Mẫu “{form}” đã nhận từ tệp “{source}”, nhưng tệp này không có trong thư mục của kỳ báo cáo (kể cả thư mục con {folder}) và thư mục đang mở.',
    hint: 'Chép tệp mẫu trống đó vào thư mục {folder} của kỳ báo cáo, hoặc ghi đường dẫn đến tệp thay cho mã của mẫu.',
  },
  'own-form/not-blank': {
    number: 'VH228',
    severity: 'error',
    message: 'Tệp mẫu còn {count} số liệu đã điền ({cells}), nên chưa lập mẫu gửi các đơn vị.',
    hint: 'Xóa số liệu trong tệp mẫu (giữ tiêu đề, công thức), lưu lại rồi chạy lại.',
  },
  'own-form/too-few-rows': {
    number: 'VH229',
    severity: 'warning',
    message: 'Bảng của mẫu có {rows} chỗ ghi tên, {unit} có {count}: {missing}.',
    hint: 'Thêm dòng (cột) trống vào bảng của tệp mẫu rồi chạy lại; gửi như hiện nay thì đơn vị tự thêm.',
  },
  'own-form/units-without-sheet': {
    number: 'VH272',
    severity: 'warning',
    message:
      'Tệp mẫu “{file}” có trang riêng của {sheets} đơn vị; {count} đơn vị khác không có trang nên chưa có mẫu: {names}.',
    hint: 'Thêm trang cho các đơn vị đó vào tệp mẫu (chép một trang, đổi tên đơn vị ở tiêu đề) rồi chạy lại.',
  },
  'own-form/units-not-listed': {
    number: 'VH299',
    severity: 'warning',
    message:
      'Mẫu “{file}” liệt kê {rows} đơn vị nên lập một tệp chung; {count} đơn vị khác không có trong mẫu: {names}.',
    hint: 'Thêm tên các đơn vị đó vào bảng của tệp mẫu rồi chạy lại.',
  },
  'own-form/cannot-fill': {
    number: 'VH230',
    severity: 'error',
    message: 'Không điền được vào tệp “{file}”: {why}.',
    hint: 'Mở tệp bằng Excel hoặc LibreOffice, lưu thành .xlsx không mật khẩu, không chữ ký số, rồi chạy lại.',
  },
  'own-form/left-blank': {
    number: 'VH231',
    severity: 'warning',
    message: '{count} ô của trang “{sheet}” để trống vì {why}: {cells}.',
    hint: 'Bổ sung số liệu còn thiếu rồi chạy lại, hoặc ghi tay vào tệp trước khi gửi.',
  },
  'own-form/places-lacking': {
    number: 'VH271',
    severity: 'warning',
    message: 'Bảng ở trang “{sheet}” thiếu {count} {what}, nên chưa ghi: {names}.',
    hint: 'Thêm {what} trống vào bảng của tệp biểu (trước {what} tổng) rồi chạy lại; {what} tổng đã là số của cả đơn vị.',
  },
  'own-form/of-some-units': {
    number: 'VH232',
    severity: 'warning',
    message: '{count} ô của trang “{sheet}” là số của một phần đơn vị, chưa đủ: {cells}.',
    hint: 'Xem đơn vị còn thiếu ở tdkvh status; ghi rõ trong văn bản gửi cấp trên nếu vẫn gửi.',
  },
  'own-form/kept-content': {
    number: 'VH233',
    severity: 'warning',
    message: '{count} ô của trang “{sheet}” đã có nội dung nên giữ nguyên, không ghi số của kỳ này: {cells}.',
    hint: 'Xóa nội dung các ô đó trong tệp biểu rồi chạy lại, nếu muốn ghi số của kỳ này.',
  },
  'own-form/last-year-differs': {
    number: 'VH234',
    severity: 'warning',
    message: '“{field}” năm trước ghi {stated}, kết quả năm {year} đã tổng hợp của {unit} là {known}.',
    hint: 'Kiểm tra lại số năm trước; nếu số đã tổng hợp năm trước sai thì báo cơ quan tổng hợp đính chính.',
  },
  'own-form/plan-differs': {
    number: 'VH235',
    severity: 'info',
    message: '“{field}” kế hoạch ghi {stated}, targets.csv đặt {known} cho {unit}.',
    hint: 'Thống nhất chỉ tiêu kế hoạch giữa đơn vị và cơ quan tổng hợp; bên nào ghi cũ thì sửa lại.',
  },
  'own-form/rows-not-known': {
    number: 'VH236',
    severity: 'error',
    message: 'Bảng “{table}” của mẫu {why}, nên không điền được từ kết quả.',
    hint: 'Bảng theo thôn, mô hình: điền cho một xã bằng tdkvh report --into <tệp mẫu> --unit <mã xã>; danh sách hộ thì cơ quan tự lập.',
  },
});
