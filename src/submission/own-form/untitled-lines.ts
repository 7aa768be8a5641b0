/** The lines of a form that prints no header over them: known by their place and words, whatever was written there. */
import type { OwnTable } from '../../model.js';
import { foldMarks } from '../../values/vietnamese-text.js';
import { segmentKey, withYears } from '../layout/header-path.js';
import type { SheetGrid } from '../layout/sheet-grid.js';

type Paths = ReadonlyMap<number, readonly string[]>;

/** Stands for the header of a column that has none: lines left of a column of codes, as statistical forms print them. */
const UNTITLED = 'không ghi tiêu đề';
const CODE_HEADER = /^ma(?: so| chi tieu)?$/u;
/** Rows below a header that show what a column without one holds. */
const SHOWING_WORDS = 12;
/** Lines below the header that are looked at: enough to tell one column from another. */
const SHOWING_LINES = 60;

export const isUntitled = (path: readonly string[]): boolean => path.at(-1) === UNTITLED;

const codesColumn = (paths: Paths): number | undefined =>
  [...paths].find(([, path]) => CODE_HEADER.test(foldMarks(path.at(-1) ?? '').trim()))?.[0];

/** The paths with the column of words left of "Mã số" that has no header and holds what each line is. */
export function withUntitledLines(grid: SheetGrid, leafRow: number, paths: Paths): Paths {
  const codes = codesColumn(paths);
  if (codes === undefined) return paths;
  const below = grid.rows.filter((row) => row > leafRow && row <= leafRow + SHOWING_WORDS);
  const words = below.flatMap((row) =>
    grid.inRow(row).flatMap(({ column, kind, raw }) => {
      const isWord = kind === 'text' && column < codes && !paths.has(column) && /\p{L}{2}/u.test(raw);
      return isWord ? [column] : [];
    }),
  );
  const [lines] = words;
  return lines === undefined ? paths : new Map([[lines, [UNTITLED]], ...paths]);
}

/** The column left of the codes that holds most of the lines, the first of equals; undefined where none holds any. */
export function untitledLines(
  grid: SheetGrid,
  leafRow: number,
  paths: Paths,
  { table, year }: { readonly table: OwnTable; readonly year: number },
): number | undefined {
  const codes = codesColumn(paths);
  if (codes === undefined) return undefined;
  const lines = new Set((table.lines ?? []).map(({ label }) => segmentKey(withYears(label, year))));
  const held = new Map<number, number>();
  for (const row of grid.rows.filter((one) => one > leafRow && one <= leafRow + SHOWING_LINES))
    for (const { column, kind, raw } of grid.inRow(row))
      if (kind === 'text' && column < codes && lines.has(segmentKey(raw)))
        held.set(column, (held.get(column) ?? 0) + 1);
  return [...held].toSorted(([one, lots], [other, more]) => more - lots || one - other)[0]?.[0];
}
