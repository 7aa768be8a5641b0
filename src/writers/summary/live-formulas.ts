/**
 * Totals and rates as formulas whose cached value is the exact one of the results. Where the
 * formula over the printed cells would say something else than the results do, the value stands alone.
 */
import { roundedPercent } from '../../values/exact-rate.js';
import type { LongTable, TableCell, TableColumn, TableRow } from '../../model.js';
import { columnLetter } from '../../values/cell-address.js';
import { plainDecimal } from '../plain-decimal.js';
import { decimalsOf, PRINTED_MARKS } from '../printed-cell.js';

/** What one cell holds, before it becomes XML: text stays text, figures are exact decimals. */
export type CellContent =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly decimal: string }
  | {
      readonly kind: 'formula';
      readonly formula: string;
      /** The value a recalculation must find again. */
      readonly result: { readonly decimal: string } | { readonly text: string };
    };

/** Excel refuses longer formulas (8,192 characters) and more than 255 arguments. */
const LONGEST_FORMULA = 8_000;
const MOST_RANGES = 250;

/** Where a table stands on its sheet. */
export interface FormulaPlace {
  readonly table: LongTable;
  /** Lines that sums may name; none of a list that is not held. */
  readonly lines: readonly TableRow[];
  /** Sheet row of `rows[0]`, 1-based. */
  readonly firstRow: number;
  readonly rateDecimals: number;
}

const shortEnough = (content: CellContent): CellContent | undefined =>
  content.kind === 'formula' && content.formula.length > LONGEST_FORMULA ? undefined : content;

const percent = (numerator: number, denominator: number, decimals: number): CellContentResult => {
  const rounded = roundedPercent({ numerator, denominator }, decimals);
  return rounded === undefined ? { text: '' } : { decimal: plainDecimal(rounded, decimals) };
};
type CellContentResult = Extract<CellContent, { kind: 'formula' }>['result'];

/** First and last sheet row of each run of neighbouring lines. */
function rowRanges(sums: readonly number[], firstRow: number): readonly (readonly [number, number])[] {
  const ranges: [number, number][] = [];
  for (const index of [...sums].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last?.[1] === index - 1 + firstRow) last[1] = index + firstRow;
    else ranges.push([index + firstRow, index + firstRow]);
  }
  return ranges;
}

const summedCells = (
  place: FormulaPlace,
  sums: readonly number[],
  column: number,
): readonly (TableCell | undefined)[] => sums.map((index) => place.lines[index]?.cells[column]);

/** A count or amount of a sum row: SUM of the lines it names. */
export function sumFormula(place: FormulaPlace, row: TableRow, index: number): CellContent | undefined {
  const column = place.table.columns[index];
  const cell = row.cells[index];
  if (row.sums === undefined || row.sums.length === 0 || column === undefined) return undefined;
  const values = summedCells(place, row.sums, index).flatMap((each) =>
    each?.kind === 'integer' ? [each.value] : [],
  );
  const ranges = rowRanges(row.sums, place.firstRow);
  if (ranges.length > MOST_RANGES) return undefined;
  const letters = columnLetter(index + 1);
  const list = ranges.map(([top, bottom]) => `${letters}${top}:${letters}${bottom}`).join(',');
  const decimals = column.kind === 'amount' ? decimalsOf(column) : 0;
  const sum = decimals === 0 ? `SUM(${list})` : `ROUND(SUM(${list}),${decimals})`;
  if (cell?.kind === 'integer') {
    const total = values.reduce((sofar, value) => sofar + BigInt(value), 0n);
    if (total !== BigInt(cell.value)) return undefined;
    return shortEnough({
      kind: 'formula',
      formula: sum,
      result: { decimal: plainDecimal(cell.value, decimals) },
    });
  }
  if (!isEmpty(cell) || values.length > 0) return undefined;
  const mark = PRINTED_MARKS[cell.kind];
  return shortEnough({
    kind: 'formula',
    formula: `IF(COUNT(${list})=0,"${mark}",${sum})`,
    result: { text: mark },
  });
}

/** Nothing was reported, or it applies to no line: the mark stands until a figure does. */
const isEmpty = (
  cell: TableCell | undefined,
): cell is Extract<TableCell, { kind: 'missing' | 'notApplicable' }> =>
  cell?.kind === 'missing' || cell?.kind === 'notApplicable';

interface RateSides {
  readonly numerator: number;
  readonly denominator: number;
  readonly decimals: number;
}

/** Columns of numerator and denominator; both must count in the same unit. */
function rateSides(place: FormulaPlace, column: TableColumn): RateSides | undefined {
  if (column.rateOf === undefined) return undefined;
  const { columns } = place.table;
  const [numerator, denominator] = column.rateOf.map((id) => columns.findIndex((each) => each.id === id));
  if (numerator === undefined || denominator === undefined || numerator < 0 || denominator < 0)
    return undefined;
  const scale = (index: number): number => columns[index]?.decimals ?? 0;
  if (scale(numerator) !== scale(denominator)) return undefined;
  return { numerator, denominator, decimals: decimalsOf(column, place.rateDecimals) };
}

/** A rate of a line: over the two cells beside it. */
export function lineRateFormula(
  place: FormulaPlace,
  row: TableRow,
  rowIndex: number,
  index: number,
): CellContent | undefined {
  const column = place.table.columns[index];
  const cell = row.cells[index];
  const sides = column === undefined ? undefined : rateSides(place, column);
  if (sides === undefined || cell === undefined) return undefined;
  const numerator = row.cells[sides.numerator];
  const denominator = row.cells[sides.denominator];
  const n = `${columnLetter(sides.numerator + 1)}${rowIndex + place.firstRow}`;
  const d = `${columnLetter(sides.denominator + 1)}${rowIndex + place.firstRow}`;
  const mark = PRINTED_MARKS[cell.kind === 'notApplicable' ? 'notApplicable' : 'missing'];
  const formula = `IF(COUNT(${n},${d})<2,"${mark}",IF(${d}>0,ROUND(100*${n}/${d},${sides.decimals}),""))`;
  const both = numerator?.kind === 'integer' && denominator?.kind === 'integer';
  if (isEmpty(cell)) return both ? undefined : { kind: 'formula', formula, result: { text: mark } };
  if (cell.kind !== 'rate' || !both) return undefined;
  if (cell.numerator !== numerator.value || cell.denominator !== denominator.value) return undefined;
  return { kind: 'formula', formula, result: percent(cell.numerator, cell.denominator, sides.decimals) };
}

/** A rate of a sum row: only over lines that have both sides, so that no base counts without its numerator. */
export function sumRateFormula(place: FormulaPlace, row: TableRow, index: number): CellContent | undefined {
  const column = place.table.columns[index];
  const cell = row.cells[index];
  const sides = column === undefined ? undefined : rateSides(place, column);
  if (sides === undefined || row.sums === undefined || (cell?.kind !== 'rate' && !isEmpty(cell)))
    return undefined;
  let numerator = 0n;
  let denominator = 0n;
  for (const line of row.sums) {
    const n = place.lines[line]?.cells[sides.numerator];
    const d = place.lines[line]?.cells[sides.denominator];
    if (n?.kind !== 'integer' || d?.kind !== 'integer') continue;
    numerator += BigInt(n.value);
    denominator += BigInt(d.value);
  }
  if (
    cell.kind === 'rate' &&
    (BigInt(cell.numerator) !== numerator || BigInt(cell.denominator) !== denominator)
  )
    return undefined;
  if (isEmpty(cell) && denominator > 0n) return undefined;
  const ranges = rowRanges(row.sums, place.firstRow).map(([top, bottom]) => {
    const at = (side: number): string => `${columnLetter(side + 1)}${top}:${columnLetter(side + 1)}${bottom}`;
    return { n: at(sides.numerator), d: at(sides.denominator) };
  });
  const criteria = ({ n, d }: { n: string; d: string }): string => `${n},">=0",${d},">=0")`;
  const above = ranges.map((range) => `SUMIFS(${range.n},${criteria(range)}`).join('+');
  const below = ranges.map((range) => `SUMIFS(${range.d},${criteria(range)}`).join('+');
  const without = isEmpty(cell) ? PRINTED_MARKS[cell.kind] : '';
  return shortEnough({
    kind: 'formula',
    formula: `IF(${below}>0,ROUND(100*(${above})/(${below}),${sides.decimals}),"${without}")`,
    result: isEmpty(cell) ? { text: without } : percent(cell.numerator, cell.denominator, sides.decimals),
  });
}
