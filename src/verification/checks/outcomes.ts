/** How many did it of how many there are, told one after the other: "17 xã; 19 xã đã hoàn thành", "kiểm tra 45, đạt 52". */
import type { Checking } from '../checking.js';
import type { Item, Statement } from '../reading/statement.js';
import { whole as wordsOf } from '../words/vocabulary.js';
import { compareWithWhole, EXCHANGED_OR_MISTYPED } from '../excess.js';

export function checkOutcomes(checking: Checking): void {
  for (const statement of checking.statements) {
    const counts = statement.items.filter(
      ({ kind, role, hedge, noun, year }) =>
        kind === 'count' &&
        // What was registered at the beginning of the year is of the same year.
        (role === 'level' || ((role === 'previous' || role === 'goal') && year === undefined)) &&
        hedge === undefined &&
        noun !== '',
    );
    counts.forEach((whole, index) => {
      const part = counts[index + 1];
      if (part === undefined || part.noun !== whole.noun || isFraction(statement, whole, part)) return;
      if (whole.year !== part.year || part.role !== 'level') return;
      if (
        whole.role !== 'level' &&
        !/(?:đăng ký|đầu năm)[^\d]*$/u.test(statement.plain.slice(0, whole.start))
      )
        return;
      if (
        isAllThere(checking, statement, whole, part) ||
        isBaseOf(checking, statement, whole, part) ||
        isTotalOf(checking, statement, whole, part) ||
        isDoneOf(checking, statement, whole, part)
      )
        compareWithWhole(checking, statement, whole, part, EXCHANGED_OR_MISTYPED);
    });
  }
}

const isFraction = ({ fractions }: Statement, ...items: readonly Item[]): boolean =>
  fractions.some(({ part, whole }) => items.includes(part) || items.includes(whole));

/** "Huyện có 17 xã, thị trấn; đến tháng 11 đã có 19 xã, thị trấn hoàn thành": places do not become more by themselves. */
function isAllThere({ vocabulary }: Checking, { plain, shown }: Statement, whole: Item, part: Item): boolean {
  const { lists, any, pattern } = vocabulary;
  const owner = pattern(
    `(?:^|[,;.] ?|^.{0,30} )(?:${any([...lists.units.kinds, ...lists.units.whole])})(?<name>(?: [^\\d,;.]{1,30})?)(?: hiện| nay| hiện nay)? (?:có|gồm|quản lý)(?: tổng số| tất cả)?\\s*$`,
  );
  const named = owner.exec(plain.slice(0, whole.start));
  const { name = '' } = named?.groups ?? {};
  if (named === null || !isName(shown, plain.lastIndexOf(name, whole.start), name)) return false;
  const between = plain.slice(whole.after, part.start);
  if (isAskedAgain(vocabulary, whole, between)) return true;
  // Of one time, and of nobody else: "năm 2020 có 12 xã; đến nay có 14 xã", "huyện A có 12 xã; huyện B có 14 xã".
  if (!/^[^,;.\d]{0,30}[,;]/u.test(between) || pattern(wordsOf(any(lists.units.kinds))).test(between))
    return false;
  // "gồm 10 thôn được tặng lần đầu; 83 thôn được công nhận lại": parts, of which none is the whole.
  if (/(?<!\p{L})(?:được|đạt|đã|có|chưa)(?!\p{L})/u.test(between.split(/[,;]/u)[0] ?? '')) return false;
  if (pattern(any([...lists.changes.up, ...lists.changes.down])).test(between)) return false;
  return pattern(
    `^ (?:đã |cơ bản )?(?:${any([...lists.parts.achieved, ...lists.parts.done])}|được \\p{L}+)(?!\\p{L})`,
  ).test(plain.slice(part.after));
}

/** "Toàn xã có 6.012 hộ; số hộ được công nhận là 5.417 hộ": called again, and nobody else is named. */
function isAskedAgain(
  { lists, any, pattern, nounAt }: Checking['vocabulary'],
  { noun }: Item,
  between: string,
): boolean {
  const asked =
    /^[^,;.\d]{0,10}[,;] (?:(?:đến nay|hiện nay|nay|cuối năm|trong đó),? )?số ([^,;.\d]+?)(?: là| có|:)\s*$/u.exec(
      between,
    )?.[1];
  const things = asked === undefined ? undefined : nounAt(asked);
  if (asked === undefined || things === undefined || things.key !== noun) return false;
  const said = asked.slice(things.length);
  return (
    pattern(wordsOf(any([...lists.parts.achieved, ...lists.parts.bases]))).test(said) &&
    !pattern(wordsOf(any([...lists.units.kinds, 'lượt']))).test(said)
  );
}

/** "Tổng số thôn là 97, số thôn đạt danh hiệu là 90", "Cả huyện 19 xã thì 18 xã đã ban hành quy ước". */
function isTotalOf({ vocabulary }: Checking, { plain }: Statement, whole: Item, part: Item): boolean {
  const between = plain.slice(whole.after, part.start);
  if (/^ thì (?:đã )?(?:có )?$/u.test(between)) return true;
  const isTotal = /(?:^|[,;] )tổng số [^,;.\d]*(?: là| có|:)\s*$/u.test(plain.slice(0, whole.start));
  return isTotal && isAskedAgain(vocabulary, whole, between);
}

/** "Xem xét 36 hồ sơ, kết quả 34 hồ sơ đủ điều kiện", "tiếp nhận 318 vụ, hòa giải thành 291 vụ". */
function isDoneOf({ vocabulary }: Checking, { plain }: Statement, whole: Item, part: Item): boolean {
  const { lists, any, pattern } = vocabulary;
  const { bases, achieved } = lists.parts;
  const done = any(achieved);
  const between = plain.slice(whole.after, part.start);
  if (/[.;\d]/u.test(between) || pattern(wordsOf(any([...lists.changes.up, 'thêm']))).test(between))
    return false;
  // "… với 64 tiết mục, ban giám khảo chọn 18 tiết mục"
  if (/(?<!\p{L})(?:chọn|lựa chọn|tuyển chọn|chọn ra|chọn được|trao giải cho)\s*$/u.test(between))
    return true;
  const asked =
    pattern(`${wordsOf(any(bases))}(?: được| tổng số| tất cả)?\\s*$`).test(plain.slice(0, whole.start)) ||
    // "Có 85 doanh nghiệp đăng ký, kết quả 76 doanh nghiệp được công nhận"
    pattern(`^ (?:đã |được )?(?:${any(bases)})[^,]{0,20}, kết quả(?: có| là)? $`).test(between);
  const ahead = pattern(`${wordsOf(done)}(?: được| cho)?\\s*$`).test(between);
  const behind = pattern(`^ (?:đã |được )?(?:${done})(?!\\p{L})`).test(plain.slice(part.after));
  return asked && (ahead || behind) && !pattern(wordsOf(done)).test(between.split(',')[0] ?? '');
}

/** "Số cơ quan được kiểm tra là 45, số đạt chuẩn là 52": what was looked at, and what of it did. */
function isBaseOf({ vocabulary }: Checking, { plain, items }: Statement, whole: Item, part: Item): boolean {
  const { lists, any, pattern } = vocabulary;
  const before = items.findLast(({ start }) => start < whole.start)?.end ?? 0;
  const asked = plain.slice(before, whole.start);
  const answer = plain.slice(whole.after, part.start);
  const called = (list: readonly string[]): string =>
    `(?:^|[,;] )(?:tổng )?số [^;.\\d]*${wordsOf(any(list))}[^,;.\\d]*(?:là|:|có)?\\s*$`;
  return (
    pattern(called(lists.parts.bases)).test(asked) &&
    !pattern(called(lists.parts.achieved)).test(asked) &&
    pattern(called(lists.parts.achieved)).test(answer) &&
    !pattern(called(lists.parts.bases)).test(answer)
  );
}

/** Nothing, or a name with its capitals: "Huyện có", "xã Tam Đa có"; not "thôn được tặng danh hiệu gồm". */
const isName = (shown: string, at: number, name: string): boolean =>
  name.trim() === '' ||
  /^(?: (?:này|ta|mình|nhà)| \p{Lu}[\p{L}’'-]*)+(?: \d{1,2})?$/u.test(shown.slice(at, at + name.length));
