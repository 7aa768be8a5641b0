/** How many units lie over or under a bound, counted in the table: "03/04 xã đạt tỷ lệ … từ 92% trở lên". */
import { ONE } from '../amount.js';
import { foundIn, type Checking } from '../checking.js';
import { isOverall, type Item, type Statement } from '../reading/statement.js';
import type { CellFigure } from '../tables/read-table.js';
import { subjectOf } from '../tables/subjects.js';
import { contentWords, subject } from '../words/content-words.js';
import { plainText } from '../words/plain-text.js';
import { barelyMeant, columnsFor, placesIn, type Place } from './unit-columns.js';

export function checkCountedUnits(checking: Checking): void {
  const places = placesIn(checking);
  if (places.length === 0) return;
  let overall: Item | undefined;
  let block = -1;
  for (const statement of checking.statements) {
    if (statement.block !== block) overall = undefined;
    block = statement.block;
    overall = statement.items.findLast((item) => isOverall(item) && item.kind === 'percent') ?? overall;
    checkCounts(checking, statement, overall, places);
  }
}

/** What was counted: the upper half of a fraction and its whole, or a bare count of units. */
interface Counted {
  readonly part: Item;
  readonly whole?: Item;
}

function countedIn({ items, fractions, plain }: Statement): readonly Counted[] {
  const halves = new Set(fractions.flatMap(({ part, whole }) => [part, whole]));
  return [
    ...fractions.filter(({ part }) => part.role !== 'coverage'),
    ...items
      .filter(
        (item) =>
          item.kind === 'count' && item.role === 'level' && item.hedge === undefined && !halves.has(item),
      )
      // "3 xã vùng thấp đạt …": some of the units only.
      .filter(({ after }) =>
        /^ (?:đều |đã |cùng )*(?:có|đạt|thấp hơn|cao hơn|vượt|dưới|trên|từ|giữ)(?!\p{L})/u.test(
          plain.slice(after),
        ),
      )
      .map((part) => ({ part })),
  ];
}

/** "03/04 xã đạt tỷ lệ … từ 92% trở lên", "05/14 đơn vị thấp hơn mức chung", "có 2 xã dưới 88%". */
function checkCounts(
  checking: Checking,
  statement: Statement,
  overall: Item | undefined,
  all: readonly Place[],
): void {
  for (const { part, whole } of countedIn(statement)) {
    const last = whole ?? part;
    const bound = boundBehind(checking, statement, last, overall);
    if (bound === undefined) continue;
    const clause = statement.plain.slice(statement.items.findLast(({ end }) => end < part.start)?.after ?? 0);
    const there = all.filter(fitsTo(checking, part, whole));
    const near = columnsCounted(checking, clause, bound.words, there);
    const called = near.length > 0 ? near : columnsFor(checking, statement, there);
    const bare = { plain: statement.plain.slice(part.start), block: statement.block };
    const places = called.length > 0 ? called : barelyMeant(bare, there);
    const counts = places.map(
      ({ rows, column }) => rows.filter((row) => bound.passes(row.figures.get(column.index))).length,
    );
    const [first] = counts;
    if (first === undefined) continue;
    if (counts.some((count) => BigInt(count) * ONE === part.value)) {
      checking.ledger.right(whole === undefined ? [part] : [part, whole]);
      continue;
    }
    const claim = `${part.text}${whole === undefined ? '' : `/${whole.text}`} đơn vị ${bound.words}`;
    const fact = `${places[0]?.table.place ?? ''} có ${String(first)} đơn vị`;
    checking.ledger.found(foundIn('verify/unit-count-untrue', checking, statement, part, { claim, fact }), [
      part,
    ]);
  }
}

/** Rates of as many units as there are; without a whole, of units that are called as the counted ones are. */
const fitsTo =
  ({ vocabulary }: Checking, part: Item, whole: Item | undefined) =>
  ({ rows, column, table }: Place): boolean => {
    if (column.kind !== 'rate') return false;
    if (whole !== undefined) return BigInt(rows.length) * ONE === whole.value;
    const kindOf = (text = ''): string | undefined => vocabulary.nounAt(plainText(text))?.key;
    const head = table.columns.find(({ kind }) => kind === 'label')?.path.at(-1);
    const kind = kindOf(rows[0]?.label) ?? kindOf(head);
    return part.noun !== '' && kind === part.noun;
  };

/** Columns of what is said; where none is named in full, the only one that has all that was said. */
function columnsCounted(
  checking: Checking,
  clause: string,
  said: string,
  places: readonly Place[],
): readonly Place[] {
  const named = columnsFor(checking, { plain: clause }, places);
  if (named.length > 0) return named;
  const words = [...subject(contentWords(plainText(said), checking.vocabulary))].filter(
    (word) => !OF_BOUNDS.includes(word),
  );
  if (words.length < FEWEST_WORDS) return [];
  const alike = places.filter(({ table, column }) => {
    const head = subjectOf(checking, table, column).words;
    return words.every((word) => head.has(word));
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
