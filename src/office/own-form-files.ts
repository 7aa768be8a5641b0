/** The files of the office's own forms: every .yaml in the folder forms/ beside its configuration. */
import { append } from '../values/of-many.js';
import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { admitOwnForm, withOwnForms } from '../criteria/own-forms.js';
import type { ChainFile } from '../criteria/chain-file.js';
import type { Finding, OwnForm } from '../model.js';
import { readOfficeFile, unlessFault } from '../readers/office-file.js';
import { readTemplateYaml } from '../readers/template-yaml.js';
import type { LoadedCriteria } from './load-criteria.js';

/** Folder of a workspace that holds the forms which `criteria adopt` wrote. */
export const OWN_FORMS_FOLDER = 'forms';

/** One adopted form as it lies there; no form and no finding where there is no file. */
export async function readOwnForm(
  path: string,
): Promise<{ readonly form?: OwnForm; readonly findings: readonly Finding[] }> {
  const name = `${OWN_FORMS_FOLDER}/${basename(path)}`;
  const isThere = await stat(path).then(
    () => true,
    () => false,
  );
  if (!isThere) return { findings: [] };
  const read = await unlessFault(
    async () => readTemplateYaml(await readOfficeFile(path, name), name),
    (found) => found,
  );
  if ('code' in read) return { findings: [read] };
  if (read.findings.length > 0) return { findings: read.findings };
  return admitOwnForm({ value: read.value, file: name, locate: (keys) => read.locate(keys) });
}

/** The set with the own forms of the folder joined to it, and its hash with theirs. */
export async function joinOwnForms(loaded: LoadedCriteria, folder: string): Promise<LoadedCriteria> {
  const names = (await readdir(join(folder, OWN_FORMS_FOLDER)).catch((): string[] => []))
    .filter((name) => name.endsWith('.yaml'))
    .sort();
  if (loaded.set === undefined || names.length === 0) return loaded;
  const all = (): readonly string[] => [
    ...loaded.files,
    ...names.map((name) => join(folder, OWN_FORMS_FOLDER, name)),
  ];
  const files: ChainFile[] = [];
  const findings: Finding[] = [];
  const hashes: string[] = [];
  for (const name of names) {
    const shown = `${OWN_FORMS_FOLDER}/${name}`;
    const read = await unlessFault(
      async () => readTemplateYaml(await readOfficeFile(join(folder, OWN_FORMS_FOLDER, name), shown), shown),
      (found) => found,
    );
    if ('code' in read) {
      findings.push(read);
      continue;
    }
    append(findings, read.findings);
    hashes.push(read.sha256);
    files.push({ value: read.value, file: shown, locate: (path) => read.locate(path) });
  }
  const sha256 = createHash('sha256')
    .update([loaded.sha256, ...hashes].join('\n'))
    .digest('hex');
  if (findings.length > 0) return { files: all(), sha256, findings: [...loaded.findings, ...findings] };
  const joined = withOwnForms(loaded.set, files);
  const rest = { files: all(), sha256, findings: [...loaded.findings, ...joined.findings] };
  return joined.set === undefined ? rest : { ...rest, set: joined.set };
}
