/**
 * accepted.csv applied: a data finding that is true although it looks wrong counts again; a missing unit stays missing
 * and is named. File and structure findings cannot be accepted; an acceptance lapses when the value changes.
 */
import type { Acceptance, Finding } from '../model.js';
import { formatDate } from '../values/number-format.js';
import { cleanText } from '../values/vietnamese-text.js';
import type { FindingCode } from './catalogue.js';
import { finding } from './finding.js';

const FILE = 'accepted.csv';
const at = (index: number) => ({ file: FILE, cell: `dòng ${String(index + 2)}` });

/** Findings with acceptances marked on them, and what is to be said about acceptances that do not hold. */
export function applyAcceptances(
  findings: readonly Finding[],
  accepted: readonly Acceptance[],
  referenceDate: string,
): readonly Finding[] {
  const byId = new Map(findings.map((one) => [one.id, one]));
  const marked = new Map<string, Finding>();
  const remarks: { readonly id: string; readonly remark: Finding }[] = [];
  accepted.forEach((acceptance, index) => {
    const { id, reason, person, date } = acceptance;
    const found = byId.get(id);
    const remark = (one: Finding): void => void remarks.push({ id, remark: one });
    if (found === undefined) {
      remark(finding('accepted/unknown-finding', at(index), { id }));
    } else if (!isAcceptable(found)) {
      remark(finding('accepted/not-acceptable', at(index), { id, number: found.number }));
    } else if (acceptance.until !== undefined && acceptance.until < referenceDate) {
      remark(finding('accepted/expired', at(index), { id, until: formatDate(acceptance.until) }));
    } else if (!sameValue(acceptance.value, acceptableValue(found))) {
      const parameters = { id, accepted: acceptance.value, actual: acceptableValue(found) };
      remark(finding('accepted/value-changed', at(index), parameters));
    } else {
      marked.set(id, { ...found, accepted: { reason, person, date } });
    }
  });
  // A line that lapsed is nothing to speak of when a later one holds.
  const said = remarks.filter(({ id }) => !marked.has(id)).map(({ remark }) => remark);
  return [...findings.map((one) => marked.get(one.id) ?? one), ...said];
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
    cleanText(text).replace(/^'(?=[=+\-@＝＋－＠])/u, ''),
  );
  return one === other;
};

/** What only the office can know: its own earlier results, map and targets. Nobody else is asked about them. */
export const isOfficeMatter = ({ code }: Pick<Finding, 'code'>): boolean =>
  /^(?:comparison|previous|targets|agency)\//u.test(code);

/** Questions about earlier periods that the office may answer "it is so"; faults of files and of the map are mended. */
const OFFICE_QUESTIONS: ReadonlySet<string> = new Set([
  'comparison/no-crosswalk',
  'comparison/no-basis',
  'comparison/renamed',
  'previous/other-kind',
  'previous/rate-disagrees',
  'agency/not-reported',
] satisfies readonly FindingCode[]);

/** Data findings have a unit and a rule or fields whose figure exists; unreadable cells and files have none. */
export const isAcceptable = (one: Finding): boolean =>
  one.code === 'unit/not-reported' ||
  OFFICE_QUESTIONS.has(one.code) ||
  (one.unit !== undefined && one.rule !== undefined);

/** An error that still stands: neither accepted nor of a rule on trial. */
export const isStandingError = (one: Finding): boolean =>
  one.severity === 'error' && one.accepted === undefined && one.trial !== true;
