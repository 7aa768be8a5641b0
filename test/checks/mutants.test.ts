/** A slice of `npm run check:mutants`: its areas are where they are said to be, and a slip in one makes its tests fail. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { mutantsOf } from './mutant-kinds.js';
import { AREAS, pass } from './mutants.js';

const ROOT = join(import.meta.dirname, '..', '..');

it('looks at files and tests that are there', () => {
  const named = Object.values(AREAS).flatMap(({ files, tests }) => [...files, ...tests]);
  expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});

it('has a slip of the hand noticed by the tests of its area, and nothing else', () => {
  const file = 'src/values/exact-rate.ts';
  const tests = ['test/unit/values/exact-rate.test.ts'];
  const [mutant] = mutantsOf(readFileSync(join(ROOT, file), 'utf8'));
  expect(pass(tests, undefined)).toBe(true);
  expect(pass(tests, { file, ...mutant })).toBe(false);
});
