/** notYet: results that cannot be there in this kind of period, since nothing has been assessed or decided. */
import { z } from 'zod';
import type { Admitted, FieldColumn, FieldId, PeriodKind, RuleOf } from '../../model.js';
import { anyFields } from '../../model/criteria/references.js';
import { identifier } from '../../model/criteria/shapes.js';
import { NOT_EVALUATED, type Outcome } from '../outcome.js';
import { ruleFinding } from '../rule-finding.js';
import type { RuleModule } from '../rule-module.js';
import { labelOf } from '../scaled.js';
import { framesOf, type UnitView } from '../unit-view.js';
import { figurePlace } from '../../values/cell-address.js';

const shape = z
  .strictObject({
    fields: anyFields.describe('Các chỉ tiêu là kết quả, chưa thể có trong kỳ này.'),
    open: z
      .exactOptional(z.array(identifier).min(1))
      .describe('Câu trả lời chưa phải là kết quả, ví dụ chưa có quyết định.'),
  })
  .describe('Kết quả chưa thể có trong loại kỳ báo cáo nêu ở periodKinds.');

declare module '../../model/criteria/rule.js' {
  interface RuleShapes {
    readonly notYet: Admitted<typeof shape>;
  }
}

export const notYet: RuleModule<'notYet'> = { shape, within };

const KINDS = {
  registration: 'kỳ đăng ký đầu năm',
  H1: 'kỳ báo cáo 6 tháng',
  year: 'kỳ báo cáo năm',
} as const satisfies Record<PeriodKind, string>;

/** One finding a column: whoever filled a form of the year filled all of its rows. */
function* within(rule: RuleOf<'notYet'>, view: UnitView): Iterable<Outcome> {
  for (const field of rule.fields) {
    const frames = framesOf(view, [field]);
    if (frames.length === 0) yield NOT_EVALUATED;
    for (const { table, columns } of frames) {
      const [column] = columns;
      const rows = table.sheetRows.flatMap((_, row) => (isResult(rule, column, row) ? [row] : []));
      const [first] = rows;
      if (first === undefined) continue;
      yield ruleFinding(
        'plausibility/result-too-early',
        rule,
        view,
        { field: labelOf(view, field), rows: rows.length, kind: KINDS[view.context.rules.periodKind] },
        {
          at: figurePlace(table, column, first),
          form: table.form,
          fields: [field satisfies FieldId],
          related: rows.slice(1).map((row) => figurePlace(table, column, row)),
        },
      );
    }
  }
}

/** None, nobody and a decision that is still to come are no results. */
function isResult({ open = [] }: RuleOf<'notYet'>, column: FieldColumn, row: number): boolean {
  if (column.states[row] !== 'value') return false;
  const text = column.texts[row];
  return text === undefined ? (column.numbers[row] ?? 0) > 0 : text !== 'no' && !open.includes(text);
}
