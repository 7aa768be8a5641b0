/** Slips of the hand, each with its mirror. */
import { describe, expect, it } from 'vitest';
import { digitSlip } from '../../../src/validation/digit-slip.js';

describe('digitSlip', () => {
  it.each([
    [132, 123, 'swapped'],
    [21, 12, 'swapped'],
    [1223, 123, 'doubled'],
    [123, 1223, 'doubled'],
    [1023, 123, 'zero'],
    [123, 1203, 'zero'],
    [1230, 123, 'decimal'],
    [123, 123000, 'decimal'],
    [1200, 120, 'decimal'],
    [173, 123, 'oneDigit'],
    [321, 123, undefined],
    [13, 12, undefined],
    [1234, 123, undefined],
    [0, 10, undefined],
    [123, 123, undefined],
  ])('%i for %i: %s', (typed, right, slip) => {
    expect(digitSlip(typed, right)).toBe(slip);
  });
});
