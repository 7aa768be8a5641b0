/** What was filled, or answered, that does not go with the period or the kind of unit. */
import { defineFindings } from './define.js';

export const ASKED_FINDINGS = defineFindings({
  'row/not-asked-of-unit': {
    number: 'VH372',
    severity: 'warning',
    message:
      '{form} của {unit} có số liệu ở {count} chỉ tiêu không hỏi loại đơn vị này: {fields}; các số liệu này không được tính.',
    hint: 'Xóa số liệu ở các dòng này; nếu đơn vị thuộc loại khác thì đề nghị sửa danh sách đơn vị.',
  },
  'row/no-longer-asked': {
    number: 'VH373',
    severity: 'info',
    message:
      '{form} có số liệu ở {count} chỉ tiêu mà kỳ {period} không hỏi: {fields}; các số liệu này không được tính.',
    hint: 'Chuyển số liệu sang đúng dòng của kỳ này nếu ghi nhầm dòng; kỳ sau dùng biểu mẫu của đúng kỳ.',
  },
  'row/answer-against-type': {
    number: 'VH374',
    severity: 'warning',
    message:
      '{unit} có {count} dòng ghi “{field}” là {answers} ({rows}), trong khi quy định đối với {type} là {allowed}.',
    hint: 'Xác nhận với đơn vị; có nghị quyết của Hội đồng nhân dân cấp xã thì chấp nhận kèm số nghị quyết.',
  },
});
