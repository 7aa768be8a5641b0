/** The lines of a form that prints no header over them: known by their place and words, whatever was written there. */
import type { OwnTable } from '../../model.js';
import { codesColumn, segmentKey, UNTITLED, withYears } from '../layout/header-path.js';
import type { SheetGrid } from '../layout/sheet-grid.js';

/** Lines below the header that are looked at: enough to tell one column from another. */
const SHOWING = 60;

export const isUntitled = (path: readonly string[]): boolean => path.at(-1) === UNTITLED;

/** The column left of the codes that holds most of the lines, the first of equals; undefined where none holds any. */
export function untitledLines(
  grid: SheetGrid,
  leafRow: number,
  paths: ReadonlyMap<number, readonly string[]>,
  { table, year }: { readonly table: OwnTable; readonly year: number },
): number | undefined {
  const codes = codesColumn(paths);
  if (codes === undefined) return undefined;
  const lines = new Set((table.lines ?? []).map(({ label }) => segmentKey(withYears(label, year))));
  const held = new Map<number, number>();
  for (const row of grid.rows.filter((one) => one > leafRow && one <= leafRow + SHOWING))
    for (const { column, kind, raw } of grid.inRow(row))
      if (kind === 'text' && column < codes && lines.has(segmentKey(raw)))
        held.set(column, (held.get(column) ?? 0) + 1);
  return [...held].toSorted(([one, lots], [other, more]) => more - lots || one - other)[0]?.[0];
}
