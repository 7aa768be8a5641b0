/**
 * The period of a form that has neither identity sheet nor Thông tin: what its titles, the names of its sheets and of
 * its file say together. Where they name several years nobody knows whose figures these are, so the office is asked.
 */
import type { SourceRef } from '../../model.js';
import { placeIn } from '../../values/cell-address.js';
import { shortened } from '../listed.js';
import { yearsInName, type PeriodsSaid } from '../layout/period-text.js';
import type { TitleBlock } from './title-block.js';
import { inner } from '../../values/inner-quotes.js';

/** A line, or the name of a sheet, that names periods. */
export interface PeriodStatement extends PeriodsSaid {
  readonly text: string;
  readonly at: SourceRef;
}

export type TitlePeriod =
  | { readonly kind: 'none' }
  | { readonly kind: 'one'; readonly period: string }
  /** `seen`: where each of the periods stands. */
  | { readonly kind: 'several'; readonly periods: readonly string[]; readonly seen: string };

const yearOf = (period: string): string => period.slice(0, 4);

/** Whether a form of this year may bear the statement. */
export function agreesWith({ periods, results }: PeriodsSaid, year: string): boolean {
  return periods.some((period) => yearOf(period) === year) && (results === undefined || results === year);
}

/** `inFileName`: the years that the name of the file bears. A file name decides nothing, but it may contradict. */
export function titlePeriod(
  statements: readonly PeriodStatement[],
  inFileName: readonly string[],
  expected: string,
): TitlePeriod {
  const period = sameYear(agreed(statements), expected);
  if (statements.length === 0) return { kind: 'none' };
  const contradicted = inFileName.length > 0 && !inFileName.includes(yearOf(period ?? ''));
  if (period !== undefined && !contradicted) return { kind: 'one', period };
  const seen = statements.map(({ text, at }) => `“${inner(shortened(text))}” (${placeOf(at)})`);
  if (contradicted) seen.push(`tên tệp có năm ${inFileName.join(', ')}`);
  const periods = statements.flatMap((one) => one.periods);
  return {
    kind: 'several',
    periods: [...new Set([...periods, ...(contradicted ? inFileName : [])])].sort(),
    seen: [...new Set(seen)].slice(0, MOST_SEEN).join('; '),
  };
}

/** A title that names only the year agrees with any period of that year. */
const sameYear = (period: string | undefined, expected: string): string | undefined =>
  period !== undefined && /^\d{4}$/u.test(period) && expected.startsWith(period) ? expected : period;

/** What the titles and names of the sheets say, in their order. */
export function periodStatements(
  file: string,
  titles: ReadonlyMap<string, TitleBlock>,
): readonly PeriodStatement[] {
  const stated = [...titles].flatMap(([sheet, title]) => {
    const named = yearsInName(sheet).map((year) => ({
      periods: [year],
      plain: false,
      plan: false,
      text: sheet,
      at: placeIn(file, sheet),
    }));
    const lines = title.periods.map(({ cell, ...said }) => ({ ...said, at: placeIn(file, sheet, cell) }));
    return [...lines, ...named];
  });
  return stated.length > 0
    ? stated
    : [...titles].flatMap(([sheet, title]) => closedByMonth(file, sheet, title));
}

/** "Kết quả từ tháng 1 đến tháng 12/2024" names the year where nothing else does. */
const closedByMonth = (
  file: string,
  sheet: string,
  { months = [] }: TitleBlock,
): readonly PeriodStatement[] =>
  months.flatMap(({ period, text, cell }) =>
    period === undefined
      ? []
      : [{ periods: [period], plain: false, plan: false, text, at: placeIn(file, sheet, cell) }],
  );

const MOST_SEEN = 6;

/** The one period that all statements leave; a line that is nothing but the period goes before plans for the next. */
function agreed(statements: readonly PeriodStatement[]): string | undefined {
  const plain = statements.filter((one) => one.plain);
  const own = new Set(plain.flatMap(({ periods }) => periods));
  const others = statements.filter((one) => !one.plain);
  const [first] = own;
  if (first !== undefined && own.size === 1) {
    const fits = others.every((one) => one.plan || agreesWith(one, yearOf(first)));
    return fits ? nearest(first, others) : undefined;
  }
  const all = new Set(statements.flatMap(({ periods }) => periods));
  const years = new Set([...all].map(yearOf));
  return years.size === 1 && all.size <= 2 ? [...all].sort((a, b) => b.length - a.length)[0] : undefined;
}

/** "KẾT QUẢ 6 THÁNG ĐẦU NĂM" above "Năm 2025" is half a year. */
function nearest(plain: string, others: readonly PeriodStatement[]): string {
  const closer = new Set(
    others
      .filter(({ plan }) => !plan)
      .flatMap(({ periods }) => periods.filter((period) => period !== plain && period.startsWith(plain))),
  );
  const [one] = closer;
  return closer.size === 1 && one !== undefined ? one : plain;
}

/** "GIAI ĐOẠN 2021-2025", "NĂM 2O24", "Năm ......": speaks of a year and does not say which. */
const SPEAKS_OF_YEAR = /(?:^|[\s(])(?:năm|giai đoạn|nhiệm kỳ|niên độ)(?![\p{L}\p{M}])/u;
const DAY = /(?:^|[\s(])ngày\s*[\d.…_]/u;

/** Where no title names a period: what one of them says of the time. A month may be the date of the report or all that is reported. */
export function unclearPeriod(titles: readonly TitleBlock[]): string | undefined {
  const quoted = (text: string): string => `“${inner(shortened(text))}”`;
  const [month] = titles.flatMap(({ months = [] }) => months);
  if (month !== undefined)
    return `tiêu đề chỉ ghi ${month.day === undefined ? 'tháng' : 'ngày'}: ${quoted(month.text)}`;
  const lines = titles.flatMap((title) => title.lines ?? []);
  const words = lines.map((line) => line.normalize('NFC').toLowerCase());
  const year = words.findIndex((text) => SPEAKS_OF_YEAR.test(text) && !DAY.test(text));
  if (year >= 0) return `tiêu đề ghi ${quoted(lines[year] ?? '')}, không rõ là năm nào`;
  const day = words.findIndex((text) => DAY.test(text));
  return day < 0 ? undefined : `tiêu đề chỉ ghi ngày: ${quoted(lines[day] ?? '')}`;
}

const placeOf = ({ sheet, cell }: SourceRef): string =>
  [sheet === undefined ? '' : `trang “${sheet}”`, cell === undefined ? 'tên trang' : `ô ${cell}`]
    .filter((word) => word !== '')
    .join(', ');
