/** The parts of the report that the office writes itself, as they stand in its narrative.md. */
import { join } from 'node:path';
import type { Finding } from '../model.js';
import { readOfficeText, unlessFault } from '../readers/office-file.js';
import { exists, WORKSPACE_FILES } from './workspace-files.js';

/** No text where there is no workspace or no such file. */
export async function readNarrative(
  folder: string | undefined,
): Promise<{ readonly narrative?: string; readonly findings: readonly Finding[] }> {
  if (folder === undefined) return { findings: [] };
  const name = WORKSPACE_FILES.narrative;
  const path = join(folder, name);
  if (!(await exists(path))) return { findings: [] };
  return unlessFault(
    async () => ({ narrative: await readOfficeText(path, name), findings: [] }),
    (found) => ({ findings: [found] }),
  );
}
