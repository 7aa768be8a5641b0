/** What senders do to a form between its being sent out and its coming back; every cell keeps where it came from. */
import type { RawCell, RawFile, RawSheet } from '../../../../src/model.js';
import { groupBy } from '../../../../src/values/groups.js';

/** A cell with its place in the form as it was adopted; what the sender added has none. */
export type Traced = RawCell & { readonly from?: string };

export const traced = (file: RawFile): RawFile => ({
  ...file,
  sheets: file.sheets.map((sheet, index) => ({
    ...sheet,
    cells: sheet.cells.map((cell): Traced => ({
      ...cell,
      from: `${String(index)}!${String(cell.row)},${String(cell.column)}`,
    })),
  })),
});

export interface Drift {
  readonly name: string;
  readonly file: RawFile;
}

/** Headers that a column of the sender's own may carry: words of the form among them. */
const OWN_HEADERS = [
  ...['', 'Ghi chú', 'Số hộ', 'Tỷ lệ %', 'Số hộ đạt', 'Tổng số hộ', 'Đạt', 'Năm 2023', 'Thôn'],
  ...['Đăng ký', 'Kết quả', 'Thực hiện năm 2024', 'Tổng cộng'],
];
const ADDED = 77_000;

/** Every drift of the form: moved, merges lost, columns and rows more, fewer or exchanged, copies, words said otherwise. */
export function* drifts(file: RawFile): Iterable<Drift> {
  const each = (name: string, change: (sheet: RawSheet) => RawSheet): Drift => ({
    name,
    file: { ...file, sheets: file.sheets.map(change) },
  });
  yield each('moved', (sheet) => insertedRows(insertedColumns(sheet, 1, 2), 1, 3));
  yield each('merges lost', (sheet) => ({ ...sheet, merges: [] }));
  yield each('capitals', (sheet) => withTexts(sheet, (text) => text.toUpperCase()));
  yield each('decomposed', (sheet) => withTexts(sheet, (text) => text.normalize('NFD')));
  yield each('broken lines', (sheet) => withTexts(sheet, (text) => text.replaceAll(' ', '\n')));
  yield each('sheet renamed', (sheet) => ({ ...sheet, name: `${sheet.name} nộp` }));
  const copies = file.sheets.map((sheet) => ({ ...untraced(sheet), name: `${sheet.name} (2)` }));
  yield { name: 'sheet copied', file: { ...file, sheets: [...file.sheets, ...copies] } };
  const width = Math.max(...file.sheets.map(widthOf));
  for (let at = 1; at <= width + 1; at += 1) {
    for (const header of OWN_HEADERS)
      yield each(`column ${String(at)} “${header}”`, (sheet) => withOwnColumn(sheet, at, header));
    yield each(`column ${String(at)} gone`, (sheet) => withoutColumn(sheet, at));
    yield each(`header ${String(at)} blank`, (sheet) => ({
      ...sheet,
      cells: sheet.cells.filter(({ row, column }) => row !== labelRow(sheet) || column !== at),
    }));
    for (let other = at + 1; other <= width; other += 1)
      if (!file.sheets.some((sheet) => isUnderGroup(sheet, at) || isUnderGroup(sheet, other)))
        yield each(`columns ${String(at)} and ${String(other)} exchanged`, (sheet) =>
          exchanged(sheet, at, other),
        );
  }
  const height = Math.max(...file.sheets.map(heightOf));
  for (let row = 1; row <= height; row += 1) {
    yield each(`blank row ${String(row)}`, (sheet) => insertedRows(sheet, row, 1));
    yield each(`row ${String(row)} gone`, (sheet) => withoutRow(sheet, row));
  }
  const texts = new Set(
    file.sheets.flatMap(({ cells }) => cells.flatMap(({ kind, raw }) => (kind === 'text' ? raw : []))),
  );
  for (const text of texts)
    for (const other of [`${text} khác`, 'Tỷ lệ %', 'Số hộ', 'Tổng số hộ', ''])
      yield each(`“${text}” is “${other}”`, (sheet) =>
        withTexts(sheet, (one) => (one === text ? other : one)),
      );
}

const widthOf = ({ cells }: RawSheet): number => Math.max(...cells.map(({ column }) => column));
const heightOf = ({ cells }: RawSheet): number => Math.max(...cells.map(({ row }) => row));
const sorted = (cells: readonly RawCell[]): RawCell[] =>
  [...cells].sort((one, other) => one.row - other.row || one.column - other.column);
const untraced = (sheet: RawSheet): RawSheet => ({
  ...sheet,
  cells: sheet.cells.map(({ row, column, kind, raw }) => ({ row, column, kind, raw })),
});

/** The lowest row of texts over the first row with figures. */
function labelRow({ cells }: RawSheet): number {
  const rows = groupBy(cells, ({ row }) => row);
  let header = 1;
  for (const [row, all] of [...rows].sort(([one], [other]) => one - other)) {
    if (all.length >= 3 && all.some(({ kind }) => kind === 'number')) return header;
    if (all.length >= 2 && !all.every(({ raw }) => /^\(?\d+\)?$/u.test(raw))) header = row;
  }
  return header;
}

const withTexts = (sheet: RawSheet, say: (text: string) => string): RawSheet => ({
  ...sheet,
  cells: sheet.cells.flatMap((cell) => {
    const raw = cell.kind === 'text' ? say(cell.raw) : cell.raw;
    return raw === '' ? [] : [{ ...cell, raw }];
  }),
});

const insertedColumns = (sheet: RawSheet, at: number, count: number): RawSheet => ({
  ...sheet,
  cells: sheet.cells.map((cell) => (cell.column >= at ? { ...cell, column: cell.column + count } : cell)),
  merges: sheet.merges.map((merge) => ({
    ...merge,
    left: merge.left >= at ? merge.left + count : merge.left,
    right: merge.right >= at ? merge.right + count : merge.right,
  })),
});

const insertedRows = (sheet: RawSheet, at: number, count: number): RawSheet => ({
  ...sheet,
  cells: sheet.cells.map((cell) => (cell.row >= at ? { ...cell, row: cell.row + count } : cell)),
  merges: sheet.merges.map((merge) => ({
    ...merge,
    top: merge.top >= at ? merge.top + count : merge.top,
    bottom: merge.bottom >= at ? merge.bottom + count : merge.bottom,
  })),
});

function withOwnColumn(sheet: RawSheet, at: number, header: string): RawSheet {
  const label = labelRow(sheet);
  const beside = Math.min(at, widthOf(sheet));
  const added = sheet.cells.flatMap(({ row, column }): RawCell[] =>
    column === beside && row > label ? [{ row, column: at, kind: 'number', raw: String(ADDED + row) }] : [],
  );
  const title: RawCell[] = header === '' ? [] : [{ row: label, column: at, kind: 'text', raw: header }];
  const moved = insertedColumns(sheet, at, 1);
  return { ...moved, cells: sorted([...moved.cells, ...title, ...added]) };
}

const withoutColumn = (sheet: RawSheet, at: number): RawSheet => ({
  ...sheet,
  cells: sheet.cells.flatMap((cell) =>
    cell.column === at ? [] : [cell.column > at ? { ...cell, column: cell.column - 1 } : cell],
  ),
  merges: sheet.merges
    .filter(({ left, right }) => left !== at || right !== at)
    .map((merge) => ({
      ...merge,
      left: merge.left > at ? merge.left - 1 : merge.left,
      right: merge.right >= at ? merge.right - 1 : merge.right,
    })),
});

const withoutRow = (sheet: RawSheet, at: number): RawSheet => ({
  ...sheet,
  cells: sheet.cells.flatMap((cell) =>
    cell.row === at ? [] : [cell.row > at ? { ...cell, row: cell.row - 1 } : cell],
  ),
  merges: sheet.merges
    .filter(({ top, bottom }) => top !== at || bottom !== at)
    .map((merge) => ({
      ...merge,
      top: merge.top > at ? merge.top - 1 : merge.top,
      bottom: merge.bottom >= at ? merge.bottom - 1 : merge.bottom,
    })),
});

const isUnderGroup = ({ merges }: RawSheet, at: number): boolean =>
  merges.some(({ left, right }) => left < right && left <= at && at <= right);

function exchanged(sheet: RawSheet, one: number, other: number): RawSheet {
  const to = (column: number): number => (column === one ? other : column === other ? one : column);
  return {
    ...sheet,
    cells: sorted(sheet.cells.map((cell) => ({ ...cell, column: to(cell.column) }))),
    merges: sheet.merges.map((merge) =>
      merge.left === merge.right ? { ...merge, left: to(merge.left), right: to(merge.right) } : merge,
    ),
  };
}
