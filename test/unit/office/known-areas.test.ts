/** The areas of an earlier period that a form is made with: in their order, and of all whole units a new one is made of. */
import { describe, expect, it } from 'vitest';
import { knownAreas, latestBefore } from '../../../src/office/known-areas.js';
import type { CrosswalkStep } from '../../../src/model.js';
import { AREAS, COMMUNES, sampleResults } from '../../support/sample-results.js';

const earlier = sampleResults();
const [A = '', B = ''] = COMMUNES;
const names = (code: string, steps: readonly CrosswalkStep[] = []): readonly string[] =>
  knownAreas(code, earlier, steps).map(({ name }) => name);
const step = (oldCode: string, area: CrosswalkStep['area']): CrosswalkStep => ({
  oldCode,
  newCode: '99999',
  area,
  people: area === 'whole' ? 'all' : 'some',
});

describe('knownAreas', () => {
  it('are those the unit sent, and none of a unit that sent nothing', () => {
    expect(names(A).length).toBeGreaterThan(0);
    expect(names(A)).toHaveLength((AREAS[A] ?? []).length);
    expect(names('99999')).toEqual([]);
    expect(knownAreas(A, undefined, [])).toEqual([]);
  });

  it('of a merged unit are those of the whole units in it, each with its former unit', () => {
    const made = knownAreas('99999', earlier, [step(A, 'whole'), step(B, 'whole')]);
    expect(made.map(({ name }) => name)).toEqual([...names(A), ...names(B)]);
    expect(new Set(made.map(({ formerUnit }) => formerUnit)).size).toBe(2);
    expect(names('99999', [step(A, 'part')])).toEqual([]);
  });
});

describe('latestBefore', () => {
  it('is the last period that is not the present one', () => {
    const of = (id: string, year: number) => ({
      results: { ...earlier, period: { id, year, kind: 'year' as const } },
    });
    const found = latestBefore([of('2024', 2024), of('2023', 2023), of('2025', 2025), of('2026', 2026)], {
      id: '2025',
      year: 2025,
      kind: 'year',
    });
    expect(found?.period.id).toBe('2024');
  });
});
