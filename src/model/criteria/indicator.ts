/** An indicator and its terms: what is added or counted, over what. */
import { z } from 'zod';
import { answers, answeringField, formId, numberField, numberFields } from './references.js';
import { basis, confirmed, identifier, laterNames, text, type Admitted } from './shapes.js';

const rowFilter = z
  .strictObject({
    field: answeringField('in').describe('Mã chỉ tiêu dùng để lọc.'),
    in: answers.describe('Các câu trả lời được tính.'),
    unless: z
      .exactOptional(
        z.strictObject({
          field: answeringField('in').describe('Mã chỉ tiêu dùng để bỏ dòng.'),
          in: answers.describe('Các câu trả lời không tính; dòng chưa trả lời vẫn được tính.'),
        }),
      )
      .describe('Trong các dòng đó, không tính dòng có một trong các câu trả lời này.'),
  })
  .meta({ id: 'rowFilter' });
export type RowFilter = Admitted<typeof rowFilter>;

const where = z.exactOptional(rowFilter).describe('Chỉ tính các dòng có một trong các câu trả lời này.');

const countedRows = [
  z.strictObject({
    count: answeringField('in').describe(
      'Đếm các dòng (thôn, tổ dân phố, mô hình) có câu trả lời nêu ở khóa in.',
    ),
    in: answers.describe('Các câu trả lời được đếm.'),
    where,
  }),
  z.strictObject({
    positive: numberField.describe('Đếm các dòng có số liệu lớn hơn 0, hoặc từ mức atLeast trở lên.'),
    atLeast: z.exactOptional(z.int().min(1)).describe('Mức thấp nhất được đếm.'),
    where,
  }),
  z.strictObject({ rows: formId.describe('Đếm các dòng của một biểu mẫu.'), where }),
] as const;

/** A number of rows: what a unit may also give as one number. */
export const rowCountSchema = z.union(countedRows);
export type RowCount = Admitted<typeof rowCountSchema>;

/** One side of an indicator, over the rows or the own figures of a unit. */
export const termSchema = z
  .union([
    z.strictObject({
      sum: z
        .union([numberField, numberFields])
        .describe('Cộng số liệu của một chỉ tiêu hoặc của nhiều chỉ tiêu.'),
      where,
    }),
    ...countedRows,
    z.strictObject({ units: z.literal('all').describe('Đếm mọi đơn vị phải báo cáo.') }),
    z.strictObject({
      units: z.literal('positive').describe('Đếm các đơn vị có số liệu lớn hơn 0.'),
      field: numberField.describe('Mã chỉ tiêu của đơn vị.'),
    }),
    z.strictObject({
      units: z.literal('in').describe('Đếm các đơn vị có câu trả lời nêu ở khóa in.'),
      field: answeringField('in').describe('Mã chỉ tiêu của đơn vị.'),
      in: answers.describe('Các câu trả lời được đếm.'),
    }),
    z.strictObject({
      units: z.literal('withRows').describe('Đếm các đơn vị có ít nhất một dòng trong biểu mẫu.'),
      form: formId.describe('Mã biểu mẫu.'),
    }),
  ])
  .meta({ id: 'term' });
export type Term = Admitted<typeof termSchema>;

/**
 * An indicator. Without a denominator it is a count or an amount; with one, a rate in percent.
 * Every field with an aggregation is an indicator of its own id without being listed here
 * (choices: one per answer, id `field:answer`).
 */
export const indicatorSchema = z
  .strictObject({
    id: identifier.describe('Mã của chỉ tiêu tổng hợp; trở thành khóa trong results.json.'),
    topic: z
      .exactOptional(identifier)
      .describe(
        'Phần của báo cáo có chỉ tiêu này: families, areas, communes, agencies, institutions, arts, civility, models, unity, direction.',
      ),
    label: text.describe('Tên chỉ tiêu như in trong báo cáo.'),
    laterLabels: laterNames,
    unit: text.describe('Đơn vị tính của tử số: hộ, thôn, tổ dân phố.'),
    numerator: termSchema.describe('Tử số, hoặc số liệu được cộng khi không có mẫu số.'),
    denominator: z.exactOptional(termSchema).describe('Mẫu số; có mẫu số thì chỉ tiêu là tỷ lệ phần trăm.'),
    baseLabel: z.exactOptional(text).describe('Tên gọi của mẫu số, in cạnh tỷ lệ, ví dụ “tổng số hộ”.'),
    headline: z
      .boolean()
      .describe('true nếu là chỉ tiêu chủ yếu: có câu nhận xét, khoảng dao động và dòng trong Phụ lục I.'),
    pending: z
      .exactOptional(termSchema)
      .describe('Số còn chờ quyết định trong tử số, ví dụ số thôn, tổ dân phố chưa có quyết định.'),
    noRateWhilePending: z
      .exactOptional(z.boolean())
      .describe('true nếu không in tỷ lệ khi còn chờ quyết định.'),
    fallbackBase: z
      .exactOptional(z.literal('households'))
      .describe('Cột của units.csv được dùng làm mẫu số của đơn vị chưa báo cáo khi tính khoảng dao động.'),
    basis,
    confirmed,
  })
  .describe(
    'Một chỉ tiêu tổng hợp: số cộng, số đếm hoặc tỷ lệ. Chỉ tiêu báo cáo nào cũng tự được tổng hợp theo aggregation mà không cần ghi ở đây.',
  );

export type IndicatorDefinition = Admitted<typeof indicatorSchema>;
