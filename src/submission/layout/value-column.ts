/** The column of a list form that holds the figures: headed "Số liệu", "Giá trị" … beside the indicators. */
import type { FieldId } from '../../model.js';
import { labelKey } from './label-index.js';
import type { SheetGrid } from './sheet-grid.js';
import { defined } from '../../values/defined.js';

export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

export interface ValueColumn {
  readonly column: number;
  /** Row of the heading; 0 when the identity sheet named the column. */
  readonly headerRow: number;
  /** Columns that only count the lines: TT, STT. */
  readonly ordinals: ReadonlySet<number>;
  /** Another column with such a heading: which of the two counts is not said. */
  readonly second?: number;
}

const VALUE_HEADING =
  /^(?:giatri|solieu|ketqua|soluong|thuchien|ketquathuchien|kqthuchien|ketquadatduoc|value|giatrisolieu)(?:nam)?(?:20\d\d)?$/u;
const LINE_HEADINGS = new Set([
  'chitieu',
  'noidung',
  'noidungchitieu',
  'noidungcongviec',
  'danhmuc',
  'tenchitieu',
  'ma',
  'maso',
  'code',
  'key',
  'truong',
]);
const ORDINALS = new Set(['tt', 'stt', 'sott', 'sothutu']);
const SCANNED_ROWS = 60;

/** A sheet is asked several times, first without what an identity sheet knows. */
const withoutIdentity = new WeakMap<SheetGrid, { readonly found: ValueColumn | undefined }>();

/** By its heading; else by the identity sheet. */
export function valueColumn(
  grid: SheetGrid,
  identityPlaces: ReadonlyMap<FieldId, CellPlace>,
): ValueColumn | undefined {
  if (identityPlaces.size > 0) return searchColumn(grid, identityPlaces);
  const known = withoutIdentity.get(grid) ?? { found: searchColumn(grid, identityPlaces) };
  withoutIdentity.set(grid, known);
  return known.found;
}

function searchColumn(
  grid: SheetGrid,
  identityPlaces: ReadonlyMap<FieldId, CellPlace>,
): ValueColumn | undefined {
  const [known] = identityPlaces.values();
  for (const row of grid.rows.slice(0, SCANNED_ROWS)) {
    const headed = grid.inRow(row).map((cell) => ({ column: cell.column, key: labelKey(cell.raw) }));
    if (!headed.some(({ key }) => LINE_HEADINGS.has(key))) continue;
    const values = headed.filter(({ key }) => VALUE_HEADING.test(key));
    const first = values.find(({ column }) => column === known?.column) ?? values[0];
    if (first === undefined) continue;
    const second = first.column === known?.column ? undefined : values[1]?.column;
    return {
      column: first.column,
      headerRow: row,
      ordinals: new Set(headed.filter(({ key }) => ORDINALS.has(key)).map(({ column }) => column)),
      ...defined({ second }),
    };
  }
  return known === undefined ? undefined : { column: known.column, headerRow: 0, ordinals: new Set() };
}
