/**
 * Shape of a catalogue entry, with the parameters of its sentences read from the sentences themselves. What
 * `tdkvh explain` says besides stands in templates/findings.
 */
import type { Severity } from '../../model.js';

/** Names in braces of a sentence: `“{text}” không phải là số` → `text`. */
export type ParameterOf<S extends string> = S extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParameterOf<Rest>
  : never;

export interface FindingEntry<Message extends string = string, Hint extends string = string> {
  /** What people see: VH1xx file, 2xx layout, 3xx cell and row, 4xx total, 5xx unit and submission, 6xx change and plausibility, 7xx criteria and configuration, 8xx template and output, 9xx tool. Never reused. */
  readonly number: `VH${number}`;
  readonly severity: Severity;
  /** Vietnamese, one sentence: what is wrong, with the facts that show it. */
  readonly message: Message;
  /** Vietnamese, imperative: what to do. */
  readonly hint: Hint;
}

/** Keeps the literal types of the sentences, so that `finding` can demand their parameters. */
export function defineFindings<const Entries extends Readonly<Record<`${string}/${string}`, FindingEntry>>>(
  entries: Entries,
): Entries {
  return entries;
}
