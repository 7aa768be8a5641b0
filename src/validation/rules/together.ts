/** together: figures that only make sense side by side (number and date of a decision): all given, or none. */
import { z } from 'zod';
import type { Admitted, RuleOf } from '../../model.js';
import { anyField } from '../../model/criteria/references.js';
import { NOT_EVALUATED, type Outcome } from '../outcome.js';
import { ruleFinding } from '../rule-finding.js';
import type { RuleModule } from '../rule-module.js';
import { labelOf } from '../scaled.js';
import { ownPlace, type Place } from '../unit-figure.js';
import { framesOf, rowLabel, type UnitView } from '../unit-view.js';
import { figurePlace } from '../../values/cell-address.js';

const shape = z
  .strictObject({
    fields: z.array(anyField).min(2).describe('Các chỉ tiêu đi cùng nhau.'),
  })
  .describe('Các chỉ tiêu phải cùng ghi hoặc cùng để trống.');

declare module '../../model/criteria/rule.js' {
  interface RuleShapes {
    readonly together: Admitted<typeof shape>;
  }
}

export const together: RuleModule<'together'> = { shape, within };

function* within(rule: RuleOf<'together'>, view: UnitView): Iterable<Outcome> {
  const frames: readonly Place[][] = framesOf(view, rule.fields).map(({ table, columns }) =>
    columns.map((column) => ({ table, column })),
  );
  const own = rule.fields.flatMap((field) => ownPlace(view, field) ?? []);
  const groups = frames.length > 0 ? frames : own.length === rule.fields.length ? [own] : [];
  if (groups.length === 0) yield NOT_EVALUATED;
  for (const places of groups) {
    const rows = places[0]?.table.rowCount ?? 0;
    for (let row = 0; row < rows; row += 1) yield* inRow(rule, view, places, row);
  }
}

function* inRow(
  rule: RuleOf<'together'>,
  view: UnitView,
  places: readonly Place[],
  row: number,
): Iterable<Outcome> {
  const states = places.map(({ column }) => column.states[row] ?? 'missing');
  if (states.includes('excluded') || states.includes('notApplicable')) {
    yield NOT_EVALUATED;
    return;
  }
  const blank = places.filter((_, index) => states[index] === 'missing');
  const given = places.filter((_, index) => states[index] !== 'missing');
  const [first] = blank;
  if (first === undefined || given.length === 0) return;
  const names = (list: readonly Place[]): string =>
    list.map(({ column }) => `“${labelOf(view, column.field)}”`).join(', ');
  yield ruleFinding(
    'row/only-one-given',
    rule,
    view,
    { row: rowLabel(view, first.table, row), given: names(given), blank: names(blank) },
    {
      at: figurePlace(first.table, first.column, row),
      form: first.table.form,
      row: { table: first.table, index: row },
      fields: rule.fields,
      related: given.map(({ table, column }) => figurePlace(table, column, row)),
    },
  );
}
