/** A program that was copied from its .zip: every file is compared with the list packed with it, runtime included. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { finding, NOWHERE } from '../../../findings/finding.js';
import { exists } from '../../../office/workspace-files.js';
import type { Check } from './check.js';

const LIST = 'files.json';
/** What the launcher starts: it looks at the copy before every run, in the same way. */
const BEGINNING = 'start.cjs';
const SHOWN = 3;

interface Beginning {
  readonly packedList: (app: string) => readonly unknown[] | undefined;
  readonly wrongFiles: (app: string, whole: boolean, say: () => void) => readonly string[];
}

/** Nothing where the program was not copied from a .zip: there is neither list nor beginning then. */
export async function checkCopiedFiles(packageFolder: string): Promise<readonly Check[]> {
  const beginning = join(packageFolder, BEGINNING);
  if (!(await exists(join(packageFolder, LIST))) && !(await exists(beginning))) return [];
  const { count, changed } = await looked(packageFolder, beginning);
  const more = changed.length > SHOWN ? ` và ${changed.length - SHOWN} tệp khác` : '';
  const names = changed.slice(0, SHOWN).join(', ') + more;
  const findings = changed.length === 0 ? [] : [finding('doctor/copy-changed', NOWHERE, { files: names })];
  const line = { id: 'copied-files', title: 'Bản chép chương trình' };
  return [{ ...line, text: `${count} tệp đúng như khi đóng gói`, findings }];
}

interface Looked {
  readonly count: number;
  readonly changed: readonly string[];
}

async function looked(app: string, beginning: string): Promise<Looked> {
  try {
    const { default: start } = (await import(pathToFileURL(beginning).href)) as {
      readonly default: Beginning;
    };
    const changed = start.wrongFiles(app, true, () => undefined);
    return { count: start.packedList(app)?.length ?? 0, changed };
  } catch {
    return { count: 0, changed: [`app/${BEGINNING}`] };
  }
}
