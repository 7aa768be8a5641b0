/** `tdkvh open`: opens the outputs of a period with the programs of the desktop. */
import type { CommandDeclaration } from '../../command.js';

export const OPEN: CommandDeclaration = {
  name: 'open',
  alias: 'mo',
  summary: 'mở báo cáo Word, bảng tổng hợp và các tệp kết quả khác',
  details:
    'Mở bằng chương trình của máy (Word, Excel, trình duyệt). Nơi không có màn hình, hoặc khi chạy trong tệp lệnh tự động, chỉ in đường dẫn của các tệp.',
  argument: {
    syntax: '[tệp...]',
    text: 'tên tệp kết quả, ví dụ theo-doi (mặc định: bao-cao.docx và tong-hop.xlsx)',
  },
  examples: ['tdkvh aggregate', 'tdkvh open', 'tdkvh open theo-doi findings.csv'],
  readsOutputs: true,
  run: async (call) => (await import('./run-open.js')).runOpen(call),
};
