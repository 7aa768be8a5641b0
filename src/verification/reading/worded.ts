/** Numbers in words, where they say something that can be held against figures: "ba phần tư số hộ", "bốn xã gồm A, B …". */
import { ONE, type Amount } from '../amount.js';
import { whole, type Vocabulary } from '../words/vocabulary.js';
import type { FigureKind } from './figure.js';

export interface Worded extends Amount {
  readonly kind: FigureKind;
  readonly start: number;
  readonly end: number;
}

/** A fraction in words is meant to one percent or so. */
const LOOSE = 2n * ONE;

/** `shown` tells names by their capitals. */
export function wordedNumbers(shown: string, plain: string, vocabulary: Vocabulary): readonly Worded[] {
  return [...shares(plain, vocabulary), ...times(plain, vocabulary), ...counts(shown, plain, vocabulary)];
}

/** "hai phần ba", "một nửa số thôn", "quá nửa". */
function shares(plain: string, { lists, any, every }: Vocabulary): readonly Worded[] {
  const numbers = any(Object.keys(lists.numbers));
  const parts = every(whole(`(${numbers}) phần (tư|${numbers})`));
  const halves = every(
    `(?<!\\p{L})(?:(?:một )?nửa(?= (?:tổng )?số )|(?<=(?:${any([...lists.changes.up, ...lists.changes.down])}) (?:gần |hơn |khoảng )?)(?:một )?nửa(?!\\p{L}))`,
  );
  const found = [...plain.matchAll(parts)].flatMap((match): readonly Worded[] => {
    const [text, above = '', below = ''] = match;
    const upper = lists.numbers[above] ?? 0;
    const lower = below === 'tư' ? 4 : (lists.numbers[below] ?? 0);
    if (upper === 0 || lower <= upper) return [];
    const value = (BigInt(upper) * 100n * ONE) / BigInt(lower);
    return [{ kind: 'percent', value, step: LOOSE, start: match.index, end: match.index + text.length }];
  });
  const half = [...plain.matchAll(halves)].map((match): Worded => ({
    kind: 'percent',
    value: 50n * ONE,
    step: LOOSE,
    start: match.index,
    end: match.index + match[0].length,
  }));
  return [...found, ...half];
}

/** "gấp đôi", "gấp rưỡi", "gấp ba lần": how many times as much; not "gấp năm 2023". */
function times(plain: string, { lists, any, every }: Vocabulary): readonly Worded[] {
  const several = any(Object.keys(lists.numbers));
  const said = every(`(?<!\\p{L})gấp (?:(đôi|rưỡi|ba|bốn)(?: lần)?|(${several}) lần)(?!\\p{L})`);
  return [...plain.matchAll(said)].flatMap((match): readonly Worded[] => {
    const word = match[1] ?? match[2] ?? '';
    const value =
      word === 'đôi' ? 2n * ONE : word === 'rưỡi' ? (3n * ONE) / 2n : BigInt(lists.numbers[word] ?? 0) * ONE;
    const step = ONE / TENTH;
    return value === 0n
      ? []
      : [{ kind: 'times', value, step, start: match.index, end: match.index + match[0].length }];
  });
}

/** Nobody says "gấp đôi" of 2,2. */
const TENTH = 5n;

/** "Bốn xã về đích gồm Hợp Thành, Cao Nhân …": only before a list of names, which says how many there are. */
function counts(shown: string, plain: string, { lists, any, every, pattern }: Vocabulary): readonly Worded[] {
  const some = Object.keys(lists.numbers).filter((word) => lists.numbers[word] !== 1);
  const places = any([...lists.units.kinds, 'đơn vị', 'tập thể', 'địa phương']);
  const counted = every(
    `(?<![\\p{L}\\p{N}])(?<!(?:trong|cuối|đầu|hằng|hàng|mỗi|từng|các|những|thứ|phường|xã|thôn) )(${any(some)})(?= (?:${places})(?!\\p{L}))`,
  );
  const opened = pattern(
    `^(?:[^\\d.,;:()]|\\d[\\d.,]*\\s?%){0,70}?(?:${whole(any([...lists.parts.all, 'là', 'đó là']))}|:|\\()(?: các)?\\s*`,
  );
  return [...plain.matchAll(counted)].flatMap((match): readonly Worded[] => {
    const end = match.index + match[0].length;
    const open = opened.exec(plain.slice(end));
    const names = open === null ? '' : shown.slice(end + open[0].length);
    if (!/^(?:\p{Ll}+ )?\p{Lu}\p{L}*/u.test(names)) return [];
    const value = BigInt(lists.numbers[match[1] ?? ''] ?? 0) * ONE;
    return [{ kind: 'count', value, step: ONE, start: match.index, end }];
  });
}
