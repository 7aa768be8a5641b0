/** Figures for people: grouped by points, decimals after a comma, years as they are. */
import { describe, expect, it } from 'vitest';
import { formatBeside, formatFigure, formatScaled } from '../../../src/values/number-format.js';

describe('a figure', () => {
  it.each([
    [0, 0, '0'],
    [999, 0, '999'],
    [1234, 0, '1.234'],
    [-1234567, 0, '-1.234.567'],
    [1_234_500, 3, '1.234,5'],
    [5, 3, '0,005'],
  ])('%d at scale %d is %s', (value, scale, text) => {
    expect(formatScaled(value, scale)).toBe(text);
  });

  it('that is a year is never grouped', () => {
    expect(formatFigure(2018, { scale: 0, unit: 'năm' })).toBe('2018');
    expect(formatFigure(2018, { scale: 0, unit: 'hộ' })).toBe('2.018');
    expect(formatFigure(2018, { scale: 0 })).toBe('2.018');
  });
});

describe('amounts beside one another', () => {
  it.each([
    [199420, 2, 2, '1.994,20'],
    [1994200, 3, 2, '1.994,20'],
    [1994200, 3, 1, '1.994,2'],
    [1994250, 3, 1, '1.994,25'],
    [150000, 3, 2, '150'],
    [0, 3, 2, '0'],
  ])('%i at scale %i with %i decimals is %s', (value, scale, digits, text) => {
    expect(formatBeside(value, scale, digits)).toBe(text);
  });
});
