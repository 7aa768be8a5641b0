/**
 * The types that flow, in the order in which a run meets them. Read this file first.
 *
 * SourceFile → RawSheet[] → Part → UnitSubmission → ValidatedSubmission + Finding[]
 *   → ResultsDocument → Report → bytes
 */
export type * from './model/raw.js';
export type * from './model/findings.js';
export type * from './model/criteria.js';
export type * from './model/units.js';
export type * from './model/workspace.js';
export type * from './model/submission.js';
export type * from './model/results.js';
export type * from './model/report.js';
export type * from './model/comparison.js';
export type * from './model/tracking.js';
