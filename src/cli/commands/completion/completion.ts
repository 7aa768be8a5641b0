/** `tdkvh completion bash|zsh|powershell`: the lines that let a shell finish names of commands and options. */
import type { CommandDeclaration } from '../../command.js';

/** `others`: what can be finished; the table of commands holds this one too, so that it cannot be imported here. */
export const completion = (others: readonly CommandDeclaration[]): CommandDeclaration => ({
  name: 'completion',
  alias: 'go-tat',
  summary: 'in tập lệnh để phím Tab gõ nốt tên lệnh, tùy chọn',
  details:
    'bash: thêm dòng eval "$(tdkvh completion bash)" vào ~/.bashrc; zsh: ghi ra tệp _tdkvh trong một thư mục của $fpath; PowerShell: ghi thêm vào tệp $PROFILE.',
  argument: { syntax: '<bash|zsh|powershell>', text: 'loại cửa sổ dòng lệnh' },
  examples: ['tdkvh completion bash', 'tdkvh completion powershell'],
  looksOnly: true,
  run: async (call) => (await import('./run-completion.js')).runCompletion(call, others),
});
