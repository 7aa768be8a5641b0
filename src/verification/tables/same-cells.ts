/** The same of the same unit in two tables: columns that are about one thing, and rows of a list of indicators. */
import { ONE } from '../amount.js';
import type { Checking } from '../checking.js';
import { contentWords, subject } from '../words/content-words.js';
import { plainText } from '../words/plain-text.js';
import { whole as wordsOf } from '../words/vocabulary.js';
import { addTo } from '../../values/groups.js';
import { only } from '../../values/of-many.js';
import type { CellFigure, Column, DataRow, ReadTable } from './read-table.js';
import { subjectOf } from './subjects.js';
import { isOfRates } from './sums.js';
import { columnName, foundAt, rowName } from './table-findings.js';
import { TITLE, yearsOfTable } from './table-year.js';

export interface CellOf {
  readonly table: ReadTable;
  readonly row: DataRow;
  readonly column: Column;
  readonly figure: CellFigure;
}

export function betweenTables(checking: Checking): void {
  const known = new Map<string, ColumnOf>();
  for (const table of checking.tables)
    for (const [key, column] of columnsOf(checking, table)) {
      const first = known.get(key);
      if (first === undefined) known.set(key, { table, column });
      else compareColumns(checking, first, { table, column });
    }
  compareIndicators(checking);
}

interface ColumnOf {
  readonly table: ReadTable;
  readonly column: Column;
}

/** By what they are about, of which years and of which part of the whole; a head that stands twice in a table says nothing. */
function columnsOf(checking: Checking, table: ReadTable): ReadonlyMap<string, Column> {
  const frame = frameOf(checking, table);
  const columns = new Map<string, Column[]>();
  for (const column of table.columns) {
    if ((column.kind !== 'count' && column.kind !== 'rate') || column.notAdded) continue;
    const { words } = subjectOf(checking, table, column);
    if (words.size >= LEAST || isOfThings(checking, column))
      addTo(columns, `${column.kind}|${frame}|${keyOf(words)}|${String(column.part)}`, column);
  }
  return new Map(
    [...columns].flatMap(([key, found]) => {
      const one = only(found);
      return one === undefined ? [] : [[key, one] as const];
    }),
  );
}

const LEAST = 2;

/** Of which years, and of which part, the figures of a table are. */
const frameOf = (checking: Checking, table: ReadTable): string =>
  `${[...yearsOfTable(table, checking)].sort((a, b) => a - b).join()}|${partOf(checking, table)}`;

/** "Đăng ký đầu năm", "khu vực nông thôn": words of the title that make its figures those of a part. */
function partOf({ vocabulary: { lists, any, every } }: Checking, { above }: ReadTable): string {
  const title = plainText(above.find(({ text }) => TITLE.test(text))?.text ?? '');
  return [...title.matchAll(every(wordsOf(any(lists.tables.apart))))].map(([word]) => word).join();
}

/** Totals of things that exist ("Tổng số hộ", "Số thôn") mean the same everywhere; other heads depend on their table. */
function isOfThings({ vocabulary }: Checking, { kind, path }: Column): boolean {
  if (kind !== 'count' || path.length !== 1) return false;
  const noun = /^(?:tổng số|số) (.+)$/u.exec(plainText(path[0] ?? ''))?.[1];
  return noun !== undefined && vocabulary.nounPattern.exec(noun)?.[0].trim() === noun;
}

interface Both {
  readonly first: CellOf;
  readonly second: CellOf;
}

function compareColumns(checking: Checking, first: ColumnOf, second: ColumnOf): void {
  const pairs = pairsOf(first, second);
  const [same, different] = [true, false].map((wanted) =>
    pairs.filter((pair) => isEqual(pair.first.figure, pair.second.figure) === wanted),
  );
  if (same === undefined || different === undefined) return;
  for (const pair of same) checking.ledger.right([pair.first.figure, pair.second.figure]);
  const leaves = different.filter(({ second: { row } }) => row.kind === 'leaf');
  if (isOfThings(checking, first.column)) for (const pair of leaves) report(checking, pair);
  else if (isMeant(checking, first, same, leaves)) for (const pair of leaves) report(checking, pair);
  else if (leaves.length === 0 && isTelling(checking, first))
    for (const pair of different) report(checking, pair);
}

const pairsOf = (first: ColumnOf, second: ColumnOf): readonly Both[] => {
  const [ones, others] = [first, second].map(({ table, column }) => {
    const cells = new Map<string, CellOf>();
    for (const row of table.rows) {
      const figure = row.figures.get(column.index);
      const key = row.kind === 'total' ? 'total' : plainText(row.label);
      if (figure !== undefined && figure.whole === undefined && key !== '' && !cells.has(key))
        cells.set(key, { table, column, row, figure });
    }
    return cells;
  });
  return [...(others ?? [])].flatMap(([key, other]) => {
    const one = ones?.get(key);
    return one === undefined ? [] : [{ first: one, second: other }];
  });
};

const isEqual = (left: CellFigure, right: CellFigure): boolean =>
  left.value === right.value ||
  ((left.percent || left.step < ONE) &&
    2n * (left.value > right.value ? left.value - right.value : right.value - left.value) <=
      left.step + right.step);

/** That most units have the same in both, or that the totals are one number of many digits, says that the columns are one. */
function isMeant(
  checking: Checking,
  first: ColumnOf,
  same: readonly Both[],
  different: readonly Both[],
): boolean {
  const alike = same.filter(({ first: { row } }) => row.kind === 'leaf').length;
  const total = same.find(({ first: { row } }) => row.kind === 'total')?.first.figure;
  return (
    (alike >= 2 && alike > different.length) ||
    (total !== undefined && total.value >= 100n * ONE && isTelling(checking, first))
  );
}

const isTelling = (checking: Checking, { table, column }: ColumnOf): boolean =>
  subjectOf(checking, table, column).words.size >= MANY;

/** So many words say what is meant wherever they stand. */
const MANY = 3;

/** Rows of lists of indicators by what they are about: "count|dân người …". */
export function indicatorsOf(checking: Checking): ReadonlyMap<string, readonly CellOf[]> {
  const cells = new Map<string, CellOf[]>();
  for (const table of checking.tables) {
    const column = resultOf(table);
    if (column === undefined) continue;
    for (const row of table.rows) {
      const figure = row.figures.get(column.index);
      if (figure === undefined || figure.whole !== undefined) continue;
      const words = subject(contentWords(plainText(row.label), checking.vocabulary));
      const kind = isOfRates(row) || figure.percent ? 'rate' : 'count';
      if (words.size >= MANY) addTo(cells, `${kind}|${keyOf(words)}`, { table, row, column, figure });
    }
  }
  return cells;
}

const keyOf = (words: ReadonlySet<string>): string => [...words].sort().join(' ');

/** Totals of columns that are about so much that it stands in a list of indicators too. */
function totalsOf(checking: Checking): ReadonlyMap<string, readonly CellOf[]> {
  const cells = new Map<string, CellOf[]>();
  for (const table of checking.tables) {
    const row =
      resultOf(table) === undefined ? only(table.rows.filter(({ kind }) => kind === 'total')) : undefined;
    if (row === undefined) continue;
    for (const column of columnsOf(checking, table).values()) {
      const figure = row.figures.get(column.index);
      const { words } = subjectOf(checking, table, column);
      if (figure === undefined || figure.whole !== undefined || column.part || words.size < MANY) continue;
      addTo(cells, `${column.kind}|${keyOf(words)}`, { table, row, column, figure });
    }
  }
  return cells;
}

/** "TT | Chỉ tiêu | Đơn vị tính | Kết quả": the one column of what came of it. */
function resultOf({ columns }: ReadTable): Column | undefined {
  const headOf = ({ path }: Column): string => plainText(path.join(' '));
  const label = columns.find(({ kind }) => kind === 'label');
  if (label === undefined || !/(?:chỉ tiêu|nội dung|tiêu chí|hạng mục|danh mục)/u.test(headOf(label)))
    return undefined;
  const figures = columns.filter(({ kind }) => kind === 'count' || kind === 'rate');
  return (
    only(figures) ??
    only(
      figures.filter(
        (column) =>
          /(?:kết quả|thực hiện|số lượng|đạt được)/u.test(headOf(column)) &&
          !/(?:%|tỷ lệ|so với|kế hoạch|năm trước|cùng kỳ)/u.test(headOf(column)),
      ),
    )
  );
}

/** One value for the whole, in every list and in every total of a table of the same years and the same part. */
function compareIndicators(checking: Checking): void {
  const totals = totalsOf(checking);
  for (const [key, cells] of indicatorsOf(checking)) {
    const [first, ...others] = [...cells, ...(totals.get(key) ?? [])];
    for (const second of others) {
      if (first === undefined || second.table === first.table) continue;
      if (frameOf(checking, first.table) !== frameOf(checking, second.table)) continue;
      if (isEqual(first.figure, second.figure)) checking.ledger.right([first.figure, second.figure]);
      else report(checking, { first, second });
    }
  }
}

function report(checking: Checking, { first, second }: Both): void {
  const parameters = {
    printed: `${second.figure.text} ở cột “${columnName(second.column)}”`,
    other: `${first.table.place}, ${rowName(first.row)}`,
    value: first.figure.text,
    cause: '',
  };
  checking.ledger.found(
    foundAt('verify/two-values', checking, second.table, second.row, second.figure, parameters),
    [first.figure, second.figure],
  );
}
