/**
 * Where names and figures go in a form of the office's own that is still blank: a slot for each area, unit or model
 * between the header and the total, its rows and columns, or turned where areas stand side by side.
 */
import { defined } from '../../values/defined.js';
import { largest } from '../../values/of-many.js';
import { cleanText } from '../../values/vietnamese-text.js';
import { isAreaHeader } from '../layout/area-header.js';
import type { CellPlace } from '../layout/value-column.js';
import type { LocatedTable, OwnSheet } from '../layout/own-sheet.js';
import { isColumnNumbers } from '../layout/column-numbers.js';
import { isGroupNumber, isRowNumber, startsWithGroupNumber, totalWord } from '../layout/row-words.js';
import type { SheetGrid } from '../layout/sheet-grid.js';
import { signatureRow } from '../layout/signature-block.js';
import { headsAcross } from './heads-across.js';
import { knownColumns } from './read-across.js';
import { gridOfTable } from './read-rows.js';

export interface Slot {
  /** Cell of the name. */
  readonly name: CellPlace;
  /** What stands there now; empty when blank. */
  readonly text: string;
  /** Row of the slot, or its column where the areas stand side by side. */
  readonly line: number;
}

export interface Slots {
  readonly slots: readonly Slot[];
  /** Nothing stands below: further rows may follow the last one. */
  readonly open: boolean;
  /** Headings stand between the rows, so that nobody knows which of them a new name belongs under. */
  readonly sections: boolean;
  /** Row or column of the total of the whole. */
  readonly total?: number;
}

/** Dots where something is to be filled in. */
export const isBlankText = (text: string): boolean => /^[\s.…_-]*$/u.test(text);

/** The slots of a table with a row (or a column) for each area, unit or model. */
export const slotsOf = (own: OwnSheet, located: LocatedTable): Slots =>
  located.table.across === true ? slotsAcross(own, located) : slotsBelow(own, located);

function slotsBelow(own: OwnSheet, located: LocatedTable): Slots {
  const grid = gridOfTable(own, located);
  const { key = 1, ordinal } = located;
  const slots: Slot[] = [];
  let sections = false;
  const signed = signatureRow(grid, located.lastRow, () => false) ?? Infinity;
  for (let row = located.lastRow + 1; row <= grid.lastRow; row += 1) {
    if (isColumnNumbers(grid, row)) continue;
    const kind = row >= signed ? 'other' : kindOf(grid, row, key, ordinal);
    if (kind === 'total') return { slots, sections, open: false, total: row };
    // What follows is no row of the table; a blank row parts the two.
    if (kind === 'other') return { slots: withoutLastGap(grid, slots, ordinal), sections, open: false };
    if (kind === 'section') sections = true;
    else slots.push({ name: { row, column: key }, text: cleanText(grid.at(row, key)?.raw ?? ''), line: row });
  }
  return { slots, sections, open: true };
}

type RowKind = 'slot' | 'section' | 'total' | 'other';

function kindOf(grid: SheetGrid, row: number, key: number, ordinal: number | undefined): RowKind {
  const cells = grid.inRow(row);
  const name = cleanText(grid.at(row, key)?.raw ?? '');
  const number = ordinal === undefined ? '' : cleanText(grid.at(row, ordinal)?.raw ?? '');
  if ([name, number].some((text) => totalWord(text) !== undefined)) return 'total';
  if (isGroupNumber(number) || startsWithGroupNumber(name)) return 'section';
  if (!isBlankText(name))
    return ordinal !== undefined && number === '' && cells.length === 1 ? 'section' : 'slot';
  const isOther = cells.some(
    (cell) =>
      cell.kind === 'text' &&
      cell.formula !== true &&
      !isBlankText(cell.raw) &&
      !(cell.column === ordinal && isRowNumber(number)),
  );
  return isOther ? 'other' : 'slot';
}

/** The blank row before a signature or a note stays blank; rows with numbers of their own are all of the table. */
function withoutLastGap(
  grid: SheetGrid,
  slots: readonly Slot[],
  ordinal: number | undefined,
): readonly Slot[] {
  const numbered = slots.filter(({ line }) => ordinal !== undefined && grid.at(line, ordinal) !== undefined);
  if (numbered.length > 0) return slots.slice(0, slots.indexOf(numbered.at(-1) ?? slots[0] ?? NO_SLOT) + 1);
  return slots.at(-1)?.text === '' ? slots.slice(0, -1) : slots;
}

const NO_SLOT: Slot = { name: { row: 0, column: 0 }, text: '', line: 0 };

function slotsAcross(own: OwnSheet, located: LocatedTable): Slots {
  const grid = gridOfTable(own, located);
  const { labelRow, lastRow, key = 1 } = located;
  const known = knownColumns(located);
  const heads = headsAcross(grid, labelRow);
  // Communes may stand there by their bare names.
  const isName = (text: string): boolean => located.table.rows === 'unit' || isAreaHeader(text);
  // "Chia ra các thôn" heads the names, which stand below it once they are filled in.
  const isUnderGroup = (column: number): boolean => {
    const over = grid.mergeOver(labelRow, column);
    if (over === undefined || over.left === over.right || over.bottom >= lastRow) return false;
    return ![...known].some((one) => one >= over.left && one <= over.right);
  };
  const last = largest(heads.keys(), key);
  const slots: Slot[] = [];
  let total: number | undefined;
  for (let column = key + 1; column <= last; column += 1) {
    if (isUnderGroup(column)) {
      const text = cleanText(grid.at(lastRow, column)?.raw ?? '');
      slots.push({ name: { row: lastRow, column }, text, line: column });
      continue;
    }
    const isOver = (grid.mergeOver(labelRow, column)?.left ?? column) < column;
    if (slots.length === 0 && (known.has(column) || isOver)) continue;
    const text = heads.get(column) ?? '';
    if (totalWord(text) !== undefined) {
      total = column;
      // The total may stand before its parts.
      if (slots.length > 0) break;
      continue;
    }
    if (known.has(column) || (!isBlankText(text) && !isName(text))) break;
    slots.push({ name: { row: labelRow, column }, text, line: column });
  }
  return { slots, open: false, sections: false, ...defined({ total }) };
}
