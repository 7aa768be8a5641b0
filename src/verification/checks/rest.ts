/** "Trong 74 di tích, 51 đã xếp hạng (68,9%), còn lại 23 …": what is left of a whole when its parts are taken away. */
import { printed } from '../amount.js';
import { foundIn, type Checking } from '../checking.js';
import {
  isOfWhole,
  withoutAsides,
  type Item,
  type ItemFraction,
  type Statement,
} from '../reading/statement.js';
import { contentWords } from '../words/content-words.js';
import { whole as wordsOf } from '../words/vocabulary.js';
import { mayBeAll, partsBehind } from './part-lists.js';
import { areShuffled } from '../share.js';
import { compareSum } from './compare-sum.js';
import { isIntroduced } from './share-bases.js';

export function checkRests(checking: Checking): void {
  const { lists, any, pattern } = checking.vocabulary;
  const rest = pattern(`${wordsOf(any(lists.parts.rest))}(?: là| có)?\\s*$`);
  for (const statement of checking.statements)
    for (const item of statement.items) {
      const [left, right] = [statement.plain.slice(0, item.start), statement.plain.slice(item.after)];
      const denied = /[,;(]\s*(?:vẫn )?còn\s*$/u.test(left)
        ? /^ (?:chưa|không) ([^,;.()\d]+)/u.exec(right)?.[1]
        : undefined;
      const fraction = fractionBefore(statement, item);
      const isRest =
        rest.test(left) ||
        /^ còn lại(?!\p{L})/u.test(right) ||
        (denied !== undefined && isDeniedOf(checking, statement, fraction?.whole, item, denied));
      if (item.kind === 'count' && item.hedge === undefined && !isRest && /[,;]\s*còn\s*$/u.test(left))
        checkLeftOver(checking, statement, item);
      if (item.kind === 'count' && item.hedge === undefined && isRest) {
        if (fraction === undefined) checkRest(checking, statement, item);
        else compareRest(checking, statement, fraction.whole, [fraction.part], item);
      }
    }
  for (const statement of checking.statements) checkWholeBehind(checking, statement);
}

/** "57/64 thôn đạt danh hiệu, còn 12 thôn chưa có nhà văn hóa": what is missed there is another thing. */
function isDeniedOf(
  { vocabulary }: Checking,
  { plain }: Statement,
  whole: Item | undefined,
  item: Item,
  denied: string,
): boolean {
  if (whole === undefined) return true;
  const said = plain.slice(whole.after, item.start);
  const there = new Set(said.match(/\p{L}+/gu));
  const [word = ''] = denied.match(/\p{L}+/u) ?? [];
  return there.has(word) && [...contentWords(denied, vocabulary)].every((one) => there.has(one));
}

/** "Với 46 điểm ở xã, 38 điểm ở phường và 12 điểm ở thị trấn, toàn huyện có 96 điểm": one place after the other, then all. */
function checkWholeBehind(checking: Checking, statement: Statement): void {
  const { lists, any, pattern } = checking.vocabulary;
  const { items, plain } = statement;
  const counts = items.filter(({ kind, role }) => kind === 'count' && role === 'level');
  const whole = counts.at(-1);
  const parts = withoutAsides(statement, counts.slice(0, -1), whole?.start ?? 0);
  if (whole === undefined || parts.length < 2 || counts.length !== items.length) return;
  if (whole.noun === 'đồng' && parts.every(({ noun }) => noun === 'đồng')) {
    const isTotal = /(?<!\p{L})tổng(?: \p{L}+){0,4}(?: là| đạt| lên|:)\s*$/u.test(
      plain.slice(parts.at(-1)?.end, whole.start),
    );
    if (isTotal && [whole, ...parts].every(({ hedge }) => hedge === undefined) && mayBeAll(whole, parts))
      compareSum(checking, statement, whole, parts);
    return;
  }
  const called = pattern(`${wordsOf(any(lists.units.whole))}(?: hiện)?(?: có| là| đạt)\\s*$`);
  const isPlaced = ({ after }: Item): boolean =>
    /^ (?:\p{L}+ ){0,3}(?:ở|tại|thuộc|của) /u.test(plain.slice(after));
  if (!called.test(plain.slice(0, whole.start)) || whole.noun === '') return;
  if (!parts.every((part) => part.noun === whole.noun && part.hedge === undefined && isPlaced(part))) return;
  if (mayBeAll(whole, parts)) compareSum(checking, statement, whole, parts);
}

/** "18/19 thôn (94,7%), còn lại 01 thôn": the fraction right before, of the same things and with nothing else between. */
function fractionBefore({ items, fractions, plain }: Statement, item: Item): ItemFraction | undefined {
  const last = items.findLast(({ kind, start }) => kind === 'count' && start < item.start);
  const fraction = fractions.find(({ whole }) => whole === last);
  if (fraction === undefined || /\.\s/u.test(plain.slice(fraction.whole.end, item.start))) return undefined;
  const { part, whole } = fraction;
  const isOne =
    part.role === 'level' &&
    // "3,2/4,5 tỷ đồng": what the one is printed in is said of the other.
    [part, whole, item].every(({ scaled }) => scaled === undefined) &&
    (item.noun === '' || item.noun === whole.noun || item.noun === part.noun);
  return isOne && part.value <= whole.value && part.other === undefined ? fraction : undefined;
}

function checkRest(checking: Checking, statement: Statement, item: Item): void {
  const { lists, any, pattern } = checking.vocabulary;
  const { items, plain } = statement;
  const counts = items.filter(
    ({ kind, role, start }) => kind === 'count' && role === 'level' && start < item.start,
  );
  const introduced = pattern(`(?:${any(lists.parts.wholes)})\\s*$`);
  const at = counts.findLastIndex(({ start }, index) => {
    const left = plain.slice(0, start);
    return introduced.test(left) || isIntroduced(left, counts[index] ?? item);
  });
  const whole = counts[at];
  const parts = withoutAsides(statement, counts.slice(at + 1), item.start);
  if (whole === undefined || parts.length === 0) return;
  const isOne = (other: Item): boolean =>
    other.hedge === undefined && other.scaled === undefined && isOfWhole(statement, whole, other);
  if (![...parts, item].every(isOne) || /[.]\s/u.test(plain.slice(whole.end, item.start))) return;
  if (statement.fractions.some(({ part, whole: base }) => parts.includes(part) || parts.includes(base)))
    return;
  compareRest(checking, statement, whole, parts, item);
}

/** "Trong số 318 vụ, hòa giải thành 291 vụ, còn 27 vụ chuyển …": some of the rest at least; more than it cannot be left. */
function checkLeftOver(checking: Checking, statement: Statement, item: Item): void {
  const { lists, any, pattern } = checking.vocabulary;
  const { items, plain } = statement;
  const introduced = pattern(`(?:${any(lists.parts.wholes)})\\s*$`);
  const [whole, part, other] = items.filter(({ start, kind }) => start <= item.start && kind === 'count');
  if (whole === undefined || part === undefined || other !== item || items.indexOf(item) !== 2) return;
  if (!introduced.test(plain.slice(0, whole.start)) || part.role !== 'level') return;
  if (part.hedge !== undefined || !isOfWhole(statement, whole, part) || !isOfWhole(statement, whole, item))
    return;
  const rest = whole.value - part.value;
  if (rest < 0n || fractionBefore(statement, item) !== undefined) return;
  if (rest === item.value) checking.ledger.right([whole, part, item]);
  else if (item.value > rest || areShuffled(item, rest))
    compareRest(checking, statement, whole, [part], item);
}

function compareRest(
  checking: Checking,
  statement: Statement,
  whole: Item,
  parts: readonly Item[],
  item: Item,
): void {
  // "…; còn lại 5 thôn chưa đạt và 2 thôn không đăng ký"
  const counts = statement.items.filter(({ kind, start }) => kind === 'count' && start >= item.start);
  const more = partsBehind(statement, counts).slice(1);
  const sum = parts.reduce((total, { value }) => total + value, item.value);
  const figures = [whole, ...parts, item];
  const goesOn = more.some(({ noun }) => noun === item.noun || noun === '');
  const all = more.reduce((total, { value }) => total + value, sum);
  if (sum === whole.value || (goesOn && all === whole.value)) {
    checking.ledger.right(sum === whole.value ? figures : [...figures, ...more]);
    return;
  }
  if (goesOn || checking.ledger.stateOf(whole) === 'wrong') return;
  const parameters = {
    whole: whole.text,
    sum: printed(sum),
    parts: [...parts, item].map(({ text }) => text).join(' + '),
    cause: `còn lại phải là ${printed(whole.value - (sum - item.value))}`,
  };
  checking.ledger.found(foundIn('verify/parts-do-not-add', checking, statement, item, parameters), figures);
}
