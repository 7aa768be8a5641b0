/** Targets that are called reached or missed, against the result they are said of. */
import { foundIn, type Checking } from '../checking.js';
import { isOverall, type Item, type Statement } from '../reading/statement.js';
import { whole } from '../words/vocabulary.js';

export function checkTargets(checking: Checking): void {
  checking.statements.forEach((statement, index) => {
    const verdict = verdictOf(checking, statement);
    const target = statement.items.find(({ role, kind }) => role === 'target' && kind === 'percent');
    if (verdict === undefined || target === undefined) return;
    if (isOfUnits(checking, statement, target, verdict.at)) return;
    const before = checking.statements[index - 1];
    const now =
      levelOf(statement, target) ?? (before?.block === statement.block ? levelOf(before) : undefined);
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

/** The result: the last level before the target, else the first behind it. */
function levelOf({ items, plain }: Statement, target?: Item): Item | undefined {
  const levels = items.filter((item) => isOverall(item) && item.kind === 'percent');
  return (
    levels.findLast(({ start }) => target !== undefined && start < target.start) ??
    (target === undefined
      ? levels.at(-1)
      : plain.slice(target.end, levels[0]?.start).includes(';')
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
  return pattern(whole(units)).test(between.slice(from));
}

/** "hoàn thành chỉ tiêu", "chưa đạt kế hoạch"; not "để đạt chỉ tiêu", not "đạt 95% kế hoạch". */
function verdictOf(
  { vocabulary }: Checking,
  { plain, shown }: Statement,
): { readonly reached: boolean; readonly words: string; readonly at: number } | undefined {
  const { any, lists, pattern } = vocabulary;
  const { reached, missed, words } = lists.targets;
  const called = pattern(
    `(?<!(?:để|phấn đấu|nhằm|muốn) )${whole(`(${any(missed)})|(${any(reached)})`)}(?: được| mức| các)? (?:${any(words)})(?!\\p{L})`,
  );
  const match = called.exec(plain);
  if (match === null) return undefined;
  const said = shown.slice(match.index, match.index + match[0].length);
  return { reached: match[1] === undefined, words: said, at: match.index };
}
