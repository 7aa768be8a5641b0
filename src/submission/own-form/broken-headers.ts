/**
 * A sheet whose headers are those of an own form, word for word, but no longer over the same columns: a row was put
 * between them, or taken out. It is that form and no other, and cannot be read.
 */
import type { OwnForm, OwnTable, RawSheet } from '../../model.js';
import { segmentKey, withYears } from '../layout/header-path.js';
import type { LocatedTable } from '../layout/own-sheet.js';
import { gridOf, type SheetGrid } from '../layout/sheet-grid.js';

/** A header and what was put between its rows. */
const DEPTH = 7;
const SCANNED_ROWS = 60;
/** Fewer words are those of any table. */
const FEWEST = 5;
const MOST_OF = 0.6;
/** Words below one another are a list of what is asked, on a sheet that explains the form or sums it up. */
const BESIDE = 3;

/** The tables of the form that stand so in the sheet. */
export const brokenTables = (sheet: RawSheet, { tables }: OwnForm, year: number): readonly LocatedTable[] =>
  tables.flatMap((table) => brokenAt(gridOf(sheet), table, year) ?? []);

function brokenAt(grid: SheetGrid, table: OwnTable, year: number): LocatedTable | undefined {
  const { key, columns = [] } = table;
  const wanted = new Set(
    [key, ...columns.map(({ header }) => header)].flat().map((one) => segmentKey(withYears(one, year))),
  );
  if (wanted.size < FEWEST) return undefined;
  const rows = grid.rows.slice(0, SCANNED_ROWS);
  for (const labelRow of rows) {
    const band = rows.filter((row) => row > labelRow - DEPTH && row <= labelRow);
    const places = band.flatMap((row) =>
      grid.inRow(row).flatMap(({ kind, raw, column }) => {
        const word = kind === 'text' ? segmentKey(raw) : '';
        return wanted.has(word) ? [{ word, column }] : [];
      }),
    );
    const said = new Set(places.map(({ word }) => word)).size;
    const beside = new Set(places.map(({ column }) => column)).size;
    if (said < wanted.size * MOST_OF || beside < Math.max(BESIDE, said / 2)) continue;
    const firstRow =
      band.find((row) => grid.inRow(row).some(({ raw }) => wanted.has(segmentKey(raw)))) ?? labelRow;
    const none = { columns: new Map(), lost: [], unknown: new Map(), again: [] };
    return { table, firstRow, labelRow, lastRow: labelRow, broken: true, ...none };
  }
  return undefined;
}
