/** Whether a target is decided: reached or missed whatever comes of open decisions and of units that are still missing. */
import type { MeasureRecord, Target } from '../model.js';
import type { Fraction } from '../values/exact-rate.js';
import { printedAim, targetOutcome, type TargetOutcome } from './target-outcome.js';

type Aim = Pick<Target, 'comparator' | 'value' | 'kind'>;

const ALL = '100%';

/** Units that are due are not in the figure. */
export const lacksUnits = ({ reported, expected }: MeasureRecord): boolean => reported < expected;

/** Decisions are open or units are missing. */
export const isProvisional = (measure: MeasureRecord): boolean =>
  lacksUnits(measure) || (measure.pending ?? 0) > 0;

/** Met, missed, or still open; `outcome` is how the figure stands beside the target today. */
export function targetState(
  target: Aim,
  outcome: Pick<TargetOutcome, 'state' | 'atMost'>,
  measure: MeasureRecord,
  decimals: number,
): 'met' | 'missed' | 'open' {
  if (outcome.state === 'missed')
    return !isProvisional(measure) || isOutOfReach(target, outcome, measure, decimals) ? 'missed' : 'open';
  return isSafe(target, outcome, measure, decimals) ? 'met' : 'open';
}

/** What is still open cannot take it away. */
function isSafe(
  target: Aim,
  { atMost }: Pick<TargetOutcome, 'atMost'>,
  measure: MeasureRecord,
  decimals: number,
): boolean {
  if (!isProvisional(measure)) return true;
  if (atMost) return false;
  if (target.kind === 'count') return true;
  // Without units that are missing, open decisions can only add.
  if (!lacksUnits(measure)) return true;
  if (measure.bounds === undefined) return false;
  const [n, d] = measure.bounds.low;
  return targetOutcome(target, { ...measure, n, d }, decimals)?.state !== 'missed';
}

/** What is still open cannot make up for what is lacking. */
export function isOutOfReach(
  target: Aim,
  { state, atMost }: Pick<TargetOutcome, 'state' | 'atMost'>,
  measure: MeasureRecord,
  decimals: number,
): boolean {
  if (state !== 'missed' || target.kind !== 'rate' || atMost) return false;
  if (bestRate(target, measure, decimals) !== undefined) return true;
  const { n, d = 0, pending = 0 } = measure;
  // Of all, one that lacks it is enough.
  return printedAim(target) === ALL && n + pending < d;
}

/** The highest rate that is still possible, where something is open and even that one falls short of the target. */
export function bestRate(target: Aim, measure: MeasureRecord, decimals: number): Fraction | undefined {
  const { d, pending = 0, bounds } = measure;
  if (target.kind !== 'rate' || target.comparator === 'at_most' || d === undefined) return undefined;
  const byDecisions = lacksUnits(measure) || pending === 0 ? undefined : ([measure.n + pending, d] as const);
  const [numerator, denominator] = bounds?.high ?? byDecisions ?? [];
  if (numerator === undefined || denominator === undefined) return undefined;
  const best = targetOutcome(target, { ...measure, n: numerator, d: denominator }, decimals);
  return best?.state === 'missed' ? { numerator, denominator } : undefined;
}
