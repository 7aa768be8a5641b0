/** A table whose rows are communes, by the column of their names: it is the table of a unit above them. */
import { foldMarks } from '../../values/vietnamese-text.js';
import type { HeaderColumns } from './locate-header.js';
import { holdsAreaKind, saysAreaKind, totalWord } from './row-words.js';
import type { SheetGrid } from './sheet-grid.js';

/** "Tên xã, thị trấn", "Đơn vị (xã, phường)"; also "Xã, thôn", whose names may be of either. */
export const saysUnits = (label: string): boolean => OF_UNITS.test(foldMarks(label));

const OF_UNITS =
  /^(?:ten )?(?:don vi|dia phuong)?\s*\(?(?:cac )?(?:xa|phuong|thi tran|dac khu|huyen|quan)(?![a-z])/u;

/** The column that says of each row that it is a commune; of areas that stand below such a heading it says nothing. */
export function unitsColumn(
  grid: SheetGrid,
  header: HeaderColumns,
): { readonly column: number; readonly label: string } | undefined {
  for (const [column, label] of header.unknown) {
    if (!saysUnits(label) || holdsAreaKind(label)) continue;
    const names = grid.rows.flatMap((row) => {
      const cell = row > header.lastRow ? grid.at(row, column) : undefined;
      const isName = cell?.kind === 'text' && totalWord(cell.raw) === undefined;
      return isName && isInTable(grid, header, row) ? [cell.raw] : [];
    });
    if (names.filter(saysAreaKind).length * 2 <= names.length) return { column, label };
  }
  return undefined;
}

/** Rows whose own columns hold something besides. */
export const isInTable = (grid: SheetGrid, header: HeaderColumns, row: number): boolean =>
  [...header.columns.values()].filter((column) => grid.at(row, column) !== undefined).length >= 2;
