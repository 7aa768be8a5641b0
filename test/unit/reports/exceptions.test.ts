/** Units that sent something and are missing from single figures: who is said where. */
import { describe, expect, it } from 'vitest';
import type { IndicatorRecord, MeasureRecord, ResultsDocument, UnitRecord } from '../../../src/model.js';
import { proseOf } from '../../../src/reports/prose/prose.js';
import { buildReport } from '../../../src/reports/report.js';
import { builtInWording } from '../../support/report-wording.js';
import { DISTRICT, sampleResults } from '../../support/sample-results.js';
import { blockText } from './report-text.js';

const wording = builtInWording();

/** So many communes that all sent something. */
const communes = (many: number): readonly UnitRecord[] =>
  Array.from({ length: many }, (_, index) => ({
    code: `902${String(index).padStart(2, '0')}`,
    name: `Số ${String(index + 1)}`,
    type: 'xã',
    level: 'commune',
    parent: DISTRICT,
    leaf: true,
    status: 'reported',
    forms: [],
  }));

interface Figure {
  readonly n: number;
  readonly d?: number;
  /** Places of the communes that are missing. */
  readonly without?: readonly number[];
  readonly headline?: boolean;
  readonly base?: string;
}

function withFigures(many: number, figures: Readonly<Record<string, Figure>>): ResultsDocument {
  const base = sampleResults();
  const units = communes(many);
  const indicators = Object.entries(figures).map(([id, { d, headline = false, base: baseLabel }]) => ({
    id,
    label: `Số ${id}`,
    unit: 'cái',
    kind: d === undefined ? ('count' as const) : ('rate' as const),
    scale: 0,
    headline,
    basis: 'x',
    confirmed: true,
    ...(baseLabel === undefined ? {} : { baseLabel }),
  })) satisfies readonly IndicatorRecord[];
  const own = Object.fromEntries(
    Object.entries(figures).map(([id, { n, d, without = [] }]): readonly [string, MeasureRecord] => {
      const missing = without.map((place) => units[place]?.code ?? '');
      const of = { n, ...(d === undefined ? {} : { d }) };
      return [id, { ...of, missing, reported: many - missing.length, expected: many }];
    }),
  );
  return sampleResults({
    units: [...base.units.filter(({ leaf }) => !leaf), ...units],
    indicators,
    measures: { [DISTRICT]: own },
    targets: [],
  });
}

const textOf = (many: number, figures: Readonly<Record<string, Figure>>): string =>
  blockText(buildReport(proseOf(withFigures(many, figures), wording)).blocks);

describe('a unit that is missing from single figures', () => {
  it('is named once, with the figures that lack it', () => {
    const text = textOf(8, {
      performances: { n: 7 },
      familyClubs: { n: 12, without: [2] },
      libraries: { n: 4, without: [2] },
      stadiums: { n: 3, without: [5] },
    });
    expect(text).toContain(
      'Một số chỉ tiêu còn thiếu số liệu của xã Số 3 (thư viện và câu lạc bộ gia đình); xã Số 6 (sân vận động).',
    );
    expect(text).not.toContain('chưa gồm');
    expect(text.match(/xã Số 3/gu)).toHaveLength(1);
  });

  it('is told by sections where it lacks many', () => {
    const text = textOf(8, {
      newsItems: { n: 5, without: [0] },
      libraries: { n: 4, without: [0] },
      stadiums: { n: 3, without: [0] },
      performances: { n: 7, without: [0] },
    });
    expect(text).toContain('còn thiếu số liệu của xã Số 1 (ở mục I.1, II.1, II.2).');
    expect(text).toMatch(/## Công tác tuyên truyền/u);
  });

  it('is counted where it is one of many; the titles and what lacks many then say whom', () => {
    const text = textOf(30, {
      familyTitleRate: { n: 80, d: 100, without: [1], headline: true, base: 'tổng số hộ' },
      libraries: { n: 4, without: [0, 2] },
      performances: { n: 7, without: Array.from({ length: 12 }, (_, index) => index) },
    });
    expect(text).toMatch(/Ở một số chỉ tiêu, 12 đơn vị chưa đủ số liệu[ .]/u);
    expect(text).toMatch(/80,00%[^(]*\(chưa gồm xã Số 2/u);
    expect(text).not.toMatch(/thư viện \((?:số liệu|chưa gồm)/u);
    expect(text).toContain('(số liệu 18/30 đơn vị');
  });

  it('is said at a figure that lacks many', () => {
    const text = textOf(8, {
      libraries: { n: 4, without: [0] },
      performances: { n: 7, without: [0, 1, 2, 3] },
    });
    expect(text).toContain('(số liệu 04/08 đơn vị');
    expect(text).not.toMatch(/thư viện \((?:số liệu|chưa gồm)/u);
  });

  it('is said at a rate over the base of another one beside it', () => {
    const base = 'tổng số đám tang';
    const text = textOf(8, {
      civilisedFuneralRate: { n: 90, d: 100, headline: true, base },
      cremationRate: { n: 40, d: 80, without: [3], base },
      festivalsByRulesRate: { n: 3, d: 4, without: [4], base: 'tổng số lễ hội' },
    });
    expect(text).toMatch(/40\/80 đám tang[^;]*50,00%; chưa gồm xã Số 4\); 03\/04 lễ hội[^;(]*\(75,00%\)/u);
  });

  it('is left out of what was registered, told with whose it is', () => {
    const base = 'tổng số hộ';
    const text = textOf(8, {
      registrationRate: { n: 80, d: 90, without: [0], base },
      familyTitleRate: { n: 85, d: 100, headline: true, base },
      familyTitleRateRegistered: { n: 76, d: 80, without: [0], base: 'số hộ đăng ký' },
    });
    const [registered = 0, awarded = 0] = ['80/90', '85/100'].map((fraction) => text.indexOf(fraction));
    expect(registered).toBeGreaterThan(awarded);
    expect(text).toMatch(/Theo số liệu của 07 đơn vị, có 80\/90 .*bằng 95,00%\s+số hộ đăng ký \(76\/80\)\./u);
  });
});
