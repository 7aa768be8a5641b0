/** The sample sets of provinces, a city and a district: each is whole, small, and says where it comes from. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { notAskedOf } from '../../../src/criteria/asked-of.js';
import { setInPeriod } from '../../../src/criteria/set-in-period.js';
import type { CriteriaSet } from '../../../src/model.js';
import { loadCriteria } from '../../../src/office/load-criteria.js';
import { runRuleExamples } from '../../../src/validation/rule-examples.js';
import { RULE_SCHEMA } from '../../../src/validation/rules.js';

const FOLDER = join(import.meta.dirname, '../../../templates/criteria-samples');
const NAMES = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'));

async function sample(name: string): Promise<CriteriaSet> {
  const { set, findings } = await loadCriteria(name, FOLDER);
  expect(findings).toEqual([]);
  if (set === undefined) throw new Error(name);
  return set;
}
const title = (set: CriteriaSet, id: string) => set.titles.find((one) => one.id === id);

describe('sample sets', () => {
  it.each(NAMES)('%s is admitted, small and sourced', async (name) => {
    const set = await sample(name);
    expect(runRuleExamples(set).filter(({ got, expected }) => got !== expected)).toEqual([]);
    const text = readFileSync(join(FOLDER, name), 'utf8');
    expect(text.split('\n').length).toBeLessThan(140);
    expect(text).toContain('Nguồn:');
  });

  it('have the scores of Kon Tum and the threshold and day of Quảng Trị', async () => {
    const konTum = await sample('kon-tum-2022.yaml');
    expect(title(konTum, 'family')?.standards.map(({ max }) => max)).toEqual([45, 25, 30]);
    expect(title(konTum, 'area')?.standards.map(({ max }) => max)).toEqual([25, 25, 20, 20, 10]);
    const quangTri = await sample('quang-tri-2025.yaml');
    for (const id of ['family', 'area'])
      expect(title(quangTri, id)).toMatchObject({
        mode: 'points',
        minScore: { ordinary: 90 },
        assessmentBefore: '11-15',
        confirmed: false,
      });
  });

  it('layer a district over its city over the default, with dates and kinds of units of its own', async () => {
    const district = await sample('hoang-mai-2025.yaml');
    expect(district.ancestors?.map(({ id }) => id)).toEqual(['ha-noi-2025', 'nd86-2023']);
    expect(title(district, 'area')?.basis).toContain('29/2025/QĐ-UBND');
    const has = (year: number, kind: 'H1' | 'year') =>
      setInPeriod(district, { id: '', year, kind }, RULE_SCHEMA).fields.some(
        ({ id }) => id === 'campaignGroupMeetings',
      );
    expect([has(2025, 'H1'), has(2026, 'H1')]).toEqual([true, false]);
    expect(notAskedOf(district, { type: 'xã', level: 'commune' }).has('campaignGroupMeetings')).toBe(true);
  });
});
