/** Shape of one criteria file before it is merged with the files it extends. */
import { z } from 'zod';
import { headSchema } from '../model/criteria/criteria-set.js';
import { fieldDefaultsSchema } from '../model/criteria/field.js';
import { identifier, text } from '../model/criteria/shapes.js';

export const CRITERIA_SCHEMA = 'tdkvh/criteria@1';

/** The lists of a set, in the order in which they depend on one another. */
export const LISTS = ['forms', 'fields', 'indicators', 'totals', 'rules', 'titles'] as const;
export type ListName = (typeof LISTS)[number];

const idList = z.exactOptional(z.array(identifier));

/** An entry is admitted when merged; here it only needs its id. `after` places it, null takes a key away. */
const entries = z.exactOptional(
  z.array(z.looseObject({ id: identifier, after: z.exactOptional(identifier) })),
);

/** What any file of a set may hold. */
const contentShape = {
  includes: z
    .exactOptional(z.array(text))
    .describe(
      'Các tệp chứa phần còn lại của bộ tiêu chí, đọc theo thứ tự ghi; đường dẫn tính từ thư mục của tệp này và không ra ngoài thư mục đó.',
    ),
  defaults: z
    .exactOptional(
      z.strictObject({
        byType: z
          .exactOptional(z.record(identifier, fieldDefaultsSchema))
          .describe('Giá trị chung theo loại dữ liệu (khóa type của chỉ tiêu).'),
        byForm: z
          .exactOptional(z.record(identifier, fieldDefaultsSchema))
          .describe('Giá trị chung theo biểu mẫu (khóa form của chỉ tiêu); được ưu tiên hơn byType.'),
      }),
    )
    .describe('Giá trị chung cho nhiều chỉ tiêu; chỉ tiêu tự ghi khóa nào thì khóa đó theo chỉ tiêu.'),
  remove: z
    .exactOptional(
      z.strictObject({
        forms: idList.describe('Mã các biểu mẫu được bỏ.'),
        fields: idList.describe('Mã các chỉ tiêu được bỏ.'),
        indicators: idList.describe('Mã các chỉ tiêu tổng hợp được bỏ.'),
        totals: idList.describe('Mã các số tổng được bỏ.'),
        rules: idList.describe('Mã các quy tắc được bỏ.'),
        titles: idList.describe('Mã các danh hiệu được bỏ.'),
      }),
    )
    .describe('Các mục của bộ được kế thừa mà bộ này không dùng.'),
  enable: idList.describe('Các nhóm chỉ tiêu mở rộng được bật (khóa extension của chỉ tiêu).'),
  forms: entries.describe('Các biểu mẫu, theo thứ tự trang tính.'),
  fields: entries.describe('Các chỉ tiêu báo cáo, theo thứ tự in trong biểu mẫu.'),
  indicators: entries.describe('Các chỉ tiêu tổng hợp, theo thứ tự in trong báo cáo.'),
  totals: entries.describe('Các số tổng mà mẫu riêng có thể hỏi thay cho danh sách.'),
  rules: entries.describe('Các quy tắc kiểm tra.'),
  titles: entries.describe('Các danh hiệu.'),
};

export const documentSchema = z.strictObject({
  schema: z.literal(CRITERIA_SCHEMA).describe('Loại tệp, luôn ghi tdkvh/criteria@1.'),
  id: headSchema.shape.id,
  extends: z
    .exactOptional(text)
    .describe(
      'Bộ tiêu chí được kế thừa: mã của bộ có sẵn (nd86-2023) hoặc đường dẫn tới tệp hay thư mục của địa phương. Tệp này chỉ ghi những điểm khác.',
    ),
  ...headSchema.omit({ id: true }).partial().shape,
  ...contentShape,
});

/** A file that another includes: what it says of the whole set would stand in the main file. */
export const includedSchema = z.strictObject(contentShape);
