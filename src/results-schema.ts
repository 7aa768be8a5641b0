/** results.json at the door: a strict schema of `tdkvh/results@1`, the same for reading and for its JSON Schema. */
import { z } from 'zod';
import type { ResultsDocument } from './model.js';
import { comparisonSchema, targetAssessmentSchema } from './results-schema/comparison.js';
import { findingSchema } from './results-schema/finding.js';
import { measuresSchema } from './results-schema/measure.js';
import { reportSettingsSchema, targetSchema } from './results-schema/settings.js';
import {
  conservationSchema,
  fieldSchema,
  indicatorSchema,
  inputSchema,
  memberAgencySchema,
  ownSchema,
  periodKind,
  rowsSchema,
  unitLevel,
  unitSchema,
} from './results-schema/records.js';

export const resultsSchema = z.strictObject({
  schema: z.literal('tdkvh/results@1'),
  tool: z.strictObject({ name: z.literal('tdkvh'), version: z.string() }),
  period: z.strictObject({ id: z.string(), year: z.int(), kind: periodKind }),
  unit: z.string(),
  level: unitLevel,
  referenceDate: z.iso.date(),
  dataAsOf: z.iso.date().exactOptional(),
  decimals: z.int().min(0),
  complete: z.boolean(),
  final: z.boolean(),
  criteria: z.strictObject({
    id: z.string(),
    label: z.string(),
    sha256: z.string(),
    formVersion: z.string(),
    titles: z.record(z.string(), z.string()),
  }),
  registry: z.strictObject({ name: z.string(), asOf: z.string(), sha256: z.string() }),
  report: reportSettingsSchema,
  inputs: z.array(inputSchema),
  conservation: conservationSchema,
  units: z.array(unitSchema),
  fields: z.array(fieldSchema),
  indicators: z.array(indicatorSchema),
  measures: z.record(z.string(), measuresSchema),
  groups: z.record(z.string(), measuresSchema),
  splits: z.record(z.string(), z.record(z.string(), measuresSchema)).exactOptional(),
  upperParts: z.record(z.string(), measuresSchema).exactOptional(),
  rows: z.record(z.string(), z.record(z.string(), rowsSchema)),
  memberAgencies: z.array(memberAgencySchema).exactOptional(),
  own: z.record(z.string(), z.record(z.string(), ownSchema)),
  targets: z.array(targetSchema),
  findings: z.array(findingSchema),
  notEvaluated: z.record(z.string(), z.int().min(0)),
  comparison: comparisonSchema.exactOptional(),
  targetAssessments: z.array(targetAssessmentSchema).exactOptional(),
});

/** A fault of a document: where (`measures.256.familyRate.n`) and what, in the schema's own words. */
export interface ResultsIssue {
  readonly path: string;
  readonly message: string;
}

export interface ParsedResults {
  /** Present when there is no issue. */
  readonly results?: ResultsDocument;
  readonly issues: readonly ResultsIssue[];
}

/** Admits a parsed JSON value, or names everything that is wrong with it. */
export function parseResults(value: unknown): ParsedResults {
  const parsed = resultsSchema.safeParse(value);
  if (parsed.success) return { results: parsed.data, issues: [] };
  return {
    issues: parsed.error.issues.map((issue) => ({
      path: issue.path.map(String).join('.'),
      message: issue.message,
    })),
  };
}

/** JSON Schema (2020-12) of the answer of `compare --json`. */
export const comparisonJsonSchema = (): Readonly<Record<string, unknown>> => ({
  ...z.toJSONSchema(comparisonSchema),
  title: 'tdkvh/comparison@1',
});

/** JSON Schema (2020-12) of results.json, for other software. */
export const resultsJsonSchema = (): Readonly<Record<string, unknown>> => ({
  ...z.toJSONSchema(resultsSchema),
  title: 'tdkvh/results@1',
});
