/** Schema of what results.json says of earlier periods and targets (`tdkvh/comparison@1`). */
import { z } from 'zod';
import { findingSchema } from './finding.js';
import { measureSchema } from './measure.js';
import { indicatorSchema, periodKind, unitLevel } from './records.js';
import { targetSchema } from './settings.js';

const count = z.int().min(0);

const restatedReasons = [
  'noBasis',
  'doubtfulMap',
  'split',
  'straddles',
  'noFigure',
  'rateOnly',
  'otherDefinition',
  'unsafe',
] as const;

const datedUnit = z.strictObject({ id: z.string(), code: z.string(), name: z.string(), type: z.string() });

const block = z.strictObject({
  id: z.string(),
  old: z.array(datedUnit),
  new: z.array(datedUnit),
  kind: z.enum(['same', 'sum', 'split', 'noBasis']),
  landMoved: z.boolean(),
  assumed: z.boolean().exactOptional(),
});

const restated = z.strictObject({
  kind: z.enum(['exact', 'sum', 'block', 'estimate', 'notComparable']),
  reason: z.enum(restatedReasons).exactOptional(),
  n: z.int().exactOptional(),
  d: z.int().exactOptional(),
  pending: count.exactOptional(),
  rate: z.string().exactOptional(),
  reported: count,
  expected: count,
  missing: z.array(z.string()).exactOptional(),
});

const published = z.strictObject({
  unit: z.string(),
  name: z.string(),
  n: z.int().exactOptional(),
  d: z.int().exactOptional(),
  rate: z.string().exactOptional(),
  reported: count,
  expected: count,
  source: z.string(),
});

const difference = z.strictObject({
  number: z.int().exactOptional(),
  points: z.int().exactOptional(),
  direction: z.enum(['up', 'down', 'same']),
});

const side = z.strictObject({ n: z.int(), d: z.int().exactOptional() });

const year = z.strictObject({
  period: z.string(),
  published: z.array(published).exactOptional(),
  restated,
  comparability: z.enum(['comparable', 'incomplete', 'estimate', 'notComparable']),
  reason: z
    .enum([...restatedReasons, 'otherPeriodKind', 'noCurrentFigure', 'coverage', 'pending', 'noBase'])
    .exactOptional(),
  difference: difference.exactOptional(),
  common: z
    .strictObject({ units: count, of: count, current: side, previous: side, difference })
    .exactOptional(),
  remarks: z
    .array(z.enum(['criteriaChanged', 'definitionChanged', 'landMoved', 'listNotSure']))
    .exactOptional(),
  block: z.string().exactOptional(),
});

const figures = z.record(
  z.string(),
  z.strictObject({ current: measureSchema.exactOptional(), years: z.array(year) }),
);

const facts = {
  period: z.strictObject({ id: z.string(), year: z.int(), kind: periodKind }),
  referenceDate: z.string(),
  criteria: z.strictObject({ id: z.string(), label: z.string() }).exactOptional(),
};

export const comparisonSchema = z.strictObject({
  schema: z.literal('tdkvh/comparison@1'),
  tool: z.strictObject({ name: z.literal('tdkvh'), version: z.string() }),
  current: z.strictObject({ ...facts, unit: z.string(), level: unitLevel, decimals: count }),
  previous: z.array(
    z.strictObject({
      ...facts,
      sources: z.array(z.string()),
      restated: z.boolean(),
      blocks: z.array(block),
      blockFigures: z.record(z.string(), figures),
    }),
  ),
  indicators: z.array(indicatorSchema),
  estimates: z.enum(['areas', 'weights']).exactOptional(),
  units: z.record(z.string(), figures),
  groups: z.record(z.string(), figures),
  findings: z.array(findingSchema),
});

export const targetAssessmentSchema = z.strictObject({
  target: targetSchema,
  unit: z.string(),
  state: z.enum(['reached', 'exceeded', 'missed', 'notAssessable']),
  reason: z
    .enum(['noFigure', 'noBase', 'pending', 'otherKindOfFigure', 'notANumber', 'unknownIndicator'])
    .exactOptional(),
  current: measureSchema.exactOptional(),
  provisional: z.boolean(),
  points: z.int().exactOptional(),
  pointsDecimals: count.exactOptional(),
  number: z.int().exactOptional(),
  needed: z.int(),
});
