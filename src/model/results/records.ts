/** The lists of results.json: inputs, units, fields, indicators, rows, own figures and member agencies. */
import { z } from 'zod';
import type { Immutable } from '../../values/immutable.js';
import { cellState, count, partState, unitLevel } from './shapes.js';

const inputPart = z.strictObject({
  form: z.string().exactOptional().describe('Form id, where it is known.'),
  unit: z.string().exactOptional().describe('Code of the sender, where it is known.'),
  period: z.string().exactOptional().describe('Period the part says it is about.'),
  sheet: z.string().describe('Name of its sheet; empty for CSV.'),
  submissionNo: z.int().describe('Lần nộp; 1 when not said.'),
  state: partState,
});

export const inputSchema = z.strictObject({
  path: z.string().describe('Relative to the workspace, NFC, with `/`.'),
  sha256: z.string().describe('Of the bytes; empty for what was passed over.'),
  state: partState,
  parts: z.array(inputPart).describe('One for each (unit, period, form) found in the file.'),
});
export type InputRecord = Immutable<z.infer<typeof inputSchema>>;

const tally = z.strictObject({
  used: count.describe('Counted in the figures.'),
  superseded: count.describe('Replaced by a later submission.'),
  duplicate: count.describe('Says the same as another one.'),
  rejected: count.describe('Cannot be used.'),
  skipped: count.describe('Passed over: no figures in it.'),
  unattributed: count.describe('Nobody knows whose it is.'),
  total: count.describe('The sum of the others.'),
});

export const conservationSchema = z.strictObject({
  parts: tally.describe('Parts by their state.'),
  files: tally.describe('Files by their state.'),
});
/** The equation of the run: every part and file ends in exactly one state. */
export type ConservationRecord = Immutable<z.infer<typeof conservationSchema>>;

const usedForm = z.strictObject({
  form: z.string().describe('Form id.'),
  submissionNo: z.int().describe('The Lần nộp used.'),
  file: z.string().describe('Path of the file used.'),
});

export const unitSchema = z.strictObject({
  code: z.string().describe('Code of the unit list, in force on the reference date.'),
  name: z.string().describe('Without the type word, NFC.'),
  type: z
    .string()
    .describe('Lower case: tỉnh, thành phố, quận, huyện, thị xã, xã, phường, thị trấn, đặc khu.'),
  level: unitLevel.describe('Level of the unit.'),
  parent: z.string().exactOptional().describe('Code of the unit above.'),
  leaf: z.boolean().describe('Due to report itself.'),
  group: z.string().exactOptional().describe("The office's own grouping (cụm thi đua, vùng)."),
  areaClass: z.string().exactOptional().describe('ordinary, difficult or centralCity.'),
  communeGroup: z
    .string()
    .exactOptional()
    .describe('Group of communes in the rural criteria: nhom-1, nhom-2, nhom-3.'),
  region: z.string().exactOptional().describe('Region of the unit list.'),
  urban: z.string().exactOptional().describe('urban or rural.'),
  households: z.int().exactOptional().describe('Of the unit list, for the bounds of a missing unit.'),
  status: z
    .enum(['reported', 'reportedWithErrors', 'missing', 'documentOnly', 'notDue'])
    .describe('What the unit has sent.'),
  forms: z.array(usedForm).describe('Forms used, with the Lần nộp used.'),
});
export type UnitRecord = Immutable<z.infer<typeof unitSchema>>;

const agencyForm = z.strictObject({
  unit: z.string().describe('Where its rows are: `rows[unit][key]`.'),
  key: z.string().describe('Where its rows are: `rows[unit][key]`.'),
  form: z.string().describe('Form id.'),
  file: z.string().describe('Path of the file used.'),
  rows: z.array(count).describe("Indexes into the record's columns; a table may hold several agencies."),
});

export const memberAgencySchema = z.strictObject({
  name: z.string().describe('As configured; of an agency nobody expected as it signed.'),
  expected: z.boolean().describe('Named in the configuration.'),
  contact: z.string().exactOptional().describe('Whom to call.'),
  forms: z.array(agencyForm).describe('Empty: it has sent nothing that could be used.'),
});
/** A member agency of the steering committee: expected, reporting, or both (Biểu 06). */
export type MemberAgencyRecord = Immutable<z.infer<typeof memberAgencySchema>>;

export const fieldSchema = z.strictObject({
  id: z.string().describe('Id in the criteria set.'),
  form: z.string().describe('Form it is reported in.'),
  group: z.string().exactOptional().describe('Heading it stands under.'),
  code: z.string().exactOptional().describe('Its code on the form.'),
  label: z.string().describe('Vietnamese name.'),
  unit: z.string().exactOptional().describe('Unit of measurement.'),
  totalOf: z
    .string()
    .exactOptional()
    .describe('Of a number of rows that a unit gives at once: the form whose rows it counts.'),
  type: z.string().describe('Kind of value.'),
  scale: count.describe('Figures are integers in units of 10^-scale.'),
  choices: z.record(z.string(), z.string()).exactOptional().describe('Choice id → Vietnamese label.'),
});
export type FieldRecord = Immutable<z.infer<typeof fieldSchema>>;

export const indicatorSchema = z.strictObject({
  id: z.string().describe('Id in the criteria set.'),
  label: z.string().describe('Vietnamese name.'),
  unit: z.string().describe('Unit of measurement.'),
  kind: z.enum(['count', 'amount', 'rate']).describe('How it adds up and is shown.'),
  scale: count.describe('Figures are integers in units of 10^-scale.'),
  baseLabel: z.string().exactOptional().describe('Vietnamese name of the denominator of a rate.'),
  headline: z.boolean().describe('One of the figures that the report leads with.'),
  basis: z.string().describe('The article or form that asks for it.'),
  confirmed: z.boolean().describe('Checked against the official text.'),
  noRateWhilePending: z.boolean().exactOptional().describe('No rate is printed while decisions are pending.'),
  notDue: z
    .boolean()
    .exactOptional()
    .describe('The kind of period does not ask for it: that nobody reported it is nothing to speak of.'),
  added: z
    .strictObject({
      topic: z.string().exactOptional().describe('Topic of the report that the set names.'),
      form: z.string().exactOptional().describe('Form id of what it counts.'),
      group: z.string().exactOptional().describe('Heading of the form under which that stands.'),
      count: z.string().exactOptional().describe('Of a rate: the indicator that counts its numerator alone.'),
    })
    .exactOptional()
    .describe(
      'A set of the locality adds it to the law it extends: told by its topic or its place on the form.',
    ),
});
export type IndicatorRecord = Immutable<z.infer<typeof indicatorSchema>>;

const rowsColumn = z.strictObject({
  at: z.string().describe('Column letter in the sheet.'),
  cells: z
    .array(z.string())
    .exactOptional()
    .describe(
      'Cell of each row in A1 notation, where the figures do not stand in that column beside their rows; on another sheet than that of the table with its name in front: Khu 2!C5.',
    ),
  values: z
    .array(z.union([z.int(), z.string(), z.null()]))
    .describe('Integers in units of 10^-scale, choice ids or text; null where there is no value.'),
  states: z
    .string()
    .regex(/^[vmnpx]*$/u)
    .describe('One letter a row: v value, m missing, n not applicable, p pending, x excluded.'),
  typed: z
    .record(z.string(), z.string())
    .exactOptional()
    .describe(
      'Place of a row in values, from 0 → what stands in its cell, where the value does not say it: a mark, an answer, a number with words; at most 40 letters.',
    ),
});
export type RowsColumnRecord = Immutable<z.infer<typeof rowsColumn>>;

export const rowsSchema = z.strictObject({
  file: z.string().describe('Path of the file.'),
  sheet: z.string().describe('Name of the sheet; empty for CSV.'),
  sheetRows: z.array(z.int()).describe('Row of the sheet for each row, 1-based.'),
  namesSome: z
    .literal(true)
    .exactOptional()
    .describe(
      'Counted from a list that names whom it concerns: the number of rows is not that of the areas.',
    ),
  columns: z.record(z.string(), rowsColumn).describe('Field id → column.'),
});
/** Rows of a table form (areas, models) of one unit, by column, with where they stand. */
export type RowsRecord = Immutable<z.infer<typeof rowsSchema>>;

export const ownSchema = z.strictObject({
  state: cellState.describe('Missing, zero, not applicable and pending are four different things.'),
  value: z
    .union([z.int(), z.string()])
    .exactOptional()
    .describe('Integer in units of 10^-scale, choice id, date or text.'),
  typed: z
    .string()
    .exactOptional()
    .describe('What stands in the cell, where the value does not say it; at most 40 letters.'),
  file: z.string().describe('Path of the file.'),
  sheet: z.string().describe('Name of the sheet; empty for CSV.'),
  cell: z.string().describe('A1 notation.'),
});
/** One own figure of a unit (list and pairs forms). */
export type OwnRecord = Immutable<z.infer<typeof ownSchema>>;
