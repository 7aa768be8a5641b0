/**
 * accepted.csv applied: a data finding that is true although it looks wrong counts again; a missing unit stays missing
 * and is named. File and structure findings cannot be accepted; an acceptance lapses when the value changes.
 */
import type { Acceptance, Finding, SourceRef } from '../model.js';
import { formatDate } from '../values/number-format.js';
import { safeText } from '../values/safe-text.js';
import { cleanText } from '../values/vietnamese-text.js';
import type { FindingCode } from './catalogue/catalogue.js';
import { finding } from './finding.js';

const FILE = 'accepted.csv';
const at = (index: number) => ({ file: FILE, cell: `dòng ${String(index + 2)}` });

/** What was accepted, by the office or by the levels below it. */
export interface Acceptances {
  /** Who accepted a finding and why; undefined where nobody did. */
  readonly of: (one: Finding) => Finding['accepted'];
  /** The findings with their acceptances stated, and what is to be said about lines that do not hold. */
  readonly stated: (findings: readonly Finding[]) => readonly Finding[];
}

/** `below`: what a lower level accepted. A line of the office goes before it, of its lines the last that holds. */
export function acceptancesOf(
  lines: readonly Acceptance[],
  referenceDate: string,
  below: Acceptances['of'] = (one) => one.accepted,
): Acceptances {
  const ids = new Set(lines.map(({ id }) => id));
  const lapse = (line: Acceptance, index: number, one: Finding | undefined): Finding | undefined =>
    lapseOf(line, one, at(index), referenceDate);
  const of = (one: Finding): Finding['accepted'] => {
    const line = ids.has(one.id)
      ? lines.findLast((each, index) => each.id === one.id && lapse(each, index, one) === undefined)
      : undefined;
    return line === undefined ? below(one) : { reason: line.reason, person: line.person, date: line.date };
  };
  const stated = (findings: readonly Finding[]): readonly Finding[] => {
    const named = new Map(findings.flatMap((one) => (ids.has(one.id) ? [[one.id, one]] : [])));
    const lapses = lines.map((line, index) => lapse(line, index, named.get(line.id)));
    // A line that lapsed is nothing to speak of when another one holds.
    const held = new Set(lines.flatMap(({ id }, index) => (lapses[index] === undefined ? [id] : [])));
    return [
      ...findings.map((one) => {
        const accepted = of(one);
        return accepted === undefined || accepted === one.accepted ? one : { ...one, accepted };
      }),
      ...lines.flatMap(({ id }, index) => (held.has(id) ? [] : (lapses[index] ?? []))),
    ];
  };
  return { of, stated };
}

/** Why a line does not hold for the finding with its id; undefined where it does. */
function lapseOf(
  line: Acceptance,
  one: Finding | undefined,
  place: SourceRef,
  referenceDate: string,
): Finding | undefined {
  const { id, value, until } = line;
  if (one === undefined) return finding('accepted/unknown-finding', place, { id });
  if (!isAcceptable(one)) return finding('accepted/not-acceptable', place, { id, number: one.number });
  if (until !== undefined && until < referenceDate)
    return finding('accepted/expired', place, { id, until: formatDate(until) });
  const actual = acceptableValue(one);
  return sameValue(value, actual)
    ? undefined
    : finding('accepted/value-changed', place, { id, accepted: value, actual });
}

/**
 * What an acceptance is bound to: the figure and what it was compared with. When the households change under an
 * accepted number of families, it is another case and has to be looked at again.
 */
export const acceptableValue = (one: Finding): string =>
  [one.actual ?? '', ...(one.expected ?? [])]
    .map(cleanText)
    .filter((text) => text !== '')
    .join(' | ');

/** The value as the list holds it: cleaned, and with the apostrophe that keeps a spreadsheet from running it. */
const sameValue = (accepted: string, actual: string): boolean => {
  const [one, other] = [accepted, actual].map((text) =>
    cleanText(safeText(text)).replace(/^'(?=[=+\-@＝＋－＠])/u, ''),
  );
  return one === other;
};

/** What only the office can know: its own earlier results, maps and targets. Nobody else is asked about them. */
export const isOfficeMatter = ({ code }: Pick<Finding, 'code'>): boolean =>
  /^(?:comparison|previous|targets|agency|areas)\//u.test(code);

/** Questions about earlier periods that the office may answer "it is so"; faults of files and of the map are mended. */
const OFFICE_QUESTIONS: ReadonlySet<string> = new Set([
  'comparison/no-crosswalk',
  'comparison/no-basis',
  'comparison/renamed',
  'areas/redrawn',
  'areas/without-origin',
  'previous/other-kind',
  'previous/rate-disagrees',
  'agency/not-reported',
] satisfies readonly FindingCode[]);

/** Cells that hold a figure, only not the one that is shown; rows that are a sum by their figures alone, which may be chance. */
const DOUBTED_FIGURES: ReadonlySet<string> = new Set([
  'cell/shown-otherwise',
  'layout/row-is-sum',
  'layout/row-near-sum',
  'layout/rows-repeat-all',
  'layout/parts-beside-whole',
] satisfies readonly FindingCode[]);

/** Data findings have a unit and a rule or fields whose figure exists; unreadable cells and files have none. */
export const isAcceptable = (one: Finding): boolean =>
  one.code === 'unit/not-reported' ||
  OFFICE_QUESTIONS.has(one.code) ||
  (one.unit !== undefined && (one.rule !== undefined || DOUBTED_FIGURES.has(one.code)));

/** An error that still stands: neither accepted nor of a rule on trial. */
export const isStandingError = (one: Finding): boolean =>
  one.severity === 'error' && one.accepted === undefined && one.trial !== true;
