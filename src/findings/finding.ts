/** Makes findings: fills the catalogue's sentences and gives each a stable id. */
import type { Finding, SourceRef } from '../model.js';
import { CATALOGUE, type FindingCode } from './catalogue.js';
import type { ParameterOf } from './define.js';
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

const fill = (sentence: string, parameters: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{(\w+)\}/gu, (whole, name: string) => {
    const value = parameters[name];
    return value === undefined ? whole : String(value);
  });

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
