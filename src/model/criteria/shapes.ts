/** Small shapes that the entries of a criteria set share, and the type of what a schema admits. */
import { z } from 'zod';
import type { Immutable } from '../../values/immutable.js';

/** What a schema lets through: nobody changes it afterwards. */
export type Admitted<Schema extends z.ZodType> = Immutable<z.infer<Schema>>;

export const text = z.string().trim().min(1);
/** Ids are ASCII words: they become column names and keys of results.json. */
export const identifier = z.string().regex(/^[A-Za-z][A-Za-z0-9-]*$/u);
export const isoDate = z.iso.date();
/** MM-DD */
export const DAY_OF_YEAR = '(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])';

/** registration = `2025-DK`, H1 = `2025-H1`, year = `2025`. */
export const periodKind = z.enum(['registration', 'H1', 'year']);
export type PeriodKind = z.infer<typeof periodKind>;

export const severity = z.enum(['error', 'warning', 'info']);
/** Shown as Phải sửa, Cần xác nhận, Lưu ý. */
export type Severity = z.infer<typeof severity>;

export const areaClass = z.enum(['ordinary', 'difficult', 'centralCity']);
export type AreaClass = z.infer<typeof areaClass>;

/** Every entry says where it comes from. */
export const basis = text.describe('Căn cứ pháp lý hoặc nguồn: văn bản, điều, khoản, biểu mẫu.');
export const confirmed = z
  .boolean()
  .describe(
    'true nếu đã đối chiếu với văn bản chính thức; false nếu còn phải kiểm tra (lệnh “tdkvh criteria show” liệt kê).',
  );
