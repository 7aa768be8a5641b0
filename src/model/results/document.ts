/**
 * results.json, `tdkvh/results@1`: every figure of every unit with coverage and provenance.
 * Input of `report`, `compare`, `trace`, `verify` and of the level above. No clock, no absolute path.
 * The schemas of this folder are the shape, the type and, printed as JSON Schema, its description for other software.
 */
import { z } from 'zod';
import type { Immutable } from '../../values/immutable.js';
import { comparisonSchema, targetAssessmentSchema } from './comparison.js';
import { findingSchema } from './finding.js';
import { measuresSchema } from './measure.js';
import {
  conservationSchema,
  fieldSchema,
  indicatorSchema,
  inputSchema,
  memberAgencySchema,
  ownSchema,
  rowsSchema,
  unitSchema,
} from './records.js';
import { reportSettingsSchema, targetSchema } from './settings.js';
import { count, period, tool, unitLevel } from './shapes.js';

const criteria = z.strictObject({
  id: z.string().describe('Id of the criteria set.'),
  label: z.string().describe('Vietnamese name of the criteria set.'),
  sha256: z.string().describe('Of its text.'),
  formVersion: z.string().describe('Version of the forms it belongs to.'),
  titles: z
    .record(z.string(), z.string())
    .describe('Names of the titles in force on the reference date, by title id.'),
});

const registry = z.strictObject({
  name: z.string().describe('Name of the unit list.'),
  asOf: z.string().describe('Newest date the list knows of, ISO.'),
  sha256: z.string().describe('Of its text.'),
});

export const resultsSchema = z
  .strictObject({
    schema: z.literal('tdkvh/results@1').describe('Name and version of this shape.'),
    tool,
    period,
    unit: z.string().describe('Code of the compiling unit, in force on the reference date.'),
    level: unitLevel.describe('Level of the compiling unit.'),
    referenceDate: z.iso.date().describe('The day whose unit list holds.'),
    dataAsOf: z.iso.date().exactOptional().describe('The day the figures stand for.'),
    decimals: count.describe('Decimals of printed rates.'),
    complete: z.boolean().describe('True when nothing is missing or wrong without being accepted.'),
    final: z
      .boolean()
      .describe('True when made with `--final`; otherwise outputs are marked DỰ THẢO unless complete.'),
    criteria: criteria.describe('The criteria set, with its hash.'),
    registry: registry.describe('The unit list, with its hash.'),
    report: reportSettingsSchema.describe('Settings of the letter.'),
    inputs: z.array(inputSchema).describe('Every file that was met.'),
    conservation: conservationSchema.describe('Every part and file ends in exactly one state.'),
    units: z.array(unitSchema).describe('The compiling unit and everything under it.'),
    fields: z.array(fieldSchema).describe('What is reported.'),
    indicators: z.array(indicatorSchema).describe('What is measured.'),
    measures: z
      .record(z.string(), measuresSchema)
      .describe('Unit code (leaf or node) → indicator id → measure.'),
    groups: z
      .record(z.string(), measuresSchema)
      .describe("Measures by the office's grouping: group name → indicator id → measure."),
    splits: z
      .record(z.string(), z.record(z.string(), measuresSchema))
      .exactOptional()
      .describe(
        'Measures of the whole, split: dimension (unit type, areaClass, communeGroup, region, urban, group, areaKind) → value → indicator → measure. A dimension that says nothing of any unit is left out; what belongs to no value stands under the empty key, so that the counts of the parts add up to the whole.',
      ),
    upperParts: z
      .record(z.string(), measuresSchema)
      .exactOptional()
      .describe(
        'What districts and the province entered themselves (Biểu 05): unit → indicator → measure. In `measures` these indicators stand with the parts of the units below added. Left out when none was sent.',
      ),
    rows: z
      .record(z.string(), z.record(z.string(), rowsSchema))
      .describe('Unit code → form id → rows of table forms.'),
    memberAgencies: z
      .array(memberAgencySchema)
      .exactOptional()
      .describe(
        'Beside the units, never in their figures; absent where no agency is expected and none has sent anything.',
      ),
    own: z
      .record(z.string(), z.record(z.string(), ownSchema))
      .describe('Unit code → field id → own figure or text.'),
    targets: z.array(targetSchema).describe('Targets that the office has set.'),
    findings: z.array(findingSchema).describe('Everything that was found, sorted.'),
    notEvaluated: z
      .record(z.string(), count)
      .describe('Rules that could not be evaluated: rule id → how many times.'),
    comparison: comparisonSchema.exactOptional().describe('Beside earlier periods, when any was given.'),
    targetAssessments: z
      .array(targetAssessmentSchema)
      .exactOptional()
      .describe('Targets judged unit by unit, when any was set.'),
  })
  .describe('tdkvh/results@1');
export type ResultsDocument = Immutable<z.infer<typeof resultsSchema>>;

/** What is compared with other periods and with targets: known before it is known what stands. */
export type ResultsFigures = Pick<
  ResultsDocument,
  | 'tool'
  | 'period'
  | 'unit'
  | 'level'
  | 'referenceDate'
  | 'decimals'
  | 'criteria'
  | 'targets'
  | 'units'
  | 'indicators'
  | 'measures'
  | 'groups'
  | 'rows'
  | 'own'
>;
