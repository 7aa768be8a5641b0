/** A program that was copied from its .zip: every file is compared with the list packed with it, runtime included. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { finding, NOWHERE } from '../../../findings/finding.js';
import { readOfficeText } from '../../../readers/office-file.js';
import { exists } from '../../../office/workspace-files.js';
import type { Check } from './check.js';

const LIST = 'files.json';
const SHOWN = 3;

/** What `npm run dist` writes beside the program. */
interface PackedFiles {
  readonly schema: 'tdkvh/files@1';
  readonly files: readonly { readonly path: string; readonly sha256: string }[];
}

/** Nothing where the program was not copied from a .zip: there is no list then. */
export async function checkCopiedFiles(packageFolder: string): Promise<readonly Check[]> {
  if (!(await exists(join(packageFolder, LIST)))) return [];
  const line = { id: 'copied-files', title: 'Bản chép chương trình' };
  const list = await readList(packageFolder);
  const files = list?.files ?? [];
  const changed: string[] = list === undefined ? [`app/${LIST}`] : [];
  for (const { path, sha256 } of files)
    if ((await digestOf(join(packageFolder, '..', path))) !== sha256) changed.push(path);
  const more = changed.length > SHOWN ? ` và ${changed.length - SHOWN} tệp khác` : '';
  const names = changed.slice(0, SHOWN).join(', ') + more;
  const findings = changed.length === 0 ? [] : [finding('doctor/copy-changed', NOWHERE, { files: names })];
  return [{ ...line, text: `${files.length} tệp đúng như khi đóng gói`, findings }];
}

/** Undefined when the list itself was changed or cut. */
async function readList(packageFolder: string): Promise<PackedFiles | undefined> {
  try {
    const list = JSON.parse(await readOfficeText(join(packageFolder, LIST), LIST)) as Partial<PackedFiles>;
    return list.schema === 'tdkvh/files@1' && Array.isArray(list.files) ? (list as PackedFiles) : undefined;
  } catch {
    return undefined;
  }
}

/** SHA-256; undefined when the file is not there or cannot be read. */
async function digestOf(path: string): Promise<string | undefined> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(path), hash);
    return hash.digest('hex');
  } catch {
    return undefined;
  }
}
