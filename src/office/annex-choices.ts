/** Which annexes an office may ask for: those that its own annexes.yaml declares, else the bundled one. */
import { join } from 'node:path';
import type { AnnexChoices } from '../model.js';
import { readTemplateYaml } from '../readers/template-yaml.js';
import { annexChoices } from '../reports/annexes/annex-choices.js';
import { REPORT_WORDING_FOLDER } from './package-files.js';
import { exists, WORKSPACE_FILES } from './workspace-files.js';
import { readOfficeFile, unlessFault } from '../readers/office-file.js';

const FILE = 'annexes.yaml';

const choicesOf = (path: string): Promise<AnnexChoices | undefined> =>
  unlessFault(
    async () =>
      annexChoices(
        readTemplateYaml(await readOfficeFile(path, `${WORKSPACE_FILES.templates}/${FILE}`), FILE),
      ),
    () => undefined,
  );

/** Undefined when the file is broken: what is wrong with it is told where the wording is loaded. */
export async function readAnnexChoices(folder?: string): Promise<AnnexChoices | undefined> {
  const bundled = await choicesOf(join(REPORT_WORDING_FOLDER, FILE));
  const path = folder === undefined ? undefined : join(folder, WORKSPACE_FILES.templates, FILE);
  if (path === undefined || !(await exists(path))) return bundled;
  const own = await choicesOf(path);
  if (own === undefined || own.usual.length > 0) return own;
  // A file from before `printed` says nothing of it.
  return { ...own, usual: (bundled?.usual ?? []).filter((number) => own.known.includes(number)) };
}

/** The annexes printed when nobody asks for any. */
export const usualAnnexes = async (): Promise<readonly string[]> => (await readAnnexChoices())?.usual ?? [];
