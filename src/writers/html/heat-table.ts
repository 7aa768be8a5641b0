/** Units by headline rates: every cell a number on a colour, so that colour never stands alone. */
import type { HeatCell, HeatTable, TableColumn } from '../../model.js';
import { printedCell } from '../printed-cell.js';
import type { TableContext } from './data-table.js';
import { element, elementPieces, type Markup, type Pieces } from './markup.js';
import { PAGE_WORDS } from './words.js';

const RATE: TableColumn = { id: 'rate', header: '%', kind: 'rate' };
const LEVELS = [1, 2, 3, 4, 5] as const;

export function* heatTable({ columns, rows }: HeatTable, context: TableContext): Pieces {
  const head = (label: string, index: number, kind: string): Markup =>
    element(
      'th',
      { scope: 'col', 'aria-sort': 'none', class: kind },
      element('button', { type: 'button', 'data-column': index, title: PAGE_WORDS.sort }, label),
    );
  yield legend().html;
  yield* elementPieces(
    'div',
    { class: 'scroll', role: 'region', 'aria-label': context.nameOf(PAGE_WORDS.heat), tabindex: 0 },
    elementPieces(
      'table',
      { class: 'data heat', role: 'grid' },
      element(
        'thead',
        {},
        element(
          'tr',
          {},
          head(PAGE_WORDS.unit, 0, 'unit'),
          columns.map(({ label }, index) => head(label, index + 1, 'rate')),
        ),
      ),
      elementPieces('tbody', {}, bodyRows(rows, context)),
    ),
  );
}

function* bodyRows(rows: HeatTable['rows'], context: TableContext): Pieces {
  for (const { unit, name, whole, cells } of rows)
    yield element(
      'tr',
      { class: whole ? 'total' : undefined, 'data-u': context.links.unit(unit) },
      element('th', { scope: 'row' }, name),
      cells.map((cell) => heatCell(cell, context)),
    ).html;
}

const heatCell = ({ cell, level }: HeatCell, { decimals, links }: TableContext): Markup =>
  element(
    'td',
    {
      class: level === undefined ? undefined : `h${String(level)}`,
      'data-key':
        cell.kind === 'rate' && cell.denominator > 0 ? cell.numerator / cell.denominator : undefined,
      'data-f': links.figure(cell.figure),
    },
    printedCell(cell, RATE, decimals),
  );

const legend = (): Markup =>
  element(
    'p',
    { class: 'legend' },
    PAGE_WORDS.heatLegend,
    ' ',
    LEVELS.map((level) =>
      element(
        'span',
        { class: `h${String(level)}` },
        level === 1 ? PAGE_WORDS.lowest : level === LEVELS.length ? PAGE_WORDS.highest : '\u00a0',
      ),
    ),
  );
