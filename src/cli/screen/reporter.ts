/** Findings on screen: by file and sheet, a line per cell, repeats of one fault in a column folded, a count at the end. */
import { Chalk } from 'chalk';
import type { Finding } from '../../model.js';
import type { FindingCode } from '../../findings/catalogue.js';
import { isStandingError } from '../../findings/acceptance.js';
import { countOf } from '../../findings/fold.js';
import { parseCellAddress } from '../../values/cell-address.js';
import { formatDate } from '../../values/number-format.js';
import { compareVietnamese } from '../../values/vietnamese-text.js';
import { safeText } from '../../values/safe-text.js';
import { withPathsShown } from './shown-path.js';
import { hanging, padTo, widthOf } from './wrap-text.js';
import { groupBy } from '../../values/groups.js';
import { largest } from '../../values/of-many.js';

export interface ReporterOptions {
  readonly columns: number;
  readonly colour: boolean;
  /** Files looked at, for the last line; without it the files that have findings. */
  readonly files?: number;
  /** Full name of a unit, "Xã An Bình"; its code when unknown. */
  readonly unitName?: (code: string) => string | undefined;
  /** Only errors, and the last line. */
  readonly quiet?: boolean;
}

/** Cells shown of one fault in one column, and in one sheet, before the rest is folded; and lines shown of one sheet. */
const SHOWN_OF_ONE_COLUMN = 5;
const SHOWN_OF_ONE_FAULT = 10;
const SHOWN_OF_ONE_SHEET = 30;
/** Files with one and the same fault, and no other, before the rest is counted. */
const SHOWN_FILES = 10;
const FULL_LIST = 'ghi --findings TỆP.csv để có danh sách đầy đủ';

const WORDS = { error: 'Phải sửa', warning: 'Cần xác nhận', info: 'Lưu ý' } as const;
const TRIAL = 'Theo dõi';
const ACCEPTED = 'Đã xác nhận';
const WORD_WIDTH = widthOf(WORDS.warning);
const NO_FILE = 'Toàn kỳ báo cáo';

/**
 * The text of all findings: by place, then the counting line, then what the program itself has to say (a refusal, a
 * wrong option), because the most important line stands last.
 */
export function reportFindings(given: readonly Finding[], options: ReporterOptions): string {
  const findings = withPathsShown(given);
  const shown = options.quiet === true ? findings.filter(isStandingError) : findings;
  const sections = foldFiles(groupByPlace(shown.filter((found) => !isOfProgram(found)))).map(
    ({ group, more }) =>
      more === 0
        ? section(group, options)
        : `${section(group, options)}  … và ${more} tệp khác cùng như vậy; ${FULL_LIST}\n`,
  );
  const about = findings.filter((found) => !isOfProgram(found));
  const own = shown.filter(isOfProgram);
  return [
    ...sections,
    ...(about.length === 0 && own.length > 0 ? [] : [countingLine(about, options)]),
    ...(own.length === 0 ? [] : [lines(own, options)]),
  ].join('\n');
}

/** Findings of the command line are about no file. */
const isOfProgram = ({ code }: Finding): boolean => code.startsWith('cli/');

/** "14 tệp: 3 phải sửa, 5 cần xác nhận". */
export function countingLine(findings: readonly Finding[], options: ReporterOptions): string {
  const counted = findings.filter(({ trial, accepted }) => trial !== true && accepted === undefined);
  const files =
    options.files ?? new Set(findings.map(({ at }) => at.file).filter((file) => file !== '')).size;
  const parts = (['error', 'warning', 'info'] as const)
    .map((severity) => ({ severity, count: countOf(counted.filter((found) => found.severity === severity)) }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => `${count} ${WORDS[severity].toLowerCase()}`);
  const accepted = findings.filter((found) => found.accepted !== undefined).length;
  if (accepted > 0) parts.push(`${accepted} đã xác nhận`);
  const counts = parts.length === 0 ? 'không có gì phải sửa' : parts.join(', ');
  return files === 0 ? `Tổng số: ${counts}` : `${files} tệp: ${counts}`;
}

interface Group {
  readonly file: string;
  readonly sheet: string;
  readonly findings: readonly Finding[];
}

function groupByPlace(findings: readonly Finding[]): readonly Group[] {
  const groups = new Map<string, { file: string; sheet: string; findings: Finding[] }>();
  for (const found of findings) {
    const { file, sheet = '' } = found.at;
    const key = `${file}\u0000${sheet}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { file, sheet, findings: [found] });
    else group.findings.push(found);
  }
  return [...groups.values()]
    .map((group) => ({ ...group, findings: group.findings.toSorted(byCell) }))
    .sort(
      (left, right) => compareVietnamese(left.file, right.file) || compareVietnamese(left.sheet, right.sheet),
    );
}

interface FoldedFile {
  readonly group: Group;
  /** Files of the same fault that are not shown; carried by the last one shown. */
  readonly more: number;
}

/** Of many files that are nobody's and have one fault the first stand for all. A single one left over is shown. */
function foldFiles(groups: readonly Group[]): readonly FoldedFile[] {
  const alike = groupBy(groups, faultOfFile);
  const met = new Map<string, number>();
  return groups.flatMap((group) => {
    const fault = faultOfFile(group);
    const count = fault === undefined ? 0 : (alike.get(fault)?.length ?? 0);
    if (fault === undefined || count <= SHOWN_FILES + 1) return [{ group, more: 0 }];
    const before = met.get(fault) ?? 0;
    met.set(fault, before + 1);
    if (before >= SHOWN_FILES) return [];
    return [{ group, more: before === SHOWN_FILES - 1 ? count - SHOWN_FILES : 0 }];
  });
}

/** What all lines about a file say; undefined where one is about a unit, was accepted, or counts others. */
function faultOfFile({ file, findings }: Group): string | undefined {
  const isPlain = findings.every(
    ({ code, unit, accepted }) =>
      unit === undefined && accepted === undefined && code !== ('file/more-of-same' satisfies FindingCode),
  );
  return file !== '' && isPlain
    ? findings.map(({ number, at }) => `${number} ${at.cell ?? ''}`).join(' ')
    : undefined;
}

function byCell(left: Finding, right: Finding): number {
  const [one, other] = [positionOf(left), positionOf(right)];
  return (
    one.row - other.row ||
    one.column - other.column ||
    compareVietnamese(left.number, right.number) ||
    compareVietnamese(left.message, right.message)
  );
}

/** Sheets give A1 addresses, YAML files "dòng 5, cột 3". */
function positionOf({ at }: Finding): { readonly row: number; readonly column: number } {
  const [row, column] = [...(at.cell ?? '').matchAll(/\d+/gu)].map(([digits]) => Number(digits));
  return parseCellAddress(at.cell ?? '') ?? { row: row ?? 0, column: column ?? 0 };
}

function section(group: Group, options: ReporterOptions): string {
  const chalk = new Chalk({ level: options.colour ? 1 : 0 });
  return `${chalk.bold(heading(group, options))}\n${lines(group.findings, options)}\n`;
}

/** A line per finding with its hint under it. */
function lines(findings: readonly Finding[], options: ReporterOptions): string {
  const chalk = new Chalk({ level: options.colour ? 1 : 0 });
  const folds = foldRepeats(findings);
  const placeWidth = largest(folds.map(({ found }) => widthOf(safeText(found.at.cell ?? ''))));
  const shown = folds.slice(0, SHOWN_OF_ONE_SHEET);
  const printed = shown.flatMap(({ found, more }, index) => {
    const place = padTo(safeText(found.at.cell ?? ''), placeWidth);
    const word = padTo(wordOf(found), WORD_WIDTH);
    const lead = `  ${place}${placeWidth > 0 ? '  ' : ''}${word}  ${found.number}  `;
    const indent = ' '.repeat(widthOf(lead));
    const sentence = hanging(lead, safeText(sentenceOf(found)), options.columns);
    // One advice for several lines in a row stands under the last of them.
    const next = shown[index + 1]?.found;
    const isSaidBelow =
      found.accepted !== undefined || (next?.hint === found.hint && next?.accepted === undefined);
    const hint =
      isSaidBelow || found.hint === undefined || found.hint === '' ? undefined : safeText(found.hint);
    return [
      sentence.replace(word, () => coloured(chalk, found, word)),
      ...(hint === undefined ? [] : [chalk.dim(hintLines(`${indent}→ `, hint, options.columns))]),
      ...(more > 0
        ? [`${indent}… và ${more} ô khác ${found.severity === 'info' ? 'tương tự' : 'cùng lỗi'}`]
        : []),
    ];
  });
  const hidden = folds.length - SHOWN_OF_ONE_SHEET;
  const rest = hidden > 0 ? [`  … và ${hidden} mục khác; ${FULL_LIST}`] : [];
  return [...printed, ...rest].join('\n');
}

/** A line to be copied into a file stands alone and whole, at the left: cut in two it could not be copied. */
function hintLines(lead: string, hint: string, columns: number): string {
  return hint
    .split(/ (?=- \{ sha256)|(?<=\})(?: |; )/u)
    .map((part, index) =>
      part.startsWith('- {')
        ? `  ${part}`
        : hanging(index === 0 ? lead : ' '.repeat(widthOf(lead)), part, columns),
    )
    .join('\n');
}

const wordOf = ({ severity, trial, accepted }: Finding): string =>
  accepted !== undefined ? ACCEPTED : trial === true ? TRIAL : WORDS[severity];

/** An accepted finding is told with who vouches for it, and needs no advice. */
const sentenceOf = ({ message, accepted }: Finding): string =>
  accepted === undefined
    ? message
    : `${message} Lý do: ${accepted.reason} (${accepted.person}, ${formatDate(accepted.date)}).`;

function coloured(chalk: InstanceType<typeof Chalk>, found: Finding, word: string): string {
  if (found.trial === true || found.accepted !== undefined) return chalk.dim(word);
  return { error: chalk.red, warning: chalk.yellow, info: chalk.cyan }[found.severity](word);
}

/** File and sheet on the left; whose it is on the right, or on a second line where it does not fit. */
function heading({ file, sheet, findings }: Group, { columns, unitName }: ReporterOptions): string {
  const left = safeText([file === '' ? NO_FILE : file, sheet].filter((part) => part !== '').join(' › '));
  const units = new Set(findings.map(({ unit }) => unit));
  const [unit] = units;
  if (units.size !== 1 || unit === undefined) return left;
  const period = findings.find((found) => found.period !== undefined)?.period;
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

interface Fold {
  readonly found: Finding;
  /** Cells of the same fault that are not shown; carried by the last one shown. */
  readonly more: number;
}

/** Repeats of one fault: the first cells of a column, and of a sheet, stand for all. A single one left over is shown. */
function foldRepeats(findings: readonly Finding[]): readonly Fold[] {
  const byColumn = folded(
    findings.map((found) => ({ found, more: 0 })),
    SHOWN_OF_ONE_COLUMN,
    (found) => columnOf(found),
  );
  return folded(byColumn, SHOWN_OF_ONE_FAULT, (found) => (columnOf(found) === '' ? '' : 'sheet'));
}

const columnOf = ({ at }: Finding): string => /^[A-Z]+/u.exec(at.cell ?? '')?.[0] ?? '';

/** `groupOf`: cells of one group are folded together; without a group nothing is folded. */
function folded(folds: readonly Fold[], most: number, groupOf: (found: Finding) => string): readonly Fold[] {
  const keyOf = ({ found }: Fold): string =>
    [found.number, found.severity, groupOf(found), found.accepted?.reason ?? ''].join(' ');
  const groups = groupBy(folds, keyOf);
  const met = new Map<string, number>();
  return folds.flatMap((fold) => {
    const key = keyOf(fold);
    const group = groups.get(key) ?? [];
    if (groupOf(fold.found) === '' || group.length <= most + 1) return [fold];
    const index = met.get(key) ?? 0;
    met.set(key, index + 1);
    if (index < most - 1) return [fold];
    if (index >= most) return [];
    const rest = group.slice(most).reduce((sum, { more }) => sum + 1 + more, 0);
    return [{ ...fold, more: fold.more + rest }];
  });
}
