/** Targets that are called reached or missed, against the result they are said of. */
import { foundIn, type Checking } from '../checking.js';
import { isOverall, type Item, type Statement } from '../reading/statement.js';
import { contentWords } from '../words/content-words.js';
import { whole } from '../words/vocabulary.js';
import { overlap } from './previous-values.js';

export function checkTargets(checking: Checking): void {
  checking.statements.forEach((statement, index) => {
    const verdict = verdictOf(checking, statement);
    if (verdict === undefined) return;
    const ends =
      endsHere(checking, statement, verdict, index) ??
      countsHere(statement, verdict) ??
      endsElsewhere(checking, statement, verdict, index);
    if (ends === undefined) return;
    const { now, target } = ends;
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

interface Verdict {
  readonly reached: boolean;
  readonly words: string;
  readonly index: number;
}

interface Ends {
  readonly now: Item;
  readonly target: Item;
}

/** A paragraph about one title has few sentences, and a section few paragraphs. */
const FARTHEST = 6;

/** Target and result in the sentence of the verdict, or in those of its paragraph. */
function endsHere(
  checking: Checking,
  statement: Statement,
  verdict: Verdict,
  index: number,
): Ends | undefined {
  const before = checking.statements
    .slice(Math.max(0, index - FARTHEST), index)
    .filter(({ block }) => block === statement.block);
  const told = isOfBefore(statement, verdict.index) ? before.toReversed() : [];
  const where = [statement, ...told].find(targetIn);
  const target = where === undefined ? undefined : targetIn(where);
  if (where === undefined || target === undefined) return undefined;
  if (where === statement && isOfUnits(checking, statement, target, verdict.index)) return undefined;
  const earlier = where === statement ? before.slice(-1) : before.slice(0, before.indexOf(where));
  const now =
    levelOf(where, target) ?? earlier.map((one) => levelOf(one)).findLast((level) => level !== undefined);
  return now === undefined ? undefined : { now, target };
}

/** "Với 29 mô hình được xây dựng, huyện vượt chỉ tiêu 25 mô hình": two counts of one kind. */
function countsHere({ items, plain }: Statement, { index }: Verdict): Ends | undefined {
  const counts = items.filter(({ kind, hedge }) => kind === 'count' && hedge === undefined);
  const target = counts.find(({ role }) => role === 'target');
  const now = counts.find(({ role }) => role === 'level');
  if (counts.length !== 2 || now === undefined || target === undefined) return undefined;
  // "Mục tiêu xây 15 nhà văn hóa, đến nay đã xây 17 nhà, vượt mục tiêu": the verdict comes last.
  const isSaid =
    now.end <= index &&
    (index < target.start ||
      // … and is of the same time: not "60 nhà trong 5 năm; riêng năm nay 14 nhà".
      (target.end < now.start &&
        !/[;.]|(?<!\p{L})(?:riêng|năm nay|trong đó|quý|tháng)(?!\p{L})/u.test(
          plain.slice(target.after, now.start),
        ))) &&
    !/[;.]/u.test(plain.slice(now.after, index));
  return isSaid && now.noun !== '' && now.noun === target.noun ? { now, target } : undefined;
}

/**
 * "Chỉ tiêu năm 2025: 90% số hộ đạt danh hiệu" in one paragraph, "toàn xã có 91,3% số hộ đạt danh hiệu" in another, "đã hoàn
 * thành chỉ tiêu" in a third: only where one target and one result are about the same.
 */
function endsElsewhere(
  checking: Checking,
  statement: Statement,
  verdict: Verdict,
  index: number,
): Ends | undefined {
  if (targetIn(statement) !== undefined) return undefined;
  const before = checking.statements.slice(Math.max(0, index - FARTHEST), index);
  const aims = before.flatMap((where) =>
    [...targetsIn(where), ...goalsIn(where, levelsIn(statement))].map((target) => ({ where, target })),
  );
  const [aim] = aims;
  if (aim === undefined || aims.length > 1) return undefined;
  const own = levelsIn(statement);
  if (own.length > 1 || (own.length === 0 && !isOfBefore(statement, verdict.index))) return undefined;
  const subject = wordsAbout(checking, aim.where, aim.target);
  const [ofOwn] = own;
  if (ofOwn !== undefined) {
    const words = wordsAbout(checking, statement, ofOwn);
    const isAbout = words.size < FEWEST ? isResult(statement, ofOwn) : overlap(words, subject) >= ALIKE;
    return isAbout ? { now: ofOwn, target: aim.target } : undefined;
  }
  const results = before
    .filter((one) => one !== aim.where)
    .flatMap((where) => levelsIn(where).map((now) => ({ where, now })));
  const [result] = results;
  if (result === undefined || results.length > 1 || subject.size < FEWEST) return undefined;
  return overlap(wordsAbout(checking, result.where, result.now), subject) >= ALIKE
    ? { now: result.now, target: aim.target }
    : undefined;
}

const FEWEST = 2;
const ALIKE = 0.7;

/** "Kết quả thực hiện đạt 86,3%": the result of what was said before. */
const isResult = ({ plain }: Statement, { start }: Item): boolean =>
  /(?:^|[,;] )(?:kết quả|thực hiện|đến nay|cuối năm|hết năm)[^,;.\d]*$/u.test(plain.slice(0, start));

/** The words around a figure, without those that say that it is a target or a result. */
function wordsAbout({ vocabulary }: Checking, { plain, items }: Statement, item: Item): ReadonlySet<string> {
  const { lists, any, every } = vocabulary;
  const index = items.indexOf(item);
  const near = `${plain.slice(items[index - 1]?.after ?? 0, item.start)} ${plain.slice(item.end, items[index + 1]?.start)}`;
  const said = near
    .replace(every(whole(any([...lists.targets.words, ...lists.targets.goals, ...lists.units.whole]))), ' ')
    .replace(every(`${whole(any(lists.targets.reached))}(?! danh hiệu| chuẩn)`), ' ')
    .replace(
      /(?<!\p{L})(?:nghị quyết|hội đồng nhân dân|đại hội|kết quả|thực hiện|năm \d{4}|đề ra|giao)(?!\p{L})/gu,
      ' ',
    )
    .replace(every(whole(any(lists.units.kinds))), ' ');
  return contentWords(said, vocabulary);
}

const targetsIn = ({ items }: Statement): readonly Item[] =>
  items.filter(({ role, kind }) => role === 'target' && kind === 'percent');

/** "phấn đấu năm 2025 có 92% …" is the target of what is told of that year. */
const goalsIn = ({ items }: Statement, results: readonly Item[]): readonly Item[] =>
  items.filter(
    ({ role, kind, year }) =>
      role === 'goal' && kind === 'percent' && year !== undefined && results.some((now) => now.year === year),
  );

const targetIn = (statement: Statement): Item | undefined => targetsIn(statement)[0];

const levelsIn = ({ items }: Statement): readonly Item[] =>
  items.filter((item) => isOverall(item) && item.kind === 'percent' && item.hedge === undefined);

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
      : /;(?! (?:tuy nhiên,? |song |nhưng |tuy vậy,? )?(?:kết quả|thực hiện|đến nay|nay|thực tế|toàn|cả)(?!\p{L}))/u.test(
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
function verdictOf({ vocabulary }: Checking, { plain, shown, items }: Statement): Verdict | undefined {
  const { any, lists, pattern } = vocabulary;
  const { reached, missed, words } = lists.targets;
  const called = pattern(
    `(?<!(?:để|phấn đấu|nhằm|muốn) )${whole(`(${any(missed)})|(${any(reached)})`)}(?: được| mức| các)? (?:${any(words)})(?!\\p{L})`,
  );
  // "Chỉ tiêu đề ra là 92%, kết quả đạt 90,7%, chưa đạt."
  const bare = pattern(`(?<=\\d\\s?%, )(?:${whole(`(${any(missed)})|(${any(reached)})`)})(?=\\s*(?:[.;]|$))`);
  // "Chỉ tiêu này đã hoàn thành."
  const turned = pattern(
    `^(?:${any(words)})(?: này| đó| trên| nêu trên)? (?:cơ bản |đã |vẫn )*${whole(`(${any(missed)})|(${any(reached)})`)}(?=\\s*(?:[.;]|$))`,
  );
  const match =
    called.exec(plain) ??
    turned.exec(plain) ??
    (items.some(({ role }) => role === 'target') ? bare.exec(plain) : null);
  // "Chưa đơn vị nào đạt mức chỉ tiêu"
  if (
    match === null ||
    /(?<!\p{L})(?:chưa|không)(?: có)? [^,;.]{0,30}(?<!\p{L})nào /u.test(plain.slice(0, match.index))
  )
    return undefined;
  const { index } = match;
  return { reached: match[1] === undefined, words: shown.slice(index, index + match[0].length), index };
}
