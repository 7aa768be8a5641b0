/** `tdkvh trace …`: a printed figure led back to the cells that units typed. */
import type { CommandDeclaration } from '../../command.js';

export const TRACE: CommandDeclaration = {
  name: 'trace',
  alias: 'truy-nguon',
  summary: 'truy một số liệu đã in về các ô mà đơn vị đã gửi',
  details:
    'Nêu số liệu theo một trong các cách: đơn vị và chỉ tiêu (mã hoặc tên); một ô của tong-hop.xlsx, ví dụ "PL I Danh hiệu!C7"; ' +
    'một chỗ trong báo cáo Word, ví dụ out/bao-cao.docx "đoạn 12" hoặc "bảng 2, dòng 4, cột 3"; dấu sl_… của số trong ' +
    'báo cáo; hoặc chính số đã in, ví dụ 89,49% hoặc "12.400 hộ". Tệp nguồn được đọc lại và so mã sha256 với lúc tổng hợp.',
  argument: { syntax: '<số liệu...>', text: 'số liệu cần truy nguồn' },
  options: [
    { flags: '--cells', text: 'liệt kê từng ô nguồn của mọi đơn vị, kèm số như đã gõ' },
    {
      flags: '--results <tệp>',
      text: 'results.json của lần tổng hợp (mặc định: out/results.json của kỳ báo cáo)',
    },
  ],
  examples: ['tdkvh aggregate', 'tdkvh trace 89,49%', 'tdkvh trace "xã Yên Trung" familyTitleRate'],
  readsOutputs: true,
  run: async (call) => (await import('./run-trace.js')).runTrace(call),
};
