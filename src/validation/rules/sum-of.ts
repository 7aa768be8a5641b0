/** sumOf: a reported total against the sum of its parts; the difference is stated, not only "sai". */
import { z } from 'zod';
import type { Admitted, Finding, RuleOf } from '../../model.js';
import { totalAndParts } from '../../model/criteria/rule.js';
import { NOT_EVALUATED, type Outcome } from '../outcome.js';
import { ruleFinding } from '../rule-finding.js';
import type { RuleModule } from '../rule-module.js';
import { figureText, labelOf } from '../scaled.js';
import { totalComparisons, type TotalComparison } from '../total-comparison.js';
import { rowLabel, type UnitView } from '../unit-view.js';

const shape = z.strictObject(totalAndParts).describe('Tổng số do đơn vị ghi phải bằng tổng các phần.');

declare module '../../model/criteria/rule.js' {
  interface RuleShapes {
    readonly sumOf: Admitted<typeof shape>;
  }
}

export const sumOf: RuleModule<'sumOf'> = { shape, within };

const CODES = {
  totalRow: 'total/row-differs',
  rowCount: 'total/row-count-differs',
  declared: 'total/sum-differs',
  twoPlaces: 'total/two-places-differ',
  inRow: 'row/sum-differs',
} as const satisfies Record<TotalComparison['kind'], string>;

function* within(rule: RuleOf<'sumOf'>, view: UnitView): Iterable<Outcome> {
  for (const comparison of totalComparisons(rule, view)) {
    if (comparison === NOT_EVALUATED) yield NOT_EVALUATED;
    else if (comparison.total !== comparison.sum) yield totalDiffers(rule, view, comparison);
  }
}

function totalDiffers(rule: RuleOf<'sumOf'>, view: UnitView, comparison: TotalComparison): Finding {
  const { field, total, sum, scale, row } = comparison;
  const others = comparison.fields.filter((id) => id !== field);
  const text = (number: number): string => figureText(view, field, number, scale);
  return ruleFinding(
    comparison.partial === true ? 'total/known-rows-exceed' : CODES[comparison.kind],
    rule,
    view,
    {
      row: row === undefined ? '' : rowLabel(view, row.table, row.index),
      field: labelOf(view, field),
      parts: others.map((id) => `“${labelOf(view, id)}”`).join(', '),
      total: text(total),
      sum: text(sum),
      difference: text(Math.abs(total - sum)),
      form: view.context.rules.forms.get(comparison.form)?.sheet ?? comparison.form,
    },
    {
      at: comparison.at,
      form: comparison.form,
      ...(row === undefined ? {} : { row: { table: row.table, index: row.index } }),
      fields: comparison.fields,
      related: comparison.related,
      actual: text(total),
      expected: [text(sum)],
    },
  );
}
