/** The end of a run: what could not be read counts among the files, and acceptances are stated once, on everything. */
import { describe, expect, it } from 'vitest';
import { acceptableValue } from '../../../src/findings/acceptance.js';
import { openFiles } from '../../../src/readers/open-sources.js';
import { file, formsOf, randomOf, runOver } from './made-levels.js';

const district = { unit: '971', level: 'district' } as const;
const CODES = ['97101', '97102', '97103', '97104'];
const files = CODES.flatMap((code, index) => formsOf(code, '2024', randomOf(index + 3)));

describe('the end of a run', () => {
  it('counts a file that could not be read, and is not complete because of it', async () => {
    const absolute = '/nowhere/khong-co.xlsx';
    const { results, findings } = await runOver({
      ...district,
      files,
      more: { opened: openFiles([{ path: 'khong-co.xlsx', absolute }]) },
    });
    expect(results?.inputs.map(({ path, state }) => [path, state])).toEqual([['khong-co.xlsx', 'skipped']]);
    expect(results?.conservation.files).toMatchObject({ skipped: 1, total: 1 });
    expect(findings.filter(({ at }) => at.file === 'khong-co.xlsx').map(({ code }) => code)).toEqual([
      'file/not-found',
    ]);
    expect(results?.complete).toBe(false);
  });

  it('takes up what listing found, among the others in their order', async () => {
    const alone = await runOver({ ...district, files });
    const [first] = alone.findings;
    if (first === undefined) throw new Error('a finding was expected');
    const listed = { ...first, at: { file: '' } };
    const listing = { skipped: [{ path: 'a.tmp', reason: 'temporary' as const }], findings: [listed] };
    const { findings, results } = await runOver({ ...district, files, more: { listing } });
    expect(findings).toEqual([listed, ...alone.findings]);
    expect(results?.findings).toBe(findings);
    expect(results?.inputs.at(-1)).toMatchObject({ path: 'a.tmp', state: 'skipped' });
  });

  it('lets an accepted error count, states it, and says which line does not hold', async () => {
    const wrong = file(
      'submissions/97101/bieu-01.csv',
      'unit_code,period,areaName,areaKind,households,population,familiesTitled,areaTitle,cultureHouses\n97101,2024,Thôn 1,thôn,100,400,101,đạt,1\n',
    );
    const before = await runOver({ ...district, files: [wrong] });
    const found = before.findings.find(({ code }) => code === 'row/part-exceeds-whole');
    if (found === undefined) throw new Error('an error was expected');
    const line = { id: found.id, reason: 'đúng', person: 'A', date: '2024-12-01' };
    const accepted = [
      { ...line, value: acceptableValue(found) },
      { ...line, id: 'nothing', value: '1' },
    ];
    const { results, findings } = await runOver({ ...district, files: [wrong], accepted });
    const { reason, person, date } = line;
    expect(findings.find(({ id }) => id === found.id)?.accepted).toEqual({ reason, person, date });
    expect(findings.filter(({ code }) => code === 'accepted/unknown-finding')).toHaveLength(1);
    expect(results?.rows['97101']?.['bieu-01']?.columns['familiesTitled']?.states).toBe('v');
    expect(before.results?.rows['97101']?.['bieu-01']?.columns['familiesTitled']?.states).toBe('x');
  });
});
