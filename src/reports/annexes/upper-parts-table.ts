/** What districts and the province entered themselves (Biểu 05): a line "Phần của …" each, and their total. */
import type { MeasureRecord, Table, TableCell } from '../../model.js';
import type { AnnexDeclaration } from '../wording/annex-declarations.js';
import { addedColumns } from './added-columns.js';
import { labelOf, unitLine, type TableMaker } from './table-maker.js';
import { leafCell, unitColumns } from './unit-columns.js';
import { totalRow, unitTableHead } from './unit-table.js';
import { markNotes } from './unit-table-notes.js';
import { unitName } from '../../units/names/unit-name.js';

const UNIT_WIDTH = 34;

/** No lines when no unit above the communes sent the form. */
export function upperPartsTable(maker: TableMaker, annex: AnnexDeclaration): Table {
  const { frame, say } = maker.prose;
  const { results } = frame;
  const added = addedColumns(maker.prose, (form) => form === annex.form);
  const columns = unitColumns(frame, [...annex.columns, ...added]);
  const sent = results.upperParts;
  const units =
    sent === undefined
      ? []
      : results.units.filter(({ code, level, leaf }) => level !== 'commune' && (!leaf || code in sent));
  const lines = units.map((unit, index) => {
    const { code } = unit;
    const cells = columns.map((column) =>
      ownFigure(leafCell(column, sent?.[code], code), results.measures[code]),
    );
    return unitLine(index, `${labelOf(maker, 'headers', 'partOf')} ${unitName(unit)}`, cells);
  });
  const sums = lines.map((_, index) => index);
  const rows = lines.length === 0 ? [] : [...lines, totalRow(maker, columns, { lines, sums })];
  return {
    ...unitTableHead(maker, annex, columns, UNIT_WIDTH),
    rows,
    notes:
      rows.length === 0
        ? [say('note.empty', {})]
        : [say('note.upperParts', {}), ...markNotes(maker.prose, rows)],
  };
}

/** Where units below have parts too, the unit's own part is not its figure of that name. */
function ownFigure(
  cell: TableCell,
  measures: Readonly<Record<string, MeasureRecord>> | undefined,
): TableCell {
  if (cell.figure === undefined) return cell;
  const { figure, ...own } = cell;
  if (cell.kind !== 'integer') return own;
  return measures?.[figure.indicator]?.n === cell.value ? cell : own;
}
