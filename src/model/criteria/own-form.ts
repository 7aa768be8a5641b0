/** A form that an office issues itself: where its tables stand and what each header or line means, as data. */
import { z } from 'zod';
import { fieldSchema } from './field.js';
import { identifier, text, type Admitted } from './shapes.js';

const path = z
  .array(text)
  .min(1)
  .describe(
    'Các tầng tiêu đề từ trên xuống, ví dụ [Gia đình văn hóa, Đăng ký, Số hộ]. {năm} thay cho năm báo cáo, {năm trước} thay cho năm trước đó.',
  );

const fieldId = identifier.describe('Mã chỉ tiêu của bộ tiêu chí hoặc của danh sách fields trong tệp này.');

const indicatorId = text.describe(
  'Chỉ dùng khi summary: true. Mã chỉ tiêu tổng hợp được điền vào cột hoặc dòng này, ví dụ areaTitle:awarded.',
);

export const COLUMN_ROLES = [
  'actual',
  'plan',
  'lastYear',
  'shareOfPlan',
  'shareOfLastYear',
  'selfScore',
  'appraisedScore',
  'share',
  'ignored',
] as const;

const role = z
  .enum(COLUMN_ROLES)
  .describe(
    'Vai trò. actual: số thực hiện, được tính; plan: kế hoạch; lastYear: năm trước; shareOfPlan: % so kế hoạch; shareOfLastYear: % so cùng kỳ; selfScore: điểm tự chấm; appraisedScore: điểm thẩm định; share: tỷ lệ của cột hoặc dòng bên cạnh; ignored: không đọc. Chỉ actual được tính; cột plan, lastYear có field thì được đối chiếu và điền sẵn.',
  );

const review = z
  .literal(true)
  .describe(
    'Chỗ này gắn chỉ tiêu theo đề xuất khi nhận mẫu, chưa ai xem lại; xem xong, đúng thì xóa khóa này, sai thì sửa field.',
  );

const columnSchema = z
  .strictObject({
    header: path,
    after: z
      .exactOptional(path)
      .describe(
        'Tiêu đề của cột đứng ngay bên trái; ghi khi nhiều cột cùng tiêu đề, ví dụ hai cột cùng ghi Tỷ lệ %.',
      ),
    field: z.exactOptional(fieldId),
    indicator: z.exactOptional(indicatorId),
    role: z.exactOptional(role),
    review: z.exactOptional(review),
    count: z
      .exactOptional(z.union([z.literal('rows'), z.array(text).min(1)]))
      .describe(
        'Chỉ dùng khi rows: household. rows: đếm số dòng của từng thôn; danh sách câu trả lời: đếm các dòng có câu trả lời đó.',
      ),
    others: z
      .exactOptional(z.array(text))
      .describe('Các câu trả lời khác đã biết ở cột này, không được đếm; câu trả lời lạ sẽ bị báo.'),
    answer: z
      .exactOptional(text)
      .describe(
        'Khi một câu hỏi chia thành nhiều cột đánh dấu x, như Đạt và Không đạt: dấu ở cột này là câu trả lời nào của field (mã lựa chọn; với chỉ tiêu có hoặc không và danh sách hộ: yes, no; danh sách hộ còn có notConsidered là hộ không xét). Các cột của một field khai cùng field, khác answer.',
      ),
  })
  .describe('Một cột của bảng.');

const lineSchema = z
  .strictObject({
    section: z
      .exactOptional(text)
      .describe('Tên mục có dòng này, khi tên dòng lặp lại ở mục khác: GIA ĐÌNH VĂN HÓA.'),
    under: z
      .exactOptional(text)
      .describe(
        'Dòng phía trên mà dòng này là một phần, khi cùng tên dòng đứng dưới hai dòng khác nhau: Số đám cưới, rồi Trong đó: thực hiện nếp sống văn minh.',
      ),
    label: text.describe('Nội dung dòng như ghi trong mẫu.'),
    code: z.exactOptional(text).describe('Mã số của dòng, khi mẫu có cột mã số.'),
    field: z.exactOptional(fieldId),
    indicator: z.exactOptional(indicatorId),
    role: z.exactOptional(role),
    review: z.exactOptional(review),
  })
  .describe('Một dòng chỉ tiêu.');

const tableSchema = z
  .strictObject({
    sheet: z
      .exactOptional(text)
      .describe('Tên trang tính trong mẫu; trang mang tên khác vẫn được đọc khi tiêu đề quyết định được.'),
    above: z
      .exactOptional(text)
      .describe('Dòng chữ ngay trên bảng, để phân biệt các bảng cùng tiêu đề: 1. Gia đình văn hóa.'),
    rows: z
      .enum(['area', 'model', 'indicator', 'unit', 'household'])
      .describe(
        'Mỗi dòng là gì. area: thôn, tổ dân phố; model: mô hình; indicator: chỉ tiêu; unit: đơn vị cấp xã; household: hộ (chỉ đếm, không giữ tên).',
      ),
    across: z
      .exactOptional(z.boolean())
      .describe(
        'true nếu thôn, tổ dân phố (rows: area) hoặc các xã (rows: unit) nằm ngang theo cột và mỗi dòng là một chỉ tiêu.',
      ),
    key: path.describe('Tiêu đề của cột ghi tên thôn, tên đơn vị hoặc nội dung chỉ tiêu.'),
    areaAbove: z
      .exactOptional(z.boolean())
      .describe(
        'true nếu danh sách hộ (rows: household) là của một thôn, tên thôn ghi ở phía trên bảng (Thôn: …) hoặc là tên trang; khi đó key là cột họ tên.',
      ),
    codeKey: z.exactOptional(path).describe('Tiêu đề của cột mã số, khi dòng hoặc đơn vị có mã.'),
    columns: z.exactOptional(z.array(columnSchema)).describe('Các cột của bảng, trừ cột key.'),
    lines: z
      .exactOptional(z.array(lineSchema))
      .describe('Các dòng chỉ tiêu, khi rows: indicator hoặc across: true.'),
  })
  .describe('Một bảng trong mẫu.');

export const ownFieldSchema = fieldSchema
  .pick({
    id: true,
    label: true,
    type: true,
    unit: true,
    aggregation: true,
    scale: true,
    choices: true,
    validFrom: true,
    validTo: true,
    forTypes: true,
    forLevels: true,
  })
  .describe('Một chỉ tiêu mới mà bộ tiêu chí chưa có.');

export const OWN_FORM_SCHEMA = 'tdkvh/own-form@1';

export const ownFormSchema = z
  .strictObject({
    schema: z.literal(OWN_FORM_SCHEMA).describe('Loại tệp.'),
    id: identifier.describe('Mã của mẫu, ví dụ phu-luc-1.'),
    label: text.max(60).describe('Tên mẫu, dùng trong thông báo.'),
    source: z.exactOptional(text).describe('Tên tệp mẫu đã nhận.'),
    summary: z
      .exactOptional(z.boolean())
      .describe(
        'true nếu là biểu của cấp trên mà cơ quan phải điền (report --into): không đọc tệp của xã theo mẫu này, không thêm chỉ tiêu.',
      ),
    tables: z.array(tableSchema).min(1).describe('Các bảng của mẫu.'),
    fields: z.exactOptional(z.array(ownFieldSchema)).describe('Các chỉ tiêu mới.'),
  })
  .describe('Mẫu biểu riêng của cơ quan: bảng nào, cột nào, dòng nào là chỉ tiêu nào.');

export type OwnForm = Admitted<typeof ownFormSchema>;
export type OwnTable = OwnForm['tables'][number];
export type OwnColumn = Admitted<typeof columnSchema>;
export type OwnLine = Admitted<typeof lineSchema>;
export type OwnField = Admitted<typeof ownFieldSchema>;
