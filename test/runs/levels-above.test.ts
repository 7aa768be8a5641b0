/** A province's totals are the same from its communes' files, from its districts' results.json, and from a mix of both. */
import { describe, expect, it } from 'vitest';
import type { ResultsDocument, SourceFile, UnitVersion } from '../../src/model.js';
import {
  formsOf,
  OLD_UNITS,
  NEW_UNITS,
  randomOf,
  resultsFile,
  resultsOf,
} from '../unit/pipeline/made-levels.js';
import { sliceOf } from '../support/sweep.js';

const SEEDS = sliceOf([1, 2, 3], 1);

/** What must be equal, figure for figure; which file a figure came from is not. */
const figuresOf = ({ measures, groups, splits }: ResultsDocument) => ({ measures, groups, splits });

/** Findings about figures, without where the file lies. */
const saidOf = ({ findings }: ResultsDocument): readonly string[] =>
  findings
    .filter(({ unit }) => unit !== undefined)
    .map(({ id, code, severity, unit = '' }) => `${unit} ${code} ${severity} ${id}`)
    .sort();

const leavesIn = (units: readonly UnitVersion[]): readonly string[] =>
  units.filter(({ code, level }) => level === 'commune' || code === '974').map(({ code }) => code);

function filesOf(
  units: readonly UnitVersion[],
  period: string,
  seed: number,
): ReadonlyMap<string, readonly SourceFile[]> {
  const random = randomOf(seed);
  // Now and then a commune has sent nothing.
  return new Map(
    leavesIn(units).map((code) => {
      const forms = formsOf(code, period, random);
      return [code, random(11) === 0 ? [] : forms];
    }),
  );
}

describe.each(SEEDS)('seed %i', (seed) => {
  it('three levels: communes, districts, a mix', async () => {
    const files = filesOf(OLD_UNITS, '2024', seed);
    const all = [...files.values()].flat();
    const province = { unit: '97', level: 'province' } as const;
    const fromCommunes = await resultsOf({ ...province, files: all });
    const documents = await Promise.all(
      ['971', '972', '973', '974'].map(async (district) => {
        const own = [...files].flatMap(([code, list]) => (code.startsWith(district) ? list : []));
        const results = await resultsOf({ unit: district, level: 'district', files: own });
        return { district, file: resultsFile(`submissions/${district}.results.json`, results) };
      }),
    );
    const fromDistricts = await resultsOf({ ...province, files: documents.map((one) => one.file) });
    expect(figuresOf(fromDistricts)).toEqual(figuresOf(fromCommunes));
    expect(saidOf(fromDistricts)).toEqual(saidOf(fromCommunes));
    const mix = await resultsOf({
      ...province,
      files: [
        ...documents.flatMap((one) => (one.district === '972' ? [one.file] : [])),
        ...[...files].flatMap(([code, list]) => (code.startsWith('972') ? [] : list)),
      ],
    });
    expect(figuresOf(mix)).toEqual(figuresOf(fromCommunes));
    // Through one more level: the province's document is a part of something larger.
    const again = await resultsOf({
      unit: '97',
      level: 'province',
      files: [
        ...(
          await Promise.all(
            [...files].flatMap(([code, list]) =>
              list.length === 0 || code === '974'
                ? []
                : [resultsOf({ unit: code, level: 'commune', files: list })],
            ),
          )
        ).map((results) => resultsFile(`submissions/${results.unit}.json`, results)),
        ...(files.get('974') ?? []),
      ],
    });
    expect(figuresOf(again)).toEqual(figuresOf(fromCommunes));
  });

  it('two levels: communes’ files and communes’ results', async () => {
    const files = filesOf(NEW_UNITS, '2025', seed);
    const choice = { unit: '97', level: 'province', period: '2025', referenceDate: '2025-12-31' } as const;
    const fromFiles = await resultsOf({ ...choice, files: [...files.values()].flat() });
    const mixed = await Promise.all(
      [...files].map(async ([code, list], index) =>
        index % 2 === 0 || list.length === 0
          ? list
          : [
              resultsFile(
                `${code}.json`,
                await resultsOf({ ...choice, unit: code, level: 'commune', files: list }),
              ),
            ],
      ),
    );
    expect(figuresOf(await resultsOf({ ...choice, files: mixed.flat() }))).toEqual(figuresOf(fromFiles));
  });
});
