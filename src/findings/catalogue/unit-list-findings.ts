/** VH740-VH769: findings about lists of units, registries and the structure of the office's own CSV files. */
import { defineFindings } from './define.js';

export const UNIT_LIST_FINDINGS = defineFindings({
  'table/not-utf8': {
    number: 'VH740',
    severity: 'error',
    message: 'Tệp không phải là văn bản UTF-8 nên chữ tiếng Việt có dấu không đọc được chắc chắn.',
    hint: 'Mở tệp bằng Excel, chọn Lưu thành (Save As), loại “CSV UTF-8”, rồi chạy lại.',
  },
  'table/no-header': {
    number: 'VH741',
    severity: 'error',
    message: 'Tệp trống, không có dòng tiêu đề.',
    hint: 'Ghi tên các cột ở dòng đầu tiên, hoặc lấy lại tệp gốc.',
  },
  'table/repeated-column': {
    number: 'VH742',
    severity: 'error',
    message: 'Cột “{column}” có hai lần trong dòng tiêu đề, không biết phải dùng cột nào.',
    hint: 'Xóa hoặc đổi tên một trong hai cột “{column}”.',
  },
  'table/row-width': {
    number: 'VH743',
    severity: 'error',
    message: 'Dòng {line} có {found} ô, trong khi dòng tiêu đề có {expected} cột; dòng này không được dùng.',
    hint: 'Xem lại dòng {line}: ô có dấu phẩy hoặc dấu chấm phẩy phải đặt trong dấu nháy kép.',
  },
  'table/more-rows': {
    number: 'VH749',
    severity: 'error',
    message:
      'Còn {count} dòng khác, từ dòng {first} đến dòng {last}, có số ô không khớp dòng tiêu đề; các dòng này không được dùng.',
    hint: 'Nhiều dòng cùng sai thì xem lại dấu phân cách và dòng tiêu đề của tệp; có thể tệp khác bị chép nhầm tên.',
  },
  'table/rest-unchecked': {
    number: 'VH767',
    severity: 'error',
    message: 'Từ dòng {line} còn {count} dòng chưa được kiểm tra, vì các dòng trước đã có quá nhiều lỗi.',
    hint: 'Xem lại thứ tự cột và dấu phân cách, hoặc đặt lại đúng tệp, rồi chạy lại.',
  },
  'table/too-many-columns': {
    number: 'VH769',
    severity: 'error',
    message: 'Dòng tiêu đề có {count} cột, nhiều hơn mức {limit} cột; tệp chưa được đọc.',
    hint: 'Kiểm tra xem có chép nhầm tệp khác vào tên này không, đặt lại đúng tệp rồi chạy lại.',
  },
  'table/broken-quotes': {
    number: 'VH744',
    severity: 'error',
    message: 'Dấu nháy kép bị thừa hoặc thiếu ở gần dòng {line}, nên không đọc được cả tệp.',
    hint: 'Sửa dấu nháy kép ở dòng {line}: mỗi dấu mở phải có một dấu đóng.',
  },
  'registry/unreadable': {
    number: 'VH745',
    severity: 'error',
    message: 'Không mở được danh mục đơn vị hành chính ở “{path}” (mã lỗi {reason}).',
    hint: 'Kiểm tra lại đường dẫn ở mục registry của tdkvh.yaml (khi gõ lệnh: ở --registry hoặc TDKVH_REGISTRY).',
  },
  'registry/no-list': {
    number: 'VH748',
    severity: 'error',
    message: 'Thư mục “{path}” không có danh sách đơn vị nào (tệp có tên units….csv).',
    hint: 'Chọn đúng thư mục danh mục, hoặc đặt tên danh sách là units.csv.',
  },
  'registry/changed': {
    number: 'VH746',
    severity: 'warning',
    message: 'Danh mục đơn vị ở “{path}” đã bị sửa sau khi lập: nội dung không khớp với mã kiểm tra đi kèm.',
    hint: 'Nếu cố ý sửa thì cập nhật registry.json; nếu không thì cài lại danh mục.',
  },
  'registry/date-too-early': {
    number: 'VH747',
    severity: 'info',
    message:
      'Danh mục “{registry}” đúng từ ngày {knownFrom}; với ngày {date} danh mục chỉ gần đúng, các đơn vị đã nhập trước đó không còn trong danh mục.',
    hint: 'Đối chiếu units.csv với danh sách đơn vị của địa phương tại ngày {date}.',
  },
  'units/short-code': {
    number: 'VH750',
    severity: 'warning',
    message: 'Mã “{code}” của {name} thiếu số 0 ở đầu; đã đọc là “{restored}”.',
    hint: 'Ghi lại mã “{restored}” và để cột mã ở dạng văn bản (Text).',
  },
  'units/not-a-count': {
    number: 'VH751',
    severity: 'error',
    message: '“{text}” ở cột “{column}” không phải là số nguyên không âm.',
    hint: 'Chỉ ghi chữ số, ví dụ 1234; để trống nếu chưa biết.',
  },
  'units/level-unknown': {
    number: 'VH752',
    severity: 'error',
    message: 'Không xác định được cấp của {name} (mã “{code}”); dòng này không được dùng.',
    hint: 'Điền cột level: province (tỉnh), district (huyện) hoặc commune (xã).',
  },
  'units/level-against-type': {
    number: 'VH753',
    severity: 'error',
    message: '{name} ghi cấp “{level}”, nhưng “{type}” không phải là đơn vị của cấp đó.',
    hint: 'Sửa cột level hoặc cột type cho khớp nhau.',
  },
  'units/repeated-code': {
    number: 'VH754',
    severity: 'error',
    message: 'Mã “{code}” dùng cho cả {name} và {other} trong cùng thời gian.',
    hint: 'Sửa mã của một trong hai đơn vị, hoặc ghi valid_from, valid_to để hai dòng không trùng thời gian.',
  },
  'units/repeated-name': {
    number: 'VH755',
    severity: 'error',
    message: '{name} có hai mã “{code}” và “{otherCode}” trong cùng một đơn vị cấp trên.',
    hint: 'Xóa dòng thừa hoặc sửa tên, loại của một trong hai đơn vị.',
  },
  'units/parent-missing': {
    number: 'VH756',
    severity: 'error',
    message: 'Đơn vị cấp trên “{parent}” của {name} không có trong danh sách.',
    hint: 'Sửa cột parent_code, hoặc thêm dòng cho đơn vị “{parent}”.',
  },
  'units/outside-parent-period': {
    number: 'VH757',
    severity: 'error',
    message:
      '{name} có hiệu lực trong khoảng {period}, nhưng đơn vị cấp trên {parent} không có hiệu lực suốt thời gian đó ({parentPeriod}).',
    hint: 'Sửa valid_from, valid_to của một trong hai đơn vị, hoặc sửa parent_code.',
  },
  'units/parent-level': {
    number: 'VH758',
    severity: 'error',
    message: '{name} ghi trực thuộc {parent}, nhưng {parent} không phải là cấp cao hơn.',
    hint: 'Sửa cột parent_code của {name}.',
  },
  'units/not-in-registry': {
    number: 'VH759',
    severity: 'warning',
    message: '{name} (mã “{code}”) không có trong danh mục đơn vị hành chính cùng thời gian.',
    hint: 'Kiểm tra lại mã “{code}”; nếu đúng thì không cần sửa, danh sách của cơ quan được dùng.',
  },
  'units/name-differs': {
    number: 'VH760',
    severity: 'warning',
    message: 'Mã “{code}” ghi là {name}, còn trong danh mục là {registryName}.',
    hint: 'Kiểm tra tên và mã; nếu danh sách của cơ quan đúng thì không cần sửa.',
  },
  'units/parent-differs': {
    number: 'VH761',
    severity: 'warning',
    message: '{name} ghi trực thuộc mã “{parent}”, còn trong danh mục là mã “{registryParent}”.',
    hint: 'Kiểm tra cột parent_code; nếu danh sách của cơ quan đúng thì không cần sửa.',
  },
  'units/root-missing': {
    number: 'VH762',
    severity: 'error',
    message: 'Đơn vị lập báo cáo có mã “{code}” không có trong danh sách đơn vị tại ngày {date}.',
    hint: 'Sửa mục unit hoặc referenceDate trong tdkvh.yaml, hoặc thêm đơn vị này vào units.csv.',
  },
  'units/nobody-due': {
    number: 'VH763',
    severity: 'error',
    message:
      '{name} không có đơn vị cấp xã nào trong danh sách tại ngày {date}, nên không biết đơn vị nào phải báo cáo.',
    hint: 'Thêm các xã, phường, thị trấn vào units.csv, hoặc sửa cột parent_code và ngày hiệu lực của các dòng đó.',
  },
  'units/root-not-in-force': {
    number: 'VH764',
    severity: 'error',
    message: 'Mã “{code}” là {name}, có hiệu lực trong khoảng {period}, không gồm ngày {date}.',
    hint: 'Sửa mục unit hoặc referenceDate trong tdkvh.yaml cho khớp nhau.',
  },
  'units/district-itself-due': {
    number: 'VH765',
    severity: 'info',
    message: '{name} không có đơn vị cấp xã trong danh sách, nên chính {name} là đơn vị phải gửi số liệu.',
    hint: 'Nếu {name} có xã, phường, thị trấn thì thêm các đơn vị đó vào units.csv.',
  },
  'units/without-parent': {
    number: 'VH768',
    severity: 'error',
    message:
      '{name} (mã “{code}”) không ghi đơn vị cấp trên nên không thuộc báo cáo nào, sẽ không ai đôn đốc.',
    hint: 'Ghi mã đơn vị cấp trên vào cột parent_code của {name}.',
  },
});
