/** Conditions of rules: an answer, a figure above a limit, or being given at all; true, false or undecided. */
import type { FieldColumn, FieldCondition, FieldId } from '../model.js';
import { figureText, scaledOf, scaleOf } from './scaled.js';
import { fieldOf, numberAt, type MissingPolicy, type UnitView } from './unit-view.js';

/** Whether a cell fulfils the condition; undefined when its state leaves that open. */
export function holds(
  view: UnitView,
  condition: FieldCondition,
  column: FieldColumn,
  row: number,
  policy: MissingPolicy,
): boolean | undefined {
  const state = column.states[row] ?? 'missing';
  const results: (boolean | undefined)[] = [];
  if (condition.present !== undefined) {
    const given = state === 'excluded' ? undefined : state === 'value' || state === 'pending';
    results.push(given === undefined ? undefined : given === condition.present);
  }
  if (condition.in !== undefined) {
    const answer = column.texts[row];
    if (state === 'pending') results.push(condition.in.includes(answer ?? 'pending') || undefined);
    else if (state !== 'value' || answer === undefined) results.push(undefined);
    else results.push(condition.in.includes(answer));
  }
  if (condition.moreThan !== undefined) {
    const limit = scaledOf(condition.moreThan, scaleOf(view, condition.field));
    const value = numberAt(column, row, policy);
    results.push(value === undefined || limit === undefined ? undefined : value > limit);
  }
  return all(results);
}

/** Three-valued "and": one false decides, one unknown leaves it open. */
export function all(results: readonly (boolean | undefined)[]): boolean | undefined {
  if (results.includes(false)) return false;
  return results.includes(undefined) ? undefined : true;
}

/** An answer as the form prints it. */
export const answerText = (view: UnitView, field: FieldId, answer: string): string =>
  fieldOf(view, field)?.choices?.find((choice) => choice.id === answer)?.label ?? answer;

/** What the condition asks for, in signs and the form's own words: "> 0", "đạt, chưa có quyết định". */
export function conditionText(view: UnitView, condition: FieldCondition): string {
  const parts = [
    ...(condition.in ?? []).map((answer) => answerText(view, condition.field, answer)),
    ...(condition.moreThan === undefined ? [] : [`> ${String(condition.moreThan).replace('.', ',')}`]),
  ];
  return parts.join(', ');
}

/** What the cell says, for a sentence; undefined when it says nothing. */
export function cellText(
  view: UnitView,
  field: FieldId,
  column: FieldColumn,
  row: number,
): string | undefined {
  const state = column.states[row];
  const answer = column.texts[row];
  if (answer !== undefined && (state === 'value' || state === 'pending'))
    return answerText(view, field, answer);
  const number = column.numbers[row];
  return state === 'value' && number !== undefined ? figureText(view, field, number) : undefined;
}
