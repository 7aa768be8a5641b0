/** `tdkvh verify FILE`: the figures of a report or press text held against one another and against last year's report. */
import type { CommandDeclaration } from '../../command.js';

export const VERIFY: CommandDeclaration = {
  name: 'verify',
  alias: 'doi-chieu',
  summary: 'tìm số liệu mâu thuẫn trong một báo cáo hoặc bài viết',
  details:
    'Đọc .docx, .txt, .md, .csv, .xlsx; không sửa tệp. Mỗi số thuộc một trong ba danh sách: mâu thuẫn, đã đối chiếu và ' +
    'khớp, chưa hiểu hoặc không có căn cứ để so. Báo cáo do chương trình lập còn được so với kết quả tổng hợp: số bị sửa, ' +
    'bị xóa, dòng bị lệch.',
  argument: { syntax: '<tệp>', text: 'báo cáo hoặc bài viết cần đối chiếu' },
  options: [
    {
      flags: '--results <tệp>',
      text: 'results.json của báo cáo do chương trình lập (mặc định: out/results.json của kỳ báo cáo)',
    },
    { flags: '--previous <tệp>', text: 'báo cáo kỳ trước, để so các số kỳ trước được nhắc lại' },
    { flags: '--all', text: 'liệt kê cả những số đã khớp và chưa hiểu' },
  ],
  examples: ['tdkvh aggregate', 'tdkvh verify out/bao-cao.docx'],
  readsOutputs: true,
  run: async (call) => (await import('./run-verify.js')).runVerify(call),
};
