/** Everything an office may reword, admitted together: sentences, outline, letters, tables. Files are read elsewhere. */
import type { z } from 'zod';
import type { Admitted } from '../../admission/admit.js';
import { namedPath, valueAt, type KeyPath, type Source } from '../../admission/source.js';
import { admitTemplate } from '../../admission/template-faults.js';
import { finding } from '../../findings/finding.js';
import type { Finding } from '../../model.js';
import { didYouMean, expectedOnly, nearestWord } from '../../values/nearest-word.js';
import { annexDataSchema, type AnnexData } from './annex-declarations.js';
import { withBundledLabels } from './labels.js';
import { CHARTS, outlineSchema, type Outline } from './outline.js';
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
  /** The bundled annexes.yaml, where the office has its own: what it leaves out may still be pointed to. */
  readonly bundledAnnexes?: Source;
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
  const { annexes, bundledAnnexes } = data;
  const tables = admitFile(
    annexDataSchema,
    annexes && bundledAnnexes ? withBundledLabels(annexes, bundledAnnexes) : annexes,
  );
  if (
    say === undefined ||
    outline.value === undefined ||
    signatures.value === undefined ||
    tables.value === undefined
  )
    return { findings: [...outline.findings, ...signatures.findings, ...tables.findings] };
  const findings = [...unknownAnnexes(data)];
  if (findings.length > 0) return { findings };
  const value = { say, outline: outline.value, signatures: signatures.value, tables: tables.value };
  return { value, findings: [] };
}

/** Topics point to annexes by their ids: one that nobody declares would leave the text without its reference. */
function* unknownAnnexes({ outline, annexes, bundledAnnexes }: Partial<ReportData>): Iterable<Finding> {
  const declared = [annexes, bundledAnnexes].flatMap((file) =>
    listAt(file?.value, ['annexes']).flatMap((_, index) => textAt(file?.value, ['annexes', index, 'id'])),
  );
  const known = [...new Set([CHARTS, ...declared])];
  for (const topic of listAt(outline?.value, ['topics']).keys()) {
    for (const index of listAt(outline?.value, ['topics', topic, 'annexes']).keys()) {
      const path = ['topics', topic, 'annexes', index];
      const [id] = textAt(outline?.value, path);
      if (outline === undefined || id === undefined || known.includes(id)) continue;
      const nearest = nearestWord(id, known);
      yield finding(
        'template/wrong-value',
        outline.locate(path),
        {
          path: namedPath(outline.value, path),
          actual: id,
          expected: known.join(', '),
          remark: didYouMean(nearest),
        },
        expectedOnly(nearest),
      );
    }
  }
}

function listAt(value: unknown, path: KeyPath): readonly unknown[] {
  const list = valueAt(value, path);
  return Array.isArray(list) ? list : [];
}

function textAt(value: unknown, path: KeyPath): readonly string[] {
  const text = valueAt(value, path);
  return typeof text === 'string' ? [text] : [];
}

const admitFile = <Schema extends z.ZodType>(
  schema: Schema,
  source: Source | undefined,
): Admitted<z.output<Schema>> => (source === undefined ? { findings: [] } : admitTemplate(schema, source));
