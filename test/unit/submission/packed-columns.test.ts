/** Columns packed for keeping say what they said: whatever was in them, in any order they are asked for. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellState, FieldColumn } from '../../../src/model.js';
import { columnPools, PackedColumns } from '../../../src/submission/tables/packed-columns.js';
import { defined } from '../../../src/values/defined.js';

const STATE = fc.constantFrom<CellState>('value', 'missing', 'notApplicable', 'pending', 'excluded');
const FIGURE = fc.oneof(fc.integer(), fc.constant(Number.NaN), fc.constant(Number.MAX_SAFE_INTEGER));
const TEXT = fc.option(fc.constantFrom('yes', 'no', '', 'Thôn Đông', 'một tên dài hơn mười hai chữ'), {
  nil: undefined,
});

const column = (field: string, rows: number): fc.Arbitrary<FieldColumn> =>
  fc
    .record({
      states: fc.array(STATE, { minLength: rows, maxLength: rows }),
      numbers: fc.oneof(
        fc.constant(new Array<number>(rows).fill(Number.NaN)),
        fc.array(FIGURE, { minLength: rows, maxLength: rows }),
      ),
      texts: fc.oneof(
        fc.constant(new Array<undefined>(rows).fill(undefined)),
        fc.array(TEXT, { minLength: rows, maxLength: rows }),
      ),
      column: fc.integer({ min: 0, max: 40 }),
      row: fc.option(fc.integer({ min: 1, max: 90 }), { nil: undefined }),
      exact: fc.boolean(),
      typed: fc.option(fc.array(TEXT, { minLength: rows, maxLength: rows }), { nil: undefined }),
    })
    .map(({ numbers, row, exact, typed, ...rest }) => ({
      field,
      ...rest,
      numbers: Float64Array.from(numbers),
      ...defined({ row, typed }),
      ...(exact ? { exact: new Map([[0, { value: 917n, scale: 1 }]]) } : {}),
    }));

const table = fc
  .record({ rows: fc.integer({ min: 0, max: 6 }), fields: fc.uniqueArray(fc.string({ maxLength: 4 })) })
  .chain(({ rows, fields }) =>
    fc.record({
      rows: fc.constant(rows),
      columns: fc
        .tuple(...fields.map((field) => column(field, rows)))
        .map((made) => new Map(made.map((one) => [one.field, one]))),
    }),
  );

describe('packed columns', () => {
  it('say what the columns said, though many tables share their pools', () => {
    fc.assert(
      fc.property(fc.array(table, { maxLength: 20 }), (tables) => {
        const pools = columnPools();
        const packed = tables.map(({ columns, rows }) => new PackedColumns(columns, rows, pools));
        for (const [index, { columns }] of tables.entries()) {
          const again = packed[index];
          expect(again?.size).toBe(columns.size);
          expect([...(again ?? [])]).toEqual([...columns]);
          expect([...(again?.keys() ?? [])]).toEqual([...columns.keys()]);
          for (const [field, one] of columns) expect(again?.get(field)).toEqual(one);
          expect(again?.get('of no table')).toBeUndefined();
        }
      }),
      { numRuns: 60 },
    );
  });

  it('give a column again as the same object while its table is in use', () => {
    const rows = 1;
    const one: FieldColumn = {
      field: 'a',
      states: ['value'],
      numbers: Float64Array.of(3),
      texts: [undefined],
      column: 2,
    };
    const packed = new PackedColumns(new Map([['a', one]]), rows, columnPools());
    expect(packed.get('a')).toBe(packed.get('a'));
  });
});
