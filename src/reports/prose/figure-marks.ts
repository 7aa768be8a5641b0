/**
 * Figures inside sentences: the wording works on plain text, so that a figure carries its id through it between
 * characters that no text has (Unicode noncharacters); in the end the sentence becomes runs, the figures on their own.
 */
import type { FigureId, TextRun } from '../../model.js';
import { defined } from '../../values/defined.js';

const OPEN = '\uFDD0';
const SPLIT = '\uFDD1';
const MIDDLE = '\uFDD2';
const CLOSE = '\uFDD3';
const MARKS = /[\uFDD0-\uFDD3]/gu;
const FIGURE = new RegExp(`${OPEN}([^${OPEN}${CLOSE}]*)${MIDDLE}([^${OPEN}${CLOSE}]*)${CLOSE}`, 'gu');

/** The printed figure with what it is; nothing printed stays nothing. */
export const marked = ({ unit, indicator, quantity, period }: FigureId, text: string): string =>
  text === ''
    ? ''
    : `${OPEN}${[unit, indicator, quantity, ...(period === undefined ? [] : [period])].join(SPLIT)}${MIDDLE}${text}${CLOSE}`;

/** Text from outside, which must not pass for a figure. */
export const unmarked = (text: string): string => text.replace(MARKS, '');

/** A sentence as runs, each figure one of its own; `look` holds for all of them. */
export function runsOf(sentence: string, look: Omit<TextRun, 'text' | 'figure'> = {}): readonly TextRun[] {
  const runs: TextRun[] = [];
  const push = (text: string, figure?: FigureId): void => {
    const plain = unmarked(text);
    if (plain !== '') runs.push({ text: plain, ...look, ...defined({ figure }) });
  };
  let from = 0;
  for (const match of sentence.matchAll(FIGURE)) {
    const [whole, ids = '', text = ''] = match;
    const [unit, indicator, quantity, period] = ids.split(SPLIT);
    push(sentence.slice(from, match.index));
    if (unit === undefined || indicator === undefined || quantity === undefined) push(text);
    else push(text, { unit, indicator, quantity, ...defined({ period }) });
    from = match.index + whole.length;
  }
  push(sentence.slice(from));
  return runs;
}

/** The words of runs, without their looks. */
export const runsText = (runs: readonly TextRun[]): string => runs.map(({ text }) => text).join('');
