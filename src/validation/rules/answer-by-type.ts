/** answerByType: an answer of a row that goes with another type of unit: a tổ dân phố in a xã. */
import { z } from 'zod';
import type { Admitted, FieldColumn, FigureTable, RuleOf } from '../../model.js';
import { anyField, answeringField, answers } from '../../model/criteria/references.js';
import { unitType } from '../../model/criteria/shapes.js';
import { foldLabel } from '../../values/vietnamese-text.js';
import { answerText } from '../condition.js';
import { NOT_EVALUATED, type Outcome } from '../outcome.js';
import { ruleFinding } from '../rule-finding.js';
import type { RuleModule } from '../rule-module.js';
import { labelOf } from '../scaled.js';
import { columnOf, fieldOf, rowLabel, unitLabel, type UnitView } from '../unit-view.js';
import { figurePlace } from '../../values/cell-address.js';

const shape = z
  .strictObject({
    field: answeringField('allowed').describe('Chỉ tiêu được xét.'),
    allowed: answers.describe('Các câu trả lời được phép.'),
    forTypes: z.array(unitType).min(1).describe('Loại đơn vị được xét, ví dụ xã.'),
    named: z
      .exactOptional(anyField)
      .describe('Cột ghi tên của dòng; dòng không ghi câu trả lời thì xét từ đầu của tên.'),
  })
  .describe('Câu trả lời ở từng dòng phải phù hợp với loại đơn vị.');

declare module '../../model/criteria/rule.js' {
  interface RuleShapes {
    readonly answerByType: Admitted<typeof shape>;
  }
}

export const answerByType: RuleModule<'answerByType'> = { shape, within };

/** Rows named in one finding; the rest is counted. */
const NAMED = 5;

function* within(rule: RuleOf<'answerByType'>, view: UnitView): Iterable<Outcome> {
  const type = view.context.typeOf?.(view.submission.unit);
  if (type === undefined || !rule.forTypes.some((one) => one === type)) return;
  // A form without the question has the names of its rows all the same.
  const frames = [...view.submission.tables.values()].flatMap((table) => {
    const column = columnOf(table, rule.field);
    const place = column ?? (rule.named === undefined ? undefined : columnOf(table, rule.named));
    return place === undefined ? [] : [{ table, column, place }];
  });
  if (frames.length === 0) yield NOT_EVALUATED;
  for (const { table, column, place } of frames) {
    const said = table.rowKeys.map((_, row) => answerOf(rule, view, { table, column }, row));
    if (said.includes(undefined)) yield NOT_EVALUATED;
    const strange = said.flatMap((answer, row) =>
      answer === undefined || rule.allowed.includes(answer) ? [] : [{ row, answer }],
    );
    const [first] = strange;
    if (first === undefined) continue;
    const names = strange.slice(0, NAMED).map(({ row }) => `“${rowLabel(view, table, row)}”`);
    const answersGiven = [...new Set(strange.map(({ answer }) => answerText(view, rule.field, answer)))];
    yield ruleFinding(
      'row/answer-against-type',
      rule,
      view,
      {
        unit: unitLabel(view),
        count: strange.length,
        field: labelOf(view, rule.field),
        answers: answersGiven.join(', '),
        rows: `${names.join(', ')}${strange.length > NAMED ? ', …' : ''}`,
        type,
        allowed: rule.allowed.map((id) => answerText(view, rule.field, id)).join(', '),
      },
      {
        at: figurePlace(table, place, first.row),
        form: table.form,
        fields: [rule.field],
        actual: answersGiven.join(', '),
        related: strange.slice(1, NAMED).map(({ row }) => figurePlace(table, place, row)),
      },
    );
  }
}

/** What the row answers, or what its name begins with: "Tổ dân phố 3". */
function answerOf(
  { field, named }: RuleOf<'answerByType'>,
  view: UnitView,
  { table, column }: { readonly table: FigureTable; readonly column: FieldColumn | undefined },
  row: number,
): string | undefined {
  if (column?.states[row] === 'value') return column.texts[row];
  const name = foldLabel((named === undefined ? undefined : columnOf(table, named)?.texts[row]) ?? '');
  const words = (fieldOf(view, field)?.choices ?? []).flatMap(({ id, label, aliases = [] }) =>
    [label, ...aliases].map((word) => ({ id, word: foldLabel(word) })),
  );
  const longest = words
    .filter(({ word }) => name === word || name.startsWith(`${word} `))
    .sort((one, other) => other.word.length - one.word.length)[0];
  return longest?.id;
}
