/** VH851-VH859: findings about the data files under templates: names, missing texts, wrong values. */
import { defineFindings } from './define.js';

export const TEMPLATE_FINDINGS = defineFindings({
  'template/unknown-key': {
    number: 'VH851',
    severity: 'error',
    message: '“{key}” không phải là tên được dùng ở {path}.',
    hint: 'Sửa hoặc xóa tên này; câu có dấu phẩy hay dấu hai chấm thì đặt cả câu trong dấu nháy.{remark}',
  },
  'template/missing-key': {
    number: 'VH852',
    severity: 'error',
    message: 'Mẫu thiếu “{key}” ở {path}.',
    hint: 'Bổ sung “{key}”, hoặc chép lại tệp mẫu kèm theo chương trình.',
  },
  'template/wrong-value': {
    number: 'VH853',
    severity: 'error',
    message: 'Mẫu ghi “{actual}” ở {path}, không đúng yêu cầu (cần: {expected}).',
    hint: 'Sửa giá trị ở dòng này theo yêu cầu.{remark}',
  },
});
