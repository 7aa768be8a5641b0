/** The slips of `npm run check:mutants`: every kind is made, and types are left alone. */
import { expect, it } from 'vitest';
import { mutantsOf, mutated } from '../../checks/mutant-kinds.js';

it('changes one place at a time, and never a type', () => {
  const source = [
    'type Level = 1 | 2;',
    'export function rate(n: number, d: number, on = true): bigint {',
    '  if (d === 0) reset();',
    '  return !on && n < d ? 5n : 10n;',
    '}',
  ].join('\n');
  const texts = mutantsOf(source).map((mutant) => mutated(source, mutant).split('\n')[mutant.line - 1]);
  expect(texts).toEqual([
    'export function rate(n: number, d: number, on = false): bigint {',
    '  if (!(d === 0)) reset();',
    '  if (d !== 0) reset();',
    '  if (d === 1) reset();',
    '  if (d === 0) ;',
    '  return !(!on && n < d) ? 5n : 10n;',
    '  return !on || n < d ? 5n : 10n;',
    '  return on && n < d ? 5n : 10n;',
    '  return !on && n <= d ? 5n : 10n;',
    '  return !on && n < d ? 6n : 10n;',
    '  return !on && n < d ? 5n : 11n;',
  ]);
});
