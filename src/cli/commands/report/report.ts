/** `tdkvh report`: the Word report again from results.json, for example after editing narrative.md. */
import { OUTPUTS } from '../../../office/outputs/output-writers.js';
import type { CommandDeclaration } from '../../command.js';
import { TEMPLATE_OPTION } from '../../shared-options.js';

export const REPORT: CommandDeclaration = {
  name: 'report',
  alias: 'bao-cao',
  makesAgain: OUTPUTS.report.file,
  summary: 'lập lại báo cáo Word từ kết quả đã tổng hợp',
  details: 'Dùng sau khi sửa narrative.md hoặc phần report trong tdkvh.yaml; không đọc lại tệp đã gửi.',
  argument: { syntax: '[results.json]', text: 'tệp kết quả (mặc định: out/results.json của kỳ báo cáo)' },
  options: [
    {
      flags: '-o, --out <tệp>',
      text: 'tệp Word ghi ra (mặc định: bao-cao.docx bên cạnh tệp kết quả)',
      // A filled form is of the kind that it was.
      writes: (options) => (options.text('into') === undefined ? ['.docx'] : ['.xlsx', '.xlsm']),
    },
    TEMPLATE_OPTION,
    { flags: '--list-tags', text: 'liệt kê các thẻ dùng trong mẫu Word; kèm --out thì ghi ra tệp Word' },
    { flags: '--annexes <số>', text: 'các phụ lục được in, ví dụ I,II,VI (mặc định: theo tdkvh.yaml)' },
    {
      flags: '--outline <loại>',
      text: 'bố cục: local (địa phương) hoặc ministry (gửi Bộ)',
      choices: ['local', 'ministry'],
    },
    {
      flags: '--into <mẫu>',
      text: 'điền kết quả vào biểu Excel của cấp trên đã nhận (criteria adopt --summary) thay vì lập báo cáo Word',
    },
    { flags: '--unit <mã>', text: 'kèm --into: điền số liệu của một đơn vị (mặc định: đơn vị tổng hợp)' },
    { flags: '--as <dạng>', text: 'luôn đánh dấu DỰ THẢO, kể cả khi đã đủ số liệu', choices: ['draft'] },
  ],
  examples: ['tdkvh aggregate', 'tdkvh report --annexes I,VI', 'tdkvh report --list-tags'],
  readsOutputs: true,
  run: async (call) => (await import('./run-report.js')).runReport(call),
};
