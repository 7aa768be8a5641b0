/** Shape of the rules of a criteria file: what all share, and one object per rule kind (the closed set of the model). */
import { z } from 'zod';
import type { FieldCondition, RuleDefinition } from '../model.js';
import { identifier, isoDate, periodKind, text } from './form-schema.js';

const figures = z.record(identifier, z.union([z.number(), z.string(), z.null()]));

const exampleSchema = z.strictObject({
  rows: z.exactOptional(z.array(figures)),
  own: z.exactOptional(figures),
  totals: z.exactOptional(figures),
  peers: z.exactOptional(z.array(figures)),
  previous: z.exactOptional(figures),
  previousRows: z.exactOptional(z.array(figures)),
  areaClass: z.exactOptional(z.enum(['ordinary', 'difficult', 'centralCity'])),
  dataAsOf: z.exactOptional(isoDate),
  period: z.exactOptional(z.string().regex(/^\d{4}(?:-H1|-DK)?$/u)),
});

const shared = {
  id: identifier,
  severity: z.enum(['error', 'warning', 'info']),
  trial: z.exactOptional(z.boolean()),
  label: text,
  instruction: text,
  basis: text,
  confirmed: z.boolean(),
  validFrom: z.exactOptional(isoDate),
  validTo: z.exactOptional(isoDate),
  periodKinds: z.exactOptional(z.array(periodKind).min(1)),
  missing: z.enum(['skip', 'zero']),
  excludes: z.exactOptional(z.union([z.array(identifier), z.literal('form'), z.literal('none')])),
  examples: z.strictObject({ pass: exampleSchema, fail: exampleSchema }),
};

const fields = z.array(identifier).min(1);
const level = z.enum(['row', 'unit', 'both']);
/** Percentages and points are exact text: "0.1". */
const decimalText = z.string().regex(/^\d+(?:\.\d+)?$/u);
const total = z.union([z.literal('totalRow'), identifier]);
const addends = z.union([z.literal('rows'), fields]);

const condition: z.ZodType<FieldCondition> = z.strictObject({
  field: identifier,
  in: z.exactOptional(z.array(identifier).min(1)),
  moreThan: z.exactOptional(z.number()),
  present: z.exactOptional(z.boolean()),
});

const kind = <const Kind extends string, Shape extends z.ZodRawShape>(name: Kind, shape: Shape) =>
  z.strictObject({ ...shared, kind: z.literal(name), ...shape });

const rate = { numerator: identifier, denominator: identifier };

const kinds = [
  kind('required', { fields }),
  kind('range', {
    field: identifier,
    per: z.exactOptional(identifier),
    min: z.exactOptional(z.number()),
    max: z.exactOptional(z.number()),
  }),
  kind('wholeNumber', { fields }),
  kind('choice', { field: identifier, allowed: z.array(identifier).min(1) }),
  kind('unique', { fields, askWhenBlank: z.exactOptional(identifier) }),
  kind('partOfWhole', { parts: fields, whole: identifier, level }),
  kind('sumOf', { total, of: addends, form: identifier }),
  kind('together', { fields: z.array(identifier).min(2) }),
  kind('exclusive', { fields: z.array(identifier).min(2) }),
  kind('implies', { if: condition, then: condition, level }),
  kind('rateReported', { typed: identifier, ...rate, nearPoints: decimalText }),
  kind('digits', { total, of: addends, form: identifier }),
  kind('wrongBase', { typed: identifier, ...rate, otherBases: fields }),
  kind('copiedFigure', { field: identifier, others: fields, atLeast: z.int().min(1) }),
  kind('magnitude', {
    field: identifier,
    against: z.enum(['previous', 'peers']),
    per: z.exactOptional(identifier),
    atLeastUnits: z.int().min(1),
  }),
  kind('rateLimits', {
    ...rate,
    remarkFrom: z.exactOptional(decimalText),
    minBase: z.exactOptional(z.int().min(0)),
    level,
  }),
  kind('change', {
    field: identifier,
    absolute: z.exactOptional(z.number().positive()),
    relativePercent: z.exactOptional(z.number().positive()),
  }),
  kind('repeated', { fields, against: z.enum(['previous', 'units']), minRows: z.int().min(1) }),
  kind('consecutiveYears', {
    field: identifier,
    title: identifier,
    held: z.array(identifier).min(1),
    lost: z.array(identifier).min(1),
  }),
  kind('consecutiveCount', { part: identifier, whole: identifier, years: z.int().min(2) }),
  kind('outlier', {
    ...rate,
    minUnits: z.int().min(1),
    floorPoints: decimalText,
    times: z.number().positive(),
  }),
  kind('eligibility', { given: condition, needs: condition }),
  kind('quota', { part: identifier, eligible: identifier, percent: z.number().positive().max(100) }),
  kind('asOfMismatch', { fields }),
  kind('standardsMet', { given: condition, form: identifier }),
  kind('allFull', { ...rate, minRows: z.int().min(1) }),
] as const;

export const ruleSchema: z.ZodType<RuleDefinition> = z.discriminatedUnion('kind', kinds);
