/** What a figure counts, where the noun stands before it, is said short, or is pointed back to. */
import { largest } from '../../values/of-many.js';
import type { Vocabulary } from '../words/vocabulary.js';
import type { Figure } from './figure.js';

/** The figures with every noun that the sentence gives them. */
export function withNouns(
  figures: readonly Figure[],
  plain: string,
  vocabulary: Vocabulary,
): readonly Figure[] {
  const named: Figure[] = [];
  // "Số nhà văn hóa … là 47 nhà, năm 2020 là 31 nhà": short in one place, short in all.
  const shortened = new Map<string, string>();
  figures.forEach((figure, index) => {
    const short = plain.slice(figure.end, figure.after).trim();
    const found = withNoun(figure, plain, named.at(-1), figures[index + 1], vocabulary);
    if (short !== '' && found.noun !== figure.noun) shortened.set(short, found.noun);
    named.push({ ...found, noun: shortened.get(short) ?? found.noun });
  });
  return ofRates(withEchoes(inFull(named, plain), plain, vocabulary), plain, vocabulary);
}

/** "58 nhà văn hóa …, nay là 97 nhà": short for what another figure of the sentence counts. */
function inFull(figures: readonly Figure[], plain: string): readonly Figure[] {
  const printed = ({ end, after }: Figure): string => plain.slice(end, after).trim();
  return figures.map((figure) => {
    const short = printed(figure);
    if (short === '' || short.includes(' ')) return figure;
    const long = figures.filter((other) => printed(other).startsWith(`${short} `));
    const [first] = long;
    const isOne = first !== undefined && long.every(({ noun }) => noun === first.noun);
    return isOne ? { ...figure, noun: first.noun } : figure;
  });
}

/** A count without a noun behind it has it before: "số hộ đạt danh hiệu: 12.400", or from its partner in a fraction. */
function withNoun(
  figure: Figure,
  plain: string,
  last: Figure | undefined,
  next: Figure | undefined,
  { nounPattern, nounKey }: Vocabulary,
): Figure {
  if (figure.kind !== 'count') return figure;
  const left = plain.slice(last?.end ?? 0, figure.start).replace(/^.*;/u, '');
  const before = /(?:tổng số|số)( .*)$/u.exec(left)?.[1];
  const noun = before === undefined ? undefined : nounPattern.exec(before)?.[1];
  if (figure.noun !== '') {
    // "Số nhà văn hóa thôn đạt chuẩn là 174 nhà"
    const short = plain.slice(figure.end, figure.after).trim();
    const isShort = noun?.startsWith(`${short} `) === true && /(?:là|đạt|có|còn)\s*$/u.test(left);
    return isShort ? { ...figure, noun: nounKey(noun) } : figure;
  }
  if (next !== undefined && /^\s*\/\s*$/u.test(plain.slice(figure.end, next.start)))
    return { ...figure, noun: next.noun };
  if (noun !== undefined) return { ...figure, noun: nounKey(noun) };
  // "Tổng số cơ quan đăng ký là 96; số được công nhận là 87": of the same things.
  const back = /(?:^|[,;:] )số (?:đã |được |đạt |giữ |còn |chưa )[^,;:]*$/u.test(left.trimStart());
  return back && last?.kind === 'count' ? { ...figure, noun: last.noun } : figure;
}

/** "1.137 đám tang thì 1.089 đám", "19 di tích, có 63,2% di tích": words behind two figures name one kind of thing. */
function withEchoes(figures: readonly Figure[], plain: string, { stopWords }: Vocabulary): readonly Figure[] {
  const wordsOf = ({ kind, end }: Figure): readonly string[] =>
    kind === 'count' || kind === 'percent'
      ? (/^(?: \p{L}+){1,3}/u.exec(plain.slice(end))?.[0] ?? '').split(' ').slice(1)
      : [];
  return figures.map((figure) => {
    const words = wordsOf(figure);
    const [word] = words;
    if (figure.noun !== '' || word === undefined || stopWords.has(word)) return figure;
    const others = figures.filter((other) => other !== figure && wordsOf(other)[0] === word);
    if (others.length === 0) return figure;
    const noun = others.find((other) => other.noun !== '')?.noun ?? word;
    const shared = largest(
      others.map((other) => commonStart(words, wordsOf(other), stopWords)),
      1,
    );
    return { ...figure, noun, after: figure.end + words.slice(0, shared).join(' ').length + 1 };
  });
}

/** "11 dòng họ, tỷ lệ dòng họ có quy ước riêng là 81,8%": the rate is of what was counted before it. */
function ofRates(figures: readonly Figure[], plain: string, { stopWords }: Vocabulary): readonly Figure[] {
  return figures.map((figure) => {
    if (figure.kind !== 'count' || figure.noun !== '') return figure;
    const words = /^ (\p{L}+ (\p{L}+))(?!\p{L})([^;.\d]*)/u.exec(plain.slice(figure.end));
    const [, noun = '', word = '', behind = ''] = words ?? [];
    if (words === null || stopWords.has(word)) return figure;
    const rates = [...behind.matchAll(/tỷ lệ (?:số )?(\p{L}+ \p{L}+)/gu)];
    return rates.some(([, of]) => of === noun)
      ? { ...figure, noun, after: figure.end + noun.length + 1 }
      : figure;
  });
}

/** How many words two phrases begin with alike, up to the first that says nothing. */
function commonStart(
  left: readonly string[],
  right: readonly string[],
  stopWords: ReadonlySet<string>,
): number {
  const end = left.findIndex((word, index) => word !== right[index] || stopWords.has(word));
  return end === -1 ? left.length : end;
}
