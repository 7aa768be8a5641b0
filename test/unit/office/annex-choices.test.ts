/** An annex is one entry of annexes.yaml: it can be asked for, is printed, and has its sheet, without anything else. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAnnexChoices, usualAnnexes } from '../../../src/office/annex-choices.js';
import { loadWording } from '../../../src/office/load-wording.js';
import { REPORT_WORDING_FOLDER } from '../../../src/office/package-files.js';
import { printedAnnexes } from '../../../src/reports/annexes.js';
import { proseOf } from '../../../src/reports/prose/prose.js';
import { buildWorkbookTables } from '../../../src/reports/workbook-tables.js';
import { sampleResults } from '../../support/sample-results.js';

const bundled = readFileSync(join(REPORT_WORDING_FOLDER, 'annexes.yaml'), 'utf8');
const ENTRY = `annexes:
  - number: XL
    id: phu-luc-40
    sheet: PL XL Số hộ
    title: Số hộ {{periodInside}}
    shape: byUnit
    columns:
      - { id: households, header: Tổng số hộ, n: households }
`;

let folder = '';
const keep = (text: string): void => {
  writeFileSync(join(folder, 'templates', 'annexes.yaml'), text);
};
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tdkvh-annexes-'));
  mkdirSync(join(folder, 'templates'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('annexes', () => {
  it('of the program: all that the file declares, some of them printed unasked', async () => {
    const { known = [], usual = [] } = (await readAnnexChoices()) ?? {};
    const declared = [...bundled.matchAll(/^ {2}- number: (\w+)$/gmu)].map(([, number]) => number);
    expect(known).toEqual([...new Set(declared)]);
    expect(known).toEqual(expect.arrayContaining(['I', 'IX', 'XIII', 'BS']));
    expect(usual).toEqual(expect.arrayContaining(['I', 'II', 'III', 'VI', 'VII', 'XI', 'XII', 'XIII']));
    expect(usual).not.toContain('IX');
    expect(await usualAnnexes()).toEqual(usual);
  });

  it('of an office: an entry more is known, printed when asked for, and a sheet', async () => {
    keep(bundled.replace(/^annexes:\n/mu, ENTRY));
    expect((await readAnnexChoices(folder))?.known).toContain('XL');
    const { wording, findings } = await loadWording(folder);
    expect(findings).toEqual([]);
    if (wording === undefined) throw new Error('wording');
    const results = sampleResults();
    const asked = { ...results, report: { ...results.report, annexes: ['XL'] } };
    expect(printedAnnexes(proseOf(asked, wording))[0]).toMatchObject({
      number: 'XL',
      table: { id: 'phu-luc-40' },
    });
    expect(buildWorkbookTables(proseOf(results, wording)).map(({ sheetName }) => sheetName)).toContain(
      'PL XL Số hộ',
    );
  });

  it('of an office whose file does not say which are printed: the usual ones that it has', async () => {
    keep(bundled.replaceAll('    printed: true\n', '').replace('number: VI\n', 'number: XX\n'));
    const usual = (await readAnnexChoices())?.usual.filter((number) => number !== 'VI');
    expect((await readAnnexChoices(folder))?.usual).toEqual(usual);
  });

  it('of a broken file: anything may be asked for, the wording tells what is wrong', async () => {
    keep('annexes: 5\n');
    expect(await readAnnexChoices(folder)).toBeUndefined();
    expect((await loadWording(folder)).findings[0]?.at).toEqual({
      file: 'templates/annexes.yaml',
      cell: 'dòng 1, cột 1',
    });
  });
});
