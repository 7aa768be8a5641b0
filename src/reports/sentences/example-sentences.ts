/** The few rows of a table form of which the units told something, by name; of many none is singled out. */
import { unitName } from '../../units/names/unit-name.js';
import type { RowsRecord } from '../../model.js';
import { unmarked } from '../prose/figure-marks.js';
import type { Entry } from '../wording/outline.js';
import type { Prose } from '../prose/prose.js';

type ExamplesEntry = Extract<Entry, { kind: 'examples' }>;

/** More would be a choice that nobody made: they stand in the annex. */
const MOST = 3;

export function exampleSentences(prose: Prose, entry: ExamplesEntry): readonly string[] {
  const { leaves, results } = prose.frame;
  const items: string[] = [];
  // Rows of a unit are made when they are asked for: of a country no more units than it takes to see that they are many.
  for (const unit of leaves) {
    const rows = results.rows[unit.code]?.[entry.form];
    if (rows === undefined) continue;
    for (const row of rows.sheetRows.keys()) {
      const name = textAt(rows, entry.name, row);
      if (name === '' || textAt(rows, entry.told, row) === '') continue;
      const place = entry.place === undefined ? '' : textAt(rows, entry.place, row);
      items.push(prose.say('examples.item', { name, place, unit: unitName(unit) }));
      if (items.length > MOST) return [];
    }
  }
  return items.length === 0
    ? []
    : [prose.say('examples', { items: items.join('; '), one: items.length === 1 })];
}

function textAt(rows: RowsRecord, field: string, row: number): string {
  const column = rows.columns[field];
  const value = column?.states.charAt(row) === 'v' ? column.values[row] : undefined;
  return typeof value === 'string' ? unmarked(value).trim() : '';
}
