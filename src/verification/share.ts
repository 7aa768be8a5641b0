/** Why a share is not its fraction: tried one by one, the likeliest first. */
import { agreement, HUNDRED, ONE, printed, roundedTo, type Amount } from './amount.js';

export interface Share {
  readonly part: Amount;
  readonly whole: Amount;
  readonly percent: Amount;
}

/** The exact share as a fraction in millionths of a percent. */
export const shareAgrees = ({ part, whole, percent }: Share, slack = 0n): boolean =>
  whole.value > 0n && agreement(part.value * HUNDRED, whole.value, percent, slack) !== 'differs';

const exactly = ({ part, whole, percent }: Share): boolean =>
  whole.value > 0n && agreement(part.value * HUNDRED, whole.value, percent) === 'right';

/** What the fraction gives, to the printed places. */
export const recomputed = ({ part, whole, percent }: Share): string =>
  `${printed(roundedTo(part.value * HUNDRED, whole.value, percent.step), percent.step)}%`;

/** `known`: other totals of the text, for a base taken from elsewhere. */
export function shareCause(share: Share, known: readonly Amount[]): string {
  const { part, whole, percent } = share;
  const right = roundedTo(part.value * HUNDRED, whole.value, percent.step);
  if (part.value > 0n && exactly({ ...share, part: whole, whole: part }))
    return 'tử số và mẫu số bị đảo cho nhau';
  if (swapsDigits(percent, right)) return 'có thể gõ đảo chữ số của tỷ lệ';
  if (right === percent.value * 10n || right * 10n === percent.value || right === percent.value * 100n)
    return 'có thể đặt sai dấu thập phân';
  const swapped = swaps(part.value).find(
    (value) => value <= whole.value && exactly({ ...share, part: { ...part, value } }),
  );
  const bySwap = `khớp với ${printed(swapped ?? 0n)}/${printed(whole.value)}: có thể gõ đảo chữ số của tử số`;
  // With four digits of a share two exchanged keys explain more than one of the many totals of a text.
  if (swapped !== undefined && percent.value >= 1000n * percent.step) return bySwap;
  const base = known.find(
    (other) =>
      other.value !== whole.value && other.value >= part.value && exactly({ ...share, whole: other }),
  );
  if (base !== undefined)
    return `khớp với ${printed(part.value)}/${printed(base.value)}: có thể dùng nhầm mẫu số`;
  const gap = right > percent.value ? right - percent.value : percent.value - right;
  if (gap <= 2n * percent.step) return 'có thể làm tròn sai';
  if (swapped !== undefined) return bySwap;
  // Of a short share another base is likelier than a slip of one key.
  if (percent.step < ONE && oneDigitOff(percent, right)) return 'có thể gõ sai một chữ số của tỷ lệ';
  return nearBase(share) ?? nearPart(share) ?? 'chưa rõ số nào sai';
}

/** A base not far off that gives the printed share: "khớp với 214/236". */
function nearBase(share: Share): string | undefined {
  const { part, percent, whole } = share;
  if (percent.value <= 0n) return undefined;
  const value = roundedTo(part.value * HUNDRED, percent.value, ONE);
  const near = value * 5n >= whole.value * 4n && value * 4n <= whole.value * 5n;
  return near && value >= part.value && exactly({ ...share, whole: { ...whole, value } })
    ? `khớp với ${printed(part.value)}/${printed(value)}: có thể dùng nhầm mẫu số`
    : undefined;
}

function nearPart(share: Share): string | undefined {
  const { part, whole, percent } = share;
  const value = roundedTo(whole.value * percent.value, HUNDRED, ONE);
  return value <= whole.value && exactly({ ...share, part: { ...part, value } })
    ? `khớp với ${printed(value)}/${printed(whole.value)}: có thể sai tử số`
    : undefined;
}

const digitsOf = (value: bigint, step: bigint): string => String(value / step);

/** All numbers with two neighbouring digits exchanged. */
export function swaps(value: bigint, step = ONE): readonly bigint[] {
  if (value < 0n) return [];
  const digits = digitsOf(value, step);
  return Array.from(digits.slice(1)).flatMap((_, index) => {
    const [left = '', right = ''] = digits.slice(index, index + 2);
    return left === right
      ? []
      : [BigInt(digits.slice(0, index) + right + left + digits.slice(index + 2)) * step];
  });
}

/** The share is the fraction's but for digits in another order: so seldom by chance that the fraction is meant. */
export function isSlip({ part, whole, percent }: Share, digits = 3): boolean {
  if (whole.value <= 0n || part.value > whole.value || digitsOf(percent.value, percent.step).length < digits)
    return false;
  const right = roundedTo(part.value * HUNDRED, whole.value, percent.step);
  const truncated = ((part.value * HUNDRED) / whole.value / percent.step) * percent.step;
  return (
    swapsDigits(percent, right) ||
    swapsDigits(percent, truncated) ||
    (digits > 2 &&
      swaps(part.value, part.step).some(
        (value) => value <= whole.value && exactly({ part: { ...part, value }, whole, percent }),
      ))
  );
}

/** All numbers with one digit less: 15 for 5, 122 for 12. */
export function shorter(value: bigint, step = ONE): readonly bigint[] {
  const digits = digitsOf(value, step);
  return value < 0n || digits.length < 2
    ? []
    : Array.from(digits, (_, index) => BigInt(digits.slice(0, index) + digits.slice(index + 1)) * step);
}

/** The printed number has the digits of the right one, two at least, in another order. */
export const areShuffled = (amount: Amount, right: bigint): boolean =>
  right % amount.step === 0n && digitsOf(amount.value, amount.step).length > 1 && swapsDigits(amount, right);

const swapsDigits = ({ value, step }: Amount, right: bigint): boolean =>
  Array.from(digitsOf(value, step)).sort().join('') === Array.from(digitsOf(right, step)).sort().join('') &&
  value !== right;

function oneDigitOff({ value, step }: Amount, right: bigint): boolean {
  const [a, b] = [digitsOf(value, step), digitsOf(right, step)];
  return a.length === b.length && Array.from(a).filter((digit, index) => digit !== b[index]).length === 1;
}
