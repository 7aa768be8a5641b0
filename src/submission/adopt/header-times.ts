/**
 * What a header says of the time of its figures: a month, a quarter or half of the year, several years, another year. A
 * figure of such a time is never that of the period, whatever else the header says.
 */
import { cleanText } from '../../values/vietnamese-text.js';

/** The period of the report, as far as a header may speak of it. */
export interface TimeAsked {
  readonly year: number;
  readonly isHalf: boolean;
}

/** What was done since the year began: beside "Trong tháng" and "Thực hiện" it is the figure of the period. */
const CUMULATIVE =
  /(?<!\p{L})(?:lũy kế|luỹ kế|cộng dồn|từ đầu năm|(?:tính )?đến (?:hết )?(?:tháng|quý|ngày))(?!\p{L})/iu;
/** Of several years: never the figure of one. */
const SEVERAL_YEARS = /(?<!\p{L})(?:giai đoạn|các năm|nhiều năm|đến nay|20\d\d\s*[-–]\s*20\d\d)(?!\p{L})/iu;
/** A month, a quarter, nine months or the second half: never the figure of a half-year or year. */
const OF_A_PART =
  /(?<!\p{L})(?:(?:trong )?tháng(?: (?:này|báo cáo|trước)| \d{1,2}(?![\p{L}\d]))|trong tháng|(?:trong )?quý(?: (?:này|trước)| [ivx\d]+(?!\p{L}))|(?:3|03|9|09|ba|chín) tháng|(?:6|06|sáu) tháng cuối(?: năm)?|nửa cuối năm)(?!\p{L})/iu;
const HALF = /(?<!\p{L})(?:(?:6|06|sáu) tháng(?! cuối)|nửa (?:đầu )?năm)(?!\p{L})/iu;
const WHOLE = /(?<!\p{L})(?:cả năm|toàn năm|trọn năm)(?!\p{L})/iu;
/** "năm 2022", "31/12/2022"; the number of a document is none: "86/2023/NĐ-CP". */
const YEARS = /(?<![\d])20\d\d(?![\d]|\s*[/-]\s*(?:NĐ|QĐ|TT|NQ|HD|KH|CT|UBND))/gu;

/** "Cư trú từ 6 tháng trở lên", "tạm trú dưới 3 tháng", "đủ 6 tháng": who is counted, not when. */
const DURATION =
  /(?<!\p{L})(?:(?:từ|trên|dưới|quá|ít nhất|tối thiểu)(?: đủ)?|đủ) \d{1,2} tháng(?! (?:đầu|cuối|năm))(?: trở (?:lên|xuống))?|\d{1,2} tháng trở (?:lên|xuống)/giu;

const textOf = (path: readonly string[]): string =>
  cleanText(path.join(' ')).normalize('NFC').replaceAll(DURATION, '');

export const isCumulative = (path: readonly string[]): boolean => CUMULATIVE.test(textOf(path));
export const ofHalf = (path: readonly string[]): boolean => HALF.test(textOf(path));
export const ofSeveralYears = (path: readonly string[]): boolean => SEVERAL_YEARS.test(textOf(path));

/** A heading that names such years and nothing else: "Giai đoạn 2021-2025". */
export const isSeveralYears = (heading: string): boolean =>
  /^(?:(?:kết quả|số liệu|thực hiện|lũy kế|trong|cả)\s+)*(?:giai đoạn\b.*|20\d\d\s*[-–]\s*20\d\d)$/iu.test(
    cleanText(heading).normalize('NFC'),
  );

const yearsIn = (path: readonly string[]): readonly number[] =>
  [...textOf(path).matchAll(YEARS)].map(([one]) => Number(one));

/** Another year than that of the report, which it does not name. */
export const otherYear = (path: readonly string[], year: number): number | undefined =>
  yearsIn(path).includes(year) ? undefined : yearsIn(path).at(-1);

/** "2024/2023", "2024 so với 2023": what two years make together is the figure of neither. */
export const ofTwoYears = (path: readonly string[]): boolean => new Set(yearsIn(path)).size > 1;

/** A month, a quarter, the other half; in a report of the year its first half, in one of the half the whole year. */
export function ofOtherPart(path: readonly string[], { isHalf }: TimeAsked): boolean {
  const text = textOf(path);
  return OF_A_PART.test(text) || (isHalf ? WHOLE : HALF).test(text);
}

/** Words that only say that the figure is that of the period. */
const TIME_ALONE =
  /^(?:(?:kết quả|số liệu|thực hiện|th|trong|tổng số|đạt)\s+)*(?:(?:cả|toàn|trọn)\s+năm(?:\s+20\d\d)?|(?:trong\s+)?năm(?:\s+nay|\s+báo cáo|\s+20\d\d)?|20\d\d|(?:6|06|sáu)\s+tháng(?:\s+đầu(?:\s+năm)?)?(?:\s+20\d\d)?|(?:kết quả|số liệu|thực hiện|th))$/iu;
const TIME_BEHIND =
  /\s*[-–:(]?\s*(?:(?:trong\s+)?(?:cả|toàn|trọn)\s+năm(?:\s+20\d\d)?|(?:trong\s+)?(?:6|06|sáu)\s+tháng(?:\s+đầu(?:\s+năm)?)?(?:\s+(?:năm\s+)?20\d\d)?|(?:trong\s+)?quý\s+(?:[ivx]+|\d)|(?:trong\s+)?tháng\s+\d{1,2})\s*\)?$/iu;
const PART_ALONE =
  /^(?:(?:kết quả|số liệu|thực hiện|th|kế hoạch|kh|trong)\s+)*(?:quý\s+(?:[ivx]+|\d)|tháng\s+(?:\d{1,2}|này|báo cáo|trước)|(?:3|03|9|09|ba|chín|6|06|sáu)\s+tháng(?:\s+(?:đầu|cuối))?(?:\s+năm)?)(?:\s+(?:năm\s+)?20\d\d)?$/iu;

/** The header without its words of time: what the figure is of, whatever the time. */
export const timeless = (path: readonly string[]): readonly string[] =>
  path.flatMap((one) => {
    const text = cleanText(one).normalize('NFC');
    if (TIME_ALONE.test(text) || PART_ALONE.test(text)) return [];
    const left = text.replace(TIME_BEHIND, '').trim();
    return left === '' ? [] : [left];
  });
