/** VH375-VH384: areas.csv, and communes whose areas were redrawn. */
import { defineFindings } from './define.js';

export const AREA_FINDINGS = defineFindings({
  'areas/not-a-share': {
    number: 'VH375',
    severity: 'error',
    message: '“{text}” ở cột “share” không phải là phần của thôn, tổ dân phố cũ.',
    hint: 'Ghi whole (toàn bộ), hoặc một phần như 0,4; 40%; 2/5.',
  },
  'areas/share-over-one': {
    number: 'VH376',
    severity: 'error',
    message: '{count} dòng ngày {date} chia “{name}” thành {sum}, nhiều hơn toàn bộ.',
    hint: 'Sửa cột share để các phần của thôn, tổ dân phố cũ cộng lại đúng 100%.',
  },
  'areas/share-incomplete': {
    number: 'VH377',
    severity: 'warning',
    message: '{count} dòng ngày {date} chỉ chia “{name}” được {sum}, phần còn lại chưa rõ nhập vào đâu.',
    hint: 'Bổ sung dòng cho phần còn lại, hoặc sửa cột share.',
  },
  'areas/circle': {
    number: 'VH378',
    severity: 'error',
    message: 'Các dòng cùng ngày {date} đi thành vòng: {names}, nên không rõ tên nào có trước.',
    hint: 'Sửa dòng ghi ngược; nếu hai nơi đổi tên cho nhau thì ghi qua một tên tạm ở hai ngày liền nhau.',
  },
  'areas/renamed-back': {
    number: 'VH379',
    severity: 'warning',
    message: 'Một tên được đổi từ ngày {date} rồi đổi lại như cũ: {names}.',
    hint: 'Kiểm tra dòng nào ghi ngược cột old_name, new_name; đúng thực tế thì không cần sửa.',
  },
  'areas/unknown-unit': {
    number: 'VH380',
    severity: 'warning',
    message:
      'Mã “{code}” không phải là mã một xã, phường, đặc khu thuộc danh sách của kỳ này, nên dòng không được dùng.',
    hint: 'Sửa cột unit_code theo units.csv.',
  },
  'areas/unknown-name': {
    number: 'VH381',
    severity: 'warning',
    message:
      'Kỳ {period}, {unit} không có thôn, tổ dân phố nào tên {names} như areas.csv ghi, nên các dòng ấy không nối được với kỳ trước.',
    hint: 'Sửa cột old_name cho đúng tên đã báo cáo kỳ {period}.',
  },
  'areas/redrawn': {
    number: 'VH382',
    severity: 'warning',
    message:
      '{unit} có {now} thôn, tổ dân phố, kỳ {period} có {before}; chưa có areas.csv của đơn vị này nên số năm liên tục của từng thôn, tổ dân phố chưa được đối chiếu.',
    hint: 'Lập areas.csv theo nghị quyết sắp xếp; lệnh tdkvh areas propose ghi sẵn bản nháp.',
  },
  'areas/nothing-to-compare': {
    number: 'VH384',
    severity: 'error',
    message:
      'Chưa có đủ danh sách thôn, tổ dân phố của hai kỳ để so: thư mục previous không có results.json của kỳ trước.',
    hint: 'Chép results.json của kỳ trước vào previous rồi chạy lại.',
  },
  'areas/draft-exists': {
    number: 'VH385',
    severity: 'error',
    message: 'Đã có tệp “{file}” nên bản nháp không được ghi đè.',
    hint: 'Đổi tên hoặc chuyển tệp đã có đi rồi chạy lại (khi gõ lệnh: hoặc chọn tên khác bằng --out).',
  },
  'areas/without-origin': {
    number: 'VH383',
    severity: 'warning',
    message:
      '{unit} có {count} thôn, tổ dân phố mà areas.csv và kỳ {period} không cho biết từ đâu: {names}; số năm liên tục của các nơi này chưa được đối chiếu.',
    hint: 'Bổ sung dòng của các nơi này vào areas.csv, hoặc sửa tên cho khớp; tên trùng ở hai xã cũ thì ghi thêm cột old_former_unit.',
  },
});
