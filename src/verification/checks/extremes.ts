/** The best and the last unit in sentences: against the whole, against each other, "cả 13/14", "còn 02 xã chưa có". */
import { ONE, printed } from '../amount.js';
import { foundIn, fractionText, type Checking } from '../checking.js';
import { isOverall, type Item, type ItemFraction, type Statement } from '../reading/statement.js';
import { whole as wordsOf } from '../words/vocabulary.js';
import { contentWords } from '../words/content-words.js';

export function checkExtremes(checking: Checking): void {
  let overall: Item | undefined;
  let block = -1;
  checking.statements.forEach((statement) => {
    if (statement.block !== block) overall = undefined;
    block = statement.block;
    for (const item of statement.items) {
      if (isOverall(item) && item.kind === 'percent') overall = item;
      const whole = overall ?? wholeBehind(checking, statement);
      if (item.role === 'extreme' && item.kind === 'percent' && whole !== undefined)
        againstWhole(checking, statement, item, whole);
    }
    againstEachOther(checking, statement);
    checkAll(checking, statement);
    checkRest(checking, statement);
  });
}

/** "Cao nhất là …, thấp nhất là …; toàn huyện đạt 90,6%". */
function wholeBehind({ vocabulary }: Checking, { items, plain }: Statement): Item | undefined {
  const { lists, any, pattern } = vocabulary;
  const { whole, average } = lists.units;
  const called = pattern(`${wordsOf(any([...whole, ...average]))}[^,;.()]*$`);
  return items.find(
    (item) => isOverall(item) && item.kind === 'percent' && called.test(plain.slice(0, item.start)),
  );
}

/** A mean lies between the lowest and the highest. */
function againstWhole(checking: Checking, statement: Statement, item: Item, overall: Item): void {
  const high = item.extreme === 'high';
  const untrue = high ? item.value + item.step <= overall.value : item.value >= overall.value + item.step;
  if (!untrue) {
    checking.ledger.right([item, overall]);
    return;
  }
  const parameters = {
    claim: `${high ? 'cao nhất' : 'thấp nhất'} là ${item.text}`,
    fact: `tỷ lệ chung là ${overall.text}`,
  };
  checking.ledger.found(foundIn('verify/extreme-untrue', checking, statement, item, parameters), [item]);
}

function againstEachOther(checking: Checking, statement: Statement): void {
  const extremes = statement.items.filter(({ role, kind }) => role === 'extreme' && kind === 'percent');
  const high = extremes.find(({ extreme }) => extreme === 'high');
  const low = extremes.find(({ extreme }) => extreme === 'low');
  if (high === undefined || low === undefined) return;
  if (high.value >= low.value) {
    checking.ledger.right([high, low]);
    return;
  }
  const parameters = { claim: `cao nhất là ${high.text}`, fact: `đơn vị thấp nhất lại có ${low.text}` };
  checking.ledger.found(foundIn('verify/extreme-untrue', checking, statement, high, parameters), [high, low]);
}

/** "Cả 13/14 xã", "100% số xã (7/8 xã)". */
function checkAll(checking: Checking, statement: Statement): void {
  const { any, lists, pattern } = checking.vocabulary;
  const all = pattern(`${wordsOf(any(lists.units.all))}\\s*$`);
  const full = /100%[^\d;.()]*\(\s*$/u;
  for (const fraction of statement.fractions) {
    const left = statement.plain.slice(0, fraction.part.start);
    const isSaid = all.test(left) || full.test(left);
    if (!isSaid || fraction.part.role === 'coverage') continue;
    const { part, whole } = fraction;
    if (part.value === whole.value) checking.ledger.right([part, whole]);
    else if (part.value < whole.value) {
      const claim = `“${statement.shown.slice(Math.max(0, left.trimEnd().lastIndexOf(' ') + 1), whole.after)}” như là tất cả`;
      const fact = `${fractionText(part, whole)} chưa phải tất cả, còn ${printed(whole.value - part.value)}`;
      checking.ledger.found(foundIn('verify/unit-count-untrue', checking, statement, part, { claim, fact }), [
        part,
        whole,
      ]);
    }
  }
}

/** "11/12 xã có …; còn 02 xã chưa có …": only where what is missing is what the fraction counts. */
function checkRest(checking: Checking, statement: Statement): void {
  const { plain, items, fractions } = statement;
  items.forEach((item, index) => {
    if (item.kind !== 'count') return;
    const missing = /^ chưa (?:có |được |đạt )?([^,;.]+)/u.exec(plain.slice(item.after))?.[1];
    const isLeft = /(?<!\p{L})còn(?: lại)?\s*$/u.test(plain.slice(0, item.start));
    if (!isLeft && !isDenied(statement, item, items[index - 1], missing)) {
      markRest(checking, statement, item, items.slice(0, index));
      return;
    }
    // "Còn 3 thôn chưa có … trong khi 14/17 thôn đã xây xong"
    const later = fractions.find(
      ({ part }) =>
        part.start > item.start &&
        part.noun === item.noun &&
        /(?<!\p{L})(?:trong khi|còn)(?: đã có)?\s*$/u.test(plain.slice(item.after, part.start)),
    );
    const fraction =
      later ??
      fractions.find(
        ({ part, whole }) => whole.start < item.start && part.noun === item.noun && part.role === 'level',
      );
    if (missing === undefined || fraction === undefined) return;
    if (isLeft && later === undefined && !saysSame(checking, statement, fraction, missing)) return;
    const rest = fraction.whole.value - fraction.part.value;
    if (rest === item.value) {
      checking.ledger.right([item, fraction.part, fraction.whole]);
      return;
    }
    const parameters = {
      claim: `còn ${item.text} đơn vị`,
      fact: `${fractionText(fraction.part, fraction.whole)} thì còn ${printed(rest, ONE)}`,
    };
    checking.ledger.found(foundIn('verify/unit-count-untrue', checking, statement, item, parameters), [
      item,
      fraction.part,
      fraction.whole,
    ]);
  });
}

/** "12/16 xã hoàn thành, bốn xã chưa hoàn thành": the same verb, right behind the fraction. */
function isDenied(
  { plain, fractions }: Statement,
  item: Item,
  last: Item | undefined,
  missing: string | undefined,
): boolean {
  const fraction = fractions.find(({ whole }) => whole === last);
  if (fraction === undefined || missing === undefined || item.noun !== fraction.part.noun) return false;
  const said = /^ (?:đã |được |có |đạt )*([^,;.]+)/u.exec(plain.slice(fraction.whole.after))?.[1] ?? '';
  const verb = missing.split(' ').slice(0, 2).join(' ');
  return verb !== '' && said.startsWith(verb);
}

/** "…, trong đó 1.640 thôn có nhà văn hóa; 99 thôn chưa có nhà văn hóa": the rest without "còn" may be right, never wrong. */
function markRest(checking: Checking, { plain }: Statement, item: Item, before: readonly Item[]): void {
  if (!/^[^,;.]{0,30}? (?:chưa|không) /u.test(plain.slice(item.after))) return;
  const counts = before.filter(({ kind, noun }) => kind === 'count' && noun === item.noun);
  const [whole, part] = [counts.at(-2), counts.at(-1)];
  if (whole === undefined || part === undefined) return;
  const [high, low] = whole.value > part.value ? [whole, part] : [part, whole];
  if (high.value - low.value === item.value) checking.ledger.right([item, whole, part]);
}

function saysSame(
  checking: Checking,
  { plain }: Statement,
  { whole }: ItemFraction,
  missing: string,
): boolean {
  const said = /^[^,;.]*/u.exec(plain.slice(whole.after))?.[0].trim() ?? '';
  const counted = contentWords(said, checking.vocabulary);
  const wanted = contentWords(missing, checking.vocabulary);
  // "được công nhận", "chưa được công nhận": words that say little still say the same.
  if (wanted.size === 0) return said.endsWith(missing.trim());
  return wanted.size > 0 && [...wanted].every((word) => counted.has(word));
}
