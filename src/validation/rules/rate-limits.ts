/** rateLimits: above 100 % is an error; close to it on a large base is worth a look ("18/18" is honest). */
import { z } from 'zod';
import type { Admitted, FigureTable, RuleOf, SourceRef } from '../../model.js';
import { decimalText, level, numeratorAndDenominator } from '../../model/criteria/rule.js';
import { formatCount, formatPercent } from '../../values/number-format.js';
import { NOT_EVALUATED, type Outcome } from '../outcome.js';
import { ruleFinding } from '../rule-finding.js';
import type { RuleModule } from '../rule-module.js';
import { commonScale, decimalOf, labelOf, scaledOf, type Decimal } from '../scaled.js';
import { unitFigure, usable } from '../unit-figure.js';
import { framesOf, numberAt, rowLabel, unitLabel, type UnitView } from '../unit-view.js';
import { defined } from '../../values/defined.js';
import { figurePlace } from '../../values/cell-address.js';

const shape = z
  .strictObject({
    ...numeratorAndDenominator,
    remarkFrom: z
      .exactOptional(decimalText)
      .describe('Tỷ lệ phần trăm từ mức này trở lên thì cần xem lại, ghi dạng chữ: "98"; dùng cùng minBase.'),
    minBase: z.exactOptional(z.int().min(0)).describe('Chỉ xem lại khi mẫu số từ mức này trở lên.'),
    level,
  })
  .describe('Tỷ lệ trên 100% là lỗi; tỷ lệ rất cao trên mẫu số lớn thì cần xem lại.');

declare module '../../model/criteria/rule.js' {
  interface RuleShapes {
    readonly rateLimits: Admitted<typeof shape>;
  }
}

export const rateLimits: RuleModule<'rateLimits'> = { shape, within };

function* within(rule: RuleOf<'rateLimits'>, view: UnitView): Iterable<Outcome> {
  const check = limitsOf(rule, view);
  let evaluated = false;
  if (rule.level !== 'unit') {
    const frames = framesOf(view, [rule.numerator, rule.denominator]);
    if (frames.length === 0 && rule.level === 'row') yield NOT_EVALUATED;
    for (const { table, columns } of frames) {
      const [part, whole] = columns;
      for (let row = 0; row < table.rowCount; row += 1) {
        const numerator = numberAt(part, row, rule.missing);
        const denominator = numberAt(whole, row, rule.missing);
        if (numerator === undefined || denominator === undefined || denominator <= 0) {
          yield NOT_EVALUATED;
          continue;
        }
        evaluated = true;
        const verdict = check(numerator, denominator);
        if (verdict === undefined) continue;
        yield limitPassed(rule, view, verdict, numerator, denominator, {
          at: figurePlace(table, part, row),
          whole: figurePlace(table, whole, row),
          form: table.form,
          label: rowLabel(view, table, row),
          row: { table, index: row },
        });
      }
    }
  }
  if (rule.level === 'row') return;
  const [part, whole] = [unitFigure(view, rule.numerator), unitFigure(view, rule.denominator)];
  const [numerator, denominator] = [usable(part, rule.missing), usable(whole, rule.missing)];
  if (part === undefined || whole === undefined || numerator === undefined || !denominator) {
    if (!evaluated) yield NOT_EVALUATED;
    return;
  }
  const verdict = check(numerator, denominator);
  if (verdict === undefined) return;
  yield limitPassed(rule, view, verdict, numerator, denominator, {
    at: part.at,
    whole: whole.at,
    form: part.form,
    label: unitLabel(view),
  });
}

type Verdict = 'over' | 'high';

/** The two limits as one function of a fraction, prepared once per unit. */
function limitsOf(
  rule: RuleOf<'rateLimits'>,
  view: UnitView,
): (numerator: number, denominator: number) => Verdict | undefined {
  const [partFactor = 1, wholeFactor = 1] = commonScale(view, [rule.numerator, rule.denominator]).factors;
  const remark: Decimal | undefined = rule.remarkFrom === undefined ? undefined : decimalOf(rule.remarkFrom);
  const least = scaledOf(rule.minBase ?? 0, view.context.rules.fields.get(rule.denominator)?.scale ?? 0);
  return (numerator, denominator) => {
    if (numerator * partFactor > denominator * wholeFactor) return 'over';
    if (remark === undefined || least === undefined || denominator < least) return undefined;
    const percent = BigInt(numerator) * BigInt(partFactor) * 100n * 10n ** BigInt(remark.scale);
    return percent >= remark.value * BigInt(denominator) * BigInt(wholeFactor) ? 'high' : undefined;
  };
}

interface Where {
  readonly at: SourceRef;
  readonly whole: SourceRef;
  readonly form: string;
  readonly label: string;
  readonly row?: { readonly table: FigureTable; readonly index: number };
}

function limitPassed(
  rule: RuleOf<'rateLimits'>,
  view: UnitView,
  verdict: Verdict,
  numerator: number,
  denominator: number,
  where: Where,
): Outcome {
  const [partFactor = 1, wholeFactor = 1] = commonScale(view, [rule.numerator, rule.denominator]).factors;
  const fraction = { numerator: numerator * partFactor, denominator: denominator * wholeFactor };
  const rate = formatPercent(fraction, 2) ?? '';
  const over = verdict === 'over';
  return ruleFinding(
    over
      ? where.row === undefined
        ? 'total/rate-over-hundred'
        : 'row/rate-over-hundred'
      : where.row === undefined
        ? 'total/rate-nearly-full'
        : 'row/rate-nearly-full',
    rule,
    view,
    {
      row: where.label,
      part: labelOf(view, rule.numerator),
      whole: labelOf(view, rule.denominator),
      numerator: formatCount(numerator),
      denominator: formatCount(denominator),
      rate,
      limit: rule.remarkFrom?.replace('.', ',') ?? '',
    },
    {
      at: where.at,
      form: where.form,
      ...defined({ row: where.row }),
      fields: [rule.numerator, rule.denominator],
      related: [where.whole],
      actual: rate,
      expected: over ? ['≤ 100%'] : [],
      ...(over ? { otherAdvice: true } : { atMost: 'warning' as const }),
    },
  );
}
