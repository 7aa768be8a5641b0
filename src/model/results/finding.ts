/** A finding: a problem or remark about what was sent, configured or found, for people and machines alike. */
import { z } from 'zod';
import type { Immutable } from '../../values/immutable.js';
import { severity } from '../criteria/shapes.js';

const place = z.strictObject({
  file: z.string().describe('Path relative to the workspace, with `/`.'),
  sheet: z.string().exactOptional().describe('Name of the sheet.'),
  cell: z.string().exactOptional().describe('A1 notation, also for CSV.'),
});
/** Enough for an official to open the file and find the cell. `cell` is A1 notation, also for CSV. */
export type SourceRef = Immutable<z.infer<typeof place>>;

const acceptance = z.strictObject({
  reason: z.string().describe('Why it is true although it looks wrong.'),
  person: z.string().describe('Who accepted it.'),
  date: z.string().describe('When, ISO.'),
});

export const findingSchema = z.strictObject({
  id: z
    .string()
    .describe(
      'Short hash of (code, rule, unit, period, form, rowKey, fields); survives re-ordering of rows.',
    ),
  code: z.string().describe('Slug, `place/what`; keys the catalogue.'),
  number: z.string().describe('The number people see, `VH301`.'),
  severity: severity.describe('Shown as Phải sửa, Cần xác nhận, Lưu ý.'),
  trial: z.boolean().exactOptional().describe('A rule being watched: reported, counts for nothing.'),
  accepted: acceptance
    .exactOptional()
    .describe('An accepted.csv line applies: the figure counts although the finding stands.'),
  unit: z.string().exactOptional().describe('Code of the unit the finding is about.'),
  period: z.string().exactOptional().describe('Period of what it is about.'),
  form: z.string().exactOptional().describe('Form of what it is about.'),
  rule: z.string().exactOptional().describe('Id of the rule of the criteria set that found it.'),
  rowKey: z.string().exactOptional().describe('Folded key of the row (area name + former unit).'),
  fields: z
    .array(z.string())
    .exactOptional()
    .describe('Field ids the finding makes unusable (errors), or is about.'),
  at: place.describe('Where it was found.'),
  related: z.array(place).exactOptional().describe('The other cells of a cross check.'),
  actual: z.string().exactOptional().describe('What stands there.'),
  expected: z.array(z.string()).exactOptional().describe('What could have stood there.'),
  message: z.string().describe('Vietnamese, one sentence: what is wrong, with the facts that show it.'),
  hint: z.string().exactOptional().describe('Vietnamese, imperative: what to do.'),
  basis: z.string().exactOptional().describe('Article, form or standard that requires it.'),
});
export type Finding = Immutable<z.infer<typeof findingSchema>>;
