/** Who issues and who signs, by kind of report, as data (signatures.yaml). */
import { z } from 'zod';
import { text } from '../../admission/data-values.js';
import { unitType } from '../../model/criteria/shapes.js';
import { phrase } from './phrase-schema.js';

const presetSchema = z.strictObject({
  symbol: text.describe('Ký hiệu sau số báo cáo, ví dụ “BC-BCĐ”.'),
  agency: phrase.describe('Tên cơ quan ban hành ở đầu trang.'),
  issuer: z.exactOptional(phrase).describe('Tên cơ quan viết trong câu; bỏ trống: tên ở tdkvh.yaml.'),
  authority: z.exactOptional(text).describe('Thẩm quyền ký, ví dụ “TM. BAN CHỈ ĐẠO”.'),
  post: text.describe('Chức vụ của người ký.'),
  onBehalf: z.exactOptional(text).describe('Chức vụ của người ký thay.'),
  governmentPost: z
    .exactOptional(phrase)
    .describe('Chức vụ chính quyền của người ký, khi ký thay Ban Chỉ đạo.'),
  recipients: z.array(phrase).default([]).describe('Nơi nhận.'),
});

export type PresetSignature = Readonly<z.infer<typeof presetSchema>>;

/** Shape of signatures.yaml. */
export const signaturesSchema = z.strictObject({
  presets: z
    .strictObject({
      'BC-BCD': presetSchema.describe('Báo cáo của Ban Chỉ đạo Phong trào.'),
      'BC-UBND': presetSchema.describe('Báo cáo của Ủy ban nhân dân.'),
      'BC-PHONG': presetSchema.describe('Báo cáo của phòng chuyên môn cấp huyện hoặc cấp xã.'),
      'BC-SO': presetSchema.describe('Báo cáo của Sở.'),
    })
    .describe('Thể thức ký theo loại báo cáo.'),
  party: z
    .partialRecord(unitType, text)
    .default({})
    .transform((party): Readonly<Record<string, string | undefined>> => party)
    .describe('Tên cấp ủy, theo loại đơn vị hành chính.'),
});

export type Signatures = Readonly<z.infer<typeof signaturesSchema>>;
