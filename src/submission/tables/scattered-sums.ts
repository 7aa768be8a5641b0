/**
 * Rows that are the sum of others lying anywhere in the table, as after sorting by name, and rows that say another row
 * again. Of n rows there are 2ⁿ groups, so that many digits have to agree.
 */
import {
  agreeing,
  compare,
  digitsApart,
  equalColumns,
  fullestColumns,
  rowsBut,
  someFigure,
  stepsOf,
  sumsOf,
  sumsOfRow,
  type FigureRows,
  type Run,
} from './row-sums.js';
import { copyEvidence } from './copy-evidence.js';
import { sumsElsewhere } from './sums-elsewhere.js';

/** Beyond these the groups are too many to be told from chance, and to be tried. */
const MOST_ROWS = 22;
/** Of small figures any number of groups make one: which of them is meant nobody can tell, and trying them takes its time. */
const MOST_GROUPS = 4000;
/** Two columns agree in some group of ten rows by chance. */
const FEWEST_COLUMNS = 3;
/** Digits that rows which are the same agree in, chance taken off. */
const SAME = 1.4;
/** The same where they say one figure only. */
const SAME_IN_ONE = 3;
/** Figures of two columns in one number, which adds up as they do. */
const SECOND = 1_000_003;

/** Sums of runs of rows and of rows that lie scattered, and rows that are others again. */
export function sumsAway(rows: FigureRows, known: ReadonlySet<number>): readonly Run[] {
  let found = sumsElsewhere(rows, known);
  for (const more of [scatteredSums, sameRows])
    found = [...found, ...more(rows, new Set([...known, ...found.map(({ row }) => row)]))];
  return found;
}

/** For each row outside `found` the group that it is the sum of, if there is one; digits that chance explains are taken off. */
function scatteredSums(rows: FigureRows, found: ReadonlySet<number>): readonly Run[] {
  const all = rowsBut(rows, (row) => found.has(row));
  const [first, second] = fullestColumns(rows, all);
  if (first === undefined || second === undefined) return [];
  const figure = (row: number, at: number): number => rows.numbers[row * rows.fields.length + at] ?? 0;
  const key = (row: number): number => figure(row, first) + figure(row, second) * SECOND;
  // A row that is still blank would belong to every group as well as not.
  const left = all.filter((row) => key(row) > 0);
  if (left.length < 3 || left.length > MOST_ROWS) return [];
  const keys = left.map(key);
  const groups = groupsByKey(keys);
  const byChance = (left.length - 1) * Math.log10(2);
  return left.flatMap((row, place) => {
    let tried = 0;
    for (const group of groups.of(place)) {
      tried += 1;
      if (tried > MOST_GROUPS) return [];
      const over = group.flatMap((at) => left[at] ?? []);
      const sums = sumsOf(rows, over);
      const { filled, equal } = compare(rows, row, sums);
      if (over.length < 2 || equal < filled) continue;
      const columns = equalColumns(rows, row, sums);
      const agreed = agreeing(rows, row, columns, over);
      if (agreed.columns < FEWEST_COLUMNS) continue;
      const digits = digitsApart(stepsOf(rows, row, columns, over)) - byChance;
      return [{ row, over, ...agreed, digits, block: false, elsewhere: true }];
    }
    return [];
  });
}

/** Rows below others whose figures are the same in every column that says something. */
function sameRows(rows: FigureRows, found: ReadonlySet<number>): readonly Run[] {
  const left = rowsBut(rows, (row) => found.has(row) || !someFigure(rows, row, (one) => one > 0));
  const evidence = copyEvidence(rows, left);
  const firstWith = new Map<string, number>();
  return left.flatMap((row): readonly Run[] => {
    const figures = sumsOfRow(rows, row);
    const key = figures.join();
    const before = firstWith.get(key);
    if (before === undefined) {
      firstWith.set(key, row);
      return [];
    }
    const [columns, over] = [equalColumns(rows, row, figures), [before]];
    const digits = evidence(row, columns);
    const agreed = agreeing(rows, row, columns, over);
    if (digits < (agreed.columns > 1 ? SAME : SAME_IN_ONE)) return [];
    return [{ row, over, ...agreed, digits, block: false, elsewhere: true }];
  });
}

/** Which of the keys make one of them together: all groups of one half are held against all of the other. */
function groupsByKey(keys: readonly number[]): {
  readonly of: (place: number) => Iterable<readonly number[]>;
} {
  const half = keys.length >> 1;
  const ahead = sortedGroups(keys.slice(0, half));
  const behind = sortedGroups(keys.slice(half));
  const isIn = (place: number, first: number, second: number): boolean =>
    ((place < half ? first >> place : second >> (place - half)) & 1) === 1;
  const of = function* (place: number): Iterable<readonly number[]> {
    const wanted = keys[place] ?? 0;
    let top = ahead.sums.length - 1;
    for (let at = 0; at < behind.sums.length; at += 1) {
      const sum = behind.sums[at] ?? 0;
      if (sum > wanted) return;
      while (top >= 0 && (ahead.sums[top] ?? 0) + sum > wanted) top -= 1;
      for (let equal = top; equal >= 0 && (ahead.sums[equal] ?? 0) + sum === wanted; equal -= 1) {
        const [first, second] = [ahead.groups[equal] ?? 0, behind.groups[at] ?? 0];
        if (!isIn(place, first, second))
          yield keys.flatMap((_, one) => (isIn(one, first, second) ? [one] : []));
      }
    }
  };
  return { of };
}

/** The sums of all groups of the keys in ascending order; bit k of a group: the key k is in it. */
function sortedGroups(keys: readonly number[]): {
  readonly sums: Float64Array;
  readonly groups: Int32Array;
} {
  let [sums, groups] = [new Float64Array(1), new Int32Array(1)];
  for (const [at, key] of keys.entries()) {
    const size = sums.length;
    const [nextSums, nextGroups] = [new Float64Array(size * 2), new Int32Array(size * 2)];
    for (let without = 0, within = 0, to = 0; to < size * 2; to += 1) {
      const [plain, more] = [sums[without] ?? Infinity, (sums[within] ?? Infinity) + key];
      const isPlain = plain <= more;
      nextSums[to] = isPlain ? plain : more;
      nextGroups[to] = isPlain ? (groups[without] ?? 0) : (groups[within] ?? 0) | (1 << at);
      if (isPlain) without += 1;
      else within += 1;
    }
    [sums, groups] = [nextSums, nextGroups];
  }
  return { sums, groups };
}
