/** results.json of an earlier run of this office, opened for a command; why it cannot be used otherwise. */
import type { Finding, ResultsDocument } from '../model.js';
import { finding, NOWHERE } from '../findings/finding.js';
import { readOfficeFile } from '../readers/office-file.js';
import { readResultsJson } from '../readers/results/results-json.js';
import { pathFromHere } from './path-from-here.js';
import { exists } from './workspace-files.js';

export interface StoredResults {
  readonly results: ResultsDocument;
  readonly bytes: Uint8Array;
}

/** Only sound results of this schema: another one is another version's. */
export async function readStoredResults(
  path: string,
): Promise<{ readonly stored?: StoredResults; readonly findings: readonly Finding[] }> {
  const shown = pathFromHere(path);
  if (!(await exists(path))) return { findings: [finding('cli/no-results', NOWHERE, { path: shown })] };
  const bytes = await readOfficeFile(path, shown, 'results');
  const read = readResultsJson(bytes);
  return read.kind === 'results'
    ? { stored: { results: read.results, bytes }, findings: [] }
    : { findings: [finding('cli/results-unreadable', NOWHERE, { path: shown })] };
}
