/** Earlier periods put together: several results, lines of so-lieu.csv, and everything that must not be mixed. */
import { describe, expect, it } from 'vitest';
import type { EarlierFigure, ResultsDocument } from '../../../src/model.js';
import { compareResults } from '../../../src/comparison/compare.js';
import { periodsBefore } from '../../../src/comparison/period-order.js';
import { previousFigures } from '../../../src/comparison/previous-figures.js';
import { previousPeriods } from '../../../src/comparison/previous-period.js';
import { restate } from '../../../src/comparison/restate.js';
import { sharesByAreas } from '../../../src/comparison/shares.js';
import { groundOfResults } from '../../../src/comparison/unit-ground.js';
import { comparisonBlocks } from '../../../src/units/ground/comparison-blocks.js';
import {
  AFTER,
  BEFORE,
  crosswalkOf,
  LIST,
  NEW_FIGURES,
  OLD_FIGURES,
  oldResults,
  periodsOf,
  resultsOf,
} from './small-country.js';

const CURRENT = { id: '2025', year: 2025, kind: 'year' } as const;
const crosswalk = crosswalkOf();
const read = (documents: readonly ResultsDocument[], lines: readonly EarlierFigure[] = []) =>
  previousPeriods(
    documents.map((results, index) => ({ path: `previous/${String(index)}.results.json`, results })),
    lines,
    crosswalk.units,
    CURRENT,
  );
const codes = (documents: readonly ResultsDocument[], lines: readonly EarlierFigure[] = []) =>
  read(documents, lines).findings.map(({ code }) => code);
const line = (unit: string, more: Partial<EarlierFigure>): EarlierFigure => ({
  unit,
  period: { id: '2024', year: 2024, kind: 'year' },
  indicator: 'rate',
  source: 'Báo cáo số 12',
  at: { file: 'previous/so-lieu.csv', cell: 'A2' },
  ...more,
});
const today = resultsOf('92', AFTER, NEW_FIGURES);
const yearsOf = (lines: readonly EarlierFigure[], documents: readonly ResultsDocument[] = []) => {
  const { periods, findings } = read(documents, lines);
  return compareResults(today, periods, crosswalk, { listed: LIST, findings });
};

describe('previousPeriods', () => {
  it('refuses the period itself and later ones', () => {
    expect(codes([today])).toEqual(['previous/not-earlier']);
    expect(
      codes([], [line('10001', { n: 1, d: 2, period: { id: '2026', year: 2026, kind: 'year' } })]),
    ).toEqual(['previous/not-earlier']);
  });

  it('takes a unit once, and not at all when two results disagree about it', () => {
    const province = resultsOf('91', BEFORE, OLD_FIGURES);
    const district = resultsOf('911', BEFORE, OLD_FIGURES);
    expect(read([province, district]).findings).toEqual([]);
    const other = resultsOf('911', BEFORE, { ...OLD_FIGURES, '10002': [1, 200] });
    const { periods, findings } = read([province, other]);
    // The commune, and the district that holds it.
    expect(findings.map(({ code, unit }) => [code, unit]).sort()).toEqual([
      ['previous/unit-twice', '10002'],
      ['previous/unit-twice', '911'],
    ]);
    expect(periods[0]?.measures.get('10002')).toBeUndefined();
    expect(periods[0]?.measures.get('911')).toBeUndefined();
    expect(periods[0]?.measures.get('10001')?.['rate']?.n).toBe(80);
  });

  it('does not mix the two structures of one year', () => {
    const half = resultsOf('92', '2025-07-01', NEW_FIGURES, {
      period: { id: '2024', year: 2024, kind: 'year' },
    });
    expect(codes([resultsOf('91', BEFORE, OLD_FIGURES), half])).toEqual(['previous/other-date']);
  });

  it('names results of a unit that has no part in today’s ground', () => {
    const elsewhere = [
      ...LIST,
      { code: '99', name: 'Xa', type: 'tỉnh', level: 'province' as const },
      { code: '99901', name: 'Xa Xôi', type: 'xã', level: 'commune' as const, parentCode: '99' },
    ];
    const documents = [...oldResults(), resultsOf('99', BEFORE, { '99901': [1, 2] }, {}, elsewhere)];
    const map = crosswalkOf(undefined, [elsewhere]);
    const document = compareResults(today, periodsOf(documents, map), map, { listed: elsewhere });
    expect(
      document.findings.filter(({ code }) => code === 'previous/other-unit').map(({ unit }) => unit),
    ).toEqual(['99']);
    expect(document.units['92']?.['rate']?.years[0]?.restated).toMatchObject({ n: 1811 });
  });
});

describe('so-lieu.csv', () => {
  it('adds counts where there are no results', () => {
    const document = yearsOf([line('10001', { n: 80, d: 100 }), line('10002', { n: 150, d: 200 })]);
    expect(document.units['10001']?.['rate']?.years[0]).toMatchObject({
      restated: { kind: 'sum', n: 230, d: 300, reported: 2, expected: 2 },
      difference: { points: 75 },
      published: [{ unit: '10001', source: 'Báo cáo số 12' }, { unit: '10002' }],
    });
  });

  it('shows a rate without counts and never adds it', () => {
    const document = yearsOf([
      line('10001', { rate: '80' }),
      line('10002', { n: 150, d: 200 }),
      line('20001', { rate: '85.005' }),
    ]);
    // Half of the sum is only a rate: it is missing from the sum.
    expect(document.units['10001']?.['rate']?.years[0]).toMatchObject({
      restated: { kind: 'sum', n: 150, reported: 1, expected: 2, missing: ['10001'] },
      comparability: 'incomplete',
    });
    // The same ground: 540/610 = 88,52 against 85,01 printed.
    expect(document.units['20001']?.['rate']?.years[0]).toMatchObject({
      restated: { kind: 'exact', reason: 'rateOnly', rate: '85.005' },
      difference: { points: 351, direction: 'up' },
    });
    expect(document.units['20001']?.['rate']?.years[0]?.difference?.number).toBeUndefined();
  });

  it('knows a whole province of which only the total was published', () => {
    const [first] =
      yearsOf([line('91', { n: 1300, d: 1500 }), line('92', { n: 500, d: 600 })]).units['92']?.['rate']
        ?.years ?? [];
    expect(first).toMatchObject({ restated: { kind: 'sum', n: 1800, d: 2100 }, comparability: 'comparable' });
  });

  it('leaves out a line that contradicts the results, and a code that meant nothing then', () => {
    const lines = [
      line('10001', { n: 81, d: 100 }),
      line('10002', { n: 150, d: 200 }),
      line('10006', { n: 1, d: 2 }),
    ];
    expect(codes(oldResults(), lines)).toEqual(['previous/two-sources', 'previous/unknown-unit']);
    expect(yearsOf(lines, oldResults()).units['10001']?.['rate']?.years[0]?.restated.n).toBe(230);
  });
});

describe('for the rules', () => {
  const set = {
    fields: [
      { id: 'households', aggregation: 'sum' },
      { id: 'rate', aggregation: 'none' },
    ],
  } as unknown as Parameters<typeof previousFigures>[2];

  it('gives totals of complete sums on the same ground and of nothing else', () => {
    const [previous] = periodsOf(oldResults({ ...OLD_FIGURES, '20001': undefined }), crosswalk);
    if (previous === undefined) throw new Error('no period');
    const restated = restate(previous, crosswalk, groundOfResults(today), today.indicators);
    const figures = previousFigures(restated, previous, set);
    expect([...figures].map(([unit, { period, totals }]) => [unit, period, [...totals]])).toEqual([
      ['10001', '2024', [['households', 300]]],
      ['10003', '2024', [['households', 300]]],
    ]);
  });

  it('takes the latest period of the same kind', () => {
    const period = (id: string, year: number, kind: 'year' | 'H1') => ({ period: { id, year, kind } });
    const known = [period('2022', 2022, 'year'), period('2024', 2024, 'year'), period('2025-H1', 2025, 'H1')];
    expect(periodsBefore(known, CURRENT)[0]?.period.id).toBe('2024');
    expect(periodsBefore(known, { id: '2025-DK', year: 2025, kind: 'registration' })).toEqual([]);
  });
});

describe('sharesByAreas', () => {
  const columns = { form: 'bieu-01', formerUnit: 'formerUnit', size: 'households' };
  const rowsOf = (areas: readonly (readonly [former: string | null, size: number])[]) => ({
    'bieu-01': {
      file: 'x.xlsx',
      sheet: 'Biểu 01',
      sheetRows: areas.map((_, index) => index + 8),
      columns: {
        formerUnit: {
          at: 'C',
          values: areas.map(([former]) => former),
          states: areas.map(() => 'v').join(''),
        },
        households: { at: 'E', values: areas.map(([, size]) => size), states: areas.map(() => 'v').join('') },
      },
    },
  });
  const shares = (rows: ResultsDocument['rows']) => {
    const side = { date: AFTER, leaves: groundOfResults(today).leaves };
    const block = comparisonBlocks(crosswalk, { date: BEFORE, leaves: [] }, side).ofNew.get('10006');
    return block === undefined ? undefined : sharesByAreas({ ...today, rows }, columns)(block);
  };

  it('shares by the households of the areas that name their former unit', () => {
    const found = shares({
      '10004': rowsOf([
        ['Giếng Đá', 400],
        ['Xã Hồ Sen', 120],
      ]),
      '10006': rowsOf([
        ['Hồ Sen', 180],
        ['hồ sen', 200],
      ]),
    });
    expect(found?.get('10005')?.get('10006')).toEqual({ numerator: 380n, denominator: 500n });
    expect(found?.get('10004')?.get('10004')).toEqual({ numerator: 400n, denominator: 400n });
  });

  it('gives none where an area lacks its former unit or names another', () => {
    const right = rowsOf([
      ['Giếng Đá', 400],
      ['Hồ Sen', 120],
    ]);
    expect(shares({ '10004': right })).toBeUndefined();
    expect(shares({ '10004': right, '10006': rowsOf([[null, 180]]) })).toBeUndefined();
    expect(shares({ '10004': right, '10006': rowsOf([['Bến Tre', 180]]) })).toBeUndefined();
  });
});
