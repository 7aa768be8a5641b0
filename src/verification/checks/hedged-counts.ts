/** "Hơn 12.400 hộ (12.389 hộ)", "89,8%, tức là trên 90%": a hedged number beside the exact one. */
import { foundIn, type Checking } from '../checking.js';
import type { Item, Statement } from '../reading/statement.js';
import { whole, type Vocabulary } from '../words/vocabulary.js';
import { isHonest } from './hedges.js';

export function checkHedgedCounts(checking: Checking): void {
  for (const statement of checking.statements)
    statement.items.forEach((item, index) => {
      if (item.hedge === undefined || checking.ledger.stateOf(item) !== 'unchecked' || item.role !== 'level')
        return;
      const exact = exactBeside(
        checking.vocabulary,
        statement,
        item,
        statement.items[index - 1],
        statement.items[index + 1],
      );
      if (exact === undefined) return;
      if (isHonest(item, exact.value, 1n)) {
        checking.ledger.right([item, exact]);
        return;
      }
      const from = Math.max(0, statement.plain.slice(0, item.start).trimEnd().lastIndexOf(' ') + 1);
      const claim = statement.shown.slice(from, item.end);
      const parameters = { claim, basis: 'số nêu bên cạnh', computed: exact.text };
      checking.ledger.found(foundIn('verify/hedge-contradicts', checking, statement, item, parameters), [
        item,
        exact,
      ]);
    });
}

/** The number in the bracket behind, or before "tức", "nghĩa là". */
function exactBeside(
  { lists, any, pattern }: Vocabulary,
  { plain }: Statement,
  item: Item,
  last: Item | undefined,
  next: Item | undefined,
): Item | undefined {
  const alike = (other: Item | undefined): other is Item =>
    other?.kind === item.kind &&
    other.hedge === undefined &&
    other.role === 'level' &&
    (other.noun === item.noun || other.noun === '' || item.noun === '');
  if (
    alike(next) &&
    /^[^,;.()\d]*\((?!trong đó|riêng|tăng|giảm|gồm|cùng kỳ|năm)[^(),;\d]{0,25}$/u.test(
      plain.slice(item.after, next.start),
    ) &&
    /^\s*\)/u.test(plain.slice(next.after))
  )
    return next;
  // "gần 500 người, chính xác là 527 người"
  if (
    alike(next) &&
    pattern(`^[^.()\\d]*${whole(any(lists.exactly))}(?:[^,;.\\d]{0,25}(?: là|:))?\\s*$`).test(
      plain.slice(item.after, next.start),
    )
  )
    return next;
  return alike(last) && /^[^\d;.()]*(?:tức|nghĩa) là[^\d;.()]*$/u.test(plain.slice(last.after, item.start))
    ? last
    : undefined;
}
