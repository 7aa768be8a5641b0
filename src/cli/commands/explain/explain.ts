/** `tdkvh explain [code]`: what a finding means, why it happens, an example and how to mend it. */
import type { CommandDeclaration } from '../../command.js';

export const EXPLAIN: CommandDeclaration = {
  name: 'explain',
  alias: 'giai-thich',
  summary: 'giải thích một mã thông báo: nguyên nhân, ví dụ, cách sửa',
  details: 'Không ghi mã thì liệt kê tất cả các mã.',
  argument: {
    syntax: '[mã]',
    text: 'mã in trong thông báo, ví dụ VH301, hoặc tên đầy đủ như cell/not-a-number',
  },
  examples: ['tdkvh explain VH720', 'tdkvh explain'],
  looksOnly: true,
  run: async (call) => (await import('./explanations.js')).explain(call),
};
