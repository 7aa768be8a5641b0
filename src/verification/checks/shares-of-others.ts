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
