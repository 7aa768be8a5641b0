/** The best and the last unit, as sentences name them, held against a table. */
import { ONE, type Amount } from '../amount.js';
import { foundIn, type Checking } from '../checking.js';
import { namedUnits } from '../reading/named-units.js';
import type { Item, Statement } from '../reading/statement.js';
import { placesOf } from '../tables/rates.js';
import type { CellFigure, DataRow } from '../tables/read-table.js';
import { whole as wordsOf } from '../words/vocabulary.js';
import { barelyMeant, columnsFor, isAmongSome, placesIn, valueIn, type Place } from './unit-columns.js';

export function checkClaims(checking: Checking): void {
  const places = placesIn(checking);
  if (places.length === 0) return;
  checking.statements.forEach((statement, index) => {
    if (isAmongSome(statement)) return;
    checkBest(checking, statement, saidOf(checking, statement, checking.statements[index - 1]), places);
  });
}

/** "So với chỉ tiêu …, kết quả …; cao nhất là …": what it is about stands in the sentence before. */
function saidOf(
  { vocabulary: { any, lists, pattern } }: Checking,
  { plain, block }: Statement,
  before: Statement | undefined,
): string {
  const isOfTarget = pattern(`^so với (?:${any(lists.targets.words)})(?!\\p{L})`).test(plain);
  return isOfTarget && before?.block === block ? `${before.plain} ${plain}` : plain;
}

/** "cao nhất là xã An Bình (91,67%)", "Xã Cao Xanh có tỷ lệ … cao nhất". */
function checkBest(checking: Checking, statement: Statement, said: string, all: readonly Place[]): void {
  const { lists, any, every } = checking.vocabulary;
  const { highest, lowest } = lists.units;
  const { items, plain } = statement;
  const names = [
    ...namedUnits(statement.shown, plain, checking.vocabulary),
    ...bareNames(statement, all),
  ].sort((left, right) => left.index - right.index);
  for (const match of plain.matchAll(every(wordsOf(any([...highest, ...lowest]))))) {
    const high = highest.includes(match[0]);
    const until = match.index + match[0].length;
    const next = items.find(({ role, start }) => role === 'extreme' && start > match.index);
    const behind = names.filter(({ index }) => index > match.index && index < (next?.start ?? plain.length));
    const ahead = names.filter(({ index }) => index < match.index).slice(-1);
    // "Xã Việt Dân dẫn đầu với 97,5%", "cao nhất huyện (90,0%)"
    const leads =
      next !== undefined &&
      /^\s*(?:(?:toàn |cả |của |trong )*(?:huyện|tỉnh|xã|thành phố|thị xã|phường|quận))?\s*(?:với|là|đạt|có|về|,|\()*\s*(?:tỷ lệ |tới )*$/u.test(
        plain.slice(until, next.start),
      );
    // "Xã Việt Dân đạt 97,5%, cao nhất huyện; thấp nhất là xã Tam Đa (88%)"
    const last = items.findLast(({ start }) => start < match.index);
    const isAhead =
      last !== undefined &&
      /^[,\s(–-]*(?:là |và )?(?:đơn vị )?(?:có tỷ lệ )?$/u.test(plain.slice(last.end, match.index));
    const isOwn = isAhead && !leads && behind[0] === undefined && last.kind === 'percent';
    const figure = isOwn ? last : next;
    const unit = behind[0] ?? (next === undefined || leads || isOwn ? ahead[0] : undefined);
    if (unit !== undefined)
      checkBestUnit(
        checking,
        statement,
        { ...unit, shown: shownName(statement, unit), said, high, figure },
        all,
      );
  }
}

/** "Xã có tỷ lệ cao nhất là Trà Thủy": a name without its kind, where a row is called so. */
function bareNames(
  { shown, plain }: Statement,
  all: readonly Place[],
): readonly { readonly index: number; readonly name: string }[] {
  const said = /(?<=(?<!\p{L})(?:là|thuộc về) )\p{Lu}[\p{L}’'-]*(?: \p{Lu}[\p{L}’'-]*)*(?: \d{1,2}(?!\d))?/gu;
  return [...shown.matchAll(said)].flatMap(({ index, 0: { length } }) => {
    const name = plain.slice(index, index + length);
    return all.some((place) => valueIn(place, name) !== undefined) ? [{ index, name }] : [];
  });
}

/** With its capitals. */
export const shownName = (
  { shown }: Statement,
  { index, name }: { readonly index: number; readonly name: string },
): string => shown.slice(index, index + name.length);

interface Best {
  readonly name: string;
  readonly shown: string;
  /** The words that say what it is about. */
  readonly said: string;
  readonly high: boolean;
  readonly figure: Item | undefined;
}

function checkBestUnit(
  checking: Checking,
  statement: Statement,
  { name, shown, said, high, figure }: Best,
  all: readonly Place[],
): void {
  const isEqualThere = (place: Place): boolean => {
    const value = valueIn(place, name);
    return value !== undefined && (figure === undefined || isEqual(figure, value));
  };
  const there = all.filter(
    (place) => valueIn(place, name) !== undefined && (figure === undefined || place.column.kind === 'rate'),
  );
  const called = columnsFor(checking, { plain: said }, there);
  const named = called.length > 0 ? called : barelyMeant({ plain: said, block: statement.block }, there);
  // Whatever the heads say, a column that has this value for this unit is one that may be meant.
  const alike =
    figure === undefined
      ? []
      : there.filter((place) => !named.includes(place) && valueIn(place, name)?.value === figure.value);
  const places = [...named, ...alike];
  const right = places.find((place) => isEqualThere(place) && placeOf(place, valueIn(place, name), high));
  if (right !== undefined) {
    const value = valueIn(right, name);
    checking.ledger.right([
      ...(figure === undefined ? [] : [figure]),
      ...(value === undefined ? [] : [value]),
    ]);
    return;
  }
  const exact = places.filter(isEqualThere);
  const place = exact[0] ?? places[0] ?? bestOfOther(all, name, high, figure);
  const value = place === undefined ? undefined : valueIn(place, name);
  if (place === undefined || value === undefined || exact.length > 1) return;
  const best = bestOf(place, high);
  const claim = `${shown} ${high ? 'cao nhất' : 'thấp nhất'}${figure === undefined ? '' : ` (${figure.text})`}`;
  const fact =
    `${place.table.place} ghi ${shown} ${value.text}, ${high ? 'cao nhất' : 'thấp nhất'} là ${best?.label ?? ''} ${best?.figures.get(place.column.index)?.text ?? ''}`.trim();
  const item = figure ?? statement.items[0] ?? NO_ITEM;
  checking.ledger.found(
    foundIn('verify/extreme-untrue', checking, statement, item, { claim, fact }),
    figure === undefined ? [] : [figure],
  );
}

/** The column whose best or last value is the figure, of another unit than the one named, which has a value there too. */
function bestOfOther(
  all: readonly Place[],
  name: string,
  high: boolean,
  figure: Item | undefined,
): Place | undefined {
  if (figure === undefined || figure.value % (10n * ONE) === 0n) return undefined;
  if (figure.text.replaceAll(/\D/gu, '').length < TELLING_DIGITS) return undefined;
  return all.find((place) => {
    const own = valueIn(place, name);
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

export const NO_ITEM: Item = {
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

function placeOf({ rows, column }: Place, value: CellFigure | undefined, high: boolean): boolean {
  if (value === undefined) return false;
  const { first, last } = placesOf(rows, value, column);
  return high ? first === 1 : last === rows.length;
}

const bestOf = ({ rows, column }: Place, high: boolean): DataRow | undefined =>
  [...rows].sort((left, right) => {
    const a = left.figures.get(column.index)?.value ?? 0n;
    const b = right.figures.get(column.index)?.value ?? 0n;
    return a === b ? 0 : a > b === high ? -1 : 1;
  })[0];
