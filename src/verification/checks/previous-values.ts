/** What is told of an earlier year, held against the report of that year. */
import { foundIn, type Checking } from '../checking.js';
import { factOf, factsOf, type Fact } from '../facts.js';
import { contentWords } from '../words/content-words.js';
import { isEqual } from './two-values.js';

/** Figures of the earlier year against last year's report. */
export function checkPrevious(checking: Checking, earlier: Checking): void {
  const there = factsOf({ ...earlier }).filter(({ item }) => item.role === 'level');
  for (const statement of checking.statements)
    for (const item of statement.items) {
      if (item.role !== 'previous') continue;
      const fact = factOf(statement, item, checking.vocabulary);
      if (fact !== undefined) againstEarlier(checking, earlier, fact, there);
    }
}

function againstEarlier(checking: Checking, earlier: Checking, fact: Fact, there: readonly Fact[]): void {
  const subject = subjectWords(checking, fact);
  const alike = there.filter(
    (other) =>
      other.item.kind === fact.item.kind && (fact.item.kind === 'percent' || other.noun === fact.noun),
  );
  const equal = alike.find((other) => isEqual(fact.item, other.item));
  if (equal !== undefined) {
    checking.ledger.right([fact.item]);
    return;
  }
  const scored = alike
    .map((other) => ({ other, score: overlap(subject, subjectWords(earlier, other)) }))
    .filter(({ score }) => score >= 0.6)
    .sort((left, right) => right.score - left.score);
  const best = scored[0];
  if (best === undefined) return;
  const parameters = {
    printed: fact.item.text,
    otherFile: earlier.file,
    other: best.other.statement.place,
    value: best.other.item.text,
  };
  checking.ledger.found(foundIn('verify/previous-differs', checking, fact.statement, fact.item, parameters), [
    fact.item,
  ]);
}

/** All words of the sentence that say what it is about: an earlier value has hardly any in its own clause. */
export const subjectWords = ({ vocabulary }: Checking, { statement, item }: Fact): ReadonlySet<string> => {
  const part = statement.plain.slice(0, Math.max(item.after, 1)).split(';').at(-1) ?? '';
  const words = new Set(contentWords(part.length > 40 ? part : statement.plain, vocabulary));
  for (const word of ['so', 'tăng', 'giảm', 'điểm', 'phần', 'trăm', 'trước', 'cùng', 'kỳ', 'thôn', 'xã'])
    if (words.size > 3) words.delete(word);
  return words;
};

/** How much of the smaller set both have. */
export function overlap(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  const common = [...left].filter((word) => right.has(word)).length;
  const size = Math.min(left.size, right.size);
  return size === 0 ? 0 : common / size;
}
