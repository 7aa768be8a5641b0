/** `tdkvh validate [paths]`: checks submissions and prints what is wrong, by file, sheet and cell. */
import type { CommandDeclaration } from '../../command.js';
import { FINDINGS_OPTION, IDENTITY_OPTIONS, LIST_OPTIONS, REGISTRY_OPTION } from '../../shared-options.js';

export const VALIDATE: CommandDeclaration = {
  name: 'validate',
  alias: 'kiem-tra',
  summary: 'kiểm tra các tệp đã gửi, chỉ rõ ô sai và cách sửa',
  details: 'Không ghi gì ngoài tệp được yêu cầu bằng --findings. Ghi tên tệp để chỉ kiểm tra tệp đó.',
  argument: {
    syntax: '[đường dẫn...]',
    text: 'tệp hoặc thư mục cần kiểm tra (mặc định: submissions của kỳ báo cáo)',
  },
  options: [FINDINGS_OPTION, ...LIST_OPTIONS, ...IDENTITY_OPTIONS, REGISTRY_OPTION],
  examples: ['tdkvh validate', 'tdkvh validate submissions --findings loi.csv'],
  run: async (call) => (await import('./run-validate.js')).runValidate(call),
};
