/** `tdkvh reproduce BUNDLE`: proves a sealed bundle and makes its outputs again from its inputs. */
import type { CommandDeclaration } from '../../command.js';

export const REPRODUCE: CommandDeclaration = {
  name: 'reproduce',
  alias: 'lap-lai',
  summary: 'kiểm tra gói chốt số và lập lại đúng từng byte kết quả',
  details:
    'Kiểm tra từng tệp trong gói, tổng hợp lại từ các tệp đã gửi trong gói và so từng byte với kết quả đã chốt; khác ở đâu thì ' +
    'nói rõ ở đó. Không cần thư mục của kỳ báo cáo; nếu đang ở trong thư mục đó thì cũng kiểm tra các tệp đang có còn đúng ' +
    'như lúc chốt không.',
  argument: { syntax: '<gói>', text: 'tệp .zip do tdkvh publish ghi' },
  options: [
    { flags: '--seal <mã>', text: 'mã chốt số đã ghi trong biên bản, để so với mã của gói' },
    { flags: '-o, --out <thư mục>', text: 'ghi lại kỳ báo cáo cùng kết quả vào một thư mục mới' },
  ],
  examples: ['tdkvh publish --as draft', 'tdkvh reproduce sealed/chot-so-258-2024.zip'],
  run: async (call) => (await import('./run-reproduce.js')).runReproduce(call),
};
