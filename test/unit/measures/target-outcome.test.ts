/** Results against targets: decided exactly, printed rounded. */
import { describe, expect, it } from 'vitest';
import type { MeasureRecord, Target } from '../../../src/model.js';
import { targetOutcome } from '../../../src/measures/target-outcome.js';
import { defined } from '../../../src/values/defined.js';

const measure = (n: number, d?: number): MeasureRecord => ({
  n,
  ...defined({ d }),
  reported: 1,
  expected: 1,
});
const target = (
  value: string,
  comparator: Target['comparator'] = 'at_least',
  kind: Target['kind'] = 'rate',
) => ({
  value,
  comparator,
  kind,
});

describe('targetOutcome', () => {
  it.each([
    // n, d, target, state, points, needed
    [9014, 10000, '92', 'missed', '1,86', 186],
    [9211, 10000, '90', 'exceeded', '2,11', 0],
    [90, 100, '90', 'reached', undefined, 0],
    [128, 142, '92', 'missed', '1,86', 3],
    [89_996, 100_000, '90', 'missed', undefined, 4],
    [90_004, 100_000, '90', 'reached', undefined, 0],
    [925, 1000, '92,5', 'reached', undefined, 0],
    [924, 1000, '92.5', 'missed', '0,10', 1],
  ])('%i/%i against %s: %s', (n, d, value, state, points, needed) => {
    const outcome = targetOutcome(target(value), measure(n, d), 2);
    expect(outcome).toMatchObject({ state, needed });
    expect(outcome?.points).toBe(points);
  });

  it('needs exactly the number that meets the target, and no fewer', () => {
    for (let d = 1; d <= 60; d += 1) {
      for (let n = 0; n <= d; n += 1) {
        const outcome = targetOutcome(target('87,5'), measure(n, d), 2);
        if (outcome?.state !== 'missed') continue;
        const met = (more: number): boolean => (n + more) * 1000 >= 875 * d;
        expect(met(outcome.needed) && !met(outcome.needed - 1)).toBe(true);
      }
    }
  });

  it('turns round for at most', () => {
    expect(targetOutcome(target('5', 'at_most'), measure(6, 100), 2)).toMatchObject({
      state: 'missed',
      needed: 1,
    });
    expect(targetOutcome(target('5', 'at_most'), measure(4, 100), 2)).toMatchObject({ state: 'exceeded' });
  });

  it('compares counts', () => {
    expect(targetOutcome(target('14', 'at_least', 'count'), measure(11), 2)).toMatchObject({
      state: 'missed',
      needed: 3,
    });
    expect(targetOutcome(target('14', 'at_least', 'count'), measure(15), 2)).toMatchObject({
      state: 'exceeded',
      needed: 1,
    });
  });

  it('says nothing without a figure, a base or a number', () => {
    expect(targetOutcome(target('90'), { n: 0, d: 0, reported: 0, expected: 3 }, 2)).toBeUndefined();
    expect(targetOutcome(target('90'), measure(0, 0), 2)).toBeUndefined();
    expect(targetOutcome(target('cao'), measure(1, 2), 2)).toBeUndefined();
  });
});
