/** VH700 to VH719 and VH857: findings about criteria sets. */
import { defineFindings } from './define.js';

export const CRITERIA_FINDINGS = defineFindings({
  'criteria/unknown-key': {
    number: 'VH700',
    severity: 'error',
    message: 'Khóa “{key}” ở {place} không có trong quy định của bộ tiêu chí.',
    hint: 'Sửa tên khóa “{key}” nếu gõ nhầm, hoặc xóa khóa này.{remark}',
  },
  'criteria/wrong-value': {
    number: 'VH701',
    severity: 'error',
    message: '{place} đang ghi “{actual}”, không đúng yêu cầu (cần: {expected}).',
    hint: 'Sửa giá trị ở {place}.{remark}',
  },
  'criteria/missing-key': {
    number: 'VH702',
    severity: 'error',
    message: '{place} thiếu khóa bắt buộc “{key}”.',
    hint: 'Bổ sung khóa “{key}” cho {place}.{remark}',
  },
  'criteria/unknown-reference': {
    number: 'VH703',
    severity: 'error',
    message: '{place} nhắc tới “{id}”, nhưng bộ tiêu chí không có mục này.',
    hint: 'Sửa “{id}” thành id có trong bộ tiêu chí, hoặc bổ sung mục còn thiếu.{remark}',
  },
  'criteria/repeated-id': {
    number: 'VH704',
    severity: 'error',
    message: 'Id “{id}” được dùng hai lần ở {place}.',
    hint: 'Đổi id của một trong hai mục, hoặc gộp hai mục làm một.',
  },
  'criteria/repeated-label': {
    number: 'VH705',
    severity: 'error',
    message: 'Tên gọi “{label}” dùng cho cả {place} và {other}.',
    hint: 'Đổi nhãn hoặc tên gọi khác (aliases) của một trong hai mục.',
  },
  'criteria/repeated-code': {
    number: 'VH706',
    severity: 'error',
    message: 'Mã dòng “{code}” dùng cho cả {place} và {other}.',
    hint: 'Đặt mã khác cho một trong hai dòng.',
  },
  'criteria/overlapping-dates': {
    number: 'VH707',
    severity: 'error',
    message: '{place} và {other} cùng có hiệu lực trong một khoảng thời gian.',
    hint: 'Ghi ngày kết thúc của mục trước là ngày liền trước ngày bắt đầu của mục sau.',
  },
  'criteria/no-example': {
    number: 'VH708',
    severity: 'error',
    message: '{rule} không có đủ ví dụ đúng (pass) và ví dụ sai (fail).',
    hint: 'Bổ sung examples gồm một ví dụ đúng và một ví dụ sai.',
  },
  'criteria/unknown-choice': {
    number: 'VH709',
    severity: 'error',
    message:
      '{place} nhắc tới câu trả lời “{answer}” mà chỉ tiêu {field} không có (các câu trả lời: {allowed}).',
    hint: 'Sửa “{answer}” thành một trong các câu trả lời: {allowed}.',
  },
  'criteria/entry-place': {
    number: 'VH710',
    severity: 'error',
    message: 'Nơi nhập của {place} không nhất quán: enterAt ghi “{enterAt}”.',
    hint: 'Ghi enterAt: either cùng với alsoIn (biểu và mã dòng), hoặc bỏ alsoIn; sửa enterAt cho hợp với cơ quan gửi biểu.',
  },
  'criteria/extends-cycle': {
    number: 'VH711',
    severity: 'error',
    message: 'Bộ tiêu chí “{id}” kế thừa chính nó: {circle}.',
    hint: 'Sửa khóa extends của một trong các tệp ấy để chuỗi kế thừa kết thúc ở một bộ tiêu chí quốc gia.{remark}',
  },
  'criteria/extends-unknown': {
    number: 'VH712',
    severity: 'error',
    message: 'Không tìm thấy bộ tiêu chí được kế thừa “{base}”.',
    hint: 'Sửa khóa extends thành id của bộ kèm theo chương trình hoặc đường dẫn của một tệp.{remark}',
  },
  'criteria/not-a-set': {
    number: 'VH713',
    severity: 'error',
    message: 'Tệp không phải là bộ tiêu chí (thiếu dòng “schema: {schema}”).',
    hint: 'Ghi “schema: {schema}” ở dòng đầu, hoặc chọn đúng tệp bộ tiêu chí.',
  },
  'criteria/nothing-to-change': {
    number: 'VH714',
    severity: 'error',
    message: 'Khóa {place} nhắc tới “{id}”, nhưng bộ được kế thừa không có mục này.',
    hint: 'Sửa “{id}” cho đúng id của bộ được kế thừa, hoặc xóa dòng này.{remark}',
  },
  'criteria/unsuitable-field': {
    number: 'VH715',
    severity: 'error',
    message: '{place} dùng chỉ tiêu “{id}” thuộc kiểu {type}, không tính toán được theo cách này.',
    hint: 'Chọn chỉ tiêu số (count, amount, percent) để cộng, so sánh; chọn chỉ tiêu choice hoặc yesNo để đếm câu trả lời.',
  },
  'criteria/dates-reversed': {
    number: 'VH716',
    severity: 'error',
    message: '{place} có ngày kết thúc {to} trước ngày bắt đầu {from}.',
    hint: 'Sửa lại ngày bắt đầu hoặc ngày kết thúc.',
  },
  'criteria/include-missing': {
    number: 'VH717',
    severity: 'error',
    message: 'Không có tệp “{include}” mà khóa includes nêu tên.{suggestion}',
    hint: 'Sửa tên tệp ở khóa includes, hoặc chép tệp còn thiếu vào thư mục của bộ tiêu chí.',
  },
  'criteria/included-twice': {
    number: 'VH718',
    severity: 'error',
    message: 'Tệp “{include}” đã được đọc vào bộ tiêu chí trước dòng này: {before}.',
    hint: 'Xóa dòng này; mỗi tệp chỉ nêu tên một lần và không nêu lại tệp chính.',
  },
  'criteria/main-key-in-part': {
    number: 'VH719',
    severity: 'error',
    message: 'Khóa “{key}” chỉ ghi ở tệp chính {file}, không ghi ở tệp được nêu tên ở includes.',
    hint: 'Chuyển khóa “{key}” sang {file}, hoặc xóa dòng này.',
  },
  'criteria/removed-in-use': {
    number: 'VH857',
    severity: 'error',
    message: 'Khóa remove bỏ {what} “{id}”, nhưng {count} mục khác của bộ tiêu chí còn dùng: {users}.',
    hint: 'Nếu bỏ hẳn “{id}”: {steps}. Nếu không định bỏ thì xóa “{id}” khỏi remove.',
  },
});
