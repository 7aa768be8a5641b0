/** VH541-VH569, VH627 and VH641-VH689: findings about changes of the map, earlier periods and comparisons. */
import { defineFindings } from './define.js';

export const CHANGE_FINDINGS = defineFindings({
  'units/two-parents': {
    number: 'VH541',
    severity: 'error',
    message: '{name} (mã “{code}”) ghi trực thuộc cả “{parent}” và “{otherParent}” trong cùng thời gian.',
    hint: 'Giữ một dòng, hoặc ghi valid_from, valid_to để hai dòng nối tiếp nhau.',
  },
  'crosswalk/unknown-old': {
    number: 'VH542',
    severity: 'error',
    message: 'Ngày {date} không có đơn vị nào mang mã cũ “{code}”.',
    hint: 'Sửa old_code hoặc old_valid_to của dòng này theo danh mục đơn vị trước khi sắp xếp.',
  },
  'crosswalk/unknown-new': {
    number: 'VH543',
    severity: 'error',
    message: 'Ngày {date} không có đơn vị nào mang mã mới “{code}”.',
    hint: 'Sửa new_code của dòng này, hoặc sửa old_valid_to cho đúng ngày trước khi đơn vị mới có hiệu lực.',
  },
  'crosswalk/date-unclear': {
    number: 'VH544',
    severity: 'error',
    message: 'Dòng {old} → {new} không ghi old_valid_to và danh mục không cho biết chắc ngày thay đổi.',
    hint: 'Ghi old_valid_to là ngày cuối cùng đơn vị cũ còn hiệu lực, ví dụ 2025-06-30.',
  },
  'crosswalk/unit-lost': {
    number: 'VH545',
    severity: 'error',
    message:
      '{name} không còn trong khoảng từ {from} đến {to} nhưng bảng chuyển đổi không cho biết nhập vào đơn vị nào.',
    hint: 'Thêm vào crosswalk.csv dòng cho đơn vị này: nhập vào đơn vị nào, toàn bộ hay một phần.',
  },
  'crosswalk/unit-invented': {
    number: 'VH546',
    severity: 'error',
    message:
      '{name} mới có trong khoảng từ {from} đến {to} nhưng bảng chuyển đổi không cho biết lập từ đơn vị nào.',
    hint: 'Thêm vào crosswalk.csv các dòng cho biết đơn vị này lập từ những đơn vị cũ nào.',
  },
  'crosswalk/counted-twice': {
    number: 'VH547',
    severity: 'error',
    message: '{name} đã ghi nhập toàn bộ (whole) vào {new} nhưng còn ghi vào {others}: sẽ bị cộng hai lần.',
    hint: 'Bỏ dòng thừa, hoặc sửa area thành part ở tất cả các dòng của đơn vị này.',
  },
  'crosswalk/people-contradict': {
    number: 'VH548',
    severity: 'error',
    message: 'Cột people của {name} không khớp nhau: {all} dòng all, {some} dòng some, {none} dòng none.',
    hint: 'Ghi một dòng all và các dòng khác none, hoặc từ hai dòng some trở lên.',
  },
  'crosswalk/rest-lost': {
    number: 'VH549',
    severity: 'error',
    message: '{name} chỉ có một dòng và ghi nhập một phần (part): phần còn lại không rõ về đâu.',
    hint: 'Thêm dòng cho phần còn lại, hoặc sửa area thành whole nếu nhập toàn bộ.',
  },
  'crosswalk/rest-unchecked': {
    number: 'VH627',
    severity: 'error',
    message:
      'Từ dòng {line} còn {count} dòng của bảng chuyển đổi chưa được kiểm tra, vì các dòng trước đã có quá nhiều lỗi.',
    hint: 'Sửa các lỗi đã nêu (thường cùng một nguyên nhân: sai cột, sai bảng mã) rồi chạy lại.',
  },
  'crosswalk/weights-sum': {
    number: 'VH550',
    severity: 'error',
    message: 'Các tỷ lệ (weight) của {name} cộng lại bằng {sum}, phải bằng đúng 1.',
    hint: 'Sửa cột weight của các dòng cùng old_code để tổng bằng đúng 1.',
  },
  'crosswalk/weight-missing': {
    number: 'VH551',
    severity: 'error',
    message: 'Dòng {name} → {new} không có tỷ lệ (weight) trong khi các dòng khác của đơn vị này có.',
    hint: 'Ghi weight cho mọi dòng some của đơn vị này, hoặc bỏ trống tất cả.',
  },
  'crosswalk/weight-against-people': {
    number: 'VH552',
    severity: 'error',
    message: 'Dòng {name} → {new} ghi tỷ lệ {weight} nhưng people là {people}.',
    hint: 'Với people là all thì weight bằng 1 hoặc để trống; với none thì bằng 0 hoặc để trống.',
  },
  'comparison/no-crosswalk': {
    number: 'VH555',
    severity: 'warning',
    message:
      'Từ {from} đến {to} địa giới đã thay đổi ({gone} đơn vị cũ không còn, {made} đơn vị mới) mà chưa có bảng chuyển đổi, nên số kỳ trước chưa được quy đổi.',
    hint: 'Lập crosswalk.csv, hoặc ghi danh mục có bảng chuyển đổi ở mục registry của tdkvh.yaml (khi gõ lệnh: ở --registry).',
  },
  'comparison/doubtful-map': {
    number: 'VH556',
    severity: 'warning',
    message: 'Bảng chuyển đổi còn {count} lỗi nên số kỳ {period} chưa được quy đổi theo địa giới hiện nay.',
    hint: 'Sửa các lỗi của crosswalk.csv đã nêu rồi chạy lại.',
  },
  'comparison/no-basis': {
    number: 'VH557',
    severity: 'warning',
    message:
      '{name} cùng mã với một đơn vị ngày {date} nhưng danh mục ghi là hai đơn vị khác nhau: không có căn cứ đối chiếu.',
    hint: 'Nếu địa bàn và dân cư không đổi (chỉ đổi tên, đổi loại), thêm vào crosswalk.csv dòng sau (từ old_code đến people): {row}',
  },
  'comparison/renamed': {
    number: 'VH558',
    severity: 'warning',
    message:
      'Mã “{code}” trong kết quả kỳ {period} là {old}, nay là {new}, mà danh mục không ghi thay đổi: không có căn cứ đối chiếu.',
    hint: 'Nếu là cùng một địa bàn, thêm vào crosswalk.csv dòng cho đơn vị này; nếu không thì sửa units.csv.',
  },
  'comparison/split-block': {
    number: 'VH559',
    severity: 'info',
    message:
      '{new}: lập từ {count} đơn vị cũ trong đó có đơn vị bị chia, nên kỳ {period} không so sánh được ở cấp xã; chỉ so sánh tổng của cả nhóm.',
    hint: 'Không cần sửa; muốn có số ước tính thì ghi estimates: areas hoặc weights ở mục comparison của tdkvh.yaml.',
  },
  'comparison/estimated': {
    number: 'VH563',
    severity: 'info',
    message:
      '{new}: lập từ {count} đơn vị cũ trong đó có đơn vị bị chia; số kỳ {period} của từng đơn vị là ước tính theo mục comparison.estimates.',
    hint: 'Không cần sửa; khi trích dẫn phải ghi rõ là số ước tính.',
  },
  'comparison/no-shares': {
    number: 'VH564',
    severity: 'warning',
    message:
      '{new}: chưa đủ căn cứ để ước tính số kỳ {period} từ {count} đơn vị cũ, trong đó có đơn vị bị chia; chỉ so sánh tổng của cả nhóm.',
    hint: 'Với weights: ghi cột weight ở mọi dòng của các đơn vị cũ này; với areas: các xã ghi đủ cột “Thuộc xã, phường, thị trấn cũ” và tổng số hộ.',
  },
  'comparison/land-moved': {
    number: 'VH560',
    severity: 'info',
    message:
      '{name}: có phần đất chuyển đi hoặc nhận về nhưng dân cư không đổi; số kỳ {period} vẫn so sánh được.',
    hint: 'Không cần sửa.',
  },
  'previous/unreadable': {
    number: 'VH641',
    severity: 'error',
    message: 'Không đọc được “{path}” ({reason}).',
    hint: 'Kiểm tra quyền đọc của tệp, hoặc chép lại tệp.',
  },
  'previous/not-json': {
    number: 'VH642',
    severity: 'error',
    message: 'Tệp kết quả bị hỏng, hoặc không phải là tệp results.json do chương trình ghi ra.',
    hint: 'Chép lại results.json từ thư mục out của kỳ đó.',
  },
  'previous/other-schema': {
    number: 'VH643',
    severity: 'error',
    message: 'Tệp kết quả ghi phiên bản “{actual}”, chương trình này đọc “{expected}”.',
    hint: 'Chạy lại tdkvh aggregate cho kỳ đó bằng phiên bản hiện nay để có results.json mới.',
  },
  'previous/malformed': {
    number: 'VH644',
    severity: 'error',
    message: 'Tệp kết quả kỳ trước không đúng cấu trúc ở {count} chỗ, chỗ đầu tiên: {place}.',
    hint: 'Chép lại results.json từ thư mục out của kỳ đó; không sửa tệp bằng tay.',
  },
  'previous/not-read': {
    number: 'VH645',
    severity: 'warning',
    message: '“{path}” trong thư mục previous không được đọc vì tên không có dạng ….results.json.',
    hint: 'Đổi tên tệp, ví dụ 2024.results.json, nếu là kết quả của kỳ trước.',
  },
  'previous/not-earlier': {
    number: 'VH646',
    severity: 'error',
    message: 'Kết quả kỳ {actual} không phải là kỳ trước của kỳ {expected}; không được dùng để so sánh.',
    hint: 'Bỏ tệp này ra khỏi thư mục previous; với tdkvh compare thì ghi tệp của kỳ trước đứng trước.',
  },
  'previous/other-kind': {
    number: 'VH647',
    severity: 'warning',
    message:
      'Kết quả kỳ {period} khác loại kỳ (năm, 6 tháng, đăng ký) với kỳ {current}; chỉ nêu số, không so sánh.',
    hint: 'Dùng kết quả cùng loại kỳ của năm trước.',
  },
  'previous/other-criteria': {
    number: 'VH648',
    severity: 'info',
    message:
      'Kết quả kỳ {period} theo “{actual}”, kỳ này theo “{expected}”; chênh lệch có thể do đổi tiêu chí.',
    hint: 'Ghi rõ điều này khi nhận xét tăng, giảm.',
  },
  'previous/other-unit': {
    number: 'VH649',
    severity: 'error',
    message: 'Kết quả kỳ {period} là của {name} (mã “{code}”), không có phần nào thuộc địa bàn hiện nay.',
    hint: 'Bỏ tệp này ra khỏi previous, hoặc bổ sung crosswalk.csv nếu địa bàn đã nhập về đây.',
  },
  'previous/unit-twice': {
    number: 'VH650',
    severity: 'error',
    message:
      '{name} kỳ {period} có trong cả “{path}” và “{otherFile}” với số khác nhau; số kỳ trước của đơn vị này không được dùng.',
    hint: 'Chỉ để một tệp có đơn vị này trong previous.',
  },
  'previous/other-date': {
    number: 'VH651',
    severity: 'error',
    message:
      'Kết quả kỳ {period} lấy danh sách đơn vị ngày {date}, khác tệp “{otherFile}” cùng kỳ (ngày {otherDate}); không được dùng.',
    hint: 'Các tệp cùng kỳ phải cùng ngày danh sách đơn vị; lập lại tệp này với referenceDate {otherDate}.',
  },
  'previous/no-figure': {
    number: 'VH652',
    severity: 'error',
    message: 'Dòng này để trống cột “{column}” nên không có số liệu dùng được.',
    hint: 'Với số lượng thì ghi numerator; với tỷ lệ thì ghi numerator và denominator, hoặc chỉ ghi rate.',
  },
  'previous/rate-of-count': {
    number: 'VH657',
    severity: 'error',
    message: '“{indicator}” là chỉ tiêu số lượng, không có mẫu số và tỷ lệ; dòng này không được dùng.',
    hint: 'Chỉ ghi cột numerator, hoặc chọn chỉ tiêu tỷ lệ tương ứng.',
  },
  'previous/no-base': {
    number: 'VH658',
    severity: 'error',
    message: '“{indicator}” có mẫu số bằng 0 nên không có tỷ lệ; dòng này không được dùng.',
    hint: 'Ghi đúng mẫu số; bỏ dòng này nếu kỳ đó không có số liệu.',
  },
  'previous/not-exact': {
    number: 'VH653',
    severity: 'error',
    message:
      '“{text}” ở cột “{column}” không phải là số của chỉ tiêu này (nhiều nhất {scale} chữ số thập phân).',
    hint: 'Chỉ ghi chữ số, dấu phẩy hoặc dấu chấm thập phân, không ghi dấu phân cách nghìn.',
  },
  'previous/rate-disagrees': {
    number: 'VH654',
    severity: 'warning',
    message: 'Tỷ lệ ghi {rate}% nhưng {numerator}/{denominator} là {computed}; dùng tử số và mẫu số.',
    hint: 'Kiểm tra lại ba số theo báo cáo đã công bố.',
  },
  'previous/two-sources': {
    number: 'VH655',
    severity: 'error',
    message:
      'so-lieu.csv ghi “{indicator}” của đơn vị {unit} kỳ {period} khác kết quả trong “{path}”; dòng này không được dùng.',
    hint: 'Bỏ dòng này, hoặc bỏ tệp kết quả nếu so-lieu.csv mới đúng.',
  },
  'previous/unknown-unit': {
    number: 'VH656',
    severity: 'error',
    message: 'Ngày {date} không có đơn vị nào mang mã “{code}”; dòng này không được dùng.',
    hint: 'Sửa unit_code theo mã của đơn vị ở kỳ {period}.',
  },
  'previous/none': {
    number: 'VH659',
    severity: 'error',
    message: 'Chưa có kết quả kỳ trước nào trong thư mục “{path}”; không có gì để so sánh.',
    hint: 'Chép results.json của kỳ trước vào đó với tên như 2023.results.json, hoặc nêu hai tệp: tdkvh compare <kỳ trước> <kỳ này>.',
  },
  'targets/nobody': {
    number: 'VH661',
    severity: 'warning',
    message: 'Chỉ tiêu “{indicator}” giao cho “{scope}” nhưng không có đơn vị nào như vậy trong báo cáo.',
    hint: 'Sửa cột unit_or_class của targets.csv: mã đơn vị, loại đơn vị (xã, phường …) hoặc loại địa bàn.',
  },
  'targets/no-class': {
    number: 'VH663',
    severity: 'warning',
    message:
      'Chỉ tiêu “{indicator}” được giao theo loại địa bàn nhưng chưa rõ loại địa bàn của {units}; chưa đối chiếu các đơn vị này với chỉ tiêu đó.',
    hint: 'Ghi cột area_class của units.csv, hoặc đề nghị đơn vị chọn diện của đơn vị ở trang “Thông tin”.',
  },
  'targets/other-figure': {
    number: 'VH662',
    severity: 'warning',
    message:
      'Chỉ tiêu “{indicator}” được giao theo {kind} nhưng báo cáo không có số như vậy; không đánh giá được.',
    hint: 'Sửa cột kind (rate: tỷ lệ, count: số lượng), cột value hoặc cột indicator của targets.csv.',
  },
});
