/** Shares that are said of other units than the fraction before them. */
import type { Checking } from '../checking.js';
import type { Item, Statement } from '../reading/statement.js';

/** "…, có thôn đạt 98%", "nhiều nơi đạt 100%": a share of places that nobody names. */
export const isOfSome = (left: string, { lists, any, pattern }: Checking['vocabulary']): boolean =>
  pattern(
    `(?:^|[,;(]| và| nhưng| song)\\s*(?:cá biệt |thậm chí |trong đó |riêng )?(?:có|nhiều|một số|vài|không ít)(?: những)? (?:nơi|${any([...lists.units.kinds, ...lists.units.counted])})(?: (?!lệ)[^,;.()\\d]{1,20})? (?:đạt|có|chỉ|mới|trên|lên|tới|đến|còn)[^,;.()\\d]*$`,
  ).test(left);

/** "cứ 3 hộ có 1 hộ tham gia, riêng thôn Đồi đạt 60%": of a unit that is set apart. */
export const isOfNamed = (
  { shown }: Statement,
  { start }: Item,
  before: string,
  { lists, any, pattern }: Checking['vocabulary'],
): boolean => {
  const apart = pattern(`(?:^|[,;(] ?)(?:chỉ )?riêng (?:${any(lists.units.kinds)}) (?=[^,;()]*$)`).exec(
    before,
  );
  return (
    apart !== null && /^\p{Lu}/u.test(shown.slice(start - before.length + apart.index + apart[0].length))
  );
};

/** "tổ 5 có 32 hộ, tổ 6 có 28 hộ, cả hai tổ đều đạt 100%": of each by itself. */
export const isOfEach = (left: string): boolean =>
  /(?<!\p{L})(?:cả|các|mỗi|từng|hai|ba)(?: \p{L}+| \d+){1,4} (?:đều|cùng)(?: \p{L}+){0,2}\s*$/u.test(left);

/** "340 triệu đồng, bằng 85% kế hoạch; riêng Tân Phú 96 triệu đồng, đạt 120%": of a plan again, and of no fraction told since. */
export const isOfPlanAgain = ({ items, fractions, plain }: Statement, item: Item): boolean => {
  const planned = items.findLast(({ role, start }) => role === 'ofPlan' && start < item.start);
  return (
    planned !== undefined &&
    !fractions.some(({ whole }) => whole.start > planned.start && whole.start < item.start) &&
    /(?<!\p{L})(?:đạt|bằng)\s*$/u.test(plain.slice(0, item.start)) &&
    /^\s*(?:[,;.)]|$)/u.test(plain.slice(item.end))
  );
};

/** "05/11 đơn vị thấp hơn mức này: thị trấn Chờ (66,67%), xã Văn Môn (70%)": of the first of those that are listed. */
export const isOfFirstNamed = (
  { shown, plain }: Statement,
  { start }: Item,
  { lists, any, pattern }: Checking['vocabulary'],
): boolean => {
  const named = pattern(`: (?:${any(lists.units.kinds)}) (?=[^,;.:()]*\\($)`).exec(plain.slice(0, start));
  return named !== null && /^\p{Lu}/u.test(shown.slice(named.index + named[0].length));
};
