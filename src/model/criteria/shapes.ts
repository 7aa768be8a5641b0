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

/** Type words of units as the published lists have them. */
export const unitType = z.enum([
  'tỉnh',
  'thành phố',
  'quận',
  'huyện',
  'thị xã',
  'xã',
  'phường',
  'thị trấn',
  'đặc khu',
]);

/** First and last day on which an entry holds. */
export const validity = {
  validFrom: z
    .exactOptional(isoDate)
    .describe('Ngày đầu tiên áp dụng, dạng 2025-07-01; bỏ trống là từ trước đến nay.'),
  validTo: z
    .exactOptional(isoDate)
    .describe('Ngày cuối cùng áp dụng, tính cả ngày đó; bỏ trống là chưa hết hiệu lực.'),
};

/** A name that takes the place of the first one from a day on. */
const laterName = z
  .strictObject({
    from: isoDate.describe('Ngày đầu tiên mang tên này, dạng 2025-07-01.'),
    text: text.describe('Tên như in trong biểu mẫu và báo cáo.'),
  })
  .meta({ id: 'laterName' });
/** All of them. */
export const laterNames = z
  .exactOptional(z.array(laterName))
  .describe(
    'Tên mới theo thời gian, ví dụ khi không còn cấp huyện; kỳ bắt đầu trước ngày from giữ tên cũ, vì trong kỳ đó cả hai cùng đúng.',
  );
export type LaterNames = readonly Admitted<typeof laterName>[];

/** Of which units an entry is asked. */
export const unitKinds = {
  forTypes: z
    .exactOptional(z.array(unitType).min(1))
    .describe('Chỉ hỏi các đơn vị thuộc loại này: xã, phường, thị trấn, đặc khu…; bỏ trống là mọi loại.'),
  forLevels: z
    .exactOptional(z.array(z.enum(['province', 'district', 'commune'])).min(1))
    .describe('Chỉ hỏi các đơn vị thuộc cấp này: commune, district, province; bỏ trống là mọi cấp.'),
};
