/** Rows of what ended before the period (an institution closed years ago) are listed by senders, and not counted. */
import { finding } from '../../findings/finding.js';
import type { FieldColumn, FigureTable, Finding, FormDefinition } from '../../model.js';
import { formatDate } from '../../values/number-format.js';
import { listed } from '../listed.js';
import { inner } from '../../values/inner-quotes.js';

const NAMED = 6;

export interface WithoutEnded {
  readonly table: FigureTable;
  readonly finding?: Finding;
}

/** The table without the rows whose day in `form.rowEnds` lies before the period's year. */
export function withoutEndedRows(
  table: FigureTable,
  form: FormDefinition,
  about: { readonly unit?: string; readonly period: string },
): WithoutEnded {
  const days = table.columns.get(form.rowEnds ?? '');
  const year = about.period.slice(0, 4);
  if (days === undefined || !/^\d{4}$/u.test(year)) return { table };
  const ended = new Set(
    days.texts.flatMap((day, row) =>
      days.states[row] === 'value' && day !== undefined && day < `${year}-01-01` ? [row] : [],
    ),
  );
  if (ended.size === 0) return { table };
  // An agency stands first in each of its rows; an institution is named last, behind its kind.
  const named = form.rowKey?.at(form.sender === 'agency' ? 0 : -1) ?? '';
  const names = table.columns.get(named)?.texts ?? [];
  const rows = [...ended].map(
    (row) =>
      `“${inner(names[row] ?? table.rowLabels[row] ?? '')}” (đến ngày ${formatDate(days.texts[row] ?? '')})`,
  );
  const { unit, period } = about;
  return {
    table: rowsOf(table, (row) => !ended.has(row)),
    finding: finding(
      'layout/rows-ended',
      { file: table.file, sheet: table.sheet, cell: `A${String(table.sheetRows[[...ended][0] ?? 0] ?? 1)}` },
      { form: form.sheet, count: ended.size, rows: listed(rows, 'dòng', NAMED), period },
      unit === undefined ? { form: form.id } : { form: form.id, unit, period },
    ),
  };
}

/** Some rows of a table; the sender's own totals were made of all of them and are left out. */
function rowsOf(table: FigureTable, keeps: (row: number) => boolean): FigureTable {
  const kept = <Item>(items: readonly Item[]): Item[] => items.filter((_, row) => keeps(row));
  const columnOf = ({ exact, ...column }: FieldColumn): FieldColumn => {
    const rates = [...(exact ?? [])].filter(([row]) => keeps(row));
    const places = new Map(kept(table.sheetRows.map((_, row) => row)).map((row, at) => [row, at]));
    return {
      ...column,
      states: kept(column.states),
      numbers: column.numbers.filter((_, row) => keeps(row)),
      texts: kept(column.texts),
      ...(rates.length === 0
        ? {}
        : { exact: new Map(rates.map(([row, rate]) => [places.get(row) ?? 0, rate])) }),
    };
  };
  const sheetRows = kept(table.sheetRows);
  const { form, file, sheet } = table;
  return {
    form,
    file,
    sheet,
    rowCount: sheetRows.length,
    sheetRows,
    rowKeys: kept(table.rowKeys),
    rowLabels: kept(table.rowLabels),
    columns: new Map([...table.columns].map(([id, column]) => [id, columnOf(column)])),
  };
}
