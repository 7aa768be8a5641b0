/** What results.json says of earlier periods and targets: restated figures, `tdkvh/comparison@1`, targets judged. */
import { z } from 'zod';
import type { Immutable } from '../../values/immutable.js';
import { findingSchema } from './finding.js';
import { measureSchema } from './measure.js';
import { indicatorSchema } from './records.js';
import { targetSchema } from './settings.js';
import { count, period, tool, unitLevel } from './shapes.js';

const restatedReason = z
  .enum(['noBasis', 'doubtfulMap', 'split', 'straddles', 'noFigure', 'rateOnly', 'otherDefinition', 'unsafe'])
  .describe(
    [
      'noBasis: neither the map nor the lists say what this unit was',
      'doubtfulMap: the map has faults, nothing is restated on it',
      "split: an old unit was divided among several new ones, only the block's total compares",
      'straddles: a block of divided units reaches beyond this district or group',
      'noFigure: nobody of the old side had the figure',
      'rateOnly: only a rate is known, which cannot be added',
      'otherDefinition: the earlier indicator counts something else',
      'unsafe: the sum would no longer be exact',
    ].join('; '),
  );
export type RestatedReason = z.infer<typeof restatedReason>;

const datedUnit = z.strictObject({
  id: z.string().describe('`code@from`: the code alone is no identity.'),
  code: z.string().describe('Code of the unit list.'),
  name: z.string().describe('Without the type word.'),
  type: z.string().describe('Lower case, as in the published lists.'),
});
/** A unit between two changes of the map. `id` is `code@from`: the code alone is no identity. */
export type DatedUnit = Immutable<z.infer<typeof datedUnit>>;

const block = z.strictObject({
  id: z.string().describe('Key of `blockFigures`.'),
  old: z.array(datedUnit).describe('Units before the change.'),
  new: z.array(datedUnit).describe('Units after it.'),
  kind: z
    .enum(['same', 'sum', 'split', 'noBasis'])
    .describe(
      'same: one old unit; sum: several whole old units; split: several new ones; noBasis: not to be told.',
    ),
  landMoved: z.boolean().describe('Land moved without people between these units and others.'),
  assumed: z
    .boolean()
    .exactOptional()
    .describe(
      'The list begins an old unit after the earlier day; the earlier result shows that it was there.',
    ),
});
/** The smallest group of units that compares on both sides of a change of the map. */
export type ComparisonBlock = Immutable<z.infer<typeof block>>;

const restated = z.strictObject({
  kind: z
    .enum(['exact', 'sum', 'block', 'estimate', 'notComparable'])
    .describe(
      'exact: the same ground; sum: of whole old units; block: total of a block of divided units; estimate: apportioned; notComparable: with a reason.',
    ),
  reason: restatedReason.exactOptional(),
  n: z.int().exactOptional().describe('Count or numerator, in units of 10^-scale.'),
  d: z.int().exactOptional().describe('Denominator, in units of 10^-scale.'),
  pending: count.exactOptional().describe('How many were still without a decision.'),
  rate: z
    .string()
    .exactOptional()
    .describe('`exact` ground of which only a published rate is known: percent, exact text.'),
  reported: count.describe('Old units whose figure is in `n`.'),
  expected: count.describe('Old units the ground consisted of.'),
  missing: z.array(z.string()).exactOptional().describe('Codes of the old units that are not in `n`.'),
});
/** Figures of the old side brought to today's ground; counts only, like every measure. */
export type RestatedMeasure = Immutable<z.infer<typeof restated>>;

const published = z.strictObject({
  unit: z.string().describe('Code of that time.'),
  name: z.string().describe('Name of that time.'),
  n: z.int().exactOptional().describe('Count or numerator, in units of 10^-scale.'),
  d: z.int().exactOptional().describe('Denominator, in units of 10^-scale.'),
  rate: z.string().exactOptional().describe('Percent as published, exact text, where no counts are known.'),
  reported: count.describe('Units that reported.'),
  expected: count.describe('Units due.'),
  source: z.string().describe('results.json or the source named in so-lieu.csv.'),
});
/** A figure as it was published for a unit of that time. */
export type PublishedFigure = Immutable<z.infer<typeof published>>;

const difference = z.strictObject({
  number: z.int().exactOptional().describe('Absent where only a rate is known of the earlier period.'),
  points: z
    .int()
    .exactOptional()
    .describe('In units of 10^-decimals percentage points: the difference of the two printed rates.'),
  direction: z
    .enum(['up', 'down', 'same'])
    .describe('Of the printed rates; of the numbers where there is no rate.'),
});
/** Difference today − then. */
export type Difference = Immutable<z.infer<typeof difference>>;

const side = z.strictObject({
  n: z.int().describe('Count or numerator, in units of 10^-scale.'),
  d: z.int().exactOptional().describe('Denominator, in units of 10^-scale.'),
});

const commonGround = z.strictObject({
  units: count.describe("Today's units with the figure on both sides."),
  of: count.describe('All units of today.'),
  current: side.describe('Today, over these units.'),
  previous: side.describe('Then, over the same ground.'),
  difference: difference.describe('Today − then.'),
});
export type CommonGround = Immutable<z.infer<typeof commonGround>>;

const remark = z.enum(['criteriaChanged', 'definitionChanged', 'landMoved', 'listNotSure']);
export type ComparisonRemark = z.infer<typeof remark>;

const year = z.strictObject({
  period: z.string().describe('Id of the earlier period.'),
  published: z
    .array(published)
    .exactOptional()
    .describe('Figures of the units of that time, as published; absent for a part of a divided block.'),
  restated: restated.describe("The same on today's ground."),
  comparability: z
    .enum(['comparable', 'incomplete', 'estimate', 'notComparable'])
    .describe('How far the two figures may stand side by side.'),
  reason: z
    .enum([
      ...restatedReason.options,
      'otherPeriodKind',
      'noCurrentFigure',
      'notApplicable',
      'coverage',
      'pending',
      'noBase',
    ])
    .exactOptional()
    .describe(
      'As of `restated`, or: otherPeriodKind: registration, half-year and year do not compare; coverage: not all units have the figure on one of the sides; pending: no rate is printed while decisions are pending.',
    ),
  difference: difference.exactOptional().describe('Today − then; only where comparable or estimated.'),
  common: commonGround
    .exactOptional()
    .describe('Both sides over the blocks that are complete on both sides, where the whole is not.'),
  remarks: z.array(remark).exactOptional().describe('What to know when reading the comparison.'),
  block: z.string().exactOptional().describe('Block whose total stands for this unit.'),
});
/** An indicator of a unit in one earlier period. */
export type ComparedYear = Immutable<z.infer<typeof year>>;

const figure = z.strictObject({
  current: measureSchema.exactOptional().describe("Today's measure."),
  years: z.array(year).describe('Earlier periods, oldest first: the course.'),
});
export type ComparedFigure = Immutable<z.infer<typeof figure>>;

/** Indicator id → figure. */
const figures = z.record(z.string(), figure);
export type ComparedFigures = Immutable<z.infer<typeof figures>>;

const criteria = z.strictObject({
  id: z.string().describe('Id of the criteria set.'),
  label: z.string().describe('Vietnamese name of the criteria set.'),
});

const facts = z.strictObject({
  period,
  referenceDate: z.string().describe('ISO day whose unit list holds.'),
  criteria: criteria.exactOptional().describe('The criteria set of that period.'),
});
export type PeriodFacts = Immutable<z.infer<typeof facts>>;

const earlierPeriod = z.strictObject({
  ...facts.shape,
  sources: z.array(z.string()).describe('Files of the folder previous/ that it comes from.'),
  restated: z.boolean().describe('False when the map was doubtful and nothing was restated.'),
  blocks: z.array(block).describe('Blocks that are not one unit unchanged.'),
  blockFigures: z
    .record(z.string(), figures)
    .describe('Totals of the divided blocks: block id → indicator → figure with that one year.'),
});
export type ComparedPeriod = Immutable<z.infer<typeof earlierPeriod>>;

const currentPeriod = z.strictObject({
  ...facts.shape,
  unit: z.string().describe('Code of the compiling unit.'),
  level: unitLevel.describe('Its level.'),
  decimals: count.describe('Decimals of printed rates.'),
});

const estimates = z.enum(['areas', 'weights']);
/** By what divided units are apportioned: the residential areas that name their former unit, or the map's weights. */
export type EstimateBasis = z.infer<typeof estimates>;

export const comparisonSchema = z.strictObject({
  schema: z.literal('tdkvh/comparison@1').describe('Name and version of this shape.'),
  tool,
  current: currentPeriod.describe('Today.'),
  previous: z.array(earlierPeriod).describe('Earlier periods, oldest first.'),
  indicators: z.array(indicatorSchema).describe('What the figures are of.'),
  estimates: estimates
    .exactOptional()
    .describe("Divided units were apportioned at the office's wish; figures so made say `estimate`."),
  units: z.record(z.string(), figures).describe('Unit code of today (leaf or node) → indicator → figure.'),
  groups: z.record(z.string(), figures).describe("The office's groupings: name → indicator → figure."),
  findings: z.array(findingSchema).describe('What is to be said of the comparison.'),
});
/** Today's results beside earlier ones, as published and on today's ground. */
export type ComparisonDocument = Immutable<z.infer<typeof comparisonSchema>>;

export const targetAssessmentSchema = z.strictObject({
  target: targetSchema.describe('The target.'),
  unit: z.string().describe('Code of the unit judged.'),
  state: z.enum(['reached', 'exceeded', 'missed', 'notAssessable']).describe('How the unit stands to it.'),
  reason: z
    .enum([
      'noFigure',
      'notApplicable',
      'noBase',
      'pending',
      'otherKindOfFigure',
      'notANumber',
      'unknownIndicator',
    ])
    .exactOptional()
    .describe('Why it cannot be judged.'),
  current: measureSchema.exactOptional().describe("Today's measure."),
  provisional: z.boolean().describe('Not all units have the figure yet.'),
  points: z
    .int()
    .exactOptional()
    .describe('Rates: printed rate − target, in units of 10^-pointsDecimals percentage points.'),
  pointsDecimals: count.exactOptional().describe('Decimals of `points`.'),
  number: z.int().exactOptional().describe('Counts: figure − target, in units of 10^-scale.'),
  needed: z
    .int()
    .describe('Missed: how many more (at_most: fewer) households, areas … meet it, in units of 10^-scale.'),
});
/** One target against one unit. */
export type TargetAssessment = Immutable<z.infer<typeof targetAssessmentSchema>>;
export type TargetReason = NonNullable<TargetAssessment['reason']>;
