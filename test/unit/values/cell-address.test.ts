/** A1 notation both ways. */
import { describe, expect, it } from 'vitest';
import {
  cellAddress,
  columnLetter,
  parseCellAddress,
  parseColumn,
  recordedCell,
} from '../../../src/values/cell-address.js';

describe('cell addresses', () => {
  it.each([
    [1, 'A'],
    [26, 'Z'],
    [27, 'AA'],
    [52, 'AZ'],
    [702, 'ZZ'],
    [703, 'AAA'],
    [16384, 'XFD'],
  ])('%i is %s', (column, letters) => {
    expect(columnLetter(column)).toBe(letters);
    expect(parseColumn(letters)).toBe(column);
  });

  it('goes back to row and column', () => {
    for (let column = 1; column <= 16384; column += 1)
      expect(parseCellAddress(cellAddress(column, column))).toEqual({ row: column, column });
    expect(parseCellAddress('$C$12')).toEqual({ row: 12, column: 3 });
  });

  it.each(['', 'A', '1', 'A0', '1A', 'a1', 'A1:B2', 'ABCD1', 'A-1', 'A1 '])('refuses %j', (address) => {
    expect(parseCellAddress(address)).toBeUndefined();
  });

  it('of a column as results keep it are those of its rows, or its own where tables were joined', () => {
    expect(recordedCell({ at: 'C' }, [12, 13], 1)).toBe('C13');
    const joined = { at: 'C', cells: ['D4', ''] };
    expect([0, 1].map((row) => recordedCell(joined, [12, 13], row))).toEqual(['D4', undefined]);
    expect(recordedCell({ at: 'C' }, [12], 1)).toBeUndefined();
  });
});
