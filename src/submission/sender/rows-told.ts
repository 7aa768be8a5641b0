/** A finding about rows of a commune's table that name other units. */
import { CATALOGUE } from '../../findings/catalogue/catalogue.js';
import { finding } from '../../findings/finding.js';
import type { FigureTable, Finding, FormDefinition, UnitVersion } from '../../model.js';
import { unitFullName } from '../../units/names/unit-name.js';
import { inner } from '../../values/inner-quotes.js';
import { listed, shortened } from '../listed.js';
import { namePlace } from '../tables/name-place.js';

const NAMED = 6;

export interface TableOf {
  readonly table: FigureTable;
  readonly form: FormDefinition;
  readonly own: UnitVersion;
  readonly period: string;
}

interface LabelledRow {
  readonly label: string;
  readonly row: number;
}

/** `found`: the rows, in their order. An error leaves the whole table out, a question nothing. */
export function rowsTold(
  code:
    | 'layout/units-as-rows'
    | 'layout/perhaps-units-as-rows'
    | 'layout/rows-of-other-units'
    | 'layout/perhaps-rows-of-other-units',
  { table, form, own, period }: TableOf,
  found: readonly [LabelledRow, ...LabelledRow[]],
): Finding {
  const names = found.map(({ label }) => `“${inner(shortened(label))}”`);
  const isRefused = CATALOGUE[code].severity === 'error';
  return finding(
    code,
    namePlace(table, form, found[0].row),
    {
      form: form.sheet,
      unit: unitFullName(own),
      count: found.length,
      rows: listed(names, 'dòng', NAMED),
      area: form.rowUnit ?? 'dòng số liệu',
    },
    {
      unit: own.code,
      period,
      form: form.id,
      fields: isRefused ? [...table.columns.keys()] : [...(form.rowKey ?? [])],
    },
  );
}
