/** Results of the same kind of period one year before, from the folder previous/ of a workspace. */
import { join } from 'node:path';
import type { ResultsDocument } from '../model.js';
import { readPreviousFolder } from '../readers/previous-results.js';
import { WORKSPACE_FILES } from './workspace-files.js';

/** Undefined without a workspace or without that period; what is wrong in the folder is `compare`'s to say. */
export async function previousResults(
  folder: string | undefined,
  { year, kind }: ResultsDocument['period'],
): Promise<ResultsDocument | undefined> {
  if (folder === undefined) return undefined;
  const { documents } = await readPreviousFolder(join(folder, WORKSPACE_FILES.previous));
  return documents.find(({ results: { period } }) => period.year === year - 1 && period.kind === kind)
    ?.results;
}
