/** Rows written while packing against the rows of the library itself, over generated tables. */
import {
  AlignmentType,
  Document,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  VerticalAlignTable,
} from 'docx';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type {
  Report,
  Table as ReportTable,
  TableCell as ReportCell,
  TableRow as ReportRow,
} from '../../src/model.js';
import { figureMarker, figureNames } from '../../src/writers/docx/figure-bookmarks.js';
import { STYLE } from '../../src/writers/docx/styles.js';
import { textRuns } from '../../src/writers/docx/text-runs.js';
import { halfPoints } from '../../src/writers/decree30-layout.js';
import { writeDocx } from '../../src/writers/docx.js';
import { repack } from '../../src/writers/package-packer.js';
import { amountDigits, placeOf, printedCell } from '../../src/writers/printed-cell.js';
import { defined } from '../../src/values/defined.js';
import { SAMPLE_REPORT } from '../support/sample-report.js';
import { tries } from '../support/sweep.js';

const xmlOf = (bytes: Uint8Array): string =>
  strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
const bodyRows = (xml: string): string =>
  (xml.match(/<w:tr>(?:(?!<\/w:tr>).)*<\/w:tr>/gsu) ?? [])
    .filter((row) => !row.includes('<w:tblHeader/>'))
    .join('');

/** The annex table alone, without the tables of the letter. */
const annexOf = (report: string): string =>
  (report.match(/<w:tbl>(?:(?!<\/w:tbl>).)*<\/w:tbl>/gsu) ?? []).find((table) =>
    table.includes('<w:tblHeader/>'),
  ) ?? '';

const text = fc.constantFrom(
  'Thôn Đông',
  '',
  'hai\ndòng',
  'a & b < c > "d" \'e\'',
  'e\u0323\u0302 \u0007 \u202Eđảo',
  '{{ten_don_vi}} <w:pStyle w:val="tdkvh-rows-0"/>',
  'tdkvh-rows-0 </w:tr>',
);
const cell: fc.Arbitrary<ReportCell> = fc.oneof(
  text.map((one): ReportCell => ({ kind: 'text', text: one })),
  fc.nat(9_000_000).map((value): ReportCell => ({
    kind: 'integer',
    value,
    figure: { unit: '00001', indicator: `hộ ${String(value % 3)}`, quantity: 'n' },
  })),
  fc.constantFrom<ReportCell>(
    { kind: 'missing' },
    { kind: 'none' },
    { kind: 'rate', numerator: 1, denominator: 3 },
  ),
);
const COLUMNS: ReportTable['columns'] = [
  { id: 'ordinal', header: 'TT', kind: 'ordinal' },
  { id: 'unit', header: 'Đơn vị', kind: 'text' },
  { id: 'n', header: 'Số hộ', kind: 'count' },
  { id: 'money', header: 'Kinh phí', kind: 'amount', decimals: 3 },
];
const row: fc.Arbitrary<ReportRow> = fc.record({
  role: fc.constantFrom('unit', 'subtotal', 'total', 'section' as const),
  cells: fc.array(cell, { minLength: 1, maxLength: 4 }),
});

/** The same rows as objects of the library. */
async function byLibrary(
  table: ReportTable,
  size: number,
  widths: readonly number[],
  digits: number,
): Promise<string> {
  const mark = figureMarker(figureNames());
  const kept = table.notes.length === 0 ? Infinity : table.rows.length - 2;
  const rows = table.rows.map((one, at) => {
    const next = table.rows[at + 1]?.role;
    const heads = one.role === 'section' || (one.role === 'subtotal' && next === 'unit');
    const keepNext = at >= kept || next === 'total' || heads;
    const cells: TableCell[] = [];
    for (let index = 0; index < COLUMNS.length; index += 1) {
      const column = COLUMNS[index];
      if (column === undefined) continue;
      const content = one.cells[index] ?? { kind: 'none' };
      let span = 1;
      if (one.role === 'section' && content.kind === 'text' && column.kind === 'text')
        while (index + span < COLUMNS.length && (one.cells[index + span]?.kind ?? 'none') === 'none')
          span += 1;
      const words = printedCell(content, column, undefined, index === 3 ? digits : 0);
      const alignment = {
        left: AlignmentType.LEFT,
        center: AlignmentType.CENTER,
        right: AlignmentType.RIGHT,
      };
      cells.push(
        new TableCell({
          verticalAlign: VerticalAlignTable.CENTER,
          ...defined({ columnSpan: span === 1 ? undefined : span }),
          children: [
            new Paragraph({
              style: STYLE.tableText,
              alignment: alignment[placeOf(content, column)],
              keepNext,
              ...(words === '' ? { run: { size: halfPoints(size) } } : {}),
              children: [
                ...mark(content.figure, textRuns(words, { points: size, bold: one.role !== 'unit' })),
              ],
            }),
          ],
        }),
      );
      index += span - 1;
    }
    return new TableRow({ cantSplit: true, children: cells });
  });
  const document = new Document({ sections: [{ children: [new Table({ rows, columnWidths: widths })] }] });
  return bodyRows(xmlOf(repack(new Uint8Array(await Packer.toArrayBuffer(document)))));
}

describe('rows of annex tables', () => {
  it('are spelled as the library spells them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 5 }), fc.boolean(), async (rows, noted) => {
        const table: ReportTable = {
          id: 'annex',
          sheetName: 'Biểu',
          title: 'Bảng',
          columns: COLUMNS,
          rows,
          notes: noted ? ['Ghi chú.'] : [],
        };
        const report: Report = {
          ...SAMPLE_REPORT,
          blocks: [],
          charts: [],
          annexes: [{ number: 'I', table }],
        };
        const annex = annexOf(xmlOf(await writeDocx(report)));
        const widths = [...annex.matchAll(/<w:gridCol w:w="(\d+)"\/>/gu)].map(([, width]) => Number(width));
        const size = Number(/<w:sz w:val="(\d+)"\/>/u.exec(annex)?.[1]) / 2;
        const digits = amountDigits(rows, 3, COLUMNS[3] ?? { id: '', header: '', kind: 'text' });
        expect(bodyRows(annex)).toBe(await byLibrary(table, size, widths, digits));
      }),
      { numRuns: tries(10, 4), seed: 7 },
    );
  });
});
