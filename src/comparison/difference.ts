/** Differences as people will check them: counts exactly, rates as the difference of the two printed rates. */
import type { Difference, IndicatorRecord } from '../model.js';
import { divideRounded, roundedPercent } from '../values/exact-rate.js';
import type { Counts } from './sum-old-units.js';
import { defined } from '../values/defined.js';

/** A side of a difference: counts, or a rate of which nothing else is known (percent, exact text). */
export type Side = Counts | { readonly rate: string };

/** Why no points can be given although both sides have figures. */
export type NoPoints = 'pending' | 'noBase';

export interface Differing {
  readonly difference: Difference;
  readonly without?: NoPoints;
}

/** Undefined when there is nothing to compare. `decimals` as the rates are printed. */
export function differenceOf(
  now: Counts,
  then: Side,
  indicator: Pick<IndicatorRecord, 'kind' | 'noRateWhilePending'>,
  decimals: number,
): Differing | undefined {
  const number = 'rate' in then ? undefined : now.n - then.n;
  const counted = defined({ number });
  const byNumber = (): Difference | undefined =>
    number === undefined ? undefined : { ...counted, direction: directionOf(number) };
  if (indicator.kind !== 'rate') {
    const difference = byNumber();
    return difference === undefined ? undefined : { difference };
  }
  if (indicator.noRateWhilePending === true && (isPending(now) || isPending(then)))
    return withoutPoints(byNumber(), 'pending');
  const [today, before] = [printed(now, decimals), printed(then, decimals)];
  if (today === undefined || before === undefined) return withoutPoints(byNumber(), 'noBase');
  const points = Number(today - before);
  return { difference: { ...counted, points, direction: directionOf(points) } };
}

const withoutPoints = (difference: Difference | undefined, without: NoPoints): Differing | undefined =>
  difference === undefined ? undefined : { difference, without };

const directionOf = (value: number): Difference['direction'] =>
  value > 0 ? 'up' : value < 0 ? 'down' : 'same';

const isPending = (side: Side): boolean => 'n' in side && (side.pending ?? 0) > 0;

/** The rate as it is printed, in units of 10^-decimals percent. */
function printed(side: Side, decimals: number): bigint | undefined {
  if ('rate' in side) return roundedText(side.rate, decimals);
  return side.d === undefined
    ? undefined
    : roundedPercent({ numerator: side.n, denominator: side.d }, decimals);
}

/** "91,246" at two decimals → 9125n; undefined when the text is no plain decimal. */
export function roundedText(text: string, decimals: number): bigint | undefined {
  const match = /^(\d+)(?:[.,](\d+))?$/u.exec(text.trim());
  if (match === null) return undefined;
  const [, whole = '', fraction = ''] = match;
  return divideRounded(BigInt(whole + fraction) * 10n ** BigInt(decimals), 10n ** BigInt(fraction.length));
}
