/** A marked form in LibreOffice: the fill and the comment are there for a person to see. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { CellMark } from '../../../src/model.js';
import { loadWorkbook } from '../../../src/writers/exceljs-adapter.js';
import { markWorkbook } from '../../../src/writers/marking/mark-workbook.js';
import { FIXTURES } from '../../end-to-end/expectation.js';
import type { Saved } from './saved.js';

/** By who saved the form: one by another library, one by LibreOffice itself. */
const FORMS = {
  exceljs: 'district-2024/submissions/09193-thi-tran-cho-bieu-01-04-2024.xlsx',
  itself: 'libreoffice/09199-xa-tam-da-bieu-01-04-2024.xlsx',
};
const marks = ['F9', 'M11', 'AO40'].map((cell): CellMark => ({
  sheet: 'Biểu 01',
  cell,
  look: 'error',
  text: '“1.2k” không phải là số',
}));

function marked(path: string): Uint8Array {
  const outcome = markWorkbook(new Uint8Array(readFileSync(join(FIXTURES, path))), {
    marks,
    resolvedText: 'Đã sửa',
  });
  if ('refused' in outcome) throw new Error(outcome.refused);
  return outcome.bytes;
}

export const MARKED_FORM: Saved = {
  name: 'shows the marks, whoever saved the form',
  to: 'xlsx',
  files: () => Object.values(FORMS).map(marked),
  check: async (saved) => {
    for (const [index, by] of Object.keys(FORMS).entries()) {
      const sheet = (await loadWorkbook(saved[index] ?? new Uint8Array())).getWorksheet('Biểu 01');
      for (const { cell } of marks) {
        expect(JSON.stringify(sheet?.getCell(cell).note), by).toContain('không phải là số');
        expect(sheet?.getCell(cell).fill, by).toMatchObject({ fgColor: { argb: 'FFFFC7CE' } });
      }
    }
  },
};
