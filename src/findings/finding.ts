/** Makes findings: fills the catalogue's sentences and gives each a stable id. */
import type { Finding, SourceRef } from '../model.js';
import { CATALOGUE, type FindingCode } from './catalogue/catalogue.js';
import type { ParameterOf } from './catalogue/define.js';
import { shortHash } from '../values/short-hash.js';

/** Place of what is about no file: the command line, the machine. */
export const NOWHERE: SourceRef = { file: '' };

/** Stops what was asked for, unless it is accepted or of a rule on trial (isStandingError). */
export const isError = ({ severity }: Pick<Finding, 'severity'>): boolean => severity === 'error';

type Entry<Code extends FindingCode> = (typeof CATALOGUE)[Code];
export type FindingParameters<Code extends FindingCode> = Readonly<
  Record<ParameterOf<Entry<Code>['message']> | ParameterOf<Entry<Code>['hint']>, string | number>
>;

/** What a finding is about, beyond its place. */
export type FindingSubject = Partial<
  Pick<
    Finding,
    | 'unit'
    | 'period'
    | 'form'
    | 'rule'
    | 'rowKey'
    | 'fields'
    | 'related'
    | 'actual'
    | 'expected'
    | 'basis'
    | 'severity'
    | 'trial'
    | 'hint'
  >
>;

/** Sentences of the catalogue cut at their places: text, name, text …; a run may fill one of them 200,000 times. */
const cut = new Map<string, readonly string[]>();

function fill(sentence: string, parameters: Readonly<Record<string, string | number>>): string {
  let parts = cut.get(sentence);
  if (parts === undefined) cut.set(sentence, (parts = sentence.split(/\{(\w+)\}/u)));
  let filled = parts[0] ?? '';
  for (let at = 1; at < parts.length; at += 2) {
    const name = parts[at] ?? '';
    filled += `${parameters[name] ?? `{${name}}`}${parts[at + 1] ?? ''}`;
  }
  return filled;
}

/**
 * A finding of the catalogue at a place. `subject.severity` and `subject.hint` come from the rule of a
 * criteria set and override the entry's own.
 */
export function finding<Code extends FindingCode>(
  code: Code,
  at: SourceRef,
  parameters: FindingParameters<Code>,
  subject: FindingSubject = {},
): Finding {
  const entry = CATALOGUE[code];
  return {
    severity: entry.severity,
    hint: fill(entry.hint, parameters),
    ...subject,
    id: findingId(code, at, subject),
    code,
    number: entry.number,
    at,
    message: fill(entry.message, parameters),
  };
}

/** Files and configuration have no unit: there the place itself is what the finding is about. */
function findingId(code: string, at: SourceRef, subject: FindingSubject): string {
  const about =
    subject.unit === undefined
      ? [at.file, at.sheet ?? '', at.cell ?? '']
      : [subject.unit, subject.period ?? '', subject.form ?? '', subject.rowKey ?? ''];
  return shortHash([code, subject.rule ?? '', ...about, ...(subject.fields ?? [])].join('\u001f'));
}
