/** How tightly an annex is set: as loosely as still puts table and notes on one page; loosely when it needs several anyway. */
import type { Annex, Table, TableRow } from '../../model.js';
import { CELL, PAGE, PARAGRAPH, SIZES, USUAL_PAPER, twips, type Paper } from '../decree30-layout.js';
import { headerSpans, isGrouped } from '../header-groups.js';
import { printedCell } from '../printed-cell.js';
import { lineBreaks, textWidth } from '../text-width.js';
import { largest } from '../../values/of-many.js';
import { columnsFor, measureColumns, type AnnexColumns } from './annex-columns.js';

export interface AnnexFit {
  readonly columns: AnnexColumns;
  /** Room above and below the text of a cell, in points. */
  readonly padding: number;
  readonly noteSize: number;
}

const POINT = 20;
/** Times New Roman sets a line about so much higher than its type. */
const LINE = 1.15;
const MILLIMETRE = 72 / 25.4;
/** Room for what programs measure differently. */
const RESERVE = 14;
const PADDINGS = [CELL.topPt, 0.75, 0.25] as const;
/** Below this size a table is not made smaller only to stay on one page. */
const LEAST_SIZE = 9;

/** `width` of the text in twips: that of a landscape page where the place has none of its own. */
export function annexFit(
  annex: Annex,
  paper: Paper = USUAL_PAPER,
  width: number = paper.annexTextWidth,
): AnnexFit {
  const { table } = annex;
  const measured = measureColumns(table);
  const usual: AnnexFit = {
    columns: columnsFor(table, measured, width),
    padding: CELL.topPt,
    noteSize: SIZES.tableNote,
  };
  const isUpright = width <= USUAL_PAPER.textWidth;
  const page =
    ((isUpright ? PAGE.heightMm : PAGE.widthMm) - paper.margins.top - paper.margins.bottom) * MILLIMETRE -
    RESERVE;
  const sizes = SIZES.table.filter((size) => size <= usual.columns.size && size >= LEAST_SIZE);
  for (const size of [usual.columns.size, ...sizes.slice(1)]) {
    const columns = size === usual.columns.size ? usual.columns : columnsFor(table, measured, width, size);
    for (const padding of PADDINGS) {
      const fit: AnnexFit = {
        columns,
        padding,
        noteSize: padding === CELL.topPt ? SIZES.tableNote : SIZES.tightNote,
      };
      if (leastHeight(table, fit) <= page && heightOf(table, fit, width) <= page) return fit;
    }
  }
  return usual;
}

const rowHeight = (lines: number, { columns: { size }, padding }: AnnexFit): number =>
  lines * size * LINE + 2 * padding + CELL.rule / 8;

/** With one line in every row: only what may fit by this is measured word by word. */
const leastHeight = ({ rows }: Table, fit: AnnexFit): number => rows.length * rowHeight(1, fit);

/** In points, as far as it can be known without the program that draws it. */
function heightOf(table: Table, fit: AnnexFit, width: number): number {
  const { columns, noteSize } = fit;
  const { size, widths } = columns;
  const rowOf = (lines: number): number => rowHeight(lines, fit);
  const linesAt = (text: string, index: number, span = 1, bold = false): number =>
    linesIn(text, size, bold, inner(widths.slice(index, index + span)));
  const unitLine = table.unitLine === undefined ? 0 : SIZES.tableUnitLine * LINE + 3;
  const title = linesIn(table.title.toLocaleUpperCase('vi'), SIZES.annexTitle, true, width / POINT);
  const head = (SIZES.annexHeading + title * SIZES.annexTitle + SIZES.annexReference) * LINE + 6 + unitLine;
  const bodyRow = (row: TableRow): number =>
    rowOf(
      largest(
        table.columns.map((column, index) => {
          const cell = row.cells[index];
          return cell === undefined || row.role === 'section'
            ? 1
            : linesAt(printedCell(cell, column), index, 1, row.role !== 'unit');
        }),
        1,
      ),
    );
  const headerLines = largest(table.columns.map(({ header }, index) => linesAt(header, index, 1, true)));
  const groupLines = isGrouped(table.columns)
    ? largest(
        headerSpans(table.columns).map(({ group, first, count }) =>
          group === undefined ? 1 : linesAt(group, first, count, true),
        ),
      )
    : 0;
  const header = rowOf(headerLines) + (groupLines === 0 ? 0 : rowOf(groupLines)) + rowOf(1);
  const notes = table.notes.map(
    (note) => linesIn(note, noteSize, false, width / POINT) * noteSize * LINE + 2,
  );
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  return head + header + sum(table.rows.map(bodyRow)) + sum(notes) + PARAGRAPH.beforePt;
}

const inner = (widths: readonly number[]): number =>
  (widths.reduce((total, width) => total + width, 0) - 2 * twips(CELL.sideMm)) / POINT;

/** What is narrower than this share of the width stands in one line, however its widths are added up. */
const SURELY_ONE = 0.99;

/** Lines of a text in a width in points; most cells hold a figure or a name, which is one. */
function linesIn(text: string, size: number, bold: boolean, width: number): number {
  if (textWidth(text, size, bold) < width * SURELY_ONE) return 1;
  const words = text.split(/[ \n\t]+/u).map((word) => textWidth(word, size, bold));
  return lineBreaks(words, textWidth(' ', size, bold), width).length + 1;
}
