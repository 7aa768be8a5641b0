/** `tdkvh correct BUNDLE`: this run against a sealed one: the correction table and a draft of the letter. */
import type { CommandDeclaration } from '../../command.js';
import { REGISTRY_OPTION } from '../../shared-options.js';

export const CORRECT: CommandDeclaration = {
  name: 'correct',
  alias: 'dinh-chinh',
  summary: 'so số liệu hiện nay với gói đã chốt, lập bảng và công văn đính chính',
  details:
    'Tổng hợp lại các tệp đang có của kỳ báo cáo và so từng số liệu với gói đã chốt. Ghi bảng đính chính (.xlsx: đã công bố, ' +
    'đính chính, lý do) và dự thảo công văn đính chính (.docx). Lý do lấy từ tệp, ô, xác nhận và bộ tiêu chí đã thay đổi. ' +
    'Gói đã chốt không bị thay đổi.',
  argument: { syntax: '<gói>', text: 'tệp .zip do tdkvh publish ghi' },
  options: [
    { flags: '-o, --out <thư mục>', text: 'thư mục ghi hai tệp (mặc định: sealed của kỳ báo cáo)' },
    REGISTRY_OPTION,
  ],
  examples: ['tdkvh publish --as draft', 'tdkvh correct sealed/chot-so-258-2024.zip'],
  readsOutputs: true,
  run: async (call) => (await import('./run-correct.js')).runCorrect(call),
};
