/** Rates are rounded once, half away from zero, and sums that are no longer exact are none. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addSafely,
  compareFractions,
  divideRounded,
  roundedPercent,
} from '../../../src/values/exact-rate.js';

const DIVISOR = fc.bigInt({ min: 1n, max: 10n ** 20n });

describe('divideRounded', () => {
  it('gives the nearest whole number, and of two equally near the one farther from zero', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), DIVISOR, (dividend, divisor) => {
        const rounded = divideRounded(dividend, divisor);
        const twice = (dividend - rounded * divisor) * 2n;
        const size = twice < 0n ? -twice : twice;
        expect(size <= divisor).toBe(true);
        if (size === divisor) expect(twice < 0n).toBe(dividend > 0n);
      }),
    );
  });

  it.each([
    [5n, 10n, 1n],
    [-5n, 10n, -1n],
    [4n, 10n, 0n],
    [-4n, 10n, 0n],
    [15n, 10n, 2n],
    [-15n, 10n, -2n],
    [0n, 3n, 0n],
    [2n, 3n, 1n],
    [-1n, 3n, 0n],
    [7n, 1n, 7n],
  ])('%s over %s is %s', (dividend, divisor, rounded) => {
    expect(divideRounded(dividend, divisor)).toBe(rounded);
  });
});

describe('roundedPercent', () => {
  it.each([
    [31_245, 33_920, 2, 9211n],
    [1, 8, 1, 125n],
    [1, 8, 0, 13n],
    [0, 7, 2, 0n],
    [7, 7, 0, 100n],
    [-1, 200, 0, -1n],
    [9_007_199_254_740_991, 1, 0, 900_719_925_474_099_100n],
  ])('%s of %s with %s decimals is %s', (numerator, denominator, decimals, percent) => {
    expect(roundedPercent({ numerator, denominator }, decimals)).toBe(percent);
  });

  it('is none without a base', () => {
    expect(roundedPercent({ numerator: 1, denominator: 0 }, 2)).toBeUndefined();
    expect(roundedPercent({ numerator: 1, denominator: -1 }, 2)).toBeUndefined();
    expect(roundedPercent({ numerator: 1, denominator: 1 }, 0)).toBe(100n);
  });
});

describe('compareFractions', () => {
  it.each([
    [1, 3, 2, 6, 0],
    [1, 3, 1, 2, -1],
    [2, 3, 1, 2, 1],
    [0, 5, 0, 9, 0],
    [-1, 2, 1, 2, -1],
    [9_007_199_254_740_991, 9_007_199_254_740_990, 9_007_199_254_740_990, 9_007_199_254_740_989, -1],
  ])('%s/%s against %s/%s', (a, b, c, d, sign) => {
    const left = { numerator: a, denominator: b };
    const right = { numerator: c, denominator: d };
    expect(compareFractions(left, right)).toBe(sign);
  });
});

it('addSafely adds what stays exact', () => {
  expect(addSafely(2, 3)).toBe(5);
  expect(addSafely(2, -3)).toBe(-1);
  expect(addSafely(Number.MAX_SAFE_INTEGER, 0)).toBe(Number.MAX_SAFE_INTEGER);
  expect(addSafely(Number.MAX_SAFE_INTEGER, 1)).toBeUndefined();
  expect(addSafely(Number.MIN_SAFE_INTEGER, -1)).toBeUndefined();
});
