/** Workbooks in OpenDocument, written by hand or made at random with what each cell must be read as. Imports nothing that reads. */
import type { RawCell, RawRange, RawSheet } from '../../../src/model.js';
import { buildZip, type BuiltPart } from './zip-builder.js';
import { defined } from '../../../src/values/defined.js';

const OASIS = 'urn:oasis:names:tc:opendocument:xmlns';
const SPACES = [
  ...['office', 'table', 'text', 'style', 'dr3d'].map((name) => [name, `${OASIS}:${name}:1.0`]),
  ['number', `${OASIS}:datastyle:1.0`],
  ['draw', `${OASIS}:drawing:1.0`],
  ['svg', `${OASIS}:svg-compatible:1.0`],
  ['calcext', 'urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0'],
  ['loext', 'urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0'],
]
  .map(([prefix = '', space = '']) => `xmlns:${prefix}="${space}"`)
  .join(' ');

/** Styles that cells, columns and sheets of these tests may name. */
const STYLES =
  '<office:font-face-decls><style:font-face style:name="F1" svg:font-family="&apos;.VnTime&apos;"/></office:font-face-decls><office:automatic-styles><number:percentage-style style:name="N1"/><number:date-style style:name="N2"/><number:number-style style:name="N3"/><style:default-style style:family="table-cell"/><style:style style:name="percent" style:family="table-cell" style:data-style-name="N1"/><style:style style:name="child" style:family="table-cell" style:parent-style-name="percent"/><style:style style:name="day" style:family="table-cell" style:data-style-name="N2"/><style:style style:name="plain" style:family="table-cell" style:data-style-name="N3"/><style:style style:name="old" style:family="table-cell"><style:text-properties style:font-name="F1"/></style:style><style:style style:name="T1" style:family="text"><style:text-properties style:font-name="VNI-Times"/></style:style><style:style style:name="hide" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles>';

export const content = (tables: string, before = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${SPACES}>${STYLES}<office:body><office:spreadsheet>${before}${tables}</office:spreadsheet></office:body></office:document-content>`;

export const flat = (tables: string): Uint8Array =>
  Buffer.from(
    `<?xml version="1.0"?><office:document ${SPACES} office:mimetype="application/vnd.oasis.opendocument.spreadsheet">${STYLES}<office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document>`,
  );

const MIMETYPE = 'application/vnd.oasis.opendocument.spreadsheet';

/** A package with this content and further parts. */
export const odsOf = (xml: string, ...more: readonly BuiltPart[]): Uint8Array =>
  buildZip([
    { name: 'mimetype', content: MIMETYPE, stored: true },
    { name: 'content.xml', content: xml },
    ...more,
  ]);

export const ods = (tables: string, before = ''): Uint8Array => odsOf(content(tables, before));

export const table = (rows: string, name = 'Biểu 01', more = ''): string =>
  `<table:table table:name="${name}"${more}>${rows}</table:table>`;

const escaped = (text: string): string =>
  text.replace(/[<>&"]/gu, (letter) => `&#${String(letter.charCodeAt(0))};`);

/** The values of sheets as another program would save them in OpenDocument: no formulas, no formats. */
export function odsOfSheets(sheets: readonly Pick<RawSheet, 'name' | 'cells'>[]): Uint8Array {
  const tables = sheets.map(({ name, cells }) => {
    const last = cells.reduce((most, { row }) => Math.max(most, row), 0);
    const lines = Array.from({ length: last }, (_, index) => {
      let next = 1;
      const written = cells
        .filter(({ row }) => row === index + 1)
        .map(({ column, kind, raw }) => {
          const gap = column - next;
          next = column + 1;
          const blanks = gap > 0 ? `<table:table-cell table:number-columns-repeated="${String(gap)}"/>` : '';
          return kind === 'number'
            ? `${blanks}<table:table-cell office:value-type="float" office:value="${raw}"/>`
            : `${blanks}<table:table-cell office:value-type="string"><text:p>${escaped(raw)}</text:p></table:table-cell>`;
        });
      return `<table:table-row>${written.join('') || '<table:table-cell/>'}</table:table-row>`;
    });
    return table(lines.join(''), escaped(name));
  });
  return ods(tables.join(''));
}

/** The same numbers for the same seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Truth = Omit<RawCell, 'row' | 'column'>;
interface MadeCell {
  readonly attributes: string;
  readonly inside: string;
  readonly truth: Truth | undefined;
}

export interface MadeSheet {
  readonly xml: string;
  readonly cells: readonly RawCell[];
  readonly merges: readonly RawRange[];
  readonly hiddenRows: readonly number[];
}

const p = (text: string): string => `<text:p>${text}</text:p>`;
const typed = (type: string, holder: string, value: string): string =>
  `office:value-type="${type}" office:${holder}="${value}"`;

/** Every way in which a program may store a cell; `n` makes them differ. */
const WAYS: readonly ((n: number) => MadeCell)[] = [
  (n) => number(typed('float', 'value', `${n}`), `${n}`, p(`${n}`)),
  (n) => number(typed('float', 'value', `${n}.5`), `${n}.5`, p('###')),
  (n) => number(typed('float', 'value', `${n}`), `${n}`, ''),
  (n) => number(`calcext:value-type="float" ${typed('float', 'value', `${n}`)}`, `${n}`, ''),
  (n) => number(`office:value="${n}"`, `${n}`, ''),
  (n) => number(typed('float', 'value', `${n}E-3`), `${n}E-3`, p('0')),
  (n) => number(typed('currency', 'value', `${n}`), `${n}`, p(`${n} đ`)),
  (n) => number(typed('percentage', 'value', `0.${n}`), `0.${n}`, p('x %'), 'percent'),
  (n) => number(`table:style-name="child" ${typed('float', 'value', `0.${n}`)}`, `0.${n}`, '', 'percent'),
  (n) => number(`table:style-name="plain" ${typed('float', 'value', `${n}`)}`, `${n}`, ''),
  () => number(typed('date', 'date-value', '2024-12-31'), '45657', p('31/12/2024'), 'date'),
  () => number(typed('date', 'date-value', '2024-12-31T12:00:00'), '45657.5', '', 'date'),
  () => number(typed('time', 'time-value', 'PT06H00M00S'), '0.25', p('06:00'), 'date'),
  () => cell(typed('boolean', 'boolean-value', 'true'), '', { kind: 'boolean', raw: '1' }),
  () => cell(typed('boolean', 'boolean-value', 'false'), p('SAI'), { kind: 'boolean', raw: '0' }),
  (n) => text('office:value-type="string"', p(`thôn ${n}`), `thôn ${n}`),
  (n) => text('', p(`${n}`), `${n}`),
  (n) => text(typed('string', 'string-value', `tổ ${n}`), '', `tổ ${n}`),
  (n) => text('office:value-type="string"', p(`a  b<text:s text:c="2"/>\n c`) + p(`${n}`), `a b   c\n${n}`),
  (n) =>
    text(
      'office:value-type="string"',
      p(` <text:span>xã<text:tab/></text:span><text:a>${n}</text:a><text:line-break/>&amp;`),
      `xã\t${n}\n&`,
    ),
  (n) =>
    text(
      'office:value-type="string"',
      `<text:list><text:list-item>${p(`${n}`)}</text:list-item></text:list>`,
      `${n}`,
    ),
  (n) => ({
    ...number(typed('float', 'value', `${n}`), `${n}`, ''),
    inside: `<office:annotation>${p('9999')}</office:annotation>${p(`${n}`)}<draw:frame><draw:text-box>${p('777')}</draw:text-box></draw:frame>`,
  }),
  () => cell('office:value-type="string"', `<office:annotation>${p('9999')}</office:annotation>`, undefined),
  (n) => formula(number(typed('float', 'value', `${n}`), `${n}`, p(`${n}`))),
  () => formula(number(typed('float', 'value', '0'), '0', '')),
  () => formula(cell(typed('string', 'string-value', ''), '', { kind: 'text', raw: '' })),
  () => formula(cell('', '', { kind: 'text', raw: '', uncalculated: true })),
  () => formula(cell('office:value-type="float"', '', { kind: 'text', raw: '', uncalculated: true })),
  () =>
    formula(
      cell(`${typed('string', 'string-value', '')} calcext:value-type="error"`, p('#DIV/0!'), {
        kind: 'error',
        raw: '#DIV/0!',
      }),
    ),
  () => formula(cell(typed('float', 'value', '0'), p('Err:502'), { kind: 'error', raw: 'Err:502' })),
  (n) =>
    cell('table:style-name="old" office:value-type="string"', p(`${n}`), {
      kind: 'text',
      raw: `${n}`,
      legacyFont: 'tcvn3',
    }),
  () => cell('table:style-name="percent"', '', undefined),
  () => cell('', p(''), undefined),
  () => cell('', '', undefined),
  () => cell('', '', undefined),
];

const cell = (attributes: string, inside: string, truth: Truth | undefined): MadeCell => ({
  attributes,
  inside,
  truth,
});
const text = (attributes: string, inside: string, raw: string): MadeCell =>
  cell(attributes, inside, { kind: 'text', raw });
const number = (
  attributes: string,
  raw: string,
  inside: string,
  numberFormat?: RawCell['numberFormat'],
): MadeCell => cell(attributes, inside, { kind: 'number', raw, ...defined({ numberFormat }) });
const formula = ({ attributes, inside, truth }: MadeCell): MadeCell => ({
  attributes: `table:formula="of:=[.A1]+1" ${attributes}`,
  inside,
  truth: truth === undefined ? undefined : { ...truth, formula: true },
});

export const WAYS_COUNT = WAYS.length;

/** A sheet of random cells in a random layout of repeats, groups, merges and blank stretches. */
export function madeSheet(seed: number, rows: number, columns: number): MadeSheet {
  const next = random(seed);
  const upTo = (most: number): number => 1 + Math.floor(next() * most);
  const chance = (part: number): boolean => next() < part;
  const cells: RawCell[] = [];
  const merges: RawRange[] = [];
  const hiddenRows: number[] = [];
  const depth: string[] = [];
  let xml = `<table:table-column table:number-columns-repeated="${columns}"/>`;
  let row = 1;
  let made = 0;
  while (made < rows) {
    if (chance(0.1)) {
      const count = chance(0.05) ? 100_000 : upTo(50);
      if (row + count > 900_000) continue;
      xml += `<table:table-row table:number-rows-repeated="${count}"><table:table-cell table:style-name="percent" table:number-columns-repeated="16384"/></table:table-row>`;
      row += count;
    }
    if (chance(0.1) && depth.length < 3) {
      const group = chance(0.5) ? 'table:table-row-group' : chance(0.5) ? 'table:table-rows' : 'loext:extra';
      xml += `<${group}>`;
      depth.push(group);
    } else if (chance(0.15) && depth.length > 0) xml += `</${depth.pop() ?? ''}>`;
    if (chance(0.1)) xml += '<text:soft-page-break/>';
    const down = chance(0.2) ? upTo(4) : 1;
    const hidden = chance(0.1);
    xml += '<table:table-row';
    if (down > 1 || chance(0.1)) xml += ` table:number-rows-repeated="${down}"`;
    if (hidden) xml += ` table:visibility="${chance(0.5) ? 'collapse' : 'filter'}"`;
    xml += '>';
    const before = cells.length;
    xml += cellsOfRow();
    if (cells.length > before) for (let at = row; at < row + down; at += 1) if (hidden) hiddenRows.push(at);
    for (const one of cells.slice(before))
      for (let at = 1; at < down; at += 1) cells.push({ ...one, row: row + at });
    for (const range of merges.filter(({ top }) => top === row))
      for (let at = 1; at < down; at += 1)
        merges.push({ ...range, top: row + at, bottom: range.bottom + at });
    xml += '</table:table-row>';
    made += 1;
    row += down;
  }
  xml += depth
    .reverse()
    .map((group) => `</${group}>`)
    .join('');
  xml += `<table:table-row table:number-rows-repeated="${1_048_576 - row + 1}"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>`;
  const last = Math.max(0, ...cells.map((one) => one.row));
  return {
    xml,
    cells: cells.sort((a, b) => a.row - b.row || a.column - b.column),
    merges,
    hiddenRows: hiddenRows.filter((one) => one <= last),
  };

  function cellsOfRow(): string {
    let inner = '';
    let column = 1;
    let covered = 0;
    while (column <= columns) {
      const way = WAYS[Math.floor(next() * WAYS.length)];
      if (way === undefined) continue;
      const { attributes, inside, truth } = way(upTo(9_999));
      const count = chance(0.3) ? upTo(5) : 1;
      const across = covered === 0 && count === 1 && chance(0.1) ? 1 + upTo(3) : 1;
      const tag = covered > 0 ? 'table:covered-table-cell' : 'table:table-cell';
      inner += `<${tag} ${attributes}`;
      if (count > 1) inner += ` table:number-columns-repeated="${count}"`;
      if (across > 1) {
        inner += ` table:number-columns-spanned="${across}" table:number-rows-spanned="1"`;
        merges.push({ top: row, left: column, bottom: row, right: column + across - 1 });
      }
      inner += inside === '' ? '/>' : `>${inside}</${tag}>`;
      for (let at = column; at < column + count; at += 1)
        if (truth !== undefined) cells.push({ row, column: at, ...truth });
      covered = across > 1 ? across - 1 : Math.max(0, covered - count);
      column += count;
    }
    return inner;
  }
}
