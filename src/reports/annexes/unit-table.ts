/** A table by unit: sections with subtotals, a grand total, notes on coverage, bases and marks (documents.md, Appendices). */
import type { Table, TableCell, TableRow } from '../../model.js';
import type { AnnexDeclaration } from './annex-declarations.js';
import { roman, sectionsOf } from './row-order.js';
import { labelOf, ordinalColumn, textCell, type TableMaker } from './table-maker.js';
import { leafCell, sumCell, unitColumns, type UnitColumn } from './unit-columns.js';
import { unitTableNotes } from './unit-table-notes.js';
import { defined } from '../../values/defined.js';
import { unitFullName } from '../../units/names/unit-name.js';

const UNIT_WIDTH = 26;

/** Columns before the figures: ordinal, unit. */
export const LEADING_COLUMNS = 2;

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
    id: annex.id,
    sheetName: annex.sheet,
    title: annex.title(maker.prose.frame.words),
    ...defined({ unitLine: annex.unitLine }),
    columns: [
      ordinalColumn(maker),
      { id: 'unit', header: labelOf(maker, 'headers', 'unit'), kind: 'text', width: unitWidth },
      ...columns.map(({ column }) => column),
    ],
  };
}

function tableRows(maker: TableMaker, columns: readonly UnitColumn[]): readonly TableRow[] {
  const { frame } = maker.prose;
  const rows: TableRow[] = [];
  const sections = sectionsOf(frame);
  const named = sections.some(({ name }) => name !== undefined);
  const cellsOf = (indexes: readonly number[], place: number): readonly TableCell[] =>
    indexes.flatMap((index) => rows[index]?.cells[LEADING_COLUMNS + place] ?? []);
  const allUnits: number[] = [];
  let ordinal = 0;
  sections.forEach((section, place) => {
    const headIndex = rows.length;
    const first = headIndex + (named ? 1 : 0);
    const sums = section.leaves.map((_, index) => first + index);
    // The heading line stands above its units; its sums are known once they are built.
    if (named) rows.push({ role: 'section', cells: [] });
    for (const leaf of section.leaves) {
      ordinal += 1;
      const measures = frame.results.measures[leaf.code];
      rows.push({
        role: 'unit',
        cells: [
          textCell(String(ordinal)),
          textCell(unitFullName(leaf)),
          ...columns.map((column) => leafCell(column, measures, leaf.code)),
        ],
      });
    }
    allUnits.push(...sums);
    if (!named) return;
    const name = section.name ?? labelOf(maker, 'headers', 'others');
    rows[headIndex] =
      section.name === undefined
        ? { role: 'section', cells: [textCell(''), textCell(name), ...columns.map(() => NONE)] }
        : {
            role: 'subtotal',
            cells: [
              textCell(roman(place + 1)),
              textCell(name),
              ...columns.map((column, at) =>
                sumCell(column, cellsOf(sums, at), section.measures, section.id),
              ),
            ],
            sums,
          };
  });
  rows.push({
    role: 'total',
    cells: [
      textCell(''),
      textCell(labelOf(maker, 'headers', 'total')),
      ...columns.map((column, at) =>
        sumCell(
          column,
          cellsOf(allUnits, at),
          frame.results.measures[frame.results.unit],
          frame.results.unit,
        ),
      ),
    ],
    sums: allUnits,
  });
  return rows;
}

const NONE: TableCell = { kind: 'none' };
