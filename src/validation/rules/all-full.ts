/** allFull: every row of a large commune at exactly 100 %: possible, but worth a second look. */
import { z } from 'zod';
import type { Admitted, RuleOf } from '../../model.js';
import { numeratorAndDenominator } from '../../model/criteria/rule.js';
import { NOT_EVALUATED, type Outcome } from '../outcome.js';
import { ruleFinding } from '../rule-finding.js';
import type { RuleModule } from '../rule-module.js';
import { commonScale, figureText, labelOf } from '../scaled.js';
import { unitFigure } from '../unit-figure.js';
import { framesOf, numberAt, type UnitView } from '../unit-view.js';
import { figurePlace } from '../../values/cell-address.js';

const shape = z
  .strictObject({
    ...numeratorAndDenominator,
    minRows: z.int().min(1).describe('Chỉ xét đơn vị có ít nhất số dòng này.'),
  })
  .describe('Mọi dòng của một đơn vị có nhiều dòng đều đạt đúng 100%: có thể đúng nhưng cần xem lại.');

declare module '../../model/criteria/rule.js' {
  interface RuleShapes {
    readonly allFull: Admitted<typeof shape>;
  }
}

export const allFull: RuleModule<'allFull'> = { shape, within };

function* within(rule: RuleOf<'allFull'>, view: UnitView): Iterable<Outcome> {
  const [partFactor = 1, wholeFactor = 1] = commonScale(view, [rule.numerator, rule.denominator]).factors;
  const frames = framesOf(view, [rule.numerator, rule.denominator]);
  if (frames.length === 0) yield NOT_EVALUATED;
  for (const { table, columns } of frames) {
    if (table.rowCount < rule.minRows) continue;
    const [numerator, denominator] = columns;
    let full = 0;
    let unknown = false;
    let sum = 0;
    for (let row = 0; row < table.rowCount; row += 1) {
      const part = numberAt(numerator, row, rule.missing);
      const whole = numberAt(denominator, row, rule.missing);
      if (part === undefined || whole === undefined) unknown = true;
      else if (part * partFactor !== whole * wholeFactor || whole === 0) {
        // One row below 100 % decides, whatever the blank ones hold.
        full = -1;
        break;
      } else {
        full += 1;
        sum += whole;
      }
    }
    if (full < 0) continue;
    if (unknown) {
      yield NOT_EVALUATED;
      continue;
    }
    yield ruleFinding(
      'plausibility/all-full',
      rule,
      view,
      {
        rows: full,
        part: labelOf(view, rule.numerator),
        whole: labelOf(view, rule.denominator),
        sum: figureText(view, rule.denominator, sum),
      },
      {
        at: unitFigure(view, rule.numerator)?.at ?? figurePlace(table, numerator, 0),
        form: table.form,
        fields: [rule.numerator, rule.denominator],
        related: [unitFigure(view, rule.denominator)?.at ?? figurePlace(table, denominator, 0)],
      },
    );
  }
}
