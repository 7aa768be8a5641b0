/** What a person answered to the doubts about a proposed form, put into it: agreed, another field, or not read. */
import type { OwnColumn, OwnForm, OwnLine, OwnTable } from '../../model.js';
import { pathOfLine } from '../../criteria/own-form-entries.js';
import { fieldsNamed } from '../../criteria/own-forms.js';
import { foldMarks } from '../../values/vietnamese-text.js';
import { without } from '../../values/without.js';
import { isAbout, type Doubt } from './proposing.js';
import { defined } from '../../values/defined.js';

export interface Decided {
  readonly form: OwnForm;
  /** Those that nobody answered. */
  readonly doubts: readonly Doubt[];
}

/** Not to be read: "k", "bỏ", "-". */
const REFUSED = /^(?:k|khong|khong doc|bo|bo qua|-)$/u;
const NOT_READ = 'k';
const AGREED = /^(?:|dong y|c|co|y)$/u;

/** Agreed, refused, or the id of a field: an id that nobody has is a slip of the hand. */
export const isAnswer = (typed: string, ids: readonly string[]): boolean =>
  AGREED.test(foldMarks(typed.trim())) || REFUSED.test(foldMarks(typed.trim())) || ids.includes(typed.trim());

/** `answers`: in the order of the doubts; those without an answer stay open. */
export function decideDoubts(form: OwnForm, doubts: readonly Doubt[], answers: readonly string[]): Decided {
  const answerOf = (
    sheet: string | undefined,
    header: string,
    entry: OwnColumn | OwnLine,
  ): string | undefined => {
    const at = doubts.findIndex(
      (one) => one.sheet === (sheet ?? '') && one.header === header && isAbout(one, entry),
    );
    const answer = at < 0 ? undefined : answers[at]?.trim();
    return answer === undefined || AGREED.test(foldMarks(answer)) ? undefined : answer;
  };
  const tables = form.tables.map((table): OwnTable => {
    const columns = table.columns?.map((one) =>
      decided(one, answerOf(table.sheet, one.header.join(' › '), one)),
    );
    const lines = table.lines?.map((one) =>
      decided(one, answerOf(table.sheet, pathOfLine(one).join(' › '), one)),
    );
    return {
      ...table,
      ...defined({ columns, lines }),
    };
  });
  const used = new Set(fieldsNamed(tables));
  const fields = form.fields?.filter(({ id }) => used.has(id));
  return {
    form: { ...form, tables, ...defined({ fields }) },
    doubts: doubts.slice(answers.length),
  };
}

/**
 * What stands against an answer, whatever is answered to the doubts behind it: a field that has its place in the form
 * already, or that cannot stand there.
 */
export function faultOfAnswer(
  { form, doubts }: Decided,
  before: readonly string[],
  answer: string,
  faultOf: (decided: Decided) => string | undefined,
): string | undefined {
  const faultWith = (one: string): string | undefined => {
    const open = doubts.slice(before.length + 1).map(() => NOT_READ);
    return faultOf(decideDoubts(form, doubts, [...before, one, ...open]));
  };
  return faultWith(NOT_READ) === undefined ? faultWith(answer) : undefined;
}

function decided<One extends OwnColumn | OwnLine>(entry: One, answer: string | undefined): One {
  if (answer === undefined) return entry;
  if (REFUSED.test(foldMarks(answer)))
    return {
      ...without(entry, ['field', 'indicator', 'role', 'review', 'count', 'others', 'answer']),
      role: 'ignored',
    };
  // What was proposed not to be read is read once somebody says as what.
  return { ...without(entry, entry.role === 'ignored' ? ['role', 'review'] : ['review']), field: answer };
}
