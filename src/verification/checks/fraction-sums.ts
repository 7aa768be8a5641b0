/** "112/118 thôn, 43/46 tổ dân phố; cộng toàn huyện 155/164": fractions whose halves add up to those of the last. */
import { printed } from '../amount.js';
import { foundIn, fractionText, type Checking } from '../checking.js';
import type { ItemFraction, Statement } from '../reading/statement.js';
import { whole as wordsOf } from '../words/vocabulary.js';

export function checkFractionSums(checking: Checking): void {
  const { lists, any, pattern } = checking.vocabulary;
  const sum = pattern(
    `${wordsOf(any([...lists.parts.sum, 'cộng', 'tính chung', ...lists.units.whole]))}[^.;,\\d]*$`,
  );
  for (const statement of checking.statements) {
    const list = statement.fractions.filter(({ part }) => part.role === 'level' || part.role === 'previous');
    const at = list.findIndex(
      ({ part }, index) =>
        (index === 0 || index === list.length - 1) && sum.test(statement.plain.slice(0, part.start)),
    );
    const total = list[at];
    const parts = list.filter((one) => one !== total);
    if (total !== undefined && parts.length > 1) compare(checking, statement, total, parts);
  }
}

const added = (parts: readonly ItemFraction[], half: 'part' | 'whole'): bigint =>
  parts.reduce((sum, fraction) => sum + fraction[half].value, 0n);

/** One half that adds up says that the fractions are the parts; then the other half has to. */
function compare(
  checking: Checking,
  statement: Statement,
  total: ItemFraction,
  parts: readonly ItemFraction[],
): void {
  const [upper, lower] = [added(parts, 'part'), added(parts, 'whole')];
  const [isUpper, isLower] = [upper === total.part.value, lower === total.whole.value];
  const figures = [total, ...parts].flatMap(({ part, whole }) => [part, whole]);
  if (isUpper && isLower) checking.ledger.right(figures);
  if (isUpper === isLower) return;
  const half = isUpper ? total.whole : total.part;
  const parameters = {
    whole: half.text,
    sum: printed(isUpper ? lower : upper),
    parts: parts.map(({ part, whole }) => fractionText(part, whole)).join(' và '),
    cause: 'có thể gõ sai một số',
  };
  checking.ledger.found(foundIn('verify/parts-do-not-add', checking, statement, half, parameters), figures);
}
