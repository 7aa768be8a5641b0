/** A table of the page: headers that sort by click and by keyboard, cells with the keys they are sorted by. */
import type { LongTable, TableCell, TableColumn, TableRow } from '../../model.js';
import { headerSpans, isGrouped } from '../header-groups.js';
import { placeOf, printedCell } from '../printed-cell.js';
import { formatCount } from '../../values/number-format.js';
import { element, elementPieces, inPieces, type Content, type Markup, type Pieces } from './markup.js';
import type { TraceLinks } from './trace-links.js';
import { moreRows, PAGE_WORDS } from './words.js';

/** What every table of the page shares. */
export interface TableContext {
  readonly decimals: number;
  readonly links: TraceLinks;
  /** A name for a region that no other region of the page has. */
  readonly nameOf: (title: string) => string;
  /** So many units that a table with sums shows these alone. */
  readonly sumsOnly: boolean;
}

/** A page of more lines opens slowly. */
const MOST_ROWS = 1000;

/** `folded`: its lines are shown on demand. */
export function dataTable(table: LongTable, context: TableContext, folded = false): Pieces {
  const id = `bang-${table.id.replace(/[^\w-]/gu, '')}`;
  return folded
    ? elementPieces(
        'details',
        { class: 'table', id },
        element('summary', {}, element('h3', {}, table.title)),
        tableBody(table, context),
      )
    : elementPieces('div', { class: 'table', id }, element('h3', {}, table.title), tableBody(table, context));
}

function* tableBody(table: LongTable, context: TableContext): Pieces {
  const sums = context.sumsOnly && hasSums(table.rows);
  yield* inPieces([
    table.unitLine === undefined ? undefined : element('p', { class: 'unit-line' }, table.unitLine),
    elementPieces(
      'div',
      {
        class: 'scroll',
        role: 'region',
        'aria-label': context.nameOf(`${PAGE_WORDS.table}${table.title}`),
        tabindex: 0,
      },
      elementPieces(
        'table',
        { class: 'data', role: 'grid' },
        element('thead', {}, headerRows(table.columns)),
        elementPieces('tbody', {}, bodyRows(table, context, sums)),
      ),
    ),
    table.rows.length > MOST_ROWS || sums
      ? element('p', { class: 'note' }, moreRows(formatCount(table.rows.length)))
      : undefined,
    table.notes.map((note) => element('p', { class: 'note' }, note)),
  ]);
}

/** `sums`: rows of units are left out. */
function* bodyRows({ rows, columns }: LongTable, context: TableContext, sums: boolean): Pieces {
  let written = 0;
  for (const row of rows) {
    if (written === MOST_ROWS) return;
    if (sums && row.role === 'unit') continue;
    written += 1;
    yield bodyRow(row, columns, context).html;
  }
}

function hasSums(rows: Iterable<TableRow>): boolean {
  for (const { role } of rows) if (role === 'subtotal' || role === 'total') return true;
  return false;
}

function headerRows(columns: readonly TableColumn[]): Content {
  const sortable = (index: number, rows?: number): Markup =>
    element(
      'th',
      { scope: 'col', rowspan: rows, 'aria-sort': 'none', class: columns[index]?.kind },
      element(
        'button',
        { type: 'button', 'data-column': index, title: PAGE_WORDS.sort },
        columns[index]?.header,
      ),
    );
  if (!isGrouped(columns))
    return element(
      'tr',
      {},
      columns.map((_, index) => sortable(index)),
    );
  const spans = headerSpans(columns);
  return [
    element(
      'tr',
      {},
      spans.map(({ group, first, count }) =>
        group === undefined
          ? sortable(first, 2)
          : element('th', { scope: 'colgroup', colspan: count }, group),
      ),
    ),
    element(
      'tr',
      {},
      columns.flatMap(({ group }, index) => (group === undefined ? [] : [sortable(index)])),
    ),
  ];
}

/** Columns of names of files, which break anywhere. */
const PATHS = ['file', 'files'];

/** Only lines of units move when a table is sorted. */
function bodyRow(row: TableRow, columns: readonly TableColumn[], { decimals, links }: TableContext): Markup {
  return element(
    'tr',
    { class: row.role === 'unit' ? undefined : row.role, 'data-u': links.unit(unitOf(row)) },
    columns.map((column, index) => {
      const cell = row.cells[index] ?? { kind: 'none' };
      const place = placeOf(cell, column);
      return element(
        column.id === 'unit' ? 'th' : 'td',
        {
          scope: column.id === 'unit' ? 'row' : undefined,
          class: PATHS.includes(column.id) ? 'path' : place === 'left' ? undefined : place,
          'data-key': sortKey(cell, column),
          'data-f': links.figure(cell.figure),
        },
        printedCell(cell, column, decimals),
      );
    }),
  );
}

/** Whose line it is: as it says itself, else as all its figures say. */
function unitOf({ role, unit, cells }: TableRow): string | undefined {
  if (unit !== undefined || role !== 'unit') return unit;
  const units = new Set(cells.flatMap(({ figure }) => figure?.unit ?? []));
  return units.size === 1 ? [...units][0] : undefined;
}

/** Figures sort by value, text by its letters; marks of missing figures have no key and come last. */
function sortKey(cell: TableCell, column: TableColumn): number | undefined {
  if (cell.kind === 'integer') return cell.value;
  if (cell.kind === 'rate' && cell.denominator > 0) return cell.numerator / cell.denominator;
  if (cell.kind === 'text' && column.kind === 'ordinal' && /^\d{1,9}$/u.test(cell.text))
    return Number(cell.text);
  return undefined;
}
