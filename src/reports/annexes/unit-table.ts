/** A table by unit: sections with subtotals, a grand total, notes on coverage, bases and marks. */
import type { MeasureRecord, Table, TableCell, TableRow } from '../../model.js';
import type { AnnexDeclaration } from '../wording/annex-declarations.js';
import { roman } from '../prose/roman.js';
import { sectionsOf, type Section } from './row-order.js';
import {
  annexHead,
  labelOf,
  ordinalColumn,
  textCell,
  textColumn,
  unitLine,
  type TableMaker,
} from './table-maker.js';
import { leafCell, sumCell, unitColumns, type UnitColumn } from './unit-columns.js';
import { unitTableNotes } from './unit-table-notes.js';
import { defined } from '../../values/defined.js';
import { unitFullName } from '../../units/names/unit-name.js';
import { append } from '../../values/of-many.js';

const UNIT_WIDTH = 26;

/** Columns before the figures: ordinal, unit. */
const LEADING_COLUMNS = 2;

export function unitTable(maker: TableMaker, annex: AnnexDeclaration): Table {
  const { frame } = maker.prose;
  const columns = unitColumns(frame, annex.columns);
  const rows = tableRows(maker, columns);
  return {
    ...unitTableHead(maker, annex, columns, UNIT_WIDTH),
    rows,
    notes: unitTableNotes(maker.prose, columns, rows),
  };
}

/** Names and columns of a table with a line per unit; `unitWidth` in characters. */
export function unitTableHead(
  maker: TableMaker,
  annex: AnnexDeclaration,
  columns: readonly UnitColumn[],
  unitWidth: number,
): Pick<Table, 'id' | 'sheetName' | 'title' | 'unitLine' | 'columns'> {
  return {
    ...annexHead(maker, annex),
    ...defined({ unitLine: annex.unitLine }),
    columns: [
      ordinalColumn(maker),
      textColumn(maker, 'unit', unitWidth),
      ...columns.map(({ column }) => column),
    ],
  };
}

function tableRows(maker: TableMaker, columns: readonly UnitColumn[]): readonly TableRow[] {
  const { frame } = maker.prose;
  const rows: TableRow[] = [];
  const sections = sectionsOf(frame);
  const named = sections.some(({ name }) => name !== undefined);
  const allUnits: number[] = [];
  sections.forEach((section, place) => {
    const first = rows.length + (named ? 1 : 0);
    const sums = section.leaves.map((_, index) => first + index);
    const lines = section.leaves.map((leaf, index) => {
      const measures = frame.results.measures[leaf.code];
      const cells = columns.map((column) => leafCell(column, measures, leaf.code));
      return unitLine(allUnits.length + index, unitFullName(leaf), cells);
    });
    // The heading line stands above its units.
    if (named) rows.push(headingRow(maker, columns, section, place, { lines, sums }));
    append(rows, lines);
    append(allUnits, sums);
  });
  const units = allUnits.flatMap((index) => rows[index] ?? []);
  return [...rows, totalRow(maker, columns, { lines: units, sums: allUnits })];
}

/** Lines that a sum adds, and their places among the rows of the table. */
interface Summed {
  readonly lines: readonly TableRow[];
  readonly sums: readonly number[];
}

const sumCells = (
  columns: readonly UnitColumn[],
  lines: readonly TableRow[],
  measures: Readonly<Record<string, MeasureRecord>> | undefined,
  unit: string,
): readonly TableCell[] =>
  columns.map((column, place) =>
    sumCell(
      column,
      lines.flatMap(({ cells }) => cells[LEADING_COLUMNS + place] ?? []),
      measures,
      unit,
    ),
  );

/** A district or group with its sums; units outside of any have a heading alone. */
function headingRow(
  maker: TableMaker,
  columns: readonly UnitColumn[],
  { name, id, measures }: Section,
  place: number,
  { lines, sums }: Summed,
): TableRow {
  if (name === undefined) {
    const others = textCell(labelOf(maker, 'headers', 'others'));
    return { role: 'section', cells: [textCell(''), others, ...columns.map(() => NONE)] };
  }
  const cells = sumCells(columns, lines, measures, id);
  return { role: 'subtotal', cells: [textCell(roman(place + 1)), textCell(name), ...cells], sums };
}

/** The compiling unit's own figures under all lines. */
export function totalRow(
  maker: TableMaker,
  columns: readonly UnitColumn[],
  { lines, sums }: Summed,
): TableRow {
  const { measures, unit } = maker.prose.frame.results;
  const name = textCell(labelOf(maker, 'headers', 'total'));
  const cells = sumCells(columns, lines, measures[unit], unit);
  return { role: 'total', cells: [textCell(''), name, ...cells], sums };
}

const NONE: TableCell = { kind: 'none' };
