/**
 * What the words leave open, the digits may decide: figures that nothing has checked yet are held against every pair of
 * the sentence. Three printed digits agree by chance about once in a thousand tries, so agreement is taken for meaning;
 * and digits that agree but for their order are taken for a slip.
 */
import { agreement, ONE, printed } from '../amount.js';
import { foundIn, fractionText, type Checking } from '../checking.js';
import type { Item, Statement } from '../reading/statement.js';
import { areShuffled, isSlip, recomputed, shareAgrees, shareCause } from '../share.js';
import { absolute } from '../../values/exact-rate.js';

export function checkByArithmetic(checking: Checking): void {
  for (const statement of checking.statements) {
    const open = statement.items.filter((item) => checking.ledger.stateOf(item) === 'unchecked');
    for (const item of open) {
      if (item.hedge !== undefined) continue;
      if (item.kind === 'percent' && (item.role === 'level' || item.role === 'previous'))
        checkShare(checking, statement, item);
      if (item.role === 'change') checkDifference(checking, statement, item);
    }
    checkSums(checking, statement);
  }
}

const isExact = ({ hedge, scaled, role }: Item): boolean =>
  hedge === undefined && scaled === undefined && role !== 'change' && role !== 'range' && role !== 'coverage';

/** Printed digits from the first that is not zero. */
const digitsOf = ({ value, step }: Item): number => String(value / step).length;

interface Pair {
  readonly part: Item;
  readonly whole: Item;
}

/** Counts of one kind, or of a kind not said, the smaller first; nearest to the share. */
function pairsFor({ items, plain }: Statement, share: Item): readonly Pair[] {
  const counts = items.filter((item) => item.kind === 'count' && isExact(item) && item.noun !== 'đồng');
  const clause = (item: Item): number =>
    plain.slice(Math.min(item.start, share.start), Math.max(item.start, share.start)).split(/[;]|\. /u)
      .length;
  return counts
    .flatMap((part) =>
      counts.flatMap((whole) =>
        part !== whole &&
        part.value < whole.value &&
        (part.noun === whole.noun || part.noun === '' || whole.noun === '')
          ? [{ part, whole }]
          : [],
      ),
    )
    .sort((left, right) => clause(left.part) + clause(left.whole) - clause(right.part) - clause(right.whole));
}

function checkShare(checking: Checking, statement: Statement, item: Item): void {
  if (digitsOf(item) < 3 || item.value === 100n * ONE) return;
  const pairs = pairsFor(statement, item);
  const right = pairs.find(({ part, whole }) => shareAgrees({ part, whole, percent: item }));
  if (right !== undefined) {
    checking.ledger.right([item, right.part, right.whole]);
    return;
  }
  const slip = pairs
    .filter(({ part }) => checking.ledger.stateOf(part) === 'unchecked')
    .find(({ part, whole }) => isSlip({ part, whole, percent: item }));
  if (slip === undefined) return;
  const share = { ...slip, percent: item };
  const parameters = {
    printed: item.text,
    basis: fractionText(slip.part, slip.whole),
    computed: recomputed(share),
    cause: shareCause(share, []),
  };
  checking.ledger.found(foundIn('verify/share-differs', checking, statement, item, parameters), [
    item,
    slip.part,
    slip.whole,
  ]);
}

/** "chênh lệch 8,3 điểm phần trăm", "tăng 19 mô hình": between two values of the sentence. */
function checkDifference(checking: Checking, statement: Statement, change: Item): void {
  const kind = change.kind === 'count' ? 'count' : 'percent';
  const values = statement.items.filter(
    (item) =>
      item.kind === kind &&
      isExact(item) &&
      (kind === 'percent' || item.noun === change.noun || item.noun === '' || change.noun === ''),
  );
  const pairs = values.flatMap((now, index) => values.slice(index + 1).map((then) => ({ now, then })));
  const gap = ({ now, then }: (typeof pairs)[number]): bigint => absolute(now.value - then.value);
  const right = pairs.find((pair) => gap(pair) > 0n && agreement(gap(pair), 1n, change) === 'right');
  if (right !== undefined && (change.kind !== 'percent' || change.step >= ONE)) {
    if (change.kind !== 'percent') checking.ledger.right([change, right.now, right.then]);
    return;
  }
  if (right !== undefined) {
    const fact = `${right.now.text} so với ${right.then.text} là chênh ${printed(gap(right), change.step)} điểm phần trăm`;
    const parameters = { printed: change.text, fact };
    checking.ledger.found(foundIn('verify/points-called-percent', checking, statement, change, parameters), [
      change,
    ]);
    return;
  }
  const slip = pairs.find((pair) => change.kind !== 'percent' && areShuffled(change, gap(pair)));
  if (slip === undefined) return;
  const parameters = {
    claim: `“${change.text}”`,
    basis: `${slip.now.text} và ${slip.then.text}`,
    computed: `chênh ${printed(gap(slip), change.step)}`,
  };
  checking.ledger.found(foundIn('verify/change-contradicts', checking, statement, change, parameters), [
    change,
    slip.now,
    slip.then,
  ]);
}

/** "43.874 + 4.339 = 48.213": a run of counts that add up to the one before or behind it. */
function checkSums(checking: Checking, { items }: Statement): void {
  const counts = items.filter(
    (item) => item.kind === 'count' && (isExact(item) || (item.noun === 'đồng' && item.hedge === undefined)),
  );
  const isOpen = (item: Item): boolean => checking.ledger.stateOf(item) === 'unchecked';
  counts.forEach((whole, index) => {
    if (digitsOf(whole) < 3) return;
    for (const others of [counts.slice(index + 1), counts.slice(0, index).reverse()])
      for (let size = 2; size <= Math.min(6, others.length); size += 1) {
        const parts = others.slice(0, size);
        const sum = parts.reduce((total, { value }) => total + value, 0n);
        const alike = parts.every(({ noun }) => (noun === 'đồng') === (whole.noun === 'đồng'));
        if (sum === whole.value && alike && [whole, ...parts].some(isOpen))
          checking.ledger.right([whole, ...parts]);
      }
  });
}
