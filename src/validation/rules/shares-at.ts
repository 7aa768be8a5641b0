/** sharesAt: many rows whose share is a round threshold to within one: results may have been allotted, not found. */
import { z } from 'zod';
import type { Admitted, RuleOf } from '../../model.js';
import { numeratorAndDenominator } from '../../model/criteria/rule.js';
import { NOT_EVALUATED, type Outcome } from '../outcome.js';
import { ruleFinding } from '../rule-finding.js';
import type { RuleModule } from '../rule-module.js';
import { commonScale, labelOf } from '../scaled.js';
import { framesOf, numberAt, rowLabel, unitLabel, type UnitView } from '../unit-view.js';
import { figurePlace } from '../../values/cell-address.js';

const shape = z
  .strictObject({
    ...numeratorAndDenominator,
    percents: z.array(z.int().min(1).max(99)).min(1).describe('Các mức phần trăm được xét, ví dụ 90 và 95.'),
    within: z.int().min(0).describe('Lệch nhiều nhất bấy nhiêu so với đúng mức phần trăm vẫn coi là bằng.'),
    minBase: z.int().min(1).describe('Chỉ xét dòng có mẫu số từ mức này trở lên.'),
    minRows: z.int().min(2).describe('Báo khi có từ bấy nhiêu dòng của một đơn vị.'),
  })
  .describe('Nhiều dòng của một đơn vị có tỷ lệ đúng bằng một mức tròn.');

declare module '../../model/criteria/rule.js' {
  interface RuleShapes {
    readonly sharesAt: Admitted<typeof shape>;
  }
}

export const sharesAt: RuleModule<'sharesAt'> = { shape, within };

const NAMED = 5;

function* within(rule: RuleOf<'sharesAt'>, view: UnitView): Iterable<Outcome> {
  const [partFactor = 1, wholeFactor = 1] = commonScale(view, [rule.numerator, rule.denominator]).factors;
  const scale = Math.max(partFactor, wholeFactor);
  const frames = framesOf(view, [rule.numerator, rule.denominator]);
  if (frames.length === 0) yield NOT_EVALUATED;
  for (const { table, columns } of frames) {
    const [numerator, denominator] = columns;
    const rows = table.rowKeys.flatMap((_, row) => {
      const part = numberAt(numerator, row, rule.missing);
      const whole = numberAt(denominator, row, rule.missing);
      if (part === undefined || whole === undefined) return [];
      // Whole numbers on both sides: 100 × part against percent × whole, one household being 100.
      const [a, b] = [part * partFactor, whole * wholeFactor];
      if (b < rule.minBase * scale) return [];
      const near = rule.percents.filter(
        (percent) => Math.abs(100 * a - percent * b) <= 100 * rule.within * scale,
      );
      return near.length === 0 ? [] : [row];
    });
    const [first] = rows;
    if (first === undefined || rows.length < rule.minRows) continue;
    const names = rows.slice(0, NAMED).map((row) => `“${rowLabel(view, table, row)}”`);
    yield ruleFinding(
      'plausibility/shares-at',
      rule,
      view,
      {
        unit: unitLabel(view),
        count: rows.length,
        of: table.rowCount,
        part: labelOf(view, rule.numerator),
        whole: labelOf(view, rule.denominator),
        percents: rule.percents.map((percent) => `${String(percent)}%`).join(' hoặc '),
        within: rule.within,
        rows: `${names.join(', ')}${rows.length > NAMED ? ', …' : ''}`,
      },
      {
        at: figurePlace(table, numerator, first),
        form: table.form,
        fields: [rule.numerator, rule.denominator],
        related: rows.slice(1, NAMED).map((row) => figurePlace(table, numerator, row)),
      },
    );
  }
}
