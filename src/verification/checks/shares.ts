/** Shares against their fractions, and shares that no fraction of the base can give. */
import { agreement, HUNDRED, ONE, printed, roundedTo, type Amount } from '../amount.js';
import { groupBy } from '../../values/groups.js';
import { foundIn, fractionText, type Checking } from '../checking.js';
import type { Item, Statement } from '../reading/statement.js';
import { isHonest, slackOf } from './hedges.js';
import { isSlip, recomputed, shareAgrees, shareCause } from '../share.js';
import { basesOf, isIntroduced, type Base } from './share-bases.js';
import { isOfFirstNamed } from './shares-of-others.js';

export function checkShares(checking: Checking): void {
  checking.statements.forEach((statement, index) => {
    for (const item of statement.items)
      if (
        item.kind === 'percent' &&
        (item.role === 'level' || item.role === 'previous' || item.role === 'ofPlan')
      )
        checkShare(checking, statement, item, checking.statements[index - 1]);
  });
}

function checkShare(
  checking: Checking,
  statement: Statement,
  item: Item,
  before: Statement | undefined,
): void {
  const bases = basesOf(checking, statement, item, before);
  const fitting = bases.find((base) => fits(base, item));
  if (fitting !== undefined) {
    checking.ledger.right([item, fitting.part, fitting.whole]);
    remarkTruncation(checking, statement, item, fitting);
    return;
  }
  if (isOfFirstNamed(statement, item, checking.vocabulary)) return;
  const own = bases.filter(({ part }) => part.year === item.year && (!isEarlier(item) || isEarlier(part)));
  const base = own.find(({ sure }) => sure) ?? own.find((one) => isMeant(one, item));
  if (base !== undefined) report(checking, statement, item, base);
  else if (item.role === 'level' && bases.length === 0) checkPossible(checking, statement, item);
}

/** "… đạt 68,1% (297/436 đám), tăng từ 62,4% của năm trước": the earlier share is of another fraction. */
const isEarlier = ({ role, from }: Item): boolean => role === 'previous' || from === true;

/** Words leave it open, the digits do not. */
const isMeant = ({ part, whole, asked }: Base, percent: Item): boolean =>
  percent.role !== 'ofPlan' &&
  percent.hedge === undefined &&
  [part, whole].every(({ hedge, scaled }) => hedge === undefined && scaled === undefined) &&
  isSlip({ part, whole, percent }, asked === true ? 2 : 3);

/** Any reading of the digits will do. */
function fits({ part, whole }: Base, percent: Item): boolean {
  return readingsOf(part).some((numerator) =>
    readingsOf(whole).some((denominator) => {
      if (denominator.value <= 0n) return false;
      if (percent.hedge !== undefined) return isHonest(percent, numerator.value * HUNDRED, denominator.value);
      // "cứ 10 hộ thì hơn 9 hộ đạt (92,6%)": what the share says of the ten is held against "hơn 9".
      if (part.hedge !== undefined && denominator.value <= MOST_OF_A_SAYING)
        return isHonest(part, percent.value * denominator.value, HUNDRED);
      return shareAgrees({ part: numerator, whole: denominator, percent }, slack(part, whole));
    }),
  );
}

/** People say “hơn 9 trong 10”, “gần 18 trong 20”. */
const MOST_OF_A_SAYING = 20n * ONE;

const readingsOf = (item: Item): readonly Amount[] =>
  item.other === undefined ? [item] : [item, item.other];

/** Of the share in percent, for counts that are rounded themselves. */
function slack(part: Item, whole: Item): bigint {
  const off = slackOf(part) + slackOf(whole);
  return whole.value === 0n ? 0n : (off * HUNDRED) / whole.value;
}

function remarkTruncation(checking: Checking, statement: Statement, item: Item, { part, whole }: Base): void {
  if (item.hedge !== undefined || slack(part, whole) > 0n || part.other !== undefined) return;
  if (agreement(part.value * HUNDRED, whole.value, item) === 'right') return;
  const share = { part, whole, percent: item };
  const parameters = { printed: item.text, basis: fractionText(part, whole), computed: recomputed(share) };
  checking.ledger.found(foundIn('verify/share-truncated', checking, statement, item, parameters), [
    item,
    part,
    whole,
  ]);
}

function report(checking: Checking, statement: Statement, item: Item, { part, whole }: Base): void {
  const share = { part, whole, percent: item };
  const { ledger } = checking;
  const computed = recomputed({ ...share, percent: finer(item) });
  const basis = fractionText(part, whole);
  const figures = [item, part, whole];
  if (item.hedge !== undefined && !isGross(share)) {
    const start = Math.max(0, statement.plain.lastIndexOf(' ', item.start - 2) + 1);
    const claim = statement.shown.slice(start, item.end);
    ledger.found(
      foundIn('verify/hedge-contradicts', checking, statement, item, { claim, basis, computed }),
      figures,
    );
    return;
  }
  if (item.role === 'ofPlan' && whole.role === 'previous') {
    const claim = `“bằng ${item.text}”`;
    const compared = { claim, basis: `${part.text} so với ${whole.text}`, computed: `bằng ${computed}` };
    ledger.found(foundIn('verify/change-contradicts', checking, statement, item, compared), figures);
    return;
  }
  if (item.role === 'ofPlan') {
    const claim = `đạt ${item.text} kế hoạch`;
    const fact = `${basis} là ${computed}`;
    ledger.found(foundIn('verify/target-contradicts', checking, statement, item, { claim, fact }), figures);
    return;
  }
  // More parts than the whole is said by its own check.
  if (part.value > whole.value && part.noun === whole.noun) return;
  const cause = shareCause(share, totalsOf(checking, part));
  const parameters = { printed: item.text, basis, computed, cause };
  ledger.found(foundIn('verify/share-differs', checking, statement, item, parameters), figures);
}

const finer = ({ value, step }: Amount): Amount => ({ value, step: step > ONE / 100n ? ONE / 100n : step });

/** So far off that the hedge is not what is wrong. */
const isGross = ({ part, whole, percent }: Parameters<typeof recomputed>[0]): boolean =>
  whole.value > 0n &&
  (roundedTo(part.value * HUNDRED, whole.value, ONE) - percent.value) ** 2n > (40n * ONE) ** 2n;

/** Other whole numbers that the text gives for the same kind of thing. */
function totalsOf({ statements }: Checking, { noun, value }: Item): readonly Amount[] {
  const counted = countsOf.get(statements) ?? countsByNoun(statements);
  countsOf.set(statements, counted);
  const totals: Item[] = [];
  for (const item of counted.get(noun) ?? []) {
    if (item.value > value) totals.push(item);
    if (totals.length >= MOST_TOTALS) break;
  }
  return totals;
}

/** Of more numbers that could be meant none explains anything. */
const MOST_TOTALS = 200;

/** Made once for a text: every wrong share asks. */
const countsOf = new WeakMap<readonly Statement[], ReadonlyMap<Item['noun'], readonly Item[]>>();

const countsByNoun = (statements: readonly Statement[]): ReadonlyMap<Item['noun'], readonly Item[]> =>
  groupBy(
    statements.flatMap(({ items }) => items.filter(({ kind }) => kind === 'count')),
    ({ noun }) => noun,
  );

/** "97% of 12 villages": no whole number gives it. */
function checkPossible(checking: Checking, statement: Statement, item: Item): void {
  const whole = onlyBase(checking, statement, item);
  if (whole === undefined || item.hedge !== undefined || item.value > HUNDRED || slackOf(whole) > 0n) return;
  const low = (item.value * whole.value) / HUNDRED / ONE;
  const parts = [low, low + 1n].map((count) => ({ value: count * ONE, step: ONE }));
  const possible = parts.some((part) => shareAgrees({ part, whole, percent: item }));
  if (possible) {
    checking.ledger.right([item, whole]);
    return;
  }
  const nearest = parts
    .filter(({ value }) => value <= whole.value)
    .map(
      (part) =>
        `${printed(part.value)}/${whole.text} là ${recomputed({ part, whole, percent: finer(item) })}`,
    )
    .join(', ');
  const parameters = { printed: item.text, base: statement.shown.slice(whole.start, whole.after), nearest };
  checking.ledger.found(foundIn('verify/share-impossible', checking, statement, item, parameters), [
    item,
    whole,
  ]);
}

/** "97% trong tổng số 12 thôn", "Xã có 12 thôn, trong đó 97% số thôn", "Trong số 11 ấp, 95% …". */
function onlyBase({ vocabulary }: Checking, { plain, items }: Statement, item: Item): Item | undefined {
  const { any, pattern, lists } = vocabulary;
  const { wholes, some } = lists.parts;
  const index = items.indexOf(item);
  const next = items[index + 1];
  const last = items[index - 1];
  if (next?.kind === 'count' && /^ trong (?:tổng )?số $/u.test(plain.slice(item.end, next.start)))
    return next;
  const isCount = (other: Item | undefined): other is Item => other?.kind === 'count' && other.noun !== '';
  if (next?.kind === 'count' && /^ (?:trong|của|trên) $/u.test(plain.slice(item.end, next.start)))
    return next;
  if (
    isCount(next) &&
    pattern(`^[^,;.()]{0,30}(?:${any(wholes)})\\s*$`).test(plain.slice(item.end, next.start))
  )
    return next;
  if (!isCount(last)) return undefined;
  const between = plain.slice(last.after, item.start);
  const right = plain.slice(item.end);
  const left = plain.slice(0, last.start);
  const introduced = pattern(`(?:${any(wholes)})\\s*$`).test(left) || isIntroduced(left, last);
  // "Trong 15 câu lạc bộ được hỗ trợ, 86,7% hoạt động tốt"
  const isOpen =
    introduced && /,\s*(?:có |đã có )?$/u.test(between) && vocabulary.nounAt(right) === undefined;
  const sameNoun =
    item.noun === '' ? isOpen || /^\s*(?:$|[.,;)]|đạt|có)/u.test(right) : item.noun === last.noun;
  const follows = pattern(`,\\s*(?:${any(some)})(?: có)?\\s*$`).test(between);
  // Xã có 7 thôn, 85,7% số thôn có …
  const saidAgain =
    (/^\s*số /u.test(right) && /^ (?:của|ở|thuộc|tại) [^,;.\d]{1,25} (?:có|đã có|thì có) $/u.test(between)) ||
    (/^\s*số /u.test(right) &&
      /^\s*,\s*(?:(?:song|nhưng|mà|thì|và|trong khi|đến nay|hiện nay|năm nay|nay|hiện|đến hết năm|cuối năm|có|mới|đã)(?: có)?\s*)*$/u.test(
        between,
      )) ||
    (item.noun !== '' &&
      /^[^,;.()]{0,20}(?:[,;]| và)\s*(?:(?:đến nay|hiện nay|nay|hiện|đã|có)\s*)*$/u.test(between));
  if (isRateOf(vocabulary, between, last)) return last;
  return sameNoun && (follows || saidAgain || (introduced && /^[^;.()]{0,40}$/u.test(between)))
    ? last
    : undefined;
}

/** "… 13 xã, thị trấn; tỷ lệ xã, thị trấn có thiết chế là 84,6%": the rate is of what was just counted. */
function isRateOf(
  { nounPattern, nounKey, lists, any, pattern }: Checking['vocabulary'],
  between: string,
  whole: Item,
): boolean {
  const of = /^\s*[,;] (?:trong đó )?tỷ lệ (?:số )?(.*)$/u.exec(between)?.[1];
  const noun = of === undefined ? undefined : nounPattern.exec(of)?.[1];
  return (
    of !== undefined &&
    (noun === undefined ? of.startsWith(`${whole.noun} `) : nounKey(noun) === whole.noun) &&
    !pattern(any(lists.units.whole)).test(of) &&
    /(?:đạt|là|chiếm|bằng)\s*$/u.test(of)
  );
}
