/** A lower level's results.json as it came, and what adopting it gives. */
import type { Finding, Part, ResultsDocument, UnitSubmission, UnitVersion } from '../../model.js';
import type { RecognitionContext } from '../recognition.js';
import { defined } from '../../values/defined.js';

export interface LowerDocument {
  readonly path: string;
  readonly sha256: string;
  readonly results: ResultsDocument;
}

/** What adopting a document needs beyond what recognising a form does. */
export interface LowerContext extends RecognitionContext {
  readonly referenceDate: string;
  readonly criteriaSha256: string;
  /** Every version of a unit that is known, to see whether a code stands for the same ground on two days. */
  readonly known: readonly UnitVersion[];
}

export interface Adopted {
  readonly document: LowerDocument;
  /** A part for each form of each unit; one part without figures when nothing of the document counts. */
  readonly parts: readonly Part[];
  /** About the document and its units; what is carried over of a unit's own findings stands on its parts. */
  readonly findings: readonly Finding[];
  /** Figures of every unit of the document as it has them, whatever of it counts here: its totals are checked on them. */
  readonly units: readonly UnitSubmission[];
  /** What the document says of units of which no form counted there: why they have no figures. */
  readonly withoutForms: readonly Finding[];
}

/** The document as one part that does not count. */
export const refusedWhole = (
  { path, sha256, results }: LowerDocument,
  state: Part['state'],
  unit?: string,
): Part => ({
  file: path,
  sha256,
  sheet: '',
  period: results.period.id,
  submissionNo: 1,
  state,
  ...defined({ unit }),
});

/** The tree of the document by its own list, for walking from a unit to the leaves under it. */
export function leavesOf({ units }: ResultsDocument): readonly string[] {
  return units.flatMap(({ code, leaf }) => (leaf ? [code] : []));
}
