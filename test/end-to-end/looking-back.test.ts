/** The rules that look back, on figures that were only published, and on last year's own results. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Finding, ResultsDocument } from '../../src/model.js';
import { resultsJson } from '../../src/writers/json.js';
import { measureFixture, sharedRun } from './fixture-run.js';

const ONE = '09193';
const TWO = '09223';
const THREE = '09238';

describe('fixtures/district-2024 beside 2023', () => {
  const plain = sharedRun('district-2024').results();
  const of = (unit: string, id: string): number => plain.measures[unit]?.[id]?.n ?? Number.NaN;
  const runWith = (name: string, content: string | Uint8Array): Promise<ResultsDocument> =>
    measureFixture('district-2024', (copy) => {
      mkdirSync(join(copy, 'previous'));
      writeFileSync(join(copy, 'previous', name), content);
      return copy;
    });
  const told = (findings: readonly Finding[]): readonly string[] =>
    findings
      .filter(({ code }) => code.startsWith('plausibility/'))
      .map(({ unit = '', code, severity }) => `${unit} ${code} ${severity}`)
      .sort();

  it('evaluates published figures like results, and weighs them less across a change of the criteria set', async () => {
    const same = ['households', 'population', 'familiesTitled'].map(
      (id) => `${THREE},2023,${id},${String(of(THREE, id))},,,BC 1`,
    );
    const { findings } = await runWith(
      'so-lieu.csv',
      [
        'unit_code,period,indicator,numerator,denominator,rate,source',
        `${ONE},2023,households,${String(of(ONE, 'households') * 2)},,,BC 1`,
        `${ONE},2023,familiesTitled,${String(of(ONE, 'familiesTitled3y') - 1)},,,BC 1`,
        `${TWO},2023,poorFund,1,,,BC 1`,
        ...same,
      ].join('\n'),
    );
    expect(told(findings)).toEqual([
      `${ONE} plausibility/change info`,
      `${ONE} plausibility/change info`,
      `${ONE} plausibility/consecutive-count info`,
      `${TWO} plausibility/magnitude-previous info`,
      `${THREE} plausibility/repeated-previous info`,
    ]);
  });

  it('finds an area’s years that do not follow from last year’s results, with both cells', async () => {
    const last = {
      ...plain,
      period: { id: '2023', year: 2023, kind: 'year' },
      referenceDate: '2023-12-31',
    } satisfies ResultsDocument;
    const { findings, notEvaluated } = await runWith('2023.results.json', resultsJson(last));
    const years = findings.filter(({ code }) => code === 'plausibility/years-too-few');
    // Every area awarded this year says the same number of years as a year ago.
    const rows = Object.entries(plain.rows).flatMap(([, { 'bieu-01': areas }]) =>
      (areas?.columns['areaTitleYears']?.values ?? []).filter(
        (value, row) => typeof value === 'number' && areas?.columns['areaTitle']?.values[row] === 'awarded',
      ),
    );
    expect(years.length).toBeGreaterThan(50);
    expect(years.length + (notEvaluated['area-years-follow'] ?? 0)).toBeGreaterThanOrEqual(rows.length);
    for (const { at, related, severity } of years) {
      expect(severity).toBe('warning');
      expect(related).toEqual([{ ...at, file: `previous/2023.results.json/${at.file}` }]);
    }
  });
});
