/** `tdkvh compare`: two results, or this year's against the folder previous/, on today's ground. */
import type { CommandDeclaration } from '../../command.js';
import { REGISTRY_OPTION } from '../../shared-options.js';

export const COMPARE: CommandDeclaration = {
  name: 'compare',
  alias: 'so-sanh',
  summary: 'so sánh kết quả hai kỳ, hoặc kỳ này với các kỳ trước',
  details:
    'Nêu hai tệp results.json: kỳ trước, rồi kỳ này. Không nêu tệp nào thì so kết quả trong out với thư mục previous của ' +
    'kỳ báo cáo. Số liệu cũ được tính lại theo địa giới hiện nay bằng crosswalk.csv hoặc bảng đối chiếu kèm danh mục đơn vị.',
  argument: { syntax: '[tệp...]', text: 'results.json của kỳ trước và của kỳ này' },
  options: [
    {
      flags: '-o, --out <tệp>',
      text: 'ghi bảng so sánh theo đơn vị (.xlsx)',
      writes: () => ['.xlsx'],
    },
    REGISTRY_OPTION,
  ],
  examples: ['tdkvh aggregate', 'tdkvh compare'],
  readsOutputs: true,
  run: async (call) => (await import('./run-compare.js')).runCompare(call),
};
