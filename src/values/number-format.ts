/** The only place that writes figures for people: 1.234 · 97,18% · 1.234,5 · 07 xã. */
import { roundedPercent, type Fraction } from './exact-rate.js';

const group = (digits: string): string =>
  digits.length <= 3 ? digits : digits.replace(/\B(?=(\d{3})+(?!\d))/gu, '.');

/** An integer in units of 10^-scale: 1234500 at scale 3 → "1.234,5" (trailing zeros of amounts dropped unless `fixed`). */
export function formatScaled(value: number | bigint, scale = 0, fixed = false): string {
  // Most figures of a form: nothing to group, nothing behind the comma.
  if (scale === 0 && value >= 0 && value < 1000 && Number.isInteger(value)) return String(value);
  const negative = value < 0;
  const digits = String(negative ? -value : value).padStart(scale + 1, '0');
  const whole = group(scale === 0 ? digits : digits.slice(0, -scale));
  const decimals = scale === 0 ? '' : fixed ? digits.slice(-scale) : digits.slice(-scale).replace(/0+$/u, '');
  return `${negative ? '-' : ''}${whole}${decimals === '' ? '' : `,${decimals}`}`;
}

const YEAR = 'năm';

/** Decimals that a figure needs: zeros at the end are none. */
export function digitsNeeded(value: number, scale: number): number {
  if (value === 0) return 0;
  const zeros = /0*$/u.exec(String(value))?.[0].length ?? 0;
  return scale - Math.min(zeros, scale);
}

/** An amount beside others: as many decimals as they need; whole ones need none. */
export function formatBeside(value: number, scale: number, digits: number): string {
  const needed = digitsNeeded(value, scale);
  if (needed === 0) return formatScaled(value, scale);
  const cut = scale - Math.max(needed, Math.min(digits, scale));
  const text = formatScaled(value, scale, true);
  return cut === 0 ? text : text.slice(0, -cut);
}

/** A figure of a field in its own scale; a year is never grouped: 2018, not 2.018. */
export const formatFigure = (
  value: number | bigint,
  field: { readonly scale: number; readonly unit?: string },
): string => (field.unit === YEAR && field.scale === 0 ? String(value) : formatScaled(value, field.scale));

/** A count: 31245 → "31.245". */
export const formatCount = (value: number): string => formatScaled(value);

/** A count in prose: below ten with a leading zero, "07" (custom of administrative texts; an option). */
export const formatCountInProse = (value: number, leadingZero = true): string =>
  leadingZero && value >= 1 && value < 10 && Number.isInteger(value)
    ? `0${String(value)}`
    : formatCount(value);

/** A rate with its sign: "97,18%"; undefined when it has no base. */
export function formatPercent(rate: Fraction, decimals: number): string | undefined {
  const rounded = roundedPercent(rate, decimals);
  return rounded === undefined ? undefined : `${formatScaled(rounded, decimals, true)}%`;
}

/** A difference of two printed rates, in units of 10^-decimals points, without sign: "0,86". */
export const formatPoints = (difference: bigint, decimals: number): string =>
  formatScaled(difference < 0n ? -difference : difference, decimals, true);

/** ISO date as "05/12/2024". */
export const formatDate = (iso: string): string => iso.split('-').reverse().join('/');

/** ISO date in words: zero before days under 10 and months 1 and 2 (Decree 30/2020, Appendix I). */
export function formatDateInWords(iso: string): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  const months = Number(month) <= 2 ? month : String(Number(month));
  return `ngày ${day} tháng ${months} năm ${year}`;
}
