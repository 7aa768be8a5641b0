/** Highest and lowest units of a rate, and how many stand below the whole; or, for yes-or-no of communes, who lacks it. */
import { compareFractions, type Fraction } from '../values/exact-rate.js';
import { namesOf, TIED_NAMED_AT_MOST } from './coverage.js';
import { figure, fractionOf, printedRate, type Teller, type Told } from './teller.js';

/** More units without than this are counted, not named. */
const LACKING_NAMED_AT_MOST = 5;

interface UnitRate {
  readonly code: string;
  readonly rate: Fraction;
}

/** Rates of the leaves that have one, in the order of the list. */
export function unitRates(teller: Teller, indicator: string): readonly UnitRate[] {
  const { frame } = teller;
  return frame.leaves.flatMap((leaf) => {
    const measure = frame.results.measures[leaf.code]?.[indicator];
    const rate = measure === undefined || measure.reported === 0 ? undefined : fractionOf(measure);
    return rate === undefined ? [] : [{ code: leaf.code, rate }];
  });
}

/** Empty when there is nothing to compare. */
export function extremesSentence(teller: Teller, told: Told, lacking: string | undefined): string {
  const rates = unitRates(teller, told.indicator.id);
  const whole = fractionOf(told.measure);
  if (rates.length < 2 || whole === undefined) return '';
  const { id } = told.indicator;
  if (lacking !== undefined) return lackingSentence(teller, id, rates, lacking);
  const [lowest, highest] = lowestAndHighest(teller, rates);
  if (lowest.printed === highest.printed) {
    return teller.say('extremes.equal', {
      reported: figure(teller, id, 'rates', teller.frame.count(rates.length)),
      rate: figure(teller, id, 'rate', highest.printed, { unit: highest.unit }),
    });
  }
  const below = rates.filter(({ rate }) => compareFractions(rate, whole) < 0).length;
  return teller.say('extremes', {
    highest: highest.names,
    highRate: figure(teller, id, 'rate', highest.printed, { unit: highest.unit }),
    lowest: lowest.names,
    lowRate: figure(teller, id, 'rate', lowest.printed, { unit: lowest.unit }),
    below: below === 0 ? '' : figure(teller, id, 'below', teller.frame.count(below)),
    reported: figure(teller, id, 'rates', teller.frame.count(rates.length)),
    partial: told.measure.reported < told.measure.expected,
  });
}

interface Extreme {
  /** The first of those that tie. */
  readonly unit: string;
  readonly names: string;
  readonly printed: string;
}

/** Ties are units whose rates print alike. `rates` is not empty. */
export function lowestAndHighest(teller: Teller, rates: readonly UnitRate[]): readonly [Extreme, Extreme] {
  const sorted = [...rates].sort((left, right) => compareFractions(left.rate, right.rate));
  const tiedWith = (extreme: UnitRate | undefined): Extreme => {
    const text = extreme === undefined ? '' : printedRate(teller, extreme.rate);
    const tied = rates.filter(({ rate }) => printedRate(teller, rate) === text).map(({ code }) => code);
    const names =
      tied.length > TIED_NAMED_AT_MOST
        ? teller.say('units.many', { count: teller.frame.count(tied.length) })
        : namesOf(teller.frame, tied);
    return { unit: tied[0] ?? '', names, printed: text };
  };
  return [tiedWith(sorted[0]), tiedWith(sorted.at(-1))];
}

function lackingSentence(teller: Teller, id: string, rates: readonly UnitRate[], lacking: string): string {
  const without = rates.filter(({ rate }) => rate.numerator === 0).map(({ code }) => code);
  if (without.length === 0 || without.length === rates.length) return '';
  return teller.say('lacking', {
    count: figure(teller, id, 'without', teller.frame.count(without.length)),
    reported: figure(teller, id, 'rates', teller.frame.count(rates.length)),
    lacking,
    names: without.length > LACKING_NAMED_AT_MOST ? '' : namesOf(teller.frame, without),
  });
}
