/**
 * What this program made or is, among submissions: bundles of `publish` hold every file of a period again, and the
 * figures of the program's own example would count as what communes sent.
 */
import { finding } from '../findings/finding.js';
import type { Finding } from '../model.js';
import { MANIFEST, sealedNotice } from './sealed-notice.js';
import type { SkipReason } from './skipped-names.js';

/** A folder known by a file in it. */
export interface OwnFolder {
  readonly manifest: string;
  readonly reason: SkipReason;
  /** What is said of the folder at `file`; undefined where the manifest is somebody else's. */
  readonly notice: (manifest: Uint8Array, file: string) => Finding | undefined;
}

/** The folders that hold no submissions, whatever lies in them. */
export const OWN_FOLDERS: readonly OwnFolder[] = [
  { manifest: MANIFEST, reason: 'sealed-bundle', notice: sealedNotice },
  { manifest: 'package.json', reason: 'own-program', notice: programNotice },
];

/** Loosely read: another version is the program too. */
function programNotice(manifest: Uint8Array, file: string): Finding | undefined {
  const named = /"name"\s*:\s*"tdkvh"/u.test(new TextDecoder('utf-8').decode(manifest));
  return named ? finding('file/own-program', { file }, {}) : undefined;
}

/** The program's folder in the folder for an office PC, and what starts it. */
const PROGRAM = 'app';
const LAUNCHERS: readonly string[] = ['tdkvh.cmd', 'tdkvh.sh'];
/** What stands beside it there. */
const BESIDE: readonly string[] = [...LAUNCHERS, 'node', 'huong-dan.html', 'huong-dan.txt'];

/** Which names in a folder only start and explain the program; somebody may have unpacked it among what was sent. */
export function besideProgram(names: ReadonlySet<string>): readonly string[] {
  const isPacked = names.has(PROGRAM) && LAUNCHERS.some((name) => names.has(name));
  return isPacked ? BESIDE.filter((name) => names.has(name)) : [];
}
