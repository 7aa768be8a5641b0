/** criteria try: a new rule over the kept figures of both fixtures, beside a count of the same rows by other code. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Finding, ResultsDocument } from '../../src/model.js';
import { tdkvh } from '../support/program.js';
import { sharedRun, sharedWorkspace } from './fixture-run.js';
import type { FixtureName } from './expectation.js';

const RULE = `schema: tdkvh/criteria@1
id: huyen
label: Bộ của huyện
extends: nd86-2023
rules:
  - id: titled-within-3y
    kind: partOfWhole
    severity: error
    label: Số hộ được tặng không quá số hộ từ 3 năm liên tục
    instruction: Quy tắc để thử.
    parts: [familiesTitled]
    whole: familiesTitled3y
    level: row
    missing: skip
    validFrom: 2027-01-01
    basis: Thử
    confirmed: true
    examples:
      pass:
        rows: [{ familiesTitled: 3, familiesTitled3y: 3 }]
      fail:
        rows: [{ familiesTitled: 4, familiesTitled3y: 3 }]
`;

interface Tried {
  readonly periods: readonly {
    readonly period: string;
    readonly units: number;
    readonly rules: readonly {
      readonly id: string;
      readonly findings: readonly Finding[];
      readonly notEvaluated: number;
    }[];
  }[];
  readonly findings?: readonly Finding[];
}

let folder = '';
const put = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const tried = async (...args: readonly string[]): Promise<Tried> =>
  JSON.parse((await tdkvh('criteria', 'try', ...args, '--json')).stdout) as Tried;
const resultsOf = (fixture: FixtureName): string => join(sharedWorkspace(fixture), 'out', 'results.json');

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tdkvh-try-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Rows whose part is above its whole, by unit and row of the sheet. */
function above({ rows, units }: ResultsDocument, part: string, whole: string): readonly string[] {
  return units
    .filter(({ leaf }) => leaf)
    .flatMap(({ code }) =>
      Object.values(rows[code] ?? {}).flatMap(({ columns, sheetRows }) =>
        sheetRows.flatMap((row, index) => {
          const [one, other] = [columns[part]?.values[index], columns[whole]?.values[index]];
          return typeof one === 'number' && typeof other === 'number' && one > other
            ? [`${code} ${String(row)}`]
            : [];
        }),
      ),
    );
}

describe('criteria try', () => {
  it('says of past periods what the rule would have stopped, whatever day it is for', async () => {
    const file = put('huyen.yaml', RULE);
    const fixtures = ['district-2024', 'province-2025'] as const;
    const { periods } = await tried(file, '--on', ...fixtures.map(resultsOf));
    expect(periods).toHaveLength(2);
    for (const [index, fixture] of fixtures.entries()) {
      const [rule] = periods[index]?.rules ?? [];
      const told = (rule?.findings ?? []).map(
        ({ unit, at }) => `${String(unit)} ${String(/\d+$/u.exec(at.cell ?? '')?.[0])}`,
      );
      const expected = above(sharedRun(fixture).results(), 'familiesTitled', 'familiesTitled3y');
      expect(expected.length).toBeGreaterThan(50);
      expect(told.sort()).toEqual([...expected].sort());
    }
  });

  it('tries a rule that is only changed, and says on the screen how many places and units', async () => {
    const file = put('khac.yaml', RULE.replace('severity: error', 'severity: warning'));
    const { stdout, code } = await tdkvh('criteria', 'try', file, '--on', resultsOf('district-2024'));
    expect(code).toBe(0);
    expect(stdout).toMatch(/sẽ hỏi \d+ chỗ ở \d+ đơn vị/u);
    expect(stdout.split('\n').every((line) => line.length <= 80)).toBe(true);
  });

  it('refuses a set without new rules, and results that are none', async () => {
    const file = put('huyen.yaml', RULE);
    const codes = ({ findings = [] }: Tried): readonly string[] => findings.map(({ code }) => code);
    expect(codes(await tried('nd86-2023', '--on', resultsOf('district-2024')))).toEqual([]);
    const bare = put('trong.yaml', 'schema: tdkvh/criteria@1\nid: trong\nlabel: Bộ\nextends: nd86-2023\n');
    expect(codes(await tried(bare, '--on', resultsOf('district-2024')))).toEqual(['cli/no-new-rule']);
    expect(codes(await tried(file))).toEqual(['cli/missing-argument']);
    expect(codes(await tried(file, '--on', join(folder, 'khong-co.json')))).toEqual(['cli/not-found']);
    expect(codes(await tried(file, '--on', file))).toEqual(['previous/not-json']);
  });
});
