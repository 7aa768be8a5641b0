/** The figures of one sentence, with scale, sign, noun and hedge. */
import { defined } from '../../values/defined.js';
import { amountOf, type Amount } from '../amount.js';
import { whole, type Vocabulary } from '../words/vocabulary.js';
import type { HedgeKind } from '../words/words-schema.js';
import type { Figure, FigureKind, Unread } from './figure.js';
import { notFigures } from './not-figures.js';
import { wordedNumbers } from './worded.js';

export interface FoundFigures {
  readonly figures: readonly Figure[];
  readonly unread: readonly Unread[];
  /** Digits that are dates, numbers of documents … */
  readonly others: number;
}

const NUMBER = /(?<![\p{L}\p{N}])\d+(?:[.,]\d+)*(?![\p{L}\p{N}])/gu;
const SIGNS: readonly (readonly [FigureKind, RegExp])[] = [
  ['points', /^\s*(?:điểm phần trăm|điểm %|điểm%|% điểm)/u],
  ['percent', /^\s?(?:%|phần trăm)/u],
  ['times', /^ lần(?!\p{L})/u],
];

export function findFigures(shown: string, plain: string, vocabulary: Vocabulary): FoundFigures {
  const skipped = notFigures(shown, plain, vocabulary);
  const figures: Figure[] = [];
  const unread: Unread[] = [];
  let others = 0;
  let last = 0;
  for (const match of plain.matchAll(NUMBER)) {
    const start = match.index;
    if (start < last) continue;
    if (skipped.some((span) => start < span.end && start + match[0].length > span.start)) {
      others += 1;
      continue;
    }
    const figure = readFigure(match[0], start, shown, plain, vocabulary);
    if (figure === undefined) unread.push({ text: match[0], start });
    else figures.push(figure);
    last = figure?.end ?? start + match[0].length;
  }
  return { figures: [...figures, ...inWords(shown, plain, vocabulary)].sort(byStart), unread, others };
}

const byStart = (left: Figure, right: Figure): number => left.start - right.start;

function inWords(shown: string, plain: string, vocabulary: Vocabulary): readonly Figure[] {
  return wordedNumbers(shown, plain, vocabulary).map((one) => {
    const noun = vocabulary.nounAt(plain.slice(one.end));
    const hedge = hedgeBefore(plain.slice(0, one.start), plain.slice(one.end), vocabulary);
    return {
      ...one,
      text: shown.slice(one.start, one.end),
      after: one.end + (noun?.length ?? 0),
      noun: noun?.key ?? '',
      ...defined({ hedge }),
    };
  });
}

function readFigure(
  digits: string,
  start: number,
  shown: string,
  plain: string,
  vocabulary: Vocabulary,
): Figure | undefined {
  const { scale, tail } = scaleBehind(plain.slice(start + digits.length), vocabulary);
  const behind = start + digits.length + tail.length;
  const sign = SIGNS.map(([kind, pattern]) => ({ kind, mark: pattern.exec(plain.slice(behind))?.[0] })).find(
    ({ mark }) => mark !== undefined,
  );
  const kind = sign?.kind ?? 'count';
  const end = behind + (sign?.mark?.length ?? 0);
  const readings = amountsOf(digits, scale, kind, /\d+/u.exec(tail)?.[0]);
  const [first, other] = readings;
  if (first === undefined) return undefined;
  const noun = vocabulary.nounAt(plain.slice(end));
  const hedge = hedgeBefore(plain.slice(0, start), plain.slice(end), vocabulary, scale > 0 ? '' : digits);
  return {
    ...first,
    kind,
    text: shown.slice(start, end),
    start,
    end,
    after: end + (noun?.length ?? 0),
    noun: noun?.key ?? '',
    ...defined({ hedge, other, scaled: scale > 0 && !/\d/u.test(tail) ? (true as const) : undefined }),
  };
}

/** " triệu", " ngàn 890": zeros and the text they are said with. */
function scaleBehind(rest: string, { lists, any, pattern }: Vocabulary): { scale: number; tail: string } {
  // "450 tr.đ"
  const match = pattern(
    `^\\s?(${any(Object.keys(lists.scales))})(?:(?<=\\.)(?=\\s?đ)|(?<!\\.)(?!\\p{L}))( \\d{3}(?![\\d.,]))?`,
  ).exec(rest);
  const [tail = '', word = ''] = match ?? [];
  return { scale: lists.scales[word] ?? 0, tail };
}

/** The readings of the digits, the likelier first; none when they are no number. */
function amountsOf(digits: string, scale: number, kind: FigureKind, units?: string): readonly Amount[] {
  const exact = scale > 0 || kind !== 'count';
  const grouped = /^(\d{1,3}(?:\.\d{3})+)(?:,(\d+))?$/u.exec(digits);
  if (grouped !== null && !(kind !== 'count' && grouped[2] === undefined && !/\..*\./u.test(digits)))
    return present([amountOf((grouped[1] ?? '').replaceAll('.', ''), grouped[2] ?? '', scale)]);
  const commas = /^(\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/u.exec(digits);
  const plain = /^(\d+)(?:[.,](\d+))?$/u.exec(digits);
  const decimal = plain === null ? undefined : amountOf(plain[1] ?? '', plain[2] ?? '', scale);
  if (commas !== null && !exact && !digits.startsWith('0'))
    return present([amountOf((commas[1] ?? '').replaceAll(',', ''), commas[2] ?? ''), decimal]);
  if (decimal === undefined || units === undefined) return present([decimal]);
  const rest = amountOf(units, '');
  return rest === undefined ? [] : [{ value: decimal.value + rest.value, step: rest.step }];
}

const present = (amounts: readonly (Amount | undefined)[]): readonly Amount[] =>
  amounts.filter((amount) => amount !== undefined);

/** "Trên 30.115 hộ của thành phố, …": nobody hedges a number to its last digit; it is what shares are of. */
const isStroke = (left: string, digits: string): boolean =>
  /(?:^|[.;:] ?)trên\s*$/u.test(left) &&
  /^\d{1,3}(?:\.\d{3})+$|^\d{3,}$/u.test(digits) &&
  !digits.endsWith('0');

/** "trên", "gần" before the number; "thấp hơn" is a comparison and "từ" alone a beginning. */
function hedgeBefore(
  left: string,
  right: string,
  vocabulary: Vocabulary,
  digits = '',
): HedgeKind | undefined {
  const { lists, any, pattern, hedgePattern, hedgeOf } = vocabulary;
  const word = hedgePattern.exec(left)?.[0].trim();
  if (word === undefined || pattern(`${whole(any(lists.notHedges))}\\s*$`).test(left)) return undefined;
  const { up, down } = lists.changes;
  if (pattern(`${whole(any([...up, ...down]))}\\s*$`).test(left)) return undefined;
  if (word === 'trên' && isStroke(left, digits)) return undefined;
  const kind = hedgeOf(word);
  return kind === 'atLeast' && word === 'từ' && !/^ (?:\S+ ){0,4}trở lên/u.test(right) ? undefined : kind;
}
