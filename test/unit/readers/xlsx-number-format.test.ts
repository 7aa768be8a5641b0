/** Number formats: only those that show a date or a percentage change what a stored number means. */
import { describe, expect, it } from 'vitest';
import { builtInFormat, formatMeaning } from '../../../src/readers/xlsx/xlsx-number-format.js';

describe('format codes', () => {
  it.each([
    ['0%', 'percent'],
    ['0.00%;[Red]-0.00%', 'percent'],
    ['[=0]"-";0%', 'percent'],
    ['[$-42A]0.0%', 'percent'],
    ['dd/mm/yyyy', 'date'],
    ['[$-42A]dd mmmm yyyy;@', 'date'],
    ['"ngày" dd "tháng" mm', 'date'],
    ['[h]:mm:ss', 'date'],
    ['[mm]:ss', 'date'],
    ['h:mm AM/PM', 'date'],
    ['General', undefined],
    ['0', undefined],
    ['#,##0.00', undefined],
    ['0\\d', undefined],
    ['"ngày"0', undefined],
    ['0 "hộ"', undefined],
    ['0"%"', undefined],
    ['0\\%', undefined],
    ['0.00E+00', undefined],
    ['[Red]0', undefined],
    ['[>=100][Blue]0;[Yellow]0', undefined],
    ['_-* #,##0\\ "₫"_-;-* #,##0\\ "₫"_-', undefined],
    ['_d0', undefined],
    ['@', undefined],
    ['', undefined],
  ])('%s', (code, meaning) => {
    expect(formatMeaning(code)).toBe(meaning);
  });
});

it('knows the built-in formats', () => {
  const ids = (meaning: string): number[] =>
    Array.from({ length: 100 }, (_, id) => id).filter((id) => builtInFormat(id) === meaning);
  expect(ids('percent')).toEqual([9, 10]);
  expect(ids('date').slice(0, 9)).toEqual([14, 15, 16, 17, 18, 19, 20, 21, 22]);
  expect([0, 1, 2, 3, 4, 11, 12, 37, 38, 39, 40, 48, 49].map(builtInFormat)).toEqual(
    Array(13).fill(undefined),
  );
});
