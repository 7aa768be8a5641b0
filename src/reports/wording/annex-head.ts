/** What an annex is, without its sentences: the configuration asks for it, and no command loads handlebars for that. */
import { z } from 'zod';
import { periodKind } from '../../model/criteria/shapes.js';
import { flag, text } from '../../admission/data-values.js';

/** Shapes of annexes; each has its builder in the registry. */
export const ANNEX_SHAPES = [
  'byUnit',
  'models',
  'areasWithoutTitle',
  'submissions',
  'remarks',
  'comparison',
  'upperParts',
  'agencies',
  'splits',
  'added',
] as const;

/** Shapes whose columns say what stands in them; in all others the id does. */
export const READ_BY_SOURCE = ['byUnit', 'upperParts', 'added'] as const;

export const annexHeadSchema = z.strictObject({
  number: text.describe('Số của phụ lục, như ghi trong report.annexes của tdkvh.yaml.'),
  id: text.describe('Mã của bảng, không trùng với bảng khác.'),
  sheet: text.describe('Tên trang trong tong-hop.xlsx.'),
  unitLine: z.exactOptional(text).describe('Dòng đơn vị tính.'),
  shape: z.enum(ANNEX_SHAPES).describe('Dạng bảng.'),
  form: text.default('').describe('Biểu mà danh sách được đọc từ đó.'),
  kinds: z
    .exactOptional(z.array(periodKind).min(1))
    .describe('Loại kỳ báo cáo có bảng này (registration, H1, year); bỏ trống: mọi kỳ.'),
  printed: flag.describe('In kèm báo cáo khi tdkvh.yaml không ghi report.annexes.'),
  about: z
    .exactOptional(z.array(text))
    .describe(
      'Các chỉ tiêu ngoài các cột mà bảng cũng kể: báo cáo dẫn tới phụ lục sau số đầu tiên mà bảng in.',
    ),
});
