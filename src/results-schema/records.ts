/** Schemas of the lists of results.json: inputs, units, fields, indicators, rows and own figures. */
import { z } from 'zod';

const partState = z.enum(['used', 'superseded', 'duplicate', 'rejected', 'skipped', 'unattributed']);
export const unitLevel = z.enum(['province', 'district', 'commune']);
export const periodKind = z.enum(['registration', 'H1', 'year']);
const cellState = z.enum(['value', 'missing', 'notApplicable', 'pending', 'excluded']);
const count = z.int().min(0);

export const inputSchema = z.strictObject({
  path: z.string(),
  sha256: z.string(),
  state: partState,
  parts: z.array(
    z.strictObject({
      form: z.string().exactOptional(),
      unit: z.string().exactOptional(),
      period: z.string().exactOptional(),
      sheet: z.string(),
      submissionNo: z.int(),
      state: partState,
    }),
  ),
});

const tally = z.strictObject({
  used: count,
  superseded: count,
  duplicate: count,
  rejected: count,
  skipped: count,
  unattributed: count,
  total: count,
});
export const conservationSchema = z.strictObject({ parts: tally, files: tally });

export const unitSchema = z.strictObject({
  code: z.string(),
  name: z.string(),
  type: z.string(),
  level: unitLevel,
  parent: z.string().exactOptional(),
  leaf: z.boolean(),
  group: z.string().exactOptional(),
  areaClass: z.string().exactOptional(),
  region: z.string().exactOptional(),
  urban: z.string().exactOptional(),
  households: z.int().exactOptional(),
  status: z.enum(['reported', 'reportedWithErrors', 'missing', 'documentOnly', 'notDue']),
  forms: z.array(z.strictObject({ form: z.string(), submissionNo: z.int(), file: z.string() })),
});

export const memberAgencySchema = z.strictObject({
  name: z.string(),
  expected: z.boolean(),
  contact: z.string().exactOptional(),
  forms: z.array(
    z.strictObject({
      unit: z.string(),
      key: z.string(),
      form: z.string(),
      file: z.string(),
      rows: z.array(z.int().min(0)),
    }),
  ),
});

export const fieldSchema = z.strictObject({
  id: z.string(),
  form: z.string(),
  group: z.string().exactOptional(),
  code: z.string().exactOptional(),
  label: z.string(),
  unit: z.string().exactOptional(),
  type: z.string(),
  scale: count,
  choices: z.record(z.string(), z.string()).exactOptional(),
});

export const indicatorSchema = z.strictObject({
  id: z.string(),
  label: z.string(),
  unit: z.string(),
  kind: z.enum(['count', 'amount', 'rate']),
  scale: count,
  baseLabel: z.string().exactOptional(),
  headline: z.boolean(),
  basis: z.string(),
  confirmed: z.boolean(),
  noRateWhilePending: z.boolean().exactOptional(),
  notDue: z.boolean().exactOptional(),
});

export const rowsSchema = z.strictObject({
  file: z.string(),
  sheet: z.string(),
  sheetRows: z.array(z.int()),
  columns: z.record(
    z.string(),
    z.strictObject({
      at: z.string(),
      values: z.array(z.union([z.int(), z.string(), z.null()])),
      states: z.string().regex(/^[vmnpx]*$/u),
    }),
  ),
});

export const ownSchema = z.strictObject({
  state: cellState,
  value: z.union([z.int(), z.string()]).exactOptional(),
  file: z.string(),
  sheet: z.string(),
  cell: z.string(),
});
