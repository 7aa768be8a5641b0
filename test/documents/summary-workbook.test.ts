/** tong-hop.xlsx: figures, live formulas with exact cached values, text that stays text, links and outline. */
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { formatPercent, formatScaled } from '../../src/values/number-format.js';
import type { Table, TableCell } from '../../src/model.js';
import { loadWorkbook, type Cell, type Worksheet } from '../../src/writers/exceljs-adapter.js';
import { writeSummaryWorkbook } from '../../src/writers/summary-workbook.js';
import { SAMPLE_TABLE, WIDE_TABLE, integer, rate, text } from '../support/sample-report.js';
import { randomTable } from '../unit/writers/random-table.js';
import { tries } from '../support/sweep.js';

const OPTIONS = { title: 'Tổng hợp', date: '2024-12-10', draft: false, decimals: 2 } as const;

async function sheetsOf(bytes: Uint8Array): Promise<readonly Worksheet[]> {
  return (await loadWorkbook(bytes)).worksheets;
}
const sheetOf = async (table: Table): Promise<Worksheet> => {
  const [sheet] = await sheetsOf(await writeSummaryWorkbook([table], OPTIONS));
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
};

/** A formula's cached value, or the value. */
const valueOf = (cell: Cell): unknown => (cell.formula === '' || !cell.formula ? cell.value : cell.result);

/** What the cell must say, by the printing rules and not by the writer's own. */
function printed(cell: TableCell, decimals: number): string {
  switch (cell.kind) {
    case 'integer':
      return formatScaled(cell.value, decimals);
    case 'rate':
      return (formatPercent(cell, decimals) ?? '').replace('%', '');
    case 'missing':
      return '…';
    case 'text':
      return cell.text;
    case 'pending':
    case 'notApplicable':
    case 'none':
      return '';
  }
}
const shown = (value: unknown, decimals: number, fixed: boolean): string => {
  if (typeof value !== 'number') return typeof value === 'string' ? value : '';
  return formatScaled(Math.round(value * 10 ** decimals), decimals, fixed);
};

describe('writeSummaryWorkbook', () => {
  it('writes a table whose lines are made anew at each walk like one that is held, sums and all', async () => {
    const { rows } = SAMPLE_TABLE;
    const fresh = (): typeof rows => structuredClone(rows);
    const made = { length: rows.length, whole: fresh, [Symbol.iterator]: () => fresh()[Symbol.iterator]() };
    const [held, remade] = await Promise.all([
      writeSummaryWorkbook([SAMPLE_TABLE], OPTIONS),
      writeSummaryWorkbook([{ ...SAMPLE_TABLE, rows: made }], OPTIONS),
    ]);
    expect(rows.some(({ sums = [] }) => sums.length > 0)).toBe(true);
    expect(remade).toEqual(held);
  });

  it('gives every cell its exact value, with gaps and groups', async () => {
    await fc.assert(
      fc.asyncProperty(randomTable, async (table) => {
        const sheet = await sheetOf(table);
        const first = 5;
        expect(sheet.getCell(first - 1, 1).value).toBe('(1)');
        for (const [row, { cells }] of table.rows.entries()) {
          for (const [column, cell] of cells.entries()) {
            const decimals = column === 3 ? (table.columns[3]?.decimals ?? 0) : column === 4 ? 3 : 0;
            const found = valueOf(sheet.getCell(first + row, column + 1));
            expect(shown(found, decimals, column === 3)).toBe(printed(cell, decimals));
          }
        }
      }),
      { numRuns: tries(40, 15) },
    );
  });

  it('writes totals and rates as formulas over the lines they sum', async () => {
    const sheet = await sheetOf(SAMPLE_TABLE);
    expect(sheet.getCell('C6').formula).toBe('SUM(C7:C9)');
    expect(sheet.getCell('C14').formula).toBe('SUM(C7:C9,C11:C12)');
    expect(sheet.getCell('F14').formula).toBe('ROUND(SUM(F7:F9,F11:F12),3)');
    expect(sheet.getCell('E7').formula).toContain('ROUND(100*D7/C7,2)');
    expect(sheet.getCell('E6').formula).toContain('SUMIFS(D7:D9,D7:D9,">=0",C7:C9,">=0")');
    expect(sheet.getCell('E14').result).toBe(95.85);
    expect(sheet.getCell('C9').value).toBe('…');
  });

  it('keeps the value of the results where a formula over the cells would say something else', async () => {
    const sheet = await sheetOf({
      ...SAMPLE_TABLE,
      rows: [
        { role: 'unit', cells: [text('1'), text('Xã A'), integer(10), integer(5), rate(5, 9), integer(0)] },
        {
          role: 'total',
          sums: [0],
          cells: [text(''), text('Tổng'), integer(11), integer(5), rate(4, 10), integer(0)],
        },
      ],
    });
    expect([sheet.getCell('E6').value, sheet.getCell('C7').value, sheet.getCell('E7').value]).toEqual([
      55.56, 11, 40,
    ]);
    expect(sheet.getCell('D7').formula).toBe('SUM(D6:D6)');
  });

  it('writes text as text, whatever it begins with', async () => {
    const payloads = [
      '=1+1',
      '+1',
      '-1',
      '@SUM(1)',
      '\t=1',
      "'x",
      '_x0041_',
      '<a&b>"',
      '00123',
      '1e5',
      'A\u0001B\uFFFE',
    ];
    const table: Table = {
      id: 't',
      sheetName: 'Bảng [1]: a/b',
      title: '=1+1',
      columns: [{ id: 'text', header: '=HEADER', kind: 'text' }],
      rows: payloads.map((payload) => ({ role: 'unit', cells: [text(payload)] })),
      notes: ['=note'],
    };
    const bytes = await writeSummaryWorkbook([table, table], OPTIONS);
    const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(xml).not.toContain('<f>');
    expect(xml).not.toMatch(/[\u0001\uFFFE]/u);
    const [sheet, second] = await sheetsOf(bytes);
    expect(sheet?.getCell('A5').value).toBe('=1+1');
    expect(xml).toContain('_x005F_x0041_');
    expect(sheet?.getCell('A13').value).toBe('00123');
    expect(sheet?.getCell('A15').value).toBe('AB');
    expect(sheet?.name).not.toBe(second?.name);
  });

  it('freezes the header, repeats it in print, fits the width, and filters lists without sums', async () => {
    const [sums, list] = await sheetsOf(await writeSummaryWorkbook([SAMPLE_TABLE, WIDE_TABLE], OPTIONS));
    expect(sums?.views[0]).toMatchObject({ state: 'frozen', xSplit: 2, ySplit: 5 });
    expect(sums?.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      fitToWidth: 1,
      fitToHeight: 1,
    });
    expect(sums?.pageSetup.printTitlesRow).toBe('3:5');
    expect(sums?.autoFilter ?? null).toBeNull();
    expect(list?.autoFilter).toBeTruthy();
    expect(sums?.getCell('C3').isMerged).toBe(true);
    expect(sums?.getCell('C7').numFmt).toBe('#,##0');
    expect(sums?.getCell('E7').numFmt).toBe('0.00');
  });

  it('gives equal bytes for equal tables', async () => {
    const write = (): Promise<Uint8Array> =>
      writeSummaryWorkbook([SAMPLE_TABLE, WIDE_TABLE], { ...OPTIONS, draft: true });
    expect(Buffer.from(await write()).equals(Buffer.from(await write()))).toBe(true);
  });

  it('hides the sheets it is told to, and opens on another', async () => {
    const sources = { ...SAMPLE_TABLE, id: 'sources', sheetName: 'Nguồn' };
    const sheets = await sheetsOf(
      await writeSummaryWorkbook([sources, SAMPLE_TABLE], { ...OPTIONS, hidden: ['sources'] }),
    );
    expect(sheets.map(({ name, state }) => [name, state])).toEqual([
      ['Danh hiệu', 'visible'],
      ['Nguồn', 'hidden'],
    ]);
  });

  it('links text to a place of the workbook', async () => {
    const linked: Table = {
      ...SAMPLE_TABLE,
      id: 'linked',
      sheetName: 'Liên kết',
      rows: [
        { role: 'unit', cells: [{ kind: 'text', text: '1', link: { sheet: 'Danh hiệu', cell: 'A6' } }] },
      ],
    };
    const parts = unzipSync(await writeSummaryWorkbook([SAMPLE_TABLE, linked], OPTIONS));
    expect(strFromU8(parts['xl/worksheets/sheet2.xml'] ?? new Uint8Array())).toContain(
      `<hyperlinks><hyperlink ref="A6" location="'Danh hiệu'!A6"/></hyperlinks>`,
    );
  });
});

describe('links and outline', () => {
  const details: Table = {
    id: 'details',
    sheetName: 'Chi tiết',
    title: 'Chi tiết',
    columns: [
      { id: 'unitCode', header: 'Mã', kind: 'text' },
      { id: 'unit', header: 'Đơn vị', kind: 'text' },
      { id: 'n', header: 'Số hộ', kind: 'count' },
    ],
    rows: (
      [
        ['1', 'Xã An Thịnh'],
        ['1', 'Xã An Thịnh'],
        ['2', 'Xã Bình Định'],
        // Two communes of one name.
        ['3', 'Xã Mỹ Hương'],
        ['4', 'Xã Mỹ Hương'],
      ] as const
    ).map(([code, name]) => ({ role: 'unit', cells: [text(code), text(name), integer(1)] })),
    notes: [],
  };
  const partsOf = async (): Promise<readonly string[]> => {
    const parts = unzipSync(
      await writeSummaryWorkbook([SAMPLE_TABLE, details], { ...OPTIONS, details: 'details' }),
    );
    return [1, 2].map((sheet) =>
      strFromU8(parts[`xl/worksheets/sheet${String(sheet)}.xml`] ?? new Uint8Array()),
    );
  };

  it('lead from sums to their lines and from units to their rows elsewhere, unless two units share a name', async () => {
    const [titles = '', rows = ''] = await partsOf();
    const links = [...titles.matchAll(/<hyperlink ref="(\w+)" location="([^"]*)"\/>/gu)].map(
      ([, at, to]) => `${at ?? ''} ${to ?? ''}`,
    );
    expect(links).toEqual([
      "B6 'Danh hiệu'!A7:F9",
      "B7 'Chi tiết'!A5:C6",
      "B8 'Chi tiết'!A7:C7",
      "B10 'Danh hiệu'!A11:F12",
      "B14 'Danh hiệu'!A7:F12",
    ]);
    expect(rows).not.toContain('<hyperlink');
  });

  it('fold the lines of a subtotal away beneath it', async () => {
    const [titles = '', rows = ''] = await partsOf();
    const folded = [...titles.matchAll(/<row r="(\d+)"[^>]*outlineLevel="1"/gu)].map(([, row]) =>
      Number(row),
    );
    expect(folded).toEqual([7, 8, 9, 11, 12]);
    expect(titles).toMatch(/<outlinePr [^>]*summaryBelow="0"/u);
    expect(rows).not.toContain(' outlineLevel="');
  });
});
