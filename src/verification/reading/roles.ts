/** Which part a figure plays, told by the words around it. */
import { defined } from '../../values/defined.js';
import { whole, type Vocabulary } from '../words/vocabulary.js';
import type { Figure } from './figure.js';
import type { Item, Role } from './statement.js';
import { largest } from '../../values/of-many.js';
import { yearOf, yearsOf } from './years.js';

interface Around {
  /** From the figure before, or the last semicolon, to this one. */
  readonly left: string;
  /** The same, beyond a bracket that opens just before the figure. */
  readonly before: string;
  /** From this figure to the next or to a semicolon. */
  readonly right: string;
  /** All that follows the noun. */
  readonly behind: string;
}

/** Every figure with its part. `reportYear`: the year the whole text is about, where it says one. */
export function withRoles(
  plain: string,
  figures: readonly Figure[],
  vocabulary: Vocabulary,
  reportYear?: number,
): readonly Item[] {
  const years = yearsOf(plain);
  const latest = largest(
    years.map(({ year }) => year),
    reportYear ?? 0,
  );
  const items: Item[] = [];
  figures.forEach((figure, index) => {
    const around = aroundOf(plain, figures, index);
    const year = yearOf(plain, figure, around, years);
    items.push({
      ...figure,
      ...partOf(figure, around, items, vocabulary, { year, latest }),
      ...defined({
        year,
        ofRegistered:
          figure.kind === 'percent' && OF_REGISTERED.test(plain.slice(figure.end)) ? true : undefined,
      }),
    });
  });
  return items;
}

const OF_REGISTERED = /^ (?:tổng )?số [^\d;.()]{0,80}?(?:đăng ký|đề nghị|được xét|được bình xét)(?!\p{L})/u;

function aroundOf(plain: string, figures: readonly Figure[], index: number): Around {
  const figure = figures[index];
  const start = figure?.start ?? 0;
  const end = figure?.end ?? 0;
  const left = plain.slice(figures[index - 1]?.end ?? 0, start).replace(/^.*;/u, '');
  const right = plain.slice(end, figures[index + 1]?.start ?? plain.length).replace(/;.*$/u, '');
  const open = /\(([^()]*)$/u.exec(left);
  return {
    left,
    before: open === null ? left : left.slice(0, open.index),
    right,
    behind: plain.slice(figure?.after ?? 0),
  };
}

interface Years {
  readonly year: number | undefined;
  readonly latest: number;
}

function partOf(
  figure: Figure,
  { left, right, before, behind }: Around,
  earlier: readonly Item[],
  vocabulary: Vocabulary,
  years: Years,
): Part {
  const { lists, any, pattern } = vocabulary;
  const { changes, targets } = lists;
  const last = earlier.at(-1);
  // "đạt 91,06%/92%": what was reached, and what was to be.
  if (figure.kind === 'percent' && last?.kind === 'percent' && /^\s*\/\s*$/u.test(left))
    return { role: 'target' };
  const change = changeOf(figure, { left, right }, vocabulary);
  if (change !== undefined) return change;
  const beside = shortBeside(left, behind, last, vocabulary);
  if (beside !== undefined) return beside;
  const moved = endOfMove({ left, right }, earlier, vocabulary);
  if (moved !== undefined) return moved;
  // "Trong 7 chỉ tiêu được giao, 85,7% chỉ tiêu hoàn thành": of targets that are counted.
  const counted = pattern(`^ (?:${any(targets.words)})(?!\\p{L})`);
  // "Đạt 88% so với chỉ tiêu 90%": the one is held against the other.
  const isBeside = pattern(`^ so với (?:${any(targets.words)})(?: đề ra| được giao)?(?: là)? $`).test(right);
  const isOfCounted = (last?.kind === 'count' && counted.test(left)) || isBeside;
  if (
    figure.kind === 'percent' &&
    !isOfCounted &&
    pattern(`^\\s*(?:${any(targets.ofPlan)})(?!\\p{L})`).test(right)
  )
    return { role: 'ofPlan' };
  // "nếu đều đạt, tỷ lệ là 91,89%"
  if (
    figure.kind === 'percent' &&
    pattern(
      `^\\s*(?:${any(changes.conditions)})(?!\\p{L})(?!(?: như)? (?:năm (?:(?:19|20)\\d\\d|trước|ngoái)|cùng kỳ))`,
    ).test(left)
  )
    return { role: 'range' };
  const side = extremeOf(left, last, vocabulary);
  if (side !== undefined) return { role: 'extreme', extreme: side };
  if (GIVEN.test(left)) return { role: 'target' };
  if (pattern(`${whole(any(targets.words))}[^,]*$`).test(left) && !/kết quả(?: thực hiện)?\s*$/u.test(left))
    return { role: 'target' };
  if (pattern(whole(any(targets.goals))).test(left)) return { role: 'goal' };
  if (isPrevious({ left, before, behind, right }, vocabulary, years)) return { role: 'previous' };
  if ((/^\s*\//u.test(right) || /\/\s*$/u.test(left)) && isCoverage(left, behind, vocabulary))
    return { role: 'coverage' };
  return { role: 'level' };
}

/** "Nghị quyết của Hội đồng nhân dân giao 88%": what was set, without the word for a target. */
const GIVEN =
  /(?<!\p{L})(?:nghị quyết|đại hội|hội đồng nhân dân|hđnd|cấp trên|cấp ủy|huyện ủy|tỉnh ủy)[^,;.\d]{0,60}?(?<!\p{L})(?:giao|đề ra|đặt ra|xác định)(?: là| đạt| có|:)?\s*$/u;

type Part = { readonly role: Role } & Partial<Item>;

/** By how much: behind a word of direction, in points, or in times. */
function changeOf(
  figure: Figure,
  { left, right }: Pick<Around, 'left' | 'right'>,
  vocabulary: Vocabulary,
): Part | undefined {
  const { lists, any, pattern } = vocabulary;
  const { changes } = lists;
  // "nhiều hơn năm 2023 412 hộ"
  const compared = '(?: (?:so với )?(?:(?:cùng kỳ )?năm (?:(?:19|20)\\d\\d|trước|ngoái)|cùng kỳ))?';
  const filler = `${compared}(?: (?:${any(changes.filler)}))*`;
  const changed =
    pattern(`(${whole(any([...changes.up, ...changes.down]))})${filler}\\s*$`).exec(left)?.[1] ??
    // "hơn năm ngoái 6 giải": the word is a hedge elsewhere.
    (pattern(`(?<!\\p{L})hơn${compared.slice(0, -1)}\\s*$`).test(left) ? changes.up[0] : undefined);
  if (changed === undefined && figure.kind !== 'points' && figure.kind !== 'times') return undefined;
  if (OF_EACH_YEAR.test(left) || /^\s?(?:\/|mỗi |một |hằng |hàng )\s?(?:năm|quý|tháng)(?!\p{L})/u.test(right))
    return { role: 'range' };
  return {
    role: 'change',
    ...defined({
      direction: directionOf(changed ?? left, vocabulary),
      compared: pattern(`${compared.slice(0, -1)}(?: (?:${any(changes.filler)}))*\\s*$`).test(left)
        ? (true as const)
        : undefined,
    }),
  };
}

/** "mỗi năm tăng bình quân gần 2 điểm phần trăm": of one year among several, which is no change between two values. */
const OF_EACH_YEAR =
  /(?<!\p{L})(?:mỗi|từng|hằng|hàng|bình quân(?: mỗi)?|trung bình(?: mỗi)?) (?:năm|quý|tháng|kỳ)(?!\p{L})[^;.]*$/u;

/** "từ 85% lên 90%", "từ 85% đến 90%": the ends of a move or of a range. */
function endOfMove(
  { left, right }: Pick<Around, 'left' | 'right'>,
  earlier: readonly Item[],
  vocabulary: Vocabulary,
): Part | undefined {
  const { lists, any, pattern } = vocabulary;
  const last = earlier.at(-1);
  const levels = whole(any(lists.changes.levels));
  const direction = directionOf(left, vocabulary);
  if (/(?<!\p{L})từ\s*$/u.test(left) && pattern(`^[^,.]*${levels}\\s*$`).test(right)) {
    const moves =
      direction !== undefined ||
      last?.role === 'change' ||
      pattern(`${whole('lên|xuống|còn')}\\s*$`).test(right);
    return moves ? { role: 'previous', from: true, ...defined({ direction }) } : { role: 'range' };
  }
  // "Từ 45,2% năm 2015, đến nay … đã đạt 88,75%", "Từ chỗ chỉ có 7 mô hình năm 2020, quận đã nhân rộng lên 26"
  if (
    /(?<!\p{L})từ(?: chỗ| mức| con số)?(?: mới| chỉ)*(?: có)?\s*$/u.test(left) &&
    /^[^,;.]{0,40}, (?:(?:đến nay|nay|hiện|sau)(?!\p{L})|[^,;.\d]{0,40}(?<!\p{L})(?:lên|còn|thành)\s*$)/u.test(
      right,
    )
  )
    return { role: 'previous' };
  if (last?.from === true && pattern(`${levels}\\s*(?:đạt |là |mức )*$`).test(left))
    return { role: 'level', to: true, ...defined({ direction: last.direction }) };
  if (last?.role === 'range' && pattern(`${levels}\\s*$`).test(left) && earlier.at(-2)?.role !== 'range')
    return { role: 'range' };
  return undefined;
}

/** Parts that short words beside other figures give: "thêm", "gấp 1,5 lần năm 2024 (860)", "đề ra 30 …, đạt 90% kế hoạch". */
function shortBeside(
  left: string,
  behind: string,
  last: Item | undefined,
  { lists, any, pattern }: Vocabulary,
): Part | undefined {
  // "tăng từ 146 lên 171, thêm 25 câu lạc bộ", "…, như vậy thêm 4 thôn"
  const more =
    (last?.to === true
      ? /(?:^|, |\()(?:tức |tức là |nghĩa là )?(thêm|bớt|ít đi|nhiều thêm)\s*$/u.exec(left)?.[1]
      : undefined) ??
    /(?<!\p{L})(?:như vậy(?: là)?|tức(?: là)?|nghĩa là|tính ra) (?:đã )?(thêm|bớt)\s*$/u.exec(left)?.[1];
  if (more !== undefined) return { role: 'change', direction: more.includes('thêm') ? 'up' : 'down' };
  // "Có thêm 6 thôn đạt, nâng tổng số từ 48 thôn lên 54 thôn"
  if (/(?<!\p{L})thêm\s*$/u.test(left) && /(?<!\p{L})từ \d[\d.,]*(?: \p{L}+){0,4} lên \d/u.test(behind))
    return { role: 'change', direction: 'up' };
  // "nhiều hơn năm ngoái 9 mô hình (37 mô hình)": what it is more than.
  if (last?.role === 'change' && last.compared === true && /^(?: \p{L}+){0,3} \($/u.test(left))
    return { role: 'previous' };
  const ofOther = last?.kind === 'times' || last?.role === 'ofPlan';
  const earlier =
    /^ (?:so với |của |cùng kỳ )*(?:năm (?:(?:19|20)\d\d|trước|ngoái)|cùng kỳ)[^,;:.\d]{0,25}\(?\s*$/u;
  if (ofOther && earlier.test(left)) return { role: 'previous' };
  const planned = /(?<!\p{L})(?:đề ra|được giao|giao)\s*$/u.test(left);
  const ofPlan = pattern(`%\\s*(?:${any(lists.targets.ofPlan)})(?!\\p{L})`);
  return planned && ofPlan.test(behind) ? { role: 'target' } : undefined;
}

/** The last word of direction. */
function directionOf(text: string, { lists, any, every }: Vocabulary): 'up' | 'down' | undefined {
  const { up, down } = lists.changes;
  const word = [...text.matchAll(every(whole(any([...up, ...down]))))].at(-1)?.[0];
  if (word === undefined) return undefined;
  return up.includes(word) ? 'up' : 'down';
}

/** "cao nhất thuộc về 08 đơn vị (100%)": also behind the count of units. */
function extremeOf(left: string, last: Item | undefined, vocabulary: Vocabulary): 'high' | 'low' | undefined {
  const { lists, any, every } = vocabulary;
  const { highest, lowest } = lists.units;
  const word = [...left.matchAll(every(whole(any([...highest, ...lowest]))))].at(-1)?.[0];
  if (word !== undefined) return highest.includes(word) ? 'high' : 'low';
  return last?.kind === 'count' && last.extreme !== undefined && /^[^,;.]*\(\s*$/u.test(left)
    ? last.extreme
    : undefined;
}

function isPrevious(
  { left, before, behind, right }: Around,
  vocabulary: Vocabulary,
  { year, latest }: Years,
): boolean {
  const { lists, any, pattern } = vocabulary;
  const earlier = `(?:năm (?:19|20)\\d\\d|${any(lists.previous)})`;
  if (pattern(`so (?:với )?(?:cùng kỳ )?${earlier}[^,;.:]*$`).test(left)) return true;
  if (pattern(`\\(${earlier}[^,;.)]*$`).test(left)) return true;
  // "cao hơn năm 2023 (82,4%)", "thấp hơn mức của cùng kỳ (18 vụ)"
  const moved = any([...lists.changes.up, ...lists.changes.down]);
  if (
    pattern(
      `${whole(moved)} (?:so với |mức |con số |của )*(?:cùng kỳ )?${earlier}[^,;.:\\d()]{0,20}\\($`,
    ).test(left)
  )
    return true;
  if (pattern(`${whole(any(lists.previous))}[^,;.]*$`).test(before)) return true;
  if (/(?<!\p{L})so với(?:(?: mức| con số| tỷ lệ)?\s*|[^,;.()]{1,30}\()$/u.test(left)) return true;
  // "mức 9,3% của năm trước"
  if (pattern(`^ (?:của |trong |vào )(?:${any(lists.previous)})(?!\\p{L})`).test(behind)) return true;
  // "Nếu như năm 2023 có 131 thôn thì năm nay con số này là 135 thôn"
  const isThen =
    pattern('năm (?:19|20)\\d\\d[^,;.]*$').test(left) &&
    /(?:,| thì) (?:đến nay|năm nay|hiện nay|nay)(?!\p{L})[^;.]*$/u.test(right);
  return year !== undefined && (year < latest || (isThen && /\d/u.test(behind)));
}

/** "12/14 xã đủ số liệu", "(số liệu 12/14 đơn vị)": how many units the figures come from. */
function isCoverage(left: string, behind: string, { lists, any, pattern }: Vocabulary): boolean {
  return (
    /(?<!\p{L})(?:số liệu(?: của)?|tổng hợp từ)\s*$/u.test(left) ||
    pattern(`^[^.;,]{0,20}(?:${any(lists.coverage)})`).test(behind)
  );
}
