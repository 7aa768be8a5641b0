/** The fractions a share may belong to, the likeliest first. */
import type { Checking } from '../checking.js';
import type { Item, Statement } from '../reading/statement.js';
import { isOfEach, isOfNamed, isOfPlanAgain, isOfSome } from './shares-of-others.js';
import { append } from '../../values/of-many.js';
import { contentWords } from '../words/content-words.js';

export interface Base {
  readonly part: Item;
  readonly whole: Item;
  /** The words leave no doubt: a share that fits no base contradicts this one. */
  readonly sure: boolean;
  /** The share is asked of the part, in the same sentence. */
  readonly asked?: true;
}

export function basesOf(
  { vocabulary }: Checking,
  statement: Statement,
  item: Item,
  before: Statement | undefined,
): readonly Base[] {
  const { items, fractions, plain } = statement;
  const index = items.indexOf(item);
  const left = plain.slice(items[index - 1]?.end ?? 0, item.start);
  if (isOfSome(left, vocabulary) || isOfNamed(statement, item, left, vocabulary)) return [];
  if (isOfEach(left) || isOfPlanAgain(statement, item)) return [];
  const next = items[index + 1];
  const behind = fractions.find(({ part }) => part === next);
  const bases: Base[] = [];
  // 91,73% (18.628/20.307 hộ)
  const opening = plain.slice(item.after, behind?.part.start);
  // "92,9% là kết quả của 19/21 thôn": of those that were counted.
  const isOfCounted = /(?<!\p{L})(?:kết quả|số liệu|con số) (?:của|từ|tính)(?!\p{L})/u.test(opening);
  if (behind !== undefined && isOpened(opening) && !isOfCounted) bases.push({ ...behind, sure: true });
  const ahead = fractions.findLast(({ whole }) => whole.start < item.start);
  if (bases.length === 0 && next !== undefined) append(bases, saidBehind(statement, item, next, vocabulary));
  if (ahead !== undefined && isCompatible(ahead.part, item)) {
    const between = items.slice(items.indexOf(ahead.whole) + 1, index);
    const free = !between.some((other) => other.kind === 'percent' || other.kind === 'count');
    const bracket = /\((?:[^()]*)$/u.test(plain.slice(ahead.whole.after, item.start));
    // 8/14 xã đạt 100% thôn văn hóa
    const ofOther =
      item.noun !== '' &&
      item.noun !== ahead.part.noun &&
      !/[,(]/u.test(plain.slice(ahead.whole.after, item.start));
    const named = /\p{L} \(\s*$/u.test(plain.slice(0, item.start)) && !bracket;
    const said = plain.slice(ahead.whole.after, item.start);
    if (!isBound(said, item))
      bases.push({
        ...ahead,
        sure: free && !named && !ofOther && !IS_OTHER.test(said) && bases.length === 0,
      });
  }
  append(bases, partBehind(statement, item, next, vocabulary));
  append(bases, calledBehind(statement, item, vocabulary));
  append(bases, ofEarlier(statement, item, next));
  append(bases, ofStart(statement, item));
  append(
    bases,
    countsBefore(
      statement,
      index,
      before,
      vocabulary,
      bases.some(({ sure }) => sure),
    ),
  );
  return bases.filter(({ part, whole }) => part !== whole);
}

/** "3/4 xã đạt tỷ lệ gia đình văn hóa từ 92% trở lên": what the units are counted by, not their share. */
const isBound = (between: string, { hedge }: Item): boolean =>
  hedge !== undefined && /^[^,;()]*tỷ lệ \p{L}[^,;()]*$/u.test(between);

/** "chỉ 41/58 đơn vị báo cáo, nên tỷ lệ 88% …", "…; ước tỷ lệ chung đạt 88%": the share need not be the fraction's. */
const IS_OTHER =
  /(?<!\p{L})(?:nên|vì vậy|vì thế|do đó|do vậy|bởi vậy)(?!\p{L})|;[^;]*(?:ước|dự kiến|tỷ lệ chung|bình quân)(?!\p{L})/u;

/** Only brackets, "tức", "tương ứng" between the share and its fraction. */
const isOpened = (between: string): boolean =>
  /^[^\d%;.,()]{0,40},? (?:tức|nghĩa) là\s[^\d%;.]{0,30}$|^[^\d%;.,()]{0,40}, tức\s[^\d%;.]{0,30}$|^\s*(?:[^\d%;.,()]{0,40}\(|,? ?(?:tức|tương ứng|ứng|tương đương|với|là|bằng|hay|cụ thể)\s)[^\d%;.]{0,40}$/u.test(
    between,
  );

const isCompatible = (part: Item, item: Item): boolean =>
  part.role === item.role ||
  (item.role !== 'previous' && part.role !== 'coverage' && part.role !== 'previous');

/** "bằng 90,34% trong tổng số 43.966 hộ": the base is said, the part stands before. */
function saidBehind(
  { items, plain }: Statement,
  item: Item,
  next: Item,
  { lists, any, pattern }: Checking['vocabulary'],
): readonly Base[] {
  if (next.kind !== 'count') return [];
  const said = pattern(`^[^,;.()]{0,20}(?:${any(lists.parts.wholes)})\\s*$`);
  const between = plain.slice(item.end, next.start);
  // "chiếm 81,6% số hộ đạt danh hiệu trong năm (7.644 hộ)", "chiếm 5,6% trong 21.460 hộ"
  const named =
    /^ (?:(?:trong |trên |của |so với )?(?:tổng )?số [^,;.()\d]{1,50}\(|trong |trên |của )$/u.test(between);
  if (!named && !said.test(between)) return [];
  const introduced = pattern(`(?:${any(lists.parts.wholes)})\\s*$`);
  const part = items.findLast(
    (other) =>
      other.kind === 'count' &&
      other.start < item.start &&
      other.noun === next.noun &&
      other.value <= next.value &&
      !introduced.test(plain.slice(0, other.start)),
  );
  return part === undefined ? [] : [{ part, whole: next, sure: true }];
}

/** "Trong tổng số 25.108 hộ, … chiếm 61,3%, tương ứng 15.391 hộ": the part may stand behind its share. */
function partBehind(
  { items, plain }: Statement,
  item: Item,
  next: Item | undefined,
  { lists, any, pattern }: Checking['vocabulary'],
): readonly Base[] {
  if (next?.kind !== 'count' || !isOpened(plain.slice(item.after, next.start))) return [];
  const introduced = pattern(`(?:${any(lists.parts.wholes)})\\s*$`);
  const whole = items.findLast(
    (other) =>
      other.start < item.start &&
      isBaseOf(other, next) &&
      (introduced.test(plain.slice(0, other.start)) || isBare(plain.slice(0, item.start), other)),
  );
  return whole === undefined ? [] : [{ part: next, whole, sure: true }];
}

/** "1.998 hộ đăng ký …, công nhận 1.874 hộ, đạt 93,8% so với số hộ đăng ký": the base is called again by its words. */
function calledBehind(
  { items, plain }: Statement,
  item: Item,
  vocabulary: Checking['vocabulary'],
): readonly Base[] {
  const said = /^ (?:(?:so với|trên|trong|của) )?(?:tổng )?(?=số )([^,;.()\d]{4,60})/u.exec(
    plain.slice(item.end),
  )?.[1];
  const noun = said === undefined ? undefined : vocabulary.nounAt(said);
  if (said === undefined || noun === undefined) return [];
  const words = contentWords(said.slice(noun.length), vocabulary);
  const counts = items.filter(
    ({ kind, role, year, start, noun: of }) =>
      kind === 'count' &&
      (role === 'level' || (role === 'previous' && year === undefined)) &&
      start < item.start &&
      of === noun.key,
  );
  const part = counts.at(-1);
  const wholes = counts.slice(0, -1).filter((whole, index) => {
    const around = plain.slice(counts[index - 1]?.after ?? 0, counts[index + 1]?.start);
    const there = contentWords(around.replaceAll(/\d/gu, ' '), vocabulary);
    return (
      words.size > 0 &&
      [...words].every((word) => there.has(word)) &&
      part !== undefined &&
      whole.value >= part.value
    );
  });
  return part === undefined ? [] : wholes.map((whole) => ({ part, whole, sure: wholes.length === 1 }));
}

/** "18.600 lượt, bằng 93% so với năm 2023 (20.000 lượt)", "Kế hoạch 60 lớp, thực hiện 54 lớp, đạt 90% kế hoạch". */
function ofEarlier({ items, plain }: Statement, item: Item, next: Item | undefined): readonly Base[] {
  if (item.role !== 'ofPlan') return [];
  const counts = items.filter(({ kind, start }) => kind === 'count' && start < item.start);
  const planned = counts.findLast(({ role }) => role === 'target');
  const done = counts.findLast(({ role, noun }) => role === 'level' && noun === (planned ?? next)?.noun);
  const rates = items.filter(({ kind, start }) => kind === 'percent' && start < item.start);
  const [aims, reached] = ['target', 'level'].map((role) => rates.filter((one) => one.role === role));
  const [aim, rate] = [aims, reached].map((list) => (list?.length === 1 ? list[0] : undefined));
  // "Kế hoạch giao 92%; kết quả 91,4%, đạt 99,3% kế hoạch"
  if (
    planned === undefined &&
    aim !== undefined &&
    rate !== undefined &&
    /^ (?:so với )?(?:kế hoạch|chỉ tiêu|mục tiêu)/u.test(plain.slice(item.end))
  )
    return [{ part: rate, whole: aim, sure: counts.length === 0 }];
  if (planned !== undefined && done !== undefined) return [{ part: done, whole: planned, sure: true }];
  const isGiven =
    next?.kind === 'count' &&
    (next.role === 'previous' || next.role === 'target') &&
    !/[;.]/u.test(plain.slice(item.end, next.start));
  return isGiven && done !== undefined ? [{ part: done, whole: next, sure: true }] : [];
}

/** "Từ 1.120 hộ lúc đầu, đến nay 1.064 hộ đã ký cam kết, chiếm 95%": of those there were at first. */
function ofStart({ items, plain }: Statement, item: Item): readonly Base[] {
  if (item.role !== 'level' || !/(?:chiếm|bằng|đạt)(?: tỷ lệ)?\s*$/u.test(plain.slice(0, item.start)))
    return [];
  const counts = items.filter(({ kind, start }) => kind === 'count' && start < item.start);
  const [whole, part] = counts.slice(-2);
  const isStart = whole?.role === 'previous' && whole.year === undefined && part?.role === 'level';
  return isStart && part.noun === whole.noun && part.value <= whole.value
    ? [{ part, whole, asked: true, sure: false }]
    : [];
}

/** "Trong tổng số 3.412 hộ có 3.190 hộ đạt, chiếm …", "230 thôn, trong đó 214 thôn (…)". */
function countsBefore(
  { items, plain }: Statement,
  index: number,
  before: Statement | undefined,
  { lists, any, pattern }: Checking['vocabulary'],
  decided: boolean,
): readonly Base[] {
  const item = items[index];
  const position = items.findLastIndex(
    (other, at) =>
      at < index && other.kind === 'count' && (other.role === 'level' || other.role === item?.role),
  );
  const part = items[position];
  if (item === undefined || part === undefined || part.extreme !== undefined) return [];
  // "chiếm gần 89%, cụ thể 88,9%": the same share, exactly.
  const clause = plain
    .slice(part.after, item.start)
    .replace(/[^,(]*%\s*(?:, |\()(?:cụ thể|tức|chính xác)(?: là)?\s*$/u, 'chiếm ');
  if (/;|%|\. /u.test(clause)) return [];
  const wholes = items.slice(0, position).filter((other) => isBaseOf(other, part));
  const { wholes: words, some } = lists.parts;
  const joined = pattern(`(?:${any(some)})`).test(plain.slice(0, part.start));
  const namesWhole = wholes.some(
    (other) =>
      pattern(`(?:${any(words)})[^\\d;.]*$`).test(plain.slice(0, other.start)) ||
      isIntroduced(plain.slice(0, other.start), other) ||
      // "Có 64 khu dân cư; 61 khu dân cư tổ chức …, đạt …"
      /^\s*;\s*$/u.test(plain.slice(other.after, part.start)),
  );
  const turned = wholeLast(items.slice(0, position), part, plain);
  if (turned !== undefined && isShareOfCount(plain, clause, item))
    return [{ part: turned, whole: part, sure: !decided }];
  const asked = isShareOfCount(plain, clause, item);
  const here = wholes.map((whole) => ({
    part,
    whole,
    ...(asked ? { asked: true as const } : {}),
    sure:
      !decided &&
      isClose(clause) &&
      (joined || namesWhole || (asked && isBare(plain.slice(0, part.start), whole))),
  }));
  const there = (before?.items ?? []).filter((other) => isBaseOf(other, part));
  return [...here.reverse(), ...there.map((whole) => ({ part, whole, sure: false }))];
}

/** "Số gia đình văn hóa 29.114, tổng số hộ 33.020, tỷ lệ đạt 88,17%": the whole may be named behind its part. */
const wholeLast = (before: readonly Item[], last: Item, plain: string): Item | undefined =>
  /(?<!nâng )(?<!\p{L})tổng số (?:(?! lên| xuống)[^\d,;:])*$/u.test(plain.slice(0, last.start))
    ? before.findLast((other) => isBaseOf(last, other))
    : undefined;

const isBaseOf = (other: Item, part: Item): boolean =>
  other.kind === 'count' &&
  other.role === 'level' &&
  isSameNoun(other.noun, part.noun) &&
  other.value >= part.value;

/** "Xã có 2.196 hộ, số hộ đạt … là 1.901 hộ": how many there are, and nothing else of them. */
const isBare = (left: string, { start, after }: Item): boolean =>
  (left.slice(after).match(/\d[\d.,]*/gu) ?? []).length <= 2 &&
  !/\. /u.test(left.slice(after)) &&
  /(?:có|gồm|với|là|tổng số)\s*$/u.test(left.slice(0, start)) &&
  /^(?: dân)?\s*(?:[,;:]| thì )/u.test(left.slice(after));

/** "…, đạt 86,57%": of the count before it, and of nothing named behind. */
const isShareOfCount = (plain: string, clause: string, { end, role }: Item): boolean =>
  role === 'level' &&
  /(?:đạt|chiếm|bằng|tương ứng|tương đương|tỷ lệ|\()\s*(?:là|tỷ lệ|đạt)?\s*$/u.test(clause) &&
  /^\s*(?:$|[.,;)]|(?:trong |trên |so với )?(?:tổng )?số )/u.test(plain.slice(end));

/** A noun said again is often said short: "412 đám tang có 398 đám". */
const isSameNoun = (whole: string, part: string): boolean =>
  whole === part || (part !== '' && whole.startsWith(`${part} `));

/** "Trong 6 xã …", "Trên 30.115 hộ …", "cứ 268 cặp thì 241 cặp": a whole may be introduced by the bare word, at the head of its clause. */
export const isIntroduced = (left: string, { hedge }: Pick<Item, 'hedge'>): boolean =>
  /(?:^|[.,;:])\s*trong\s*$|(?<!\p{L})cứ\s*$/u.test(left) ||
  (hedge === undefined && /(?:^|[.;:] ?)trên\s*$/u.test(left));

/** No comparison or other matter between the count and its share. */
const isClose = (clause: string): boolean => (clause.match(/,/gu) ?? []).length <= 2;
