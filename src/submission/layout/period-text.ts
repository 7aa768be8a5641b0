/** Periods as people write them: "Năm 2024", "6 tháng đầu năm 2025", "2025-h1" become the ids of tdkvh.yaml. */
import { cleanText, foldMarks, remembering } from '../../values/vietnamese-text.js';
import { defined } from '../../values/defined.js';

const HALF_YEAR = /(?:6|sau) thang dau nam|^h1\b|-h1$|nua dau nam/u;
/** "Chín tháng", "tháng Sáu năm 2025", "quý hai": numbers in words before or behind what they count. */
const COUNTED_IN_WORDS =
  /\b(?:gieng|mot|hai|ba|tu|bon|nam|sau|bay|tam|chin|muoi mot|muoi hai|muoi|chap)\b(?= thang\b)|(?<=\b(?:thang|quy) )(?:gieng|mot|hai|ba|tu|bon|nam|sau|bay|tam|chin|muoi mot|muoi hai|muoi|chap)\b(?=\s*(?:[,;./-]|nam\b|va\b|den\b|$))/gu;
const FIGURES: Readonly<Record<string, string>> = {
  gieng: '1',
  mot: '1',
  hai: '2',
  ba: '3',
  tu: '4',
  bon: '4',
  nam: '5',
  sau: '6',
  bay: '7',
  tam: '8',
  chin: '9',
  muoi: '10',
  'muoi mot': '11',
  'muoi hai': '12',
  chap: '12',
};

/** "QUÝ III/2025", "Q2-2025". */
const QUARTER_OF = /\bq(?:uy)?\s*\.?\s*(iv|i{1,3}|[1-4])\s*[/.-]\s*(?=20\d\d(?!\d))/gu;

/** Folded, with the numbers of months and quarters as figures. */
const inFigures = (text: string): string =>
  foldMarks(text)
    .replace(COUNTED_IN_WORDS, (word) => FIGURES[word] ?? word)
    .replace(QUARTER_OF, 'quy $1 nam ');

/** Titles of the files of a run are mostly the same. */
const MOST_TITLES = 2_000;
const REGISTRATION = /dang ky|-dk$/u;
/** "Quý IV năm 2024", "9 tháng đầu năm 2024", "6 tháng cuối năm", "tuần 3": neither the year nor its first half. */
const PART_OF_YEAR =
  /\bquy\s*(iv|i{1,3}|[1-4])\b|(?<!\d)(\d{1,2})\s*thang\b|\b(tuan\s+(?:thu\s+)?\d{1,2}|nua cuoi nam)\b/u;
const WHOLE_YEAR = /\bca nam\b|(?<!\d)12\s*thang\b/u;
const QUARTERS = ['I', 'II', 'III', 'IV'];
/** "Từ quý I đến quý IV", "quý I, quý II", "quý I/2025 và quý II/2025": quarters one after another from the first. */
const FROM_FIRST_QUARTER =
  /\bquy\s*[i1]\b(?:[\s,;+&–—-]|nam 20\d\d\b|(?:va|den|toi|het|quy|i{1,3}|iv|[1-4])\b)*/u;

/** The quarter that closes such a run, as it is written. */
const closingQuarter = (folded: string): string | undefined =>
  FROM_FIRST_QUARTER.exec(folded)?.[0]
    .match(/\b(?:iv|i{1,3}|[1-4])\b/gu)
    ?.at(-1);

const isWholeYear = (folded: string): boolean =>
  WHOLE_YEAR.test(folded) || /^(?:iv|4)$/u.test(closingQuarter(folded) ?? '');

const isHalfYear = (folded: string): boolean =>
  HALF_YEAR.test(folded) || /^(?:ii|2)$/u.test(closingQuarter(folded) ?? '');

/** "quý IV", "9 tháng"; undefined where the line means the year. */
function partOfYear(folded: string): string | undefined {
  const [, quarter, months, other] = (isWholeYear(folded) ? undefined : PART_OF_YEAR.exec(folded)) ?? [];
  if (other !== undefined)
    return other.startsWith('tuan') ? other.replace('tuan', 'tuần').replace('thu', 'thứ') : 'nửa cuối năm';
  if (quarter !== undefined) return `quý ${QUARTERS[Number(quarter) - 1] ?? quarter.toUpperCase()}`;
  if (months === undefined) return undefined;
  return `${months} tháng${folded.includes('thang cuoi') ? ' cuối năm' : ''}`;
}

/** The id of a period; what is no period is returned in capitals, so that it can be shown. */
export function periodId(text: string | undefined): string {
  const clean = cleanText(text ?? '').replace(/\.0+$/u, '');
  const folded = foldMarks(clean);
  const [year, other] = new Set(folded.match(/(?<!\d)20\d\d(?!\d)/gu) ?? []);
  if (year === undefined || other !== undefined) return clean.toUpperCase();
  if (HALF_YEAR.test(folded)) return `${year}-H1`;
  if (REGISTRATION.test(folded)) return `${year}-DK`;
  return /^(?:ca |12 thang )?(?:nam |ky )?(?:bao cao )?(?:nam )?20\d\d$/u.test(folded)
    ? year
    : clean.toUpperCase();
}

/** What a line above a table, or a name, says of periods. */
export interface PeriodsSaid {
  /** Ids where the line names half a year or a registration, else bare years; in the order named. */
  readonly periods: readonly string[];
  /** Nothing but the period: "Năm 2024", "Kỳ báo cáo: 2024". */
  readonly plain: boolean;
  /** The line speaks of what is still to come only: "PHƯƠNG HƯỚNG NĂM 2025". */
  readonly plan: boolean;
  /** The year of the results, where a line of several years tells results from plans. */
  readonly results?: string;
}

/** Years that are no periods: of dates, laws, numbers of documents, programmes of several years. */
const OTHER_YEARS: readonly RegExp[] = [
  /\d{1,2}\s*[./-]\s*\d{1,2}\s*[./-]\s*20\d\d/gu,
  /(?:ngay\s*[\d.…_]*\s*)?thang\s*[\d.…_]+(?:\s*(?:[,+&-]|va|den)\s*\d{1,2})*\s*,?\s*nam\s*20\d\d/gu,
  /(?:ngay\s*[\d.…_]*\s*|(?<!\d\s*))thang\s*nam\s*20\d\d/gu,
  /(?<!\d)\d{1,2}\s*[/.-]\s*20\d\d(?![/\d])/gu,
  /\b(?:nghi dinh|quyet dinh|thong tu|nghi quyet|chi thi|ke hoach|huong dan|cong van|bao cao)\s+(?:so\s+)?\d+(?![\d/])\s+nam\s+20\d\d/gu,
  /(?<!\d)\d+\s*\/\s*20\d\d\s*\/\s*\S+/gu,
  /(?:\bso\s*:?\s*)?20\d\d\s*\/\s*(?:bc|qd|kh|cv|tb|nq|nd|tt|ct|ubnd|bcd)\b\S*/gu,
  /(?<!\bphap\s+)\bluat\b.{0,60}?\b(?:nam\s+)?20\d\d/gu,
  /(?:giai doan|nhiem ky|thoi ky|khoa)[^\d]{0,12}20\d\d(?:\s*[-–—]\s*|\s+den\s+(?:nam\s+)?)(?:20)?\d\d/gu,
  /(?<!\btu\s+(?:nam\s+)?20\d\d\s*)\b(?:tam nhin|den|toi)\s+(?:nam\s+)?20\d\d/gu,
];
const YEAR =
  /(?:(?:nam|ky bao cao|ky)\s*:?\s*20\d\d(?!\d))|(?:(?<![\d.,/]|\b0\d{2,3}[\s-])20[0-3]\d(?!\d|\s*\/\s*\d|[\s-]\d{3}\b|[.,]\d|\s*(?:ho|nguoi|nhan khau|khau|thon|to|dong|trieu|ha|km|m2)\b))/gu;
const PLAIN =
  /^(?:(?:so lieu|bao cao|bieu|ky bao cao|nam bao cao|ky)?\s*:?\s*(?:ca )?(?:nam)?\s*:?\s*20\d\d|(?:so lieu|bao cao|ky bao cao|ky)?\s*:?\s*(?:6|sau) thang dau nam 20\d\d)\.?$/u;
const RESULT = /ket qua|tong ket|bao cao|tong hop|so lieu|binh xet|cong nhan|danh gia/u;
const REPORTED =
  /ket qua|tong ket|so ket|bao cao(?!\s+so)|tong hop|so lieu|binh xet|danh gia|tinh hinh|^\W*bieu\b/u;
const TO_COME = /phuong huong|ke hoach|nhiem vu|dang ky|chi tieu|muc tieu|du kien|phan dau/u;
const BEFORE = /so voi|cung ky/u;

/** "Tháng 10 năm 2024" without a day: it may be the date of the report or the month that is reported. */
const MONTH =
  /^(?!.*\bngay\b).*\b(?:thang\s*|t\s*)(?:\d{1,2}\s*(?:[,+&-]|va|den)\s*)*(\d{1,2})\s*(?:,?\s*nam|[/.-])\s*(20\d\d)(?!\d)/u;
/** "Số liệu đến hết tháng 11", "từ tháng 1 đến tháng 6". */
const UP_TO = /\b(?:den|toi|het)\s+(?:het\s+)?(?:cuoi\s+)?(?:thang|t)\s*\d/u;
/** "Tháng 1-12/2024", "tháng 01 đến 12/2024", "từ tháng 12/2023 đến 11/2024": the month that closes it. */
const RANGE =
  /\b(?:thang|t)\s*(\d{1,2})\s*(?:(?:,?\s*nam|[/.-])\s*(20\d\d)\s*)?(?:[-–—]|den|toi)\s*(?:het\s+)?(?:cuoi\s+)?(?:thang|t)?\s*(\d{1,2})\s*(?:,?\s*nam|[/.-])\s*(20\d\d)(?!\d)/u;
/** What was written, decided or printed in a month tells when, not of what time the figures are. */
const DATED =
  /\b(?:ban hanh|kem theo|lap|cap nhat|thoi diem|(?<!\b(?:tong|phoi|truong) )hop|binh xet|thang hanh dong)\b/u;

/** What a line says of a month, which is no period of any form. */
export interface MonthSaid {
  readonly year: string;
  readonly month: number;
  /** The line is about figures of the month, not a date: "KẾT QUẢ THÁNG 6 NĂM 2025". */
  readonly reported: boolean;
  /** All that came up to its end. */
  readonly upTo: boolean;
  /** Up to a day of it: "Số liệu đến 31/12/2024". */
  readonly day?: number;
  /** The period that closes with it, where the line speaks of figures since January: "Kết quả từ tháng 1 đến tháng 12/2024". */
  readonly period?: string;
}

/** Undefined for a line that names no month of a year. */
export const monthSaid = remembering(readMonth, MOST_TITLES);

function readMonth(text: string): MonthSaid | undefined {
  if (text.length > LONGEST) return undefined;
  const folded = inFigures(text);
  const [, said, saidYear] = MONTH.exec(folded) ?? [];
  if (said === undefined || saidYear === undefined) return upToDay(folded);
  const [, from, fromYear, closing, year = saidYear] = RANGE.exec(folded) ?? [];
  const month = Number(closing ?? said);
  if (month < 1 || month > 12) return undefined;
  const upTo = closing !== undefined || UP_TO.test(folded);
  const reported = REPORTED.test(folded) && !DATED.test(folded);
  const sinceJanuary =
    from === undefined ? upTo && !SINCE.test(folded) : Number(from) === 1 && (fromYear ?? year) === year;
  const period = reported && sinceJanuary ? CLOSED_BY.get(month)?.(year) : undefined;
  return { year, month, reported, upTo, ...defined({ period }) };
}

/** "Số liệu tính đến ngày 31/12/2024", "kết quả từ 01/01/2024 đến 30/6/2024": the day that closes what is told. */
const UP_TO_DAY =
  /\b(?:so lieu|ket qua|tinh|luy ke|co|thuc hien)\b(?<before>.*?)\b(?:den|toi|het|chot)\s+(?:het\s+)?(?:thoi diem\s+)?(?:ngay\s*)?(?<day>\d{1,2})(?:\s*[/.-]\s*|\s*thang\s*)(?<month>\d{1,2})(?:\s*[/.-]\s*|\s*,?\s*nam\s*)(?:20)?(?<year>\d\d)(?![\d/])/u;
const FROM_DAY =
  /\btu\s+(?:ngay\s*)?(?<first>0?1\s*[/.-]\s*0?1|0?1\s*thang\s*0?1)?(?:\s*[/.-]\s*|\s*,?\s*nam\s*)?(?<year>20\d\d)?/u;
/** What is counted on a day of its own, whatever the form is of. */
const COUNTED_ON_A_DAY =
  /\b(?:ho ngheo|can ngheo|dan so|nhan khau|dang vien|bien che|so ho(?: dan)? (?:lay|tinh|theo|thuc te))\b/u;
const TO_A_TIME = /\b(?<word>den|toi) thoi diem\b/u;
/** The last day of the months that close a period. */
const LAST_DAY: ReadonlyMap<number, number> = new Map([
  [6, 30],
  [12, 31],
]);

function upToDay(folded: string): MonthSaid | undefined {
  const { before = '', day = '', month = '', year: ending = '' } = UP_TO_DAY.exec(folded)?.groups ?? {};
  const year = `20${ending}`;
  const [at, on] = [Number(month), Number(day)];
  if (
    at < 1 ||
    at > 12 ||
    on < 1 ||
    DATED.test(folded.replace(TO_A_TIME, '$<word>')) ||
    COUNTED_ON_A_DAY.test(folded)
  )
    return undefined;
  const from = FROM_DAY.exec(before)?.groups;
  const sinceJanuary = from === undefined || (from['first'] !== undefined && (from['year'] ?? year) === year);
  const period = sinceJanuary && LAST_DAY.get(at) === on ? CLOSED_BY.get(at)?.(year) : undefined;
  return { year, month: at, day: on, reported: true, upTo: true, ...defined({ period }) };
}

/** "Từ tháng 7": the line says itself when its figures begin. */
const SINCE = /\btu\s+(?:thang|t|ngay|quy)\b/u;
const CLOSED_BY: ReadonlyMap<number, (year: string) => string> = new Map([
  [6, (year) => `${year}-H1`],
  [12, (year) => year],
]);

/** Longer texts are no titles, and would be tried at every length. */
const LONGEST = 2000;

/** Undefined when the line names no period. */
export const periodsSaid = remembering(readPeriods, MOST_TITLES);

function readPeriods(text: string): PeriodsSaid | undefined {
  if (text.length > LONGEST) return undefined;
  const folded = OTHER_YEARS.reduce((line, other) => line.replace(other, ' @ '), inFigures(text));
  const named = [...folded.matchAll(YEAR)].map((match) => ({
    year: match[0].slice(-4),
    from: match.index,
    to: match.index + match[0].length,
  }));
  const years = [...new Set(named.map(({ year }) => year))];
  const [year, other] = years;
  if (year === undefined) return undefined;
  const kinds = named.map(({ from }, index) => kindOf(folded.slice(named[index - 1]?.to ?? 0, from)));
  const plan = kinds.every((kind) => kind === 'plan');
  if (other === undefined) {
    const half = isHalfYear(folded);
    // "KẾT QUẢ ĐĂNG KÝ, BÌNH XÉT NĂM 2024" tells results.
    const registration = REGISTRATION.test(folded) && !RESULT.test(folded.replace(/ket qua dang ky/gu, ' '));
    const bare = folded.trim().replace(/^[([\s-]+|(?<![)\]\s-])[)\]\s-]+$/gu, '');
    const part = half || registration ? undefined : partOfYear(folded);
    const period = half ? `${year}-H1` : registration ? `${year}-DK` : year;
    if (part !== undefined) return { periods: [`${year} (${part})`], plain: false, plan };
    return { periods: [period], plain: PLAIN.test(bare), plan };
  }
  const past = new Set(named.flatMap((one, index) => (kinds[index] === 'result' ? one.year : [])));
  const yearOfResults =
    kinds.every((kind) => kind !== undefined) && past.size === 1 ? [...past][0] : undefined;
  return { periods: years, plain: false, plan, ...defined({ results: yearOfResults }) };
}

/** What the words before a year, since the last one, make of it. */
const kindOf = (words: string): 'result' | 'plan' | 'before' | undefined =>
  RESULT.test(words) ? 'result' : TO_COME.test(words) ? 'plan' : BEFORE.test(words) ? 'before' : undefined;

/** "KẾT QUẢ PHONG TRÀO", "Tổng kết năm": figures of what has been, whatever plans follow. */
export const tellsResults = (line: string): boolean =>
  /ket qua|tong ket|so ket|binh xet|cong nhan|tinh hinh|da thuc hien/u.test(foldMarks(line));

/** Years in the name of a file; those of dates and of numbers of documents apart. */
export function yearsInName(name: string): readonly string[] {
  const folded = foldMarks(name)
    .replace(/(?<!\d)\d{1,2}[-._ ]\d{1,2}[-._ ]20\d\d(?!\d)/gu, (date) => (/-bieu-/u.test(name) ? date : ' '))
    .replace(/(?<!\d)20\d\d[-._ ]\d{1,2}[-._ ]\d{1,2}(?!\d)/gu, ' ')
    .replace(/\b(?:so[-_. ]*|thang[-_. ]*\d{1,2}[-_. ]*)20\d\d(?!\d)/gu, ' ')
    .replace(/(?<!\d)20\d\d[-_ ]?(?:bc|qd|kh|cv|tb|ubnd)\b/gu, ' ');
  return [...new Set(folded.match(/(?<!\d)20[0-3]\d(?!\d)/gu) ?? [])];
}
