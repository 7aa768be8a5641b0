/** Everything an office may reword, admitted together: sentences, outline, letters, tables. Files are read elsewhere. */
import type { z } from 'zod';
import { admit, type Admitted } from '../admission/admit.js';
import { withoutBlanks } from '../admission/schema-keys.js';
import type { Source } from '../admission/source.js';
import { templateFault } from '../admission/template-faults.js';
import { annexDataSchema, type AnnexData } from './annexes/annex-declarations.js';
import { outlineSchema, type Outline } from './outline.js';
import { signaturesSchema, type Signatures } from './signature-presets.js';
import { compileWording, type Say } from './wording.js';

export interface ReportWording {
  readonly say: Say;
  readonly outline: Outline;
  readonly signatures: Signatures;
  readonly tables: AnnexData;
}

/** The data files of templates/reports as read, by name. */
export interface ReportData {
  readonly outline: Source;
  readonly signatures: Source;
  readonly annexes: Source;
}

/**
 * `templates`: texts of the .hbs files by name; later ones replace single sections of earlier ones. A broken one is
 * thrown as a fault of the wording; what is wrong with the data files is told together.
 */
export const prepareWording = (
  templates: Readonly<Record<string, string>>,
  data: ReportData,
): Admitted<ReportWording> => admitWording(compileWording(templates), data);

/** Without sentences, or without a file, there is no wording, only what is wrong with the others. */
export function admitWording(say: Say | undefined, data: Partial<ReportData>): Admitted<ReportWording> {
  const outline = admitFile(outlineSchema, data.outline);
  const signatures = admitFile(signaturesSchema, data.signatures);
  const tables = admitFile(annexDataSchema, data.annexes);
  if (
    say === undefined ||
    outline.value === undefined ||
    signatures.value === undefined ||
    tables.value === undefined
  )
    return { findings: [...outline.findings, ...signatures.findings, ...tables.findings] };
  const value = { say, outline: outline.value, signatures: signatures.value, tables: tables.value };
  return { value, findings: [] };
}

const admitFile = <Schema extends z.ZodType>(
  schema: Schema,
  source: Source | undefined,
): Admitted<z.output<Schema>> =>
  source === undefined
    ? { findings: [] }
    : admit(schema, { ...source, value: withoutBlanks(schema, source.value) }, templateFault);
