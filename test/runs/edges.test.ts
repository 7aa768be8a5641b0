/**
 * Figures at the edges, through the levels: what may stand in two places, what does not apply, what was refused, excluded or
 * accepted. From the communes, from the districts' results and from the communes' results the province has the same, and the
 * same as an independent calculation.
 */
import { describe, expect, it } from 'vitest';
import type { Acceptance, MeasureRecord, ResultsDocument, SourceFile } from '../../src/model.js';
import { figuresOf, measureOf } from './edge-oracle.js';
import { filesOfCommune, madeCommune, type MadeCommune } from './made-edges.js';
import { OLD_UNITS, randomOf, resultsFile, resultsOf } from '../unit/pipeline/made-levels.js';
import { tries } from '../support/sweep.js';

const SEEDS = Array.from(
  { length: Number(process.env['TDKVH_EDGE_SEEDS'] ?? tries(20, 1)) },
  (_, index) => index + 1,
);
const DISTRICTS = ['971', '972', '973'];
const COMMUNES = OLD_UNITS.filter(({ level }) => level === 'commune').map(({ code }) => code);
const PROVINCE = { unit: '97', level: 'province' } as const;
const RULES = ['unique-areas', 'areas-declared', 'titled-within-households'];

const figures = ({ measures, groups, splits }: ResultsDocument) => ({ measures, groups, splits });

/** Also of a unit of which nothing counted below the level above knows why. */
const said = ({ findings }: ResultsDocument): readonly string[] =>
  findings
    .filter(({ unit }) => unit !== undefined)
    .map(({ id, code, severity, accepted, unit = '' }) =>
      [unit, code, severity, id, accepted === undefined ? '' : 'accepted'].join(' '),
    )
    .sort();

interface Province {
  readonly communes: ReadonlyMap<string, MadeCommune | undefined>;
  readonly files: ReadonlyMap<string, readonly SourceFile[]>;
  readonly accepted: readonly Acceptance[];
  /** `unit rule` */
  readonly acceptedRules: ReadonlySet<string>;
}

/** A province whose office accepts about half of the errors that can be accepted. */
async function provinceOf(seed: number): Promise<Province> {
  const random = randomOf(seed * 7919);
  const communes = new Map(COMMUNES.map((code) => [code, madeCommune(code, random)]));
  const files = new Map(
    [...communes].map(([code, one]) => [code, one === undefined ? [] : filesOfCommune(one)]),
  );
  const first = await resultsOf({ ...PROVINCE, files: [...files.values()].flat() });
  const acceptedRules = new Set(
    COMMUNES.flatMap((code) => RULES.map((rule) => `${code} ${rule}`)).filter(() => random(2) === 0),
  );
  const accepted = first.findings
    .filter(({ rule, unit }) => rule !== undefined && acceptedRules.has(`${unit ?? ''} ${rule}`))
    .map(({ id, actual, expected }): Acceptance => ({
      id,
      value: [actual ?? '', ...(expected ?? [])].filter((text) => text !== '').join(' | '),
      reason: 'đúng như vậy',
      person: 'Người xem',
      date: '2024-12-01',
    }));
  return { communes, files, accepted, acceptedRules };
}

const measureWithout = ({ n, d, pending, reported, expected, missing, notApplicable }: MeasureRecord) => ({
  n,
  d: d ?? 0,
  pending: pending ?? 0,
  reported,
  expected,
  missing: [...(missing ?? [])].sort(),
  notApplicable: [...(notApplicable ?? [])].sort(),
});

describe.each(SEEDS)('seed %i', (seed) => {
  it('says the same on every way up, and what an independent calculation says', async () => {
    const { communes, files, accepted, acceptedRules } = await provinceOf(seed);
    const all = [...files.values()].flat();
    const direct = await resultsOf({ ...PROVINCE, files: all, accepted });

    const byDistrict = await Promise.all(
      DISTRICTS.map(async (district) => {
        const own = [...files].flatMap(([code, list]) => (code.startsWith(district) ? list : []));
        const results = await resultsOf({ unit: district, level: 'district', files: own, accepted });
        return resultsFile(`submissions/${district}.json`, results);
      }),
    );
    const fromDistricts = await resultsOf({ ...PROVINCE, files: byDistrict });
    expect(figures(fromDistricts)).toEqual(figures(direct));
    expect(said(fromDistricts)).toEqual(said(direct));

    // Each commune's own results to its district, the districts' to the province.
    const stacked = await Promise.all(
      DISTRICTS.map(async (district) => {
        const documents = await Promise.all(
          [...files].flatMap(([code, list]) =>
            code.startsWith(district) && list.length > 0
              ? [resultsOf({ unit: code, level: 'commune', files: list, accepted })]
              : [],
          ),
        );
        const own = documents.map((one) => resultsFile(`submissions/${one.unit}.json`, one));
        const results = await resultsOf({ unit: district, level: 'district', files: own });
        return resultsFile(`submissions/${district}.json`, results);
      }),
    );
    const fromStacked = await resultsOf({ ...PROVINCE, files: stacked });
    expect(figures(fromStacked)).toEqual(figures(direct));

    const known = new Map(COMMUNES.map((code) => [code, figuresOf(communes.get(code), acceptedRules)]));
    const under = new Map<string, readonly string[]>([
      ['97', COMMUNES],
      ...DISTRICTS.map((code): [string, string[]] => [code, COMMUNES.filter((one) => one.startsWith(code))]),
    ]);
    for (const [unit, codes] of under) {
      for (const id of Object.keys(known.get(COMMUNES[0] ?? '') ?? {})) {
        const parts = codes.flatMap((code) => {
          const one = known.get(code)?.[id];
          return one === undefined ? [] : [[code, one] as const];
        });
        const measure = direct.measures[unit]?.[id];
        if (measure === undefined) throw new Error(`no measure ${unit} ${id}`);
        const island = unit === '97' ? { missing: ['974'], expected: 1 } : { missing: [], expected: 0 };
        const expected = measureOf(parts);
        expect({ unit, id, ...measureWithout(measure) }).toEqual({
          unit,
          id,
          ...expected,
          expected: expected.expected + island.expected,
          missing: [...expected.missing, ...island.missing].sort(),
        });
      }
    }
  });
});

describe('what is said of the rows of a table', () => {
  it('reaches the level above with the results, whatever its number', async () => {
    const random = randomOf(31);
    const [code = ''] = COMMUNES;
    const made = Array.from({ length: 20 }, () => madeCommune(code, random)).find(
      (one) => one?.rows !== undefined,
    );
    if (made?.rows === undefined) throw new Error('no commune was made');
    const rows = made.rows.map((row, at) => (at === 0 ? { ...row, name: 'So với cùng kỳ' } : row));
    const district = code.slice(0, 3);
    const results = await resultsOf({
      unit: district,
      level: 'district',
      files: filesOfCommune({ ...made, rows }),
    });
    const above = await resultsOf({
      ...PROVINCE,
      files: [resultsFile(`submissions/${district}.json`, results)],
    });
    expect(said(results).filter((one) => one.includes('layout/rows-no-area'))).toHaveLength(1);
    expect(said(above)).toEqual(
      expect.arrayContaining([...said(results)].filter((one) => one.startsWith(code))),
    );
  });
});
