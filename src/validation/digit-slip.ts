/** Slips of the hand between a typed figure and the right one, seen in their digits. */

export type DigitSlip = 'swapped' | 'doubled' | 'zero' | 'decimal' | 'oneDigit';

/** Shorter figures differ in one digit by nature; only longer ones tell a slip. */
const LEAST_DIGITS = 3;
/** Places a decimal comma slips by: ten, a hundred, a thousand times. */
const MOST_PLACES = 3;

/**
 * Which single slip turns `right` into `typed`, or undefined. The likelier is named first:
 * two neighbours swapped, a digit typed twice, a zero too many or too few, a moved comma, one digit wrong.
 */
export function digitSlip(typed: number, right: number): DigitSlip | undefined {
  if (typed === right || typed < 0 || right < 0) return undefined;
  const [given, wanted] = [String(typed), String(right)];
  if (given.length === wanted.length) return sameLength(given, wanted);
  const [short, long] = given.length < wanted.length ? [given, wanted] : [wanted, given];
  if (long.length === short.length + 1) {
    const dropped = droppedDigit(long, short);
    if (dropped === 'twin') return 'doubled';
    if (dropped === 'zero') return long === `${short}0` ? 'decimal' : 'zero';
  }
  const places = long.length - short.length;
  return places <= MOST_PLACES && long === short + '0'.repeat(places) && short !== '0'
    ? 'decimal'
    : undefined;
}

function sameLength(given: string, wanted: string): DigitSlip | undefined {
  const wrong: number[] = [];
  for (let index = 0; index < given.length; index += 1) if (given[index] !== wanted[index]) wrong.push(index);
  const [first, second] = wrong;
  if (first === undefined) return undefined;
  if (wrong.length === 1) return given.length >= LEAST_DIGITS ? 'oneDigit' : undefined;
  const neighbours = wrong.length === 2 && second === first + 1;
  return neighbours && given[first] === wanted[second] && given[second] === wanted[first]
    ? 'swapped'
    : undefined;
}

/** What the one extra digit is: a twin of its neighbour, a zero, or something else. */
function droppedDigit(long: string, short: string): 'twin' | 'zero' | undefined {
  let index = 0;
  while (index < short.length && long[index] === short[index]) index += 1;
  if (long.slice(index + 1) !== short.slice(index)) return undefined;
  if (long[index] === '0') return 'zero';
  return index > 0 && long[index] === long[index - 1] ? 'twin' : undefined;
}
