/**
 * Unit, period, criteria set and Lần nộp of a sender. What the hidden sheet, Thông tin and the title lines say must
 * agree; where they disagree the part is asked about, never guessed.
 */
import { finding } from '../../findings/finding.js';
import type { Finding, Part, SourceRef } from '../../model.js';
import { unitFullName } from '../../units/names/unit-name.js';
import { submissionNumber } from '../cells/submission-number.js';
import { cleanText } from '../../values/vietnamese-text.js';
import { attributeUnit } from './attribute-unit.js';
import type { UnitSaid } from './unit-said.js';
import { shortened } from '../listed.js';
import { periodId, yearsInName } from '../layout/period-text.js';
import { periodLine } from './settlement.js';
import type { TitlePeriod } from './title-period.js';
import type { RecognitionContext } from '../recognition.js';
import { defined } from '../../values/defined.js';
import { fileName } from '../../values/file-name.js';

/** A word of the sender and where it stands. */
export interface Said {
  readonly text: string;
  readonly at: SourceRef;
}

export interface Saying {
  readonly sha256: string;
  readonly said: UnitSaid;
  /** Unit by decision of the office: what the file says of its unit no longer matters. */
  readonly settledUnit?: string;
  /** Period by decision of the office. */
  readonly settledPeriod?: string;
  /** What the identity sheet, Thông tin and the period's column say. */
  readonly periods: readonly (string | undefined)[];
  /** What the titles say where none of those speaks. */
  readonly titled?: TitlePeriod;
  /** What a title says of the time where none names a period. */
  readonly unclear?: string;
  readonly criteria: string | undefined;
  readonly submissionNo: Said | undefined;
  /** Where the unit and the period are said, or the file. */
  readonly at: SourceRef;
  readonly periodAt: SourceRef;
  /** The unit was taken from this title line. */
  readonly title?: Said;
}

export interface Attributed {
  readonly unit?: string;
  readonly unitName: string;
  readonly period: string;
  readonly submissionNo: number;
  /** Why the part cannot count; undefined when it can. */
  readonly refused?: Part['state'];
}

/** Adds to `findings` what speaks against using the part, or should be known about it. */
export function attributeSender(
  saying: Saying,
  context: RecognitionContext,
  findings: Finding[],
): Attributed {
  const { at, sha256 } = saying;
  const said =
    saying.settledUnit === undefined ? saying.said : { code: saying.settledUnit, settled: true as const };
  const attribution = attributeUnit(said, context.scope, { at, sha256 });
  if ('finding' in attribution) findings.push(attribution.finding);
  const unit = 'unit' in attribution ? attribution.unit : undefined;
  if ('unit' in attribution && attribution.remark !== undefined) findings.push(attribution.remark);
  const subject = unit === undefined ? {} : { unit: unit.code, period: context.period.id };
  // What the office settled was not found in a title.
  if (unit !== undefined && saying.title !== undefined && saying.settledUnit === undefined)
    findings.push(
      finding(
        'submission/unit-from-title',
        saying.title.at,
        { unit: unitFullName(unit), text: saying.title.text },
        subject,
      ),
    );
  const { period, refused } = periodOf(saying, context, subject, findings);
  let state: Part['state'] | undefined = unit === undefined ? 'unattributed' : refused;
  if (saying.criteria !== undefined && saying.criteria !== context.set.id) {
    const parameters = { actual: shortened(saying.criteria), expected: context.set.id };
    findings.push(finding('submission/wrong-criteria-set', at, parameters, subject));
    state ??= 'rejected';
  }
  return {
    ...defined({ unit: unit?.code }),
    unitName: unit === undefined ? '' : unitFullName(unit),
    period,
    submissionNo: submissionNo(saying.submissionNo, subject, findings),
    ...defined({ refused: state }),
  };
}

type Subject = { readonly unit?: string; readonly period?: string };

function periodOf(
  saying: Saying,
  context: RecognitionContext,
  subject: Subject,
  findings: Finding[],
): { readonly period: string; readonly refused?: Part['state'] } {
  const expected = context.period.id;
  const settlement = periodLine(saying.sha256, expected);
  if (saying.settledPeriod !== undefined) return settledAs(saying.settledPeriod, saying, expected, findings);
  const typed = saying.periods.map((text) => periodId(text)).filter((text) => text !== '');
  const titled = typed.length > 0 || saying.titled === undefined ? NOTHING : saying.titled;
  if (titled.kind === 'several') {
    const parameters = {
      periods: titled.periods.join(', '),
      seen: titled.seen,
      period: expected,
      settlement,
    };
    findings.push(finding('submission/several-years', saying.periodAt, parameters, subject));
    return { period: expected, refused: 'rejected' };
  }
  const [first, second] = new Set(titled.kind === 'one' ? [titled.period] : typed);
  if (first === undefined) {
    const why = whyUnsaid(saying);
    const parameters = { period: expected, why, place: placeText(saying.periodAt), settlement };
    findings.push(finding('submission/period-unsaid', saying.periodAt, parameters, subject));
    return { period: expected, refused: 'rejected' };
  }
  if (second !== undefined) {
    const [one, other, place] = [shortened(first), shortened(second), placeText(saying.periodAt)];
    const parameters = { first: one, second: other, place, period: expected, settlement };
    findings.push(finding('submission/period-conflict', saying.periodAt, parameters, subject));
    return { period: second, refused: 'rejected' };
  }
  if (first === expected) return { period: first };
  const parameters = { actual: shortened(first), expected, place: placeText(saying.periodAt) };
  findings.push(finding('submission/wrong-period', saying.periodAt, parameters, subject));
  return { period: first, refused: 'rejected' };
}

function whyUnsaid({ unclear, at }: Saying): string {
  if (unclear !== undefined) return unclear;
  const years = yearsInName(fileName(at.file));
  return years.length === 0 ? 'tệp không ghi năm, kỳ báo cáo' : `chỉ tên tệp có năm ${years.join(', ')}`;
}

const NOTHING: TitlePeriod = { kind: 'none' };

/** The office has said of which period the file is: the one being compiled, or another. */
function settledAs(
  period: string,
  saying: Saying,
  expected: string,
  findings: Finding[],
): { readonly period: string; readonly refused?: Part['state'] } {
  if (period === expected) return { period };
  findings.push(finding('submission/not-used', saying.at, { decision: `period: ${period}` }));
  return { period, refused: 'skipped' };
}

/** Where the sender mends the period: a workbook has sheets, a CSV file columns. */
const placeText = ({ sheet }: SourceRef): string =>
  sheet === undefined ? 'cột “Kỳ báo cáo” (period)' : `trang “${sheet}”`;

/** "2", "02", "Lần 2", "lần thứ 2"; anything else is reported and counts as the first. */
function submissionNo(said: Said | undefined, subject: Subject, findings: Finding[]): number {
  if (said === undefined) return 1;
  const text = cleanText(said.text);
  if (text === '') return 1;
  const number = submissionNumber(text);
  if (number !== undefined) return number;
  findings.push(finding('submission/number-unclear', said.at, { text: shortened(text) }, subject));
  return 1;
}
