/** One fact with two values: in two sentences, in a sentence and a table, in two tables, here and in last year's report. */
import { type Amount } from '../amount.js';
import { foundIn, type Checking } from '../checking.js';
import { factOf, factsOf, type Fact } from '../facts.js';
import type { Item } from '../reading/statement.js';
import type { CellFigure, Column, DataRow, ReadTable } from '../tables/read-table.js';
import { isPartOfYear, yearsOfTable } from '../tables/table-year.js';
import { columnName, foundAt, rowName } from '../tables/table-findings.js';
import { areSame, contentWords } from '../words/content-words.js';
import { plainText } from '../words/plain-text.js';
import { absolute } from '../../values/exact-rate.js';

export function checkTwoValues(checking: Checking): void {
  const facts = factsOf(checking).filter(({ year }) => year !== 'previous');
  betweenSentences(checking, facts);
  for (const fact of facts) againstTables(checking, fact);
  betweenTables(checking);
}

function betweenSentences(checking: Checking, facts: readonly Fact[]): void {
  const known = new Map<string, Fact[]>();
  for (const fact of facts) {
    if (!isTelling(fact)) continue;
    const key = [fact.item.kind, fact.noun, fact.scope, String(fact.base !== undefined)].join('|');
    const others = known.get(key) ?? [];
    const same = others.find((other) => isSameFact(other, fact));
    if (same === undefined) known.set(key, [...others, fact]);
    else compareFacts(checking, same, fact);
  }
}

/** Enough words, or a unit, to know what is meant. */
const isTelling = ({ words, scope, item }: Fact): boolean =>
  item.kind === 'percent' ? words.size >= 2 : words.size >= 2 || scope !== '';

const isSameFact = (left: Fact, right: Fact): boolean =>
  left.statement !== right.statement &&
  left.year === right.year &&
  left.item.role === right.item.role &&
  areSame(left.words, right.words);

function compareFacts(checking: Checking, first: Fact, second: Fact): void {
  const figures = [
    first.item,
    second.item,
    ...(first.base === undefined ? [] : [first.base]),
    ...(second.base === undefined ? [] : [second.base]),
  ];
  const agree =
    isEqual(first.item, second.item) &&
    (first.base === undefined || second.base === undefined || isEqual(first.base, second.base));
  if (agree) {
    checking.ledger.right(figures);
    return;
  }
  // Two fractions that differ in both halves are about other things.
  if (
    first.base !== undefined &&
    second.base !== undefined &&
    first.item.value !== second.item.value &&
    first.base.value !== second.base.value
  )
    return;
  const parameters = {
    printed: textOf(second),
    other: first.statement.place,
    value: textOf(first),
    cause: '',
  };
  checking.ledger.found(
    foundIn('verify/two-values', checking, second.statement, second.item, parameters),
    figures,
  );
}

const textOf = ({ item, base }: Fact): string =>
  base === undefined ? item.text : `${item.text}/${base.text}`;

/** Equal as far as both are printed; a hedged one within five percent. */
function isEqual(left: Item, right: Amount & Partial<Item>): boolean {
  const off = absolute(left.value - right.value);
  const loose = left.hedge !== undefined || right.hedge !== undefined;
  if (loose) return off * 20n <= left.value;
  const rounded = left.scaled === true || right.scaled === true || left.kind === 'percent';
  return rounded ? 2n * off <= left.step + right.step : off === 0n;
}

/** The cell that says the same: the row of the unit, or the total; the column whose head has the same words. */
function againstTables(checking: Checking, fact: Fact): void {
  const { vocabulary, tables, ledger } = checking;
  const said = new Set([...fact.words, ...(fact.item.kind === 'count' ? nounWords(checking, fact) : [])]);
  if (said.size === 0) return;
  const cells = tables.flatMap((table) => {
    if (!isSameYear(checking, table, fact)) return [];
    const row = rowOf(table, fact);
    if (row === undefined) return [];
    return table.columns.flatMap((column) => {
      const figure = row.figures.get(column.index);
      const rate = column.kind === 'rate';
      if (figure === undefined || figure.whole !== undefined || rate !== (fact.item.kind === 'percent'))
        return [];
      return areSame(contentWords(plainText(column.path.join(' ')), vocabulary), said)
        ? [{ table, row, column, figure }]
        : [];
    });
  });
  if (cells.length === 0) return;
  const equal = cells.find(({ figure }) => isEqual(fact.item, figure));
  if (equal !== undefined) {
    ledger.right([fact.item, equal.figure]);
    return;
  }
  const { plain, block } = fact.statement;
  const before = plain.slice(0, fact.item.start);
  const [first] = cells.filter(({ table }) => !isPartOfYear(before, table, block));
  if (first === undefined) return;
  const other = `${first.table.place}, ${rowName(first.row)}`;
  const parameters = { printed: fact.item.text, other, value: first.figure.text, cause: '' };
  ledger.found(foundIn('verify/two-values', checking, fact.statement, fact.item, parameters), [fact.item]);
}

const nounWords = ({ vocabulary }: Checking, { statement, item, base }: Fact): ReadonlySet<string> =>
  contentWords(statement.plain.slice((base ?? item).end, (base ?? item).after), vocabulary);

function rowOf(table: ReadTable, { scope }: Fact): DataRow | undefined {
  if (scope === '') return undefined;
  if (/^(?:toàn|cả) /u.test(scope)) return table.rows.find(({ kind }) => kind === 'total');
  return table.rows.find(({ label, kind }) => kind === 'leaf' && isNamed(label, scope));
}

/** "Xã Tam Đa", "Tam Đa". */
export const isNamed = (label: string, name: string): boolean => {
  const plain = plainText(label);
  return (
    plain !== '' &&
    (plain === name ||
      name.replace(
        /^(?:xã|phường|thị trấn|đặc khu|huyện|thị xã|thành phố|quận|thôn|ấp|bản|khu phố|tổ dân phố) /u,
        '',
      ) === plain)
  );
};

/** A table of other years says nothing of this one. */
function isSameYear(checking: Checking, table: ReadTable, { year, statement }: Fact): boolean {
  const years = yearsOfTable(table, checking, statement.block);
  return typeof year !== 'number' || years.length === 0 || years.includes(year);
}

interface TableCellOf {
  readonly table: ReadTable;
  readonly row: DataRow;
  readonly column: Column;
  readonly figure: CellFigure;
}

/** The same total of the same unit in two tables. */
function betweenTables(checking: Checking): void {
  const known = new Map<string, TableCellOf>();
  for (const table of checking.tables)
    for (const column of table.columns) {
      const subject = subjectOf(checking, column);
      if (subject === undefined) continue;
      for (const row of table.rows) {
        const figure = row.figures.get(column.index);
        if (figure === undefined || figure.whole !== undefined || row.kind !== 'leaf') continue;
        const key = `${plainText(row.label)}|${subject}|${column.kind}`;
        const other = known.get(key);
        if (other === undefined) known.set(key, { table, row, column, figure });
        else if (other.table !== table) compareCells(checking, other, { table, row, column, figure });
      }
    }
}

/** Totals of things that exist ("Tổng số hộ", "Số thôn") mean the same everywhere; other heads depend on their table. */
function subjectOf({ vocabulary }: Checking, column: Column): string | undefined {
  if (column.kind !== 'count' || column.path.length !== 1) return undefined;
  const head = plainText(column.path[0] ?? '');
  const noun = /^(?:tổng số|số) (.+)$/u.exec(head)?.[1];
  if (noun === undefined) return undefined;
  const match = vocabulary.nounPattern.exec(noun);
  return match !== null && match[0].trim() === noun
    ? `${head.startsWith('tổng') ? '' : ''}${noun}`
    : undefined;
}

function compareCells(checking: Checking, first: TableCellOf, second: TableCellOf): void {
  if (!areOfSameYears(checking, first.table, second.table)) return;
  if (first.figure.value === second.figure.value) {
    checking.ledger.right([first.figure, second.figure]);
    return;
  }
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

const areOfSameYears = (checking: Checking, ...tables: readonly ReadTable[]): boolean =>
  new Set(tables.map((table) => [...yearsOfTable(table, checking)].sort((a, b) => a - b).join())).size === 1;

/** Figures of the earlier year against last year's report. */
export function checkPrevious(checking: Checking, earlier: Checking): void {
  const there = factsOf({ ...earlier }).filter(({ item }) => item.role === 'level');
  for (const statement of checking.statements)
    for (const item of statement.items) {
      if (item.role !== 'previous') continue;
      const fact = factOf(statement, item, checking.vocabulary);
      if (fact !== undefined) againstEarlier(checking, earlier, fact, there);
    }
}

function againstEarlier(checking: Checking, earlier: Checking, fact: Fact, there: readonly Fact[]): void {
  const subject = subjectWords(checking, fact);
  const alike = there.filter(
    (other) =>
      other.item.kind === fact.item.kind && (fact.item.kind === 'percent' || other.noun === fact.noun),
  );
  const equal = alike.find((other) => isEqual(fact.item, other.item));
  if (equal !== undefined) {
    checking.ledger.right([fact.item]);
    return;
  }
  const scored = alike
    .map((other) => ({ other, score: overlap(subject, subjectWords(earlier, other)) }))
    .filter(({ score }) => score >= 0.6)
    .sort((left, right) => right.score - left.score);
  const best = scored[0];
  if (best === undefined) return;
  const parameters = {
    printed: fact.item.text,
    otherFile: earlier.file,
    other: best.other.statement.place,
    value: best.other.item.text,
  };
  checking.ledger.found(foundIn('verify/previous-differs', checking, fact.statement, fact.item, parameters), [
    fact.item,
  ]);
}

/** All words of the sentence that say what it is about: an earlier value has hardly any in its own clause. */
export const subjectWords = ({ vocabulary }: Checking, { statement, item }: Fact): ReadonlySet<string> => {
  const part = statement.plain.slice(0, Math.max(item.after, 1)).split(';').at(-1) ?? '';
  const words = new Set(contentWords(part.length > 40 ? part : statement.plain, vocabulary));
  for (const word of ['so', 'tăng', 'giảm', 'điểm', 'phần', 'trăm', 'trước', 'cùng', 'kỳ', 'thôn', 'xã'])
    if (words.size > 3) words.delete(word);
  return words;
};

/** How much of the smaller set both have. */
export function overlap(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  const common = [...left].filter((word) => right.has(word)).length;
  const size = Math.min(left.size, right.size);
  return size === 0 ? 0 : common / size;
}
