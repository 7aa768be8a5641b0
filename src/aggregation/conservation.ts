/** The conservation line: every part, then every file, ends in exactly one state, and the states add up. */
import type { ConservationRecord, InputRecord, Part, PartState } from '../model.js';
import { defined } from '../values/defined.js';

/** From best to worst; a file's state is its worst part's. */
const STATES: readonly PartState[] = [
  'used',
  'skipped',
  'duplicate',
  'superseded',
  'rejected',
  'unattributed',
];

const worstOf = (states: readonly PartState[]): PartState =>
  states.reduce<PartState>(
    (worst, state) => (STATES.indexOf(state) > STATES.indexOf(worst) ? state : worst),
    'used',
  );

/** Inputs with their parts, in the order the files were met. */
export function inputRecords(
  files: readonly { readonly path: string; readonly sha256: string; readonly parts: readonly Part[] }[],
): readonly InputRecord[] {
  return files.map(({ path, sha256, parts }) => ({
    path,
    sha256,
    state: worstOf(parts.map((part) => part.state)),
    parts: parts.map((part) => ({
      ...defined({ form: part.form, unit: part.unit, period: part.period }),
      sheet: part.sheet,
      submissionNo: part.submissionNo,
      state: part.state,
    })),
  }));
}

/** Counts by state; throws when they do not add up, because then something was lost. */
export function conservationOf(inputs: readonly InputRecord[]): ConservationRecord {
  const count = (states: readonly PartState[], total: number): ConservationRecord['parts'] => {
    const counts = { used: 0, superseded: 0, duplicate: 0, rejected: 0, skipped: 0, unattributed: 0 };
    for (const state of states) counts[state] += 1;
    const sum = Object.values(counts).reduce((one, other) => one + other, 0);
    if (sum !== total) throw new Error(`conservation: ${String(total)} = ${JSON.stringify(counts)}`);
    return { ...counts, total };
  };
  const parts = inputs.flatMap((input) => input.parts);
  return {
    parts: count(
      parts.map((part) => part.state),
      parts.length,
    ),
    files: count(
      inputs.map((input) => input.state),
      inputs.length,
    ),
  };
}
