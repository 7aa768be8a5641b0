/** Every finding about layout, cells and senders is made by the smallest input that shows it, and by nothing else in it. */
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../src/findings/catalogue/catalogue.js';
import { CELL_CASES } from './cases/cell-cases.js';
import { CONFIGURATION_CASES } from './cases/configuration-cases.js';
import { FORM_FILLING_CASES } from './cases/form-filling-cases.js';
import { LAYOUT_CASES } from './cases/layout-cases.js';
import { OWN_FORM_CASES } from './cases/own-form-cases.js';
import { TRACKING_CASES } from './cases/tracking-cases.js';
import { UNIT_CASES } from './cases/unit-cases.js';

const CASES = {
  ...OWN_FORM_CASES,
  ...FORM_FILLING_CASES,
  ...LAYOUT_CASES,
  ...CELL_CASES,
  ...UNIT_CASES,
  ...CONFIGURATION_CASES,
  ...TRACKING_CASES,
};

/** Ranges of numbers whose codes must have a case here. */
const RANGES: readonly (readonly [from: number, to: number])[] = [
  [201, 219],
  [226, 239],
  [240, 299],
  [301, 339],
  [501, 540],
  [570, 587],
];

const numberOf = (number: string): number => Number(number.slice(2));

describe('cases', () => {
  it('exist for every code', () => {
    const without = Object.entries(CATALOGUE)
      .filter(([, { number }]) =>
        RANGES.some(([from, to]) => numberOf(number) >= from && numberOf(number) <= to),
      )
      .map(([code]) => code)
      .filter((code) => !(code in CASES));
    expect(without).toEqual([]);
  });

  it.each(Object.entries(CASES))('%s', async (code, findings) => {
    const made = await findings();
    expect([...new Set(made.map((one) => one.code))]).toEqual([code]);
    for (const { message, hint = '', at, unit } of made) {
      // Somebody can go there, and is told what to do. What a command was given stands in its own sentence.
      if (!/^(?:accept|return)\//u.test(code)) expect(at.file !== '' || unit !== undefined).toBe(true);
      expect(hint).not.toBe('');
      // Every parameter is filled in, and nothing of the machine shows.
      expect(`${message} ${hint}`).not.toMatch(/\{\w+\}|undefined|NaN|\[object|null/u);
      expect(message).toMatch(/[.?]$/u);
    }
  });
});
