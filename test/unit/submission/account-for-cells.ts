/** An account of the numbers of a sheet: each was used, is a total, was reported, or is lost. Knows nothing of the readers. */
import { cellAddress, parseCellAddress } from '../../../src/values/cell-address.js';
import type { FigureTable, Finding, RawCell, RawSheet } from '../../../src/model.js';

export type Fate = 'used' | 'total' | 'reported' | 'lost';

/** Findings that speak of a whole row, of a whole column, of everything from a row on, or of the sheet. */
const WIDER: Readonly<Record<string, 'row' | 'column' | 'rest' | 'sheet'>> = {
  'layout/subtotal-row': 'row',
  'layout/subtotal-differs': 'row',
  'layout/row-after-total': 'row',
  'layout/two-tables': 'row',
  'layout/row-is-sum': 'row',
  'layout/row-perhaps-sum': 'row',
  'layout/row-perhaps-copy': 'row',
  'layout/row-unclear': 'row',
  'layout/rows-repeat-total': 'row',
  'layout/total-between': 'row',
  'layout/only-total': 'row',
  'layout/unknown-column': 'column',
  'layout/duplicate-column': 'column',
  'layout/unread-column': 'column',
  'layout/other-table': 'rest',
  'layout/header-not-found': 'sheet',
  'layout/no-form': 'sheet',
  'layout/other-sheet': 'sheet',
};

const isNumber = (cell: RawCell): boolean =>
  cell.kind === 'number' || (cell.kind === 'text' && /^\d[\d.,]*$/u.test(cell.raw.trim()));

/** Every number of the sheet with its fate. `table` is what was read from it. */
export function accountForCells(
  sheet: RawSheet,
  table: FigureTable | undefined,
  findings: readonly Finding[],
): ReadonlyMap<string, Fate> {
  const used = new Set(table === undefined ? [] : placesOf(table));
  const totalRows = new Set(table?.totals?.sheetRows ?? []);
  const fates = new Map<string, Fate>();
  for (const cell of sheet.cells) {
    if (!isNumber(cell)) continue;
    const address = cellAddress(cell.row, cell.column);
    if (used.has(address)) fates.set(address, 'used');
    else if (totalRows.has(cell.row)) fates.set(address, 'total');
    else fates.set(address, findings.some((one) => speaksOf(one, cell, sheet)) ? 'reported' : 'lost');
  }
  return fates;
}

/** Addresses of the cells that a table holds as values; excluded ones are their findings' business. */
const placesOf = (table: FigureTable): readonly string[] =>
  [...table.columns.values()].flatMap((column) =>
    column.column === 0
      ? []
      : column.states.flatMap((state, index) =>
          state === 'value' ? [cellAddress(column.row ?? table.sheetRows[index] ?? 0, column.column)] : [],
        ),
  );

function speaksOf(finding: Finding, cell: RawCell, sheet: RawSheet): boolean {
  const places = [finding.at, ...(finding.related ?? [])].filter(
    (place) => place.sheet === undefined || place.sheet === sheet.name,
  );
  const wider = WIDER[finding.code];
  return places.some((place) => {
    if (wider === 'sheet') return true;
    const at = parseCellAddress(place.cell ?? '');
    if (at === undefined) return false;
    if (wider === 'row') return at.row === cell.row;
    if (wider === 'column') return at.column === cell.column;
    if (wider === 'rest') return cell.row >= at.row;
    return at.row === cell.row && at.column === cell.column;
  });
}
