/** Rules about what is plausible, against the previous period and against the other units of the run. */
import { describe, expect, it } from 'vitest';
import type { PreviousFigures } from '../../../src/validation/context.js';
import { checkUnit, checkUnits, ruleOf, seen, undecided } from './small-set.js';

const before = (
  totals: Readonly<Record<string, number>>,
  criteria = 'small',
): { readonly previous: ReadonlyMap<string, PreviousFigures> } => ({
  previous: new Map([['u1', { period: '2023', criteria, totals: new Map(Object.entries(totals)) }]]),
});

describe('copiedFigure', () => {
  const rule = ruleOf({ kind: 'copiedFigure', field: 'agencies', others: ['households'], atLeast: 50 });
  const unit = (agencies: number | null, households: number | null) =>
    checkUnit(rule, { own: { agencies }, rows: [{ households }] });
  it('finds a total equal to another indicator’s, from a size on', () => {
    expect(unit(60, 61).findings).toEqual([]);
    expect(unit(49, 49).findings).toEqual([]);
    const result = unit(60, 60);
    expect(seen(result)).toMatchObject([
      { code: 'plausibility/copied-figure', cell: 'B2', fields: ['agencies', 'households'] },
    ]);
    expect(result.findings[0]?.related).toMatchObject([{ sheet: 'bieu-01', cell: 'A2' }]);
    expect(undecided(unit(null, 60))).toBe(1);
  });
});

describe('magnitude', () => {
  const previous = ruleOf({
    kind: 'magnitude',
    field: 'fundsTotal',
    against: 'previous',
    atLeastUnits: 1,
  });
  it('finds a wrong unit of measure against last year', () => {
    const now = (funds: number) =>
      seen(checkUnit(previous, { own: { fundsTotal: funds } }, before({ fundsTotal: 45_000 })));
    expect(now(270)).toEqual([]);
    expect(now(450)).toMatchObject([{ code: 'plausibility/magnitude-previous', cell: 'B2' }]);
    expect(now(45_000_000)).toMatchObject([{ code: 'plausibility/magnitude-previous' }]);
    expect(undecided(checkUnit(previous, { own: { fundsTotal: 1 } }))).toBe(1);
    const other = checkUnit(previous, { own: { fundsTotal: 450 } }, before({ fundsTotal: 45_000 }, 'other'));
    expect(seen(other)).toMatchObject([{ severity: 'info' }]);
  });

  const peers = ruleOf({ kind: 'magnitude', field: 'fundsTotal', against: 'peers', atLeastUnits: 3 });
  const units = (...funds: (number | null)[]) =>
    checkUnits(
      peers,
      funds.map((fundsTotal) => ({ own: { fundsTotal } })),
    );
  it('finds it against the median of the others', () => {
    expect(units(200, 150, 180, 900).findings).toEqual([]);
    const result = units(200, 150, 180, 200_000);
    expect(seen(result)).toMatchObject([
      { code: 'plausibility/magnitude-peers', cell: 'B2', fields: ['fundsTotal'] },
    ]);
    expect(result.findings[0]?.unit).toBe('u4');
    expect(undecided(units(200, 150, 200_000))).toBe(3);
    expect(undecided(units(200, 150, 180, 170, null))).toBe(1);
  });
  it('weighs figures by their size where the rule says so', () => {
    const per = ruleOf({
      kind: 'magnitude',
      field: 'agencies',
      against: 'peers',
      per: 'eligible',
      atLeastUnits: 3,
    });
    const figures = [
      [100, 1000],
      [900, 9000],
      [20, 200],
      [1000, 1000],
    ].map(([agencies = null, eligible = null]) => ({ own: { agencies, eligible } }));
    expect(checkUnits(per, figures).findings.map(({ unit }) => unit)).toEqual(['u4']);
  });
});

describe('change', () => {
  const rule = ruleOf({
    kind: 'change',
    field: 'agencies',
    absolute: 10,
    relativePercent: 20,
    severity: 'warning',
  });
  const now = (agencies: number | null, was = 100, criteria?: string) =>
    checkUnit(rule, { own: { agencies } }, before({ agencies: was }, criteria));
  it('needs both limits passed', () => {
    expect(now(120).findings).toEqual([]);
    expect(now(12, 8).findings).toEqual([]);
    expect(seen(now(121))).toMatchObject([{ code: 'plausibility/change', cell: 'B2', severity: 'warning' }]);
    expect(seen(now(40, 0))).toMatchObject([{ code: 'plausibility/change-from-zero' }]);
  });
  it('is softened when the criteria set has changed and open without a figure', () => {
    expect(seen(now(121, 100, 'older'))).toMatchObject([{ severity: 'info' }]);
    expect(undecided(now(null))).toBe(1);
    expect(undecided(checkUnit(rule, { own: { agencies: 1 } }))).toBe(1);
  });
});

describe('repeated', () => {
  const last = ruleOf({
    kind: 'repeated',
    fields: ['agencies', 'commended', 'eligible'],
    against: 'previous',
    minRows: 3,
  });
  it('finds a block identical to last year’s', () => {
    const own = { agencies: 5, commended: 6, eligible: 7 };
    expect(checkUnit(last, { own }, before({ ...own, eligible: 8 })).findings).toEqual([]);
    expect(seen(checkUnit(last, { own }, before(own)))).toMatchObject([
      { code: 'plausibility/repeated-previous', cell: 'B2' },
    ]);
    expect(seen(checkUnit(last, { own }, before(own, 'other')))).toMatchObject([{ severity: 'info' }]);
    expect(undecided(checkUnit(last, { own: { ...own, agencies: null } }, before(own)))).toBe(1);
    const none = { agencies: 0, commended: 0, eligible: 0 };
    expect(checkUnit(last, { own: none }, before(none)).findings).toEqual([]);
  });

  const units = ruleOf({
    kind: 'repeated',
    fields: ['households', 'titled'],
    against: 'units',
    minRows: 2,
  });
  const block = (first: number, second: number | null) => ({
    rows: [
      { households: first, titled: 1 },
      { households: second, titled: 2 },
    ],
  });
  it('tells each unit whose rows it shares', () => {
    expect(checkUnits(units, [block(10, 20), block(10, 21)]).findings).toEqual([]);
    const result = checkUnits(units, [block(10, 20), block(1, 2), block(10, 20)]);
    expect(result.findings.map(({ unit, code }) => [unit, code])).toEqual([
      ['u1', 'plausibility/repeated-unit'],
      ['u3', 'plausibility/repeated-unit'],
    ]);
    expect(undecided(checkUnits(units, [block(10, 20), block(10, null)]))).toBe(1);
  });
  it('is not impressed by one equal row', () => {
    const one = { rows: [{ households: 10, titled: 1 }] };
    const more = ruleOf({
      kind: 'repeated',
      fields: ['households', 'titled'],
      against: 'units',
      minRows: 3,
    });
    expect(checkUnits(more, [one, one]).findings).toEqual([]);
  });
});

describe('outlier', () => {
  const rule = ruleOf({
    kind: 'outlier',
    numerator: 'titled',
    denominator: 'households',
    minUnits: 8,
    floorPoints: '2',
    times: 5,
  });
  const units = (...titled: (number | null)[]) =>
    titled.map((one) => ({ rows: [{ titled: one, households: 100 }] }));
  it('finds the unit far from its like', () => {
    expect(checkUnits(rule, units(90, 91, 92, 90, 91, 92, 90, 81)).findings).toEqual([]);
    const result = checkUnits(rule, units(90, 91, 92, 90, 91, 92, 90, 40));
    expect(result.findings.map(({ unit, code, at }) => [unit, code, at.cell])).toEqual([
      ['u8', 'plausibility/outlier', 'A2'],
    ]);
  });
  it('prints a rate as it is rounded everywhere', () => {
    const like = Array.from({ length: 7 }, () => ({ rows: [{ titled: 90, households: 100 }] }));
    const far = { rows: [{ titled: 1475, households: 518 }] };
    expect(checkUnits(rule, [...like, far]).findings.map(({ actual }) => actual)).toEqual(['284,75%']);
  });
  it('needs enough units of one class, and leaves out those without a figure', () => {
    expect(undecided(checkUnits(rule, units(90, 91, 40)))).toBe(3);
    expect(undecided(checkUnits(rule, units(90, 91, 92, 90, 91, 92, 90, 40, null)))).toBe(1);
    const classOf = (unit: string) => (unit === 'u8' ? 'difficult' : 'ordinary');
    const result = checkUnits(rule, units(90, 91, 92, 90, 91, 92, 90, 40), { classOf });
    expect(result.findings).toEqual([]);
  });
});

describe('allFull', () => {
  const rule = ruleOf({
    kind: 'allFull',
    numerator: 'titled',
    denominator: 'households',
    minRows: 2,
    severity: 'info',
  });
  const rows = (...pairs: (readonly [number | null, number])[]) => ({
    rows: pairs.map(([titled, households]) => ({ titled, households })),
  });
  it('remarks a commune whose every row stands at 100 %', () => {
    expect(checkUnit(rule, rows([9, 10], [5, 5])).findings).toEqual([]);
    expect(checkUnit(rule, rows([5, 5])).findings).toEqual([]);
    expect(seen(checkUnit(rule, rows([10, 10], [5, 5])))).toMatchObject([
      { code: 'plausibility/all-full', severity: 'info', cell: 'A2' },
    ]);
    const open = checkUnit(rule, rows([10, 10], [null, 5]));
    expect([open.findings.length, undecided(open)]).toEqual([0, 1]);
  });
});
