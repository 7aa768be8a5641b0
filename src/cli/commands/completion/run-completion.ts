/** The body of `tdkvh completion`. */
import { badValue } from '../../../findings/bad-value.js';
import type { CommandCall, CommandDeclaration, Outcome } from '../../command.js';
import { failWith } from '../../screen/answer.js';
import { completionScript, SHELLS } from './completion-scripts.js';

export function runCompletion(call: CommandCall, commands: readonly CommandDeclaration[]): Promise<Outcome> {
  const [text = ''] = call.args;
  const shell = SHELLS.find((one) => one === text.toLowerCase());
  if (shell === undefined) {
    const wrong = { option: 'completion', text, allowed: SHELLS.join(', '), known: SHELLS };
    return Promise.resolve(failWith([badValue(wrong)], call));
  }
  call.terminal.out(completionScript(shell, commands));
  return Promise.resolve({ findings: [] });
}
