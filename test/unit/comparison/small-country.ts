/**
 * A small invented country around 1 July 2025, with reused codes as in the real one. Before: province 91 with two
 * districts, province 92 without. After: province 92 alone, its communes made of old ones in every possible way.
 *
 *   10001 Bến Tre + 10002 Cầu Mới → 10001 Bến Tre     (sum; the code lives on, the ground is larger)
 *   10003 Đồng Lai                → 10003 Đồng Lai     (same people, named in the map)
 *   10004 Giếng Đá, 10005 Hồ Sen  → 10004, 10006       (10005 divided: a block of two)
 *   20001 Kim Giang               → 20001 Kim Giang, only some land → 10003
 */
import type {
  CrosswalkStep,
  IndicatorRecord,
  MeasureRecord,
  ResultsDocument,
  UnitLevel,
  UnitRecord,
  UnitVersion,
} from '../../../src/model.js';
import { previousPeriods, type PreviousPeriod } from '../../../src/comparison/previous-period.js';
import { buildCrosswalk, type Crosswalk } from '../../../src/units/ground/crosswalk.js';
import { buildUnitTree } from '../../../src/units/unit-tree.js';
import { madeUnit } from '../../support/made-units.js';
import { sampleResults } from '../../support/sample-results.js';
import { defined } from '../../../src/values/defined.js';

export const LAST_DAY = '2025-06-30';
export const BEFORE = '2024-12-31';
export const AFTER = '2025-12-31';

const unit = (
  code: string,
  name: string,
  level: UnitLevel,
  parentCode: string | undefined,
  period: Pick<UnitVersion, 'validFrom' | 'validTo'>,
): UnitVersion => madeUnit(code, level, parentCode, { name, ...period });
const OLD = { validTo: LAST_DAY };
const NEW = { validFrom: '2025-07-01' };

export const LIST: readonly UnitVersion[] = [
  unit('91', 'Sông Hạ', 'province', undefined, OLD),
  unit('92', 'Sông Thượng', 'province', undefined, OLD),
  unit('911', 'Bắc Hạ', 'district', '91', OLD),
  unit('912', 'Nam Hạ', 'district', '91', OLD),
  unit('921', 'Thượng Sơn', 'district', '92', OLD),
  unit('10001', 'Bến Tre', 'commune', '911', OLD),
  unit('10002', 'Cầu Mới', 'commune', '911', OLD),
  unit('10003', 'Đồng Lai', 'commune', '911', OLD),
  unit('10004', 'Giếng Đá', 'commune', '912', OLD),
  unit('10005', 'Hồ Sen', 'commune', '912', OLD),
  unit('20001', 'Kim Giang', 'commune', '921', OLD),
  unit('92', 'Sông Thượng', 'province', undefined, NEW),
  unit('10001', 'Bến Tre', 'commune', '92', NEW),
  unit('10003', 'Đồng Lai', 'commune', '92', NEW),
  unit('10004', 'Giếng Đá', 'commune', '92', NEW),
  unit('10006', 'Hồ Đá', 'commune', '92', NEW),
  unit('20001', 'Kim Giang', 'commune', '92', NEW),
];

const step = (
  oldCode: string,
  newCode: string,
  area: CrosswalkStep['area'] = 'whole',
  people: CrosswalkStep['people'] = 'all',
  weight?: string,
): CrosswalkStep => ({
  oldCode,
  oldValidTo: LAST_DAY,
  newCode,
  area,
  people,
  ...defined({ weight }),
});

export const MAP: readonly CrosswalkStep[] = [
  step('91', '92'),
  step('92', '92'),
  step('10001', '10001'),
  step('10002', '10001'),
  step('10003', '10003'),
  step('10004', '10004'),
  step('10005', '10004', 'part', 'some', '0.35'),
  step('10005', '10006', 'part', 'some', '0.65'),
  step('20001', '20001', 'part', 'all'),
  step('20001', '10003', 'part', 'none'),
];

export const crosswalkOf = (steps: readonly CrosswalkStep[] = MAP, lists = [LIST]): Crosswalk =>
  buildCrosswalk({ steps, lists });

const INDICATORS: readonly IndicatorRecord[] = [
  { id: 'households', label: 'Tổng số hộ', unit: 'hộ', kind: 'count' },
  { id: 'rate', label: 'Tỷ lệ', unit: 'hộ', kind: 'rate' },
].map((one) => ({
  ...one,
  kind: one.kind === 'rate' ? 'rate' : 'count',
  scale: 0,
  headline: true,
  basis: '',
  confirmed: true,
}));

/** Numerator and denominator of each commune; absent = it did not report. */
export type Figures = Readonly<Record<string, readonly [n: number, d: number] | undefined>>;

export const OLD_FIGURES: Figures = {
  '10001': [80, 100],
  '10002': [150, 200],
  '10003': [270, 300],
  '10004': [350, 400],
  '10005': [451, 500],
  '20001': [510, 600],
};
export const NEW_FIGURES: Figures = {
  '10001': [240, 310],
  '10003': [280, 305],
  '10004': [520, 590],
  '10006': [300, 330],
  '20001': [540, 610],
};

const measureOf = (figure: Figures[string], rate: boolean): MeasureRecord =>
  figure === undefined
    ? { n: 0, ...(rate ? { d: 0 } : {}), reported: 0, expected: 1, state: 'notReported' }
    : { n: rate ? figure[0] : figure[1], ...(rate ? { d: figure[1] } : {}), reported: 1, expected: 1 };

function measuresOf(codes: readonly string[], figures: Figures): Readonly<Record<string, MeasureRecord>> {
  const sum = (rate: boolean): MeasureRecord => {
    const reporting = codes.flatMap((code) => figures[code] ?? []).length / 2;
    const total = (index: 0 | 1): number =>
      codes.reduce((all, code) => all + (figures[code]?.[index] ?? 0), 0);
    const missing = codes.filter((code) => figures[code] === undefined);
    return {
      n: total(rate ? 0 : 1),
      ...(rate ? { d: total(1) } : {}),
      reported: reporting,
      expected: codes.length,
      ...(missing.length === 0 ? {} : { missing }),
    };
  };
  return { households: sum(false), rate: sum(true) };
}

/** A results.json of `root` on `date`, with the figures of its communes. */
export function resultsOf(
  root: string,
  date: string,
  figures: Figures,
  more: Partial<ResultsDocument> = {},
  list: readonly UnitVersion[] = LIST,
): ResultsDocument {
  const tree = buildUnitTree(list, root, date).tree;
  if (tree === undefined) throw new Error(`no tree of ${root} on ${date}`);
  const under = (code: string): readonly string[] =>
    tree.leaves.includes(code) ? [code] : (tree.children.get(code) ?? []).flatMap(under);
  const units = [...tree.byCode.values()].map(({ code, name, type, level, parentCode }): UnitRecord => ({
    code,
    name,
    type,
    level,
    ...(parentCode === undefined || !tree.byCode.has(parentCode) ? {} : { parent: parentCode }),
    leaf: tree.leaves.includes(code),
    ...(code === '10001' || code === '10003' ? { group: 'Cụm 1' } : {}),
    ...(code === '10004' ? { group: 'Cụm 2' } : {}),
    status: 'reported',
    forms: [],
  }));
  const year = Number(date.slice(0, 4));
  return sampleResults({
    unit: root,
    level: tree.byCode.get(root)?.level ?? 'province',
    period: { id: String(year), year, kind: 'year' },
    referenceDate: date,
    indicators: INDICATORS,
    units,
    measures: Object.fromEntries(
      units.map(({ code, leaf }) => [
        code,
        leaf
          ? { households: measureOf(figures[code], false), rate: measureOf(figures[code], true) }
          : measuresOf(under(code), figures),
      ]),
    ),
    groups: {
      'Cụm 1': measuresOf(['10001', '10003'], figures),
      'Cụm 2': measuresOf(['10004'], figures),
    },
    rows: {},
    own: {},
    targets: [],
    findings: [],
    ...more,
  });
}

/** The earlier period out of results, with nothing wrong about it. */
export function periodsOf(
  documents: readonly ResultsDocument[],
  crosswalk: Crosswalk,
): readonly PreviousPeriod[] {
  const { periods, findings } = previousPeriods(
    documents.map((results, index) => ({ path: `previous/${String(index)}.results.json`, results })),
    [],
    crosswalk.units,
    { id: '2025', year: 2025, kind: 'year' },
  );
  if (findings.length > 0) throw new Error(JSON.stringify(findings));
  return periods;
}

/** Both old provinces in 2024. */
export const oldResults = (figures: Figures = OLD_FIGURES): readonly ResultsDocument[] => [
  resultsOf('91', BEFORE, figures),
  resultsOf('92', BEFORE, figures),
];
