/** `units find` without a day: old and new units together, each with when it was or is. */
import { describe, expect, it } from 'vitest';
import { unitsFind } from '../../../src/cli/commands/units/unit-pages.js';
import type { CommandCall } from '../../../src/cli/command.js';

async function find(text: string, options: Readonly<Record<string, string>> = {}): Promise<string> {
  let printed = '';
  const print = (said: string): void => {
    printed += `${said}\n`;
  };
  const call: CommandCall = {
    args: [text],
    options: {
      text: (name) => ({ workspace: '/', ...options })[name],
      flag: () => false,
    },
    terminal: {
      out: print,
      err: print,
      columns: 80,
      colour: { out: false, err: false },
      interactive: false,
      animated: false,
    },
  };
  await unitsFind(call);
  return printed;
}

describe('units find', () => {
  it('finds the district that was abolished and the commune that has its name now, and says which', async () => {
    const printed = await find('Lương Tài');
    expect(printed).toMatch(/^264 +Huyện Lương Tài.*đến 30\/06\/2025$/mu);
    expect(printed).toMatch(/^\d{5} +Xã Lương Tài.*từ 01\/07\/2025$/mu);
    expect(printed).toContain('đơn vị cũ và mới');
  });

  it('finds by an old code, which may be another unit today', async () => {
    expect(await find('264')).toMatch(/^264 +Huyện Lương Tài/mu);
  });

  it('asks only the list of a day when one is given', async () => {
    const then = await find('Lương Tài', { date: '2024-12-31' });
    expect(then).toContain('Huyện Lương Tài');
    expect(then).not.toContain('từ 01/07/2025');
    expect(await find('264', { date: '2026-01-01' })).toContain('VH968');
  });
});
