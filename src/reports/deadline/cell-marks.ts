/** A reply as marks on the cells of the commune's own workbook: a heading, what is wrong, what to do. */
import type { CellMark, Finding, Reply, SourceRef } from '../../model.js';
import type { Say } from '../wording/wording.js';
import { senderHint } from './sender-hint.js';

/** Marks for one file of the unit; findings without a cell stand in the reply sheet only. */
export function cellMarks(
  say: Say,
  { corrections, gaps, questions }: Reply,
  file: string,
): readonly CellMark[] {
  const marks = (heading: 'error' | 'gap' | 'question', one: Finding, places: readonly SourceRef[]) => {
    const lines = [say(`mark.${heading}`, { number: one.number }), one.message];
    const toDo = senderHint(say, one);
    const hint = toDo === '' ? [] : [say('mark.hint', { hint: toDo })];
    const text = [...lines, ...hint].join('\n');
    return places.flatMap((at): readonly CellMark[] =>
      at.file !== file || at.sheet === undefined || at.cell === undefined
        ? []
        : [{ sheet: at.sheet, cell: at.cell, look: heading === 'error' ? 'error' : 'warning', text }],
    );
  };
  return [
    ...corrections.flatMap((one) => marks('error', one, [one.at])),
    // Every blank that a gap names is one to fill.
    ...gaps.flatMap((one) => marks('gap', one, [one.at, ...(one.related ?? [])])),
    ...questions.flatMap((one) => marks('question', one, [one.at])),
  ];
}
