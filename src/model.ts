/**
 * The types that flow, in the order in which a run meets them. Read this file first.
 *
 * SourceFile → RawSheet[] → Part → UnitSubmission → ValidatedSubmission + Finding[]
 *   → ResultsDocument → Report → bytes
 *
 * Types only: who imports one from here loads no schema.
 */
export type * from './model/raw.js';
export type * from './model/results/finding.js';
export type * from './model/criteria/shapes.js';
export type * from './model/criteria/references.js';
export type * from './model/criteria/form.js';
export type { ChoiceDefinition, FieldDefinition, Marks } from './model/criteria/field.js';
export type { IndicatorDefinition, RowCount, RowFilter, Term } from './model/criteria/indicator.js';
export type { TotalDefinition } from './model/criteria/total.js';
export type * from './model/criteria/rule.js';
export type * from './model/criteria/title.js';
export type * from './model/criteria/criteria-set.js';
export type { OwnColumn, OwnField, OwnForm, OwnLine, OwnTable } from './model/criteria/own-form.js';
export type * from './model/units.js';
export type * from './model/workspace.js';
export type * from './model/submission.js';
export type { CellState, PartState, UnitLevel } from './model/results/shapes.js';
export type * from './model/results/measure.js';
export type * from './model/results/records.js';
export type * from './model/results/settings.js';
export type * from './model/results/comparison.js';
export type * from './model/results/document.js';
export type * from './model/report.js';
export type * from './model/board.js';
export type * from './model/report-text.js';
export type * from './model/tracking.js';
export type * from './model/tracing.js';
export type * from './model/correction.js';
export type { MemberRole, SealedManifest, SealedMember } from './model/sealing.js';
