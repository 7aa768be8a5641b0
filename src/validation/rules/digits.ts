/** digits: a total that differs from its sum, explained by a slip of the hand in the total or in one row. */
import { z } from 'zod';
import type { Admitted, Finding, RuleOf } from '../../model.js';
import { totalAndParts } from '../../model/criteria/rule.js';
import { digitSlip, type DigitSlip } from '../digit-slip.js';
import { NOT_EVALUATED, type Outcome } from '../outcome.js';
import { ruleFinding } from '../rule-finding.js';
import type { RuleModule } from '../rule-module.js';
import { figureText, labelOf } from '../scaled.js';
import { totalComparisons, type TotalComparison } from '../total-comparison.js';
import { rowLabel, type UnitView } from '../unit-view.js';
import { figurePlace } from '../../values/cell-address.js';

const shape = z
  .strictObject(totalAndParts)
  .describe(
    'Chênh lệch giữa tổng số và tổng các phần do gõ nhầm: đảo chữ số, lặp chữ số, thừa hoặc thiếu số 0, sai dấu thập phân.',
  );

declare module '../../model/criteria/rule.js' {
  interface RuleShapes {
    readonly digits: Admitted<typeof shape>;
  }
}

export const digits: RuleModule<'digits'> = { shape, within };

const CODES = {
  swapped: 'total/digits-swapped',
  doubled: 'total/digit-doubled',
  zero: 'total/zero-slip',
  decimal: 'total/decimal-slip',
  oneDigit: 'total/one-digit-differs',
} as const satisfies Record<DigitSlip, string>;

function* within(rule: RuleOf<'digits'>, view: UnitView): Iterable<Outcome> {
  for (const comparison of totalComparisons(rule, view)) {
    if (comparison === NOT_EVALUATED || comparison.partial === true) {
      yield NOT_EVALUATED;
      continue;
    }
    if (comparison.kind === 'rowCount' || comparison.total === comparison.sum) continue;
    const slip = digitSlip(comparison.total, comparison.sum);
    const explanation =
      slip === undefined || slip === 'oneDigit' ? slipInRow(rule, view, comparison) : undefined;
    if (explanation !== undefined) yield explanation;
    else if (slip !== undefined) yield slipInTotal(rule, view, comparison, slip);
  }
}

function slipInTotal(
  rule: RuleOf<'digits'>,
  view: UnitView,
  comparison: TotalComparison,
  slip: DigitSlip,
): Finding {
  const { field, total, sum, scale, row } = comparison;
  const [typed, right] = [figureText(view, field, total, scale), figureText(view, field, sum, scale)];
  return ruleFinding(
    CODES[slip],
    rule,
    view,
    { field: labelOf(view, field), typed, right },
    {
      at: comparison.at,
      form: comparison.form,
      ...(row === undefined ? {} : { row: { table: row.table, index: row.index } }),
      fields: [field],
      related: comparison.related,
      actual: typed,
      expected: [right],
    },
  );
}

/** The one row that, rid of a slip, would make the sum right; none when several would. */
function slipInRow(rule: RuleOf<'digits'>, view: UnitView, comparison: TotalComparison): Finding | undefined {
  const { rows, field, total, sum, scale } = comparison;
  if (rows === undefined) return undefined;
  const { table, column } = rows;
  let only: { readonly row: number; readonly typed: number; readonly right: number } | undefined;
  for (let row = 0; row < table.rowCount; row += 1) {
    const typed = column.numbers[row];
    if (column.states[row] !== 'value' || typed === undefined) continue;
    const right = typed + (total - sum);
    const slip = digitSlip(typed, right);
    if (slip === undefined || slip === 'oneDigit') continue;
    if (only !== undefined) return undefined;
    only = { row, typed, right };
  }
  if (only === undefined) return undefined;
  const [typed, right] = [
    figureText(view, field, only.typed, scale),
    figureText(view, field, only.right, scale),
  ];
  return ruleFinding(
    'total/row-explains',
    rule,
    view,
    { field: labelOf(view, column.field), row: rowLabel(view, table, only.row), typed, right },
    {
      at: figurePlace(table, column, only.row),
      form: comparison.form,
      row: { table, index: only.row },
      fields: [column.field],
      related: [comparison.at],
      actual: typed,
      expected: [right],
    },
  );
}
