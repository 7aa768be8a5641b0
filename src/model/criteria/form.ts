/** A form of a criteria set: a sheet with its layout, its sender and its grouped headers. */
import { z } from 'zod';
import { identifier, laterNames, text, type Admitted } from './shapes.js';

const groupSchema = z.strictObject({
  id: identifier.describe('Mã của nhóm; chỉ tiêu gọi nhóm bằng mã này ở khóa group.'),
  label: text.describe('Tên nhóm, in ở tiêu đề phía trên các cột hoặc các dòng của nhóm.'),
});

export const formSchema = z
  .strictObject({
    id: identifier.describe('Mã của biểu mẫu, ví dụ bieu-01; các mục khác gọi biểu mẫu bằng mã này.'),
    sheet: text.max(31).describe('Tên trang tính của biểu mẫu trong tệp Excel, tối đa 31 ký tự.'),
    sheetAliases: z
      .exactOptional(z.array(text))
      .describe('Tên trang tính ở các mẫu cũ; trang tính mang một trong các tên này vẫn được nhận ra.'),
    title: text.describe('Tên biểu mẫu, in ở đầu trang tính.'),
    registrationTitle: z
      .exactOptional(text)
      .describe('Tên biểu mẫu ở kỳ đăng ký, khi chưa có kết quả nào; không có khóa này thì dùng title.'),
    laterTitles: laterNames,
    shape: z
      .enum(['table', 'list', 'pairs', 'criteria'])
      .describe(
        'Cách bố trí. table: bảng, mỗi dòng một đối tượng (thôn, tổ dân phố, mô hình), mỗi cột một chỉ tiêu; list: danh mục, mỗi dòng một chỉ tiêu (mã, nội dung, đơn vị tính, số liệu, ghi chú); pairs: từng cặp tên và giá trị (Thông tin); criteria: mỗi dòng một tiêu chí của một danh hiệu.',
      ),
    sender: z
      .enum(['commune', 'upper', 'agency'])
      .describe(
        'Nơi lập và gửi biểu mẫu. commune: cấp xã; upper: cấp tổng hợp (huyện, tỉnh); agency: cơ quan thành viên Ban Chỉ đạo.',
      ),
    rowKey: z
      .exactOptional(z.array(identifier))
      .describe('Các chỉ tiêu hợp lại để phân biệt từng dòng của bảng, ví dụ tên thôn và xã cũ.'),
    rowEnds: z
      .exactOptional(identifier)
      .describe(
        'Chỉ tiêu ghi ngày kết thúc của dòng (thiết chế đã đóng cửa, giải thể); dòng kết thúc trước kỳ báo cáo không được tính.',
      ),
    totalLabel: z
      .exactOptional(text)
      .describe('Chữ ở dòng cộng cuối bảng do đơn vị tự ghi; dòng này được đối chiếu, không được cộng.'),
    emptyMeansNone: z
      .exactOptional(z.boolean())
      .describe('true nếu biểu mẫu gửi về không có dòng nào nghĩa là “không có”, không phải “chưa báo cáo”.'),
    rowUnit: z
      .exactOptional(text)
      .describe('Đơn vị đếm của mỗi dòng: thôn, tổ dân phố; mô hình; đơn vị cấp xã.'),
    groups: z
      .array(groupSchema)
      .describe('Các nhóm tiêu đề theo thứ tự in; mỗi chỉ tiêu cho biết mình thuộc nhóm nào.'),
    title_of: z
      .exactOptional(identifier)
      .describe(
        'Mã danh hiệu có các tiêu chí làm thành các dòng của biểu mẫu (chỉ dùng với shape: criteria).',
      ),
    note: z.exactOptional(text).describe('Ghi chú in trong biểu mẫu.'),
  })
  .describe('Một biểu mẫu: trang tính, cách bố trí, nơi gửi và các nhóm tiêu đề.');

export type FormDefinition = Admitted<typeof formSchema>;
