/** A table of the page: headers that sort by click and by keyboard, cells with the keys they are sorted by. */
import type { LongTable, TableCell, TableColumn, TableRow } from '../../model.js';
import { headerSpans, isGrouped } from '../header-groups.js';
import { placeOf, printedCell } from '../printed-cell.js';
import { element, elementPieces, type Content, type Markup, type Pieces } from './markup.js';
import { PAGE_WORDS } from './words.js';

export function dataTable(table: LongTable, rateDecimals: number): Pieces {
  const caption = `${PAGE_WORDS.table}${table.title}`;
  return elementPieces(
    'section',
    { class: 'table', id: `bang-${table.id.replace(/[^\w-]/gu, '')}` },
    element('h3', {}, table.title),
    table.unitLine === undefined ? undefined : element('p', { class: 'unit-line' }, table.unitLine),
    elementPieces(
      'div',
      { class: 'scroll', role: 'region', 'aria-label': caption, tabindex: 0 },
      elementPieces(
        'table',
        { class: 'data' },
        element('thead', {}, headerRows(table.columns)),
        elementPieces('tbody', {}, bodyRows(table, rateDecimals)),
      ),
    ),
    table.notes.map((note) => element('p', { class: 'note' }, note)),
  );
}

function* bodyRows({ rows, columns }: LongTable, rateDecimals: number): Pieces {
  for (const row of rows) yield bodyRow(row, columns, rateDecimals).html;
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

/** Only lines of units move when a table is sorted. */
function bodyRow(row: TableRow, columns: readonly TableColumn[], rateDecimals: number): Markup {
  return element(
    'tr',
    { class: row.role === 'unit' ? undefined : row.role },
    columns.map((column, index) => {
      const cell = row.cells[index] ?? { kind: 'none' };
      const place = placeOf(cell, column);
      return element(
        column.id === 'unit' ? 'th' : 'td',
        {
          scope: column.id === 'unit' ? 'row' : undefined,
          class: place === 'left' ? undefined : place,
          'data-key': sortKey(cell, column),
        },
        printedCell(cell, column, rateDecimals),
      );
    }),
  );
}

/** Figures sort by value, text by its letters; marks of missing figures have no key and come last. */
function sortKey(cell: TableCell, column: TableColumn): number | undefined {
  if (cell.kind === 'integer') return cell.value;
  if (cell.kind === 'rate' && cell.denominator > 0) return cell.numerator / cell.denominator;
  if (cell.kind === 'text' && column.kind === 'ordinal' && /^\d{1,9}$/u.test(cell.text))
    return Number(cell.text);
  return undefined;
}
