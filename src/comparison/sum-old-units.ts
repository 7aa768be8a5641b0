/** Adds figures of old units: counts only, with coverage; a rate is never added, a missing unit never read as zero. */
import type { DatedUnit, IndicatorRecord, MeasureRecord, RestatedMeasure } from '../model.js';
import { addSafely } from '../values/exact-rate.js';
import type { PreviousPeriod } from './previous-period.js';
import { defined } from '../values/defined.js';

/** What an indicator needs to be known by: today's definition of it. */
export type ComparedIndicator = Pick<IndicatorRecord, 'id' | 'kind' | 'scale'>;

/** True when the earlier period counted the same thing under this id. */
export const isSameFigure = (previous: PreviousPeriod, { id, kind, scale }: ComparedIndicator): boolean =>
  previous.definitionsOf(id).every((then) => then.kind === kind && then.scale === scale);

/** The sum over the old units; `kind` as the caller knows it. No reason when at least one unit has the figure. */
export function sumOfOldUnits(
  previous: PreviousPeriod,
  old: readonly DatedUnit[],
  indicator: ComparedIndicator,
  kind: RestatedMeasure['kind'],
): RestatedMeasure {
  const coverage = { reported: 0, expected: old.length };
  if (!isSameFigure(previous, indicator))
    return { kind: 'notComparable', reason: 'otherDefinition', ...coverage };
  let total: Counts | undefined;
  const missing: string[] = [];
  for (const { code } of old) {
    const measure = previous.measures.get(code)?.[indicator.id];
    if (measure?.state === 'notApplicable') {
      coverage.expected -= 1;
      continue;
    }
    if (measure === undefined || !isUsable(measure, indicator)) {
      missing.push(code);
      continue;
    }
    const sum = total === undefined ? countsOf(measure) : addCounts(total, countsOf(measure));
    if (sum === undefined) return { kind: 'notComparable', reason: 'unsafe', ...coverage };
    total = sum;
  }
  const left = missing.length === 0 ? {} : { missing };
  if (total !== undefined)
    return { kind, ...total, ...coverage, reported: coverage.expected - missing.length, ...left };
  const rates = old.flatMap(({ code }) => previous.rates.get(code)?.[indicator.id]?.rate ?? []);
  if (rates.length === 0) return { kind: 'notComparable', reason: 'noFigure', ...coverage, ...left };
  const [only] = rates;
  return old.length === 1 && only !== undefined
    ? { kind: 'exact', reason: 'rateOnly', rate: only, ...coverage, ...left }
    : { kind: 'notComparable', reason: 'rateOnly', ...coverage, ...left };
}

export interface Counts {
  readonly n: number;
  readonly d?: number;
  readonly pending?: number;
}

/** A rate needs both its sides. */
export const isUsable = (measure: MeasureRecord, { kind }: ComparedIndicator): boolean =>
  measure.reported > 0 && (kind !== 'rate' || measure.d !== undefined);

export const countsOf = ({ n, d, pending }: Counts): Counts => ({
  n,
  ...defined({ d }),
  ...(pending === undefined || pending === 0 ? {} : { pending }),
});

/** The counts of a restated figure; undefined when it has none. */
export const countsOfRestated = ({ n, d, pending }: RestatedMeasure): Counts | undefined =>
  n === undefined
    ? undefined
    : countsOf({
        n,
        ...defined({ d, pending }),
      });

/** Undefined when a sum would no longer be exact. */
export function addCounts(one: Counts, other: Counts): Counts | undefined {
  const n = addSafely(one.n, other.n);
  const d = one.d === undefined || other.d === undefined ? undefined : addSafely(one.d, other.d);
  const pending = addSafely(one.pending ?? 0, other.pending ?? 0);
  const lostBase = one.d !== undefined && other.d !== undefined && d === undefined;
  if (n === undefined || pending === undefined || lostBase) return undefined;
  return countsOf({ n, ...defined({ d }), pending });
}
