/** VH4xx: findings of rules about totals of a unit: sums, declared numbers, slips of the hand, quotas, standards. */
import { defineFindings } from './define.js';

export const TOTAL_RULE_FINDINGS = defineFindings({
  'total/row-differs': {
    number: 'VH401',
    severity: 'error',
    message: 'Dòng tổng của “{field}” ghi {total}, các dòng cộng lại là {sum}, chênh lệch {difference}.',
    hint: 'Tìm dòng sai hoặc dòng thiếu; sửa xong thì cộng lại dòng tổng.',
  },
  'total/row-count-differs': {
    number: 'VH402',
    severity: 'error',
    message: '{form} có {sum}, trong khi “{field}” khai {total}, chênh lệch {difference}.',
    hint: 'Bổ sung dòng còn thiếu, hoặc sửa số đã khai.',
  },
  'total/sum-differs': {
    number: 'VH403',
    severity: 'error',
    message: '“{field}” ghi {total}, trong khi cộng {parts} được {sum}, chênh lệch {difference}.',
    hint: 'Kiểm tra hai nguồn số liệu và sửa số chưa đúng.',
  },
  'total/two-places-differ': {
    number: 'VH404',
    severity: 'error',
    message:
      '“{field}” nhập hai nơi khác nhau: ghi chung {total}, các dòng cộng lại {sum}, chênh lệch {difference}.',
    hint: 'Chỉ nhập một nơi, hoặc sửa cho hai nơi bằng nhau.',
  },
  'total/part-exceeds-whole': {
    number: 'VH405',
    severity: 'error',
    message: '{row}: {parts} lớn hơn “{whole}” ({wholeValue}), vượt {difference}.',
    hint: 'Kiểm tra các số chung của đơn vị và tổng các dòng.',
  },
  'total/rate-over-hundred': {
    number: 'VH406',
    severity: 'error',
    message: '{row}: “{part}” ({numerator}) trên “{whole}” ({denominator}) là {rate}, vượt 100%.',
    hint: 'Kiểm tra cả hai số; tỷ lệ không thể vượt 100%.',
  },
  'total/rate-nearly-full': {
    number: 'VH407',
    severity: 'warning',
    message: '{row}: “{part}” ({numerator}) trên “{whole}” ({denominator}) là {rate}, từ {limit}% trở lên.',
    hint: 'Xác nhận số liệu theo biên bản bình xét.',
  },
  'total/known-rows-exceed': {
    number: 'VH408',
    severity: 'error',
    message: '“{field}” ghi {total}, trong khi mới cộng các số đã ghi đã được {sum}, vượt {difference}.',
    hint: 'Kiểm tra số ghi chung và từng số đã ghi; ghi đủ các ô còn trống.',
  },
  'total/sum-too-large': {
    number: 'VH409',
    severity: 'error',
    message:
      '“{field}”: các số đã ghi cộng lại vượt quá {limit}, nên không thể cộng chính xác và chưa được tính.',
    hint: 'Kiểm tra đơn vị tính và số chữ số 0 của từng số; sửa số ghi sai.',
  },
  'total/rows-given-differ': {
    number: 'VH410',
    severity: 'error',
    message:
      '“{field}” ghi {total}, trong khi đếm theo danh sách ở trang “{sheet}” được {sum}, chênh lệch {difference}.',
    hint: 'Đối chiếu số tổng với danh sách; sửa số ghi sai hoặc dòng thiếu, thừa trong danh sách.',
  },
  'total/kinds-differ': {
    number: 'VH417',
    severity: 'error',
    message: '{parts} cộng lại là {sum}, trong khi “{whole}”{how} là {wholeValue}, chênh lệch {difference}.',
    hint: 'Đối chiếu số của từng loại với tổng số và danh sách; sửa số ghi sai.',
  },
  'total/digits-swapped': {
    number: 'VH411',
    severity: 'info',
    message: '“{field}” ghi {typed}, cộng lại là {right}: có thể đã đảo hai chữ số liền nhau.',
    hint: 'Sửa số tổng nếu đúng là gõ đảo chữ số.',
  },
  'total/digit-doubled': {
    number: 'VH412',
    severity: 'info',
    message: '“{field}” ghi {typed}, cộng lại là {right}: có thể một chữ số bị gõ hai lần hoặc gõ thiếu.',
    hint: 'Sửa số tổng nếu đúng là gõ lặp hoặc thiếu chữ số.',
  },
  'total/zero-slip': {
    number: 'VH413',
    severity: 'info',
    message: '“{field}” ghi {typed}, cộng lại là {right}: có thể thừa hoặc thiếu một chữ số 0 ở giữa.',
    hint: 'Sửa số tổng nếu đúng là thừa, thiếu chữ số 0.',
  },
  'total/decimal-slip': {
    number: 'VH414',
    severity: 'info',
    message:
      '“{field}” ghi {typed}, cộng lại là {right}: có thể thừa, thiếu số 0 ở cuối hoặc đặt sai dấu thập phân.',
    hint: 'Kiểm tra đơn vị tính và dấu thập phân của số tổng.',
  },
  'total/one-digit-differs': {
    number: 'VH415',
    severity: 'info',
    message: '“{field}” ghi {typed}, cộng lại là {right}: chỉ khác một chữ số.',
    hint: 'Xem lại chữ số khác nhau ở số tổng và ở các dòng.',
  },
  'total/row-explains': {
    number: 'VH416',
    severity: 'info',
    message:
      '“{field}” sẽ khớp với số tổng nếu dòng “{row}” là {right} thay vì {typed}: có thể gõ nhầm chữ số ở dòng này.',
    hint: 'Xem lại dòng đã nêu trước khi sửa số tổng.',
  },
  'total/quota-exceeded': {
    number: 'VH420',
    severity: 'error',
    message:
      '“{part}” là {given}, vượt {difference} so với mức cao nhất {allowed} ({percent}% của “{eligible}” là {base}).',
    hint: 'Kiểm tra số được khen thưởng và số đủ điều kiện.',
  },
  'total/standard-not-met': {
    number: 'VH421',
    severity: 'error',
    message: '“{field}” ghi “{given}” trong khi {count} tiêu chí tự đánh giá không đạt: {criteria}.',
    hint: 'Sửa kết quả tự đánh giá nếu ghi nhầm, hoặc bỏ đề nghị.',
  },
});
