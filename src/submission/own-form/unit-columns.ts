/** A table by indicators with a column for each commune: every column is a submission of its own. */
import type { FieldId, Finding } from '../../model.js';
import { isNumberCell } from '../cells/cell-words.js';
import { isUnitHeader } from '../layout/area-header.js';
import type { FormPlace } from '../layout/form-place.js';
import type { LocatedTable, OwnSheet } from '../layout/own-sheet.js';
import { totalWord } from '../layout/row-words.js';
import type { CellPlace } from '../layout/value-column.js';
import { headsAcross } from './heads-across.js';
import { locateLines } from './locate-lines.js';
import { knownColumns } from './read-across.js';

/** What one commune says, and the cell that names it. */
export interface UnitFigures {
  readonly name: string;
  readonly code: string;
  readonly at: CellPlace;
  readonly figures: readonly (readonly [FieldId, CellPlace])[];
}

/** Every column with figures beside the lines, save totals and what the form says is something else. */
export function unitColumns(
  own: OwnSheet,
  located: LocatedTable,
  place: FormPlace,
): { readonly units: readonly UnitFigures[]; readonly findings: readonly Finding[] } {
  const { grid } = place;
  const { labelRow, key = 1 } = located;
  const lines = locateLines(own, located, place);
  const known = knownColumns(located);
  const filled = [...lines.rows.values()].flatMap((row) => grid.inRow(row).filter(isNumberCell));
  const heads = headsAcross(grid, labelRow);
  const columns = [...new Set([...heads.keys(), ...filled.map(({ column }) => column)])]
    .filter((column) => column !== key && !known.has(column))
    // Left of the lines only what is called like a commune is one: that column was moved.
    .filter((column) => column > key || isUnitHeader(heads.get(column) ?? ''))
    .toSorted((one, other) => one - other);
  const units = columns.flatMap((column): readonly UnitFigures[] => {
    const name = heads.get(column) ?? '';
    const rows = [...lines.rows].filter(([, row]) => grid.at(row, column) !== undefined);
    // A commune that has written nothing yet has sent nothing.
    if (totalWord(name) !== undefined || rows.length === 0) return [];
    const figures = [...lines.rows].map(([field, row]) => [field, { row, column }] as const);
    return [{ name, code: '', at: { row: labelRow, column }, figures }];
  });
  return { units, findings: lines.findings };
}
