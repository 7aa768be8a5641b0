/**
 * manifest.json of a sealed bundle, `tdkvh/sealed@1`: everything that a published report came from, with the SHA-256 of
 * each member. The bundle holds the members themselves, so that another machine needs nothing else but the program.
 */
import { z } from 'zod';
import type { Immutable } from '../values/immutable.js';
import { count, period, tool, unitLevel } from './results/shapes.js';

/** Members are read by these places; what lies elsewhere does not belong to a bundle. */
export const SEALED_PLACES = {
  manifest: 'manifest.json',
  guide: 'DOC-TRUOC.txt',
  inputs: 'dau-vao',
  criteria: 'dinh-nghia/tieu-chi',
  registry: 'dinh-nghia/danh-muc',
  outputs: 'ket-qua',
} as const;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/u);

/** With `/`, never absolute, never upwards: it becomes a path on the disk of whoever reproduces. */
export const isMemberPath = (path: string): boolean =>
  path !== '' &&
  !/[\\\u0000-\u001F\u007F]|^[A-Za-z]:/u.test(path) &&
  path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');

const memberPath = z.string().refine(isMemberPath);

const memberRole = z
  .enum([
    'configuration',
    'units',
    'targets',
    'crosswalk',
    'areas',
    'acceptances',
    'receipts',
    'narrative',
    'template',
    'previous',
    'submission',
    'passedOver',
    'criteria',
    'registry',
    'registryMap',
    'output',
    'guide',
  ])
  .describe('What the member is to the run. passedOver: only its name counts, its content is left out.');
export type MemberRole = z.infer<typeof memberRole>;

const member = z.strictObject({
  path: memberPath.describe('Path inside the bundle.'),
  role: memberRole,
  size: count.describe('Bytes.'),
  sha256: sha256.describe('Of the bytes.'),
});
export type SealedMember = Immutable<z.infer<typeof member>>;

const acceptance = z.strictObject({
  id: z.string().describe('Of the finding.'),
  number: z.string().describe('The number people see, `VH301`.'),
  unit: z.string().exactOptional().describe('Code of the unit.'),
  message: z.string().describe('What was accepted.'),
  reason: z.string().describe('Why it is true although it looks wrong.'),
  person: z.string().describe('Who accepted it.'),
  date: z.string().describe('When, ISO.'),
});

const headline = z.strictObject({
  indicator: z.string().describe('Id of the indicator.'),
  label: z.string().describe('Vietnamese name.'),
  text: z.string().describe('As printed: `20.325/22.713 (89,49%)`.'),
});

export const sealedSchema = z
  .strictObject({
    schema: z.literal('tdkvh/sealed@1').describe('Name and version of this shape.'),
    tool,
    period,
    unit: z.strictObject({
      code: z.string().describe('Code of the compiling unit.'),
      name: z.string().describe('Its name with its type.'),
    }),
    level: unitLevel.describe('Level of the compiling unit.'),
    referenceDate: z.iso.date().describe('The day whose unit list holds.'),
    state: z.enum(['final', 'draft']).describe('draft: sealed while figures were missing or wrong.'),
    complete: z.boolean().describe('Nothing is missing or wrong without being accepted.'),
    criteria: z.strictObject({
      id: z.string().describe('Id of the criteria set.'),
      label: z.string().describe('Its Vietnamese name.'),
      sha256: z.string().describe('Of its text.'),
    }),
    registry: z.strictObject({
      name: z.string().describe('Name of the unit list.'),
      asOf: z.string().describe('Newest date the list knows of, ISO.'),
      sha256: z.string().describe('Of its text.'),
    }),
    findings: z.strictObject({
      errors: count.describe('Errors that are not accepted.'),
      warnings: count.describe('Questions that are not accepted.'),
      remarks: count.describe('Remarks.'),
      accepted: count.describe('What the office accepted.'),
    }),
    acceptances: z.array(acceptance).describe('Findings that the office says are true, with who and why.'),
    headlines: z.array(headline).describe('The figures that the report leads with.'),
    folder: z
      .string()
      .refine((path) => path === '' || isMemberPath(path))
      .describe('Folder of the period below dau-vao; empty when it is dau-vao itself.'),
    members: z.array(member).describe('Everything else in the bundle, in order of path.'),
    wording: z
      .array(
        z.strictObject({
          path: z.string().describe('Path inside the program.'),
          sha256: sha256.describe('Of the bytes.'),
        }),
      )
      .describe(
        "The program's own wording of the report: it comes with the program and is not in the bundle.",
      ),
  })
  .describe('tdkvh/sealed@1');
export type SealedManifest = Immutable<z.infer<typeof sealedSchema>>;
