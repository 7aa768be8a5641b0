/** What is said of two values without a size: that they are the same, or that one rose or fell from the other. */
import { foundIn, type Checking } from '../checking.js';
import { isSameNoun, type Statement } from '../reading/statement.js';
import { whole as wordsOf } from '../words/vocabulary.js';

/** "không thay đổi so với năm 2023 (12 xã)". */
export function checkSame(checking: Checking, statement: Statement): void {
  const { any, pattern, lists } = checking.vocabulary;
  const same = pattern(wordsOf(any(lists.changes.same))).exec(statement.plain);
  if (same === null) return;
  const then = statement.items.find(({ role, start }) => role === 'previous' && start > same.index);
  const lower = statement.fractions.map(({ whole }) => whole);
  const now = statement.items.findLast(
    (item) =>
      item.role === 'level' && item.start < same.index && !lower.includes(item) && item.kind === then?.kind,
  );
  if (then === undefined || now === undefined || !isSameNoun(then, now)) return;
  if (now.value === then.value) {
    checking.ledger.right([
      now,
      then,
      ...statement.fractions.filter(({ part }) => part === now).map(({ whole }) => whole),
    ]);
    return;
  }
  const parameters = {
    claim: `“${same[0]}”`,
    basis: `${now.text} so với ${then.text}`,
    computed: now.value > then.value ? 'tăng' : 'giảm',
  };
  checking.ledger.found(foundIn('verify/change-contradicts', checking, statement, then, parameters), [
    now,
    then,
  ]);
}

/** "tăng từ 152 thôn lên 125 thôn". */
export function checkMove(checking: Checking, statement: Statement): void {
  const then = statement.items.find(({ from }) => from === true);
  const now = statement.items.find(({ to }) => to === true);
  if (then === undefined || now === undefined || then.kind !== now.kind) return;
  const direction = then.direction ?? now.direction;
  const up = now.value > then.value;
  if (direction === undefined || now.value === then.value || (direction === 'up') === up) {
    checking.ledger.right([then, now]);
    return;
  }
  const claim = `“${direction === 'up' ? 'tăng' : 'giảm'} từ ${then.text} lên ${now.text}”`;
  const parameters = { claim, basis: `${now.text} so với ${then.text}`, computed: up ? 'tăng' : 'giảm' };
  checking.ledger.found(foundIn('verify/change-contradicts', checking, statement, now, parameters), [
    then,
    now,
  ]);
}

/** "cao hơn năm 2023 (82,4%)", "thấp hơn cùng kỳ năm trước (18 vụ)": by how much, the sentence does not say. */
export function checkDirection(checking: Checking, statement: Statement): void {
  const { any, pattern, lists } = checking.vocabulary;
  const { items, plain, fractions } = statement;
  const { up, down } = lists.changes;
  const compared = pattern(
    `(${wordsOf(any([...up, ...down]))}) (?:so với |mức |con số |của |cùng kỳ )*(?:năm (?:(?:19|20)\\d\\d|trước|ngoái)|${any(lists.previous)})[^,;.:\\d()]{0,20}\\($`,
  );
  for (const then of items) {
    const said = then.role === 'previous' ? compared.exec(plain.slice(0, then.start)) : null;
    const word = said?.[1];
    if (said === null || word === undefined) continue;
    const lower = fractions.map(({ whole }) => whole);
    const now = items.findLast(
      (item) =>
        item.role === 'level' && item.start < said.index && !lower.includes(item) && item.kind === then.kind,
    );
    if (now === undefined || !isSameNoun(now, then) || now.value === then.value) continue;
    const isUp = now.value > then.value;
    if (isUp === up.includes(word)) {
      checking.ledger.right([now, then]);
      continue;
    }
    const parameters = {
      claim: `“${word}”`,
      basis: `${now.text} so với ${then.text}`,
      computed: isUp ? 'tăng' : 'giảm',
    };
    checking.ledger.found(foundIn('verify/change-contradicts', checking, statement, then, parameters), [
      now,
      then,
    ]);
  }
}
