/** Tables in which each commune heads the rows of its areas: one sheet for several communes, which nobody can read as one. */
import { ANY_FOLDED_AREA_KIND } from '../../units/names/area-kinds.js';
import type { RawFile } from '../../model.js';
import { headerWord, isAreaHeader, isUnitHeader } from '../layout/area-header.js';
import { gridOf } from '../layout/sheet-grid.js';
import type { FoundTable } from './find-tables.js';

export interface CommunesOverAreas {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly header: string;
}

/** Rows of areas between which several communes stand. */
export const communesOverAreas = (found: readonly FoundTable[]): readonly CommunesOverAreas[] =>
  found.flatMap((table): readonly CommunesOverAreas[] => {
    const { grid, sheet, rows, across, key, lastRow, endRow, labelRow, paths } = table;
    if (rows !== 'area' || across) return [];
    const names = grid.rows.flatMap((row) =>
      row > lastRow && row <= endRow ? [grid.textOver(row, key)] : [],
    );
    const communes = names.filter((name) => isUnitHeader(name) && !FORMER.test(name.normalize('NFC')));
    const isHeaded = communes.length > 1 && names.some(isAreaHeader);
    const header = paths.get(key)?.join(' › ') ?? '';
    return isHeaded ? [{ sheet: sheet.name, row: labelRow, column: key, header }] : [];
  });

/** "Xã Đông Phong (cũ)": what the commune was made of heads its areas; it is no other commune. */
const FORMER = /(?<!\p{L})(?:cũ|trước sáp nhập|trước đây)\)?\s*$/iu;

const KINDS = {
  unit: /^(?:xa|phuong|thi tran|dac khu)$/u,
  area: new RegExp(`^${ANY_FOLDED_AREA_KIND}$`, 'u'),
};

/** "Xã, thị trấn/thôn, tổ dân phố": a header for the names of both. */
function isOfBoth(text: string): boolean {
  const words = headerWord(text)
    .split(/\s*[,/;-]\s*|\s+va\s+/u)
    .map((word) => word.replace(/^(?:(?:ten|cac|don vi)\s+)+/u, ''));
  const [units, areas] = [KINDS.unit, KINDS.area].map(
    (kind) => words.filter((word) => kind.test(word)).length,
  );
  return (
    units !== undefined && areas !== undefined && units > 0 && areas > 0 && units + areas === words.length
  );
}

const SCANNED_ROWS = 40;

/** Where a header is for the names of communes and of areas. */
export function headerOfBoth({ sheets }: RawFile): CommunesOverAreas | undefined {
  for (const sheet of sheets.filter(({ state }) => state === 'visible')) {
    const grid = gridOf(sheet);
    for (const row of grid.rows.slice(0, SCANNED_ROWS)) {
      const cell = grid.inRow(row).find(({ kind, raw }) => kind === 'text' && isOfBoth(raw));
      if (cell !== undefined) return { sheet: sheet.name, row, column: cell.column, header: cell.raw };
    }
  }
  return undefined;
}
