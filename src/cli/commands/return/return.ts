/** `tdkvh return`: every commune's own workbook marked up, with a reply sheet; resubmissions are compared. */
import type { CommandDeclaration } from '../../command.js';
import { REGISTRY_OPTION } from '../../shared-options.js';

export const RETURN: CommandDeclaration = {
  name: 'return',
  alias: 'de-nghi-sua',
  summary: 'đánh dấu ô sai trong tệp của từng đơn vị, kèm phiếu đề nghị sửa',
  details:
    'Ghi vào out/returns; tệp đã gửi không bị thay đổi. Nếu đơn vị đã gửi lại, so sánh với lần trước và đọc lý do đã ghi trong phiếu.',
  options: [
    { flags: '-o, --out <thư mục>', text: 'thư mục ghi (mặc định: out/returns của kỳ báo cáo)' },
    { flags: '--unit <mã>', text: 'chỉ lập cho một đơn vị' },
    { flags: '--letter', text: 'lập thêm công văn cho từng đơn vị (.docx)' },
    { flags: '--until <ngày>', text: 'hạn gửi lại ghi trong công văn, dạng 2024-12-05' },
    REGISTRY_OPTION,
  ],
  examples: ['tdkvh return', 'tdkvh return --letter --until 2024-12-05'],
  run: async (call) => (await import('./run-return.js')).runReturn(call),
};
