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
  for (const statement of checking.statements) {
    const said = ofSo(statement);
    const exact = statement.fractions.find(({ part }) => part.start > (said?.part.after ?? 0));
    const isBehind =
      said !== undefined &&
      exact !== undefined &&
      /^[^().;\d]{0,30}\(\s*$/u.test(statement.plain.slice(said.part.after, exact.part.start));
    if (said !== undefined && exact !== undefined && isBehind) compare(checking, statement, said, exact);
  }
}

/** "cứ 100 hộ có 93 hộ đạt". */
function ofSo({ items, plain }: Statement): ItemFraction | undefined {
  const at = items.findIndex(({ start }) => /(?<!\p{L})cứ\s*$/u.test(plain.slice(0, start)));
  const [whole, part] = [items[at], items[at + 1]];
  if (at < 0 || whole?.kind !== 'count' || part?.kind !== 'count' || part.noun !== whole.noun)
    return undefined;
  return part.hedge === undefined &&
    /^ (?:thì )?có(?: đến| tới)? $|^ thì $/u.test(plain.slice(whole.after, part.start))
    ? { part, whole }
    : undefined;
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
