/** .ods and .fods by our own reader: cells as they are stored, wherever repeats put them; tricks and damage refused. */
import { describe, expect, it } from 'vitest';
import type { RawCell, RawSheet } from '../../../src/model.js';
import { openSource } from '../../../src/readers/open-source.js';
import { content, flat, madeSheet, ods, odsOf, table, WAYS_COUNT } from './ods-builder.js';
import { sourceOf } from './workbook-builder.js';
import { buildZip } from './zip-builder.js';
import { tries } from '../../support/sweep.js';

function sheetsOf(bytes: Uint8Array): readonly RawSheet[] {
  const { file, findings } = openSource(sourceOf(bytes, 'nop/xa.ods'));
  if (file === undefined) throw new Error(findings.map(({ message }) => message).join('; '));
  return file.sheets;
}
const cellsOf = (rows: string): readonly RawCell[] => sheetsOf(ods(table(rows)))[0]?.cells ?? [];
const codesOf = (bytes: Uint8Array): string =>
  openSource(sourceOf(bytes, 'nop/xa.ods'))
    .findings.map(({ code }) => code)
    .join(' ');
const row = (cells: string, more = ''): string => `<table:table-row${more}>${cells}</table:table-row>`;
const float = (value: string, more = ''): string =>
  `<table:table-cell office:value-type="float" office:value="${value}"${more}/>`;
const times = (what: string, count: number): string => ` table:number-${what}-repeated="${count}"`;

describe('sheets made at random', () => {
  it(`hold what was stored, at its address: ${WAYS_COUNT} ways to store a cell in random layouts`, () => {
    let compared = 0;
    for (let seed = 1; seed <= tries(120, 20); seed += 1) {
      const made = madeSheet(seed, 25, 14);
      for (const bytes of [ods(table(made.xml)), flat(table(made.xml))].slice(0, seed % 10 === 0 ? 2 : 1)) {
        const [sheet] = sheetsOf(bytes);
        const cells = sheet?.cells ?? [];
        // The text of a formula is kept where it stands in one cell only; what it says is tested by itself.
        expect(
          cells.map(({ expression: _, ...cell }) => cell),
          `seed ${seed}`,
        ).toEqual(made.cells);
        const formulas = cells.filter(({ expression }) => expression !== undefined);
        expect(
          new Set(formulas.map(({ expression, formula }) => `${expression ?? ''} ${String(formula)}`)),
        ).toEqual(new Set(formulas.length === 0 ? [] : ['A1+1 true']));
        expect(sheet?.hiddenRows, `seed ${seed}`).toEqual(made.hiddenRows);
        const byPlace = (a: { top: number; left: number }, b: { top: number; left: number }): number =>
          a.top - b.top || a.left - b.left;
        expect([...(sheet?.merges ?? [])].sort(byPlace), `seed ${seed}`).toEqual(
          [...made.merges].sort(byPlace),
        );
        compared += made.cells.length;
      }
    }
    expect(compared).toBeGreaterThan(tries(50_000, 7_000));
  });
});

describe('a workbook', () => {
  it('has hidden sheets, rows and columns, also those of closed groups', () => {
    const hidden = ' table:style-name="hide"';
    const [first, second] = sheetsOf(
      ods(
        table(
          `<table:table-column/><table:table-column-group table:display="false"><table:table-column/></table:table-column-group><table:table-column table:visibility="collapse" table:number-columns-repeated="9"/><table:table-row-group table:display="false">${row(float('1'))}</table:table-row-group>${row(float('1') + float('2') + float('3'))}${row('', ' table:visibility="collapse" table:number-rows-repeated="1048000"')}`,
          'A',
          hidden,
        ) + table(row(float('5')), 'B'),
      ),
    );
    expect(first).toMatchObject({ name: 'A', state: 'hidden', hiddenRows: [1], hiddenColumns: [2, 3] });
    expect(second).toMatchObject({ name: 'B', state: 'visible', cells: [{ raw: '5' }] });
  });

  it('may count its days from 1904', () => {
    const settings =
      '<table:calculation-settings><table:null-date table:date-value="1904-01-01"/></table:calculation-settings>';
    const day = '<table:table-cell office:value-type="date" office:date-value="2024-12-31"/>';
    const [sheet] = sheetsOf(ods(table(row(day)), settings));
    expect(sheet).toMatchObject({ date1904: true, cells: [{ raw: '44195', numberFormat: 'date' }] });
  });

  it('takes formats from cell, row and column; fonts from runs', () => {
    const column =
      '<table:table-column table:number-columns-repeated="2" table:default-cell-style-name="percent"/>';
    const cells = cellsOf(
      `${column}${row(float('0.5') + float('0.5', ' table:style-name="plain"') + float('2'))}${row(float('1'), ' table:default-cell-style-name="day"')}${row('<table:table-cell><text:p>a<text:span text:style-name="T1">b</text:span></text:p></table:table-cell>')}`,
    );
    expect(cells.map(({ numberFormat }) => numberFormat)).toEqual([
      'percent',
      undefined,
      undefined,
      'date',
      undefined,
    ]);
    expect(cells.at(-1)?.legacyRuns).toEqual([{ text: 'a' }, { text: 'b', font: 'vni' }]);
  });

  it('shows numbers as the formats say: scaled, rounded, with words, by the sign', () => {
    const number = (more: string): string => `<number:number number:min-integer-digits="1" ${more}/>`;
    const formats: readonly (readonly [
      style: string,
      value: string,
      shown: string | undefined,
      meaning?: string,
    ])[] = [
      [
        `<number:number-style style:name="D">${number('number:decimal-places="2" number:display-factor="1000000"')}</number:number-style>`,
        '27070000',
        '27,07',
      ],
      [
        `<number:percentage-style style:name="D">${number('number:decimal-places="2"')}<number:text>%</number:text></number:percentage-style>`,
        '0.910612',
        '91,06%',
        'percent',
      ],
      [
        `<number:number-style style:name="D">${number('number:decimal-places="0" number:grouping="true"')}<number:text> hộ</number:text></number:number-style>`,
        '1234',
        '1.234 hộ',
      ],
      [
        `<number:percentage-style style:name="P">${number('number:decimal-places="0"')}<number:text>%</number:text></number:percentage-style><number:number-style style:name="D">${number('number:decimal-places="0"')}<style:map style:condition="value()&gt;0" style:apply-style-name="P"/></number:number-style>`,
        '0.79',
        '79%',
        'percent',
      ],
      [
        `<number:number-style style:name="D"><number:number number:min-integer-digits="3" number:decimal-places="0"><number:embedded-text number:position="2">,</number:embedded-text></number:number></number:number-style>`,
        '2707',
        '27,07',
      ],
      [`<number:number-style style:name="D">${number('')}</number:number-style>`, '12.5', undefined],
    ];
    for (const [style, value, shown, meaning] of formats) {
      const styled = `${style}<style:style style:name="c" style:family="table-cell" style:data-style-name="D"/></office:automatic-styles>`;
      const xml = content(table(row(float(value, ' table:style-name="c"')))).replace(
        '</office:automatic-styles>',
        styled,
      );
      const [cell] = sheetsOf(odsOf(xml))[0]?.cells ?? [];
      expect([cell?.raw, cell?.shown?.text, cell?.numberFormat], style).toEqual([value, shown, meaning]);
    }
  });

  it('names macros, whose lists begin as no other part may', () => {
    const list = { name: 'Basic/Standard/script-lb.xml', content: '<!DOCTYPE library><l/>' };
    const macro = { name: 'Basic/Standard/Module1.xml', content: '<!DOCTYPE module><m/>' };
    const xml = content(table(row(float('1'))));
    expect(codesOf(odsOf(xml, list))).toBe('file/foreign-read');
    expect(codesOf(odsOf(xml, list, macro))).toBe('file/foreign-read file/macros');
  });

  it('needs no styles.xml and may have an old list of parts', () => {
    const manifest = { name: 'META-INF/manifest.xml', content: '<!DOCTYPE manifest><m/>' };
    expect(codesOf(odsOf(content(table(row(float('1')))), manifest))).toBe('file/foreign-read');
  });

  it('says which results come from other workbooks, whose kept copies are no sheets', () => {
    const outside = ` table:formula="of:='file:///D:/cu.ods'#$Sheet1.A1"`;
    const bytes = ods(
      table(row(float('7', outside))) + table(row(float('9')), '&apos;file:///D:/cu.ods&apos;#Sheet1'),
    );
    expect(sheetsOf(bytes)).toHaveLength(1);
    expect(codesOf(bytes)).toBe('file/foreign-read file/external-link');
  });

  it('names hidden sheets with figures', () => {
    const bytes = ods(table(row(float('1'))) + table(row(float('1')), 'Cũ', ' table:style-name="hide"'));
    expect(codesOf(bytes)).toBe('file/foreign-read file/hidden-sheets');
  });
});

describe('what stands beside cells', () => {
  it('is no cell: earlier values of tracked changes, links, shapes', () => {
    const change = `<table:tracked-changes><table:cell-content-change><table:previous><table:change-track-table-cell office:value-type="float" office:value="8"/></table:previous></table:cell-content-change></table:tracked-changes>`;
    const link = `<table:dde-links><table:dde-link>${table(row(float('9')))}</table:dde-link></table:dde-links>`;
    const shapes = `<table:shapes><draw:frame>${table(row(float('9')))}</draw:frame></table:shapes>`;
    const sheets = sheetsOf(ods(table(shapes + row(float('1'))) + link, change));
    expect(sheets.map(({ cells }) => cells.map(({ raw }) => raw))).toEqual([['1']]);
  });
});

describe('refused', () => {
  const LOCKED = { name: 'META-INF/manifest.xml', content: '<m><manifest:encryption-data/></m>' };
  const blank = '<table:table-cell/>';
  it.each<[string, () => Uint8Array, string]>([
    ['password', () => odsOf('x', LOCKED), 'file/ods-encrypted'],
    [
      'no content',
      () => buildZip([{ name: 'mimetype', content: 'opendocument.spreadsheet' }]),
      'file/missing-part',
    ],
    ['no sheets', () => ods(''), 'file/no-sheets'],
    ['cut XML', () => odsOf(content(table('')).slice(0, -9)), 'file/bad-xml'],
    ['another document', () => odsOf('<a/>'), 'file/not-workbook'],
    ['DOCTYPE', () => odsOf(`<!DOCTYPE x>${content(table(''))}`), 'file/doctype'],
    [
      'filled cell repeated over the sheet',
      () => ods(table(row(float('1', times('columns', 16_384)), times('rows', 1_048_576)))),
      'file/too-many-cells',
    ],
    [
      'merge repeated over the sheet',
      () =>
        ods(
          table(
            row(
              `<table:table-cell table:number-columns-spanned="2"${times('columns', 16_000)}/>`,
              times('rows', 1_000_000),
            ),
          ),
        ),
      'file/too-many-cells',
    ],
    [
      'figure below the last row',
      () => ods(table(row(blank, times('rows', 1_048_576)) + row(float('1')))),
      'file/bad-cell',
    ],
    [
      'figure beyond the last column',
      () => ods(table(row(`<table:table-cell${times('columns', 16_384)}/>${float('1')}`))),
      'file/bad-cell',
    ],
    [
      'repeat that is none',
      () => ods(table(row(`<table:table-cell table:number-columns-repeated="0"/>${float('1')}`))),
      'file/bad-cell',
    ],
    [
      'number that is absent',
      () => ods(table(row('<table:table-cell office:value-type="float"/>'))),
      'file/bad-cell',
    ],
    ['unknown type', () => ods(table(row('<table:table-cell office:value-type="x"/>'))), 'file/bad-cell'],
    [
      'table in a cell',
      () => ods(table(row(`<table:table-cell>${table('')}</table:table-cell>`))),
      'file/bad-cell',
    ],
    [
      'spaces without end',
      () =>
        ods(
          table(
            row(
              `<table:table-cell><text:p>${'<text:s text:c="99999999"/>'.repeat(40)}</text:p></table:table-cell>`,
            ),
          ),
        ),
      'file/over-long-text',
    ],
  ])('%s', (_name, make, code) => {
    expect(codesOf(make())).toBe(code);
  });

  it('never: blank cells, however often repeated', () => {
    const rows = row(`<table:table-cell${times('columns', 16_384)}/>`, times('rows', 1_000_000)).repeat(3);
    expect(cellsOf(row(float('1')) + rows)).toHaveLength(1);
  });
});
