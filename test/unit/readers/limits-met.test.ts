/** Inputs that are small on the disk and large in memory are refused before they are taken apart. */
import { describe, expect, it } from 'vitest';
import { openForeign } from '../../../src/readers/foreign/open-foreign.js';
import { openSource } from '../../../src/readers/open-source.js';
import { readResultsJson } from '../../../src/readers/results/results-json.js';
import { codesOf as workbookCodes, MAIN, sheetXml, workbook } from './workbook-builder.js';

const codesOf = (path: string, text: string): readonly string[] =>
  openSource({ path, bytes: Buffer.from(text), sha256: '' }).findings.map(({ code }) => code);

describe('limits', () => {
  it.each([
    ['7 million lines', `a,b\n${'1\n'.repeat(7_000_000)}`],
    ['5 million lines of Windows', `a,b\r\n${'1\r\n'.repeat(5_000_000)}`],
    ['7 million lines of an old Mac', `a,b\r${'1\r'.repeat(7_000_000)}`],
    ['7 million blank lines in between', `a,b\n1,2\n${'\n'.repeat(7_000_000)}3,4\n`],
  ])('%s of CSV are too many', (_name, text) => {
    expect(codesOf('a.csv', text)).toEqual(['file/too-many-cells']);
  });

  it('a long text that many cells share is looked at once for each, so that too many are refused', () => {
    const text = `<sst xmlns="${MAIN}"><si><t>${'xã '.repeat(10_000)}</t></si></sst>`;
    const book = (cells: number): Uint8Array =>
      workbook({
        'xl/sharedStrings.xml': text,
        'xl/worksheets/sheet1.xml': sheetXml(
          Array.from({ length: cells }, (_, row) => `<row><c r="A${row + 1}" t="s"><v>0</v></c></row>`).join(
            '',
          ),
        ),
      });
    expect(workbookCodes(book(1000))).toEqual([]);
    expect(workbookCodes(book(1100))).toEqual(['file/too-much-text']);
  });

  it('blank lines at the end count for nothing', () => {
    for (const blank of [',\r\n', '\r\n', '\r', ';\n'])
      expect(codesOf('a.csv', `a,b\n1,2\n${blank.repeat(2_000_000)}`), JSON.stringify(blank)).toEqual([]);
  });

  it('JSON that nests deeply is not taken apart', () => {
    const deep = '['.repeat(3_000_000);
    expect(codesOf('a.json', `{"schema":"tdkvh/results@1","units":${deep}`)).toEqual(['lower/malformed']);
    // Brackets in texts are letters.
    const text = JSON.stringify({ schema: 'x', note: `"${'[{'.repeat(200)}\\` });
    expect(readResultsJson(Buffer.from(text)).kind).toBe('other-schema');
  });

  it('JSON holds as many items as the largest results that are read, one for every 74 bytes, and no millions more', () => {
    const kindOf = (items: number): string =>
      readResultsJson(Buffer.from(`{"schema":"x","rows":[${'{},'.repeat(items)}{}]}`)).kind;
    expect(kindOf(Math.ceil((128 * 1024 * 1024) / 74))).toBe('other-schema');
    expect(kindOf(2_100_000)).toBe('malformed');
  });

  it('an old workbook beyond what its child can hold starts none', async () => {
    const source = { path: 'a.xls', bytes: Buffer.alloc(17 * 1024 * 1024), sha256: '' };
    const { findings } = await openForeign(source, 'ole-xls');
    expect(findings.map(({ code }) => code)).toEqual(['file/too-big']);
  });
});
