/** Everything an office may reword, admitted together: sentences, outline, letters, tables. Files are read elsewhere. */
import { readAnnexData, type AnnexData } from './annexes/annex-declarations.js';
import { readOutline, type Outline } from './outline.js';
import { readSignatures, type Signatures } from './signature-presets.js';
import { compileWording, type Say } from './wording.js';

export interface ReportWording {
  readonly say: Say;
  readonly outline: Outline;
  readonly signatures: Signatures;
  readonly tables: AnnexData;
}

/** Parsed data files of templates/reports, by name. */
export interface ReportData {
  readonly outline: unknown;
  readonly signatures: unknown;
  readonly annexes: unknown;
}

/** `templates`: texts of the .hbs files by name; later ones replace single sections of earlier ones. */
export const prepareWording = (
  templates: Readonly<Record<string, string>>,
  data: ReportData,
): ReportWording => ({
  say: compileWording(templates),
  outline: readOutline(data.outline),
  signatures: readSignatures(data.signatures),
  tables: readAnnexData(data.annexes),
});
