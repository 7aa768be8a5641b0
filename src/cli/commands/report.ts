/** `tdkvh report`: the Word report again from results.json, for example after editing narrative.md. */
import type { CommandDeclaration } from '../command.js';

export const REPORT: CommandDeclaration = {
  name: 'report',
  alias: 'bao-cao',
  summary: 'lập lại báo cáo Word từ kết quả đã tổng hợp',
  details: 'Dùng sau khi sửa narrative.md hoặc phần report trong tdkvh.yaml; không đọc lại tệp đã gửi.',
  argument: { syntax: '[results.json]', text: 'tệp kết quả (mặc định: out/results.json của kỳ báo cáo)' },
  options: [
    { flags: '-o, --out <tệp>', text: 'tệp Word ghi ra (mặc định: bao-cao.docx bên cạnh tệp kết quả)' },
    { flags: '--as <dạng>', text: 'luôn đánh dấu DỰ THẢO, kể cả khi đã đủ số liệu', choices: ['draft'] },
  ],
  examples: ['tdkvh aggregate', 'tdkvh report'],
  run: async (call) => (await import('../run-report.js')).runReport(call),
};
