/** Column widths and type size of an annex table: the largest type in which every word and figure stays whole. */
import type { Table } from '../../model.js';
import { CELL, SIZES, USUAL_PAPER, pointsToTwips, twips } from '../decree30-layout.js';
import { shareWidth, squeezeWidth, widenGroup, type ColumnNeed } from '../column-widths.js';
import { headerSpans } from '../header-groups.js';
import { amountDigits, printedCell } from '../printed-cell.js';
import { longestWordWidth, textWidth } from '../text-width.js';
import { smallest } from '../../values/of-many.js';

/** Comfort: a header may take so many lines, a text cell so many, in type not smaller than this. */
const HEADER_LINES = 5;
const CELL_LINES = 3;
const COMFORTABLE_SIZE = 9;
/** Longest line of running text that a column asks for, in ems. */
const TEXT_EMS = 22;
/** Fonts that stand in for Times New Roman on other systems may be a little wider. */
const ALLOWANCE = 1.03;

export interface AnnexColumns {
  readonly size: number;
  /** In twips; they add up to the width of the text. */
  readonly widths: readonly number[];
}

export const annexColumns = (table: Table, available?: number, most?: number): AnnexColumns =>
  columnsFor(table, measureColumns(table), available, most);

/** What the columns of a table need in any type. */
export const measureColumns = (table: Table): readonly Measured[] =>
  table.columns.map((_, index) => measure(table, index));

/** First the largest type, `most` at most, in which the table reads comfortably, else the largest in which no word breaks. */
export function columnsFor(
  table: Table,
  measured: readonly Measured[],
  available: number = USUAL_PAPER.annexTextWidth,
  most = Infinity,
): AnnexColumns {
  const sizes: readonly number[] = SIZES.table.filter((size) => size <= most);
  for (const [comfortable, tried] of [
    [true, sizes.filter((size) => size >= COMFORTABLE_SIZE)],
    [false, sizes],
  ] as const) {
    for (const size of tried) {
      const widths = shareWidth(needsAt(table, measured, size, comfortable), available);
      if (widths !== undefined) return { size, widths: whole(widths, available) };
    }
  }
  const size = smallest(sizes);
  const squeezed = squeezeWidth(needsAt(table, measured, size, false), available);
  return { size, widths: whole(squeezed, available) };
}

export interface Measured extends ColumnNeed {
  readonly comfort: number;
}

/** Widths of text grow with the type, so they are measured once, at one point. */
function measure(table: Table, index: number): Measured {
  const column = table.columns[index];
  if (column === undefined) return { least: 0, comfort: 0, ideal: 0 };
  let least = Math.max(longestWordWidth(column.header, 1, true), textWidth(`(${index + 1})`, 1));
  let comfort = textWidth(column.header, 1, true) / HEADER_LINES;
  let ideal = comfort;
  const digits = amountDigits(table.rows, index, column);
  for (const row of table.rows) {
    const cell = row.cells[index];
    if (row.role === 'section' || cell === undefined) continue;
    const bold = row.role !== 'unit';
    const text = printedCell(cell, column, undefined, digits);
    const length = textWidth(text, 1, bold);
    const figure = cell.kind === 'integer' || cell.kind === 'rate';
    least = Math.max(least, figure ? length : longestWordWidth(text, 1, bold));
    comfort = Math.max(comfort, Math.min(length, TEXT_EMS) / CELL_LINES);
    ideal = Math.max(ideal, Math.min(length, TEXT_EMS));
  }
  return { least, comfort: Math.max(comfort, least), ideal: Math.max(ideal, least) };
}

function needsAt(
  table: Table,
  measured: readonly Measured[],
  size: number,
  comfortable: boolean,
): readonly ColumnNeed[] {
  const padding = 2 * twips(CELL.sideMm) + CELL.rule * 2.5;
  const inTwips = (atOnePoint: number): number => pointsToTwips(atOnePoint * size * ALLOWANCE) + padding;
  let needs: readonly ColumnNeed[] = measured.map(({ least, comfort, ideal }) => ({
    least: inTwips(comfortable ? comfort : least),
    ideal: inTwips(ideal),
  }));
  for (const { group, first, count } of headerSpans(table.columns)) {
    if (group !== undefined)
      needs = widenGroup(needs, first, count, inTwips(longestWordWidth(group, 1, true)));
  }
  return needs;
}

/** Whole twips that still add up. */
function whole(widths: readonly number[], available: number): readonly number[] {
  let edge = 0;
  let written = 0;
  return widths.map((width, index) => {
    edge += width;
    const end = index === widths.length - 1 ? available : Math.round(edge);
    const share = end - written;
    written = end;
    return share;
  });
}
