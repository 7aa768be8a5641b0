/** What recognising a file needs and gives; shared by the readers of workbooks and of CSV files. */
import type { CriteriaSet, Finding, Part, PeriodKind, RawFile, Settlement } from '../model.js';
import type { UnitScope } from './sender/unit-scope.js';

export interface RecognitionContext {
  readonly set: CriteriaSet;
  readonly scope: UnitScope;
  /** Period being compiled. */
  readonly period: { readonly id: string; readonly kind: PeriodKind };
  readonly settlements: readonly Settlement[];
}

export interface Recognition {
  readonly parts: readonly Part[];
  readonly findings: readonly Finding[];
}

export const partOf = (
  file: RawFile,
  part: Partial<Part> & { readonly sheet: string; readonly state: Part['state'] },
): Part => ({ file: file.source.path, sha256: file.source.sha256, submissionNo: 1, ...part });
