/** rateReported: a typed percentage against the recomputed one; truncation is a habit, not an error. */
import { z } from 'zod';
import type { Admitted, FigureTable, RuleOf, Severity } from '../../model.js';
import { numberField } from '../../model/criteria/references.js';
import { decimalText, numeratorAndDenominator } from '../../model/criteria/rule.js';
import { roundedPercent } from '../../values/exact-rate.js';
import { formatPercent, formatPoints, formatScaled } from '../../values/number-format.js';
import { digitSlip } from '../digit-slip.js';
import { NOT_EVALUATED, type Outcome } from '../outcome.js';
import { ruleFinding } from '../rule-finding.js';
import type { RuleModule } from '../rule-module.js';
import { decimalOf, figureText, labelOf, scaledOf, scaleOf } from '../scaled.js';
import {
  pointsApart,
  rateAgreement,
  typedRates,
  typedText,
  type RateAgreement,
  type TypedRate,
} from '../typed-rate.js';
import { columnOf, numberAt, rowLabel, type UnitView } from '../unit-view.js';
import { figurePlace } from '../../values/cell-address.js';

const shape = z
  .strictObject({
    typed: numberField.describe('Chỉ tiêu ghi tỷ lệ.'),
    ...numeratorAndDenominator,
    nearPoints: decimalText.describe(
      'Số điểm phần trăm chênh lệch còn chỉ cần xác nhận, ghi dạng chữ: "0.1".',
    ),
  })
  .describe('Tỷ lệ do đơn vị ghi phải khớp với tỷ lệ tính lại từ số liệu.');

declare module '../../model/criteria/rule.js' {
  interface RuleShapes {
    readonly rateReported: Admitted<typeof shape>;
  }
}

export const rateReported: RuleModule<'rateReported'> = { shape, within };

const OUTCOMES = {
  truncated: { code: 'row/rate-truncated', atMost: 'info' },
  near: { code: 'row/rate-near', atMost: 'warning' },
  different: { code: 'row/rate-differs', atMost: 'error' },
} as const satisfies Record<
  Exclude<RateAgreement, 'equal'>,
  { readonly code: string; readonly atMost: Severity }
>;

function* within(rule: RuleOf<'rateReported'>, view: UnitView): Iterable<Outcome> {
  const scale = scaleOf(view, rule.typed);
  const near = decimalOf(rule.nearPoints);
  const compared = new Map<FigureTable, Set<number>>();
  for (const rate of typedRates(rule, view)) {
    if (rate === NOT_EVALUATED) {
      yield NOT_EVALUATED;
      continue;
    }
    const { table, index } = rate.row;
    compared.set(table, (compared.get(table) ?? new Set<number>()).add(index));
    const agreement = rateAgreement(rate, scale, rate.fraction, near);
    if (agreement === 'equal') continue;
    const { code, atMost } = OUTCOMES[agreement];
    const decimals = Math.max(scale, 2);
    const right = formatPercent(rate.fraction, decimals) ?? '';
    const typed = typedText(rate, scale);
    const swapped = agreement === 'different' && digitsSwapped(rate, scale);
    yield ruleFinding(
      swapped ? 'row/rate-digits-swapped' : code,
      rule,
      view,
      {
        row: rate.label,
        field: labelOf(view, rule.typed),
        typed,
        right,
        numerator: formatScaled(rate.fraction.numerator, rate.fractionScale),
        denominator: formatScaled(rate.fraction.denominator, rate.fractionScale),
        numeratorLabel: labelOf(view, rule.numerator),
        denominatorLabel: labelOf(view, rule.denominator),
        difference: formatPoints(pointsApart(rate.typed, scale, rate.fraction, decimals), decimals),
      },
      {
        at: rate.at,
        form: rate.form,
        row: rate.row,
        fields: [rule.typed, rule.numerator, rule.denominator],
        related: rate.related,
        actual: typed,
        expected: [right],
        atMost,
      },
    );
  }
  yield* aboveWhole(rule, view, compared);
}

/** Shares of a whole above 100 % that could not be compared, since one of the two figures is not known. */
function* aboveWhole(
  rule: RuleOf<'rateReported'>,
  view: UnitView,
  compared: ReadonlyMap<FigureTable, ReadonlySet<number>>,
): Iterable<Outcome> {
  const whole = scaledOf(100, scaleOf(view, rule.typed)) ?? Number.MAX_SAFE_INTEGER;
  for (const table of view.submission.tables.values()) {
    const column = columnOf(table, rule.typed);
    for (let row = 0; column !== undefined && row < table.rowCount; row += 1) {
      const typed = numberAt(column, row, 'skip') ?? 0;
      if (typed <= whole || compared.get(table)?.has(row) === true) continue;
      const [value, limit] = [figureText(view, rule.typed, typed), figureText(view, rule.typed, whole)];
      const difference = figureText(view, rule.typed, typed - whole);
      yield ruleFinding(
        'row/above-maximum',
        rule,
        view,
        { row: rowLabel(view, table, row), field: labelOf(view, rule.typed), value, limit, difference },
        {
          at: figurePlace(table, column, row),
          form: table.form,
          row: { table, index: row },
          fields: [rule.typed],
          actual: value,
          expected: [`≤ ${limit}`],
        },
      );
    }
  }
}

/** 98,63 for 98,36: the right digits with two neighbours exchanged. */
function digitsSwapped(rate: TypedRate, scale: number): boolean {
  const right = roundedPercent(rate.fraction, scale);
  return right !== undefined && digitSlip(rate.typed, Number(right)) === 'swapped';
}
