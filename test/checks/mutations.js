/**
 * Seeded mutations of honest submissions: no change may pass in silence, no honest file be refused.
 *
 * Two kinds of mutation, two promises:
 * - CORRUPTION: what no sender can type (bits, blocks, cuts, entries of the zip, broken or contradictory XML). A file
 *   that is accepted in spite of it must give exactly the figures, unit, period and Lần nộp that were written; else an
 *   error or warning that the honest file did not have must name the place.
 * - TYPED: what a sender may have done in a spreadsheet (another value, a cell, row, column, sheet or header moved,
 *   doubled, renamed, deleted, hidden, merged; an XML edit of a value or of a shared-string index is the same thing).
 *   The result must be what the changed cells say, read by a second reader of a few lines below that knows only this
 *   one layout, or an error or warning must name the place.
 *
 * Usage: node test/checks/mutations.js [count] [seed]; the slice in the tests is 2,000.
 */
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { DIST, isCalled, programIn } from './program.js';

/**
 * @typedef {{ text?: string, number?: string, formula?: boolean }} Cell
 * @typedef {{ name: string, hidden?: boolean, cells: Map<string, Cell>, hiddenRows?: Set<number>, merges?: string[] }} Sheet
 * @typedef {{ sheets: Sheet[] }} Book
 * @typedef {{ unit: string, period: string, no: number, areas: string[], lines: string }} Figures
 * @typedef {{ figures: Figures | undefined, findings: readonly any[], states: readonly string[] }} Reading
 * @typedef {(bytes: Uint8Array) => { parts: readonly any[], findings: readonly any[] }} Open
 */

/* ---------------------------------------------------------------- chance, always the same */

/** @param {number} seed */
export function randomOf(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  /** @param {number} below */
  const int = (below) => Math.floor(next() * below);
  return {
    int,
    /** @template T @param {readonly T[]} list @returns {T} */
    pick: (list) => list[int(list.length)],
    chance: (/** @type {number} */ share) => next() < share,
  };
}

/* ---------------------------------------------------------------- honest submissions */

const UNIT = { code: '26119', name: 'Dak Lua' };
const AREA_COLUMNS = /** @type {const} */ ([
  ['areaName', 'Tên thôn, tổ dân phố'],
  ['households', 'Tổng số hộ'],
  ['population', 'Số nhân khẩu'],
  ['poorHouseholds', 'Số hộ nghèo'],
  ['familiesTitled', 'Số hộ được tặng danh hiệu “Gia đình văn hóa”'],
  ['areaTitle', 'Danh hiệu “Thôn, tổ dân phố văn hóa”'],
  ['weddings', 'Số đám cưới'],
]);
const SUMS = ['households', 'population', 'poorHouseholds', 'familiesTitled', 'weddings'];
const LINES = /** @type {const} */ ([
  ['A4', 'documentsIssued', 'Số văn bản chỉ đạo, hướng dẫn đã ban hành'],
  ['A5', 'committeeMeetings', 'Số cuộc họp của Ban Chỉ đạo'],
  ['A13', 'inspections', 'Số cuộc kiểm tra, phúc tra'],
  ['D1', 'communeCentre', 'Số Trung tâm Văn hóa - Thể thao (nhà văn hóa) cấp xã'],
  ['G1', 'goodDeeds', 'Số gương người tốt, việc tốt'],
  ['K9', 'fundsSpentCommune', 'Thực hiện: ngân sách cấp xã'],
]);
const SCALES = { fundsSpentCommune: 3 };
const LETTERS = 'ABCDEFGHIJKLMNOP';
const TOP = 4;

/** A workbook as cells. @param {ReturnType<typeof randomOf>} random @returns {Book} */
export function honestBook(random) {
  const count = 3 + random.int(6);
  /** @type {Map<string, Cell>} */
  const areas = new Map([
    ['A1', { text: `Xã ${UNIT.name}` }],
    ['A2', { text: 'Năm 2024' }],
  ]);
  const number = (/** @type {number} */ value) => ({ number: String(value) });
  areas.set(`A${TOP}`, { text: 'TT' });
  AREA_COLUMNS.forEach(([, label], index) => areas.set(`${LETTERS[index + 1]}${TOP}`, { text: label }));
  const totals = new Map(SUMS.map((field) => [field, 0]));
  for (let index = 0; index < count; index += 1) {
    const row = TOP + 1 + index;
    const households = 40 + random.int(400);
    const values = {
      areaName: { text: `Ấp ${String(index + 1)}` },
      households: number(households),
      population: number(households * 3 + random.int(300)),
      poorHouseholds: number(random.int(20)),
      familiesTitled: number(households - random.int(30)),
      areaTitle: { text: random.pick(['đạt', 'không đạt', 'không xét']) },
      weddings: number(random.int(12)),
    };
    areas.set(`A${row}`, number(index + 1));
    AREA_COLUMNS.forEach(([field], column) => {
      areas.set(`${LETTERS[column + 1]}${row}`, values[field]);
      const value = values[field];
      if ('number' in value && totals.has(field))
        totals.set(field, (totals.get(field) ?? 0) + Number(value.number));
    });
  }
  const last = TOP + 1 + count;
  areas.set(`B${last}`, { text: 'Tổng cộng' });
  AREA_COLUMNS.forEach(([field], column) => {
    if (totals.has(field))
      areas.set(`${LETTERS[column + 1]}${last}`, { number: String(totals.get(field)), formula: true });
  });
  /** @type {Map<string, Cell>} */
  const lines = new Map([
    ['A1', { text: 'Mã số' }],
    ['B1', { text: 'Chỉ tiêu' }],
    ['C1', { text: 'Số liệu' }],
  ]);
  LINES.forEach(([code, field, label], index) => {
    lines.set(`A${index + 2}`, { text: code });
    lines.set(`B${index + 2}`, { text: label });
    const value = field in SCALES ? `${random.int(300)}.${random.int(9) + 1}` : String(random.int(90) + 1);
    lines.set(`C${index + 2}`, { number: value });
  });
  /** @type {Map<string, Cell>} */
  const information = new Map();
  [
    ['Mã đơn vị hành chính', { text: UNIT.code }],
    ['Tên đơn vị', { text: UNIT.name }],
    ['Kỳ báo cáo', { text: '2024' }],
    ['Lần nộp', number(1)],
    ['Tổng số thôn, tổ dân phố của đơn vị', number(count)],
  ].forEach(([label, cell], index) => {
    information.set(`A${index + 1}`, { text: /** @type {string} */ (label) });
    information.set(`B${index + 1}`, /** @type {Cell} */ (cell));
  });
  /** @type {Map<string, Cell>} */
  const identity = new Map();
  const rows = [
    ['schema', 'tdkvh/form@1'],
    ['version', '1'],
    ['criteria', 'nd86-2023'],
    ['unit', UNIT.code],
    ['period', '2024'],
    ['field', 'sheet', 'cell', 'kind'],
    ...AREA_COLUMNS.map(([field], column) => [
      field,
      'Biểu 01',
      `${LETTERS[column + 1]}${TOP + 1}`,
      'column',
    ]),
    ...LINES.map(([, field], index) => [field, 'Biểu 02', `C${index + 2}`, 'cell']),
  ];
  rows.forEach((row, down) =>
    row.forEach((text, right) => identity.set(`${LETTERS[right]}${down + 1}`, { text })),
  );
  return {
    sheets: [
      { name: 'Thông tin', cells: information },
      { name: 'Biểu 01', cells: areas },
      { name: 'Biểu 02', cells: lines },
      { name: '_tdkvh', hidden: true, cells: identity },
    ],
  };
}

/* ---------------------------------------------------------------- cells to bytes */

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const escaped = (/** @type {string} */ text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
/** @param {string} address */
const placeOf = (address) => {
  const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/u.exec(address) ?? [];
  return { column: LETTERS.indexOf(letters) + 1, row: Number(digits) };
};

/** The parts of the package by name. @param {Book} book @returns {Record<string, string>} */
export function partsOf(book) {
  const texts = [
    ...new Set(book.sheets.flatMap(({ cells }) => [...cells.values()].flatMap(({ text }) => text ?? []))),
  ];
  const indexOf = new Map(texts.map((text, index) => [text, index]));
  /** @type {Record<string, string>} */
  const parts = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>${book.sheets.map((_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${TYPE}.worksheet+xml"/>`).join('')}<Override PartName="/xl/sharedStrings.xml" ContentType="${TYPE}.sharedStrings+xml"/></Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${book.sheets.map(({ name, hidden }, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}"${hidden === true ? ' state="veryHidden"' : ''} r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${book.sheets.map((_, index) => `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join('')}<Relationship Id="rId90" Type="${RELATIONS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/sharedStrings.xml': `${HEAD}<sst xmlns="${MAIN}" count="${texts.length}" uniqueCount="${texts.length}">${texts.map((text) => `<si><t>${escaped(text)}</t></si>`).join('')}</sst>`,
  };
  book.sheets.forEach(({ cells, hiddenRows, merges }, index) => {
    /** @type {Map<number, { column: number, xml: string }[]>} */
    const rows = new Map();
    for (const [address, { text, number, formula }] of cells) {
      const { row, column } = placeOf(address);
      const content = `${formula === true ? '<f>SUM(A1:A1)</f>' : ''}<v>${text === undefined ? number : indexOf.get(text)}</v>`;
      const xml = `<c r="${address}"${text === undefined ? '' : ' t="s"'}>${content}</c>`;
      rows.set(row, [...(rows.get(row) ?? []), { column, xml }]);
    }
    const body = [...rows]
      .sort(([a], [b]) => a - b)
      .map(([row, list]) => {
        const hidden = hiddenRows?.has(row) === true ? ' hidden="1"' : '';
        const sorted = list.sort((a, b) => a.column - b.column).map(({ xml }) => xml);
        return `<row r="${row}"${hidden}>${sorted.join('')}</row>`;
      });
    const merged =
      merges === undefined || merges.length === 0
        ? ''
        : `<mergeCells count="${merges.length}">${merges.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`;
    parts[`xl/worksheets/sheet${index + 1}.xml`] =
      `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${body.join('')}</sheetData>${merged}</worksheet>`;
  });
  return parts;
}

/** @param {Record<string, string | Uint8Array>} parts */
export const packed = (parts) =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, content]) => [
        name,
        typeof content === 'string' ? strToU8(content) : content,
      ]),
    ),
    { level: 6, mtime: new Date(Date.UTC(2024, 10, 25)) },
  );

/* ---------------------------------------------------------------- the second reader */

/** What the cells say, to someone who knows this one layout. A form without its sheet says nothing. @param {Book} book @returns {Figures} */
export function truthOf(book) {
  const byName = new Map(book.sheets.map((sheet) => [sheet.name, sheet.cells]));
  const [information, areas, lines] = ['Thông tin', 'Biểu 01', 'Biểu 02'].map(
    (name) => byName.get(name) ?? new Map(),
  );
  const beside = (/** @type {Map<string, Cell>} */ cells, /** @type {string} */ label) => {
    const row = [...cells]
      .find(([address, { text }]) => address.startsWith('A') && text === label)?.[0]
      .slice(1);
    return row === undefined ? '' : plain(cells.get(`B${row}`));
  };
  const printed = byName.get('_tdkvh') ?? new Map();
  return {
    unit: beside(information, 'Mã đơn vị hành chính') || beside(printed, 'unit'),
    period: beside(information, 'Kỳ báo cáo') || beside(printed, 'period'),
    no: Number(beside(information, 'Lần nộp') || '1'),
    areas: areaRows(areas),
    lines: LINES.map(([code, field]) => {
      const row = [...lines]
        .find(([address, { text }]) => address.startsWith('A') && text === code)?.[0]
        .slice(1);
      return meaning(row === undefined ? '' : plain(lines.get(`C${row}`)), field);
    }).join('|'),
  };
}

/** @param {Map<string, Cell>} areas */
function areaRows(areas) {
  const header = [...areas].find(([, { text }]) => text === AREA_COLUMNS[0][1]);
  if (header === undefined) return [];
  const top = placeOf(header[0]).row;
  /** @type {Map<string, string>} */
  const columns = new Map();
  for (const [address, { text }] of areas) {
    const field = AREA_COLUMNS.find(([, label]) => label === text)?.[0];
    const { row, column } = placeOf(address);
    if (field !== undefined && row === top) columns.set(field, LETTERS[column - 1] ?? '');
  }
  const below = new Set([...areas.keys()].map((address) => placeOf(address).row).filter((row) => row > top));
  const rows = [];
  for (const row of [...below].sort((a, b) => a - b)) {
    const own = AREA_COLUMNS.map(([field]) =>
      meaning(plain(areas.get(`${columns.get(field) ?? '?'}${row}`)), field),
    );
    // A total ends the table, or heads it.
    if (own[0] === 'Tổng cộng' && rows.length > 0) break;
    if (own[0] === 'Tổng cộng') continue;
    if (own.some((text) => text !== '')) rows.push(own.join('|'));
  }
  return rows.sort();
}

/** Marks of the form in columns of figures: none is zero, not known and not applicable are no figure. */
const MARKS = { '-': '0', không: '0', '…': '', x: '', '７': '7' };
const WORDS = ['areaName', 'areaTitle'];

/** What stands in a cell as the program keeps it: 12.5 million is 12500. @param {string} text @param {string} field */
function meaning(text, field) {
  if (WORDS.includes(field)) return text;
  const marked = MARKS[/** @type {keyof typeof MARKS} */ (text)] ?? text;
  const scale = SCALES[/** @type {keyof typeof SCALES} */ (field)] ?? 0;
  if (scale === 0) return /^[1-9]\d{0,2}(\.\d{3})+$/u.test(marked) ? marked.replaceAll('.', '') : marked;
  if (!/^\d+([.,]\d{1,2})?$/u.test(marked)) return marked;
  const [whole = '0', fraction = ''] = marked.split(/[.,]/u);
  return String(BigInt(whole + fraction.padEnd(scale, '0')));
}

const plain = (/** @type {Cell | undefined} */ cell) =>
  (cell?.text ?? cell?.number ?? '').replace(/\s+/gu, ' ').trim();

/* ---------------------------------------------------------------- what the program made of it */

const ANSWERS = { awarded: 'đạt', notAwarded: 'không đạt', notConsidered: 'không xét' };

/** @param {Open} open @param {Uint8Array} bytes @returns {Reading} */
export function readingOf(open, bytes) {
  const { parts, findings } = open(bytes);
  const used = parts.filter(({ state }) => state === 'used');
  const table = (/** @type {string} */ form) => used.find((part) => part.form === form)?.table;
  const [areas, lines] = [table('bieu-01'), table('bieu-02')];
  const states = parts.map(({ form, state }) => `${form ?? ''}:${state}`);
  if (areas === undefined && lines === undefined) return { figures: undefined, findings, states };
  const [first] = used;
  const value = (/** @type {any} */ one, /** @type {string} */ field, /** @type {number} */ row) => {
    const column = one?.columns.get(field);
    if (column === undefined || column.states[row] !== 'value') return '';
    const text = column.texts[row];
    return text === undefined
      ? String(column.numbers[row])
      : (ANSWERS[/** @type {keyof typeof ANSWERS} */ (text)] ?? text);
  };
  /** @type {string[]} */
  const rows = Array.from({ length: areas?.rowCount ?? 0 }, (_, row) =>
    AREA_COLUMNS.map(([field]) => value(areas, field, row)).join('|'),
  );
  return {
    figures: {
      unit: first?.unit ?? '',
      period: first?.period ?? '',
      no: first?.submissionNo ?? 1,
      areas: rows.sort(),
      lines: LINES.map(([, field]) => value(lines, field, 0)).join('|'),
    },
    findings,
    states,
  };
}

const same = (/** @type {Figures | undefined} */ a, /** @type {Figures | undefined} */ b) =>
  a !== undefined && b !== undefined && JSON.stringify(a) === JSON.stringify(b);

const GRAVE = new Set(['error', 'warning']);
const keyOf = (/** @type {any} */ { code, at }) => `${code}|${at.sheet ?? ''}|${at.cell ?? ''}`;

/** Errors and warnings that the honest file did not have. @param {readonly any[]} findings @param {ReadonlySet<string>} before */
const news = (findings, before) =>
  findings.filter((one) => GRAVE.has(one.severity) && !before.has(keyOf(one)));

/**
 * Whether what differs is named: a difference in a form by a finding on its sheet or on the file, one of unit, period
 * or Lần nộp by any.
 * @param {readonly any[]} told @param {Figures} read @param {Figures} truth
 */
function isNamed(told, read, truth) {
  if (told.length === 0) return false;
  const about = (/** @type {string} */ sheet) =>
    told.some(({ at }) => at.sheet === undefined || at.sheet.startsWith(sheet) || !FORMS.includes(at.sheet));
  return (
    (JSON.stringify(read.areas) === JSON.stringify(truth.areas) || about('Biểu 01')) &&
    (read.lines === truth.lines || about('Biểu 02'))
  );
}

/* ---------------------------------------------------------------- mutators: what a sender may do */

/** @param {Book} book @returns {Book} */
const copy = ({ sheets }) => ({
  sheets: sheets.map((sheet) => ({
    ...sheet,
    cells: new Map([...sheet.cells].map(([at, cell]) => [at, { ...cell }])),
  })),
});
/** @param {Book} book @param {string} name */
const cellsOf = (book, name) => book.sheets.find((sheet) => sheet.name === name)?.cells ?? new Map();
const FORMS = ['Biểu 01', 'Biểu 02'];
const ODD_TEXTS = [
  '1.2k',
  '12O',
  '-',
  'x',
  '…',
  'không',
  '1.234',
  '12,5',
  '-5',
  '1e3',
  '0x1F',
  ' 7 ',
  '７',
  '12/15',
  'hai',
];

/** @typedef {(book: Book, random: ReturnType<typeof randomOf>) => void} Mutator */

/** @param {Map<string, Cell>} cells @param {ReturnType<typeof randomOf>} random @param {(at: string, cell: Cell) => boolean} fits */
const anyCell = (cells, random, fits) => random.pick([...cells].filter(([at, cell]) => fits(at, cell)));
const isFigure = (/** @type {string} */ at, /** @type {Cell} */ { number }) =>
  number !== undefined && !at.startsWith('A');

/** @type {Readonly<Record<string, Mutator>>} */
export const TYPED = {
  'another figure'(book, random) {
    const cells = cellsOf(book, random.pick(FORMS));
    const [at, cell] = anyCell(cells, random, isFigure);
    cells.set(at, { ...cell, number: String(random.int(100_000)) });
  },
  'a figure as odd text'(book, random) {
    const cells = cellsOf(book, random.pick(FORMS));
    const [at] = anyCell(cells, random, isFigure);
    cells.set(at, { text: random.pick(ODD_TEXTS) });
  },
  'a figure moved'(book, random) {
    const cells = cellsOf(book, random.pick(FORMS));
    const [at, cell] = anyCell(cells, random, isFigure);
    const to = `${random.pick([...'BCDEFGHIJK'])}${random.int(16) + 1}`;
    if (cells.has(to)) return;
    cells.delete(at);
    cells.set(to, cell);
  },
  'two cells swapped'(book, random) {
    const cells = cellsOf(book, random.pick(FORMS));
    const [one, a] = anyCell(cells, random, () => true);
    const [two, b] = anyCell(cells, random, () => true);
    cells.set(one, b);
    cells.set(two, a);
  },
  'two rows swapped'(book, random) {
    swap(
      cellsOf(book, random.pick(FORMS)),
      random,
      ({ row }) => row,
      ({ column }, row) => `${LETTERS[column - 1]}${row}`,
    );
  },
  'two columns swapped'(book, random) {
    swap(
      cellsOf(book, 'Biểu 01'),
      random,
      ({ column }) => column,
      ({ row }, column) => `${LETTERS[column - 1]}${row}`,
    );
  },
  'a text replaced by another of the file'(book, random) {
    const cells = random.pick(book.sheets).cells;
    const [at, cell] = anyCell(cells, random, (_, { text }) => text !== undefined);
    const [, other] = anyCell(random.pick(book.sheets).cells, random, (_, { text }) => text !== undefined);
    cells.set(at, { ...cell, text: other.text ?? '' });
  },
  'a text changed by a letter'(book, random) {
    const cells = random.pick(book.sheets).cells;
    const [at, { text = '' }] = anyCell(cells, random, (_, cell) => cell.text !== undefined);
    const place = random.int(text.length);
    cells.set(at, {
      text: text.slice(0, place) + random.pick([...'aeox1 ']) + text.slice(place + random.int(2)),
    });
  },
  'a cell deleted'(book, random) {
    const cells = random.pick(book.sheets).cells;
    cells.delete(anyCell(cells, random, () => true)[0]);
  },
  'a figure too many'(book, random) {
    const cells = cellsOf(book, random.pick(FORMS));
    const to = `${random.pick([...'ABCDEFGHIJKL'])}${random.int(18) + 1}`;
    if (!cells.has(to)) cells.set(to, { number: String(3000 + random.int(6000)) });
  },
  'a row doubled at the end'(book, random) {
    const cells = cellsOf(book, 'Biểu 01');
    const row = TOP + 1 + random.int(3);
    for (const [at, cell] of [...cells])
      if (placeOf(at).row === row) cells.set(at.replace(/\d+$/u, '30'), cell);
  },
  'a row put in or taken out'(book, random) {
    const cells = cellsOf(book, random.pick(FORMS));
    const from = random.int(12) + 1;
    const by = random.chance(0.5) ? 1 : -1;
    const moved = [...cells].map(([at, cell]) => {
      const { row, column } = placeOf(at);
      return /** @type {const} */ ([row >= from ? `${LETTERS[column - 1]}${row + by}` : at, cell, row]);
    });
    cells.clear();
    for (const [at, cell, row] of moved)
      if (by > 0 || row !== from - 1) if (placeOf(at).row > 0) cells.set(at, cell);
  },
  'sheets in another order'(book, random) {
    book.sheets.sort(() => random.int(3) - 1);
  },
  'a sheet doubled with another figure'(book, random) {
    const [sheet] = copy({ sheets: book.sheets.filter(({ name }) => name === 'Biểu 01') }).sheets;
    if (sheet === undefined) return;
    const [at, cell] = anyCell(sheet.cells, random, isFigure);
    sheet.cells.set(at, { ...cell, number: String(random.int(999)) });
    book.sheets.push({ ...sheet, name: 'Biểu 01 (2)' });
  },
  'a sheet gone or renamed'(book, random) {
    const index = random.int(book.sheets.length);
    const sheet = book.sheets[index];
    if (random.chance(0.5)) book.sheets.splice(index, 1);
    else if (sheet !== undefined)
      book.sheets[index] = { ...sheet, name: random.pick(['Sheet1', 'Nháp', 'Biểu 03']) };
  },
  'rows hidden'(book, random) {
    const sheet = book.sheets.find(({ name }) => name === 'Biểu 01');
    if (sheet !== undefined) sheet.hiddenRows = new Set([TOP + 1 + random.int(4)]);
  },
  'cells merged'(book, random) {
    const sheet = book.sheets.find(({ name }) => name === random.pick(FORMS));
    if (sheet === undefined) return;
    const [column, row] = [random.int(8), random.int(12) + 1];
    sheet.merges = [`${LETTERS[column]}${row}:${LETTERS[column + random.int(3)]}${row + random.int(3)}`];
  },
};

/** @param {Map<string, Cell>} cells @param {ReturnType<typeof randomOf>} random @param {(place: { row: number, column: number }) => number} axis @param {(place: { row: number, column: number }, to: number) => string} at */
function swap(cells, random, axis, at) {
  const places = [...cells].map(([address, cell]) => ({ ...placeOf(address), cell }));
  const lanes = [...new Set(places.map(axis))];
  const [one, two] = [random.pick(lanes), random.pick(lanes)];
  cells.clear();
  for (const { cell, ...place } of places) {
    const lane = axis(place);
    cells.set(at(place, lane === one ? two : lane === two ? one : lane), cell);
  }
}

/* ---------------------------------------------------------------- mutators: damage */

/** @typedef {(bytes: Uint8Array, random: ReturnType<typeof randomOf>, book: Book) => Uint8Array} Damage */

/** Rewrites one part and packs again with sound checksums. @param {(name: string) => boolean} which @param {(xml: string, random: ReturnType<typeof randomOf>) => string} change @returns {Damage} */
const inPart = (which, change) => (_, random, book) => {
  const parts = partsOf(book);
  const name = random.pick(Object.keys(parts).filter(which));
  return packed({ ...parts, [name]: change(parts[name] ?? '', random) });
};
const isSheet = (/** @type {string} */ name) => name.startsWith('xl/worksheets/');
/** Replaces one of the matches. @param {RegExp} pattern @param {(match: string, random: ReturnType<typeof randomOf>) => string} by @returns {(xml: string, random: ReturnType<typeof randomOf>) => string} */
const oneOf = (pattern, by) => (xml, random) => {
  const matches = [...xml.matchAll(pattern)];
  if (matches.length === 0) return xml;
  const match = random.pick(matches);
  return xml.slice(0, match.index) + by(match[0], random) + xml.slice(match.index + match[0].length);
};

/** @type {Readonly<Record<string, Damage>>} */
export const CORRUPTION = {
  'bits flipped'(bytes, random) {
    const out = bytes.slice();
    for (let times = 1 + random.int(8); times > 0; times -= 1)
      out[random.int(out.length)] ^= 1 << random.int(8);
    return out;
  },
  'end cut off': (bytes, random) => bytes.slice(0, random.int(bytes.length)),
  'block cut out'(bytes, random) {
    const from = random.int(bytes.length);
    const to = from + 1 + random.int(400);
    return Uint8Array.from([...bytes.subarray(0, from), ...bytes.subarray(to)]);
  },
  'block of zeros'(bytes, random) {
    const out = bytes.slice();
    const from = random.int(bytes.length);
    out.fill(0, from, from + 1 + random.int(512));
    return out;
  },
  'two blocks swapped'(bytes, random) {
    const out = bytes.slice();
    const length = 1 + random.int(200);
    const [a, b] = [random.int(bytes.length - length), random.int(bytes.length - length)];
    out.set(bytes.subarray(b, b + length), a);
    out.set(bytes.subarray(a, a + length), b);
    return out;
  },
  'bytes behind the end': (bytes, random) =>
    Uint8Array.from([...bytes, ...Array.from({ length: 1 + random.int(300) }, () => random.int(256))]),
  'an entry renamed in one of its two places'(bytes, random) {
    const out = bytes.slice();
    const name = strToU8('sheet2.xml');
    const places = [];
    for (let at = 0; at + name.length < out.length; at += 1)
      if (name.every((byte, index) => out[at + index] === byte)) places.push(at);
    const at = random.pick(places);
    if (at !== undefined) out[at + 5] = 48 + random.int(10);
    return out;
  },
  'an entry gone'(_, random, book) {
    const parts = partsOf(book);
    const gone = random.pick(Object.keys(parts));
    return packed(Object.fromEntries(Object.entries(parts).filter(([name]) => name !== gone)));
  },
  'two sheets in each other’s place'(_, random, book) {
    const parts = partsOf(book);
    const [one, two] = [1 + random.int(4), 1 + random.int(4)].map(
      (index) => `xl/worksheets/sheet${index}.xml`,
    );
    return packed({ ...parts, [one]: parts[two] ?? '', [two]: parts[one] ?? '' });
  },
  'a part cut short': inPart(
    (name) => name.endsWith('.xml'),
    (xml, random) => xml.slice(0, random.int(xml.length)),
  ),
  'a tag lost': inPart(
    isSheet,
    oneOf(/<\/?(?:row|c|v|sheetData)\b[^>]*>/gu, () => ''),
  ),
  'a row with another number': inPart(
    isSheet,
    oneOf(/<row r="\d+"/gu, (_, random) => `<row r="${1 + random.int(40)}"`),
  ),
  'a cell with another row': inPart(
    isSheet,
    oneOf(/ r="[A-Z]\d+"/gu, (match, random) => match.replace(/\d+/u, String(1 + random.int(40)))),
  ),
  'a cell stored twice': inPart(
    isSheet,
    oneOf(/<c r="[A-Z]\d+"><v>\d+<\/v><\/c>/gu, (match) => match + match.replace(/<v>\d+/u, '<v>1')),
  ),
  'a text that is not in the list': inPart(
    isSheet,
    oneOf(/ t="s"><v>\d+/gu, () => ' t="s"><v>99999'),
  ),
  'a text lost from the list': inPart(
    (name) => name.includes('shared'),
    oneOf(/<si>.*?<\/si>/gu, () => ''),
  ),
  'a type of cell that does not exist': inPart(
    isSheet,
    oneOf(/ t="s"/gu, (_, random) => ` t="${random.pick(['q', 'S', 'text', ''])}"`),
  ),
  'a number that is none': inPart(
    isSheet,
    oneOf(/<v>\d+<\/v><\/c>/gu, (match, random) =>
      match.replace(/\d+/u, random.pick(['NaN', 'INF', '1 2', '0x10', '--1', '1e'])),
    ),
  ),
  'a declaration of entities': inPart(isSheet, (xml) =>
    xml.replace(HEAD, `${HEAD}<!DOCTYPE x [<!ENTITY a "9">]>`),
  ),
};

/* ---------------------------------------------------------------- the run */

/**
 * @typedef {{ tried: number, refused: number, same: number, typed: number, told: number, silent: number }} Tally
 * @typedef {{ tallies: Map<string, Tally>, silent: { mutator: string, seed: number }[], honest: number,
 *   honestRefused: { seed: number, codes: string[] }[] }} Report
 */

/** Mutates `count` submissions; the same seed gives the same run. @param {{ open: Open, count: number, seed?: number, honest?: number, foreign?: readonly Uint8Array[] }} options @returns {Report} */
export function runMutations({ open, count, seed = 1, honest = 0 }) {
  const mutators = [
    ...Object.entries(TYPED).map(([name, mutate]) => ({ name: `typed: ${name}`, mutate, damage: undefined })),
    ...Object.entries(CORRUPTION).map(([name, damage]) => ({
      name: `corruption: ${name}`,
      mutate: undefined,
      damage,
    })),
  ];
  /** @type {Report} */
  const report = { tallies: new Map(), silent: [], honest: 0, honestRefused: [] };
  for (let index = 0; index < count; index += 1) {
    const own = seed * 1_000_003 + index;
    const mutator = mutators[index % mutators.length];
    if (mutator === undefined) break;
    const outcome = mutateOnce(open, own, mutator);
    const tally = report.tallies.get(mutator.name) ?? {
      tried: 0,
      refused: 0,
      same: 0,
      typed: 0,
      told: 0,
      silent: 0,
    };
    tally.tried += 1;
    tally[outcome] += 1;
    report.tallies.set(mutator.name, tally);
    if (outcome === 'silent') report.silent.push({ mutator: mutator.name, seed: own });
  }
  for (let index = 0; index < honest; index += 1) {
    const own = seed * 2_000_003 + index;
    const book = honestBook(randomOf(own));
    judgeHonest(report, own, readingOf(open, packed(partsOf(book))), truthOf(book));
  }
  return report;
}

/** @param {Report} report @param {number} seed @param {Reading} reading @param {Figures | undefined} truth */
export function judgeHonest(report, seed, reading, truth) {
  report.honest += 1;
  const errors = reading.findings.filter(({ severity }) => severity === 'error');
  if (errors.length === 0 && same(reading.figures, truth)) return;
  report.honestRefused.push({ seed, codes: errors.map(({ code }) => code) });
}

/** Bases are few, so that their own findings need not be made again each time. @type {WeakMap<Open, Map<number, any>>} */
const bases = new WeakMap();
const BASES = 40;

/** @param {Open} open @param {number} index */
function baseOf(open, index) {
  const known = bases.get(open) ?? new Map();
  bases.set(open, known);
  const before = known.get(index);
  if (before !== undefined) return before;
  const book = honestBook(randomOf(index + 77));
  const bytes = packed(partsOf(book));
  const reading = readingOf(open, bytes);
  const base = { book, bytes, truth: truthOf(book), before: new Set(reading.findings.map(keyOf)) };
  known.set(index, base);
  return base;
}

/** @param {Open} open @param {number} seed @param {{ mutate: Mutator | undefined, damage: Damage | undefined }} mutator @returns {keyof Omit<Tally, 'tried'>} */
export function mutateOnce(open, seed, { mutate, damage }) {
  const random = randomOf(seed);
  const base = baseOf(open, random.int(BASES));
  const book = copy(base.book);
  if (mutate !== undefined) mutate(book, random);
  const bytes = damage === undefined ? packed(partsOf(book)) : damage(base.bytes, random, base.book);
  const reading = readingOf(open, bytes);
  const told = news(reading.findings, base.before);
  if (reading.figures === undefined) return told.length > 0 ? 'refused' : 'silent';
  if (same(reading.figures, base.truth)) return 'same';
  if (mutate !== undefined && same(reading.figures, truthOf(book))) return 'typed';
  return isNamed(told, reading.figures, mutate === undefined ? base.truth : truthOf(book))
    ? 'told'
    : 'silent';
}

/** The figures of a run as lines, the verdict last. @param {Report} report */
export function linesOf({ tallies, silent, honest, honestRefused }) {
  const number = (/** @type {number} */ value) => String(value).replace(/\B(?=(\d{3})+$)/gu, '.');
  const heads = /** @type {const} */ (['tried', 'refused', 'same', 'typed', 'told', 'silent']);
  const width = Math.max(...[...tallies.keys()].map((name) => name.length));
  const total = [...tallies.values()].reduce((sum, { tried }) => sum + tried, 0);
  return [
    `${''.padEnd(width)} ${heads.map((head) => head.padStart(8)).join('')}`,
    ...[...tallies].map(
      ([name, tally]) =>
        `${name.padEnd(width)} ${heads.map((head) => String(tally[head]).padStart(8)).join('')}`,
    ),
    ...silent.slice(0, 20).map(({ mutator, seed }) => `silent: ${mutator}, seed ${seed}`),
    ...honestRefused
      .slice(0, 20)
      .map(({ seed, codes }) => `honest file refused: seed ${seed}, ${codes.join(', ')}`),
    `${number(total)} tệp bị sửa hoặc hỏng: ${number(silent.length)} thay đổi lọt qua mà không được báo; ${number(honest)} tệp đúng: ${number(honestRefused.length)} bị từ chối.`,
  ];
}

/* ---------------------------------------------------------------- honest files of other programs */

/** Loaded and saved by exceljs. @param {Book} book */
export async function savedByExceljs(book) {
  const ExcelJS = createRequire(import.meta.url)('exceljs');
  const workbook = new ExcelJS.Workbook();
  for (const { name, hidden, cells } of book.sheets) {
    const sheet = workbook.addWorksheet(name, hidden === true ? { state: 'veryHidden' } : {});
    for (const [at, { text, number, formula }] of cells) {
      const value = text ?? Number(number);
      const range = `${at.replace(/\d+$/u, '')}${TOP + 1}:${at.replace(/\d+$/u, '')}${placeOf(at).row - 1}`;
      sheet.getCell(at).value = formula === true ? { formula: `SUM(${range})`, result: value } : value;
    }
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/**
 * Files put into a folder, saved anew by another program into a second one; undefined where it is not installed.
 * @param {readonly Uint8Array[]} files @param {(folder: string, names: readonly string[], out: string) => void} save @returns {Uint8Array[] | undefined}
 */
function savedAnew(files, save) {
  const folder = mkdtempSync(join(tmpdir(), 'mutations-'));
  try {
    const names = files.map((bytes, index) => {
      const name = join(folder, `${String(index).padStart(5, '0')}.xlsx`);
      writeFileSync(name, bytes);
      return name;
    });
    const out = join(folder, 'out');
    mkdirSync(out);
    save(folder, names, out);
    return readdirSync(out)
      .sort()
      .map((name) => new Uint8Array(readFileSync(join(out, name))));
  } catch {
    return undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {readonly Uint8Array[]} files */
export const savedByLibreOffice = (files) =>
  savedAnew(files, (folder, names, out) => {
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const how = ['--headless', '--convert-to', 'xlsx', '--outdir', out];
    execFileSync('soffice', [profile, ...how, ...names], { stdio: 'ignore', timeout: 600_000 });
  });

const OPENPYXL = `
import os, sys, openpyxl
for path in sys.argv[2:]:
    openpyxl.load_workbook(path).save(os.path.join(sys.argv[1], os.path.basename(path)))
`;

/** What openpyxl saves has no stored results of formulas; the total row is then one to be calculated. @param {readonly Uint8Array[]} files */
export const savedByOpenpyxl = (files) =>
  savedAnew(files, (_, names, out) => {
    execFileSync(process.env.PYTHON ?? 'python3', ['-c', OPENPYXL, out, ...names], {
      stdio: 'ignore',
      timeout: 600_000,
    });
  });

/* ---------------------------------------------------------------- the program under test */

/**
 * The way of a file through the program: opened, recognised, rivals settled.
 * @param {{ openSource: any, recogniseFile: any, chooseAmongRivals: any, set: any }} program @returns {Open}
 */
export function openWith({ openSource, recogniseFile, chooseAmongRivals, set }) {
  const district = { code: '734', name: 'Tân Phú', type: 'huyện', level: 'district' };
  const commune = (/** @type {string} */ code, /** @type {string} */ name) => ({
    code,
    name,
    type: 'xã',
    level: 'commune',
    parentCode: '734',
  });
  const units = [
    district,
    commune(UNIT.code, UNIT.name),
    commune('26122', 'Nam Cát Tiên'),
    commune('26125', 'Phú An'),
  ];
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  const leaves = units.slice(1).map(({ code }) => code);
  const tree = { root: '734', byCode, children: new Map([['734', leaves]]), leaves, due: new Set(leaves) };
  const context = {
    set,
    scope: { tree, everywhere: byCode },
    period: { id: '2024', kind: 'year' },
    settlements: [],
  };
  return (bytes) => {
    const opened = openSource({
      path: 'xa.xlsx',
      bytes,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
    if (opened.file === undefined) return { parts: [], findings: opened.findings };
    const recognised = recogniseFile(opened.file, context);
    const settled = chooseAmongRivals(recognised.parts, set, (/** @type {string} */ code) => code);
    const findings = [
      ...opened.findings,
      ...recognised.findings,
      ...settled.findings,
      ...settled.parts.flatMap((/** @type {any} */ part) => part.findings ?? []),
    ];
    return { parts: settled.parts, findings };
  };
}

/** What is tried, from its modules. @param {(path: string) => Promise<any>} load */
export async function programOf(load) {
  const [{ openSource }, { recogniseFile }, { chooseAmongRivals }, { loadCriteria }] = await Promise.all(
    [
      'readers/open-source.js',
      'submission/recognise.js',
      'submission/rivals.js',
      'office/load-criteria.js',
    ].map(load),
  );
  const { set } = await loadCriteria('nd86-2023', '.');
  return { openSource, recogniseFile, chooseAmongRivals, set };
}

async function main() {
  const [count = 200_000, seed = 1] = process.argv.slice(2).map(Number);
  const open = openWith(await programOf(programIn(DIST)));
  const report = runMutations({ open, count, seed, honest: 2000 });
  const books = Array.from({ length: 100 }, (_, index) => honestBook(randomOf(index + 5)));
  for (const [index, book] of books.entries())
    judgeHonest(report, index, readingOf(open, await savedByExceljs(book)), truthOf(book));
  const files = books.map((book) => packed(partsOf(book)));
  for (const [program, save] of /** @type {const} */ ([
    ['LibreOffice', savedByLibreOffice],
    ['openpyxl', savedByOpenpyxl],
  ])) {
    const saved = save(files);
    console.log(
      `${program}: ${saved === undefined ? 'not here, skipped' : `${saved.length} files saved anew`}`,
    );
    saved?.forEach((bytes, index) =>
      judgeHonest(report, index, readingOf(open, bytes), truthOf(books[index] ?? { sheets: [] })),
    );
  }
  for (const line of linesOf(report)) console.log(line);
  process.exitCode = report.silent.length + report.honestRefused.length > 0 ? 1 : 0;
}

if (isCalled(import.meta.url)) await main();
