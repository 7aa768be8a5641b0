/** Digits that are no figures: dates, years, numbers of documents, clauses, villages, list marks. */
import { whole, type Vocabulary } from '../words/vocabulary.js';

export interface Span {
  readonly start: number;
  readonly end: number;
}

// In the text as printed: capitals matter.
/** 86/2023/NĐ-CP, 18/BC-BCĐ, 2440/BVHTTDL-VHCSGĐTV */
const DOCUMENT = /(?<!\d)\d+(?:\/\d+)*\/\s?\p{Lu}{2}[\p{L}\d]*(?:-[\p{L}\d]+)*/gu;
/** Móng Cái 1, but not behind the first word of a sentence. */
const NAME = /(?<=[\p{L},] (?:\p{Lu}\p{L}* )*\p{Lu}\p{L}* )\d{1,3}(?![\d.,/]*[\d%]|\s*%|\/)/gu;
/** từ 1/11 đến 18/11, but not "tăng từ 9/12 lên 11/12 xã" */
const DAYS =
  /(?<!(?:tăng|giảm|nâng) )(?<=(?:^|[^\p{L}])từ )\d{1,2}(?:\/(?:0?[1-9]|1[0-2]))? (?:đến|tới|-|–) \d{1,2}\/(?:0?[1-9]|1[0-2])(?![\d/]|\s?%)/gu;
/** 1. Tuyên truyền */
const LIST_MARK = /(?<=^|[:;.] )\(?\d{1,2}[.)](?= \p{Lu})/gu;

/** In small letters. */
const PLAIN: readonly RegExp[] = [
  /(?<![\d/])\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?![\d/])/gu,
  /(?<=(?:ngày|đêm|tối|sáng|chiều|mồng|lễ|đường) (?:\d{1,2}(?: đến| -| –| và|,) )*)\d{1,2}\/\d{1,2}(?![\d/])/gu,
  // "Đến 30/11, tỉnh đã thẩm định …"; not "nâng lên 9/12, …".
  /(?<=(?:^|[^\p{L}])(?<!lên )(?:đến|trước|sau|hết|vào|hạn) )(?:[12]?\d|3[01]|0\d)\/(?:0?[1-9]|1[0-2])(?=[,;]| (?:hằng|hàng) năm)/gu,
  /(?<![\d/.,])(?:\d{1,2} (?:đến|-|–) )?\d{1,2}(?:\/\d{1,2})?(?= (?:âm|dương) lịch)/gu,
  /(?<=(?:tháng|quý|thông tư|quyết định|qđ|nghị định|luật|số) )\d{1,3}\/(?:19|20)\d\d(?!\d)/gu,
  /(?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d(?!\d)/gu,
  /(?<=(?:^|[^\p{L}])năm )(?:19|20)\d\d(?:(?:,| và|;) (?:19|20)\d\d)*(?![\d.,]\d)/gu,
  /\d{1,2}h\d{0,2}|24\/(?:7|24)/gu,
  /(?<![\d.,])0\d{8,10}(?!\d)/gu,
  /covid-?\s?19/gu,
  // Columns of a table: "ở cột (4), (5)".
  /(?<=(?:^|[^\p{L}])cột (?:\(\d{1,3}\)(?:,| và) )*)\(\d{1,3}\)/gu,
];

const YEAR = /(?<![\d.,/])(?:19[4-9]|20\d)\d(?![\d.,/]*\d|\s?%)/gu;

/** Spans of the sentence in which digits are no figures. */
export function notFigures(shown: string, plain: string, vocabulary: Vocabulary): readonly Span[] {
  const { lists, any, every, nounPattern } = vocabulary;
  const { before, after } = lists.notFigures;
  const numbered = every(
    `(?<!\\p{L})(?<!(?:tổng|trong|trên|các|mỗi|từng|tiêu|kiểu|toàn|cả|gương|mô|truyền|trực|trọng|phân) )(${any(before)}) (\\d{1,3})(?![\\d.,/]*[\\d%]|\\s?%|/| (?:${any(Object.keys(lists.scales))})(?!\\p{L}))`,
  );
  const timed = every(
    `(?<![\\d.,/])\\d{1,3} (?:${any(after)})(?!\\p{L})(?! (?:(?:19|20)\\d\\d|hội|công)(?!\\p{L}))(?<!\\d{3} năm(?= (?:nay|ngoái|trước)))`,
  );
  const counted = ({ end }: Span): boolean => nounPattern.test(plain.slice(end));
  return [
    ...spansOf(shown, DOCUMENT),
    ...spansOf(shown, NAME).filter(
      (span) => !counted(span) && !isCount(plain, span) && !isCountedAgain(plain, span, vocabulary),
    ),
    ...spansOf(plain, DAYS).filter((span) => !counted(span)),
    ...spansOf(shown, LIST_MARK),
    ...PLAIN.flatMap((pattern) => spansOf(plain, pattern)),
    ...spansOf(plain, YEAR).filter((span) => !counted(span)),
    ...[...plain.matchAll(numbered)].flatMap((match) => {
      const [text, word = ''] = match;
      const end = match.index + text.length;
      // "Số 18" is a document, "số 18 hộ" a count; "biểu 202 hộ" is the end of "tiêu biểu".
      return ['số', 'biểu', 'mẫu', 'điểm', 'hình', 'loại'].includes(word) &&
        nounPattern.test(plain.slice(end))
        ? []
        : [{ start: match.index, end }];
    }),
    ...spansOf(plain, timed),
    ...rankSpans(plain, vocabulary),
  ];
}

/** "phường Hải Châu 33 giải": no ward has such a number, and something is counted. */
const isCount = (plain: string, { start, end }: Span): boolean =>
  Number(plain.slice(start, end)) > MOST_IN_NAMES && /^ \p{L}+(?:[,;.)]| và )/u.test(plain.slice(end));

/** "xã Tam Đa 13 giải, xã Văn Môn 9 giải": the same is counted beside. */
function isCountedAgain(plain: string, { end }: Span, { stopWords }: Vocabulary): boolean {
  const word = /^ (\p{L}+)/u.exec(plain.slice(end))?.[1];
  if (word === undefined || stopWords.has(word)) return false;
  return [...plain.matchAll(/\d (\p{L}+)/gu)].some((match) => match[1] === word && match.index + 1 !== end);
}

const MOST_IN_NAMES = 12;

const spansOf = (text: string, pattern: RegExp): readonly Span[] =>
  [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }));

/** "Đứng thứ 2" is checked as a rank, not as a figure. */
const rankSpans = (plain: string, { lists, any, every }: Vocabulary): readonly Span[] =>
  spansOf(plain, every(`${whole(any(lists.units.rank))} \\d{1,3}`));
