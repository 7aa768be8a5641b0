/** A table understood: which rows are its head, a total, a group; what each column holds; the figure of every cell. */
import { defined } from '../../values/defined.js';
import { amountOf, type Amount } from '../amount.js';
import type { WrittenBlock, WrittenTable, WrittenRow } from '../../model.js';
import { plainText, shownText } from '../words/plain-text.js';
import type { Vocabulary } from '../words/vocabulary.js';
import { largest } from '../../values/of-many.js';

export type ColumnKind = 'order' | 'label' | 'count' | 'rate' | 'rank' | 'text';

export interface Column {
  readonly index: number;
  readonly kind: ColumnKind;
  /** Texts of the head over it, from the top, each once. */
  readonly path: readonly string[];
  /** Means, years: what is not added up. */
  readonly notAdded: boolean;
  /** Says "trong đó": part of the column before. */
  readonly part: boolean;
}

/** A figure of a cell; an object of its own, so that what was said of it can be noted. */
export interface CellFigure extends Amount {
  readonly text: string;
  readonly row: number;
  readonly column: number;
  readonly percent: boolean;
  /** Lower half, in a cell like "9/10". */
  readonly whole?: Amount;
}

export interface DataRow {
  readonly index: number;
  readonly kind: 'total' | 'group' | 'leaf';
  readonly label: string;
  readonly place: string;
  readonly figures: ReadonlyMap<number, CellFigure>;
  /** Columns whose cell says that nothing is known. */
  readonly missing: ReadonlySet<number>;
  /** All cells as printed. */
  readonly texts: readonly string[];
}

export interface ReadTable {
  readonly place: string;
  readonly block: number;
  /** The paragraphs over the table, the nearest first. */
  readonly above: readonly { readonly block: number; readonly text: string }[];
  readonly columns: readonly Column[];
  readonly rows: readonly DataRow[];
}

/** "Cộng vùng cao", "Tổng cụm 1"; neither "Cộng đồng" nor "Tổng số hộ". */
const SUBTOTAL =
  /^(?:tổng )?cộng (?!đồng|hòa|tác)\p{L}|^tổng (?:số )?(?:vùng|khu vực|nhóm|cụm|khối|miền)(?!\p{L})/u;
const NUMBERED = /^\(?\d{1,2}\)?$/u;
const ROMAN = /^(?:[IVXL]+|[A-Z])\.?$/u;

/** The tables of the text that hold figures. */
export function readTables(blocks: readonly WrittenBlock[], vocabulary: Vocabulary): readonly ReadTable[] {
  return blocks.flatMap((block, index) => {
    if (block.kind !== 'table') return [];
    const table = readTable(block, index, aboveOf(blocks, index), vocabulary);
    return table === undefined ? [] : [table];
  });
}

/** As far as a title may stand from its table. */
const NEAR = 4;
const aboveOf = (blocks: readonly WrittenBlock[], index: number): ReadTable['above'] =>
  blocks
    .slice(Math.max(0, index - NEAR), index)
    .map((one, at) => ({
      block: Math.max(0, index - NEAR) + at,
      text: one.kind === 'text' ? one.text.normalize('NFC') : '',
    }))
    .toReversed();

function readTable(
  { rows, place }: WrittenTable,
  block: number,
  above: ReadTable['above'],
  vocabulary: Vocabulary,
): ReadTable | undefined {
  const texts = rows.map(({ cells }) => cells.map(({ text }) => shownText(text)));
  const head = headHeight(texts);
  const data = rows
    .map((row, index) => ({ row, texts: texts[index] ?? [], index }))
    .slice(head)
    .filter((entry) => !isColumnNumbers(entry.texts) && entry.texts.some((text) => text !== ''));
  const width = largest(
    texts.map((cells) => cells.length),
    0,
  );
  if (head === 0 || data.length === 0 || width < 2) return undefined;
  const columns = Array.from({ length: width }, (_, index) => {
    const path = [...new Set(texts.slice(0, head).map((cells) => cells[index] ?? ''))].filter(
      (text) => text !== '',
    );
    return columnOf(
      index,
      path,
      data.map((entry) => entry.texts[index] ?? ''),
      vocabulary,
    );
  });
  const labelled = withLabel(
    columns,
    data.map((entry) => entry.texts),
  );
  const read = data.map((entry) => rowOf(entry, labelled, vocabulary));
  return {
    place,
    block,
    above,
    columns: labelled,
    rows: withGroups(
      withNamedTotal(read),
      data.map(({ texts: cells }) => cells),
    ),
  };
}

/** Rows before the first with a figure; years and column numbers are none. */
function headHeight(texts: readonly (readonly string[])[]): number {
  const first = texts.findIndex(
    (cells) =>
      !isColumnNumbers(cells) &&
      cells.slice(1).some((text) => isFigure(text) && !/^(?:19|20)\d\d$/u.test(text)),
  );
  return first === -1 ? 0 : first;
}

const isFigure = (text: string): boolean => /^[<>≥≤~+–−-]?\s*\d[\d.,/]*\s*%?$/u.test(text);

/** (1) (2) (3) or 1 2 3 under the head. */
function isColumnNumbers(cells: readonly string[]): boolean {
  const filled = cells.filter((text) => text !== '');
  const numbers = filled
    .filter((text) => NUMBERED.test(text))
    .map((text) => Number(text.replace(/\D/gu, '')));
  return (
    filled.length > 2 &&
    numbers.length >= filled.length - 1 &&
    numbers.every((number, index) => index === 0 || number === (numbers[index - 1] ?? 0) + 1) &&
    (numbers[0] ?? 9) <= 2 &&
    numbers.length > 2
  );
}

function columnOf(
  index: number,
  path: readonly string[],
  texts: readonly string[],
  { lists, any, pattern }: Vocabulary,
): Column {
  const head = plainText(path.join(' '));
  const own = plainText(path.at(-1) ?? '');
  const has = (words: readonly string[], text = head): boolean =>
    pattern(`(?<![\\p{L}])(?:${any(words)})(?![\\p{L}])`).test(text);
  const filled = texts.filter((text) => text !== '' && !lists.tables.missing.includes(plainText(text)));
  const figures = filled.filter((text) => isFigure(text)).length;
  const percent = filled.length > 0 && filled.filter((text) => text.endsWith('%')).length * 2 > filled.length;
  const rated = percent || has(lists.tables.rate.filter((word) => word !== '%')) || own.includes('%');
  return {
    index,
    kind: lists.tables.order.includes(own)
      ? 'order'
      : figures * 2 <= filled.length || filled.length === 0
        ? 'text'
        : has(lists.tables.rank, own) && areRanks(filled)
          ? 'rank'
          : rated
            ? 'rate'
            : 'count',
    path,
    notAdded: has(lists.tables.mean) || (head.includes('năm') && areYears(filled)),
    part: has(lists.tables.part),
  };
}

/** Small whole numbers; "Năm xếp hạng" holds years. */
const areRanks = (texts: readonly string[]): boolean =>
  texts.filter((text) => /^\d{1,3}$/u.test(text) && Number(text) <= texts.length).length * 2 >= texts.length;

const areYears = (texts: readonly string[]): boolean => texts.every((text) => /^(?:19|20)\d\d$/u.test(text));

/** The first column of words names the rows. */
function withLabel(columns: readonly Column[], data: readonly (readonly string[])[]): readonly Column[] {
  const label = columns.find(
    ({ kind, index }) => kind === 'text' && data.some((cells) => /\p{L}/u.test(cells[index] ?? '')),
  );
  const first = columns[0];
  const numbered =
    first?.kind === 'count' && data.every((cells) => /^(?:\d{1,3}\.?)?$|^\p{L}/u.test(cells[0] ?? ''));
  return columns.map((column) =>
    column === label
      ? { ...column, kind: 'label' }
      : column === first && numbered && label !== undefined && label.index > 0
        ? { ...column, kind: 'order' }
        : column,
  );
}

function rowOf(
  {
    row,
    texts,
    index,
  }: { readonly row: WrittenRow; readonly texts: readonly string[]; readonly index: number },
  columns: readonly Column[],
  { lists }: Vocabulary,
): DataRow {
  const figures = new Map<number, CellFigure>();
  const missing = new Set<number>();
  const named = columns.find(({ kind }) => kind === 'label')?.index ?? 0;
  const label =
    texts[named] === ''
      ? (texts.slice(0, named).find((text) => /\p{L}{2}/u.test(text)) ?? '')
      : (texts[named] ?? '');
  for (const { index: column, kind } of columns) {
    const text = texts[column] ?? '';
    if (kind === 'order' || kind === 'label' || kind === 'text' || row.cells[column]?.covered === true)
      continue;
    if (lists.tables.missing.includes(plainText(text))) missing.add(column);
    const figure = cellFigure(text, index, column, kind);
    if (figure !== undefined) figures.set(column, figure);
  }
  const total = [label, ...texts.slice(0, named)].some((text) => {
    const plain = plainText(text).replace(/[:.]$/u, '').trim();
    return lists.tables.total.includes(plain) || SUBTOTAL.test(plain);
  });
  return { index, kind: total ? 'total' : 'leaf', label, place: row.place, figures, missing, texts };
}

/** "1.234", "12,5", "97,18%", "9/10"; a comma before three digits parts thousands in a column of counts. */
export function cellFigure(
  text: string,
  row: number,
  column: number,
  kind: ColumnKind,
): CellFigure | undefined {
  const match = /^([-–−+]?)\s?(\d[\d.,]*)(?:\s*\/\s*(\d[\d.,]*))?\s*(%?)$/u.exec(text);
  const [, minus = '', digits = '', lower, sign] = match ?? [];
  const rate = kind === 'rate' || sign === '%';
  const amount = cellAmount(digits, rate && lower === undefined);
  const whole = lower === undefined ? undefined : cellAmount(lower, false);
  if (match === null || amount === undefined || (lower !== undefined && whole === undefined))
    return undefined;
  const value = minus === '' || minus === '+' ? amount.value : -amount.value;
  return { ...amount, value, text, row, column, percent: rate && lower === undefined, ...defined({ whole }) };
}

function cellAmount(digits: string, rate: boolean): Amount | undefined {
  const dotted = /^(\d{1,3}(?:\.\d{3})+)(?:,(\d+))?$/u.exec(digits);
  if (dotted !== null && (!rate || dotted[2] !== undefined))
    return amountOf((dotted[1] ?? '').replaceAll('.', ''), dotted[2] ?? '');
  const grouped = /^(\d{1,3}(?:,\d{3})+)$/u.exec(digits);
  if (grouped !== null && !rate && !digits.startsWith('0')) return amountOf(digits.replaceAll(',', ''), '');
  const plain = /^(\d+)(?:[.,](\d+))?$/u.exec(digits);
  return plain === null ? undefined : amountOf(plain[1] ?? '', plain[2] ?? '');
}

/** "Tổng số câu lạc bộ" over rows that are all of câu lạc bộ. */
function withNamedTotal(rows: readonly DataRow[]): readonly DataRow[] {
  const labels = rows.map(({ label }) => plainText(label));
  const at = labels.findIndex((label) => label.startsWith('tổng số '));
  const of = labels[at]?.slice('tổng số '.length).trim() ?? '';
  const others = labels.filter((_, index) => index !== at);
  const isTotal = of !== '' && others.length > 1 && others.every((label) => label.startsWith(`${of} `));
  return isTotal ? rows.map((row, index) => (index === at ? { ...row, kind: 'total' as const } : row)) : rows;
}

/** Roman numbers or letters in the column of order, above rows with Arabic ones. */
function withGroups(rows: readonly DataRow[], texts: readonly (readonly string[])[]): readonly DataRow[] {
  const arabic = texts.some((cells) => /^\d{1,3}\.?$/u.test(cells[0] ?? ''));
  return rows.map((row, index) =>
    row.kind === 'leaf' && arabic && ROMAN.test(texts[index]?.[0] ?? '') ? { ...row, kind: 'group' } : row,
  );
}
