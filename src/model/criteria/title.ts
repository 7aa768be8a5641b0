/** Titles, their standards and criteria, with the dates on which names and deciders hold. */
import { z } from 'zod';
import {
  areaClass,
  basis,
  confirmed,
  DAY_OF_YEAR,
  identifier,
  isoDate,
  text,
  validity,
  type Admitted,
} from './shapes.js';

/** A label or decider with the first date it holds. */
const datedSchema = z
  .strictObject({
    from: z
      .exactOptional(isoDate)
      .describe('Ngày đầu tiên áp dụng, dạng 2025-07-01; bỏ trống là từ trước đến nay.'),
    to: z
      .exactOptional(isoDate)
      .describe('Ngày cuối cùng áp dụng, tính cả ngày đó; bỏ trống là chưa hết hiệu lực.'),
    text: text.describe('Nội dung như in trong báo cáo.'),
    basis,
    confirmed,
  })
  .meta({ id: 'dated' });
export type Dated = Admitted<typeof datedSchema>;

const score = z.number().min(0);

/** Codes of standards and criteria are printed: "I", "II.3". */
const code = z.string().regex(/^[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*$/u);

const criterionSchema = z.strictObject({
  id: code.describe('Mã của tiêu chí như in trong biểu, ví dụ II.3; không trùng trong một danh hiệu.'),
  text: text.describe('Nội dung tiêu chí theo văn bản.'),
  type: z
    .enum(['bool', 'count', 'rate', 'score'])
    .describe(
      'Cách đánh giá. bool: đạt hoặc không đạt; count: số lượng; rate: tỷ lệ phần trăm; score: điểm.',
    ),
  comparator: z
    .exactOptional(z.enum(['atLeast', 'atMost', 'above', 'below']))
    .describe('Cách so với ngưỡng. atLeast: từ … trở lên; atMost: không quá; above: trên; below: dưới.'),
  threshold: z
    .exactOptional(z.partialRecord(areaClass, z.number()))
    .describe(
      'Ngưỡng theo loại địa bàn: ordinary (thông thường), difficult (khó khăn), centralCity (quận của thành phố trực thuộc Trung ương).',
    ),
  compareWith: z
    .exactOptional(z.enum(['constant', 'provinceMean', 'previousYear']))
    .describe(
      'So với: constant là ngưỡng cố định; provinceMean là mức bình quân của tỉnh; previousYear là năm trước.',
    ),
  max: z.exactOptional(score).describe('Điểm tối đa của tiêu chí.'),
  appraiser: z.exactOptional(text).describe('Cơ quan thẩm định tiêu chí.'),
  ...validity,
  confirmed,
});
export type CriterionDefinition = Admitted<typeof criterionSchema>;

const standardSchema = z.strictObject({
  id: code.describe('Mã của tiêu chuẩn như in trong biểu, ví dụ I.'),
  name: text.describe('Tên tiêu chuẩn theo văn bản.'),
  max: z.exactOptional(score).describe('Điểm tối đa của tiêu chuẩn.'),
  combine: z
    .enum(['all', 'any', 'sum'])
    .describe(
      'Cách kết hợp các tiêu chí. all: phải đạt mọi tiêu chí; any: đạt một tiêu chí là đủ; sum: cộng điểm.',
    ),
  criteria: z.array(criterionSchema).describe('Các tiêu chí của tiêu chuẩn, theo thứ tự của văn bản.'),
  confirmed,
});
export type StandardDefinition = Admitted<typeof standardSchema>;

export const titleSchema = z
  .strictObject({
    id: identifier.describe('Mã của danh hiệu, ví dụ family.'),
    level: z
      .enum(['family', 'area', 'commune', 'agency'])
      .describe(
        'Đối tượng. family: gia đình; area: thôn, tổ dân phố; commune: cấp xã; agency: cơ quan, đơn vị.',
      ),
    labels: z
      .array(datedSchema)
      .min(1)
      .describe('Tên danh hiệu theo thời gian; tại một ngày chỉ một tên áp dụng.'),
    decidedBy: z
      .array(datedSchema)
      .describe('Người có thẩm quyền quyết định theo thời gian; tại một ngày chỉ một thẩm quyền áp dụng.'),
    assessmentBefore: z
      .exactOptional(z.string().regex(new RegExp(`^${DAY_OF_YEAR}$`, 'u')))
      .describe('Tháng-ngày phải hoàn thành bình xét trước đó, dạng MM-DD.'),
    procedure: z
      .exactOptional(
        z.array(
          z.strictObject({
            text: text.describe('Nội dung của bước.'),
            days: z.exactOptional(z.int().min(1)).describe('Thời hạn, tính bằng ngày.'),
            basis,
            confirmed,
          }),
        ),
      )
      .describe('Các bước có thời hạn: lấy ý kiến, quyết định, công bố.'),
    mode: z
      .enum(['passFail', 'points'])
      .describe('Cách xét. passFail: đạt hoặc không đạt; points: chấm điểm.'),
    minScore: z
      .exactOptional(z.partialRecord(z.enum([...areaClass.options, 'poor']), score))
      .describe('Điểm tối thiểu theo loại địa bàn; poor là hộ nghèo.'),
    minShareOfStandard: z
      .exactOptional(z.number().min(0).max(100))
      .describe('Mỗi tiêu chuẩn phải đạt ít nhất tỷ lệ phần trăm này của điểm tối đa.'),
    quotaPercent: z
      .exactOptional(z.number().positive().max(100))
      .describe('Tỷ lệ phần trăm tối đa được tặng Giấy khen.'),
    quotaBase: z.exactOptional(text).describe('Cơ sở để tính tỷ lệ tối đa nêu trên.'),
    consecutiveYears: z.exactOptional(z.int().min(1)).describe('Số năm liên tục cần có để được khen thưởng.'),
    standards: z.array(standardSchema).describe('Các tiêu chuẩn của danh hiệu.'),
    exclusions: z
      .array(z.strictObject({ text: text.describe('Trường hợp không được xét.'), basis, confirmed }))
      .describe('Các trường hợp không đưa vào bình xét.'),
    basis,
    confirmed,
  })
  .describe('Một danh hiệu: tên và thẩm quyền theo thời gian, trình tự, tiêu chuẩn và tiêu chí.');

export type TitleDefinition = Admitted<typeof titleSchema>;
