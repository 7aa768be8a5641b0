/** Workbooks of other people's software: opened or refused with a code; Excel's own are never refused; figures as exceljs reads them. */
import ExcelJS from 'exceljs';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { OpenedSource } from '../../../src/readers/open-source.js';
import { openSource } from '../../../src/readers/open-source.js';

const ROOT = fileURLToPath(new URL('../../../../shared/data/workbooks', import.meta.url));
const present = existsSync(ROOT);
const FILES = present
  ? readdirSync(ROOT, { recursive: true })
      .map(String)
      .filter((name) => /\.(xls[xmb]?|ods|csv)$/u.test(name))
      .sort()
  : [];
if (!present) console.log('corpus of odd workbooks: absent, skipped');

const open = (name: string): OpenedSource =>
  openSource({ path: basename(name), bytes: readFileSync(join(ROOT, name)), sha256: '' });

/** Two spellings of one double: equal, or equal to the 15 digits that writers keep. */
const sameNumber = (raw: string, value: number): boolean =>
  Number(raw) === value || Math.abs(Number(raw) - value) <= Math.abs(value) * 1e-12;

describe.skipIf(!present)('corpus', () => {
  it('opens or refuses every file with a code, each within seconds', () => {
    const counts = new Map<string, number>();
    for (const name of FILES) {
      const start = performance.now();
      const { file, findings, document } = open(name);
      expect(performance.now() - start, name).toBeLessThan(5000);
      const outcome = file === undefined ? findings.map(({ code }) => code).join('+') : `read ${file.format}`;
      expect(file !== undefined || document === true || findings.length > 0, name).toBe(true);
      counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
    }
    console.log(`corpus: ${FILES.length} files`, Object.fromEntries([...counts].sort()));
  });

  it('refuses no workbook saved by Excel', () => {
    const refused = FILES.filter((name) => name.startsWith('xlsxwriter') && open(name).file === undefined);
    expect(refused).toEqual([]);
  });

  it('reads the numbers that exceljs reads', async () => {
    let compared = 0;
    const different: string[] = [];
    for (const name of FILES.filter((path) => /^xlsxwriter.*\.xlsx$/u.test(path))) {
      const { file } = open(name);
      const book = new ExcelJS.Workbook();
      await book.xlsx.readFile(join(ROOT, name)).catch(() => undefined);
      for (const sheet of file?.sheets ?? []) {
        const other = book.getWorksheet(sheet.name);
        for (const cell of other === undefined ? [] : sheet.cells) {
          const value =
            cell.formula === true
              ? other?.getCell(cell.row, cell.column).result
              : other?.getCell(cell.row, cell.column).value;
          if (cell.kind !== 'number' || typeof value !== 'number') continue;
          compared += 1;
          if (!sameNumber(cell.raw, value))
            different.push(`${name} ${sheet.name} ${cell.row},${cell.column}`);
        }
      }
    }
    console.log(`corpus: ${compared} numbers compared with exceljs`);
    expect(different).toEqual([]);
    expect(compared).toBeGreaterThan(100);
  });
});
