/**
 * `npm run check` as tests: types, lint and format of the whole tree. Other programs do the work beside the other tests,
 * so that no core is left idle while the slowest of them ends.
 */
import { describe, expect, it } from 'vitest';
import { check, STEPS, type Step } from '../../build/check.js';

describe('the code', () => {
  it.concurrent.each(Object.keys(STEPS) as Step[])('has no fault in %s', async (name) => {
    const { code, said } = await check(name);
    expect(code, said).toBe(0);
  });
});
