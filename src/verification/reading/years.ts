/** Of which year a figure is, as its sentence says it. */
import type { Figure } from './figure.js';

export interface YearAt {
  readonly year: number;
  readonly index: number;
  /** "so với năm 2023": of the figure beside it only. */
  readonly compared: boolean;
}

/** All years that a sentence names. */
export const yearsOf = (plain: string): readonly YearAt[] =>
  [...plain.matchAll(/(so (?:với )?(?:cùng kỳ )?)?năm ((?:19|20)\d\d)/gu)].map((match) => ({
    year: Number(match[2]),
    index: match.index,
    compared: match[1] !== undefined,
  }));

/** The year named last before the figure, or right behind it ("85,5% năm 2022"). */
export function yearOf(
  plain: string,
  { start, end, after }: Figure,
  { left, right }: { readonly left: string; readonly right: string },
  years: readonly YearAt[],
): number | undefined {
  const behind =
    /^(,(?![^,;.]*\d{4}[^,;.\d]+\d)| \((?=[^()]*\d{4}[^()\d]+\d))?(?: \()? ?(?:trong |của )?năm ((?:19|20)\d\d)/u.exec(
      plain.slice(Math.max(end, after)),
    );
  const beside = years.findLast(({ index }) => index < start && index >= start - left.length);
  // "năm 2023 là 89,5%, năm 2024 là 91,1%", "13 vụ (năm 2023 là 21 vụ)": the year of the next figure.
  const own = behind !== null && (behind[1] === undefined || (behind[1] === ',' && beside === undefined));
  if (own && right.includes('năm')) return Number(behind[2]);
  // "không thay đổi so với năm 2023, trong đó ngân sách …": the parts are of this year again.
  const goesOn = /, (?:trong đó|bao gồm|gồm)(?!\p{L})/u.test(plain.slice(beside?.index ?? start, start));
  if (beside?.compared === true && !goesOn) return beside.year;
  // "năm 2020 có 181 …, đến nay có 219"
  const later = /(?<!\p{L})(?:nay|sau (?:hơn )?(?:\p{L}+|\d+) năm)(?!\p{L})/u;
  if (beside === undefined && start > left.length && later.test(left)) return undefined;
  return years.findLast(
    ({ index, compared }) => index < start && !compared && !isAside(plain.slice(0, start), index),
  )?.year;
}

/** "(năm 2023: 50,1%)": the year of the figures in that bracket only. */
const isAside = (left: string, index: number): boolean =>
  /\([^()]*$/u.test(left.slice(0, index)) && /^năm \d{4}[^()]*\d[^()]*\)/u.test(left.slice(index));
