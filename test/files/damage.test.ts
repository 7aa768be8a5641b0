/** A damaged workbook is refused or reads exactly as the whole one: no flipped bit ever changes a figure in silence. */
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import type { RawFile } from '../../src/model.js';
import { readWorkbook } from '../../src/readers/xlsx/xlsx.js';
import { sourceOf } from '../unit/readers/workbook-builder.js';

const SHEETS = ['Biểu 01', 'Biểu 02'];

/** Numbers, texts, percentages and formulas, as a template holds them. */
async function honestWorkbook(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  for (const name of SHEETS) {
    const sheet = book.addWorksheet(name);
    sheet.addRow(['Thôn', 'Số hộ', 'Văn hóa', 'Tỷ lệ']);
    for (let row = 2; row <= 60; row += 1) {
      sheet.addRow([
        `Thôn ${row}`,
        row * 7,
        row * 6,
        { formula: `C${row}/B${row}`, result: row % 5 === 0 ? 0 : 0.857142857142857 },
      ]);
      sheet.getCell(row, 4).numFmt = '0.00%';
    }
    sheet.mergeCells('A70:A72');
    sheet.getCell('A70').value = 10;
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** What a reader takes from a file: sheet names and every cell. */
const meaning = (file: RawFile): string => JSON.stringify(file.sheets);

/** A small, seeded generator of whole numbers below a limit. */
function randomFrom(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

describe('damage', () => {
  it('never accepts other cells after one flipped bit, in 2,000 tries', async () => {
    const honest = await honestWorkbook();
    const truth = readWorkbook(sourceOf(honest)).file;
    expect(truth?.sheets.map(({ name }) => name)).toEqual(SHEETS);
    const expected = truth === undefined ? '' : meaning(truth);
    const below = randomFrom(20241231);
    let refused = 0;
    for (let attempt = 0; attempt < 2000; attempt += 1) {
      const bytes = honest.slice();
      const at = below(bytes.length);
      const bit = below(8);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
      const { file, findings } = readWorkbook(sourceOf(bytes));
      if (file === undefined) {
        expect(findings).toHaveLength(1);
        refused += 1;
      } else if (meaning(file) !== expected) expect.fail(`byte ${at}, bit ${bit}`);
    }
    expect(refused).toBeGreaterThan(1500);
  });

  it('never accepts a cut workbook', async () => {
    const honest = await honestWorkbook();
    for (let length = 0; length < honest.length; length += 97)
      expect(readWorkbook(sourceOf(honest.subarray(0, length))).file).toBeUndefined();
  });

  it('agrees with exceljs on an honest workbook', async () => {
    const honest = await honestWorkbook();
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(Buffer.from(honest) as unknown as ExcelJS.Buffer);
    const { file } = readWorkbook(sourceOf(honest));
    for (const sheet of file?.sheets ?? []) {
      for (const cell of sheet.cells) {
        const other = book.getWorksheet(sheet.name)?.getCell(cell.row, cell.column);
        const value = cell.formula === true ? other?.result : other?.value;
        expect(typeof value === 'number' ? String(value) : value).toBe(cell.raw);
      }
      expect(sheet.cells).toHaveLength(4 + 59 * 4 + 1);
      expect(sheet.cells.filter(({ raw, formula }) => formula === true && raw === '0')).toHaveLength(12);
      expect(sheet.cells.filter(({ numberFormat }) => numberFormat === 'percent')).toHaveLength(59);
      expect(sheet.merges).toEqual([{ top: 70, left: 1, bottom: 72, right: 1 }]);
    }
  });
});
