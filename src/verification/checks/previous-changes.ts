/** "tăng 1,86 điểm phần trăm so với năm 2023" without last year's value: last year's report has it. */
import { largest } from '../../values/of-many.js';
import { agreement, HUNDRED, printed } from '../amount.js';
import { foundIn, type Checking } from '../checking.js';
import { factOf, factsOf, type Fact } from '../facts.js';
import type { Item, Statement } from '../reading/statement.js';
import { compareTimes } from './times.js';
import { overlap, subjectWords } from './previous-values.js';
import { absolute } from '../../values/exact-rate.js';

/** Changes that nothing in the text itself has checked, against the values of last year's report. */
export function checkPreviousChanges(checking: Checking, earlier: Checking): void {
  const there = factsOf(earlier).filter(({ item }) => item.role === 'level');
  for (const statement of checking.statements)
    for (const change of statement.items) {
      const isOpen =
        checking.ledger.stateOf(change) === 'unchecked' &&
        (change.direction !== undefined || change.kind === 'times');
      if (change.role !== 'change' || change.hedge !== undefined || !isOpen) continue;
      // "tăng 1,3%" may be points or growth: left open here, as it is where the text gives both values; "giảm một nửa" is not.
      const isWorded = !/\d/u.test(change.text);
      if (change.kind === 'percent' && !isWorded) continue;
      if (!isOfYear(checking, statement, change)) continue;
      const now = nowOf(checking, statement, change);
      const then = now === undefined ? undefined : sameThere(checking, earlier, now, there);
      if (now === undefined || then === undefined) continue;
      const basis = `${now.item.text} so với ${then.text} của ${earlier.file}`;
      if (change.kind === 'times' && then.value > 0n)
        compareTimes(checking, statement, change, { now: now.item, then, basis });
      else if (change.kind !== 'times') compare(checking, statement, change, now.item, then, basis);
    }
}

/** Compared with the last year, not with a plan or an older one. */
function isOfYear({ vocabulary }: Checking, { plain, items }: Statement, { after, kind }: Item): boolean {
  const { lists, any, pattern } = vocabulary;
  const said = pattern(
    `^[^,;.]{0,20}(?:so (?:với )?${kind === 'times' ? '|' : ''})(?:cùng kỳ )?(?:năm ((?:19|20)\\d\\d)|${any(lists.previous)})`,
  ).exec(plain.slice(after));
  if (said === null) return false;
  const latest = largest(
    items.map(({ year = 0 }) => year),
    0,
  );
  return said[1] === undefined || latest === 0 || Number(said[1]) >= latest - 1;
}

function nowOf(checking: Checking, statement: Statement, change: Item): Fact | undefined {
  const kind = change.kind === 'points' ? 'percent' : 'count';
  const lower = statement.fractions.map(({ whole }) => whole);
  const level = statement.items.findLast(
    (item) =>
      item.role === 'level' && item.kind === kind && item.start < change.start && !lower.includes(item),
  );
  return level === undefined ? undefined : factOf(statement, level, checking.vocabulary);
}

/** The one value that last year's report gives for the same; none where it gives several. */
function sameThere(
  checking: Checking,
  earlier: Checking,
  now: Fact,
  there: readonly Fact[],
): Item | undefined {
  const subject = subjectWords(checking, now);
  const alike = there
    .filter(({ item, noun }) => item.kind === now.item.kind && (item.kind === 'percent' || noun === now.noun))
    .map((fact) => ({ fact, score: overlap(subject, subjectWords(earlier, fact)) }))
    .filter(({ score }) => score >= 0.75);
  const best = largest(
    alike.map(({ score }) => score),
    0,
  );
  const [first, second] = alike.filter(({ score }) => score === best);
  return second === undefined || second.fact.item.value === first?.fact.item.value
    ? first?.fact.item
    : undefined;
}

function compare(
  checking: Checking,
  statement: Statement,
  change: Item,
  now: Item,
  then: Item,
  basis: string,
): void {
  const difference = now.value - then.value;
  const slack = now.kind === 'percent' ? (now.step + then.step) / 2n : 0n;
  const isShare = change.kind === 'percent';
  const isRight =
    difference > 0n === (change.direction === 'up') &&
    (isShare
      ? then.value > 0n && agreement(absolute(difference) * HUNDRED, then.value, change) !== 'differs'
      : agreement(absolute(difference), 1n, change, slack) !== 'differs');
  if (isRight) {
    checking.ledger.right([change, now]);
    return;
  }
  const word = difference < 0n ? 'giảm' : 'tăng';
  const unit = now.kind === 'percent' ? ' điểm phần trăm' : '';
  const parameters = {
    claim: `“${change.direction === 'up' ? 'tăng' : 'giảm'} ${change.text}”`,
    basis,
    computed: `${word} ${printed(absolute(difference), now.kind === 'percent' ? now.step : isShare ? now.step : change.step)}${unit}`,
  };
  checking.ledger.found(foundIn('verify/change-contradicts', checking, statement, change, parameters), [
    change,
    now,
  ]);
}
