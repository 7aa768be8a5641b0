/** Nobody adds a command that writes and forgets to have it killed while it does. */
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../../src/cli/commands.js';
import { unlisted } from '../../checks/writing-commands.js';

describe('the commands that check:kill disturbs', () => {
  it('are all those of the table that write, each with every option that names a file to write', () => {
    expect(unlisted(COMMANDS), 'Say it in test/checks/writing-commands.js.').toEqual([]);
  });

  it('would not pass over a new one, or a new option', () => {
    const run = () => Promise.resolve({ findings: [] });
    const fresh = { name: 'moi', summary: '', examples: [], run };
    const [first] = COMMANDS.filter(({ name }) => name === 'verify');
    const options = [{ flags: '-o, --out <tệp>', text: 'ghi kết quả ra tệp .csv' }];
    const others = COMMANDS.filter((command) => command !== first);
    const told = unlisted([...others, { ...fresh, name: 'verify', options }, fresh]);
    expect(told).toEqual([
      'moi: say in WRITING how it writes, or in READING that it does not',
      'verify -o: no line of WRITING writes so',
    ]);
  });
});
