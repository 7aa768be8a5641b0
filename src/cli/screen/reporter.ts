/**
 * Findings on screen: who has how much to mend, remarks that nearly all units get, then by file and rule with what follows
 * from one cause under it; the count stands at the end.
 */
import type { Finding } from '../../model.js';
import type { FindingCode } from '../../findings/catalogue/catalogue.js';
import { isStandingError } from '../../findings/acceptance.js';
import { sectionsOf, type FindingSection } from '../../findings/arrange.js';
import { blocksOf, byPlace } from '../../findings/causes.js';
import { countOf } from '../../findings/fold.js';
import { groupBy } from '../../values/groups.js';
import { SEVERITY_WORDS } from '../../findings/severity-words.js';
import { adviceLines, chalkOf, colouredWord, sentenceOf, wordOf } from './finding-words.js';
import { repeatedLines, splitRepeated } from './repeated-remarks.js';
import type { ReporterOptions } from './reporter-options.js';
import { asCalled, byMenu } from './as-called.js';
import { sectionLines } from './section-lines.js';
import { shownPath, withPathsShown } from './shown-path.js';
import { unitCountLines } from './unit-counts.js';
import { hanging, padTo, widthOf } from './wrap-text.js';

/** Files with one and the same fault, and no other, before the rest is counted. */
const SHOWN_FILES = 10;
const WORD_WIDTH = widthOf(SEVERITY_WORDS.warning);
const ASK_FOR_ALL = 'thêm --all, hoặc --findings TỆP.csv';
const AFTER_ALL = 'xem đủ trong findings.csv sau khi chạy tdkvh aggregate';

/**
 * The text of all findings: by place, then the counting line, then what the program itself has to say (a refusal, a
 * wrong option), because the most important line stands last.
 */
export function reportFindings(given: readonly Finding[], options: ReporterOptions): string {
  const findings = withPathsShown(given);
  const about = findings.filter((found) => !isOfProgram(found));
  const shown = options.quiet === true ? about.filter(isStandingError) : about;
  const blocks = blocksOf(shown);
  const { repeated, others } =
    options.max === Infinity ? { repeated: [], others: blocks } : splitRepeated(blocks);
  const fullList = shownPath(options.fullList ?? (byMenu() ? asCalled(AFTER_ALL) : ASK_FOR_ALL));
  const advised = new Set<string>();
  const parts = [
    options.quiet === true ? [] : unitCountLines(about, options),
    repeatedLines(repeated, options),
    ...foldFiles(sectionsOf(others), options.max).map(({ section, more }) => [
      ...sectionLines(section, options, fullList, advised),
      ...(more === 0 ? [] : [`  … và ${more} tệp khác cùng như vậy; ${fullList}`]),
    ]),
  ].filter((lines) => lines.length > 0);
  const own = findings.filter(
    (found) => isOfProgram(found) && (options.quiet !== true || isStandingError(found)),
  );
  return [
    ...parts.map((lines) => `${lines.join('\n')}\n`),
    ...(about.length === 0 && own.length > 0 ? [] : [countingLine(about, options)]),
    ...(own.length === 0 ? [] : [ofProgram(own, options)]),
  ].join('\n');
}

/** Findings of the command line; what one says of a line of a file is told with that file. */
const isOfProgram = ({ code, at }: Finding): boolean => code.startsWith('cli/') && at.cell === undefined;

/** "14 tệp: 3 phải sửa, 5 cần xác nhận". */
export function countingLine(findings: readonly Finding[], options: ReporterOptions): string {
  const counted = findings.filter(({ trial, accepted }) => trial !== true && accepted === undefined);
  const files =
    options.files ?? new Set(findings.map(({ at }) => at.file).filter((file) => file !== '')).size;
  const parts = (['error', 'warning', 'info'] as const)
    .map((severity) => ({ severity, count: countOf(counted.filter((found) => found.severity === severity)) }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => `${count} ${SEVERITY_WORDS[severity].toLowerCase()}`);
  const accepted = findings.filter((found) => found.accepted !== undefined).length;
  if (accepted > 0) parts.push(`${accepted} đã xác nhận`);
  const counts = parts.length === 0 ? 'không có gì phải sửa' : parts.join(', ');
  return files === 0 ? `Tổng số: ${counts}` : `${files} tệp: ${counts}`;
}

interface FoldedFile {
  readonly section: FindingSection;
  /** Files of the same fault that are not shown; carried by the last one shown. */
  readonly more: number;
}

/** Of many files that are nobody's and have one fault the first stand for all. A single one left over is shown. */
function foldFiles(sections: readonly FindingSection[], max?: number): readonly FoldedFile[] {
  if (max === Infinity) return sections.map((section) => ({ section, more: 0 }));
  const alike = groupBy(sections, faultOfFile);
  const met = new Map<string, number>();
  return sections.flatMap((section) => {
    const fault = faultOfFile(section);
    const count = fault === undefined ? 0 : (alike.get(fault)?.length ?? 0);
    if (fault === undefined || count <= SHOWN_FILES + 1) return [{ section, more: 0 }];
    const before = met.get(fault) ?? 0;
    met.set(fault, before + 1);
    if (before >= SHOWN_FILES) return [];
    return [{ section, more: before === SHOWN_FILES - 1 ? count - SHOWN_FILES : 0 }];
  });
}

/** What all lines about a file say; undefined where one is about a unit, was accepted, or counts others. */
function faultOfFile({ file, groups }: FindingSection): string | undefined {
  const findings = groups.flatMap(({ blocks }) =>
    blocks.flatMap(({ head, following }) => [head, ...following]),
  );
  const isPlain = findings.every(
    ({ code, unit, accepted }) =>
      unit === undefined && accepted === undefined && code !== ('file/more-of-same' satisfies FindingCode),
  );
  return file !== '' && isPlain
    ? findings.map(({ number, at }) => `${number} ${at.cell ?? ''}`).join(' ')
    : undefined;
}

/** What the program itself says: a line each with its advice under it. */
function ofProgram(findings: readonly Finding[], { columns, colour }: ReporterOptions): string {
  const sorted = findings.toSorted(byPlace);
  return sorted
    .flatMap((found, index) => {
      const word = wordOf(found);
      const lead = `  ${padTo(word, WORD_WIDTH)}  ${found.number}  `;
      const next = sorted[index + 1];
      const isSaidBelow = next?.hint === found.hint && next?.accepted === undefined;
      const advice = isSaidBelow ? [] : adviceLines(found, ' '.repeat(widthOf(lead)), columns);
      return [
        hanging(lead, sentenceOf(found), columns).replace(word, () => colouredWord(found, colour, word)),
        ...advice.map((line) => chalkOf(colour).dim(line)),
      ];
    })
    .join('\n');
}
