/** "4/5 số chi hội (76/95 chi hội)": a fraction that stands for a share, beside the one it was taken from. */
import { HUNDRED, ONE, printed, roundedTo } from '../amount.js';
import { foundIn, fractionText, type Checking } from '../checking.js';
import type { ItemFraction, Statement } from '../reading/statement.js';
import { absolute } from '../../values/exact-rate.js';

/** Nobody says 4/5 of what is nearer to 3/5. */
const LOOSE = 2n * ONE;
const MOST = 10n * ONE;

export function checkSmallFractions(checking: Checking): void {
  for (const statement of checking.statements)
    statement.fractions.forEach((said, index) => {
      const exact = statement.fractions[index + 1];
      if (exact !== undefined && isShare(statement, said, exact)) compare(checking, statement, said, exact);
    });
}

const isShare = ({ plain }: Statement, { part, whole }: ItemFraction, exact: ItemFraction): boolean =>
  part.value < whole.value &&
  whole.value <= MOST &&
  exact.whole.value > whole.value &&
  /^ số [^().;\d]{1,50}\(\s*$/u.test(plain.slice(whole.end, exact.part.start));

function compare(checking: Checking, statement: Statement, said: ItemFraction, exact: ItemFraction): void {
  const share = (of: ItemFraction): bigint => (of.part.value * HUNDRED) / of.whole.value;
  const figures = [said.part, said.whole, exact.part, exact.whole];
  if (absolute(share(said) - share(exact)) <= LOOSE) {
    checking.ledger.right(figures);
    return;
  }
  const step = ONE / 10n;
  const parameters = {
    printed: fractionText(said.part, said.whole),
    basis: fractionText(exact.part, exact.whole),
    computed: `${printed(roundedTo(exact.part.value * HUNDRED, exact.whole.value, step), step)}%`,
    cause: 'chưa rõ số nào sai',
  };
  checking.ledger.found(foundIn('verify/share-differs', checking, statement, said.part, parameters), figures);
}
