/** The column of a list form that holds the figures: headed "Số liệu", "Giá trị" … beside the indicators. */
import type { FieldId } from '../../model.js';
import { labelKey } from './label-index.js';
import { isEstimate, isPlan } from './plan-words.js';
import type { SheetGrid } from './sheet-grid.js';

export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

export interface ValueColumn {
  readonly column: number;
  /** Row of the heading; 0 when the identity sheet named the column. */
  readonly headerRow: number;
  /** Row of the headings of the lines, which the heading of the figures may stand below. */
  readonly topRow: number;
  /** Columns that only count the lines: TT, STT. */
  readonly ordinals: ReadonlySet<number>;
  /** Another column with such a heading: which of the two counts is not said. */
  readonly second?: number | undefined;
  /** The headings of all such columns where there are several; their years may tell. */
  readonly several?: readonly CellPlace[];
}

const VALUE_HEADING =
  /^(?:giatri|solieu|ketqua|soluong|thuchien|ketquathuchien|kqthuchien|ketquadatduoc|value|giatrisolieu)(?:nam)?(?:20\d\d)?$/u;
/** "Năm 2024", "2023", "Ước thực hiện 2024", "Kỳ trước": the figures of a year, where no heading says "Số liệu" and no more. */
const YEAR_HEADING =
  /^(?:(?:uoc)?(?:thuchien|th|ketqua|kq|solieu)|u?th|uoc(?:dat|tinh)?)?(?:(?:(?:ca)?(?:nam|ky)?|den(?:het)?(?:ngay)?3112)20\d\d|(?:nam|ky)(?:nay|truoc|ngoai))$|^cungky(?:namtruoc)?$/u;
/** Below "Năm 2024", where "Kế hoạch" stands beside it. */
const ESTIMATE_BELOW = /^(?:u?th|uoc(?:thuchien|th|dat|tinh)?)$/u;
const YEAR = /20\d\d/u;
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
    const values = headingsAt(grid, row);
    const first = values.find(({ column }) => column === known?.column) ?? values[0];
    if (first === undefined) continue;
    const others = first.column === known?.column ? [] : values;
    return {
      column: first.column,
      headerRow: first.row,
      topRow: row,
      ordinals: new Set(headed.filter(({ key }) => ORDINALS.has(key)).map(({ column }) => column)),
      ...(others.length < 2 ? {} : { second: others[1]?.column, several: others }),
    };
  }
  return known === undefined
    ? undefined
    : { column: known.column, headerRow: 0, topRow: 0, ordinals: new Set() };
}

/** The headings of figures in a row; below one that is over several columns, what tells these apart. */
function headingsAt(grid: SheetGrid, row: number): readonly CellPlace[] {
  const headed = (at: number, test: RegExp): readonly CellPlace[] =>
    grid.inRow(at).flatMap(({ column, raw }) => (test.test(labelKey(raw)) ? [{ row: at, column }] : []));
  const both = (at: number): readonly CellPlace[] =>
    [...headed(at, VALUE_HEADING), ...headed(at, YEAR_HEADING)]
      .filter(({ column }, index, all) => all.findIndex((one) => one.column === column) === index)
      .sort((one, other) => one.column - other.column);
  const named = headed(row, VALUE_HEADING);
  // "Thực hiện 2023" is one of several years; beside "Số liệu" alone a year is another column.
  const isOneOfYears = named.every(({ column }) => YEAR.test(grid.at(row, column)?.raw ?? ''));
  const own = isOneOfYears ? both(row) : named;
  const [first] = own.length > 0 ? own : plansAt(grid, row);
  if (first === undefined) return [];
  const below = [...both(row + 1), ...headed(row + 1, ESTIMATE_BELOW)]
    .filter(({ column }) => column >= first.column)
    .sort((one, other) => one.column - other.column);
  const isWide = own.some(({ column }) => {
    const merge = grid.mergeOver(row, column);
    return merge !== undefined && merge.right > merge.left;
  });
  if (own.length === 0) return below.length > 0 ? below : [first];
  return below.length > 1 || (isWide && below.length > 0) ? below : own;
}

/** "Kế hoạch năm 2024", "Dự kiến" beside the indicators where nothing says "Số liệu": told as what they are, and not as none. */
const plansAt = (grid: SheetGrid, row: number): readonly CellPlace[] =>
  grid
    .inRow(row)
    .flatMap(({ column, raw }) => (isPlan(raw) || isEstimate(raw) ? [{ row, column }] : []))
    .slice(0, 1);
