/** Workbooks saved by real Excel, marked: values, all other parts and the order of sheets stay; skipped where the corpus is absent. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { cellAddress } from '../../src/values/cell-address.js';
import type { CellMark } from '../../src/model.js';
import { readWorkbook } from '../../src/readers/xlsx/xlsx.js';
import { markWorkbook } from '../../src/writers/marking/mark-workbook.js';

const ROOT = fileURLToPath(new URL('../../../shared/data/workbooks/xlsxwriter', import.meta.url));
const present = existsSync(ROOT);
if (!present) console.log('workbooks saved by Excel: absent, skipped');
const FILES = present ? readdirSync(ROOT).filter((name) => /\.xls[xm]$/u.test(name)) : [];

const MAY_CHANGE =
  /^(\[Content_Types\]\.xml|docProps\/app\.xml|xl\/(workbook|styles|comments\d+)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/drawings\/vmlDrawing\d+\.vml|xl\/(work|chart)sheets\/(_rels\/)?[^/]+)$/u;

describe.skipIf(!present)('workbooks saved by Excel', () => {
  it('keep everything but the marks', () => {
    let done = 0;
    for (const name of FILES) {
      const bytes = new Uint8Array(readFileSync(join(ROOT, name)));
      const sheets = readWorkbook({ path: name, bytes, sha256: '' }).file?.sheets ?? [];
      const marks = sheets.flatMap(({ name: sheet, cells }): CellMark[] => {
        const [first] = cells;
        // Sheets that hold a chart and nothing else have no cells to mark.
        if (first === undefined) return [];
        const mark = (cell: string): CellMark => ({ sheet, cell, look: 'error', text: 'Phải sửa' });
        return [mark(cellAddress(first.row, first.column)), mark('F9'), mark('B700')];
      });
      const grid = {
        sheetName: 'Đề nghị sửa',
        widths: [9],
        rows: [{ style: 'text' as const, cells: ['x'] }],
      };
      const outcome = markWorkbook(bytes, { marks, reply: grid, resolvedText: '' });
      if (!('bytes' in outcome)) throw new Error(`${name}: ${outcome.refused}`);
      const again = readWorkbook({ path: name, bytes: outcome.bytes, sha256: '' }).file?.sheets ?? [];
      // The reply sheet is the first.
      expect(again.slice(1), name).toEqual(sheets);
      const [before, after] = [unzipSync(bytes), unzipSync(outcome.bytes)];
      const changed = Object.keys(before).filter(
        (part) =>
          !part.endsWith('/') &&
          !MAY_CHANGE.test(part) &&
          Buffer.compare(before[part] ?? new Uint8Array(), after[part] ?? new Uint8Array()) !== 0,
      );
      expect(changed, name).toEqual([]);
      done += 1;
    }
    expect(done).toBe(FILES.length);
  });
});
