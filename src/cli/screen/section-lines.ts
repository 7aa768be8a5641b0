/** Findings of one file and unit on screen: a rule once with its advice, under it the cells; long lists are cut and counted. */
import type { FindingSection, RuleGroup } from '../../findings/arrange.js';
import type { FindingBlock } from '../../findings/causes.js';
import type { Finding } from '../../model.js';
import { groupBy } from '../../values/groups.js';
import { append, largest } from '../../values/of-many.js';
import { safeText } from '../../values/safe-text.js';
import { countOf } from '../../findings/fold.js';
import { adviceLines, chalkOf, colouredWord, sentenceOf, wordOf } from './finding-words.js';
import type { ReporterOptions } from './reporter-options.js';
import { hanging, padTo, widthOf } from './wrap-text.js';

/** Cells of one rule in one column before the rest is only named: of what must be mended more than of remarks. */
const SHOWN_OF_A_COLUMN = { error: 5, warning: 5, info: 2 } as const;
/** What follows from one cause before the rest is counted. */
const SHOWN_FOLLOWING = 6;
/** Findings shown of one file, unless `--max` says otherwise. */
export const SHOWN_OF_A_FILE = 20;
/** What follows from a cause and says the same of another cell. */
const SAME = '(nội dung như trên)';
const NO_FILE = 'Toàn kỳ báo cáo';

/** The lines of a section, with its heading. `fullList`: where everything stands; `advised`: the advice already on screen. */
export function sectionLines(
  section: FindingSection,
  options: ReporterOptions,
  fullList: string,
  advised: Set<string>,
): readonly string[] {
  const most = options.max ?? SHOWN_OF_A_FILE;
  const lines = [chalkOf(options.colour).bold(heading(section, options))];
  let left = most;
  let hidden = 0;
  for (const group of section.groups) {
    const { blocks, more } = folded(group, options);
    const shown: FindingBlock[] = [];
    for (const block of blocks) {
      if (left <= 0) break;
      left -= 1 + Math.min(block.following.length, SHOWN_FOLLOWING);
      shown.push(block);
    }
    const cut = blocks.slice(shown.length);
    // What is only named behind the cells of a column is named with them, or counted with what is cut.
    hidden += cut.reduce((sum, block) => sum + countOf([block.head]) + countOf(block.following), 0);
    if (cut.length > 0) hidden += more.length;
    append(lines, groupLines(shown, cut.length === 0 ? more : [], options, advised));
  }
  if (hidden > 0) lines.push(`  … và ${hidden} nội dung nữa: ${fullList}`);
  return lines;
}

/** Of equal faults of one column the first stand for all; the cells of the others are only named. One left over is shown. */
function folded(
  { blocks }: RuleGroup,
  { max }: ReporterOptions,
): { readonly blocks: readonly FindingBlock[]; readonly more: readonly Finding[] } {
  if (max === Infinity) return { blocks, more: [] };
  const alone = blocks.filter(({ head, following }) => following.length === 0 && columnOf(head) !== '');
  const hidden = new Set<FindingBlock>();
  for (const members of groupBy(alone, ({ head }) => columnOf(head)).values()) {
    const [first] = members;
    const most = first === undefined ? 0 : SHOWN_OF_A_COLUMN[first.head.severity];
    if (members.length > most + 1) for (const block of members.slice(most)) hidden.add(block);
  }
  return {
    blocks: blocks.filter((block) => !hidden.has(block)),
    more: [...hidden].map(({ head }) => head),
  };
}

const columnOf = ({ at }: Finding): string => /^[A-Z]+(?=\d)/u.exec(at.cell ?? '')?.[0] ?? '';

function groupLines(
  blocks: readonly FindingBlock[],
  more: readonly Finding[],
  options: ReporterOptions,
  advised: Set<string>,
): readonly string[] {
  const [first] = blocks;
  if (first === undefined) return [];
  const { colour, columns } = options;
  const sheet = first.head.at.sheet ?? '';
  const title = `  ${colouredWord(first.head, colour)}  ${first.head.number}`;
  const room = largest(blocks.map(({ head }) => widthOf(safeText(head.at.cell ?? ''))));
  const indent = ' '.repeat(room > 0 ? 6 + room : 4);
  return [
    sheet === '' ? title : `${title}  ${safeText(sheet)}`,
    ...blocks.flatMap(({ head, following }) => [
      hanging(
        `    ${padTo(safeText(head.at.cell ?? ''), room)}${room > 0 ? '  ' : ''}`,
        sentenceOf(head),
        columns,
      ),
      ...followingLines(head, following, indent, options),
    ]),
    ...(more.length === 0 ? [] : [alsoIn(more, indent, columns)]),
    ...adviceOnce(first.head, options, advised),
  ];
}

/** The same advice is given once on a screen, under the first that needs it; with `--all` under each rule. */
function adviceOnce(
  head: Finding,
  { columns, colour, max }: ReporterOptions,
  advised: Set<string>,
): readonly string[] {
  if (max !== Infinity && advised.has(`${head.number} ${head.hint ?? ''}`)) return [];
  advised.add(`${head.number} ${head.hint ?? ''}`);
  return adviceLines(head, '    ', columns).map((line) => chalkOf(colour).dim(line));
}

function followingLines(
  head: Finding,
  following: readonly Finding[],
  indent: string,
  { columns, colour, max }: ReporterOptions,
): readonly string[] {
  const shown = max === Infinity ? following : following.slice(0, SHOWN_FOLLOWING);
  const rest = countOf(following.slice(shown.length));
  return [
    ...shown.map((one) => {
      const place = placeBeside(head, one);
      const word = wordOf(one);
      const lead = `${indent}↳ `;
      const text = `${place === '' ? '' : `${place}  `}${word}  ${one.number}  ${one.message === head.message ? SAME : sentenceOf(one)}`;
      return hanging(lead, text, columns).replace(word, () => colouredWord(one, colour, word));
    }),
    ...(rest > 0 ? [`${indent}↳ và ${rest} nội dung khác cùng nguyên nhân`] : []),
  ];
}

/** The cell, with its sheet and file where they are others than those of the head. */
function placeBeside(head: Finding, { at }: Finding): string {
  const sheet = at.sheet === head.at.sheet ? '' : (at.sheet ?? '');
  const file = at.file === head.at.file ? '' : at.file;
  return safeText([file, sheet, at.cell ?? ''].filter((part) => part !== '').join(' › '));
}

/** "… và 14 ô khác cùng lỗi: D17, D18, …" on one line. */
function alsoIn(more: readonly Finding[], indent: string, columns: number): string {
  const same = more[0]?.severity === 'info' ? 'tương tự' : 'cùng lỗi';
  const start = `${indent}… và ${countOf(more)} ô khác ${same}: `;
  const cells = more.map(({ at }) => safeText(at.cell ?? ''));
  let text = start;
  for (const [index, cell] of cells.entries()) {
    const next = `${index === 0 ? '' : ', '}${cell}`;
    if (widthOf(text) + widthOf(next) + 3 > columns) return `${text}, …`;
    text += next;
  }
  return text;
}

/** File on the left; whose it is on the right, or on a second line where it does not fit. */
function heading({ file, groups }: FindingSection, { columns, unitName }: ReporterOptions): string {
  const left = safeText(file === '' ? NO_FILE : file);
  const heads = groups.flatMap(({ blocks }) => blocks.map(({ head }) => head));
  const units = new Set(heads.map((found) => found.unit));
  const [unit] = units;
  if (units.size !== 1 || unit === undefined) return left;
  const period = heads.find((found) => found.period !== undefined)?.period;
  const name = unitName?.(unit) ?? unit;
  const right = safeText(period === undefined ? name : `${name}, ${periodText(period)}`);
  const gap = columns - widthOf(left) - widthOf(right);
  return gap >= 2 ? `${left}${' '.repeat(gap)}${right}` : `${left}\n  ${right}`;
}

const periodText = (period: string): string =>
  period.endsWith('-H1')
    ? `6 tháng đầu năm ${period.slice(0, 4)}`
    : period.endsWith('-DK')
      ? `đăng ký năm ${period.slice(0, 4)}`
      : `năm ${period}`;
