/** Biểu 05: what districts and the province did themselves is a part of its own, added up beside the communes. */
import { describe, expect, it } from 'vitest';
import { file, formsOf, randomOf, resultsFile, resultsOf } from './made-levels.js';

const own = (code: string, classes: number) =>
  file(
    `submissions/${code}-bieu-05.csv`,
    `unit_code,period,itemKind,itemName,itemQuantity\n${code},2024,lớp tập huấn,Tập huấn ${code},${String(classes)}\n`,
  );
const province = { unit: '97', level: 'province' } as const;
const classes = 'upperTrainingClasses';

describe('own figures of upper levels', () => {
  it('add up the tree and stand beside the communes', async () => {
    const communes = ['97101', '97201'].flatMap((code) => formsOf(code, '2024', randomOf(3)));
    const without = await resultsOf({ ...province, files: communes });
    const results = await resultsOf({
      ...province,
      files: [...communes, own('97', 5), own('971', 3), own('972', 2)],
    });
    expect(results.measures['97']?.[classes]).toEqual({ n: 10, reported: 3, expected: 4, missing: ['973'] });
    expect(results.measures['971']?.[classes]).toEqual({ n: 3, reported: 1, expected: 1 });
    expect(Object.keys(results.upperParts ?? {})).toEqual(['97', '971', '972']);
    expect(results.upperParts?.['97']?.[classes]?.n).toBe(5);
    for (const id of ['households', 'trainingClasses', 'fundsTotal'])
      expect(results.measures['97']?.[id]).toEqual(without.measures['97']?.[id]);
  });

  it('come up the same inside the districts’ results', async () => {
    const forms = formsOf('97101', '2024', randomOf(5));
    const lower = await resultsOf({ unit: '971', level: 'district', files: [...forms, own('971', 3)] });
    const results = await resultsOf({ ...province, files: [resultsFile('a.json', lower), own('97', 5)] });
    const direct = await resultsOf({ ...province, files: [...forms, own('971', 3), own('97', 5)] });
    expect(results.measures).toEqual(direct.measures);
    expect(results.upperParts).toEqual(direct.upperParts);
  });

  it('an island district fills the communes’ forms and may send its own part', async () => {
    const files = [...formsOf('974', '2024', randomOf(9)), own('974', 4)];
    const results = await resultsOf({ ...province, files });
    expect(results.units.find(({ code }) => code === '974')).toMatchObject({ leaf: true, level: 'district' });
    expect(results.measures['974']?.['households']?.reported).toBe(1);
    expect(results.measures['97']?.[classes]).toMatchObject({ n: 4, reported: 1, expected: 5 });
  });
});
