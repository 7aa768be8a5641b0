/** What all rules share; each kind brings its own keys with it (src/validation/rules). No expression language. */
import { z } from 'zod';
import { answers, anyField, conditionField, formId, numberField, numberFields } from './references.js';
import {
  areaClass,
  basis,
  confirmed,
  identifier,
  isoDate,
  periodKind,
  severity,
  text,
  unitType,
  type Admitted,
} from './shapes.js';

/** Figures as typed in the YAML: the smallest submission(s) that pass or fail. */
const figures = z
  .record(anyField, z.union([z.number(), z.string(), z.null()]))
  .meta({ id: 'figures', description: 'Mã chỉ tiêu và số liệu như ghi trong biểu mẫu; null là ô để trống.' });

const exampleSchema = z
  .strictObject({
    rows: z.exactOptional(z.array(figures)).describe('Các dòng của bảng: mã chỉ tiêu và số liệu.'),
    own: z
      .exactOptional(figures)
      .describe('Số liệu của chính đơn vị, ở biểu mẫu dạng danh mục hoặc Thông tin.'),
    totals: z.exactOptional(figures).describe('Dòng cộng do đơn vị tự ghi.'),
    peers: z
      .exactOptional(z.array(figures))
      .describe('Số liệu của các đơn vị khác trong cùng kỳ, với quy tắc so sánh giữa các đơn vị.'),
    previous: z.exactOptional(figures).describe('Tổng số của kỳ trước của chính đơn vị.'),
    previousRows: z.exactOptional(z.array(figures)).describe('Các dòng của cùng bảng ở kỳ này năm trước.'),
    areaClass: z.exactOptional(areaClass).describe('Loại địa bàn của đơn vị.'),
    unitType: z.exactOptional(unitType).describe('Loại đơn vị: xã, phường, thị trấn, đặc khu.'),
    dataAsOf: z.exactOptional(isoDate).describe('Ngày chốt số liệu ghi trong Thông tin.'),
    period: z
      .exactOptional(z.string().regex(/^\d{4}(?:-H1|-DK)?$/u))
      .describe('Kỳ báo cáo của ví dụ; bỏ trống là năm đầu tiên của bộ tiêu chí.'),
  })
  .meta({ id: 'example' });
export type RuleExample = Admitted<typeof exampleSchema>;

/** Keys of every rule. */
export const ruleBaseSchema = z.strictObject({
  id: identifier.describe('Mã của quy tắc.'),
  severity: severity.describe('Mức độ. error: phải sửa; warning: cần xác nhận; info: lưu ý.'),
  trial: z
    .exactOptional(z.boolean())
    .describe('true nếu quy tắc đang thử nghiệm: vẫn báo nhưng không làm số liệu bị loại.'),
  label: text.describe('Tên quy tắc, hiện trong các danh sách.'),
  instruction: text.describe('Việc người lập biểu cần làm, hiện dưới mỗi vấn đề được phát hiện.'),
  basis,
  confirmed,
  validFrom: z.exactOptional(isoDate).describe('Ngày đầu tiên áp dụng quy tắc, dạng 2025-07-01.'),
  validTo: z.exactOptional(isoDate).describe('Ngày cuối cùng áp dụng quy tắc, tính cả ngày đó.'),
  periodKinds: z
    .exactOptional(z.array(periodKind).min(1))
    .describe('Loại kỳ báo cáo áp dụng quy tắc; bỏ trống là mọi kỳ.'),
  missing: z
    .enum(['skip', 'zero'])
    .describe(
      'Khi thiếu số liệu. skip: không xét và được đếm là chưa xét; zero: “không áp dụng” được tính là 0, số liệu thiếu vẫn không xét.',
    ),
  excludes: z
    .exactOptional(z.union([z.array(anyField), z.literal('form'), z.literal('none')]))
    .describe(
      'Chỉ tiêu bị loại khỏi tổng hợp khi quy tắc báo lỗi: danh sách mã chỉ tiêu; form là mọi chỉ tiêu của biểu mẫu; none là không loại; bỏ trống là các chỉ tiêu nêu trong lỗi.',
    ),
  examples: z
    .strictObject({
      pass: exampleSchema.describe('Số liệu đúng: quy tắc không được báo gì.'),
      fail: exampleSchema.describe('Số liệu sai: quy tắc phải báo.'),
    })
    .describe('Một ví dụ đúng và một ví dụ sai; lệnh “tdkvh criteria check” chạy thử cả hai.'),
});
export type RuleBase = Admitted<typeof ruleBaseSchema>;

/** Own keys of each kind; every file of src/validation/rules adds its line, so that no kind goes without a shape. */
// oxlint-disable-next-line typescript/no-empty-object-type -- filled by the files of the kinds
export interface RuleShapes {}

/** The closed set of rule kinds. */
export type RuleKind = keyof RuleShapes;
export type RuleOf<Kind extends RuleKind> = RuleBase & { readonly kind: Kind } & RuleShapes[Kind];
export type RuleDefinition = { readonly [Kind in RuleKind]: RuleOf<Kind> }[RuleKind];

/** Keys that several kinds have. */
export const level = z
  .enum(['row', 'unit', 'both'])
  .describe('Nơi so sánh. row: từng dòng; unit: tổng của đơn vị; both: cả hai.');
/** Where a comparison of figures is made: in each row, on the unit's sums, or both. */
export type RuleLevel = z.infer<typeof level>;

/** Percentages and points are exact text: "0.1". */
export const decimalText = z.string().regex(/^\d+(?:\.\d+)?$/u);

/** A condition on one field. */
export const condition = z
  .strictObject({
    field: conditionField.describe('Mã chỉ tiêu được xét.'),
    in: z.exactOptional(answers).describe('Điều kiện: có một trong các câu trả lời này.'),
    moreThan: z.exactOptional(z.number()).describe('Điều kiện: số liệu lớn hơn mức này.'),
    present: z.exactOptional(z.boolean()).describe('Điều kiện: true là đã ghi; false là để trống.'),
  })
  .meta({ id: 'condition' });
export type FieldCondition = Admitted<typeof condition>;

/** A reported total and what it should be the sum of. */
export const totalAndParts = {
  total: z
    .union([z.literal('totalRow'), numberField])
    .describe('Chỉ tiêu ghi tổng số; totalRow là dòng cộng do đơn vị tự ghi, xét từng cột.'),
  of: z
    .union([z.literal('rows'), numberFields])
    .describe('Các chỉ tiêu được cộng lại; rows là số dòng của biểu mẫu.'),
  form: formId.describe('Mã biểu mẫu có các dòng được cộng.'),
};

export const numeratorAndDenominator = {
  numerator: numberField.describe('Chỉ tiêu làm tử số.'),
  denominator: numberField.describe('Chỉ tiêu làm mẫu số.'),
};
