/** `tdkvh status`: who has sent, who is late, who must correct, whom to call first; reminders. */
import type { CommandDeclaration } from '../../command.js';
import { REGISTRY_OPTION } from '../../shared-options.js';

export const STATUS: CommandDeclaration = {
  name: 'status',
  alias: 'tien-do',
  summary: 'xem đơn vị nào đã gửi, còn thiếu, quá hạn, phải sửa; lập nội dung đôn đốc',
  details:
    'Đọc lại các tệp đã gửi, không ghi gì ngoài tệp được yêu cầu. Ngày nhận lấy từ received.csv, không có thì lấy ngày ghi trong biểu.',
  options: [
    { flags: '--as-of <ngày>', text: 'tính đến ngày, dạng 2024-11-28 (mặc định: hôm nay, giờ Việt Nam)' },
    { flags: '--remind', text: 'in nội dung nhắc từng đơn vị, sẵn để chép vào tin nhắn' },
    { flags: '--letter <tệp>', text: 'ghi công văn đôn đốc chung (.docx)', writes: () => ['.docx'] },
    { flags: '--until <ngày>', text: 'ngày đề nghị hoàn thành ghi trong công văn và nội dung nhắc' },
    {
      flags: '-o, --out <tệp>',
      text: 'ghi bảng theo dõi (.xlsx hoặc .html)',
      writes: () => ['.xlsx', '.html', '.htm'],
    },
    { flags: '--call <số>', text: 'số đơn vị nêu trong danh sách cần gọi trước (mặc định: 10)' },
    REGISTRY_OPTION,
  ],
  examples: ['tdkvh status --as-of 2024-11-27', 'tdkvh status --as-of 2024-11-27 --remind'],
  run: async (call) => (await import('./run-status.js')).runStatus(call),
};
