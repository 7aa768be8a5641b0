/** The parts of the report that the office writes itself, as they stand in its narrative.md. */
import { join } from 'node:path';
import type { Finding } from '../model.js';
import { readOfficeText, unlessFault } from '../readers/office-file.js';
import { tooLong } from '../readers/text-weight.js';
import { exists, WORKSPACE_FILES } from './workspace-files.js';

/** Two hundred pages. Every line and every change of bold or italic becomes an element of the Word file. */
const LIMITS = { letters: 500_000, signs: 10_000 };
const SIGNS = /[\n*]/gu;

/** No text where there is no workspace or no such file. */
export async function readNarrative(
  folder: string | undefined,
): Promise<{ readonly narrative?: string; readonly findings: readonly Finding[] }> {
  if (folder === undefined) return { findings: [] };
  const name = WORKSPACE_FILES.narrative;
  const path = join(folder, name);
  if (!(await exists(path))) return { findings: [] };
  return unlessFault(
    async () => {
      const narrative = await readOfficeText(path, name);
      const fault = tooLong(narrative, name, LIMITS, SIGNS);
      return fault === undefined ? { narrative, findings: [] } : { findings: [fault] };
    },
    (found) => ({ findings: [found] }),
  );
}
