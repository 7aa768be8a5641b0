/** Forms that LibreOffice saves as .ods hold the same cells as the .xlsx they were: values, formats, merges, hidden places. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { RawCell, RawSheet } from '../../../src/model.js';
import { openSource } from '../../../src/readers/open-source.js';
import { FIXTURES } from '../../end-to-end/expectation.js';
import { sheetXml, sourceOf, workbook } from '../../unit/readers/workbook-builder.js';
import type { Saved } from './saved.js';

/** LibreOffice knows no day after the year 32767. */
const DAY = 'dd/mm/yyyy';
const FORMATS = ['#,##0.00,,', '0%', '0.0#%', '#%;0#%;0', DAY, '#,##0" triệu"', '0\\,00', 'General'];

/** Numbers in formats that show something else, hidden rows and columns, a figure under a merge. */
function oddWorkbook(): Uint8Array {
  const formats = FORMATS.map(
    (code, index) => `<numFmt numFmtId="${200 + index}" formatCode="${escaped(code)}"/>`,
  );
  const styles = FORMATS.map(
    (_, index) =>
      `<xf numFmtId="${200 + index}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
  );
  const row = (number: number, value: string, more = ''): string =>
    `<row r="${number}"${more}>${FORMATS.map((_, at) => `<c r="${String.fromCharCode(65 + at)}${number}" s="${at}"><v>${FORMATS[at] === DAY ? '45657' : value}</v></c>`).join('')}</row>`;
  const rows =
    row(1, '27070000') + row(2, '0.9106', ' hidden="1"') + row(3, '45657') + row(4, '0') + row(5, '123.456');
  return workbook({
    'xl/worksheets/sheet1.xml': sheetXml(
      rows,
      '<mergeCells><mergeCell ref="A5:B5"/></mergeCells>',
      '<cols><col min="3" max="3" width="9" hidden="1"/></cols>',
    ),
    'xl/styles.xml': `<?xml version="1.0"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="${formats.length}">${formats.join('')}</numFmts><fonts count="1"><font><sz val="11"/><name val="Arial"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="${styles.length}">${styles.join('')}</cellXfs></styleSheet>`,
  });
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** Numbers may be spelled otherwise; a very hidden sheet is a hidden one there. */
const comparable = (sheets: readonly RawSheet[]): readonly object[] =>
  sheets.map(({ state, cells, merges, ...sheet }) => ({
    ...sheet,
    merges: [...merges].sort((a, b) => a.top - b.top || a.left - b.left),
    state: state === 'visible' ? state : 'hidden',
    cells: cells.map((cell: RawCell) => ({
      ...cell,
      raw: cell.kind === 'number' ? Number(cell.raw) : cell.raw,
    })),
  }));

const sheetsOf = (bytes: Uint8Array): readonly RawSheet[] => openSource(sourceOf(bytes)).file?.sheets ?? [];

const FILES = [
  readFileSync(join(FIXTURES, 'libreoffice', '09199-xa-tam-da-bieu-01-04-2024.xlsx')),
  oddWorkbook(),
];

export const OPEN_DOCUMENT: Saved = {
  name: 'keeps as .ods a filled form, and formats that show another number',
  to: 'ods',
  files: () => FILES,
  check: (saved) => {
    for (const [index, bytes] of FILES.entries()) {
      const before = comparable(sheetsOf(bytes));
      expect(before.length).toBeGreaterThan(0);
      expect(comparable(sheetsOf(saved[index] ?? new Uint8Array()))).toEqual(before);
    }
  },
};
