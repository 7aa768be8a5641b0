/** What stands at the head of each column where areas or communes stand side by side, merged with the rows above or not. */
import { headerPaths } from '../layout/header-path.js';
import type { SheetGrid } from '../layout/sheet-grid.js';

/** By column, in their order: its lowest header. */
export function headsAcross(grid: SheetGrid, labelRow: number): ReadonlyMap<number, string> {
  const above = [...headerPaths(grid, labelRow)].map(
    ([column, path]) => [column, path.at(-1) ?? ''] as const,
  );
  const own = grid.inRow(labelRow).map(({ column }) => [column, grid.textOver(labelRow, column)] as const);
  return new Map([...new Map([...above, ...own])].toSorted(([one], [other]) => one - other));
}
