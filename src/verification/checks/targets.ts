/** Targets that are called reached or missed, against the result they are said of. */
import { foundIn, type Checking } from '../checking.js';
import { isOverall, type Item, type Statement } from '../reading/statement.js';
import { whole } from '../words/vocabulary.js';

export function checkTargets(checking: Checking): void {
  checking.statements.forEach((statement, index) => {
    const verdict = verdictOf(checking, statement);
    if (verdict === undefined) return;
    const before = checking.statements
      .slice(Math.max(0, index - FARTHEST), index)
      .filter(({ block }) => block === statement.block);
    const told = isOfBefore(statement, verdict.index) ? before.toReversed() : [];
    const where = [statement, ...told].find(targetIn);
    const target = where === undefined ? undefined : targetIn(where);
    if (where === undefined || target === undefined) return;
    if (where === statement && isOfUnits(checking, statement, target, verdict.index)) return;
    const earlier = where === statement ? before.slice(-1) : before.slice(0, before.indexOf(where));
    const now =
      levelOf(where, target) ?? earlier.map((one) => levelOf(one)).findLast((level) => level !== undefined);
    if (now === undefined) return;
    const reached = now.value >= target.value;
    if (reached === verdict.reached) {
      checking.ledger.right([now, target]);
      return;
    }
    const fact = `kết quả ${now.text} ${reached ? 'không thấp hơn' : 'thấp hơn'} chỉ tiêu ${target.text}`;
    const parameters = { claim: `“${verdict.words}”`, fact };
    checking.ledger.found(foundIn('verify/target-contradicts', checking, statement, target, parameters), [
      now,
      target,
    ]);
  });
}

/** A paragraph about one title has few sentences. */
const FARTHEST = 6;

const targetIn = ({ items }: Statement): Item | undefined =>
  items.find(({ role, kind }) => role === 'target' && kind === 'percent');

/** "Như vậy, huyện đã hoàn thành chỉ tiêu đề ra": said without figures of what was told before; not of others, not of a wish or a cause. */
const isOfBefore = ({ plain, items }: Statement, index: number): boolean =>
  items.length === 0 &&
  !/(?<!\p{L})(?:khác|còn lại)(?!\p{L})/u.test(plain.slice(index)) &&
  /^(?:(?:như vậy|như thế|qua đó|do đó|theo đó|vì vậy),? )?(?:(?:toàn |cả )?(?:huyện|tỉnh|xã|phường|thị trấn|thị xã|thành phố|địa phương|kết quả (?:này|đó|trên)) )?(?:nhà |ta |đã |vẫn |cơ bản )*$/u.test(
    plain.slice(0, index),
  );

/** The result: the last level before the target, else the first behind it. */
function levelOf({ items, plain }: Statement, target?: Item): Item | undefined {
  const levels = items.filter((item) => isOverall(item) && item.kind === 'percent');
  return (
    levels.findLast(({ start }) => target !== undefined && start < target.start) ??
    (target === undefined
      ? levels.at(-1)
      : /;(?! (?:kết quả|thực hiện|đến nay|nay|thực tế|toàn|cả)(?!\p{L}))/u.test(
            plain.slice(target.end, levels[0]?.start),
          )
        ? undefined
        : levels[0])
  );
}

/** "…; mới có 10/23 đơn vị đạt mức chỉ tiêu": of units, in a clause of its own behind the target. */
function isOfUnits(
  { vocabulary: { any, lists, pattern } }: Checking,
  { plain }: Statement,
  target: Item,
  at: number,
): boolean {
  const between = plain.slice(target.end, at);
  const from = between.lastIndexOf(';');
  if (from < 0) return false;
  const units = any([...lists.units.counted, ...lists.units.kinds]);
  return pattern(`(?<!(?:toàn|cả) )${whole(units)}`).test(between.slice(from));
}

/** "hoàn thành chỉ tiêu", "chưa đạt kế hoạch"; not "để đạt chỉ tiêu", not "đạt 95% kế hoạch". */
function verdictOf(
  { vocabulary }: Checking,
  { plain, shown }: Statement,
): { readonly reached: boolean; readonly words: string; readonly index: number } | undefined {
  const { any, lists, pattern } = vocabulary;
  const { reached, missed, words } = lists.targets;
  const called = pattern(
    `(?<!(?:để|phấn đấu|nhằm|muốn) )${whole(`(${any(missed)})|(${any(reached)})`)}(?: được| mức| các)? (?:${any(words)})(?!\\p{L})`,
  );
  const match = called.exec(plain);
  // "Chưa đơn vị nào đạt mức chỉ tiêu"
  if (
    match === null ||
    /(?<!\p{L})(?:chưa|không)(?: có)? [^,;.]{0,30}(?<!\p{L})nào /u.test(plain.slice(0, match.index))
  )
    return undefined;
  const { index } = match;
  return { reached: match[1] === undefined, words: shown.slice(index, index + match[0].length), index };
}
