/** "năm 2023 đạt 88,2%; năm 2024 đạt 89,0%; năm 2025 đạt 89,6%; … tăng đều qua các năm": a course against its figures. */
import { foundIn, type Checking } from '../checking.js';
import type { Item, Statement } from '../reading/statement.js';

const UP = /(?:tăng (?:đều|dần|liên tục|lên)|(?:liên tục|đều|không ngừng) tăng|năm sau cao hơn năm trước)/u;
const DOWN =
  /(?:giảm (?:đều|dần|liên tục|xuống)|(?:liên tục|đều|không ngừng) giảm|năm sau thấp hơn năm trước)/u;
const OVER_YEARS = /(?:(?:qua|theo|trong) (?:các|từng|mỗi|những)|hằng|hàng|từng) năm|năm sau|liên tục/u;

export function checkTrends(checking: Checking): void {
  for (const statement of checking.statements) {
    const claimed = claimOf(statement.plain);
    if (claimed === undefined) continue;
    const course = courseOf(statement);
    if (course.length < 3) continue;
    const turn = course.findIndex((item, index) => {
      const before = course[index - 1];
      return before !== undefined && (claimed.up ? item.value <= before.value : item.value >= before.value);
    });
    if (turn === -1) {
      checking.ledger.right(course);
      continue;
    }
    const [then, now] = [course[turn - 1], course[turn]];
    if (then === undefined || now === undefined) continue;
    const parameters = {
      claim: `“${claimed.words}”`,
      basis: `năm ${String(now.year)} là ${now.text}, năm ${String(then.year)} là ${then.text}`,
      computed: now.value === then.value ? 'không đổi' : now.value > then.value ? 'tăng' : 'giảm',
    };
    checking.ledger.found(foundIn('verify/change-contradicts', checking, statement, now, parameters), [
      now,
      then,
    ]);
  }
}

function claimOf(plain: string): { readonly up: boolean; readonly words: string } | undefined {
  const [up, down] = [UP, DOWN].map((words) => words.exec(plain));
  const match = up ?? down;
  if (match == null || (up != null && down != null) || !OVER_YEARS.test(plain)) return undefined;
  // "phấn đấu tăng dần qua các năm": wished, not told.
  if (/(?:phấn đấu|nhằm|để|tiếp tục|cần|mục tiêu)[^,;.]*$/u.test(plain.slice(0, match.index)))
    return undefined;
  return { up: up != null, words: match[0] };
}

/** One figure of each year, of one kind and called alike, in the order of the years. */
function courseOf({ items }: Statement): readonly Item[] {
  const dated = items.filter(
    ({ year, role, from }) =>
      year !== undefined && from !== true && (role === 'level' || role === 'previous'),
  );
  for (const kind of ['percent', 'count'] as const) {
    const course = dated.filter((item) => item.kind === kind);
    const years = new Set(course.map(({ year }) => year));
    if (course.length < 3 || years.size !== course.length) continue;
    if (kind === 'count' && new Set(course.map(({ noun }) => noun).filter((noun) => noun !== '')).size > 1)
      continue;
    return [...course].sort((left, right) => (left.year ?? 0) - (right.year ?? 0));
  }
  return [];
}
