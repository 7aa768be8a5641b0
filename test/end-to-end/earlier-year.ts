/** A made-up year before the province fixture: two old communes for each new one, and one old commune divided. */
import type { MeasureRecord, ResultsDocument, UnitRecord } from '../../src/model.js';

export interface EarlierYear {
  readonly results: ResultsDocument;
  readonly crosswalk: string;
  /** A dated list of both years: a registry of its own, the real one knows more communes than the fixture has. */
  readonly list: string;
  /** New commune → its old ones. */
  readonly oldOf: ReadonlyMap<string, readonly string[]>;
  /** The two new communes that share a divided old one. */
  readonly block: readonly [string, string];
}

const INDICATORS = ['familyTitleRate', 'areaTitleRate', 'modelAreas'] as const;

/** 55% of a figure for the first of the two old communes, the rest less a few for the second. */
const parts = (value: number, index: number): readonly [number, number] => {
  const first = Math.floor((value * 55) / 100);
  return [first, Math.max(0, value - first - (index % 3))];
};

/** Built from this year's results: the same indicators, a year earlier, on invented old communes. */
export function earlierYearOf(current: ResultsDocument): EarlierYear {
  const leaves = current.units.filter(({ leaf }) => leaf);
  const measures: Record<string, Record<string, MeasureRecord>> = {};
  const units: UnitRecord[] = [];
  const oldOf = new Map<string, readonly string[]>();
  const lines = ['old_code,old_valid_to,new_code,area,people,weight,basis'];
  const step = (old: string, code: string, how: string): void =>
    void lines.push(`${old},2025-06-30,${code},${how}`);
  const list = ['code,name,type,parent_code,valid_from,valid_to'];
  const old = (code: string, name: string): void => {
    list.push(`${code},${name},xã,${current.unit},,2025-06-30`);
    const shared = { type: 'xã', level: 'commune', parent: current.unit, leaf: true } as const;
    units.push({ code, name, ...shared, status: 'reported', forms: [] });
    measures[code] = {};
  };
  leaves.forEach(({ code, name, type }, index) => {
    // The code of the new commune was that of one of the old ones, under another name.
    const codes = [code, String(90001 + index)];
    list.push(`${code},${name},${type},${current.unit},2025-07-01,`);
    oldOf.set(code, codes);
    codes.forEach((oldCode, half) => {
      old(oldCode, `${name} ${half === 0 ? 'Thượng' : 'Hạ'}`);
      step(oldCode, code, 'whole,all,,');
    });
    for (const id of INDICATORS) {
      const measure = current.measures[code]?.[id];
      if (measure === undefined) continue;
      const n = parts(measure.n, index);
      const d = measure.d === undefined ? undefined : parts(measure.d, 0);
      codes.forEach((oldCode, half) => {
        const own = measures[oldCode];
        if (own === undefined || measure.reported === 0) return;
        own[id] = {
          n: n[half] ?? 0,
          ...(d === undefined ? {} : { d: d[half] ?? 0 }),
          reported: 1,
          expected: 1,
        };
      });
    }
  });
  const [one, other] = leaves;
  if (one === undefined || other === undefined) throw new Error('two communes are needed');
  old('99001', 'Giáp Ranh');
  measures['99001'] = {
    familyTitleRate: { n: 90, d: 100, reported: 1, expected: 1 },
    areaTitleRate: { n: 1, d: 2, reported: 1, expected: 1 },
    modelAreas: { n: 0, reported: 1, expected: 1 },
  };
  for (const { code } of [one, other]) step('99001', code, 'part,some,0.5,');
  const root = current.units.find(({ code }) => code === current.unit);
  if (root === undefined) throw new Error('no province');
  list.push(
    `${root.code},${root.name},${root.type},,,2025-06-30`,
    `${root.code},${root.name},${root.type},,2025-07-01,`,
  );
  return {
    results: {
      ...current,
      splits: {},
      period: { id: '2024', year: 2024, kind: 'year' },
      referenceDate: '2024-12-31',
      units: [root, ...units],
      measures: { ...measures, [root.code]: summed(measures) },
      groups: {},
      rows: {},
      own: {},
      targets: [],
      findings: [],
      inputs: [],
    },
    crosswalk: `${lines.join('\n')}\n`,
    list: `${list.join('\n')}\n`,
    oldOf,
    block: [one.code, other.code],
  };
}

function summed(
  measures: Readonly<Record<string, Record<string, MeasureRecord>>>,
): Record<string, MeasureRecord> {
  const sums: Record<string, MeasureRecord> = {};
  const communes = Object.values(measures);
  for (const id of INDICATORS) {
    const reporting = communes.flatMap((own) => own[id] ?? []);
    const withBase = reporting.some(({ d }) => d !== undefined);
    sums[id] = {
      n: reporting.reduce((sum, { n }) => sum + n, 0),
      ...(withBase ? { d: reporting.reduce((sum, { d = 0 }) => sum + d, 0) } : {}),
      reported: reporting.length,
      expected: communes.length,
    };
  }
  return sums;
}
