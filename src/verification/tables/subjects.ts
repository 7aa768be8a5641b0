/** What the figures of a column are about, in content words: its own head; of a bare "Tỷ lệ (%)" the counts beside it, or the title. */
import type { Checking } from '../checking.js';
import { aboutSame, contentWords, subject } from '../words/content-words.js';
import { plainText } from '../words/plain-text.js';
import { whole as wordsOfList } from '../words/vocabulary.js';
import type { Column, ReadTable } from './read-table.js';
import { TITLE } from './table-year.js';

export interface Subject {
  readonly words: ReadonlySet<string>;
  /** Of a bare head, words that stand over the table. */
  readonly title: ReadonlySet<string>;
}

/** Asked for every sentence, worked out once. */
const known = new WeakMap<Column, Subject>();

export function subjectOf(checking: Pick<Checking, 'vocabulary'>, table: ReadTable, column: Column): Subject {
  const found = known.get(column) ?? workedOut(checking, table, column);
  known.set(column, found);
  return found;
}

function workedOut({ vocabulary }: Pick<Checking, 'vocabulary'>, table: ReadTable, column: Column): Subject {
  const wordsOf = ({ path }: Column): ReadonlySet<string> =>
    subject(contentWords(plainText(path.join(' ')), vocabulary));
  const own = wordsOf(column);
  const beside =
    own.size === 0 && column.kind === 'rate'
      ? table.columns.findLast(({ kind, index }) => kind === 'count' && index < column.index)
      : undefined;
  const words = beside === undefined ? own : wordsOf(beside);
  const achieved = vocabulary.pattern(wordsOfList(vocabulary.any(vocabulary.lists.parts.achieved)));
  const isBare =
    column.kind === 'rate'
      ? words.size < TELLING
      : words.size === 0 && achieved.test(plainText(column.path.join(' ')));
  return { words, title: isBare ? titleWords(vocabulary, table) : NONE };
}

/** "Số hộ đạt | Tỷ lệ", "Đạt": what was reached, only the title says. */
const TELLING = 2;
const NONE: ReadonlySet<string> = new Set();

function titleWords(vocabulary: Checking['vocabulary'], { above }: ReadTable): ReadonlySet<string> {
  const title = above.find(({ text }) => TITLE.test(text))?.text ?? above[0]?.text ?? '';
  return title.length > LONGEST_TITLE ? NONE : subject(contentWords(plainText(title), vocabulary));
}

/** What is longer is a paragraph. */
const LONGEST_TITLE = 200;

/** Whether a column is about just this. */
export function isOf({ words, title }: Subject, topic: ReadonlySet<string>): boolean {
  if (topic.size === 0) return false;
  return aboutSame(words, topic) || (topic.size > 1 && isWithin(words, topic) && isWithin(topic, title));
}

/** All words of the one are among the other's. */
export const isWithin = (part: ReadonlySet<string>, all: ReadonlySet<string>): boolean =>
  [...part].every((word) => all.has(word));
