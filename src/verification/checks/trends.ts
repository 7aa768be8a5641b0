/** "năm 2023 đạt 88,2%; năm 2024 đạt 89,0%; năm 2025 đạt 89,6%; … tăng đều qua các năm": a course against its figures. */
import { foundIn, type Checking } from '../checking.js';
import type { Item, Statement } from '../reading/statement.js';
import { contentWords } from '../words/content-words.js';

const UP = /(?:tăng (?:đều|dần|liên tục|lên)|(?:liên tục|đều|không ngừng) tăng|năm sau cao hơn năm trước)/u;
const DOWN =
  /(?:giảm (?:đều|dần|liên tục|xuống)|(?:liên tục|đều|không ngừng) giảm|năm sau thấp hơn năm trước)/u;
const OVER_YEARS = /(?:(?:qua|theo|trong) (?:các|từng|mỗi|những)|hằng|hàng|từng) năm|năm sau|liên tục/u;

export function checkTrends(checking: Checking): void {
  for (const statement of checking.statements) {
    const claimed = claimOf(statement.plain);
    if (claimed === undefined) continue;
    const course = courseOf(statement);
    if (course.length < 3 || !isOfCourse(checking, statement, claimed, course)) continue;
    // Two years that are printed alike may have risen within what is rounded.
    const turn = course.findIndex((item, index) => {
      const before = course[index - 1];
      return before !== undefined && (claimed.up ? item.value < before.value : item.value > before.value);
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
      computed: now.value > then.value ? 'tăng' : 'giảm',
    };
    checking.ledger.found(foundIn('verify/change-contradicts', checking, statement, now, parameters), [
      now,
      then,
    ]);
  }
}

interface Claimed {
  readonly up: boolean;
  readonly words: string;
  readonly index: number;
}

function claimOf(plain: string): Claimed | undefined {
  const [up, down] = [UP, DOWN].map((words) => words.exec(plain));
  const match = up ?? down;
  if (match == null || (up != null && down != null) || !OVER_YEARS.test(plain)) return undefined;
  // "phấn đấu tăng dần qua các năm": wished, not told.
  if (/(?:phấn đấu|nhằm|để|tiếp tục|cần|mục tiêu)[^,;.]*$/u.test(plain.slice(0, match.index)))
    return undefined;
  return { up: up != null, words: match[0], index: match.index };
}

const SAYS_NOTHING = new Set(
  'vậy này đó đều luôn xu hướng ngày càng có chiều qua các từng hằng hàng mỗi theo những gần lại đây thấy cho'.split(
    ' ',
  ),
);

/** "…; trong khi số người tham gia tăng liên tục": what is called rising must be what the figures are of. */
function isOfCourse(
  { vocabulary }: Checking,
  { plain }: Statement,
  { index, words }: Claimed,
  course: readonly Item[],
): boolean {
  const saying = (text: string): readonly string[] =>
    [...contentWords(text, vocabulary)].filter((word) => !SAYS_NOTHING.has(word));
  const subject = /[^,;:.]*$/u.exec(plain.slice(0, index))?.[0] ?? '';
  const first = firstStart(course);
  if (index < first) return saying(plain.slice(index + words.length, first)).length === 0;
  const before = new Set(plain.slice(0, index - subject.length).match(/\p{L}+/gu));
  return saying(subject).every((word) => before.has(word));
}

const firstStart = (course: readonly Item[]): number =>
  course.reduce((first, { start }) => (start < first ? start : first), Number.POSITIVE_INFINITY);

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
