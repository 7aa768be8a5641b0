/** What the sentences of a rate say besides it: over another base, of those that it lacks, where it may end. */
import type { MeasureRecord } from '../../model.js';
import { isOutOfReach, lacksUnits } from '../../measures/settled-target.js';
import {
  figure,
  fractionOf,
  indicatorResult,
  isReported,
  printed,
  printedRate,
  type IndicatorResult,
  type Prose,
} from '../prose/prose.js';
import { coverageKey } from '../prose/outside.js';
import { listed } from '../prose/vietnamese-list.js';
import type { Entry } from '../wording/outline.js';
import { targetDifference } from '../../measures/target-outcome.js';
import type { Fraction } from '../../values/exact-rate.js';
import { targetOfWhole } from './judged-targets.js';

type RateEntry = Extract<Entry, { kind: 'rate' }>;

/** The same numerator over another base, of the same units: of others it would contradict the sentence. */
export function otherBaseClause(
  prose: Prose,
  result: IndicatorResult,
  other: IndicatorResult | undefined,
): string {
  const data = other === undefined ? undefined : otherBaseData(prose, result, other);
  // Of nothing only the other base itself is news.
  const isZero = other?.measure.n === 0;
  return data === undefined ? '' : prose.say(isZero ? 'rate.otherBaseOfNone' : 'rate.otherBaseClause', data);
}

export function otherBaseData(prose: Prose, result: IndicatorResult, other: IndicatorResult) {
  const rate = fractionOf(other.measure);
  if (rate === undefined || !isReported(other)) return undefined;
  if (coverageKey(prose, other) !== coverageKey(prose, result)) return undefined;
  const { indicator } = other;
  return {
    base: indicator.baseLabel ?? prose.say('base.unnamed', {}),
    n: figure(prose, indicator.id, 'n', printed(prose, indicator, rate.numerator)),
    d: figure(prose, indicator.id, 'd', printed(prose, indicator, rate.denominator)),
    unit: indicator.unit,
    rate: figure(prose, indicator.id, 'rate', printedRate(prose, rate)),
  };
}

/** What became of those that the numerator of a headline rate lacks: not awarded, without decision. */
export function remaining(prose: Prose, entry: RateEntry, result: IndicatorResult, unit: string): string {
  const { indicator, measure } = result;
  const { pending = 0 } = measure;
  const left = Object.entries(entry.remainder).flatMap(([id, text]) => {
    const one = indicatorResult(prose, id);
    if (one === undefined || one.measure.n === 0) return [];
    if (coverageKey(prose, one) !== coverageKey(prose, result)) return [];
    return [{ n: one.measure.n, id, text }];
  });
  if (!indicator.headline || (pending === 0 && left.length === 0)) return '';
  const rest = left.reduce((sum, { n }) => sum + n, 0);
  const { count } = prose.frame;
  const one = left.length === 1;
  const itemsOf = (some: typeof left): string =>
    listed(
      some.map(({ n, id, text }) => `${figure(prose, id, 'n', count(n))} ${one ? `${unit} ` : ''}${text}`),
    );
  // What the annex lists stands together, and it is pointed to behind that.
  const inAnnex = left.filter(({ id }) => isListed(prose, id));
  const items = itemsOf([...inAnnex, ...left.filter((item) => !inAnnex.includes(item))]);
  return prose.say(left.length === 0 ? 'undecided' : 'remaining', {
    pending: figure(prose, indicator.id, 'pending', count(pending)),
    unit,
    items,
    one,
    all: rest === (measure.d ?? 0) - measure.n,
  });
}

/** What the headline rate were with all that waits for its decision, and how that stands beside the target. */
export function ifAwarded(prose: Prose, { indicator, measure }: IndicatorResult, unit: string): string {
  const result = { indicator, measure };
  const { pending = 0 } = measure;
  if (!indicator.headline || pending === 0 || isTargetOutOfReach(prose, result)) return '';
  const rate = ifAllAwarded(measure);
  if (rate === undefined) return '';
  const judged = targetOfWhole(prose, result);
  const isTurned = judged?.outcome.state === 'missed' && !judged.outcome.atMost;
  const best = { ...measure, n: rate.numerator };
  const outcome = isTurned ? targetDifference(judged.target, best, prose.frame.decimals) : undefined;
  return prose.say('ifAwarded', {
    pending: figure(prose, indicator.id, 'pending', prose.frame.count(pending)),
    unit,
    high: figure(prose, indicator.id, 'allAwarded', printedRate(prose, rate)),
    targeted: outcome !== undefined,
    exceeded: outcome?.state === 'exceeded',
    reached: outcome?.state === 'reached',
  });
}

/** Its sentence says so, whatever still comes. */
function isTargetOutOfReach(prose: Prose, result: IndicatorResult): boolean {
  const judged = targetOfWhole(prose, result);
  if (judged === undefined) return false;
  return isOutOfReach(judged.target, judged.outcome, result.measure, prose.frame.decimals);
}

/** An annex lists the rows that it counts. */
const isListed = ({ wording }: Prose, indicator: string): boolean =>
  wording.tables.annexes.some(({ about }) => about?.includes(indicator) === true);

/** With all of the open decisions of those in the rate. Without them it is the rate as it stands. */
function ifAllAwarded(measure: MeasureRecord): Fraction | undefined {
  const rate = fractionOf(measure);
  if (rate === undefined || !measure.pending) return undefined;
  return { ...rate, numerator: Math.min(rate.numerator + measure.pending, rate.denominator) };
}

/** A wider range tells nobody where the rate will be. */
const WIDEST_RANGE = 3;

/**
 * "từ 88,10% đến 90,45% nếu tính cả các đơn vị còn lại": of headline rates, where it is narrow. Of communes the numbers
 * say it themselves; where a target is out of reach its sentence says what the range would.
 */
export function boundsText(prose: Prose, { ofCommunes }: RateEntry, result: IndicatorResult): string {
  const { indicator, measure } = result;
  // Of open decisions alone their own sentence says it.
  if (measure.bounds === undefined || !indicator.headline || !lacksUnits(measure) || ofCommunes) return '';
  if (isTargetOutOfReach(prose, result)) return '';
  const { low, high } = measure.bounds;
  if ((high[0] / high[1] - low[0] / low[1]) * 100 > WIDEST_RANGE) return '';
  const of = ([numerator, denominator]: readonly [number, number]): string =>
    printedRate(prose, { numerator, denominator });
  return prose.say('bounds', {
    low: figure(prose, indicator.id, 'low', of(low)),
    high: figure(prose, indicator.id, 'high', of(high)),
  });
}
