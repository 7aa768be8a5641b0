/** "Cao nhất là A với 96,1%, tiếp theo là B 95,2% và C 90,8%": values that are told in their order. */
import { foundIn, type Checking } from '../checking.js';
import type { Item, Statement } from '../reading/statement.js';
import { whole as wordsOf } from '../words/vocabulary.js';

export function checkRanked(checking: Checking): void {
  for (const statement of checking.statements) {
    const list = rankedIn(checking, statement) ?? orderedIn(statement);
    if (list !== undefined) checkOrder(checking, statement, list);
  }
}

interface Ranked {
  readonly high: boolean;
  /** "các xã A, B lần lượt đạt": none is better than the first, whatever their order. */
  readonly loose?: true;
  readonly values: readonly Item[];
}

/** The best or last value and those that follow it in the same breath, behind a word of sequence. */
function rankedIn({ vocabulary }: Checking, { plain, items }: Statement): Ranked | undefined {
  const { lists, any, pattern } = vocabulary;
  const { highest, lowest, next } = lists.units;
  const best = pattern(wordsOf(any([...highest, ...lowest]))).exec(plain);
  if (best === null) return undefined;
  const behind = items.filter(({ start }) => start > best.index);
  const first = behind.find(({ kind }) => kind === 'percent' || kind === 'count');
  if (first === undefined || first.role === 'change') return undefined;
  const sequence = pattern(wordsOf(any(next)));
  const alike = behind.filter(
    (item) => item.kind === first.kind && (item.kind === 'percent' || item.noun === first.noun),
  );
  const values: Item[] = [first];
  let [isSequence, isLoose] = [false, false];
  for (const item of alike.slice(alike.indexOf(first) + 1)) {
    const between = plain.slice(values.at(-1)?.after ?? 0, item.start);
    if (/[.]|\d/u.test(between) || pattern(wordsOf(any([...highest, ...lowest]))).test(between)) break;
    if (sequence.test(between)) isSequence = true;
    else if (/(?<!\p{L})lần lượt(?!\p{L})/u.test(between)) [isSequence, isLoose] = [true, true];
    // "…, tiếp theo là B (95,2%), C (90,8%); toàn huyện đạt 92%"
    else if (!isSequence || !/^[^;]*(?:,|và)/u.test(between) || pattern(any(lists.units.whole)).test(between))
      break;
    values.push(item);
  }
  return isSequence && values.length > 1
    ? { high: highest.includes(best[0]), values, ...(isLoose ? { loose: true as const } : {}) }
    : undefined;
}

/** "theo thứ tự giảm dần: A 96,2%, B 95,8%, C 94,1%". */
function orderedIn({ plain, items }: Statement): Ranked | undefined {
  const said =
    /(?<!\p{L})(?:thứ tự )?(giảm dần|từ cao (?:xuống|đến) thấp|tăng dần|từ thấp (?:lên|đến) cao)[^\d;.]{0,60}:/u.exec(
      plain,
    );
  if (said === null) return undefined;
  const behind = items.filter(({ start }) => start > said.index);
  const first = behind[0];
  const values = behind.filter(
    (item) =>
      item.kind === first?.kind &&
      item.role === 'level' &&
      !/[.;]/u.test(plain.slice(said.index, item.start).replace(/\d[.,]\d/gu, '')),
  );
  const high = said[1]?.startsWith('giảm') === true || said[1]?.startsWith('từ cao') === true;
  return values.length > 2 ? { high, values } : undefined;
}

function checkOrder(checking: Checking, statement: Statement, { high, values, loose }: Ranked): void {
  const wrong = values.findIndex((item, index) => {
    const before = loose === true && index > 0 ? values[0] : values[index - 1];
    if (before === undefined || item.hedge !== undefined || before.hedge !== undefined) return false;
    return high ? item.value > before.value : item.value < before.value;
  });
  if (wrong === -1) {
    checking.ledger.right(values);
    return;
  }
  const [item, before] = [values[wrong], values[loose === true ? 0 : wrong - 1]];
  if (item === undefined || before === undefined) return;
  const place = wrong === 1 || loose === true ? (high ? 'cao nhất' : 'thấp nhất') : 'đứng trước';
  checking.ledger.right(values);
  const parameters = {
    claim: `${place} là ${before.text}`,
    fact: `số kể tiếp theo là ${item.text}, ${high ? 'cao' : 'thấp'} hơn`,
  };
  checking.ledger.found(foundIn('verify/extreme-untrue', checking, statement, item, parameters), [
    item,
    before,
  ]);
}
