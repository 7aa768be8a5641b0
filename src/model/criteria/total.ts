/** A number of rows that a commune may give at once, in a form of the office's own that asks for no list of them. */
import { z } from 'zod';
import { rowCountSchema } from './indicator.js';
import { basis, confirmed, identifier, text, unitKinds, validity, type Admitted } from './shapes.js';

export const totalSchema = z
  .strictObject({
    id: identifier.describe('Mã của số tổng, ví dụ areasTitled; không trùng với mã chỉ tiêu.'),
    label: text.describe('Tên của số tổng, dùng trong thông báo.'),
    aliases: z
      .exactOptional(z.array(text))
      .describe('Các cách ghi khác đã gặp trong mẫu riêng của các cơ quan.'),
    unit: text.describe('Đơn vị tính: thôn, tổ dân phố; mô hình.'),
    totalOf: rowCountSchema.describe(
      'Số dòng mà số tổng này nói đến; ghi đúng như tử số, mẫu số của chỉ tiêu tổng hợp.',
    ),
    ...validity,
    ...unitKinds,
    basis,
    confirmed,
  })
  .describe(
    'Số tổng mà xã có thể ghi thẳng vào mẫu riêng của cơ quan thay cho danh sách từng thôn, tổ dân phố: xã không gửi danh sách thì số này được tính, gửi cả hai thì được đối chiếu.',
  );

export type TotalDefinition = Admitted<typeof totalSchema>;
