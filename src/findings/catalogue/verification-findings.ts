/** VH430-VH459: findings of `tdkvh verify`: figures of a report that contradict one another, the results or last year's report. */
import { defineFindings } from './define.js';

export const VERIFICATION_FINDINGS = defineFindings({
  'verify/share-differs': {
    number: 'VH430',
    severity: 'error',
    message: '{place} ghi {printed}, nhưng {basis} là {computed}; {cause}: “{words}”.',
    hint: 'Kiểm tra tử số, mẫu số và tỷ lệ với số liệu gốc rồi sửa số sai.',
  },
  'verify/share-truncated': {
    number: 'VH431',
    severity: 'info',
    message:
      '{place} ghi {printed}, là số cắt bớt chữ số chứ không làm tròn; {basis} là {computed}: “{words}”.',
    hint: 'Không bắt buộc sửa; nếu làm tròn theo quy tắc thì ghi {computed}.',
  },
  'verify/share-impossible': {
    number: 'VH432',
    severity: 'error',
    message:
      '{place} ghi {printed}, nhưng với {base} không có số nguyên nào cho tỷ lệ này ({nearest}): “{words}”.',
    hint: 'Kiểm tra tỷ lệ và tổng số với số liệu gốc rồi sửa số sai.',
  },
  'verify/over-hundred': {
    number: 'VH433',
    severity: 'error',
    message: '{place} ghi tỷ lệ {printed}, vượt quá 100%; {cause}: “{words}”.',
    hint: 'Kiểm tra dấu thập phân và mẫu số của tỷ lệ; nếu là phần trăm so với kế hoạch thì ghi rõ.',
  },
  'verify/part-exceeds-whole': {
    number: 'VH434',
    severity: 'error',
    message: '{place} ghi {part} lớn hơn tổng số {whole}; {cause}: “{words}”.',
    hint: 'Kiểm tra hai số với số liệu gốc rồi sửa số sai.',
  },
  'verify/parts-do-not-add': {
    number: 'VH435',
    severity: 'error',
    message: '{place} ghi tổng {whole}, nhưng các phần cộng lại là {sum} ({parts}); {cause}: “{words}”.',
    hint: 'Kiểm tra tổng và từng phần rồi sửa số sai, hoặc nêu đủ các phần.',
  },
  'verify/table-sum-differs': {
    number: 'VH436',
    severity: 'error',
    message: '{place}, cột “{column}”: {row} ghi {printed}, nhưng {parts} cộng lại là {sum}; {cause}.',
    hint: 'Cộng lại cột này và sửa dòng cộng hoặc dòng bị gõ sai.',
  },
  'verify/table-cross-sum-differs': {
    number: 'VH437',
    severity: 'error',
    message:
      '{place}, {row}: cột “{column}” ghi {printed}, nhưng các cột {parts} cộng lại là {sum}; {cause}.',
    hint: 'Cộng lại dòng này và sửa cột cộng hoặc cột bị gõ sai.',
  },
  'verify/two-values': {
    number: 'VH438',
    severity: 'error',
    message: '{place} ghi {printed}, nhưng {other} ghi {value} cho cùng nội dung{cause}: “{words}”.',
    hint: 'Xác định số đúng theo số liệu gốc rồi sửa cho thống nhất.',
  },
  'verify/extreme-untrue': {
    number: 'VH439',
    severity: 'error',
    message: '{place} nêu {claim}, nhưng {fact}: “{words}”.',
    hint: 'Kiểm tra lại đơn vị cao nhất, thấp nhất và tỷ lệ của đơn vị đó.',
  },
  'verify/unit-count-untrue': {
    number: 'VH440',
    severity: 'error',
    message: '{place} ghi {claim}, nhưng {fact}: “{words}”.',
    hint: 'Đếm lại số đơn vị theo bảng số liệu rồi sửa số sai.',
  },
  'verify/rank-untrue': {
    number: 'VH441',
    severity: 'error',
    message: '{place} ghi {claim}, nhưng theo số liệu là thứ {computed}: “{words}”.',
    hint: 'Xếp hạng lại theo cột số liệu rồi sửa.',
  },
  'verify/points-called-percent': {
    number: 'VH442',
    severity: 'warning',
    message: '{place} ghi {printed}, nhưng {fact}: “{words}”.',
    hint: 'Chênh lệch giữa hai tỷ lệ phải ghi là “điểm phần trăm”.',
  },
  'verify/change-contradicts': {
    number: 'VH443',
    severity: 'error',
    message: '{place} ghi {claim}, nhưng {basis} là {computed}: “{words}”.',
    hint: 'Kiểm tra hai số so sánh và mức tăng, giảm rồi sửa số sai.',
  },
  'verify/mean-differs': {
    number: 'VH464',
    severity: 'error',
    message: '{place} ghi {claim}, nhưng {basis} là {computed}: “{words}”.',
    hint: 'Kiểm tra tổng số và số đem chia; sửa số bình quân nếu hai số này đúng.',
  },
  'verify/previous-differs': {
    number: 'VH444',
    severity: 'error',
    message:
      '{place} ghi số kỳ trước là {printed}, nhưng báo cáo kỳ trước (“{otherFile}”, {other}) ghi {value}: “{words}”.',
    hint: 'Dùng số của báo cáo kỳ trước; nếu số đã được đính chính hoặc tính lại theo địa giới mới thì ghi rõ.',
  },
  'verify/hedge-contradicts': {
    number: 'VH445',
    severity: 'error',
    message: '{place} ghi “{claim}”, nhưng {basis} là {computed}: “{words}”.',
    hint: 'Bỏ hoặc đổi từ chỉ mức (trên, gần, khoảng…), hoặc sửa số sai.',
  },
  'verify/target-contradicts': {
    number: 'VH446',
    severity: 'error',
    message: '{place} ghi {claim}, nhưng {fact}: “{words}”.',
    hint: 'Kiểm tra chỉ tiêu và kết quả thực hiện rồi sửa câu hoặc số sai.',
  },
  'verify/document-damaged': {
    number: 'VH447',
    severity: 'error',
    message: 'Không đọc được trọn vẹn tệp này dưới dạng {format}. {reason}',
    hint: 'Mở bằng Word hoặc Excel, lưu thành tệp mới rồi đối chiếu lại; không mở được thì lấy lại bản gốc.',
  },
  'verify/empty': {
    number: 'VH696',
    severity: 'error',
    message: 'Tệp không có nội dung (dung lượng {bytes} byte) nên không có số liệu để đối chiếu.',
    hint: 'Mở bản gốc của báo cáo, lưu lại rồi đối chiếu; tệp tải về hoặc chép đến thì tải, chép lại.',
  },
  'verify/other-name': {
    number: 'VH697',
    severity: 'info',
    message: 'Tên tệp ghi đuôi {extension} nhưng nội dung là {format}; đã đối chiếu theo nội dung.',
    hint: 'Kiểm tra có đúng tệp cần đối chiếu không; đúng tệp thì không phải sửa gì.',
  },
  'verify/other-format': {
    number: 'VH448',
    severity: 'error',
    message: 'Tệp là {format}, không đối chiếu được.',
    hint: 'Mở bằng phần mềm đã tạo ra tệp, lưu thành .docx, .xlsx hoặc .txt (UTF-8) rồi đối chiếu lại.',
  },
  'verify/locked': {
    number: 'VH465',
    severity: 'error',
    message:
      'Tệp đã được mã hóa (có mật khẩu mở tệp hoặc bị hạn chế quyền xem) nên không đọc được để đối chiếu.',
    hint: 'Xin bản không có mật khẩu; hoặc mở tệp, vào Tệp → Thông tin, bỏ mật khẩu ở mục Bảo vệ, lưu lại rồi đối chiếu.',
  },
  'verify/scanned': {
    number: 'VH449',
    severity: 'error',
    message: 'Tệp là {format}: bản chụp hoặc bản in, không có chữ và số đọc được chắc chắn.',
    hint: 'Xin tệp Word gốc của báo cáo; nếu không có thì gõ lại các câu cần kiểm tra vào tệp .txt.',
  },
  'verify/tracked-changes': {
    number: 'VH450',
    severity: 'info',
    message:
      'Tệp còn {count} chỗ sửa có theo dõi chưa chấp nhận; đã đối chiếu cả bản sau khi sửa và bản trước khi sửa.',
    hint: 'Chấp nhận hoặc từ chối các chỗ sửa trước khi ký; thông báo của bản trước khi sửa có ghi “bản trước khi sửa”.',
  },
  'verify/nothing-to-check': {
    number: 'VH451',
    severity: 'warning',
    message: 'Tệp không có số liệu nào đối chiếu được: đọc được {figures} số, không số nào có căn cứ để so.',
    hint: 'Kiểm tra có đúng tệp cần đối chiếu không.',
  },
  'verify/figure-changed': {
    number: 'VH452',
    severity: 'error',
    message: '{place} ghi {printed}, nhưng kết quả tổng hợp là {expected}: “{words}”.',
    hint: 'Sửa lại theo kết quả tổng hợp; nếu số liệu thật đã đổi thì sửa ở biểu của đơn vị rồi tổng hợp lại.',
  },
  'verify/figure-deleted': {
    number: 'VH453',
    severity: 'error',
    message: '{place} không còn số {expected} mà báo cáo lập từ kết quả tổng hợp có: “{words}”.',
    hint: 'Kiểm tra số này bị xóa có chủ ý không; nếu không thì ghi lại theo kết quả tổng hợp.',
  },
  'verify/row-moved': {
    number: 'VH454',
    severity: 'error',
    message: '{place}: dòng “{expected}” mang số liệu của “{row}”.',
    hint: 'Chuyển các ô về đúng dòng, hoặc lập lại báo cáo từ kết quả tổng hợp.',
  },
  'verify/rows-reordered': {
    number: 'VH475',
    severity: 'warning',
    message:
      '{place} là dòng “{row}”, nơi báo cáo lập từ kết quả tổng hợp có dòng “{expected}”: các dòng bị đổi chỗ.',
    hint: 'Số của từng dòng vẫn đúng; nếu đổi thứ tự có chủ ý thì kiểm tra số thứ tự và các câu nói về thứ hạng, nếu không thì chép lại bảng.',
  },
  'verify/figures-added': {
    number: 'VH476',
    severity: 'info',
    message: '{place} có {figures} không nằm trong báo cáo lập từ kết quả tổng hợp: “{words}”.',
    hint: 'Người thêm câu này đối chiếu số với nguồn của mình; chương trình không có căn cứ để kiểm tra.',
  },
  'verify/row-missing': {
    number: 'VH455',
    severity: 'error',
    message: '{place}: không còn dòng “{expected}” mà báo cáo lập từ kết quả tổng hợp có.',
    hint: 'Kiểm tra dòng này bị xóa hoặc đổi tên có chủ ý không.',
  },
  'verify/other-results': {
    number: 'VH456',
    severity: 'warning',
    message:
      'Báo cáo có {marks} số mang dấu của chương trình, chỉ {known} số có trong kết quả tổng hợp được nêu: kết quả này của kỳ hoặc đơn vị khác.',
    hint: 'Nêu đúng tệp kết quả của báo cáo, ví dụ: tdkvh verify bao-cao.docx --results out/results.json.',
  },
  'verify/beyond-limits': {
    number: 'VH458',
    severity: 'warning',
    message: '{count} số từ {place} trở đi không được đối chiếu: {why}.',
    hint: 'Tách văn bản (hoặc câu) thành các phần ngắn hơn rồi kiểm tra từng phần.',
  },
  'verify/no-results': {
    number: 'VH457',
    severity: 'info',
    message:
      'Báo cáo do chương trình lập nhưng không thấy kết quả tổng hợp của nó, nên chỉ đối chiếu các số với nhau.',
    hint: 'Nêu tệp kết quả, ví dụ: tdkvh verify bao-cao.docx --results out/results.json.',
  },
});
