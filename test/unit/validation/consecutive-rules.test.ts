/** Years in a row against earlier periods: only areas that are certainly the same, and nothing where nothing is known. */
import { describe, expect, it } from 'vitest';
import type { RuleExample } from '../../../src/model.js';
import type { EarlierYear } from '../../../src/validation/context.js';
import { exampleRows } from '../../../src/validation/example-submission.js';
import { checkUnit, ruleOf, seen, submissionOf, undecided } from './small-set.js';

type Rows = NonNullable<RuleExample['rows']>;
interface Before {
  readonly back?: number;
  readonly criteria?: string;
  /** Old unit (code and name) → its rows; several where units were merged. */
  readonly sent: Readonly<Record<string, Rows>>;
  readonly units?: readonly string[];
  readonly totals?: Readonly<Record<string, number>>;
}

const year = ({ back = 1, criteria = 'small', sent, units, totals = {} }: Before): EarlierYear => ({
  period: String(2024 - back),
  criteria,
  yearsBack: back,
  totals: new Map(Object.entries(totals)),
  units: (units ?? Object.keys(sent)).map((name) => ({ code: name, name, type: 'xã' })),
  tables: Object.entries(sent).flatMap(([unit, rows]) =>
    [...submissionOf({ rows }).tables].map(([form, table]) => ({
      unit,
      form,
      path: `previous/${String(2024 - back)}.results.json`,
      rows: exampleRows(table),
    })),
  ),
});

const awarded = (areaName: string, titleYears: number | null, more: Rows[number] = {}): Rows[number] => ({
  areaName,
  formerUnit: null,
  areaTitle: 'awarded',
  titleYears,
  ...more,
});

describe('consecutiveYears', () => {
  const rule = ruleOf({
    kind: 'consecutiveYears',
    severity: 'warning',
    field: 'titleYears',
    title: 'areaTitle',
    held: ['awarded'],
    lost: ['notAwarded', 'revoked'],
  });
  const check = (rows: Rows, ...course: readonly Before[]) =>
    checkUnit(rule, { rows }, { course: new Map([['u1', course.map(year)]]) });
  const codes = (rows: Rows, ...course: readonly Before[]) =>
    seen(check(rows, ...course)).map(({ code }) => code);
  const lastYear = (...rows: Rows): Before => ({ sent: { A: rows } });

  it('adds one for each year, no more and no less', () => {
    const before = lastYear(awarded('Thôn 1', 4));
    expect(codes([awarded('Thôn 1', 5)], before)).toEqual([]);
    expect(codes([awarded('Thôn 1', 6)], before)).toEqual(['plausibility/years-too-many']);
    expect(codes([awarded('Thôn 1', 4)], before)).toEqual(['plausibility/years-too-few']);
  });

  it('names both cells, and softens across criteria sets', () => {
    const result = check([awarded('Thôn 1', 6)], lastYear(awarded('Thôn 0', 1), awarded('Thôn 1', 4)));
    expect(seen(result)).toMatchObject([{ severity: 'warning', cell: 'D2', fields: ['titleYears'] }]);
    expect(result.findings[0]?.related).toEqual([
      { file: 'previous/2023.results.json/small.yaml', sheet: 'bieu-01', cell: 'D3' },
    ]);
    const other = { ...lastYear(awarded('Thôn 1', 4)), criteria: 'other' };
    expect(seen(check([awarded('Thôn 1', 6)], other))).toMatchObject([{ severity: 'info' }]);
  });

  it('wants the title in every earlier period of the run, as far as they are known', () => {
    const not = { areaTitle: 'notAwarded' };
    const lost: Before = { back: 3, sent: { A: [awarded('Thôn 1', null, not)] } };
    const held = lastYear(awarded('Thôn 1', null));
    expect(codes([awarded('Thôn 1', 4)], held, lost)).toEqual(['plausibility/years-without-title']);
    expect(codes([awarded('Thôn 1', 3)], held, lost)).toEqual([]);
    expect(codes([awarded('Thôn 1', 2)], lastYear(awarded('Thôn 1', 0, not)))).toEqual([
      'plausibility/years-without-title',
    ]);
    expect(codes([awarded('Thôn 1', 1)], lastYear(awarded('Thôn 1', null, not)))).toEqual([]);
    // Two years between: growth by two is right, less may be a loss in between.
    const twoBack: Before = { back: 2, sent: { A: [awarded('Thôn 1', 4)] } };
    expect(codes([awarded('Thôn 1', 6)], twoBack)).toEqual([]);
    expect(codes([awarded('Thôn 1', 2)], twoBack)).toEqual([]);
    expect(codes([awarded('Thôn 1', 7)], twoBack)).toEqual(['plausibility/years-too-many']);
  });

  it('decides nothing about an area that is not found or not told', () => {
    expect(undecided(check([awarded('Thôn 1', 6)]))).toBe(1);
    expect(undecided(check([awarded('Thôn 2', 6)], lastYear(awarded('Thôn 1', 1))))).toBe(1);
    const pending = lastYear({ areaName: 'Thôn 1', areaTitle: 'pending', titleYears: null });
    expect(undecided(check([awarded('Thôn 1', 6)], pending))).toBe(1);
    const twice = lastYear(awarded('Thôn 1', 1), awarded('Thôn 1', 2));
    expect(undecided(check([awarded('Thôn 1', 6)], twice))).toBe(1);
    expect(
      undecided(check([awarded('Thôn 1', 6), awarded('Thôn 1', 7)], lastYear(awarded('Thôn 1', 1)))),
    ).toBe(2);
  });

  it('tells areas of merged units apart by the unit they came from, never by their number alone', () => {
    const merged: Before = { sent: { 'Bến Tre': [awarded('Thôn 1', 9)], 'Cầu Mới': [awarded('Thôn 2', 1)] } };
    expect(undecided(check([awarded('Thôn 2', 6)], merged))).toBe(1);
    const from = (name: string, years: number, formerUnit: string) => awarded(name, years, { formerUnit });
    expect(codes([from('Thôn 1', 10, 'xã Bến Tre'), from('Thôn 2', 2, 'Cầu Mới')], merged)).toEqual([]);
    expect(codes([from('Thôn 2', 6, 'Cầu Mới')], merged)).toEqual(['plausibility/years-too-many']);
    expect(undecided(check([from('Thôn 1', 6, 'Cầu Mới')], merged))).toBe(1);
    const half: Before = { sent: { 'Bến Tre': [awarded('Thôn 1', 1)] }, units: ['Bến Tre', 'Cầu Mới'] };
    expect(undecided(check([awarded('Thôn 1', 6)], half))).toBe(1);
  });
});

describe('consecutiveCount', () => {
  const rule = ruleOf({
    kind: 'consecutiveCount',
    severity: 'warning',
    part: 'poor',
    whole: 'titled',
    years: 3,
  });
  const check = (rows: Rows, ...course: readonly Before[]) =>
    checkUnit(rule, { rows }, { course: new Map([['u1', course.map(year)]]) });
  const area = (areaName: string, figures: Rows[number]): Rows[number] => ({ areaName, ...figures });

  it('finds more than were counted in one of the two years before', () => {
    const before = (back: number, titled: number): Before => ({
      back,
      sent: { A: [area('Thôn 1', { titled })] },
    });
    const now = [area('Thôn 1', { poor: 50 })];
    expect(seen(check(now, before(1, 50), before(2, 60)))).toEqual([]);
    const [found, ...others] = check(now, before(1, 60), before(2, 49)).findings;
    expect(found).toMatchObject({ code: 'plausibility/consecutive-count', severity: 'warning' });
    expect(found?.related).toMatchObject([{ file: 'previous/2022.results.json/small.yaml', cell: 'B2' }]);
    expect(others).toEqual([]);
    // Three years ago they need not have had it.
    expect(seen(check(now, before(3, 10)))).toEqual([]);
  });

  it('goes by the sums where no rows are known, as with published figures', () => {
    const published: Before = { sent: {}, totals: { titled: 90 } };
    const rows = [area('Thôn 1', { poor: 50 }), area('Thôn 2', { poor: 45 })];
    expect(seen(check(rows, published))).toMatchObject([
      { code: 'plausibility/consecutive-count', fields: ['poor'] },
    ]);
    expect(seen(check(rows, { sent: {}, totals: { titled: 95 } }))).toEqual([]);
    expect(undecided(check(rows))).toBe(1);
  });

  it('says it once: of the row that is wrong, not of the sum as well', () => {
    const before: Before = {
      sent: { A: [area('Thôn 1', { titled: 10 }), area('Thôn 2', { titled: 40 })] },
      totals: { titled: 50 },
    };
    const now = [area('Thôn 1', { poor: 30 }), area('Thôn 2', { poor: 30 })];
    expect(seen(check(now, before))).toMatchObject([{ cell: 'B2' }]);
  });
});
