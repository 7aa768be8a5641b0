/** `tdkvh accept`: records in accepted.csv that a finding is true, with reason, person and date. */
import type { CommandDeclaration } from '../../command.js';

export const ACCEPT: CommandDeclaration = {
  name: 'accept',
  alias: 'xac-nhan',
  summary: 'ghi nhận một thông báo là đúng thực tế, kèm lý do, người xác nhận, ngày',
  details:
    'Ghi thêm một dòng vào accepted.csv; lần tổng hợp sau số liệu đó được tính. Xác nhận hết hiệu lực khi số liệu thay đổi. Mã lấy ở cột id của out/findings.csv.',
  argument: { syntax: '<mã>', text: 'mã của thông báo, gồm 10 ký tự' },
  options: [
    { flags: '--reason <lý do>', text: 'vì sao số liệu đúng' },
    { flags: '--person <họ tên>', text: 'người xác nhận' },
    { flags: '--date <ngày>', text: 'ngày xác nhận, dạng 2024-12-01 (mặc định: hôm nay, giờ Việt Nam)' },
    { flags: '--until <ngày>', text: 'chỉ có hiệu lực đến hết ngày này' },
  ],
  examples: ['tdkvh aggregate', 'tdkvh accept 0sjp4r0klc --reason "đúng hồ sơ" --person "Lê Văn An"'],
  readsOutputs: true,
  run: async (call) => (await import('./run-accept.js')).runAccept(call),
};
