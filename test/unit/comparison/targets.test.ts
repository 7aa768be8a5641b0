/** Targets by unit and class: reached, exceeded, missed by how much and how many more, or why nothing can be said. */
import { describe, expect, it } from 'vitest';
import type { Target, TargetAssessment } from '../../../src/model.js';
import { assessTargets, nearestTarget } from '../../../src/comparison/assess-targets.js';
import { DISTRICT, sampleResults } from '../../support/sample-results.js';

const target = (value: string, more: Partial<Target> = {}): Target => ({
  indicator: 'cultureHouseStandardRate',
  scope: DISTRICT,
  period: '2024',
  comparator: 'at_least',
  value,
  kind: 'rate',
  ...more,
});
const results = sampleResults();
const assess = (...targets: readonly Target[]) => assessTargets(results, targets);
const first = (...targets: readonly Target[]): TargetAssessment | undefined =>
  assess(...targets).assessments[0];

describe('assessTargets', () => {
  it('says by how many points and how many more', () => {
    const { n = 0, d = 0 } = results.measures[DISTRICT]?.['cultureHouseStandardRate'] ?? {};
    const missed = first(target('95'));
    expect(missed).toMatchObject({ state: 'missed', unit: DISTRICT, provisional: true, pointsDecimals: 2 });
    const needed = missed?.needed ?? Number.NaN;
    expect((n + needed) * 100 >= 95 * d && (n + needed - 1) * 100 < 95 * d).toBe(true);
    expect(first(target('10'))?.state).toBe('exceeded');
  });

  it('gives each unit its nearest target: its own, its class, its kind', () => {
    const { assessments } = assess(
      target('50', { scope: 'xã' }),
      target('60', { scope: 'ordinary' }),
      target('70', { scope: '90102' }),
    );
    const of = (unit: string) =>
      assessments.filter((one) => one.unit === unit).map((one) => one.target.value);
    expect(of('90102')).toEqual(['70']);
    expect(of('90104')).toEqual(['60']);
    expect(of(DISTRICT)).toEqual([]);
  });

  it('knows no target of another year, and takes that of the period before that of its year', () => {
    const unit = { code: DISTRICT, type: 'huyện' };
    const half = { id: '2024-H1', year: 2024 };
    const of = (...periods: readonly string[]) =>
      nearestTarget(
        unit,
        'cultureHouseStandardRate',
        periods.map((period) => target('50', { period })),
        half,
      )?.period;
    expect([of('2023'), of('2023', '2025'), of('2024', '2024-H1'), of('2023', '2024')]).toEqual([
      undefined,
      undefined,
      '2024-H1',
      '2024',
    ]);
  });

  it('takes the class from Thông tin where the list has none, and names units of no class', () => {
    const units = results.units.map(({ areaClass: _class, ...unit }) => unit);
    const said = { state: 'value', value: 'ordinary', file: 'f', sheet: 's', cell: 'B9' } as const;
    const own = { ...results.own, '90104': { ...results.own['90104'], areaClass: said } };
    const { assessments, findings } = assessTargets({ ...results, units, own }, [
      target('60', { scope: 'ordinary' }),
      target('70', { scope: '90102' }),
    ]);
    expect(assessments.map(({ unit }) => unit)).toEqual(['90104', '90102']);
    const [found, ...others] = findings;
    expect(others).toEqual([]);
    expect(found).toMatchObject({ code: 'targets/no-class', severity: 'warning' });
    expect(found?.message).not.toMatch(/90104|90102/u);
  });

  it('says that a target is for a thing that does not apply', () => {
    const na = { n: 0, d: 0, reported: 0, expected: 0, state: 'notApplicable' } as const;
    const measures = {
      ...results.measures,
      '90102': { ...results.measures['90102'], cultureHouseStandardRate: na },
    };
    const { assessments } = assessTargets({ ...results, measures }, [target('70', { scope: '90102' })]);
    expect(assessments).toMatchObject([{ state: 'notAssessable', reason: 'notApplicable' }]);
  });

  it('prefers the target of the very period to that of the year', () => {
    const half = sampleResults({ period: { id: '2024-H1', year: 2024, kind: 'H1' } });
    const targets = [target('50'), target('40', { period: '2024-H1' }), target('30', { period: '2023' })];
    expect(assessTargets(half, targets).assessments.map((one) => one.target.value)).toEqual(['40']);
  });

  it.each([
    ['noFigure', { scope: '90105' }],
    ['unknownIndicator', { indicator: 'khong-co' }],
    ['otherKindOfFigure', { indicator: 'households' }],
    ['notANumber', { value: 'cao' }],
    ['notANumber', { indicator: 'households', kind: 'count', value: '12,5' }],
  ] as const)('says why nothing can be said: %s', (reason, more) => {
    expect(first(target('95', more))).toMatchObject({ state: 'notAssessable', reason, needed: 0 });
  });

  it('prints no rate while decisions are pending, where the set says so', () => {
    const indicators = results.indicators.map((one) =>
      one.id === 'areaTitleRate' ? { ...one, noRateWhilePending: true } : one,
    );
    const { assessments } = assessTargets(sampleResults({ indicators }), [
      target('10', { indicator: 'areaTitleRate' }),
    ]);
    expect(assessments[0]).toMatchObject({ state: 'notAssessable', reason: 'pending' });
  });

  it('compares counts and amounts in their own units', () => {
    const count = target('9', { indicator: 'cultureHouses', kind: 'count', scope: '90102' });
    expect(first(count)).toMatchObject({ state: 'missed', number: -7, needed: 7 });
    expect(first({ ...count, value: '2' })).toMatchObject({ state: 'reached', number: 0 });
    expect(first({ ...count, value: '1', comparator: 'at_most' })).toMatchObject({
      state: 'missed',
      needed: 1,
    });
  });

  it('says when a target is given to nobody or to a figure that does not exist', () => {
    const { findings } = assess(target('90', { scope: '00000' }), target('90', { indicator: 'households' }));
    expect(findings.map(({ code }) => code)).toEqual(['targets/nobody', 'targets/other-figure']);
  });
});
