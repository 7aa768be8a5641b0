/** Parts and wholes in sentences: more parts than the whole, parts that do not add, shares over 100%. */
import { HUNDRED, printed } from '../amount.js';
import { foundIn, type Checking } from '../checking.js';
import {
  isOfWhole,
  withoutAsides,
  type Item,
  type ItemFraction,
  type Statement,
} from '../reading/statement.js';
import { compareWithWhole } from '../excess.js';
import { shorter, swaps } from '../share.js';
import { whole as wordsOf } from '../words/vocabulary.js';
import { compareSum, sumOf } from './compare-sum.js';
import { areOpposites, closed, filling } from './filled.js';
import {
  areApart,
  areInPlaces,
  areInTurns,
  areKindsBeside,
  areOwnKinds,
  areParallel,
  areUnderLabels,
  endsWithOthers,
  isBracketed,
  isDetailed,
  isEnumeration,
  isLabelled,
  isListed,
  isMoneyInAll,
  isOfNext,
  isOfAsked,
  isOneOfList,
  mayBeAll,
  measureOf,
  kindsOf,
  partsBehind,
} from './part-lists.js';
import { isIntroduced } from './share-bases.js';
import { isOfPlanAgain } from './shares-of-others.js';

export function checkParts(checking: Checking): void {
  for (const statement of checking.statements) {
    for (const fraction of statement.fractions) checkFraction(checking, statement, fraction);
    for (const item of statement.items) checkOverHundred(checking, statement, item);
    checkList(checking, statement);
  }
}

function checkFraction(checking: Checking, statement: Statement, fraction: ItemFraction): void {
  const { part, whole } = fraction;
  if (part.value <= whole.value || part.other !== undefined || part.noun !== whole.noun) return;
  if (isOfPlan(checking, statement, fraction) || part.role === 'change') return;
  compareWithWhole(checking, statement, whole, part);
}

/** 36/30 houses of the plan are no mistake. */
function isOfPlan(
  { vocabulary }: Checking,
  { items, plain }: Statement,
  { whole, part }: ItemFraction,
): boolean {
  const { any, pattern, lists } = vocabulary;
  if (part.role === 'target' || items.some(({ role }) => role === 'ofPlan')) return true;
  return pattern(`^[^;]{0,40}${wordsOf(any(lists.targets.words))}`).test(plain.slice(whole.end));
}

/** A share of a whole is 100% at most; an increase or a share of a plan may be more. */
function checkOverHundred(checking: Checking, statement: Statement, item: Item): void {
  const { ledger } = checking;
  if (item.kind !== 'percent' || item.value <= HUNDRED) return;
  if (item.role !== 'level' && item.role !== 'previous') return;
  // Next to its own fraction the share is recomputed; with an impossible fraction that fraction is what is told.
  if (ledger.stateOf(item) === 'wrong') return;
  if (statement.fractions.some(({ part, whole }) => part.value > whole.value)) return;
  // "Sáu tháng đạt 45% kế hoạch, …, cả năm ước đạt 102%": of the plan again.
  if (isOfPlanAgain(statement, item)) return;
  const tenth = item.value / 10n;
  const cause =
    tenth <= HUNDRED
      ? `có thể đặt sai dấu thập phân (${printed(tenth, item.step / 10n)}%)`
      : 'số không thể có';
  ledger.found(foundIn('verify/over-hundred', checking, statement, item, { printed: item.text, cause }), [
    item,
  ]);
}

/** "53 đơn vị, gồm 9 xã, 33 trường …", "172 thôn, trong đó …, còn lại …", "43 tập thể và 792 cá nhân, tổng cộng 835". */
function checkList(checking: Checking, statement: Statement): void {
  const { items, plain } = statement;
  const { any, pattern, lists } = checking.vocabulary;
  const { all, some, rest } = lists.parts;
  const counts = items.filter(
    ({ kind, role }) => kind === 'count' && (role === 'level' || role === 'previous'),
  );
  counts.forEach((whole, index) => {
    const next = counts[index + 1];
    if (next === undefined || isUpper(statement, whole)) return;
    // "mỗi xã 20 triệu đồng, riêng xã điểm 50 triệu đồng": what each gets is no whole.
    if (/(?<!\p{L})(?:mỗi|từng|mức) [^,;.]*$/u.test(plain.slice(0, whole.start))) return;
    const between = plain.slice(whole.after, next.start);
    if (measureOf(plain, whole) !== measureOf(plain, next)) return;
    const behind = partsBehind(statement, counts.slice(index + 1));
    if (behind.some((part) => isLower(statement, part))) return;
    const closing = pattern(`(?:${any(rest)})`).test(plain.slice(whole.after, behind.at(-1)?.start));
    const list = (closing ? closed : filling)(statement, whole, behind);
    const bracketed =
      (/^\s*\(\s*$/u.test(between) && kindsOf(statement, whole, list)) ||
      (/^\s*\([^.;\d()]{0,30}$/u.test(between) &&
        !pattern(any(some)).test(between) &&
        list.length > 1 &&
        [whole, ...list].every(({ noun }) => noun === 'đồng')) ||
      isBracketed(plain, whole, list) ||
      areParallel(plain, whole, list);
    const isAll =
      pattern(`^[^.;]{0,40}?[,:( ]\\s*(?:${any(all)})(?: có)?[^.;\\d]{0,30}$`).test(between) &&
      !isOfNext(checking.vocabulary, between);
    if (isAll || bracketed) {
      if (list.length > 1 && areAlike(whole, list)) compareSum(checking, statement, whole, list);
      else checkPart(checking, statement, whole, next);
    } else if (addsUp(checking, statement, whole, list, between)) {
      compareSum(checking, statement, whole, list);
    } else if (
      /^ trong (?:tổng )?số (?:đó|này)/u.test(plain.slice(next.after)) ||
      isOfAsked(checking.vocabulary, plain, whole, next)
    ) {
      checkPart(checking, statement, whole, next);
    } else if (pattern(`[,:;( ]\\s*(?:${any(some)})(?: có)?:?[^.;\\d]{0,30}$`).test(between)) {
      if ((closing || areAllParts(checking, statement, whole, list)) && list.length > 1)
        compareSum(checking, statement, whole, list);
      else for (const part of list) checkPart(checking, statement, whole, part);
    } else if (
      (pattern(`(?:${any(lists.parts.wholes)})\\s*$`).test(plain.slice(0, whole.start)) ||
        isIntroduced(plain.slice(0, whole.start), whole)) &&
      (next.noun === whole.noun || (next.noun === '' && areApart(checking.vocabulary, plain, list)))
    )
      if (list.length > 1 && (closing || areAllParts(checking, statement, whole, list)))
        compareSum(checking, statement, whole, list);
      else if (
        !between.includes('%') &&
        !statement.fractions.some((fraction) => fraction.whole === whole || fraction.part === next)
      )
        checkPart(checking, statement, whole, next);
  });
  checkTotal(checking, statement, counts);
}

/** Lists that name all there is, by their form. */
const addsUp = (
  checking: Checking,
  statement: Statement,
  whole: Item,
  list: readonly Item[],
  between: string,
): boolean =>
  ((isListed(between, whole) ||
    isEnumeration(statement.plain, whole, list) ||
    isDetailed(statement.plain, whole, list)) &&
    list.length > 1 &&
    areAllParts(checking, statement, whole, list)) ||
  isLabelled(statement.plain, whole, list) ||
  isMoneyInAll(statement.plain, whole, list) ||
  areInTurns(statement.plain, whole, list) ||
  areKindsBeside(statement, whole, list) ||
  areUnderLabels(statement.plain, whole, list) ||
  (areApart(checking.vocabulary, statement.plain, list) &&
    mayBeAll(whole, list) &&
    /^\s*[,;:]/u.test(between) &&
    list.every((part) => part.noun !== '' && isOfWhole(statement, whole, part))) ||
  (areOpposites(statement.plain, list) &&
    !isOneOfList(checking.vocabulary, between) &&
    list.every(({ noun }) => noun !== '' && noun === whole.noun));

/** "43 tập thể và 792 cá nhân, tổng cộng 835": behind its parts. */
function checkTotal(checking: Checking, statement: Statement, counts: readonly Item[]): void {
  const { plain } = statement;
  const { any, pattern, lists } = checking.vocabulary;
  const { sum } = lists.parts;
  const total = counts.findIndex((item) =>
    pattern(`(?:(?:${any(sum)})(?: là| có)?|\\(tổng số(?: là| có)?)\\s*$`).test(plain.slice(0, item.start)),
  );
  const whole = counts[total];
  const isFraction = whole !== undefined && (isUpper(statement, whole) || isLower(statement, whole));
  if (whole !== undefined && !isFraction && total > 1) {
    const parts = withoutAsides(statement, counts.slice(0, total), whole.start);
    // "76 giấy khen cho 28 tập thể, 31 cá nhân và 17 hộ, tổng cộng 76": told before its parts and behind them.
    const again = parts.findLastIndex(({ value }) => value === whole.value);
    compareSum(checking, statement, whole, again < parts.length - 2 ? parts.slice(again + 1) : parts);
  }
  checkOpposites(checking, statement, counts);
}

/** "1.886 hộ đủ điều kiện, 160 hộ không đủ điều kiện trên tổng số 2.046 hộ". */
function checkOpposites(checking: Checking, statement: Statement, counts: readonly Item[]): void {
  for (const { part, whole } of statement.fractions) {
    const first = counts[counts.indexOf(part) - 1];
    if (first === undefined || isLower(statement, first)) continue;
    const isSaid = [first, part, whole].every(({ noun }) => noun !== '' && noun === whole.noun);
    if (isSaid && areOpposites(statement.plain, [first, part]))
      compareSum(checking, statement, whole, [first, part]);
  }
}

const isUpper = ({ fractions }: Statement, item: Item): boolean =>
  fractions.some(({ part }) => part === item);
const isLower = ({ fractions }: Statement, item: Item): boolean =>
  fractions.some(({ part, whole }) => whole === item || part === item);

/** Parts in money of a whole in money; counts of a whole that is a count. */
const areAlike = (whole: Item, list: readonly Item[]): boolean =>
  list.every(({ noun }) => (noun === 'đồng') === (whole.noun === 'đồng'));

/** "36 trường hợp, trong đó 12 tập thể và 24 cá nhân": they add up, or would but for two digits exchanged. */
function areAllParts(
  { vocabulary, ledger: { stateOf } }: Checking,
  statement: Statement,
  whole: Item,
  list: readonly Item[],
): boolean {
  const { plain } = statement;
  if (!areAlike(whole, list) || list.some(({ hedge }) => hedge !== undefined)) return false;
  const sum = sumOf(list);
  // No money and no unit of two kinds is in two parts.
  const apart =
    whole.noun === 'đồng' ||
    // "14 nhà văn hóa, trong đó 10 thư viện, 12 sân": what a house has is beside it, and one may have both.
    (whole.noun !== 'nhà văn hóa' &&
      new Set([whole, ...list].map(({ noun }) => noun)).size === list.length + 1 &&
      list.every(({ noun }) => noun !== ''));
  const isMore =
    sum > whole.value &&
    (list.every(({ value }) => value <= whole.value) ||
      (apart && whole.noun !== 'đồng' && mayBeOf(whole, list)));
  if (isMore && (apart || areInPlaces(plain, list) || areOwnKinds(statement, whole, list))) return true;
  if (areOpposites(plain, list) || areApart(vocabulary, plain, list) || isEnumeration(plain, whole, list))
    return true;
  if (endsWithOthers(plain, whole, list)) return true;
  // Another matter begins behind a semicolon: "88 tổ đăng ký; cuối năm 83 tổ đạt".
  const isOneList = !/;/u.test(plain.slice(list[0]?.after, list.at(-1)?.start));
  // Parts that each agree with a share of their own were typed right.
  const areShares = list.every((part) => stateOf(part) === 'right');
  const slips =
    swaps(whole.value, whole.step).includes(sum) ||
    list.some(({ value, step }) =>
      [...swaps(value, step), ...shorter(value, step)].includes(value + whole.value - sum),
    );
  return sum === whole.value || (isOneList && slips && !areShares);
}

/** Of numbers many times as large something else is told. */
const mayBeOf = ({ value }: Item, list: readonly Item[]): boolean => sumOf(list) <= 2n * value;

function checkPart(checking: Checking, statement: Statement, whole: Item, part: Item): void {
  if (part.noun === whole.noun && part.noun !== '') compareWithWhole(checking, statement, whole, part);
}
