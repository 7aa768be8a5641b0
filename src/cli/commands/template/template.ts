/** `tdkvh template`: the pre-filled workbook of every unit expected to report, and the CSV forms. */
import type { CommandDeclaration } from '../../command.js';
import { REGISTRY_OPTION } from '../../shared-options.js';

export const TEMPLATE: CommandDeclaration = {
  name: 'template',
  alias: 'bieu-mau',
  summary: 'lập tệp biểu mẫu điền sẵn cho từng đơn vị phải báo cáo',
  details:
    'Mỗi đơn vị một tệp Excel có tên đơn vị, kỳ báo cáo, danh sách lựa chọn và kiểm tra khi nhập. Kèm biểu của cấp trên (Biểu 05) và của cơ quan thành viên (Biểu 06). Với --form, mỗi xã một bản của chính tệp mẫu: tên đơn vị, năm, tên thôn, số năm trước và kế hoạch được điền sẵn.',
  options: [
    {
      flags: '-o, --out <thư mục>',
      text: 'thư mục ghi biểu mẫu (mặc định: out/bieu-mau của kỳ báo cáo)',
    },
    { flags: '--unit <mã>', text: 'chỉ lập cho một đơn vị' },
    { flags: '--short', text: 'mẫu rút gọn: chỉ các cột chính' },
    {
      flags: '--form <mẫu>',
      text: 'điền mẫu riêng đã nhận (criteria adopt) cho từng xã: tệp mẫu trống, hoặc mã của mẫu nếu tệp nằm trong forms của kỳ báo cáo',
    },
    { flags: '--csv', text: 'lập thêm bản CSV của từng biểu' },
    REGISTRY_OPTION,
  ],
  examples: ['tdkvh template', 'tdkvh template --short --csv'],
  run: async (call) => (await import('./make-templates.js')).makeTemplates(call),
};
