/** tong-hop.xlsx in LibreOffice: every formula calculated anew gives the value that stands there. */
import fc from 'fast-check';
import { expect } from 'vitest';
import type { Table } from '../../../src/model.js';
import { loadWorkbook, type Cell, type Worksheet } from '../../../src/writers/exceljs-adapter.js';
import { writeSummaryWorkbook } from '../../../src/writers/summary-workbook.js';
import { withoutCachedValues } from '../../checks/outputs.js';
import { integer, rate, SAMPLE_TABLE } from '../../support/sample-report.js';
import { randomTable } from '../../unit/writers/random-table.js';
import type { Saved } from './saved.js';

const OPTIONS = { title: 'Tổng hợp', date: '2024-12-10', draft: false, decimals: 2 } as const;

const sheetsOf = async (bytes: Uint8Array): Promise<readonly Worksheet[]> =>
  (await loadWorkbook(bytes)).worksheets;

/** LibreOffice leaves the cached value out where it is an empty text. */
function resultOf(cell: Cell | undefined): unknown {
  const result: unknown = cell?.result;
  return result === undefined || result === null ? '' : result;
}

/** Rates that lie exactly between two printed values, where doubles mislead. */
const HALVES: Table = {
  id: 'halves',
  sheetName: 'Làm tròn',
  title: 'Làm tròn',
  columns: [
    { id: 'n', header: 'Đạt', kind: 'count' },
    { id: 'd', header: 'Tổng', kind: 'count' },
    { id: 'rate', header: 'Tỷ lệ (%)', kind: 'rate', decimals: 2, rateOf: ['n', 'd'] },
  ],
  rows: Array.from({ length: 400 }, (_, index) => {
    const [n, d] = [2 * index + 1, 20_000 * (1 + (index % 4))] as const;
    return { role: 'unit', cells: [integer(n), integer(d), rate(n, d)] };
  }),
  notes: [],
};

const written = (): Promise<Uint8Array> => {
  const tables = fc.sample(randomTable, { numRuns: 30, seed: 20241210 }).map((table, index) => ({
    ...table,
    id: `t${index}`,
    sheetName: `Bảng ${index}`,
  }));
  return writeSummaryWorkbook([SAMPLE_TABLE, HALVES, ...tables], OPTIONS);
};

export const SUMMARY_WORKBOOK: Saved = {
  name: 'calculates every formula of tong-hop.xlsx anew to its cached value',
  to: 'xlsx',
  files: async () => [withoutCachedValues(await written())],
  check: async ([saved = new Uint8Array()]) => {
    const [ours, theirs] = [await sheetsOf(await written()), await sheetsOf(saved)];
    let formulas = 0;
    for (const [index, sheet] of ours.entries()) {
      sheet.eachRow((row) => {
        row.eachCell((cell) => {
          if (!cell.formula) return;
          formulas += 1;
          const again = theirs[index]?.getCell(cell.address);
          expect(resultOf(again), `${sheet.name}!${cell.address} ${cell.formula}`).toEqual(resultOf(cell));
        });
      });
    }
    expect(formulas).toBeGreaterThan(600);
  },
};
