/** The Word report made again from results.json, read back: what an edited report is held against. */
import { dirname } from 'node:path';
import type { Finding, WrittenReport } from '../model.js';
import { isError } from '../findings/finding.js';
import { readDocx } from '../readers/docx/docx.js';
import { proseOf } from '../reports/prose/prose.js';
import { defined } from '../values/defined.js';
import { loadWording } from './load-wording.js';
import { readNarrative } from './read-narrative.js';
import { findOfficeTemplate } from './office-template.js';
import { makeReport, reportBytes } from './outputs/make-outputs.js';
import { findWorkspace } from './workspace-files.js';
import { pathFromHere } from './path-from-here.js';
import { readStoredResults } from './stored-results.js';

/** `path`: results.json; wording, template and narrative are those of the workspace it lies in. */
export async function expectedReport(
  path: string,
): Promise<{ readonly report?: WrittenReport; readonly findings: readonly Finding[] }> {
  const { stored, findings: faults } = await readStoredResults(path);
  if (stored === undefined) return { findings: faults };
  const folder = await findWorkspace(dirname(path));
  const wanted = await loadWording(folder);
  const found = await findOfficeTemplate(folder, undefined);
  const { narrative, findings } = await readNarrative(folder);
  const before = [...wanted.findings, ...found.findings, ...findings];
  if (wanted.wording === undefined || before.some(isError)) return { findings: before };
  const made = makeReport(proseOf(stored.results, wanted.wording), {
    asDraft: false,
    ...defined({ narrative, template: found.template }),
  });
  if (made.report === undefined) return { findings: made.findings };
  const word = await reportBytes(made.report, stored.results, found.template);
  if (word.bytes === undefined) return { findings: word.findings };
  return readDocx({ path: pathFromHere(path), bytes: word.bytes, sha256: '' });
}
