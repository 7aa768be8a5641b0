/** "Cơ quan đăng ký | Cơ quan đạt chuẩn": how many did it, beside how many there were to do it. */
import type { Checking } from '../checking.js';
import { EXCHANGED_OR_MISTYPED } from '../excess.js';
import { plainText } from '../words/plain-text.js';
import { whole as wordsOf, type Vocabulary } from '../words/vocabulary.js';
import type { Column, ReadTable } from './read-table.js';
import { foundAt } from './table-findings.js';

export function checkOutcomeColumns(checking: Checking): void {
  for (const table of checking.tables) {
    const counts = table.columns.filter(({ kind }) => kind === 'count');
    counts.forEach((base, index) => {
      const done = counts.slice(index + 1).find((column) => isOutcome(checking.vocabulary, base, column));
      if (done !== undefined) checkColumns(checking, table, base, done);
    });
  }
}

/** Heads of the same thing, one with a word of what was asked, the other with one of what came of it. */
function isOutcome({ lists, any, pattern, nounAt }: Vocabulary, base: Column, done: Column): boolean {
  const [asked, came] = [base, done].map(({ path }) => plainText(path.join(' ')));
  const noun = (head = ''): string | undefined => nounAt(` ${head}`)?.key;
  const has = (head: string | undefined, words: readonly string[]): boolean =>
    pattern(wordsOf(any(words))).test(head ?? '');
  const { bases, achieved } = lists.parts;
  const sameNoun = noun(asked) !== undefined && noun(asked) === noun(came);
  return sameNoun && has(asked, bases) && !has(asked, achieved) && has(came, achieved) && !has(came, bases);
}

function checkColumns(checking: Checking, table: ReadTable, base: Column, done: Column): void {
  // Sums may leave out, in one of the columns, units that said nothing there.
  const rows = table.rows.flatMap((row) => {
    if (row.kind !== 'leaf') return [];
    const [asked, came] = [row.figures.get(base.index), row.figures.get(done.index)];
    return asked === undefined || came === undefined ? [] : [{ row, asked, came }];
  });
  const over = rows.filter(({ asked, came }) => came.value > asked.value);
  // Where it is so in most rows the columns are about different things.
  if (rows.length < 2 || over.length * 2 > rows.length) return;
  for (const { row, asked, came } of rows) {
    if (came.value <= asked.value) {
      checking.ledger.right([asked, came]);
      continue;
    }
    const parameters = {
      part: came.text,
      whole: asked.text,
      cause: EXCHANGED_OR_MISTYPED,
    };
    checking.ledger.found(foundAt('verify/part-exceeds-whole', checking, table, row, came, parameters), [
      asked,
      came,
    ]);
  }
}
