/** What is added or counted on one side of an indicator, in words an officer knows from the forms. */
import type { CriteriaSet, FieldDefinition, RowFilter, Term } from '../model.js';
import { fieldIndex } from '../criteria/set-queries.js';
import { totalWays, waysToGive } from '../criteria/totals.js';
import { inner } from '../values/inner-quotes.js';

/** "cộng cột “Tổng số hộ” của Biểu 01"; with what counts for units that send no rows. */
export function formulaWords(term: Term, set: CriteriaSet): string {
  const words = wordsOf(set);
  const ways = waysToGive(term, totalWays(set)).map((fields) => fields.map(words.name).join(' cộng '));
  const instead =
    ways.length === 0 ? '' : `; đơn vị không gửi danh sách thì lấy ${ways.join(', hoặc ')} do đơn vị ghi`;
  return `${countedWords(term, words)}${instead}`;
}

function countedWords(term: Term, words: ReturnType<typeof wordsOf>): string {
  if ('sum' in term) {
    const fields = typeof term.sum === 'string' ? [term.sum] : term.sum;
    return `cộng ${fields.map(words.field).join(' và ')}${words.filter(term.where)}`;
  }
  if ('count' in term)
    return `đếm dòng có ${words.field(term.count)} là ${words.answers(term.count, term.in)}${words.filter(term.where)}`;
  if ('positive' in term)
    return `đếm dòng có ${words.field(term.positive)} ${
      term.atLeast === undefined ? 'lớn hơn 0' : `từ ${String(term.atLeast)} trở lên`
    }${words.filter(term.where)}`;
  if ('rows' in term) return `đếm dòng của ${words.form(term.rows)}${words.filter(term.where)}`;
  switch (term.units) {
    case 'all':
      return 'đếm đơn vị báo cáo';
    case 'positive':
      return `đếm đơn vị có ${words.field(term.field)} lớn hơn 0`;
    case 'in':
      return `đếm đơn vị có ${words.field(term.field)} là ${words.answers(term.field, term.in)}`;
    case 'withRows':
      return `đếm đơn vị có ít nhất một dòng ở ${words.form(term.form)}`;
    default:
      return term satisfies never;
  }
}

function wordsOf(set: CriteriaSet) {
  const fields = fieldIndex(set);
  const form = (id: string): string => set.forms.find((one) => one.id === id)?.sheet ?? id;
  const field = (id: string): string => {
    const definition = fields.get(id);
    return definition === undefined ? id : `“${inner(definition.label)}” (${form(definition.form)})`;
  };
  const answers = (id: string, given: readonly string[]): string =>
    given.map((answer) => `“${inner(answerOf(fields.get(id), answer))}”`).join(' hoặc ');
  const except = (left: RowFilter['unless']): string =>
    left === undefined ? '' : `, trừ dòng có ${field(left.field)} là ${answers(left.field, left.in)}`;
  const filter = (where: RowFilter | undefined): string =>
    where === undefined
      ? ''
      : `, chỉ tính dòng có ${field(where.field)} là ${answers(where.field, where.in)}${except(where.unless)}`;
  const name = (id: string): string => `“${inner(fields.get(id)?.label ?? id)}”`;
  return { form, field, name, answers, filter };
}

/** The label of an answer; of those every form has the Vietnamese word. */
export const answerOf = (field: FieldDefinition | undefined, answer: string): string =>
  field?.choices?.find(({ id }) => id === answer)?.label ??
  (answer === 'yes' ? 'có' : answer === 'no' ? 'không' : answer);
