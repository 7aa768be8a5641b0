/** Sentences about units held against a table: the best and the last, places, how many lie over or under a bound. */
import { ONE, type Amount } from '../amount.js';
import { foundIn, type Checking } from '../checking.js';
import { namedUnits } from '../facts.js';
import { isOverall, type Item, type Statement } from '../reading/statement.js';
import { placesOf } from '../tables/rates.js';
import type { CellFigure, Column, DataRow, ReadTable } from '../tables/read-table.js';
import { contentWords } from '../words/content-words.js';
import { plainText } from '../words/plain-text.js';
import { whole as wordsOf } from '../words/vocabulary.js';
import { isNamed } from './two-values.js';

export function checkClaims(checking: Checking): void {
  let overall: Item | undefined;
  let block = -1;
  for (const statement of checking.statements) {
    if (statement.block !== block) overall = undefined;
    block = statement.block;
    checkBest(checking, statement);
    checkPlaces(checking, statement);
    overall = statement.items.findLast((item) => isOverall(item) && item.kind === 'percent') ?? overall;
    checkCounts(checking, statement, overall);
  }
}

interface Place {
  readonly table: ReadTable;
  readonly column: Column;
  readonly rows: readonly DataRow[];
}

/** Columns of values of units whose head is said in the sentence, or whose value for the unit is. */
function columnsFor(
  checking: Checking,
  statement: Statement,
  fits: (place: Place) => boolean,
): readonly Place[] {
  const said = contentWords(statement.plain, checking.vocabulary);
  return placesIn(checking).filter((place) => {
    const head = contentWords(plainText(place.column.path.join(' ')), checking.vocabulary);
    const named = head.size > 0 && [...head].every((word) => said.has(word));
    return named || fits(place);
  });
}

/** All columns of values of three units or more. */
const placesIn = ({ tables }: Checking): readonly Place[] =>
  tables.flatMap((table) =>
    table.columns.flatMap((column) => {
      if (column.kind !== 'rate' && column.kind !== 'count') return [];
      const rows = table.rows.filter(({ kind, figures }) => kind === 'leaf' && figures.has(column.index));
      return rows.length >= 3 ? [{ table, column, rows }] : [];
    }),
  );

/** "cao nhất là xã An Bình (91,67%)", "Xã Cao Xanh có tỷ lệ … cao nhất". */
function checkBest(checking: Checking, statement: Statement): void {
  const { lists, any, every } = checking.vocabulary;
  const { highest, lowest } = lists.units;
  const names = namedUnits(statement.shown, statement.plain, checking.vocabulary);
  for (const match of statement.plain.matchAll(every(wordsOf(any([...highest, ...lowest]))))) {
    const high = highest.includes(match[0]);
    const figure = statement.items.find(({ role, start }) => role === 'extreme' && start > match.index);
    const until = figure?.start ?? statement.plain.length;
    const behind = names.filter(({ index }) => index > match.index && index < until);
    const ahead = names.filter(({ index }) => index < match.index).slice(-1);
    // "Xã Việt Dân dẫn đầu với 97,5%"
    const leads =
      figure !== undefined &&
      /^\s*(?:với|là|đạt|có|về|,|\()*\s*(?:tỷ lệ |tới )*$/u.test(
        statement.plain.slice(match.index + match[0].length, figure.start),
      );
    const unit = behind[0] ?? (figure === undefined || leads ? ahead[0] : undefined);
    if (unit !== undefined) checkBestUnit(checking, statement, unit.name, high, figure);
  }
}

function checkBestUnit(
  checking: Checking,
  statement: Statement,
  name: string,
  high: boolean,
  figure: Item | undefined,
): void {
  const valueOf = ({ rows, column }: Place): CellFigure | undefined =>
    rows.find(({ label }) => isNamed(label, name))?.figures.get(column.index);
  const places = columnsFor(
    checking,
    statement,
    (place) => figure !== undefined && place.column.kind === 'rate' && valueOf(place)?.value === figure.value,
  ).filter((place) => valueOf(place) !== undefined && (figure === undefined || place.column.kind === 'rate'));
  const isBest = (place: Place): boolean => {
    const value = valueOf(place);
    return (
      value !== undefined && (figure === undefined || isEqual(figure, value)) && placeOf(place, value, high)
    );
  };
  const right = places.find(isBest);
  if (right !== undefined) {
    const value = valueOf(right);
    checking.ledger.right([
      ...(figure === undefined ? [] : [figure]),
      ...(value === undefined ? [] : [value]),
    ]);
    return;
  }
  const exact = places.filter((place) => {
    const value = valueOf(place);
    return figure === undefined || (value !== undefined && isEqual(figure, value));
  });
  const place = exact[0] ?? places[0] ?? bestOfOther(checking, name, high, figure);
  const value = place === undefined ? undefined : valueOf(place);
  if (place === undefined || value === undefined || exact.length > 1) return;
  const best = bestOf(place, high);
  const claim = `${name} ${high ? 'cao nhất' : 'thấp nhất'}${figure === undefined ? '' : ` (${figure.text})`}`;
  const fact =
    `${place.table.place} ghi ${name} ${value.text}, ${high ? 'cao nhất' : 'thấp nhất'} là ${best?.label ?? ''} ${best?.figures.get(place.column.index)?.text ?? ''}`.trim();
  const item = figure ?? statement.items[0] ?? NO_ITEM;
  checking.ledger.found(
    foundIn('verify/extreme-untrue', checking, statement, item, { claim, fact }),
    figure === undefined ? [] : [figure],
  );
}

/** The column whose best or last value is the figure, of another unit than the one named, which has a value there too. */
function bestOfOther(
  checking: Checking,
  name: string,
  high: boolean,
  figure: Item | undefined,
): Place | undefined {
  if (figure === undefined || figure.value % (10n * ONE) === 0n) return undefined;
  if (figure.text.replaceAll(/\D/gu, '').length < TELLING_DIGITS) return undefined;
  return placesIn(checking).find((place) => {
    const own = place.rows.find(({ label }) => isNamed(label, name))?.figures.get(place.column.index);
    const best = bestOf(place, high)?.figures.get(place.column.index);
    return (
      place.column.kind === 'rate' &&
      own !== undefined &&
      !isEqual(figure, own) &&
      best !== undefined &&
      isEqual(figure, best)
    );
  });
}

/** Fewer are often alike by chance, as round ones are: "100%", "90%". */
const TELLING_DIGITS = 3;

const NO_ITEM: Item = {
  kind: 'count',
  role: 'level',
  text: '',
  start: 0,
  end: 0,
  after: 0,
  noun: '',
  value: 0n,
  step: 1n,
};

const isEqual = (left: Amount, right: Amount): boolean => {
  const off = left.value > right.value ? left.value - right.value : right.value - left.value;
  return 2n * off <= left.step + right.step;
};

function placeOf({ rows, column }: Place, value: CellFigure, high: boolean): boolean {
  const { first, last } = placesOf(rows, value, column);
  return high ? first === 1 : last === rows.length;
}

const bestOf = ({ rows, column }: Place, high: boolean): DataRow | undefined =>
  [...rows].sort((left, right) => {
    const a = left.figures.get(column.index)?.value ?? 0n;
    const b = right.figures.get(column.index)?.value ?? 0n;
    return a === b ? 0 : a > b === high ? -1 : 1;
  })[0];

/** "Xã Bãi Cháy đứng thứ 2 về …". */
function checkPlaces(checking: Checking, statement: Statement): void {
  const { lists, any, pattern } = checking.vocabulary;
  const match = pattern(`${wordsOf(any(lists.units.rank))} (\\d{1,3})`).exec(statement.plain);
  const names = namedUnits(statement.shown, statement.plain, checking.vocabulary);
  const unit = match === null ? undefined : names.findLast(({ index }) => index < match.index);
  if (match === null || unit === undefined) return;
  const rank = Number(match[1]);
  const places = columnsFor(checking, statement, () => false).flatMap((place) => {
    const value = place.rows.find(({ label }) => isNamed(label, unit.name))?.figures.get(place.column.index);
    return value === undefined ? [] : [placesOf(place.rows, value, place.column)];
  });
  const [first] = places;
  if (first === undefined || places.some((place) => rank >= place.first && rank <= place.last)) return;
  const claim = `${unit.name} ${match[0]}`;
  const item = { ...NO_ITEM, text: match[1] ?? '', start: match.index };
  checking.ledger.found(
    foundIn('verify/rank-untrue', checking, statement, item, { claim, computed: String(first.first) }),
    [],
  );
}

/** "03/04 xã đạt tỷ lệ … từ 92% trở lên", "05/14 đơn vị thấp hơn mức chung". */
function checkCounts(checking: Checking, statement: Statement, overall: Item | undefined): void {
  for (const { part, whole } of statement.fractions) {
    if (part.role === 'coverage') continue;
    const bound = boundBehind(checking, statement, whole, overall);
    if (bound === undefined) continue;
    const places = columnsCounted(checking, statement, whole, bound.words);
    const counts = places.map(
      ({ rows, column }) => rows.filter((row) => bound.passes(row.figures.get(column.index))).length,
    );
    const [first] = counts;
    if (first === undefined) continue;
    if (counts.some((count) => BigInt(count) * ONE === part.value)) {
      checking.ledger.right([part, whole]);
      continue;
    }
    const claim = `${part.text}/${whole.text} đơn vị ${bound.words}`;
    const fact = `${places[0]?.table.place ?? ''} có ${String(first)} đơn vị`;
    checking.ledger.found(foundIn('verify/unit-count-untrue', checking, statement, part, { claim, fact }), [
      part,
    ]);
  }
}

/** Columns of rates of as many units as were counted; where none is named in full, the only one that has all that was said. */
function columnsCounted(
  checking: Checking,
  statement: Statement,
  { value }: Item,
  said: string,
): readonly Place[] {
  const fits = ({ rows, column }: Place): boolean =>
    column.kind === 'rate' && BigInt(rows.length) * ONE === value;
  const named = columnsFor(checking, statement, () => false).filter(fits);
  if (named.length > 0) return named;
  const words = [...contentWords(plainText(said), checking.vocabulary)].filter(
    (word) => !OF_BOUNDS.includes(word),
  );
  if (words.length < FEWEST_WORDS) return [];
  const alike = placesIn(checking).filter((place) => {
    const head = contentWords(plainText(place.column.path.join(' ')), checking.vocabulary);
    return fits(place) && words.every((word) => head.has(word));
  });
  return alike.length === 1 ? alike : [];
}

const FEWEST_WORDS = 3;
const OF_BOUNDS = ['từ', 'trở', 'lên', 'xuống', 'đều'];

interface Bound {
  readonly words: string;
  readonly passes: (value: CellFigure | undefined) => boolean;
}

function boundBehind(
  { vocabulary }: Checking,
  { items, plain, shown }: Statement,
  counted: Item,
  overall: Item | undefined,
): Bound | undefined {
  const { lists, any, pattern } = vocabulary;
  const next = items.find(({ start, kind }) => start > counted.end && kind === 'percent');
  const right = plain.slice(counted.after, next?.start);
  const average = pattern(`^[^,;.]{0,20}(thấp|cao) hơn (?:${any(lists.units.average)})`).exec(right);
  if (average !== null && overall !== undefined) {
    const low = average[1] === 'thấp';
    return {
      words: average[0].trim(),
      passes: (value) =>
        value !== undefined && (low ? value.value < overall.value : value.value > overall.value),
    };
  }
  if (next === undefined || next.hedge === undefined || /[;.]/u.test(right)) return undefined;
  const { hedge } = next;
  return {
    words: shown.slice(counted.after, next.end).trim(),
    passes: (value) => {
      if (value === undefined) return false;
      if (hedge === 'above') return value.value > next.value;
      if (hedge === 'atLeast') return value.value >= next.value;
      return hedge === 'below' ? value.value < next.value : value.value <= next.value;
    },
  };
}
