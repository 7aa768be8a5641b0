/** The files of the office's own forms: every .yaml in the folder forms/ beside its configuration. */
import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { admitOwnForm, withOwnForms } from '../../criteria/own-forms.js';
import type { ChainFile } from '../../criteria/chain-file.js';
import type { Finding, OwnForm } from '../../model.js';
import { readOfficeFile, unlessFault } from '../../readers/office-file.js';
import { readTemplateYaml } from '../../readers/template-yaml.js';
import type { LoadedCriteria } from '../load-criteria.js';
import { exists, WORKSPACE_FILES } from '../workspace-files.js';

/** One adopted form as it lies there; no form and no finding where there is no file. */
export async function readOwnForm(
  path: string,
): Promise<{ readonly form?: OwnForm; readonly findings: readonly Finding[] }> {
  if (!(await exists(path))) return { findings: [] };
  const { file, findings } = await readFormFile(path);
  return file === undefined || findings.length > 0 ? { findings } : admitOwnForm(file);
}

/** A form that the folder has already, under another name. */
export interface Rival {
  readonly form: OwnForm;
  /** `forms/….yaml`. */
  readonly file: string;
}

/** The other forms of the folder; those that cannot be read are told when the period is. */
export async function formsBeside(path: string): Promise<readonly Rival[]> {
  const rivals: Rival[] = [];
  for (const name of await namesIn(dirname(path))) {
    const { form } = name === basename(path) ? {} : await readOwnForm(join(dirname(path), name));
    if (form !== undefined) rivals.push({ form, file: `${WORKSPACE_FILES.forms}/${name}` });
  }
  return rivals;
}

const namesIn = async (directory: string): Promise<readonly string[]> =>
  (await exists(directory)) ? (await readdir(directory)).filter((name) => name.endsWith('.yaml')).sort() : [];

interface FormFile {
  readonly file?: ChainFile & { readonly sha256: string };
  readonly findings: readonly Finding[];
}

async function readFormFile(path: string): Promise<FormFile> {
  const name = `${WORKSPACE_FILES.forms}/${basename(path)}`;
  return unlessFault<FormFile, FormFile>(
    async () => {
      const { value, sha256, findings, locate } = readTemplateYaml(await readOfficeFile(path, name), name);
      return { file: { value, sha256, file: name, locate }, findings };
    },
    (found) => ({ findings: [found] }),
  );
}

/** The set with the own forms of the folder joined to it, and its hash with theirs. */
export async function joinOwnForms(loaded: LoadedCriteria, folder: string): Promise<LoadedCriteria> {
  const directory = join(folder, WORKSPACE_FILES.forms);
  const names = await namesIn(directory);
  if (loaded.set === undefined || names.length === 0) return loaded;
  const paths = names.map((name) => join(directory, name));
  const read: FormFile[] = [];
  for (const path of paths) read.push(await readFormFile(path));
  const forms = read.flatMap(({ file }) => file ?? []);
  const findings = read.flatMap((one) => one.findings);
  const hashes = [loaded.sha256, ...forms.map((form) => form.sha256)].join('\n');
  const files = [...loaded.files, ...paths];
  const sha256 = createHash('sha256').update(hashes).digest('hex');
  if (findings.length > 0) return { files, sha256, findings: [...loaded.findings, ...findings] };
  const joined = withOwnForms(loaded.set, forms);
  const rest = { files, sha256, findings: [...loaded.findings, ...joined.findings] };
  return joined.set === undefined ? rest : { ...rest, set: joined.set };
}
