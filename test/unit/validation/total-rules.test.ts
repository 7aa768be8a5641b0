/** Rules about totals: the difference is found at the total's cell, explained where a slip of the hand explains it. */
import { describe, expect, it } from 'vitest';
import type { RuleDefinition } from '../../../src/model.js';
import { checkUnit, ruleOf, seen, undecided } from './small-set.js';

const two = (first: number | null, second: number | null) => [
  { areaName: 'A', households: first },
  { areaName: 'B', households: second },
];

describe('sumOf', () => {
  const totalRow = ruleOf({ kind: 'sumOf', total: 'totalRow', of: 'rows', form: 'bieu-01' });

  it('compares the typed total row with the rows', () => {
    expect(
      checkUnit(totalRow, { rows: two(10, 20), totals: { areaName: 'Tổng cộng', households: 30 } }).findings,
    ).toEqual([]);
    const result = checkUnit(totalRow, {
      rows: two(10, 20),
      totals: { areaName: 'Tổng cộng', households: 35 },
    });
    expect(seen(result)).toEqual([
      { code: 'total/row-differs', severity: 'error', cell: 'B4', fields: ['households'] },
    ]);
    expect(result.findings[0]?.message).toContain('5 hộ');
    expect(result.findings[0]?.related?.map(({ cell }) => cell)).toEqual(['B2', 'B3']);
  });

  it('does not add rows of which one is blank', () => {
    const result = checkUnit(totalRow, { rows: two(10, null), totals: { households: 10 } });
    expect(result.findings).toEqual([]);
    expect(undecided(result)).toBe(1);
  });

  it('counts rows against the declared number', () => {
    const rule = ruleOf({ kind: 'sumOf', total: 'areasDeclared', of: 'rows', form: 'bieu-01' });
    expect(checkUnit(rule, { rows: two(1, 2), own: { areasDeclared: 2 } }).findings).toEqual([]);
    expect(seen(checkUnit(rule, { rows: two(1, 2), own: { areasDeclared: 3 } }))).toEqual([
      { code: 'total/row-count-differs', severity: 'error', cell: 'B2', fields: ['areasDeclared'] },
    ]);
    expect(undecided(checkUnit(rule, { rows: two(1, 2), own: { areasDeclared: null } }))).toBe(1);
  });

  it('compares a declared sum with the rows', () => {
    const rule = ruleOf({
      kind: 'sumOf',
      total: 'householdsDeclared',
      of: ['households'],
      form: 'bieu-01',
    });
    expect(checkUnit(rule, { rows: two(1, 2), own: { householdsDeclared: 3 } }).findings).toEqual([]);
    expect(seen(checkUnit(rule, { rows: two(1, 2), own: { householdsDeclared: 4 } }))).toMatchObject([
      { code: 'total/sum-differs', cell: 'B2', fields: ['householdsDeclared', 'households'] },
    ]);
    expect(undecided(checkUnit(rule, { rows: two(1, null), own: { householdsDeclared: 4 } }))).toBe(1);
  });
});

describe('a field entered by row and for the whole unit', () => {
  const other = ruleOf({ kind: 'range', field: 'agencies', min: 0 });
  const rows = [{ weddings: 3 }, { weddings: 4 }];

  it('must say the same at both places', () => {
    const at = (rule: typeof other, weddings: number | null) =>
      seen(checkUnit(rule, { rows, own: { weddings } }));
    expect(at(other, 7)).toEqual([]);
    expect(at(other, null)).toEqual([]);
    expect(at(other, 9)).toEqual([
      { code: 'total/two-places-differ', severity: 'error', cell: 'B2', fields: ['weddings'] },
    ]);
    const own = ruleOf({
      kind: 'sumOf',
      total: 'weddings',
      of: ['weddings'],
      form: 'bieu-01',
      severity: 'warning',
    });
    expect(at(own, 9)).toMatchObject([{ code: 'total/two-places-differ', severity: 'warning' }]);
  });
});

describe('digits', () => {
  const rule = ruleOf({
    kind: 'digits',
    total: 'totalRow',
    of: 'rows',
    form: 'bieu-01',
    severity: 'info',
  });
  it.each([
    [700, 550, 1520, 'total/digits-swapped'],
    [700, 550, 11250, 'total/digit-doubled'],
    [500, 525, 125, 'total/zero-slip'],
    [700, 550, 12500, 'total/decimal-slip'],
    [700, 550, 1260, 'total/one-digit-differs'],
  ])('explains %i + %i typed as %i', (first, second, households, code) => {
    expect(seen(checkUnit(rule, { rows: two(first, second), totals: { households } }))).toMatchObject([
      { code, severity: 'info', fields: ['households'] },
    ]);
  });

  it('points at the one row whose slip would explain the difference', () => {
    const result = checkUnit(rule, { rows: two(231, 450), totals: { households: 663 } });
    expect(seen(result)).toMatchObject([{ code: 'total/row-explains', cell: 'B2' }]);
    expect(result.findings[0]?.expected).toEqual(['213 hộ']);
  });

  it('is silent on right totals and on differences without such an explanation', () => {
    expect(checkUnit(rule, { rows: two(700, 550), totals: { households: 1250 } }).findings).toEqual([]);
    expect(checkUnit(rule, { rows: two(700, 550), totals: { households: 1387 } }).findings).toEqual([]);
    expect(undecided(checkUnit(rule, { rows: two(700, null), totals: { households: 1 } }))).toBe(1);
  });
});

describe('partOfWhole and rateLimits on the unit’s figures', () => {
  it('compare sums and own entries', () => {
    const rule = ruleOf({ kind: 'partOfWhole', parts: ['weddings'], whole: 'households', level: 'both' });
    expect(checkUnit(rule, { rows: two(4, 5), own: { weddings: 9 } }).findings).toEqual([]);
    expect(seen(checkUnit(rule, { rows: two(4, 5), own: { weddings: 10 } }))).toMatchObject([
      { code: 'total/part-exceeds-whole', cell: 'B2', fields: ['weddings', 'households'] },
    ]);
    expect(undecided(checkUnit(rule, { rows: two(4, null), own: { weddings: 10 } }))).toBe(1);
  });

  it('remark high rates only from the base on, as a warning at most', () => {
    const rule = ruleOf({
      kind: 'rateLimits',
      numerator: 'titled',
      denominator: 'households',
      remarkFrom: '98',
      minBase: 200,
      level: 'unit',
    });
    const unit = (titled: number, households: number) =>
      seen(checkUnit(rule, { rows: [{ titled, households }] }));
    expect(unit(18, 18)).toEqual([]);
    expect(unit(195, 200)).toEqual([]);
    expect(unit(196, 200)).toMatchObject([{ code: 'total/rate-nearly-full', severity: 'warning' }]);
    expect(unit(201, 200)).toMatchObject([{ code: 'total/rate-over-hundred', severity: 'error' }]);
    const row = { ...rule, level: 'row' } as RuleDefinition;
    expect(seen(checkUnit(row, { rows: [{ titled: 196, households: 200 }] }))).toMatchObject([
      { code: 'row/rate-nearly-full', severity: 'warning' },
    ]);
  });
});

describe('quota', () => {
  const rule = ruleOf({ kind: 'quota', part: 'commended', eligible: 'eligible', percent: 15 });
  it('allows whole things only', () => {
    expect(checkUnit(rule, { own: { commended: 15, eligible: 106 } }).findings).toEqual([]);
    expect(seen(checkUnit(rule, { own: { commended: 16, eligible: 106 } }))).toMatchObject([
      { code: 'total/quota-exceeded', cell: 'B2', fields: ['commended', 'eligible'] },
    ]);
    expect(undecided(checkUnit(rule, { own: { commended: 16, eligible: null } }))).toBe(1);
  });
});

describe('standardsMet', () => {
  const rule = ruleOf({
    kind: 'standardsMet',
    given: { field: 'communeProposed', in: ['yes'] },
    form: 'bieu-04',
  });
  const answers = (...met: (string | null)[]) =>
    met.map((criterionMet, index) => ({
      criterionCode: ['1.1', '1.2', '2.1'][index] ?? '',
      criterionMet,
    }));
  const proposed = { communeProposed: 'yes' };

  it('lets one of several criteria do where the standard says so', () => {
    const rows = answers('met', 'notMet', 'notApplicable');
    expect(checkUnit(rule, { own: proposed, rows }).findings).toEqual([]);
  });
  it('names the cell of the proposal and the criteria', () => {
    const result = checkUnit(rule, { own: proposed, rows: answers('notMet', 'notMet', 'met') });
    expect(seen(result)).toMatchObject([
      { code: 'total/standard-not-met', cell: 'B2', fields: ['communeProposed'] },
    ]);
    expect(result.findings[0]?.related?.map(({ cell }) => cell)).toEqual(['B2', 'B3']);
  });
  it('asks nothing without a proposal and decides nothing on blanks', () => {
    const rows = answers('notMet', 'notMet', 'met');
    expect(checkUnit(rule, { own: { communeProposed: 'no' }, rows }).findings).toEqual([]);
    const open = checkUnit(rule, { own: proposed, rows: answers('met', null, null) });
    expect([open.findings.length, undecided(open)]).toEqual([0, 1]);
  });
});
