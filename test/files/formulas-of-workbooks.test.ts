/** Formulas of real workbooks: what is recalculated agrees with what Excel and LibreOffice have stored. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openAnySource } from '../../src/readers/open-source.js';
import { FormulaCheck } from '../../src/submission/formulas/formula-check.js';
import { cellAddress } from '../../src/values/cell-address.js';

const ROOT = join(import.meta.dirname, '..', '..');
const SHARED = join(ROOT, '..', 'shared', 'data', 'workbooks');
const SPREADSHEET = /\.(?:xlsx|xlsm|xls|xlsb)$/iu;

interface Counts {
  readonly formulas: number;
  readonly same: number;
  readonly stale: readonly string[];
}

/** All formulas of the workbooks below a folder; `left`: not these files. */
async function check(folder: string, left: readonly string[] = []): Promise<Counts> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => SPREADSHEET.test(name) && !left.includes(name))
    .sort();
  let [formulas, same] = [0, 0];
  const stale: string[] = [];
  for (const name of names) {
    const bytes = new Uint8Array(readFileSync(join(folder, name)));
    const { file } = await openAnySource({ path: name, bytes, sha256: '' });
    if (file === undefined) continue;
    const formulaCheck = new FormulaCheck(file);
    for (const sheet of file.sheets)
      for (const cell of sheet.cells) {
        if (cell.formula === true) formulas += 1;
        const verdict = formulaCheck.verdict(sheet.name, cell);
        if (verdict?.kind === 'same') same += 1;
        if (verdict?.kind === 'stale')
          stale.push(
            `${name} ${sheet.name} ${cellAddress(cell.row, cell.column)} =${cell.expression ?? ''}: ${verdict.stored} → ${verdict.value}`,
          );
      }
  }
  return { formulas, same, stale };
}

describe('formulas', () => {
  it('of the example workspaces are recalculated to what is stored', async () => {
    const { formulas, same, stale } = await check(join(ROOT, 'fixtures'));
    expect(stale).toEqual([]);
    expect(same).toBe(formulas);
    expect(same).toBeGreaterThan(500);
  });

  it.skipIf(!existsSync(SHARED))('of foreign workbooks are never called old', async () => {
    const { same, stale } = await check(SHARED);
    expect(stale).toEqual([]);
    expect(same).toBeGreaterThan(900);
  });
});
