/** Changes against the two values they lie between, and against targets; points called percent; targets called reached. */
import { agreement, HUNDRED, ONE, printed, roundedTo } from '../amount.js';
import { foundIn, type Checking } from '../checking.js';
import { contentWords } from '../words/content-words.js';
import { isHonest } from './hedges.js';
import { checkDirection, checkMove, checkSame } from './moves.js';
import { checkTimes } from './times.js';
import { clauseOf } from '../reading/clause.js';
import { isOverall, isSameNoun, type Item, type Statement } from '../reading/statement.js';
import { whole as wordsOf } from '../words/vocabulary.js';
import { absolute } from '../../values/exact-rate.js';

export function checkChanges(checking: Checking): void {
  checking.statements.forEach((statement, index) => {
    const before = checking.statements
      .slice(Math.max(0, index - 3), index)
      .filter(({ block }) => block === statement.block);
    for (const change of statement.items)
      if (change.role === 'change' && change.kind === 'times') checkTimes(checking, statement, change);
      else if (change.role === 'change') checkChange(checking, statement, change, before);
    checkSame(checking, statement);
    checkMove(checking, statement);
    checkDirection(checking, statement);
  });
}

interface Ends {
  readonly now: Item;
  readonly then: Item;
  /** The change is told as a difference from the target. */
  readonly target: boolean;
}

function checkChange(
  checking: Checking,
  statement: Statement,
  change: Item,
  before: readonly Statement[],
): void {
  const items = clauseOf(checking.vocabulary, statement, change);
  const isOwn = items !== statement.items;
  const ends = endsOf(checking, { ...statement, items }, change, isOwn ? [] : before);
  if (ends === undefined) return;
  const { now, then, target } = ends;
  const { ledger } = checking;
  const figures = [change, now, then];
  const difference = now.value - then.value;
  const slack = roundingOf(now, then);
  const down = change.direction === 'down';
  const turned = change.direction !== undefined && difference !== 0n && difference < 0n !== down;
  const plain =
    agreement(absolute(difference), 1n, change, slack) !== 'differs' || isNear(change, difference);
  if (change.kind === 'percent' && now.kind === 'percent') {
    if (!turned && plain) {
      const gap = `${printed(absolute(difference), change.step)} điểm phần trăm`;
      const fact = `${now.text} so với ${then.text} là chênh ${gap}`;
      ledger.found(
        foundIn('verify/points-called-percent', checking, statement, change, { printed: change.text, fact }),
        [change],
      );
      ledger.right([now, then]);
      return;
    }
    if (!turned && relative(change, now, then)) {
      ledger.right(figures);
      return;
    }
  } else if (change.kind === 'percent') {
    if (!turned && relative(change, now, then)) {
      ledger.right(figures);
      return;
    }
  } else if (!turned && plain) {
    ledger.right(figures);
    return;
  }
  reportChange(checking, statement, change, { now, then, target });
}

/** "tăng gần 400 hộ" of 412. */
const isNear = (change: Item, difference: bigint): boolean =>
  change.hedge !== undefined && absolute(absolute(difference) - change.value) * 20n <= change.value;

/** What rounding of the two values leaves open. */
const roundingOf = (now: Item, then: Item): bigint =>
  [now, then].reduce(
    (sum, { step, kind, scaled, role }) =>
      sum + (role !== 'target' && (kind !== 'count' || scaled === true) ? step / 2n : 0n),
    0n,
  );

/** Growth in percent of the earlier value. */
function relative(change: Item, now: Item, then: Item): boolean {
  const grown = absolute(now.value - then.value) * HUNDRED;
  if (then.value <= 0n) return false;
  return agreement(grown, then.value, change) !== 'differs' || isHedged(change, grown, then.value);
}

/** "giảm hơn một nửa, từ 46 vụ xuống 20 vụ"; a fraction in words is far from exact. */
function isHedged(change: Item, grown: bigint, base: bigint): boolean {
  if (change.hedge === undefined) return false;
  const isWorded = !/\d/u.test(change.text);
  const off = absolute(grown - change.value * base);
  const reach = (isWorded ? 10n : change.step < ONE ? 1n : 3n) * ONE * base;
  return off <= reach && (isWorded ? isHonestSide(change, grown, base) : isHonest(change, grown, base));
}

const isHonestSide = ({ hedge, value }: Item, grown: bigint, base: bigint): boolean =>
  hedge === 'near' || hedge === 'below' ? grown <= value * base : hedge !== 'above' || grown >= value * base;

/** How many percent of the base, to the step of what was said; a fraction in words is loose, its share is told as it is. */
function percentText(size: bigint, base: bigint, said: bigint): string {
  const isWhole = base <= 0n || (size * HUNDRED) % (base * ONE) === 0n;
  const step = said <= ONE ? said : isWhole ? ONE : ONE / 10n;
  return printed(base > 0n ? roundedTo(size * HUNDRED, base, step) : 0n, step);
}

function reportChange(
  checking: Checking,
  statement: Statement,
  change: Item,
  { now, then, target }: Ends,
): void {
  const { any, lists, pattern } = checking.vocabulary;
  const difference = now.value - then.value;
  const start = statement.plain
    .slice(0, change.start)
    .search(pattern(`${wordsOf(any([...lists.changes.up, ...lists.changes.down]))}[^,;.]*$`));
  const claim = `“${statement.shown.slice(start < 0 ? change.start : start, change.after)}”`;
  const word = difference < 0n ? 'giảm' : 'tăng';
  const size = absolute(difference);
  const step = now.kind === 'percent' ? (now.step < then.step ? now.step : then.step) : change.step;
  const computed =
    now.kind === 'percent'
      ? `${target ? (difference < 0n ? 'thấp hơn' : 'cao hơn') : word} ${printed(size, step)} điểm phần trăm`
      : change.kind === 'percent'
        ? `${word} ${percentText(size, then.value, change.step)}%`
        : `${word} ${printed(size, step > ONE ? ONE : step)}`;
  if (target) {
    const fact = `${now.text} so với chỉ tiêu ${then.text} là ${computed}`;
    checking.ledger.found(
      foundIn('verify/target-contradicts', checking, statement, change, { claim, fact }),
      [change, now, then],
    );
    return;
  }
  const basis = `${now.text} so với ${then.text}`;
  checking.ledger.found(
    foundIn('verify/change-contradicts', checking, statement, change, { claim, basis, computed }),
    [change, now, then],
  );
}

/** The two values a change lies between: from the words of comparison, nearest first. */
function endsOf(
  { vocabulary }: Checking,
  statement: Statement,
  change: Item,
  before: readonly Statement[],
): Ends | undefined {
  const { items, plain } = statement;
  const kind = change.kind === 'count' ? 'count' : 'percent';
  const fits = (item: Item): boolean =>
    item !== change &&
    (change.kind === 'percent' ? item.kind === kind || item.kind === 'count' : item.kind === kind) &&
    (kind === 'percent' || isSameNoun(item, change));
  const pair = items.find(({ from }) => from === true);
  const next = items.find(({ to }) => to === true);
  if (pair !== undefined && next !== undefined && fits(next))
    return isOfAnother(vocabulary, plain, next, change)
      ? undefined
      : { now: next, then: pair, target: false };
  const then = thenOf(statement, change, fits);
  const two =
    then === undefined
      ? (twoBefore(statement, change, fits) ?? twoBehind(statement, change, fits))
      : undefined;
  if (two !== undefined) return two;
  if (then === undefined) {
    const goals = items.filter((item) => item.role === 'target' && fits(item));
    const goal = goals.find(({ start }) => start > change.start) ?? goals.at(-1);
    const after = plain.slice(change.end, goal?.start);
    const said =
      goal !== undefined && goal.start > change.start
        ? after
        : plain.slice(goal === undefined ? change.end : 0);
    const compared = vocabulary.pattern(wordsOf(vocabulary.any(vocabulary.lists.targets.words))).test(said);
    const now = nowOf(statement, change, fits, before, true);
    return goal === undefined || now === undefined || !compared
      ? undefined
      : { now, then: goal, target: true };
  }
  const now = nowOf(statement, change, (item) => fits(item) && item.kind === then.kind, before, false);
  return now === undefined ? undefined : { now, then, target: false };
}

/** "gây rối giảm từ 24 vụ còn 9 vụ, phạm pháp hình sự giảm 3 vụ": words of its own say what else changed. */
function isOfAnother(vocabulary: Checking['vocabulary'], plain: string, to: Item, change: Item): boolean {
  if (change.start < to.after) return false;
  const { lists, any, every } = vocabulary;
  const clause = /[^,;(]*$/u.exec(plain.slice(to.after, change.start))?.[0] ?? '';
  const moved = every(wordsOf(any([...lists.changes.up, ...lists.changes.down, ...lists.changes.filler])));
  const before = contentWords(plain.slice(0, to.after), vocabulary);
  const own = [...contentWords(clause.replace(moved, ' '), vocabulary)].filter((word) => !before.has(word));
  return own.length > 2;
}

/** "… đạt 34,45%; năm 2020 là 33,29%, tăng …": two values of two times; the direction tells which was first. */
function twoBefore(
  { items, fractions }: Statement,
  change: Item,
  fits: (item: Item) => boolean,
): Ends | undefined {
  const lower = fractions.map(({ whole }) => whole);
  const levels = items.filter(
    (item) => item.role === 'level' && item.start < change.start && fits(item) && !lower.includes(item),
  );
  const [first, second] = levels;
  if (levels.length !== 2 || first === undefined || second === undefined || first.kind !== second.kind)
    return undefined;
  if (first.year === second.year || change.direction === undefined) return undefined;
  const isRising = first.value < second.value === (change.direction === 'up');
  return isRising ? { now: second, then: first, target: false } : { now: first, then: second, target: false };
}

/** "So cùng kỳ, số vụ giảm 5 vụ (12 vụ/17 vụ)": now and then, parted by a stroke. */
function twoBehind(
  { fractions, plain }: Statement,
  change: Item,
  fits: (item: Item) => boolean,
): Ends | undefined {
  const pair = fractions.find(({ part }) =>
    /^[^,;.()\d]*\(\s*$/u.test(plain.slice(change.after, part.start)),
  );
  const isCompared = /so (?:với )?(?:cùng kỳ|năm|kỳ)/u.test(plain.slice(0, change.start));
  if (pair === undefined || !isCompared || !fits(pair.part) || !fits(pair.whole)) return undefined;
  return { now: pair.part, then: pair.whole, target: false };
}

/** The earlier value nearest to the change: behind it in the same part of the sentence, else before it. */
function thenOf({ items, plain }: Statement, change: Item, fits: (item: Item) => boolean): Item | undefined {
  const earlier = items.filter((item) => item.role === 'previous' && item.from !== true && fits(item));
  const behind = earlier.find(
    (item) =>
      item.start > change.start && !/;(?! (?:năm|cùng kỳ))/u.test(plain.slice(change.end, item.start)),
  );
  return behind ?? earlier.findLast((item) => item.start < change.start);
}

/** The value now: the last before the change; one behind the change only where nothing else is compared. */
function nowOf(
  { items, fractions, plain }: Statement,
  change: Item,
  fits: (item: Item) => boolean,
  before: readonly Statement[],
  behind: boolean,
): Item | undefined {
  const levels = (list: readonly Item[], lower: readonly Item[]): readonly Item[] =>
    list.filter((item) => isOverall(item) && fits(item) && !lower.includes(item));
  const here = levels(
    items,
    fractions.map(({ whole }) => whole),
  );
  // Behind a semicolon stand values of others: of units, each beside the target.
  const next = behind && !plain.slice(change.end, here[0]?.start).includes(';') ? here[0] : undefined;
  const last = here.findLast((item) => item.start < change.start) ?? next;
  if (last !== undefined) return last;
  // "giảm 8 vụ, còn 13 vụ (năm 2023 là 21 vụ)"
  const reached = here.find(
    ({ start }) =>
      start > change.start &&
      /^[,\s]*(?:xuống |nâng )?(?:còn|lên|đạt|thành|(?:hiện|nay) (?:có|là))\s*$/u.test(
        plain.slice(change.after, start),
      ),
  );
  if (reached !== undefined) return reached;
  const said = before.flatMap((one) =>
    levels(
      one.items,
      one.fractions.map(({ whole }) => whole),
    ),
  );
  const candidates = new Set(said.map(({ value }) => value));
  return change.kind === 'count' && candidates.size !== 1 ? undefined : said.at(-1);
}
