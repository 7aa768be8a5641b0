/** Areas as columns: the table is turned, read as rows, and every address is turned back. */
import { finding } from '../../findings/finding.js';
import { turnedWords } from '../../findings/turned-words.js';
import type {
  FieldId,
  FigureTable,
  Finding,
  FormDefinition,
  RawCell,
  RawSheet,
  SourceRef,
} from '../../model.js';
import { cellAddress, parseCellAddress } from '../../values/cell-address.js';
import { defined } from '../../values/defined.js';
import { inner } from '../../values/inner-quotes.js';
import { foldMarks } from '../../values/vietnamese-text.js';
import { isNumberCell } from '../cells/cell-words.js';
import { isAreaHeader } from '../layout/area-header.js';
import { formSubject, refOf, type FormPlace } from '../layout/form-place.js';
import type { HeaderColumns } from '../layout/locate-header.js';
import type { LocatedTable, OwnSheet } from '../layout/own-sheet.js';
import { totalWord } from '../layout/row-words.js';
import { gridOf, type SheetGrid } from '../layout/sheet-grid.js';
import { shortened } from '../listed.js';
import { ownTitleOfPlans } from '../tables/plans-in-titles.js';
import { readUnderHeader, type FormReading } from '../tables/read-table-form.js';
import { headsAcross } from './heads-across.js';
import { locateLines } from './locate-lines.js';

/** Reads one such table. `keyField`: the field that names an area. */
export function readAcross(
  own: OwnSheet,
  located: LocatedTable,
  form: FormDefinition,
  place: FormPlace,
  keyField: FieldId,
): FormReading {
  const { grid } = place;
  const lines = locateLines(own, located, place);
  const keyColumn = located.key ?? 1;
  const others = otherColumns(grid, located);
  const unread = new Set([...others.keys(), ...knownColumns(located)]);
  const heads = headsAcross(grid, located.labelRow);
  const turned = gridOf(turnedSheet(grid.sheet, located.labelRow, unread, heads));
  const header: HeaderColumns = {
    labelRow: keyColumn,
    firstRow: 1,
    lastRow: keyColumn,
    columns: new Map([
      [keyField, located.labelRow],
      ...[...lines.rows].map(([field, row]) => [field, row] as const),
    ]),
    doubled: [],
    unknown: new Map(),
    headings: new Map(),
    said: new Map(),
    rates: new Map(),
    ignored: lines.otherRows,
  };
  const reading = readUnderHeader(form, { ...place, grid: turned, turned: true }, header, new Set());
  return {
    ...defined({
      table: reading.table === undefined ? undefined : turnedTable(reading.table, located.labelRow),
    }),
    findings: [
      ...reading.findings.map(turnedFinding),
      ...lines.findings,
      ...ownTitleOfPlans(place, own.firstRow),
      ...doubtfulColumns(own, located, place, others, [keyField, ...lines.rows.keys()]),
    ],
  };
}

/** Columns whose meaning the form says: units of measure, codes, numbers, notes, wherever they stand. */
export const knownColumns = ({ columns, codeKey, ordinal }: LocatedTable): ReadonlySet<number> =>
  new Set([...columns.values(), ...[codeKey, ordinal].flatMap((column) => column ?? [])]);

/** Columns right of the lines that the form does not have, and whose header names neither an area nor a total. */
function otherColumns(grid: SheetGrid, located: LocatedTable): ReadonlyMap<number, string> {
  const known = knownColumns(located);
  return new Map(
    [...headsAcross(grid, located.labelRow)].flatMap(([column, text]): (readonly [number, string])[] => {
      const isOther = column > (located.key ?? 1) && !known.has(column);
      return isOther && !isAreaHeader(text) && totalWord(text) === undefined ? [[column, text]] : [];
    }),
  );
}

/** Such a column may be an area called by half of its name: as long as nobody knows, no figure of the table counts. */
function* doubtfulColumns(
  own: OwnSheet,
  located: LocatedTable,
  place: FormPlace,
  others: ReadonlyMap<number, string>,
  fields: readonly FieldId[],
): Iterable<Finding> {
  for (const [column, text] of others) {
    const figures = place.grid.rows.filter((row) => {
      const cell = row > located.lastRow ? place.grid.at(row, column) : undefined;
      return cell !== undefined && isNumberCell(cell);
    }).length;
    if (figures === 0 || NO_FIGURES.test(foldMarks(text))) continue;
    const at = refOf(place, located.labelRow, column);
    const [header, subject] = [inner(shortened(text)), { ...formSubject(place), rowKey: `#${column}` }];
    yield NO_AREA.test(foldMarks(text))
      ? finding(
          'layout/unknown-column',
          at,
          { label: header, form: place.formTitle, content: `${figures} số`, suggestion: '' },
          subject,
        )
      : finding('own-form/column-no-area', at, { header, form: own.form.label }, { ...subject, fields });
  }
}

/** What stands there is a number and no figure. */
const NO_FIGURES = /^(?:s?tt$|so tt|so thu tu|ghi chu|ma so)/u;
/** No area is called so; its figures are told as those of any column more. */
const NO_AREA = /^(?:don vi tinh|dvt|(?:ty|ti) le|%|nam (?:truoc|20\d\d)|cung ky|ke hoach|so sanh)/u;

/** Rows and columns changed places; what stands above the header is no part of the table, save a head merged down to it. */
function turnedSheet(
  sheet: RawSheet,
  labelRow: number,
  without: ReadonlySet<number>,
  heads: ReadonlyMap<number, string>,
): RawSheet {
  const cells = sheet.cells.filter(({ row, column }) => row >= labelRow && !without.has(column));
  const headed = new Set(cells.flatMap(({ row, column }) => (row === labelRow ? [column] : [])));
  const merged = [...heads].flatMap(([column, raw]): readonly RawCell[] =>
    headed.has(column) || without.has(column) ? [] : [{ row: labelRow, column, kind: 'text', raw }],
  );
  return {
    ...sheet,
    cells: [...cells, ...merged]
      .map((cell) => ({ ...cell, row: cell.column, column: cell.row }))
      .sort((a, b) => a.row - b.row || a.column - b.column),
    merges: sheet.merges
      .filter(({ top }) => top >= labelRow)
      .map(({ top, left, bottom, right }) => ({ top: left, left: top, bottom: right, right: bottom })),
    hiddenRows: sheet.hiddenColumns,
    hiddenColumns: sheet.hiddenRows,
  };
}

function turnedTable({ totals, ...table }: FigureTable, labelRow: number): FigureTable {
  return {
    ...turnedRows(table, labelRow),
    turned: true,
    ...defined({ totals: totals === undefined ? undefined : turnedRows(totals, labelRow) }),
  };
}

const turnedRows = (table: FigureTable, labelRow: number): FigureTable => ({
  ...table,
  sheetRows: table.sheetRows.map(() => labelRow),
  columns: new Map(
    [...table.columns].map(([id, column]) => [
      id,
      column.column === 0
        ? column
        : { ...column, cells: table.sheetRows.map((across) => cellAddress(column.column, across)) },
    ]),
  ),
});

const turnedRef = (ref: SourceRef): SourceRef => {
  const place = ref.cell === undefined ? undefined : parseCellAddress(ref.cell);
  return place === undefined ? ref : { ...ref, cell: cellAddress(place.column, place.row) };
};

const turnedFinding = (one: Finding): Finding => ({
  ...turnedWords(one),
  at: turnedRef(one.at),
  ...defined({ related: one.related?.map(turnedRef) }),
});
