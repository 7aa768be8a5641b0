/** `tdkvh doctor`: checks machine, program and period before the work, and says what to do. */
import type { CommandDeclaration } from '../../command.js';
import { REGISTRY_OPTION } from '../../shared-options.js';

export const DOCTOR: CommandDeclaration = {
  name: 'doctor',
  alias: 'chan-doan',
  summary: 'kiểm tra máy tính, chương trình và thư mục kỳ báo cáo',
  details:
    'Xem phiên bản Node, phông chữ, dung lượng đĩa, quyền ghi, cấu hình, bộ tiêu chí, danh sách đơn vị, mẫu riêng, đường dẫn dài, tệp đang mở và lần chạy dở dang. Không sửa gì. Mục “cần xem” không chặn việc tổng hợp.',
  options: [REGISTRY_OPTION],
  examples: ['tdkvh doctor', 'tdkvh doctor --json'],
  looksOnly: true,
  run: async (call) => (await import('./run-doctor.js')).runDoctor(call),
};
