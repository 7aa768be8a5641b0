/** What stands behind a silence or a comparison: the office's decision, the reason from below, the class a unit gives itself. */
import { describe, expect, it } from 'vitest';
import type { SourceFile } from '../../../src/model.js';
import { file, OLD_UNITS, resultsFile, resultsOf } from './made-levels.js';

const COMMUNES = OLD_UNITS.filter(({ level }) => level === 'commune').map(({ code }) => code);
const DISTRICT = { unit: '971', level: 'district' } as const;
const PROVINCE = { unit: '97', level: 'province' } as const;

const areas = (code: string, titled: number, place = 'bieu-01'): SourceFile =>
  file(
    `submissions/${code}/${place}.csv`,
    `unit_code,period,areaName,areaKind,households,familiesTitled,areaTitle\n${code},2024,Thôn 1,thôn,1000,${String(titled)},đạt\n`,
  );
const lines = (code: string): SourceFile =>
  file(`submissions/${code}/bieu-02.csv`, `unit_code,period,code,value\n${code},2024,A4,3\n`);
const ofUnit = (list: Awaited<ReturnType<typeof resultsOf>>, unit: string): readonly string[] =>
  list.findings.filter((one) => one.unit === unit).map(({ code }) => code);

describe('a form whose file the office left out whole', () => {
  it.each([1, 2])('is not said to be missing (file %i)', async (at) => {
    const files = [areas('97101', 900), lines('97101')];
    const sha256 = files[at - 1]?.sha256 ?? '';
    const form = `bieu-0${String(at)}`;
    const missing = async (submissions: { readonly sha256: string; readonly use: false }[]) =>
      (await resultsOf({ ...DISTRICT, files, submissions })).findings.filter(
        (one) => one.code === 'unit/form-missing' && one.form === form,
      );
    expect(await missing([{ sha256, use: false }])).toEqual([]);
    const others = files.filter((one) => one.sha256 !== sha256);
    const without = await resultsOf({ ...DISTRICT, files: others });
    expect(without.findings.some((one) => one.code === 'unit/form-missing' && one.form === form)).toBe(true);
  });
});

describe('a commune whose only form is in conflict below', () => {
  const conflict = [areas('97101', 900), areas('97101', 800, 'khac')];
  const district = (files: readonly SourceFile[]) => resultsOf({ ...DISTRICT, files });

  it('has the reason above as well', async () => {
    const lower = await district([...conflict, areas('97102', 900)]);
    expect(ofUnit(lower, '97101')).toContain('submission/rivals');
    const above = await resultsOf({ ...PROVINCE, files: [resultsFile('submissions/971.json', lower)] });
    expect(ofUnit(above, '97101')).toEqual(
      expect.arrayContaining(['submission/rivals', 'unit/not-reported']),
    );
  });

  it('counts above when it has sent its form there itself, without the old reason', async () => {
    const lower = resultsFile('submissions/971.json', await district([...conflict, areas('97102', 900)]));
    const above = await resultsOf({ ...PROVINCE, files: [lower, areas('97101', 850, 'moi')] });
    expect(ofUnit(above, '97101')).not.toContain('submission/rivals');
    expect(above.measures['97101']?.['familiesTitled']).toMatchObject({ n: 850, reported: 1 });
  });
});

describe('a commune far from the others', () => {
  const about = (code: string, answer: string): SourceFile =>
    file(
      `submissions/${code}/thong-tin.csv`,
      `unit_code,period,key,value\n${code},2024,areaClass,${answer}\n`,
    );
  const outliers = async (answer: string): Promise<readonly string[]> => {
    const files = COMMUNES.flatMap((code, at) => [
      areas(code, at === 0 ? 300 : 900 + at),
      about(code, at === 0 ? answer : 'thông thường'),
    ]);
    const { findings } = await resultsOf({ ...PROVINCE, files });
    return findings.flatMap(({ code, unit }) => (code === 'plausibility/outlier' ? [unit ?? ''] : []));
  };

  it('is compared with those of the class that it gives in Thông tin', async () => {
    expect(await outliers('thông thường')).toContain(COMMUNES[0]);
    expect(await outliers('đặc biệt khó khăn')).toEqual([]);
  });
});
