/** VH34x-VH36x: findings of rules about one row or one cell of a form. */
import { defineFindings } from './define.js';

export const ROW_RULE_FINDINGS = defineFindings({
  'row/required-blank': {
    number: 'VH340',
    severity: 'error',
    message:
      '{row}: “{field}” chưa có số liệu (ô trống, hoặc chỉ ghi “-”, “…”) nên chỉ tiêu này của cả đơn vị chưa được tính{answers}.',
    hint: 'Điền số liệu; nếu thực tế không có thì ghi 0.',
  },
  'row/required-answer-blank': {
    number: 'VH369',
    severity: 'error',
    message: '{row}: “{field}” là mục bắt buộc nhưng chưa được ghi (ô trống, hoặc chỉ ghi “-”, “…”).',
    hint: 'Điền mục này rồi gửi lại.',
  },
  'row/column-blank': {
    number: 'VH366',
    severity: 'error',
    message:
      '“{field}” chưa có số liệu ở tất cả {rows} dòng (ô trống, hoặc chỉ ghi “-”, “…”) nên chỉ tiêu này của cả đơn vị chưa được tính{answers}.',
    hint: 'Điền số liệu cho từng dòng; dòng nào thực tế không có thì ghi 0.',
  },
  'row/ratio-below': {
    number: 'VH367',
    severity: 'warning',
    message:
      '{row}: “{field}” {value} trên “{per}” {base} bình quân {ratio}, thấp hơn mức thường gặp thấp nhất là {limit}.',
    hint: 'Kiểm tra lại hai số liệu này.',
  },
  'row/ratio-above': {
    number: 'VH368',
    severity: 'warning',
    message:
      '{row}: “{field}” {value} trên “{per}” {base} bình quân {ratio}, cao hơn mức thường gặp cao nhất là {limit}.',
    hint: 'Kiểm tra lại hai số liệu này.',
  },
  'row/below-minimum': {
    number: 'VH341',
    severity: 'error',
    message: '{row}: “{field}” là {value}, thấp hơn mức thấp nhất {limit} là {difference}.',
    hint: 'Kiểm tra lại số liệu của ô này.',
  },
  'row/above-maximum': {
    number: 'VH342',
    severity: 'error',
    message: '{row}: “{field}” là {value}, vượt mức cao nhất {limit} là {difference}.',
    hint: 'Kiểm tra lại số liệu của ô này.',
  },
  'row/not-whole': {
    number: 'VH343',
    severity: 'error',
    message: '{row}: “{field}” là {value}, phải là số nguyên.',
    hint: 'Ghi số nguyên, không có phần thập phân.',
  },
  'row/choice-not-allowed': {
    number: 'VH344',
    severity: 'error',
    message: '{row}: “{field}” ghi “{value}”, ở đây chỉ dùng một trong các câu trả lời: {allowed}.',
    hint: 'Chọn lại câu trả lời trong danh sách.',
  },
  'row/duplicate-key': {
    number: 'VH345',
    severity: 'error',
    message: '“{row}” xuất hiện {times} lần, ở các dòng {rows}, nên số liệu bị tính trùng.',
    hint: 'Giữ lại một dòng; nếu là các thôn khác nhau thì ghi rõ tên để phân biệt.',
  },
  'row/same-name-unclear': {
    number: 'VH346',
    severity: 'warning',
    message:
      '“{row}” xuất hiện {times} lần, ở các dòng {rows}, mà “{telling}” còn để trống nên chưa rõ là một hay nhiều nơi.',
    hint: 'Ghi “{telling}” ở từng dòng, hoặc xóa dòng trùng.',
  },
  'row/part-exceeds-whole': {
    number: 'VH347',
    severity: 'error',
    message: '{row}: {parts} lớn hơn “{whole}” ({wholeValue}), vượt {difference}.',
    hint: 'Kiểm tra cả hai ô; số thành phần không được lớn hơn tổng số.',
  },
  'row/parts-exceed-whole': {
    number: 'VH348',
    severity: 'error',
    message: '{row}: cộng {parts} lớn hơn “{whole}” ({wholeValue}), vượt {difference}.',
    hint: 'Kiểm tra các ô thành phần và ô tổng số.',
  },
  'row/only-one-given': {
    number: 'VH349',
    severity: 'warning',
    message: '{row}: đã ghi {given} nhưng còn thiếu {blank}; các nội dung này phải đi cùng nhau.',
    hint: 'Điền đủ các nội dung đi cùng, hoặc để trống tất cả.',
  },
  'row/both-given': {
    number: 'VH350',
    severity: 'error',
    message: '{row}: {fields} không thể cùng có.',
    hint: 'Giữ lại nội dung đúng, xóa nội dung kia hoặc ghi 0.',
  },
  'row/implied-blank': {
    number: 'VH351',
    severity: 'error',
    message: '{row}: “{if}” ghi “{given}” nhưng “{then}” còn để trống.',
    hint: 'Điền nội dung còn thiếu hoặc sửa lại nội dung đã ghi.',
  },
  'row/implied-differs': {
    number: 'VH352',
    severity: 'error',
    message: '{row}: “{if}” ghi “{given}” nhưng “{then}” ghi “{needed}”, cần là: {condition}.',
    hint: 'Kiểm tra hai ô và sửa ô chưa đúng.',
  },
  'row/implied-not-blank': {
    number: 'VH353',
    severity: 'error',
    message: '{row}: “{if}” ghi “{given}” thì “{then}” phải để trống, hiện ghi “{needed}”.',
    hint: 'Xóa nội dung thừa hoặc sửa lại nội dung kia.',
  },
  'row/rate-truncated': {
    number: 'VH354',
    severity: 'info',
    message:
      '{row}: “{field}” ghi {typed} do cắt bớt số lẻ; làm tròn đúng là {right} ({numerator}/{denominator}).',
    hint: 'Không cần sửa; báo cáo tổng hợp dùng tỷ lệ đã làm tròn đúng.',
  },
  'row/rate-near': {
    number: 'VH355',
    severity: 'warning',
    message:
      '{row}: “{field}” ghi {typed}, tính lại là {right} ({numerator}/{denominator}), lệch {difference} điểm phần trăm.',
    hint: 'Kiểm tra lại tỷ lệ đã ghi; sửa cho khớp với số lượng.',
  },
  'row/rate-differs': {
    number: 'VH356',
    severity: 'error',
    message:
      '{row}: “{field}” ghi {typed}, tính lại “{numeratorLabel}” trên “{denominatorLabel}” là {right} ({numerator}/{denominator}), lệch {difference} điểm phần trăm.',
    hint: 'Kiểm tra tử số, mẫu số và tỷ lệ; sửa ô sai.',
  },
  'row/rate-digits-swapped': {
    number: 'VH357',
    severity: 'error',
    message:
      '{row}: “{field}” ghi {typed}, tính lại là {right} ({numerator}/{denominator}): có thể đã đảo hai chữ số liền nhau.',
    hint: 'Sửa lại tỷ lệ nếu đúng là gõ đảo chữ số.',
  },
  'row/rate-other-base': {
    number: 'VH358',
    severity: 'warning',
    message:
      '{row}: tỷ lệ {typed} là tính trên “{base}” ({baseValue}), không phải trên “{denominatorLabel}” ({denominator}); tính đúng là {right}.',
    hint: 'Ghi tỷ lệ tính trên đúng mẫu số của cột.',
  },
  'row/rate-inverted': {
    number: 'VH359',
    severity: 'error',
    message:
      '{row}: tỷ lệ {typed} là lấy “{denominatorLabel}” ({denominator}) chia cho “{numeratorLabel}” ({numerator}); tính đúng là {right}.',
    hint: 'Đổi lại tử số và mẫu số khi tính tỷ lệ.',
  },
  'row/rate-over-hundred': {
    number: 'VH360',
    severity: 'error',
    message: '{row}: “{part}” ({numerator}) trên “{whole}” ({denominator}) là {rate}, vượt 100%.',
    hint: 'Kiểm tra cả hai ô; tỷ lệ không thể vượt 100%.',
  },
  'row/rate-nearly-full': {
    number: 'VH361',
    severity: 'warning',
    message: '{row}: “{part}” ({numerator}) trên “{whole}” ({denominator}) là {rate}, từ {limit}% trở lên.',
    hint: 'Xác nhận số liệu theo biên bản bình xét.',
  },
  'row/not-eligible': {
    number: 'VH362',
    severity: 'error',
    message: '{row}: “{if}” ghi “{given}” nhưng điều kiện “{then}” mới là “{needed}”, cần là: {condition}.',
    hint: 'Đối chiếu điều kiện xét tặng; sửa ô chưa đúng.',
  },
  'row/not-eligible-blank': {
    number: 'VH363',
    severity: 'error',
    message: '{row}: “{if}” ghi “{given}” nhưng điều kiện “{then}” còn để trống.',
    hint: 'Bổ sung nội dung của điều kiện.',
  },
  'row/amount-too-high': {
    number: 'VH370',
    severity: 'error',
    message: '{row}: “{field}” là {value}, trên mức có thể có là {limit}: có thể ghi theo đồng, nghìn đồng.',
    hint: 'Ghi lại theo triệu đồng.',
  },
  'row/amount-apart': {
    number: 'VH371',
    severity: 'warning',
    message:
      '{row}: “{field}” là {value}, gấp {times} lần {other} ({usual}): có thể hai số không cùng đơn vị tính.',
    hint: 'Ghi lại theo triệu đồng.',
  },
  'row/amounts-all-high': {
    number: 'VH399',
    severity: 'warning',
    message: '{amounts} từ {limit} trở lên: có thể cả biểu ghi theo nghìn đồng.',
    hint: 'Kiểm tra đơn vị tính; ghi lại theo triệu đồng.',
  },
  'row/sum-differs': {
    number: 'VH364',
    severity: 'error',
    message: '{row}: “{field}” ghi {total}, trong khi cộng {parts} được {sum}, chênh lệch {difference}.',
    hint: 'Cộng lại các phần và sửa ô sai.',
  },
  'row/before-cut-off': {
    number: 'VH365',
    severity: 'info',
    message: 'Số liệu tính đến ngày {date}, trước mốc chốt {cutOff} của {fields}, mà chưa ghi là số ước.',
    hint: 'Ghi tính chất số liệu là ước cả năm, hoặc cập nhật sau ngày chốt.',
  },
});
