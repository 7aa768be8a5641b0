/** The day before and the day after the map changed: which units are due, and whose the figures of a dissolved unit are. */
import { describe, expect, it } from 'vitest';
import type { CrosswalkStep } from '../../src/model.js';
import { file, NEW_UNITS, OLD_UNITS, resultsFile, resultsOf, runOver } from '../unit/pipeline/made-levels.js';

const province = { unit: '97', level: 'province' } as const;
const form = (code: string, period: string, name?: string) =>
  file(
    `submissions/${code}.csv`,
    name === undefined
      ? `unit_code,period,areaName,households\n${code},${period},Thôn 1,100\n`
      : `unit_code,unit_name,period,areaName,households\n${code},${name},${period},Thôn 1,100\n`,
  );
const codesOf = (findings: readonly { readonly code: string }[]) => findings.map(({ code }) => code);

describe('2025 in either structure', () => {
  it('30/6/2025: three levels; 31/12/2025: two', async () => {
    const before = await resultsOf({ ...province, period: '2025', referenceDate: '2025-06-30', files: [] });
    expect(before.units.filter(({ leaf }) => leaf)).toHaveLength(13);
    expect(before.units.filter(({ level }) => level === 'district')).toHaveLength(4);
    for (const referenceDate of ['2025-07-01', '2025-12-31']) {
      const after = await resultsOf({ ...province, period: '2025', referenceDate, files: [] });
      expect(after.units.map(({ level }) => level)).toEqual([
        'province',
        ...NEW_UNITS.slice(1).map(() => 'commune'),
      ]);
    }
  });

  it('a year’s form with a reused code counts for the unit of the reference date', async () => {
    const files = [form('97101', '2025')];
    const choice = { ...province, period: '2025', files };
    const [old, now] = await Promise.all(
      ['2025-06-30', '2025-12-31'].map((referenceDate) => resultsOf({ ...choice, referenceDate })),
    );
    expect(old?.units.find(({ code }) => code === '97101')?.name).toBe('A1');
    expect(now?.units.find(({ code }) => code === '97101')?.name).toBe('Mới 1');
  });

  it('a list of the day before is no ground for results of the day after, though code and period agree', async () => {
    const lower = await resultsOf({
      unit: '97101',
      level: 'commune',
      period: '2025',
      referenceDate: '2025-06-30',
      files: [form('97101', '2025')],
    });
    const { results, findings } = await runOver({
      ...province,
      period: '2025',
      referenceDate: '2025-12-31',
      files: [resultsFile('a.json', lower)],
    });
    expect(codesOf(findings)).toContain('lower/unit-not-below');
    expect(results?.measures['97']?.['households']?.reported).toBe(0);
  });
});

describe('hand-over files of the first half of 2025', () => {
  const choice = { ...province, period: '2025-H1', referenceDate: '2025-12-31' } as const;
  const households = async (
    more: Partial<Parameters<typeof runOver>[0]> & { readonly files: Parameters<typeof runOver>[0]['files'] },
  ) => {
    const { results, findings } = await runOver({ ...choice, ...more });
    return { measure: results?.measures['97']?.['households'], codes: codesOf(findings), results };
  };

  it('by the old structure they count where they belong', async () => {
    const { measure, codes } = await households({
      files: [form('97101', '2025-H1')],
      referenceDate: '2025-06-30',
    });
    expect(measure).toMatchObject({ n: 100, reported: 1, expected: 13 });
    expect(codes).not.toContain('submission/changed-ground');
  });

  it.each([
    ['only the code, which another unit bears today', form('97101', '2025-H1'), 'submission/changed-ground'],
    ['code and name of the dissolved unit', form('97101', '2025-H1', 'Xã A1'), 'submission/unit-ended'],
    ['a code nobody bears today', form('97102', '2025-H1'), 'submission/unit-ended'],
  ])('in the new structure: %s', async (_, sent, code) => {
    const { measure, codes, results } = await households({ files: [sent] });
    expect(codes).toContain(code);
    expect(measure?.reported).toBe(0);
    expect(results?.conservation.parts.unattributed).toBe(1);
  });

  it('a part of a unit of today is never proposed as the whole of it', async () => {
    const into = (oldCode: string, newCode: string, people: 'all' | 'some'): CrosswalkStep => ({
      oldCode,
      oldValidTo: '2025-06-30',
      newCode,
      area: people === 'all' ? 'whole' : 'part',
      people,
      at: { file: 'crosswalk.csv' },
    });
    const proposed = async (...crosswalkSteps: readonly CrosswalkStep[]): Promise<boolean | undefined> => {
      const { results } = await households({ files: [form('97102', '2025-H1')], more: { crosswalkSteps } });
      const codes = ['submission/unit-ended', 'submission/part-of-new-unit'];
      return results?.findings.find(({ code }) => codes.includes(code))?.hint?.includes('sha256');
    };
    expect(await proposed(into('97102', '97103', 'all'))).toBe(true);
    expect(await proposed(into('97102', '97103', 'all'), into('97103', '97103', 'all'))).toBe(false);
    expect(await proposed(into('97102', '97103', 'some'), into('97102', '97101', 'some'))).toBe(false);
  });

  it('a unit that kept code and name on larger ground is asked about, unless the map knows it is the same', async () => {
    const units = [
      ...OLD_UNITS,
      ...NEW_UNITS.map((unit) => (unit.code === '97101' ? { ...unit, name: 'A1' } : unit)),
    ];
    const files = [form('97101', '2025-H1', 'Xã A1')];
    expect((await households({ files, units })).codes).toContain('submission/changed-ground');
    const step = (oldCode: string): CrosswalkStep => ({
      oldCode,
      oldValidTo: '2025-06-30',
      newCode: '97101',
      area: 'whole',
      people: 'all',
      at: { file: 'crosswalk.csv' },
    });
    const same = await households({ files, units, more: { crosswalkSteps: [step('97101')] } });
    expect(same.measure).toMatchObject({ n: 100, reported: 1 });
    const larger = await households({
      files,
      units,
      more: { crosswalkSteps: [step('97101'), step('97102')] },
    });
    expect(larger.codes).toContain('submission/changed-ground');
  });

  it('counts for the new unit once the office has said so, or when the file names the new unit', async () => {
    const sent = form('97101', '2025-H1');
    const settled = await households({
      files: [sent],
      submissions: [{ sha256: sent.sha256, unit: '97101' }],
    });
    expect(settled.measure).toMatchObject({ n: 100, reported: 1, expected: 6 });
    const named = await households({ files: [form('97101', '2025-H1', 'Xã Mới 1')] });
    expect(named.measure).toMatchObject({ n: 100, reported: 1 });
  });
});

describe('kinds of period', () => {
  it('are never added to one another', async () => {
    const files = [form('97101', '2024'), form('97102', '2024-H1'), form('97103', '2024-DK')];
    const { results, findings } = await runOver({ ...province, files });
    expect(results?.measures['97']?.['households']).toMatchObject({ n: 100, reported: 1 });
    expect(findings.filter(({ code }) => code === 'submission/wrong-period')).toHaveLength(2);
  });

  it('decide what is due: no decision on titles at registration', async () => {
    const missing = async (period: string) => {
      const { findings } = await runOver({
        ...province,
        period,
        files: [form('97101', period)],
        referenceDate: '2024-12-31',
      });
      return findings.flatMap(({ unit, severity, fields = [] }) =>
        unit === '97101' && severity === 'error' ? fields : [],
      );
    };
    expect(await missing('2024')).toContain('familiesTitled');
    expect(await missing('2024-DK')).not.toContain('familiesTitled');
  });

  it('say of what is not asked for that it is not due, and miss no own figures at registration', async () => {
    const run = (period: string) => runOver({ ...province, period, files: [form('97101', period)] });
    const [year, registration] = await Promise.all([run('2024'), run('2024-DK')]);
    const notDue = (outcome: typeof year): readonly string[] =>
      (outcome.results?.indicators ?? []).flatMap(({ id, notDue: unasked }) =>
        unasked === true ? [id] : [],
      );
    expect(notDue(year)).toEqual([]);
    expect(notDue(registration)).toContain('familyTitleRate');
    expect(notDue(registration)).not.toContain('registrationRate');
    expect(codesOf(year.findings)).toContain('unit/form-missing');
    expect(codesOf(registration.findings)).not.toContain('unit/form-missing');
  });
});
