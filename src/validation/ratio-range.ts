/** range with `per`: the ratio of two figures of a row within limits, such as persons per household. */
import { divideRounded } from '../values/exact-rate.js';
import type { FieldId, RuleOf } from '../model.js';
import { formatScaled } from '../values/number-format.js';
import { NOT_EVALUATED, type Outcome } from './outcome.js';
import { ruleFinding } from './rule-finding.js';
import { decimalOf, figureText, labelOf } from './scaled.js';
import { framesOf, numberAt, rowLabel, type UnitView } from './unit-view.js';
import { figurePlace } from '../values/cell-address.js';

/** Decimals of the ratio as printed in the sentence. */
const SHOWN_DECIMALS = 1;

export function* ratioRange(rule: RuleOf<'range'>, per: FieldId, view: UnitView): Iterable<Outcome> {
  const frames = framesOf(view, [rule.field, per]);
  if (frames.length === 0) yield NOT_EVALUATED;
  for (const { table, columns } of frames) {
    const [column, base] = columns;
    for (let row = 0; row < table.rowCount; row += 1) {
      const value = numberAt(column, row, rule.missing);
      const whole = numberAt(base, row, rule.missing);
      if (value === undefined || whole === undefined) {
        yield NOT_EVALUATED;
        continue;
      }
      const low = sign(value, rule.min, whole) < 0;
      if (whole === 0 || (!low && sign(value, rule.max, whole) <= 0)) continue;
      const limit = String((low ? rule.min : rule.max) ?? '').replace('.', ',');
      const ratio = formatScaled(
        divideRounded(BigInt(value) * 10n ** BigInt(SHOWN_DECIMALS), BigInt(whole)),
        SHOWN_DECIMALS,
      );
      yield ruleFinding(
        low ? 'row/ratio-below' : 'row/ratio-above',
        rule,
        view,
        {
          row: rowLabel(view, table, row),
          field: labelOf(view, rule.field),
          per: labelOf(view, per),
          value: figureText(view, rule.field, value),
          base: figureText(view, per, whole),
          ratio,
          limit,
        },
        {
          at: figurePlace(table, column, row),
          related: [figurePlace(table, base, row)],
          form: table.form,
          row: { table, index: row },
          fields: [rule.field, per],
          actual: figureText(view, rule.field, value),
          expected: [`${low ? '≥' : '≤'} ${limit}`],
        },
      );
    }
  }
}

/** Sign of value − limit × whole; 0 where there is no limit. */
function sign(value: number, limit: number | undefined, whole: number): number {
  const decimal = limit === undefined ? undefined : decimalOf(String(limit));
  if (decimal === undefined) return 0;
  const difference = BigInt(value) * 10n ** BigInt(decimal.scale) - decimal.value * BigInt(whole);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
