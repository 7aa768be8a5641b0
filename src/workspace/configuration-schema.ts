/** The shape of tdkvh.yaml for zod: keys, types, dates, periods, codes. Contradictions are checked elsewhere. */
import { z } from 'zod';
import type { AnnexChoices, ReportSettings } from '../model.js';
import { isIsoDay } from '../values/calendar-day.js';
import { DEFAULT_MARGINS, MARGIN_RANGES } from '../model/page-margins.js';
import { parsePeriod } from './period.js';

export const WORKSPACE_SCHEMA = 'tdkvh/workspace@1';
export const SIGNATURES = ['BC-BCD', 'BC-UBND', 'BC-PHONG', 'BC-SO'] as const;
export const DEFAULT_DECIMALS = 2;

/** What is wrong with a well-typed value; carried in `params` of a custom zod issue. */
export type ValueFault = 'day' | 'period' | 'unitCode' | 'sha256' | 'schema';

const checked = (fault: ValueFault, holds: (text: string) => boolean) =>
  z.string().refine(holds, { params: { fault } });

const day = checked('day', isIsoDay);
const unitCode = checked('unitCode', (text) => /^(\d{2}|\d{3}|\d{5})$/u.test(text));
/** A bare 2024 is the same year as "2024": nothing is lost by reading it as text. */
const period = z
  .union([z.string(), z.int()])
  .transform(String)
  .refine((text) => parsePeriod(text) !== undefined, { params: { fault: 'period' satisfies ValueFault } });
const text = z.string().min(1);

const signature = z.union([
  z.enum(SIGNATURES),
  z.strictObject({ authority: text.optional(), post: text, onBehalf: text.optional() }),
]);

const margin = (side: keyof typeof MARGIN_RANGES) =>
  z.int().min(MARGIN_RANGES[side].least).max(MARGIN_RANGES[side].most).default(DEFAULT_MARGINS[side]);

const margins = z.strictObject({
  top: margin('top'),
  bottom: margin('bottom'),
  left: margin('left'),
  right: margin('right'),
});

/** The numbers come from annexes.yaml; unknown when that file is broken. */
const annexNumber = (annexes: AnnexChoices | undefined) =>
  annexes === undefined ? text : z.enum(annexes.known);

/** Each key that results.json keeps, and no other: its meaning stands there. */
const reportSchema = (annexes: AnnexChoices | undefined) =>
  z.strictObject({
    outline: z.enum(['local', 'ministry']).default('local'),
    superior: text.optional(),
    agency: text.optional(),
    signature: signature.default('BC-BCD'),
    basis: text.optional(),
    number: text.optional(),
    place: text.optional(),
    date: day.optional(),
    to: z.array(text).default([]),
    recipients: z.array(text).default([]),
    signer: text.optional(),
    governmentPost: text.optional(),
    leadingZero: z.boolean().optional(),
    margins: margins.optional(),
    annexes: z.array(annexNumber(annexes)).default([...(annexes?.usual ?? [])]),
  } satisfies { readonly [Key in keyof ReportSettings]-?: z.ZodType });

/** A bare name, or a name with what else the agency signs with. */
const agency = z.union([
  text.transform((name) => ({ name, aliases: [] as string[], contact: undefined })),
  z.strictObject({ name: text, aliases: z.array(text).default([]), contact: text.optional() }),
]);

export const ESTIMATES = ['none', 'areas', 'weights'] as const;

const settlement = z.strictObject({
  sha256: checked('sha256', (hash) => /^[0-9a-f]{64}$/u.test(hash)),
  unit: unitCode.optional(),
  period: period.optional(),
  form: text.optional(),
  sheet: text.optional(),
  use: z.boolean().optional(),
});

export const configurationSchema = (annexes: AnnexChoices | undefined) => {
  const report = reportSchema(annexes);
  return z.strictObject({
    schema: checked('schema', (name) => name === WORKSPACE_SCHEMA),
    period,
    unit: unitCode,
    level: z.enum(['district', 'province', 'commune']),
    referenceDate: day.optional(),
    criteria: text,
    dataAsOf: day.optional(),
    deadlines: z
      .strictObject({
        commune: day.optional(),
        agency: day.optional(),
        exceptions: z.record(unitCode, day).default({}),
      })
      .default({ exceptions: {} }),
    agencies: z.array(agency).default([]),
    comparison: z
      .strictObject({ estimates: z.enum(ESTIMATES).default('none') })
      .default({ estimates: 'none' }),
    rates: z
      .strictObject({ decimals: z.int().min(0).max(4).default(DEFAULT_DECIMALS) })
      .default({ decimals: DEFAULT_DECIMALS }),
    registry: text.optional(),
    report: report.default(report.parse({})),
    submissions: z.array(settlement).default([]),
  });
};

export type WrittenConfiguration = z.infer<ReturnType<typeof configurationSchema>>;
