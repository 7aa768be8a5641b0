/** "Bình Sơn là 94,1%, Trà Bồng 81,6%, phường 3 (96,3%)": values that a sentence tells one after the other, each behind its name. */
import type { Vocabulary } from '../words/vocabulary.js';
import type { Item, Statement } from './statement.js';

export interface NamedValue {
  /** In small letters, without the kind of the place. */
  readonly name: string;
  readonly shown: string;
  /** Where the name begins. */
  readonly start: number;
  readonly item: Item;
}

/** Between a name and its value. */
const FILLER = String.raw`(?: (?:hiện |đã |cũng )?(?:có|đạt|là|với|chiếm|được|tỷ lệ))*(?:\s*[:(]| )\s*`;
/** Between a value and the next name. */
const JOINED = /^\s*\)?(?:\s*[,;]|\s*,? và|\s*,? còn|\s*,? rồi đến)?\s*$/u;

/** The longest run of values of one kind; none where fewer than two are told. */
export function namedValues(statement: Statement, vocabulary: Vocabulary): readonly NamedValue[] {
  let best: readonly NamedValue[] = [];
  let run: NamedValue[] = [];
  for (const item of statement.items) {
    const named = nameBefore(statement, item, vocabulary);
    const last = run.at(-1);
    const goesOn =
      named !== undefined &&
      last?.item.kind === item.kind &&
      last.item.noun === item.noun &&
      JOINED.test(statement.plain.slice(last.item.after, named.start));
    run = named === undefined ? [] : goesOn ? [...run, named] : [named];
    if (run.length > best.length) best = run;
  }
  return best.length < 2 || new Set(best.map(({ name }) => name)).size < best.length ? [] : best;
}

const isValue = ({ kind, role, hedge }: Item): boolean =>
  (kind === 'percent' || kind === 'count') && (role === 'level' || role === 'extreme') && hedge === undefined;

function nameBefore(
  { shown, plain, items }: Statement,
  item: Item,
  { lists, any, pattern }: Vocabulary,
): NamedValue | undefined {
  if (!isValue(item)) return undefined;
  const from = items[items.indexOf(item) - 1]?.after ?? 0;
  const kinds = any(lists.units.kinds);
  const filler = pattern(`${FILLER}$`).exec(plain.slice(from, item.start));
  if (filler === null) return undefined;
  const left = shown.slice(from, from + filler.index);
  const match =
    /(?:(?<=^|[^\p{L}]))(?:\p{Lu}[\p{L}’'-]*)(?: \p{Lu}[\p{L}’'-]*)*(?: \d{1,2})?$/u.exec(left) ??
    pattern(`(?<!\\p{L})(?:(?:${kinds}|tổ|cụm|khu|khối) \\d{1,2}|${any(lists.units.regions)})$`).exec(
      left.toLowerCase(),
    );
  if (match === null) return undefined;
  const kind = pattern(`(?<!\\p{L})(?:${kinds}) $`).exec(left.slice(0, match.index).toLowerCase());
  const start = from + (kind?.index ?? match.index);
  const name = plainName(plain.slice(from + match.index, from + filler.index), { lists, any, pattern });
  // The first word of a sentence has a capital without being a name.
  const isOpening = start === 0 && kind === null && !/[ \d]/u.test(match[0]);
  return isOpening || name === ''
    ? undefined
    : { name, shown: shown.slice(start, from + filler.index), start, item };
}

/** "xã hương sơn", "hương sơn". */
export const plainName = (
  text: string,
  { lists, any, pattern }: Pick<Vocabulary, 'lists' | 'any' | 'pattern'>,
): string => text.replace(pattern(`^(?:${any(lists.units.kinds)}) (?=\\p{L})`), '').trim();
