/** A slice of the mutation proof; the whole of it: node test/checks/mutations.js. */
import { describe, expect, it } from 'vitest';
import {
  honestBook,
  judgeHonest,
  openWith,
  programOf,
  randomOf,
  readingOf,
  runMutations,
  savedByExceljs,
  truthOf,
  type Report,
} from './mutations.js';
import { DIST, programIn } from './program.js';

const MUTATED = 240;
const HONEST = 30;
const BY_EXCELJS = 5;

const open = openWith(await programOf(programIn(DIST)));

describe('seeded mutations', () => {
  it('change no figure, unit or period in silence, and refuse no honest file', () => {
    const report = runMutations({ open, count: MUTATED, honest: HONEST });
    const tried = [...report.tallies.values()].reduce((sum, tally) => sum + tally.tried, 0);
    expect(tried).toBe(MUTATED);
    expect(report.honest).toBe(HONEST);
    expect(report.silent).toEqual([]);
    expect(report.honestRefused).toEqual([]);
  });

  it('would be noticed: most damage is refused, most typing is read as typed', () => {
    const { tallies } = runMutations({ open, count: 160, seed: 5 });
    const sum = (kind: string, outcome: 'refused' | 'typed' | 'tried'): number =>
      [...tallies]
        .filter(([name]) => name.startsWith(kind))
        .reduce((all, [, tally]) => all + tally[outcome], 0);
    expect(sum('corruption', 'refused') / sum('corruption', 'tried')).toBeGreaterThan(0.75);
    expect(sum('typed', 'typed')).toBeGreaterThan(15);
  });

  it('leave files saved by another program alone', async () => {
    const report: Report = { tallies: new Map(), silent: [], honest: 0, honestRefused: [] };
    for (let index = 0; index < BY_EXCELJS; index += 1) {
      const book = honestBook(randomOf(index));
      judgeHonest(report, index, readingOf(open, await savedByExceljs(book)), truthOf(book));
    }
    expect(report).toMatchObject({ honest: BY_EXCELJS, honestRefused: [] });
  });
});
