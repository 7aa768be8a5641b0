/** Columns and lines of an office's own form held against one another: what is said twice, and what a mark may answer. */
import { finding } from '../findings/finding.js';
import { answersOf } from '../measures/field-types.js';
import type { FieldDefinition, FieldId, Finding, OwnTable, SourceRef } from '../model.js';
import { didYouMean, nearestWord } from '../values/nearest-word.js';
import type { ChainFile } from './chain-file.js';

type Path = readonly (string | number)[];

/**
 * Whether the field has its place already; notes it in `said`. Columns of marks of one table answer one field between
 * them, each with its own answer.
 */
export function isSaidTwice(
  said: Set<string>,
  place: string,
  answer: string | undefined,
  table: number,
): boolean {
  const marked = `${place} ${String(table)}`;
  const own = answer === undefined ? place : `${marked} ${answer}`;
  const twice = said.has(own) || (answer !== undefined && said.has(place) && !said.has(marked));
  said.add(own).add(place);
  if (answer !== undefined) said.add(marked);
  return twice;
}

/** A mark can only give an answer that the field has. */
export function* answerFaults(
  answer: string,
  field: Pick<FieldDefinition, 'type' | 'choices'>,
  id: FieldId,
  { rows }: OwnTable,
  at: SourceRef,
): Iterable<Finding> {
  const answers =
    rows === 'unit' || rows === 'indicator'
      ? []
      : rows === 'household'
        ? ['yes', 'no', 'notConsidered']
        : answersOf(field);
  if (answers.includes(answer)) return;
  const suggestion = didYouMean(nearestWord(answer, answers));
  const said =
    answers.length === 0
      ? 'chỉ tiêu này hoặc loại dòng này không có câu hỏi lựa chọn, bỏ answer'
      : answers.join(', ');
  const parameters = { answer, field: id, suggestion, answers: said };
  yield finding('own-form/unknown-answer', at, parameters, { fields: [id] });
}

/** What a line is called by, from the top down. */
export const pathOfLine = ({
  section,
  under,
  label,
}: {
  readonly section?: string;
  readonly under?: string;
  readonly label: string;
}): readonly string[] => [section, under, label].flatMap((one) => one ?? []);

/** Two fields of one column, or one line said twice. */
export function* headersTwice(
  { columns = [], lines = [] }: OwnTable,
  at: (...path: Path) => ReturnType<ChainFile['locate']>,
): Iterable<Finding> {
  const entries = [
    ...columns.map(({ header, after = [], role }, index) => ({
      list: 'columns',
      index,
      text: header.join(' › '),
      apart: after.join(' › '),
      unread: role === 'ignored',
    })),
    ...lines.map(({ section, under, label, code }, index) => ({
      list: 'lines',
      index,
      text: [section, under, code, label].filter((one) => one !== undefined).join(' › '),
      apart: '',
      unread: false,
    })),
  ];
  // What is not read need not be told apart.
  const seen = new Map<string, { readonly allUnread: boolean }>();
  for (const { list, index, text, apart, unread } of entries) {
    const key = `${list} ${text.toLowerCase()} ${apart.toLowerCase()}`;
    const allUnread = unread && seen.get(key)?.allUnread !== false;
    if (seen.has(key) && !allUnread)
      yield finding('own-form/header-twice', at(list, index), { header: text });
    seen.set(key, { allUnread });
  }
}
