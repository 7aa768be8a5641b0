/** VH422, VH561-VH562, VH567-VH569, VH589-VH599: findings about results.json of a lower level, and figures of units on changed ground. */
import { defineFindings } from './define.js';

export const LOWER_FINDINGS = defineFindings({
  'lower/total-differs': {
    number: 'VH422',
    severity: 'error',
    message:
      'Kết quả của {unit}: {count} chỉ tiêu ghi khác với tổng cộng lại từ các đơn vị bên dưới: {differences}. Báo cáo này dùng số cộng lại.',
    hint: 'Đề nghị nơi gửi chạy lại tdkvh aggregate từ các tệp gốc rồi gửi lại results.json; không sửa tệp bằng tay.',
    cause: 'results.json bị sửa bằng tay sau khi tổng hợp, bị ghép từ hai lần chạy, hoặc tệp bị hỏng.',
    example: 'Huyện ghi 12.500 hộ, trong khi 14 xã trong cùng tệp cộng lại được 12.050 hộ.',
    remedy:
      'Số của cấp dưới luôn được cộng lại từ số của từng xã. Hỏi nơi gửi số nào đúng; nếu số của một xã sai thì xã sửa và nơi gửi tổng hợp lại.',
  },
  'lower/other-date': {
    number: 'VH561',
    severity: 'error',
    message:
      'Kết quả cấp dưới lấy danh sách đơn vị ngày {actual}, báo cáo này lấy ngày {expected}; giữa hai ngày đó địa giới của {units} đã thay đổi nên số của các đơn vị này chưa được tính.',
    hint: 'Đề nghị nơi gửi đặt referenceDate: {expectedIso} trong tdkvh.yaml, chạy lại rồi gửi lại results.json.',
    cause: 'Cùng một mã, cùng một tên nhưng trước và sau ngày thay đổi là hai địa bàn khác nhau.',
    example: 'Xã gửi kết quả theo danh sách ngày 30/6/2025, tỉnh tổng hợp theo danh sách ngày 31/12/2025.',
    remedy: 'Thống nhất ngày lấy danh sách đơn vị giữa hai cấp, rồi tổng hợp lại ở cấp dưới.',
  },
  'lower/list-differs': {
    number: 'VH562',
    severity: 'warning',
    message:
      'Kết quả của {unit} không có {count} đơn vị mà danh sách của báo cáo này ghi thuộc {unit}: {units}; các đơn vị này được coi là chưa báo cáo.',
    hint: 'Đối chiếu units.csv của hai cấp; nơi gửi bổ sung đơn vị còn thiếu rồi tổng hợp lại.',
    cause: 'Danh sách đơn vị của cấp dưới thiếu đơn vị, hoặc hai cấp dùng danh sách của hai ngày khác nhau.',
    example: 'Huyện có 14 xã nhưng units.csv của huyện chỉ ghi 13 xã.',
    remedy: 'Sửa units.csv của cấp dưới hoặc của báo cáo này, rồi chạy lại.',
  },
  'submission/changed-ground': {
    number: 'VH568',
    severity: 'error',
    message:
      'Không rõ địa bàn của số liệu: tệp ghi {said}; đến ngày {end} đó là {old}, còn ở báo cáo này là {unit} ({code}) trên địa bàn mới. Số liệu chưa được tính.',
    hint: 'Nếu số liệu là của cả địa bàn mới, thêm vào mục submissions của tdkvh.yaml dòng: {settlement}. Nếu là của đơn vị cũ, đề nghị đơn vị mới báo cáo gộp, hoặc tổng hợp kỳ này theo đơn vị cũ (referenceDate: {endIso}).',
    cause:
      'Kỳ báo cáo kết thúc trước khi sắp xếp đơn vị; nhiều đơn vị mới dùng lại mã hoặc tên của một đơn vị cũ nhưng địa bàn khác.',
    example: 'Tệp 6 tháng đầu năm 2025 của Xã An Bình cũ, trong khi Xã An Bình mới gồm ba xã cũ.',
    remedy:
      'Hỏi nơi gửi số liệu gồm những thôn của đơn vị cũ nào, rồi khai trong tdkvh.yaml hoặc tổng hợp theo đơn vị cũ.',
  },
  'submission/part-of-new-unit': {
    number: 'VH553',
    severity: 'error',
    message:
      '{unit} ({code}) không còn là đơn vị hành chính{until}{into}{others}: tệp chỉ có một phần số liệu của đơn vị hiện nay nên chưa được tính.',
    hint: 'Không gán tệp này cho đơn vị hiện nay. Đề nghị {successors} gộp số liệu của các đơn vị cũ vào biểu của mình; hoặc tổng hợp kỳ này theo đơn vị cũ (referenceDate: {lastDay}, units.csv của ngày đó).',
    cause:
      'Tệp của đơn vị cũ gửi vào kỳ tổng hợp theo đơn vị mới, mà đơn vị mới lập từ nhiều đơn vị cũ hoặc đơn vị cũ đã bị chia.',
    example: 'Tệp 6 tháng đầu năm của một trong ba xã cũ đã nhập thành một xã mới.',
    remedy:
      'Số của một phần không bao giờ được coi là số của cả đơn vị. Đơn vị mới cộng đủ các đơn vị cũ rồi gửi, hoặc tổng hợp theo danh sách đơn vị cũ.',
  },
  'lower/own-output': {
    number: 'VH569',
    severity: 'info',
    message: 'Tệp này do tdkvh lập ra khi tổng hợp, không phải biểu số liệu, nên không đọc.',
    hint: 'Không cần sửa; số liệu của cấp dưới lấy từ tệp results.json đi cùng.',
    cause: 'Cấp dưới gửi cả thư mục out, trong đó chỉ results.json là nguồn số liệu.',
    example: 'Huyện gửi results.json cùng tong-hop.xlsx, figures.csv và theo-doi.html.',
    remedy: 'Không cần làm gì nếu đã có results.json; nếu chưa có thì đề nghị nơi gửi bổ sung tệp đó.',
  },
  'lower/not-json': {
    number: 'VH567',
    severity: 'error',
    message: 'Tệp kết quả của cấp dưới bị hỏng, hoặc không phải là tệp results.json do chương trình ghi ra.',
    hint: 'Xin lại tệp results.json gốc trong thư mục out của nơi gửi.',
    cause: 'Tệp bị cắt khi gửi, hoặc bị sửa bằng tay.',
    example: 'Gửi qua thư điện tử, tệp chỉ còn một nửa.',
    remedy: 'Nén results.json thành tệp .zip rồi gửi lại.',
  },
  'lower/other-schema': {
    number: 'VH589',
    severity: 'error',
    message:
      'Tệp kết quả cấp dưới ghi phiên bản “{actual}”; chỉ tổng hợp được kết quả phiên bản “{expected}”.',
    hint: 'Đề nghị nơi gửi chạy lại tdkvh aggregate bằng cùng phiên bản chương trình và gửi tệp results.json.',
    cause: 'Tệp do phiên bản khác của chương trình lập, hoặc không phải là results.json.',
    example: 'Gửi nhầm findings.json thay cho results.json.',
    remedy: 'Gửi đúng tệp results.json do phiên bản hiện nay lập.',
  },
  'lower/malformed': {
    number: 'VH590',
    severity: 'error',
    message: 'Kết quả cấp dưới không đúng cấu trúc ở {count} chỗ, chỗ đầu tiên: {place}.',
    hint: 'Xin lại tệp results.json gốc; không sửa tệp bằng tay.',
    cause: 'Tệp bị sửa bằng tay hoặc do chương trình khác lập.',
    example: 'Một số nguyên bị đổi thành chữ, hoặc một cột thiếu một dòng.',
    remedy: 'Nơi gửi chạy lại tdkvh aggregate rồi gửi lại tệp.',
  },
  'lower/other-period': {
    number: 'VH591',
    severity: 'error',
    message: 'Kết quả của {unit} là của kỳ {actual}, khác kỳ đang tổng hợp {expected}; không được tính.',
    hint: 'Đề nghị {unit} gửi results.json của kỳ {expected}; kết quả kỳ trước thì để trong thư mục previous.',
    cause: 'Gửi nhầm kết quả của năm trước, của 6 tháng hay của kỳ đăng ký.',
    example: 'Đang tổng hợp năm 2024, huyện gửi kết quả năm 2023.',
    remedy: 'Thay bằng kết quả của đúng kỳ.',
  },
  'lower/other-criteria': {
    number: 'VH592',
    severity: 'error',
    message:
      'Kết quả của {unit} theo bộ tiêu chí {actual}, khác bộ đang dùng {expected}; không được tính vì hai bộ có thể đếm khác nhau.',
    hint: 'Đề nghị {unit} đặt criteria: {expected} trong tdkvh.yaml, chạy lại rồi gửi lại results.json.',
    cause: 'Hai cấp dùng hai bộ tiêu chí khác nhau.',
    example: 'Huyện dùng nd122-2018, tỉnh dùng nd86-2023.',
    remedy: 'Thống nhất một bộ tiêu chí cho cả hai cấp.',
  },
  'lower/definitions-differ': {
    number: 'VH593',
    severity: 'warning',
    message:
      'Kết quả của {unit} dùng bản khác của bộ tiêu chí {criteria} (khác mã băm nội dung); số được tính lại theo bộ của báo cáo này.{unknown}',
    hint: 'Gửi tệp bộ tiêu chí đang dùng cho {unit}, đề nghị chạy lại rồi gửi lại results.json.',
    cause: 'Một trong hai nơi đã sửa bộ tiêu chí hoặc dùng phiên bản khác của chương trình.',
    example: 'Huyện thêm một chỉ tiêu riêng vào bộ tiêu chí của tỉnh.',
    remedy: 'Dùng cùng một tệp bộ tiêu chí ở hai cấp.',
  },
  'lower/unit-not-below': {
    number: 'VH594',
    severity: 'error',
    message: 'Kết quả là của {unit} ({code}), {why}; không được tính.',
    hint: 'Kiểm tra tệp là của ai; chỉ để trong submissions kết quả của các đơn vị cấp dưới có tên trong units.csv. Kết quả của đơn vị đã giải thể chỉ tổng hợp được theo đơn vị cũ: đặt referenceDate là ngày còn đơn vị đó.',
    cause: 'Chép nhầm kết quả của chính mình hoặc của đơn vị khác, hoặc units.csv thiếu đơn vị này.',
    example: 'out/results.json của tỉnh được chép vào submissions của chính tỉnh đó.',
    remedy: 'Bỏ tệp ra khỏi submissions, hoặc bổ sung đơn vị vào units.csv.',
  },
  'lower/leaf-not-below': {
    number: 'VH595',
    severity: 'error',
    message: 'Kết quả của {sender} có số của {unit} ({code}), {why}; số của đơn vị này không được tính.',
    hint: 'Đối chiếu units.csv của hai cấp tại ngày {date}, sửa cho khớp rồi chạy lại.',
    cause: 'Danh sách đơn vị của hai cấp khác nhau, hoặc mã đã được dùng lại cho đơn vị khác.',
    example: 'units.csv của huyện ghi thêm một xã của huyện bên cạnh.',
    remedy: 'Sửa danh sách ở cấp bị sai; nếu sửa ở cấp dưới thì cấp dưới chạy lại rồi gửi lại results.json.',
  },
  'lower/incomplete': {
    number: 'VH596',
    severity: 'warning',
    message:
      'Kết quả của {unit} chưa đầy đủ: {missing} đơn vị chưa báo cáo, {errors} lỗi chưa xử lý; phần thiếu ở đó cũng thiếu ở báo cáo này.',
    hint: 'Khi {unit} nhận đủ, chạy lại và gửi lại, thay results.json cũ bằng bản mới.',
    cause: 'Cấp dưới gửi kết quả khi chưa đủ xã báo cáo hoặc còn lỗi.',
    example: 'Huyện gửi kết quả khi mới có 12/14 xã.',
    remedy: 'Đôn đốc nơi gửi; xem danh sách đơn vị còn thiếu ở phần tiến độ.',
  },
  'lower/draft': {
    number: 'VH597',
    severity: 'info',
    message: 'Kết quả của {unit} là bản dự thảo (chưa chạy với --final); số liệu vẫn được tính.',
    hint: 'Đề nghị {unit} chạy tdkvh aggregate --final và gửi lại nếu số liệu đã chốt.',
    cause: 'Cấp dưới chưa chốt số liệu.',
    example: 'Huyện gửi bản dự thảo để tỉnh tổng hợp trước.',
    remedy: 'Thay bằng bản chính thức khi có.',
  },
  'lower/two-documents': {
    number: 'VH598',
    severity: 'error',
    message: '{unit} có {count} tệp kết quả khác nhau: {files}; chưa tính tệp nào.',
    hint: 'Hỏi {unit} bản nào đúng, rồi bỏ bản kia bằng cách thêm vào mục submissions của tdkvh.yaml một trong các dòng: {settlement}',
    cause: 'Cấp dưới gửi lại kết quả mà bản cũ vẫn còn trong thư mục.',
    example: 'Huyện gửi results.json hai lần, trước và sau khi sửa.',
    remedy: 'Xóa bản cũ, hoặc ghi một dòng use: false cho bản không dùng.',
  },
  'lower/two-sources': {
    number: 'VH599',
    severity: 'error',
    message: 'Số liệu của {unit} đến từ {count} nguồn: {sources}; chưa tính nguồn nào.',
    hint: 'Chọn một nguồn: thêm vào mục submissions của tdkvh.yaml một trong các dòng: {settlement}',
    cause: 'Vừa nhận tệp của xã, vừa nhận kết quả của huyện đã có xã đó; cộng cả hai là tính trùng.',
    example: 'Tệp của Xã An Bình và results.json của huyện có Xã An Bình cùng nằm trong submissions.',
    remedy: 'Giữ một nguồn cho mỗi đơn vị; bỏ nguồn kia bằng dòng đã nêu hoặc xóa tệp.',
  },
});
