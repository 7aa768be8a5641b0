/** standardsMet: the commune title proposed although a standard of the self-assessment is not met (Biểu 04). */
import { z } from 'zod';
import type { Admitted, FieldColumn, FigureTable, RuleOf, StandardDefinition } from '../../model.js';
import { formId } from '../../model/criteria/references.js';
import { condition } from '../../model/criteria/rule.js';
import { cellText, holds } from '../condition.js';
import { NOT_EVALUATED, type Outcome } from '../outcome.js';
import { ruleFinding } from '../rule-finding.js';
import type { RuleModule } from '../rule-module.js';
import { labelOf } from '../scaled.js';
import { ownPlace } from '../unit-figure.js';
import { columnOf, rowLabel, type UnitView } from '../unit-view.js';
import { append } from '../../values/of-many.js';
import { figurePlace } from '../../values/cell-address.js';

const shape = z
  .strictObject({
    given: condition.describe('Việc đề nghị danh hiệu.'),
    form: formId.describe('Mã biểu mẫu tự chấm các tiêu chí (shape: criteria).'),
  })
  .describe('Đề nghị danh hiệu khi biểu tự chấm còn tiêu chuẩn chưa đạt.');

declare module '../../model/criteria/rule.js' {
  interface RuleShapes {
    readonly standardsMet: Admitted<typeof shape>;
  }
}

export const standardsMet: RuleModule<'standardsMet'> = { shape, within };

/** Answers of the form's own choice column that let a criterion pass. */
const MET = 'met';
const NOT_APPLICABLE = 'notApplicable';

function* within(rule: RuleOf<'standardsMet'>, view: UnitView): Iterable<Outcome> {
  const given = ownPlace(view, rule.given.field);
  const proposed = given === undefined ? undefined : holds(view, rule.given, given.column, 0, rule.missing);
  if (proposed === false) return;
  const table = view.submission.tables.get(rule.form);
  const answers = table === undefined ? undefined : answerColumn(view, table);
  if (proposed === undefined || given === undefined || table === undefined || answers === undefined) {
    yield NOT_EVALUATED;
    return;
  }
  const failing: number[] = [];
  for (const { combine, rows } of standardsOf(rule, view, table)) {
    const results = rows.map((row) => isMet(answers, row));
    const failed = rows.filter((_, index) => results[index] === false);
    if (combine === 'any' && results.includes(true)) continue;
    if (failed.length > 0 && (combine === 'all' || !results.includes(undefined))) append(failing, failed);
    else if (results.includes(undefined)) yield NOT_EVALUATED;
  }
  const [first] = failing;
  if (first === undefined) return;
  yield ruleFinding(
    'total/standard-not-met',
    rule,
    view,
    {
      field: labelOf(view, rule.given.field),
      given: cellText(view, rule.given.field, given.column, 0) ?? '',
      count: failing.length,
      criteria: failing.map((row) => rowLabel(view, table, row)).join('; '),
    },
    {
      at: figurePlace(given.table, given.column, 0),
      form: given.table.form,
      fields: [rule.given.field],
      related: failing.map((row) => figurePlace(table, answers, row)),
    },
  );
}

/** The column in which criteria are answered met or not met. */
function answerColumn(view: UnitView, table: FigureTable): FieldColumn | undefined {
  const field = view.context.rules.set.fields.find(
    ({ form, choices }) => form === table.form && choices?.some(({ id }) => id === MET),
  );
  return field === undefined ? undefined : columnOf(table, field.id);
}

function isMet(column: FieldColumn, row: number): boolean | undefined {
  const state = column.states[row];
  if (state === 'notApplicable') return true;
  const answer = column.texts[row];
  if (state !== 'value' || answer === undefined) return undefined;
  return answer === MET || answer === NOT_APPLICABLE;
}

interface StandardRows {
  readonly combine: StandardDefinition['combine'];
  readonly rows: readonly number[];
}

/** Rows by the standard their criterion belongs to; rows of no known criterion must each be met. */
function standardsOf(rule: RuleOf<'standardsMet'>, view: UnitView, table: FigureTable): StandardRows[] {
  const form = view.context.rules.forms.get(rule.form);
  const title = view.context.rules.set.titles.find(({ id }) => id === form?.title_of);
  const [code] = form?.rowKey ?? [];
  const codes = code === undefined ? undefined : columnOf(table, code)?.texts;
  const free = new Set(Array.from({ length: table.rowCount }, (_, row) => row));
  const standards = (title?.standards ?? []).map(({ combine, criteria }): StandardRows => {
    const ids = new Set(criteria.map(({ id }) => id));
    const rows = [...free].filter((row) => ids.has(codes?.[row] ?? ''));
    for (const row of rows) free.delete(row);
    return { combine, rows };
  });
  return [...standards, { combine: 'all', rows: [...free] }];
}
