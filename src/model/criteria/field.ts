/** A field: what is reported, where it is entered, what its marks mean and how it adds up. */
import { z } from 'zod';
import type { RowCount } from './indicator.js';
import {
  basis,
  confirmed,
  DAY_OF_YEAR,
  identifier,
  laterNames,
  periodKind,
  text,
  unitKinds,
  validity,
  type Admitted,
} from './shapes.js';

/** What a mark means in a field. Absent = the mark is not understood there (a finding). */
const marksSchema = z.strictObject({
  dash: z
    .exactOptional(z.enum(['zero', 'missing', 'notApplicable']))
    .describe(
      'Dấu gạch ngang (“-”, “–”): zero là số 0; missing là chưa có số liệu; notApplicable là không áp dụng.',
    ),
  ellipsis: z.exactOptional(z.literal('missing')).describe('Dấu ba chấm (“…”, “...”): chưa có số liệu.'),
  x: z
    .exactOptional(z.literal('notApplicable'))
    .describe('Chữ “x” hoặc “X” trong cột số liệu: không áp dụng.'),
  none: z.exactOptional(z.literal('zero')).describe('Chữ “không”, “không có” trong cột số liệu: số 0.'),
  pending: z
    .exactOptional(z.boolean())
    .describe('true nếu các chữ như “chưa có quyết định”, “chờ quyết định” nghĩa là đang chờ quyết định.'),
  tick: z
    .exactOptional(z.boolean())
    .describe(
      'true nếu cột yêu cầu đánh dấu: ô để trống được hiểu là “không” ở dòng đã có tên và có số liệu khác.',
    ),
});
export type Marks = Admitted<typeof marksSchema>;

/** An answer. A yesNo field has `yes` and `no`. */
const choiceSchema = z
  .strictObject({
    id: identifier.describe('Mã của câu trả lời; quy tắc và chỉ tiêu tổng hợp gọi câu trả lời bằng mã này.'),
    label: text.describe('Câu trả lời như in trong biểu mẫu.'),
    aliases: z.exactOptional(z.array(text)).describe('Các cách ghi khác cũng được hiểu là câu trả lời này.'),
    validTo: validity.validTo,
  })
  .meta({ id: 'choice' });
export type ChoiceDefinition = Admitted<typeof choiceSchema>;

export const FIELD_TYPES = ['count', 'amount', 'percent', 'choice', 'yesNo', 'text', 'date'] as const;

const fieldId = identifier.describe('Mã của chỉ tiêu, ví dụ households; trở thành khóa trong results.json.');

export const fieldSchema = z
  .strictObject({
    id: fieldId,
    form: identifier.describe('Mã biểu mẫu có chỉ tiêu này.'),
    alsoIn: z
      .exactOptional(
        z.strictObject({
          form: identifier.describe('Mã biểu mẫu thứ hai; phải có shape: list.'),
          code: text.describe('Mã dòng của chỉ tiêu trong biểu mẫu thứ hai.'),
          group: z.exactOptional(identifier).describe('Nhóm của chỉ tiêu trong biểu mẫu thứ hai.'),
        }),
      )
      .describe('Nơi thứ hai có thể ghi cùng chỉ tiêu (dùng với enterAt: either).'),
    code: z
      .exactOptional(text)
      .describe('Mã dòng trong biểu mẫu dạng list, ví dụ A1; không trùng trong một biểu mẫu.'),
    group: z.exactOptional(identifier).describe('Mã nhóm tiêu đề của chỉ tiêu trong biểu mẫu.'),
    label: text.describe('Tiêu đề cột hoặc nội dung dòng; không trùng trong một biểu mẫu và một nhóm.'),
    aliases: z
      .exactOptional(z.array(text))
      .describe('Các cách ghi tiêu đề khác đã gặp; cột hoặc dòng mang tiêu đề này vẫn được nhận ra.'),
    laterLabels: laterNames,
    unit: z.exactOptional(text).describe('Đơn vị tính: hộ, người, nhà, triệu đồng.'),
    type: z
      .enum(FIELD_TYPES)
      .describe(
        'Loại dữ liệu. count: số đếm; amount: số có phần thập phân; percent: tỷ lệ phần trăm; choice: chọn một câu trả lời; yesNo: có hoặc không; text: chữ; date: ngày.',
      ),
    scale: z.int().min(0).max(6).describe('Số chữ số thập phân được giữ; 0 với số đếm.'),
    aggregation: z
      .enum(['sum', 'countOf', 'none'])
      .describe('Cách tổng hợp. sum: cộng; countOf: đếm từng câu trả lời; none: không tổng hợp.'),
    asOf: z
      .exactOptional(z.string().regex(new RegExp(`^(?:assessment|decision|year|${DAY_OF_YEAR})$`, 'u')))
      .describe(
        'Thời điểm chốt số liệu. assessment: thời điểm bình xét; decision: theo quyết định; year: cả năm; hoặc tháng-ngày dạng MM-DD, ví dụ 10-31.',
      ),
    requiredIn: z
      .array(periodKind)
      .describe(
        'Loại kỳ báo cáo bắt buộc có số liệu. registration: đăng ký đầu năm; H1: 6 tháng; year: cả năm.',
      ),
    askedIn: z
      .exactOptional(z.array(periodKind).min(1))
      .describe(
        'Loại kỳ báo cáo có hỏi mục này. Bỏ trống: kỳ đăng ký chỉ hỏi mục bắt buộc, kỳ khác hỏi mọi mục.',
      ),
    enterAt: z
      .enum(['area', 'commune', 'either', 'upper', 'agency'])
      .describe(
        'Cấp ghi số liệu. area: từng thôn, tổ dân phố; commune: cấp xã; either: một trong hai nơi, ghi cả hai thì được đối chiếu; upper: cấp tổng hợp; agency: cơ quan thành viên.',
      ),
    core: z.boolean().describe('true nếu chỉ tiêu có trong biểu rút gọn.'),
    marks: marksSchema.describe(
      'Ý nghĩa của các dấu, chữ thay cho số liệu; dấu không được khai thì không được hiểu và bị báo.',
    ),
    choices: z
      .exactOptional(z.array(choiceSchema).min(1))
      .describe('Các câu trả lời của chỉ tiêu loại choice hoặc yesNo, theo thứ tự in.'),
    appliesWhen: z
      .exactOptional(
        z.strictObject({
          field: identifier.describe('Mã chỉ tiêu quyết định, trong cùng biểu mẫu.'),
          in: z.array(identifier).min(1).describe('Các câu trả lời khiến chỉ tiêu áp dụng.'),
        }),
      )
      .describe(
        'Chỉ tiêu chỉ áp dụng ở dòng có một trong các câu trả lời này; ô để trống ở dòng khác là “không áp dụng”.',
      ),
    rateOf: z
      .exactOptional(identifier)
      .describe(
        'Chỉ tiêu đếm, trong cùng biểu mẫu, mà tỷ lệ do đơn vị tự ghi này nói đến; cột “Tỷ lệ %” cạnh chỉ tiêu đó được đọc vào đây.',
      ),
    extension: z
      .exactOptional(identifier)
      .describe(
        'Tên nhóm chỉ tiêu mở rộng; chỉ dùng khi bộ tiêu chí của địa phương bật nhóm đó ở khóa enable.',
      ),
    instruction: z.exactOptional(text).describe('Hướng dẫn hiện ra khi chọn ô để nhập.'),
    ...validity,
    ...unitKinds,
    basis,
    confirmed,
  })
  .describe('Một chỉ tiêu báo cáo: một cột của bảng hoặc một dòng của danh mục.');

export interface FieldDefinition extends Admitted<typeof fieldSchema> {
  /** The number of rows that the field gives at once: of a total, which own forms may ask for. */
  readonly totalOf?: RowCount;
}

/** Properties that fields of a type or a form share unless they say otherwise. */
export const fieldDefaultsSchema = fieldSchema
  .omit({ id: true, form: true, label: true })
  .partial()
  .meta({ id: 'defaults' });
