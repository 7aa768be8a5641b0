/** Highest and lowest units of a rate; or, for yes-or-no of communes, who lacks it. */
import { compareFractions, type Fraction } from '../../values/exact-rate.js';
import { largest, smallest } from '../../values/of-many.js';
import { namesOf, namesOrCount, TIED_NAMED_AT_MOST } from './coverage.js';
import { figure, fractionOf, printedRate, type Prose, type IndicatorResult } from './prose.js';

/** More units without than this are counted, not named. */
const LACKING_NAMED_AT_MOST = 5;

/** So many points apart at least: nearer to one another nobody stands out. */
const LEAST_SPREAD = 2;

/** All of them: it needs not be called the highest. */
const FULL = '100%';

interface UnitRate {
  readonly code: string;
  readonly rate: Fraction;
}

/** Rates of the leaves that have one, in the order of the list. */
export function unitRates(prose: Prose, indicator: string): readonly UnitRate[] {
  const { frame } = prose;
  return frame.leaves.flatMap((leaf) => {
    const measure = frame.results.measures[leaf.code]?.[indicator];
    const rate = measure === undefined || measure.reported === 0 ? undefined : fractionOf(measure);
    return rate === undefined ? [] : [{ code: leaf.code, rate }];
  });
}

/**
 * Empty when there is nothing to compare. `told`: the end whose units were named with their rates before; `base`: of
 * which of several rates it speaks.
 */
export function extremesSentence(
  prose: Prose,
  result: IndicatorResult,
  told?: 'highest' | 'lowest',
  base = '',
): string {
  const rates = unitRates(prose, result.indicator.id);
  const whole = fractionOf(result.measure);
  if (rates.length < 2 || whole === undefined) return '';
  const { id } = result.indicator;
  const [lowest, highest] = lowestAndHighest(prose, rates);
  if (lowest.printed === highest.printed) {
    return prose.say('extremes.equal', {
      reported: figure(prose, id, 'rates', prose.frame.count(rates.length)),
      rate: figure(prose, id, 'rate', highest.printed, { unit: highest.unit }),
    });
  }
  if (!isSpread(rates)) return '';
  return prose.say('extremes', {
    base,
    highest: told === 'highest' ? '' : highest.names,
    highRate: figure(prose, id, 'rate', highest.printed, { unit: highest.unit }),
    lowest: told === 'lowest' ? '' : lowest.names,
    lowMany: lowest.many,
    lowRate: figure(prose, id, 'rate', lowest.printed, { unit: lowest.unit }),
    many: highest.many,
    full: highest.printed === FULL,
  });
}

function isSpread(rates: readonly UnitRate[]): boolean {
  const shares = rates.map(({ rate: { numerator, denominator } }) => numerator / denominator);
  return (largest(shares) - smallest(shares)) * 100 >= LEAST_SPREAD;
}

interface Extreme {
  /** The first of those that tie. */
  readonly unit: string;
  readonly names: string;
  /** All that tie. */
  readonly tied: readonly string[];
  readonly printed: string;
  /** So many tie that they are counted, not named. */
  readonly many: boolean;
}

/** Ties are units whose rates print alike. `rates` is not empty. */
export function lowestAndHighest(prose: Prose, rates: readonly UnitRate[]): readonly [Extreme, Extreme] {
  const sorted = [...rates].sort((left, right) => compareFractions(left.rate, right.rate));
  const tiedWith = (extreme: UnitRate | undefined): Extreme => {
    const text = extreme === undefined ? '' : printedRate(prose, extreme.rate);
    const tied = rates.filter(({ rate }) => printedRate(prose, rate) === text).map(({ code }) => code);
    return {
      unit: tied[0] ?? '',
      names: namesOrCount(prose, tied),
      tied,
      printed: text,
      many: tied.length > TIED_NAMED_AT_MOST,
    };
  };
  return [tiedWith(sorted[0]), tiedWith(sorted.at(-1))];
}

/** "còn xã Đông Thọ chưa có"; empty where all have it, or nobody. */
export function lackingUnits(prose: Prose, { indicator: { id } }: IndicatorResult, lacking: string): string {
  const rates = unitRates(prose, id);
  const without = rates.filter(({ rate }) => rate.numerator === 0).map(({ code }) => code);
  if (without.length === 0 || without.length === rates.length) return '';
  return prose.say('lacking', {
    count: figure(prose, id, 'without', prose.frame.count(without.length)),
    reported: figure(prose, id, 'rates', prose.frame.count(rates.length)),
    lacking,
    names: without.length > LACKING_NAMED_AT_MOST ? '' : namesOf(prose.frame, without),
  });
}
