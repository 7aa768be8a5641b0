/** Random summary tables: groups of units with gaps, subtotals and a total computed by this file's own BigInt arithmetic. */
import fc from 'fast-check';
import type { Table, TableCell, TableRow } from '../../../src/model.js';

interface Unit {
  readonly n: number | undefined;
  readonly d: number | undefined;
  readonly amount: number | undefined;
}

const maybe = (most: number): fc.Arbitrary<number | undefined> =>
  fc.option(fc.nat(most), { nil: undefined, freq: 4 });
const unit: fc.Arbitrary<Unit> = fc.record({ n: maybe(5_000), d: maybe(5_000), amount: maybe(90_000_000) });

const cell = (value: number | undefined): TableCell =>
  value === undefined ? { kind: 'missing' } : { kind: 'integer', value };
const sum = (values: readonly (number | undefined)[]): number | undefined => {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? undefined : Number(known.reduce((total, value) => total + BigInt(value), 0n));
};
const rate = (units: readonly Unit[]): TableCell => {
  const both = units.filter(({ n, d }) => n !== undefined && d !== undefined);
  const numerator = sum(both.map(({ n }) => n));
  const denominator = sum(both.map(({ d }) => d));
  return numerator === undefined || denominator === undefined
    ? { kind: 'missing' }
    : { kind: 'rate', numerator, denominator };
};

const cells = (name: string, units: readonly Unit[]): readonly TableCell[] => [
  { kind: 'text', text: name },
  cell(sum(units.map(({ d }) => d))),
  cell(sum(units.map(({ n }) => n))),
  rate(units),
  cell(sum(units.map(({ amount }) => amount))),
];

/** A table of 1 to 4 groups of up to 5 units. */
export const randomTable: fc.Arbitrary<Table> = fc
  .record({
    groups: fc.array(fc.array(unit, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 4 }),
    decimals: fc.constantFrom(0, 1, 2, 3),
  })
  .map(({ groups, decimals }): Table => {
    const rows: TableRow[] = [];
    const lines: number[] = [];
    for (const [index, units] of groups.entries()) {
      const first = rows.length + 1;
      const sums = units.map((_, offset) => first + offset);
      rows.push({ role: 'subtotal', sums, cells: cells(`=Cụm ${index}`, units) });
      rows.push(...units.map((each): TableRow => ({ role: 'unit', cells: cells('Xã', [each]) })));
      lines.push(...sums);
    }
    rows.push({ role: 'total', sums: lines, cells: cells('TỔNG CỘNG', groups.flat()) });
    return {
      id: 'random',
      sheetName: 'Danh hiệu',
      title: 'Bảng',
      columns: [
        { id: 'unit', header: 'Đơn vị', kind: 'text' },
        { id: 'd', header: 'Tổng số hộ', kind: 'count' },
        { id: 'n', header: 'Số hộ đạt', kind: 'count' },
        { id: 'rate', header: 'Tỷ lệ (%)', kind: 'rate', decimals, rateOf: ['n', 'd'] },
        { id: 'amount', header: 'Kinh phí', kind: 'amount', decimals: 3 },
      ],
      rows,
      notes: [],
    };
  });
