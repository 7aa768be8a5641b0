/** `tdkvh impact FILE "Sheet!M9"`: every figure, sentence and cell that one cell of a submission moves. */
import type { CommandDeclaration } from '../../command.js';
import { REGISTRY_OPTION } from '../../shared-options.js';

export const IMPACT: CommandDeclaration = {
  name: 'impact',
  alias: 'anh-huong',
  summary: 'xem một ô của biểu đã gửi làm thay đổi những số liệu nào',
  details:
    'Tổng hợp hai lần trong bộ nhớ, một lần với các tệp như đang có, một lần với giá trị thử ở ô đã nêu, rồi so từng số ' +
    'liệu, từng câu của báo cáo, từng ô của bảng tổng hợp và các thông báo. Không ghi tệp nào. Không nêu --value thì thử ' +
    'tăng thêm 1; --value "" là để trống ô.',
  argument: { syntax: '<tệp và ô...>', text: 'tệp đã gửi, rồi trang và ô, ví dụ "Biểu 01!M9"' },
  options: [{ flags: '--value <giá trị>', text: 'giá trị thử, ghi như gõ vào ô' }, REGISTRY_OPTION],
  examples: ['tdkvh impact submissions/09193-thi-tran-cho-bieu-01-04-2024.xlsx "Biểu 01!M9"'],
  readsOutputs: true,
  run: async (call) => (await import('./run-impact.js')).runImpact(call),
};
