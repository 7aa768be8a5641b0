/** The lines of a found table by indicators, under their sections, each told from the others of its words. */
import type { RawCell } from '../../model.js';
import { cleanText, foldMarks } from '../../values/vietnamese-text.js';
import { defined } from '../../values/defined.js';
import { largest } from '../../values/of-many.js';
import { isNumberCell } from '../cells/cell-words.js';
import { isColumnNumbers } from '../layout/column-numbers.js';
import { isOrdinalHeader, segmentKey } from '../layout/header-path.js';
import { lineAbove, outlineLevel } from '../layout/outline.js';
import { isGroupNumber } from '../layout/row-words.js';
import { leafLabel, type FoundTable } from './find-tables.js';
import type { FigureAt } from './stated-money.js';

export interface Line {
  readonly section?: string;
  /** The line that it is a part of, where only that tells it from another. */
  readonly under?: string;
  readonly label: string;
  readonly number: string;
  readonly unit?: string;
  readonly code?: string;
  /** What stands beside it. */
  readonly cells: readonly RawCell[];
  readonly at: FigureAt;
}

export const keyOf = ({ section = '', under = '', label }: Line): string =>
  [section, under, label].map(segmentKey).join('>');

/** "Trong đó: thực hiện nếp sống văn minh" stands under "Số đám cưới" and again under "Số đám tang". */
export function toldApart(lines: readonly Line[]): readonly Line[] {
  const keys = lines.map(keyOf);
  return lines.map((line, index) => {
    const key = keys[index] ?? '';
    if (line.code !== undefined || keys.indexOf(key) === keys.lastIndexOf(key)) return line;
    const before = lines.slice(0, index).filter(({ section }) => section === line.section);
    return { ...line, ...defined({ under: lineAbove(line, before) }) };
  });
}

const UNIT = /^(?:dvt|don vi tinh|don vi)$/u;
const COUNTS = /^(?:so|tong|ty le|ti le|kinh phi|dien tich)\b/u;
/** Says nothing without what stands above it. */
const OF_HEADING =
  /^(?:(?:tong|tong so|tong cong|so luong|dat|so dat|da dat|dang ky|cong nhan|trong do|duoc cong nhan)(?![a-z])|[-–+] )/u;

interface Outlined {
  readonly level: number;
  readonly text: string;
}

/**
 * "1 | Gia đình văn hóa" over "- | Tổng số hộ", or over "Tổng số" without a number; what begins as a count is one, whether it
 * is filled or not.
 */
function isHeading({ level, text }: Outlined, next: Outlined): boolean {
  const isBelow = next.level > level || (next.level === 0 && OF_HEADING.test(foldMarks(next.text)));
  return level > 0 && isBelow && !COUNTS.test(foldMarks(text));
}

export function linesOf(
  { grid, key, paths, lastRow, endRow, across }: FoundTable,
  codeColumn: number | undefined,
  /** Undefined where the areas or communes stand side by side. */
  valueColumn: number | undefined,
): readonly Line[] {
  const columnOf = (is: (path: readonly string[]) => boolean): number | undefined =>
    [...paths].find(([, path]) => is(path))?.[0];
  const unitColumn = columnOf((path) => UNIT.test(leafLabel(path)));
  const ordinal = columnOf(isOrdinalHeader);
  const names = new Set<number | undefined>([key, ordinal, unitColumn, codeColumn]);
  const lines: Line[] = [];
  const rows = grid.rows.filter((row) => row > lastRow && row <= endRow && grid.textOver(row, key) !== '');
  const numbers = ordinal ?? codeColumn ?? 0;
  const levelAt = (row: number | undefined): number =>
    row === undefined ? 0 : outlineLevel(grid.at(row, numbers)?.raw ?? '', grid.textOver(row, key));
  const textIn = (row: number | undefined, column: number | undefined): string =>
    row === undefined || column === undefined ? '' : grid.textOver(row, column);
  const outlined = (row: number | undefined): Outlined => ({ level: levelAt(row), text: textIn(row, key) });
  const headsNext = (row: number): boolean => isHeading(outlined(row), outlined(rows[rows.indexOf(row) + 1]));
  let section: string | undefined;
  let sectionLevel = 0;
  for (const row of grid.rows) {
    if (row <= lastRow || row > endRow || isColumnNumbers(grid, row)) continue;
    const cells = grid.inRow(row);
    const text = grid.textOver(row, key);
    const code = cleanText(textIn(row, codeColumn));
    // A form may number its sections in the column of codes.
    const number = ordinal === undefined ? code : cleanText(grid.at(row, ordinal)?.raw ?? '');
    const figures = cells.some(
      (cell) => !names.has(cell.column) && (isNumberCell(cell) || /\d/u.test(cell.raw)),
    );
    const unit = textIn(row, unitColumn);
    const label = text === '' && number.length > 4 ? number : text;
    if (label === '') continue;
    if (
      !figures &&
      unit === '' &&
      (isGroupNumber(number) || text === '' || (cells.length === 1 && !across) || headsNext(row))
    ) {
      section = label;
      sectionLevel = levelAt(row);
      continue;
    }
    if (!figures && unit === '' && cells.length === 1) continue;
    // A line numbered as the heading was stands beside it, not below.
    const level = levelAt(row);
    if (level > 0 && level <= sectionLevel) section = undefined;
    lines.push({
      at: { grid, row, column: valueColumn ?? largest(paths.keys()), isLine: true },
      label,
      number,
      cells: cells.filter(({ column }) => !names.has(column)),
      ...defined({ section }),
      ...(unit === '' ? {} : { unit }),
      ...(code === '' ? {} : { code }),
    });
  }
  return lines;
}
