/** Tables of an own form with a row (or a column) per area or model: read as the form of the set that they fill. */
import { finding } from '../../findings/finding.js';
import type {
  CriteriaSet,
  FieldColumn,
  FieldId,
  FigureTable,
  Finding,
  FormDefinition,
  OwnColumn,
} from '../../model.js';
import { isCounted } from '../../criteria/own-forms.js';
import { defined } from '../../values/defined.js';
import { pathKeyOf, withYears } from '../layout/header-path.js';
import { formSubject, refOf, sheetRef, type FormPlace } from '../layout/form-place.js';
import type { HeaderColumns } from '../layout/locate-header.js';
import { shortened } from '../listed.js';
import { inner } from '../../values/inner-quotes.js';
import { gridOf, type SheetGrid } from '../layout/sheet-grid.js';
import { readUnderHeader, type FormReading } from '../tables/read-table-form.js';
import { cellAddress } from '../../values/cell-address.js';
import { answeredRows, type AnsweredRows } from './answer-columns.js';
import { readAcross } from './read-across.js';
import { sharesThatDiffer } from './shares-typed.js';
import type { LocatedTable, OwnSheet } from '../layout/own-sheet.js';
import { labelOf } from '../layout/form-place.js';

/** The rows of the sheet that belong to a table: none of the tables below it. */
export function gridOfTable(own: OwnSheet, located: LocatedTable): SheetGrid {
  const next = own.tables.find(({ firstRow }) => firstRow > located.lastRow)?.firstRow;
  const end = own.missing.length === 0 ? next : Math.min(next ?? Infinity, firstGap(own, located));
  const isFirst = own.tables.every(({ firstRow }) => firstRow >= located.firstRow);
  if (end === undefined && isFirst) return gridOf(own.sheet);
  const start = isFirst ? 0 : located.firstRow;
  const cells = own.sheet.cells.filter(({ row }) => row >= start && row < (end ?? Infinity));
  return gridOf({ ...own.sheet, cells });
}

/** Where a table that cannot be told from the one below it ends: at a blank row, or at a text that stands alone. */
function firstGap({ sheet }: OwnSheet, { lastRow }: LocatedTable): number {
  const grid = gridOf(sheet);
  const below = grid.rows.filter((row) => row > lastRow);
  const gap = below.findIndex(
    (row, index) => index > 0 && (row > (below[index - 1] ?? row) + 1 || grid.inRow(row).length === 1),
  );
  return below[gap] ?? Number.POSITIVE_INFINITY;
}

/** Tables of the form that the sheet lacks, with the fields that are therefore missing. */
export function* missingTables(own: OwnSheet, place: FormPlace): Iterable<Finding> {
  for (const table of own.missing) {
    const fields = [...(table.columns ?? []), ...(table.lines ?? [])].flatMap(({ field }) => field ?? []);
    const header = withYears(table.key.join(' › '), own.year);
    const named = table.above === undefined ? header : `${table.above} (${header})`;
    yield finding(
      'own-form/table-missing',
      sheetRef(place),
      { sheet: own.sheet.name, form: own.form.label, table: inner(named) },
      { ...formSubject(place), fields, rowKey: `#${pathKeyOf([table.above ?? '', ...table.key])}` },
    );
  }
}

/** Why a table cannot be read at all, as a finding; undefined when it can. */
export function refusal(own: OwnSheet, located: LocatedTable, place: FormPlace): Finding | undefined {
  const { key, again, table } = located;
  const why =
    located.broken === true
      ? 'các tầng tiêu đề cột không còn như mẫu (dòng tiêu đề bị chèn thêm, bị tách hoặc bị xóa)'
      : key === undefined
        ? `không có (hoặc có hai) cột “${withYears(table.key.join(' › '), own.year)}”`
        : again.length > 0
          ? `dòng tiêu đề của bảng có ở nhiều nơi (dòng ${[located.labelRow, ...again].join(', ')})`
          : undefined;
  if (why === undefined) return undefined;
  const others = [...located.unknown.values()].slice(0, 3).map((one) => `“${inner(shortened(one))}”`);
  const nearest =
    key !== undefined || located.broken === true || others.length === 0
      ? ''
      : ` Các cột khác mẫu: ${others.join(', ')}.`;
  const parameters = { sheet: own.sheet.name, form: own.form.label, why: inner(why), nearest };
  return finding('own-form/refused', refOf(place, located.labelRow, 1), parameters, formSubject(place));
}

/** Mapped columns that were not found: their fields are told, with the nearest header. */
export function* lostColumns(own: OwnSheet, located: LocatedTable, place: FormPlace): Iterable<Finding> {
  for (const { column, header, after, why, nearest } of located.lost) {
    if (column.field === undefined || place.notAsked?.has(column.field) === true) continue;
    yield finding(
      'own-form/column-missing',
      refOf(place, located.labelRow, 1),
      {
        form: own.form.label,
        why: why === 'missing' ? 'không có cột' : 'có nhiều cột',
        header: inner(header),
        after,
        field: labelOf(place, column.field),
        nearest: nearest === undefined ? '' : ` Gần giống nhất là cột “${inner(shortened(nearest))}”.`,
      },
      { ...formSubject(place), fields: [column.field] },
    );
  }
}

const fieldsOf = (columns: ReadonlyMap<OwnColumn, number>): readonly (readonly [FieldId, number])[] =>
  [...columns].flatMap(([column, at]) =>
    column.field === undefined || column.answer !== undefined || !isCounted(column)
      ? []
      : [[column.field, at] as const],
  );

/** Reads one table of areas or models. */
export function readRows(
  own: OwnSheet,
  located: LocatedTable,
  form: FormDefinition,
  place: FormPlace,
  set: CriteriaSet,
): FormReading {
  const refused = refusal(own, located, place);
  const keyField = form.rowKey?.[0] ?? '';
  if (refused !== undefined || located.key === undefined)
    return { findings: refused === undefined ? [] : [refused] };
  if (located.table.across === true)
    return readAcross(own, located, form, { ...place, grid: gridOfTable(own, located) }, keyField);
  const inTable = { ...place, grid: gridOfTable(own, located) };
  const answered = answeredRows(located, inTable);
  const header: HeaderColumns = {
    labelRow: located.labelRow,
    firstRow: located.firstRow,
    lastRow: located.lastRow,
    columns: new Map([[keyField, located.key], ...fieldsOf(located.columns), ...answered.columns]),
    doubled: [],
    unknown: located.unknown,
    headings: new Map(),
    said: new Map(),
    rates: new Map(),
    ignored: new Set([...located.columns.values()]),
    ...defined({ ordinal: located.ordinal }),
  };
  const { table, ...reading } = readUnderHeader(form, { ...inTable, grid: answered.grid }, header, new Set());
  return {
    ...reading,
    ...defined({ table: table === undefined ? undefined : withMarks(table, answered) }),
    findings: [
      ...reading.findings,
      ...answered.faults.flatMap(({ row, finding: one }) =>
        table?.sheetRows.includes(row) === true ? [one] : [],
      ),
      ...lostColumns(own, located, place),
      ...sharesThatDiffer(located, inTable, [...namedRows(table), ...totalRows(table)], set),
    ],
  };
}

const namedRows = (table: FigureTable | undefined): readonly { row: number; name: string }[] =>
  (table?.sheetRows ?? []).map((row, at) => ({ row, name: table?.rowLabels[at] ?? '' }));

const totalRows = (table: FigureTable | undefined): readonly { row: number; name: string; isTotal: true }[] =>
  (table?.totals?.sheetRows ?? []).map((row, at) => ({
    row,
    name: table?.totals?.rowLabels[at] ?? '',
    isTotal: true,
  }));

/** Answers stand where the mark is. */
function withMarks(table: FigureTable, { columns, markedAt }: AnsweredRows): FigureTable {
  if (columns.size === 0) return table;
  const marked = [...table.columns].map(([id, column]): [FieldId, FieldColumn] => {
    const at = markedAt.get(id);
    if (at === undefined) return [id, column];
    const cells = table.sheetRows.map((row) => cellAddress(row, at.get(row) ?? column.column));
    return [id, { ...column, cells }];
  });
  return { ...table, columns: new Map(marked) };
}
