/** Like with like where the whole is not complete: both sides over the blocks that have the figure on both sides. */
import type { CommonGround, ComparisonBlock, IndicatorRecord, MeasureRecord } from '../model.js';
import { differenceOf } from './difference.js';
import type { PreviousPeriod } from './previous-period.js';
import {
  addCounts,
  countsOf,
  countsOfRestated,
  isUsable,
  sumOfOldUnits,
  type Counts,
} from './sum-old-units.js';
import { defined } from '../values/defined.js';

/** Undefined when no block, or every block, is complete on both sides. */
export function commonGround(
  blocks: readonly ComparisonBlock[],
  measureOf: (code: string) => MeasureRecord | undefined,
  previous: PreviousPeriod,
  indicator: IndicatorRecord,
  decimals: number,
): CommonGround | undefined {
  let now: Counts | undefined;
  let then: Counts | undefined;
  let units = 0;
  const of = blocks.reduce((sum, block) => sum + block.new.length, 0);
  for (const block of blocks) {
    const today = currentOfBlock(block, measureOf, indicator);
    const before = sumOfOldUnits(previous, block.old, indicator, 'block');
    const old = countsOfRestated(before);
    if (today === undefined || old === undefined || before.reported < before.expected) continue;
    const sums = [
      now === undefined ? today : addCounts(now, today),
      then === undefined ? old : addCounts(then, old),
    ];
    if (sums[0] === undefined || sums[1] === undefined) return undefined;
    [now, then] = sums;
    units += block.new.length;
  }
  if (now === undefined || then === undefined || units === of) return undefined;
  const outcome = differenceOf(now, then, indicator, decimals);
  return outcome === undefined
    ? undefined
    : { units, of, current: plain(now), previous: plain(then), difference: outcome.difference };
}

/** The sum over today's units of a block to which it applies; undefined when one of them has no figure. */
export function currentOfBlock(
  block: ComparisonBlock,
  measureOf: (code: string) => MeasureRecord | undefined,
  indicator: IndicatorRecord,
): Counts | undefined {
  let total: Counts | undefined;
  for (const { code } of block.new) {
    const measure = measureOf(code);
    if (measure?.state === 'notApplicable') continue;
    if (measure === undefined || !isUsable(measure, indicator)) return undefined;
    const counts = countsOf(measure);
    const sum: Counts | undefined = total === undefined ? counts : addCounts(total, counts);
    if (sum === undefined) return undefined;
    total = sum;
  }
  return total;
}

const plain = ({ n, d }: Counts): CommonGround['current'] => ({ n, ...defined({ d }) });
