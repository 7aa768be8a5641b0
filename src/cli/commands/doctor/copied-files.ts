/** A program that was copied from its .zip: every file is compared with the list packed with it, runtime included. */
import { join } from 'node:path';
import { finding, NOWHERE } from '../../../findings/finding.js';
import { exists } from '../../../office/workspace-files.js';
import { LAUNCHER, launcherIn } from '../../launcher.js';
import type { Check } from './check.js';

const LIST = 'files.json';
const SHOWN = 3;

/** Nothing where the program was not copied from a .zip: there is neither list nor beginning then. */
export async function checkCopiedFiles(packageFolder: string): Promise<readonly Check[]> {
  const isCopied = await Promise.all([LIST, LAUNCHER].map((name) => exists(join(packageFolder, name))));
  if (!isCopied.includes(true)) return [];
  const { count, changed } = await looked(packageFolder);
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

/** The launcher looks at the copy before every run, in the same way. */
async function looked(app: string): Promise<Looked> {
  try {
    const { packedList, wrongFiles } = await launcherIn(app);
    const changed = wrongFiles(app, true, () => undefined);
    return { count: packedList(app)?.length ?? 0, changed };
  } catch {
    return { count: 0, changed: [`app/${LAUNCHER}`] };
  }
}
