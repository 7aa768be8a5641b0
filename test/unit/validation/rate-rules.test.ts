/** Typed percentages: rounding is right, truncation a habit, the rest a warning or an error that names its reason. */
import { describe, expect, it } from 'vitest';
import { checkUnit, ruleOf, seen, undecided } from './small-set.js';

const rate = { typed: 'rateTyped', numerator: 'titled', denominator: 'households' } as const;
const row = (rateTyped: number | null, titled: number, households: number | null) => ({
  rows: [{ areaName: 'A', households, titled, rateTyped }],
});

describe('rateReported', () => {
  const rule = ruleOf({ kind: 'rateReported', ...rate, nearPoints: '0.1' });
  it.each([
    ['rounded', 90.44, 766, 847, []],
    ['rounded to fewer decimals', 90.4, 766, 847, []],
    ['rounded to a whole number', 90, 766, 847, []],
    ['truncated', 90.43, 766, 847, [['row/rate-truncated', 'info']]],
    ['truncated at one decimal', 66.6, 4, 6, [['row/rate-truncated', 'info']]],
    ['a tenth of a point off', 90.53, 766, 847, [['row/rate-near', 'warning']]],
    ['more than a tenth off', 90.54, 766, 847, [['row/rate-differs', 'error']]],
    ['two digits swapped', 98.63, 2105, 2140, [['row/rate-digits-swapped', 'error']]],
  ])('%s', (_, typed, titled, households, expected) => {
    const found = seen(checkUnit(rule, row(typed, titled, households)));
    expect(found.map(({ code, severity }) => [code, severity])).toEqual(expected);
    for (const { cell, fields } of found)
      expect([cell, fields]).toEqual(['D2', ['rateTyped', 'titled', 'households']]);
  });

  it('never weighs more than the rule', () => {
    const mild = ruleOf({ kind: 'rateReported', ...rate, nearPoints: '0.1', severity: 'warning' });
    expect(seen(checkUnit(mild, row(50, 9, 10)))).toMatchObject([{ severity: 'warning' }]);
  });

  it('checks the total row too', () => {
    const result = checkUnit(rule, {
      rows: [{ areaName: 'A', households: 10, titled: 9, rateTyped: null }],
      totals: { areaName: 'Tổng cộng', households: 10, titled: 9, rateTyped: 95 },
    });
    expect(seen(result)).toMatchObject([{ code: 'row/rate-differs', cell: 'D3' }]);
  });

  it('decides nothing without a percentage, a base, or with a base of zero', () => {
    for (const figures of [row(null, 9, 10), row(90, 9, null), row(90, 9, 0)]) {
      const result = checkUnit(rule, figures);
      expect([result.findings.length, undecided(result)]).toEqual([0, 1]);
    }
  });
});

describe('a share of a whole above 100 %', () => {
  const rule = ruleOf({ kind: 'rateReported', ...rate, nearPoints: '0.1' });
  it('is an error also where one of the two figures is blank', () => {
    const blank = checkUnit(rule, {
      rows: [{ areaName: 'A', households: 10, titled: null, rateTyped: 110 }],
    });
    for (const result of [blank, checkUnit(rule, row(110, 9, null)), checkUnit(rule, row(110, 9, 0))])
      expect(seen(result)).toMatchObject([
        { code: 'row/above-maximum', severity: 'error', cell: 'D2', fields: ['rateTyped'] },
      ]);
    expect(checkUnit(rule, row(100, 9, null)).findings).toEqual([]);
  });
  it('is told once where both are known', () => {
    expect(seen(checkUnit(rule, row(110, 9, 10)))).toMatchObject([{ code: 'row/rate-differs' }]);
  });
});

describe('wrongBase', () => {
  const rule = ruleOf({ kind: 'wrongBase', ...rate, otherBases: ['registered'] });
  const based = (rateTyped: number | null) => ({
    rows: [{ households: 300, registered: 250, titled: 240, rateTyped }],
  });
  it('is silent on the declared base and on what fits none', () => {
    expect(checkUnit(rule, based(80)).findings).toEqual([]);
    expect(checkUnit(rule, based(77)).findings).toEqual([]);
  });
  it('names the other base', () => {
    const result = checkUnit(rule, based(96));
    expect(seen(result)).toMatchObject([{ code: 'row/rate-other-base', cell: 'D2' }]);
    expect(result.findings[0]?.message).toContain('registered');
  });
  it('sees an inverted fraction', () => {
    expect(seen(checkUnit(rule, based(125)))).toMatchObject([{ code: 'row/rate-inverted', cell: 'D2' }]);
  });
  it('decides nothing without a typed percentage', () => {
    expect(undecided(checkUnit(rule, based(null)))).toBe(1);
  });
});
