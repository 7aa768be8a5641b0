/**
 * A sheet whose headers are those of an own form, word for word, but no longer over the same columns: a row was put
 * between them, or taken out. It is that form and no other, and cannot be read.
 */
import type { OwnForm, OwnTable, RawSheet } from '../../model.js';
import { segmentKey, withYears } from '../layout/header-path.js';
import type { LocatedTable } from '../layout/own-sheet.js';
import { gridOf } from '../layout/sheet-grid.js';

/** A header and what was put between its rows. */
const DEPTH = 7;
const SCANNED_ROWS = 60;
/** Fewer words are those of any table. */
const FEWEST = 5;
const MOST_OF = 0.6;
/** Words below one another are a list of what is asked, on a sheet that explains the form or sums it up. */
const BESIDE = 3;

/** A row of words where headers may stand. */
export interface WordRow {
  readonly row: number;
  readonly words: readonly { readonly word: string; readonly column: number }[];
}

/** The rows where headers may stand; made once for all forms that are held against the sheet. */
export function wordRows(sheet: RawSheet): readonly WordRow[] {
  const grid = gridOf(sheet);
  return grid.rows.slice(0, SCANNED_ROWS).map((row) => ({
    row,
    words: grid
      .inRow(row)
      .flatMap(({ kind, raw, column }) => (kind === 'text' ? [{ word: segmentKey(raw), column }] : [])),
  }));
}

/** The tables of the form that stand so in the sheet. */
export const brokenTables = (
  rows: readonly WordRow[],
  { tables }: OwnForm,
  year: number,
): readonly LocatedTable[] => tables.flatMap((table) => brokenAt(rows, table, year) ?? []);

function brokenAt(rows: readonly WordRow[], table: OwnTable, year: number): LocatedTable | undefined {
  const { key, columns = [] } = table;
  const wanted = new Set(
    [key, ...columns.map(({ header }) => header)].flat().map((one) => segmentKey(withYears(one, year))),
  );
  if (wanted.size < FEWEST) return undefined;
  const own = rows.map(({ row, words }) => ({ row, words: words.filter(({ word }) => wanted.has(word)) }));
  for (const { row: labelRow } of own) {
    const band = own.filter(({ row }) => row > labelRow - DEPTH && row <= labelRow);
    const places = band.flatMap(({ words }) => words);
    const said = new Set(places.map(({ word }) => word)).size;
    const beside = new Set(places.map(({ column }) => column)).size;
    if (said < wanted.size * MOST_OF || beside < Math.max(BESIDE, said / 2)) continue;
    const firstRow = band.find(({ words }) => words.length > 0)?.row ?? labelRow;
    const none = { columns: new Map(), lost: [], unknown: new Map(), again: [] };
    return { table, firstRow, labelRow, lastRow: labelRow, broken: true, ...none };
  }
  return undefined;
}
