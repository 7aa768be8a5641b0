/** One fact with two values: in two sentences, in a sentence and a table, in two tables, here and in last year's report. */
import { type Amount } from '../amount.js';
import { foundIn, type Checking } from '../checking.js';
import { factsOf, type Fact } from '../facts.js';
import { namedUnits } from '../reading/named-units.js';
import type { Item } from '../reading/statement.js';
import type { Column, DataRow, ReadTable } from '../tables/read-table.js';
import { isOf, isWithin, subjectOf, type Subject } from '../tables/subjects.js';
import { areShuffled } from '../share.js';
import { isHonest } from './hedges.js';
import { isPartOfYear, timeIn, yearsOfTable } from '../tables/table-year.js';
import { rowName } from '../tables/table-findings.js';
import { betweenTables, indicatorsOf, type CellOf } from '../tables/same-cells.js';
import { plainText } from '../words/plain-text.js';
import { whole as wordsOf } from '../words/vocabulary.js';
import { groupBy } from '../../values/groups.js';
import { absolute } from '../../values/exact-rate.js';

export function checkTwoValues(checking: Checking): void {
  const facts = factsOf(checking).filter(({ year }) => year !== 'previous');
  const isWhole = namelessAreOfWhole(checking);
  betweenSentences(checking, facts, isWhole);
  betweenNear(checking, facts);
  const columns = columnsOf(checking);
  for (const fact of facts) againstTables(checking, fact, columns, isWhole);
  betweenTables(checking);
}

/** In a paragraph that names no unit, of a text about one whole, what is told without a place is told of the whole. */
function namelessAreOfWhole({ statements, vocabulary }: Checking): (fact: Fact) => boolean {
  const { lists, any, every } = vocabulary;
  const wholes = every(wordsOf(any(lists.units.whole)));
  const said = new Set(statements.flatMap(({ plain }) => plain.match(wholes) ?? []));
  const withUnits = new Set(
    statements
      .filter(({ shown, plain }) => namedUnits(shown, plain, vocabulary).length > 0)
      .map(({ block }) => block),
  );
  return ({ scope, words, statement }) =>
    /^(?:toàn|cả) /u.test(scope) ||
    (scope === '' && said.size <= 1 && words.size >= MANY && !withUnits.has(statement.block));
}

/** So many words say what is meant also where no place is named. */
const MANY = 3;

function betweenSentences(
  checking: Checking,
  facts: readonly Fact[],
  isWhole: (fact: Fact) => boolean,
): void {
  const known = new Map<string, Fact[]>();
  for (const fact of facts) {
    if (!fact.telling) continue;
    const { item, words, scope } = fact;
    const before = fact.statement.plain.slice(0, item.start).split(';').at(-1) ?? '';
    const key = [
      item.kind,
      item.role === 'extreme' ? 'level' : item.role,
      timeIn(before),
      ...[...words].sort(),
    ].join('|');
    const others = known.get(key) ?? [];
    const isOfOne = (other: Fact): boolean =>
      other.scope === scope || ((scope === '' || other.scope === '') && isWhole(other) && isWhole(fact));
    const there = others.filter((other) => other.statement !== fact.statement && isOfOne(other));
    const same =
      there.find(({ year }) => year === fact.year) ?? there.find((other) => isOneSlip(other, fact));
    if (same === undefined) known.set(key, [...others, fact]);
    else compareFacts(checking, same, fact);
  }
}

/**
 * "45.618 bản sách", "vốn tài liệu 45.681 bản sách": one says all that the other says and more, and their digits are the same, or the
 * same in another order.
 */
function betweenNear(checking: Checking, facts: readonly Fact[]): void {
  const exact = facts.filter(
    ({ item, words }) => item.hedge === undefined && item.value >= 100n * item.step && words.size >= MANY,
  );
  const digits = ({ item: { value, step, kind, role }, noun }: Fact): string =>
    [kind, role, kind === 'count' ? noun : '', String(step), ...Array.from(String(value / step)).sort()].join(
      '|',
    );
  for (const alike of groupBy(exact, digits).values())
    alike.forEach((second, index) => {
      const first = alike.slice(Math.max(0, index - MOST_ALIKE), index).find((one) => isNear(one, second));
      if (first !== undefined) compareFacts(checking, first, second);
    });
}

/** A number told more often than this is a habit of the text. */
const MOST_ALIKE = 50;

const isNear = (one: Fact, other: Fact): boolean =>
  one.statement !== other.statement &&
  (one.scope === other.scope || one.scope === '' || other.scope === '') &&
  (one.year === other.year || one.year === undefined || other.year === undefined) &&
  timeOf(one) === timeOf(other) &&
  (isWithin(one.words, other.words) || isWithin(other.words, one.words));

const timeOf = ({ statement, item }: Fact): string =>
  timeIn(statement.plain.slice(0, item.start).split(';').at(-1) ?? '');

/** One of them says no year: only the same number, or its digits in another order, is surely of the same. */
const isOneSlip = (one: Fact, other: Fact): boolean =>
  (one.year === undefined || other.year === undefined) &&
  (isEqual(one.item, other.item) ||
    (one.item.value >= LARGE * one.item.step && areShuffled(other.item, one.item.value)));

/** Smaller numbers have the same digits by chance. */
const LARGE = 1000n;

function compareFacts(checking: Checking, first: Fact, second: Fact): void {
  const figures = [
    first.item,
    second.item,
    ...(first.base === undefined ? [] : [first.base]),
    ...(second.base === undefined ? [] : [second.base]),
  ];
  if (isUntrueHedge(checking, first, second) || isUntrueHedge(checking, second, first)) return;
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

/** "trên", "dưới", "không quá": on one side; how far "gần" and "khoảng" may be, the two values decide. */
const isSided = ({ hedge }: Item): boolean => hedge !== undefined && hedge !== 'near' && hedge !== 'around';

/** "trên 90%" of what is 89,49% elsewhere. */
function isUntrueHedge(checking: Checking, hedged: Fact, exact: Fact): boolean {
  if (!isSided(hedged.item) || exact.item.hedge !== undefined) return false;
  if (isHonest(hedged.item, exact.item.value, 1n)) return false;
  reportHedge(checking, hedged, exact.statement.place, exact.item.text);
  return true;
}

function reportHedge(checking: Checking, { statement, item }: Fact, basis: string, computed: string): void {
  const from = Math.max(0, statement.plain.slice(0, item.start).trimEnd().lastIndexOf(' ') + 1);
  const parameters = { claim: statement.shown.slice(from, item.end), basis, computed };
  checking.ledger.found(foundIn('verify/hedge-contradicts', checking, statement, item, parameters), [item]);
}

const textOf = ({ item, base }: Fact): string =>
  base === undefined ? item.text : `${item.text}/${base.text}`;

/** Equal as far as both are printed; a hedged one within five percent. */
export function isEqual(left: Item, right: Amount & Partial<Item>): boolean {
  const off = absolute(left.value - right.value);
  const loose = left.hedge !== undefined || right.hedge !== undefined;
  if (loose) return off * 20n <= left.value;
  const rounded = left.scaled === true || right.scaled === true || left.kind === 'percent';
  return rounded ? 2n * off <= left.step + right.step : off === 0n;
}

interface ColumnOf {
  readonly table: ReadTable;
  readonly column: Column;
  readonly subject: Subject;
}

const subjectKey = (words: ReadonlySet<string>): string => [...words].sort().join(' ');

/** Columns of counts and rates by what they are about; those whose head leaves it to the title are asked one by one. */
function columnsOf(checking: Checking): {
  readonly byWords: ReadonlyMap<string, readonly ColumnOf[]>;
  readonly listed: ReadonlyMap<string, readonly CellOf[]>;
  readonly titled: readonly ColumnOf[];
} {
  const all = checking.tables.flatMap((table) =>
    table.columns
      .filter(({ kind }) => kind === 'rate' || kind === 'count')
      .map((column): ColumnOf => ({ table, column, subject: subjectOf(checking, table, column) })),
  );
  return {
    byWords: groupBy(all, ({ subject }) => subjectKey(subject.words)),
    listed: indicatorsOf(checking),
    titled: all.filter(({ subject }) => subject.title.size > 0),
  };
}

/** The cell that says the same: the row of the unit, or the total; the column that is about the same. */
function againstTables(
  checking: Checking,
  fact: Fact,
  { byWords, titled, listed }: ReturnType<typeof columnsOf>,
  isWhole: (fact: Fact) => boolean,
): void {
  const { ledger } = checking;
  const { words, item } = fact;
  if (words.size === 0) return;
  const places = [
    ...(byWords.get(subjectKey(words)) ?? []),
    ...titled.filter(({ subject }) => isOf(subject, words)),
  ];
  const kind = item.kind === 'percent' ? 'rate' : 'count';
  const rows = isWhole(fact) ? (listed.get(`${kind}|${subjectKey(words)}`) ?? []) : [];
  const inColumns = places.flatMap(({ table, column }) => {
    if (column.kind !== kind || !isSameYear(checking, table, fact)) return [];
    const row = rowOf(table, fact, isWhole);
    const figure = row?.figures.get(column.index);
    return row === undefined || figure === undefined || figure.whole !== undefined
      ? []
      : [{ table, row, column, figure }];
  });
  const cells = [...inColumns, ...rows.filter(({ table }) => isSameYear(checking, table, fact))];
  if (cells.length === 0) return;
  const equal = cells.find(({ figure }) => isEqual(item, figure));
  const [cell] = cells;
  if (cell !== undefined && isSided(item) && !cells.some(({ figure }) => isHonest(item, figure.value, 1n))) {
    reportHedge(checking, fact, `${cell.table.place}, ${rowName(cell.row)}`, cell.figure.text);
    return;
  }
  if (equal !== undefined) {
    ledger.right([item, equal.figure]);
    return;
  }
  const { plain, block } = fact.statement;
  const before = plain.slice(0, item.start);
  const [first] = cells.filter(({ table }) => !isPartOfYear(before, table, block));
  if (first === undefined) return;
  const other = `${first.table.place}, ${rowName(first.row)}`;
  const parameters = { printed: item.text, other, value: first.figure.text, cause: '' };
  ledger.found(foundIn('verify/two-values', checking, fact.statement, item, parameters), [item]);
}

function rowOf(table: ReadTable, fact: Fact, isWhole: (fact: Fact) => boolean): DataRow | undefined {
  if (isWhole(fact)) return table.rows.find(({ kind }) => kind === 'total');
  const { scope } = fact;
  if (scope === '') return undefined;
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
