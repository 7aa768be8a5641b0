/** Two ways of adding: where the first goes wrong nothing is written, and the message says what differs. Every other run is one where they agree. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { instead } from '../support/instead.js';
import { tdkvh } from '../support/program.js';

/** What is wrongly added to every sum. */
const MORE = 1;
instead({
  rollUp: (real, ...given) => {
    const rolled = real(...given);
    const byUnit = new Map(
      [...rolled.byUnit].map(([unit, measures]) => [
        unit,
        new Map(
          [...measures].map(([id, one]) => [
            id,
            one.reported > 1 && id === 'households' ? { ...one, n: one.n + MORE } : one,
          ]),
        ),
      ]),
    );
    return { ...rolled, byUnit };
  },
});

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tdkvh-twice-'));
  mkdirSync(join(folder, 'submissions'));
  writeFileSync(
    join(folder, 'tdkvh.yaml'),
    'schema: tdkvh/workspace@1\nperiod: "2024"\nunit: "258"\nlevel: district\nreferenceDate: 2024-12-31\ncriteria: nd86-2023\n',
  );
  writeFileSync(
    join(folder, 'submissions', 'a.csv'),
    'unit_code,period,areaName,households\n09193,2024,Thôn Đông,100\n09193,2024,Thôn Tây,120\n09199,2024,Thôn Nam,90\n',
  );
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

it('tool/totals-differ: a sum one too large ends every command with exit code 4, and nothing is written', async () => {
  const { code, stdout } = await tdkvh('aggregate', '--workspace', folder, '--json');
  expect(code).toBe(4);
  expect(stdout).toContain('311/0 (2 đơn vị) và 310/0 (2 đơn vị)');
  expect(stdout).toContain('Huyện Yên Phong');
  expect(existsSync(join(folder, 'out', 'results.json'))).toBe(false);
});
