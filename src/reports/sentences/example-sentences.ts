/** A few rows of a table form by their names: what the units themselves told of them stands in the annex. */
import { unitName } from '../../units/names/unit-name.js';
import type { RowsRecord } from '../../model.js';
import { unmarked } from '../prose/figure-marks.js';
import type { Entry } from '../wording/outline.js';
import type { Prose } from '../prose/prose.js';

type ExamplesEntry = Extract<Entry, { kind: 'examples' }>;

/** So many, each of another name and unit: the others stand in the annex. */
const MOST = 3;

export function exampleSentences(prose: Prose, entry: ExamplesEntry): readonly string[] {
  const { leaves, results } = prose.frame;
  const named = new Set<string>();
  const items: string[] = [];
  // Rows of a unit are made when they are asked for: of a country no more units than are named.
  for (const unit of leaves) {
    if (items.length === MOST) break;
    const rows = results.rows[unit.code]?.[entry.form];
    const at = rows === undefined ? -1 : firstNamed(rows, entry);
    if (rows === undefined || at < 0) continue;
    const name = textAt(rows, entry.name, at);
    if (named.has(name)) continue;
    named.add(name);
    const place = entry.place === undefined ? '' : textAt(rows, entry.place, at);
    items.push(prose.say('examples.item', { name, place, unit: unitName(unit) }));
  }
  return items.length === 0
    ? []
    : [prose.say('examples', { items: items.join('; '), one: items.length === 1 })];
}

const firstNamed = (rows: RowsRecord, { name, told }: ExamplesEntry): number =>
  rows.sheetRows.findIndex((_, row) => textAt(rows, name, row) !== '' && textAt(rows, told, row) !== '');

function textAt(rows: RowsRecord, field: string, row: number): string {
  const column = rows.columns[field];
  const value = column?.states.charAt(row) === 'v' ? column.values[row] : undefined;
  return typeof value === 'string' ? unmarked(value).trim() : '';
}
