/** Names that people give to outputs, looked at before anything is written: Windows itself speaks of a missing path or disk. */
import { win32 } from 'node:path';
import { finding } from '../../findings/finding.js';
import type { Finding } from '../../model.js';
import { safeText } from '../../values/safe-text.js';
import { nearestForWindows, troubleOnWindows } from '../../values/windows-name.js';
import type { FileSystem } from './file-system.js';

/** UTF-16 units of one name. */
const LONGEST = 255;

interface NameFault {
  readonly name: string;
  /** Of its path, up to it. */
  readonly place: string;
  /** Undefined for one that is only too long. */
  readonly reason: string | undefined;
}

/** The first name of a path that a system of this kind does not take; others than Windows say so well themselves. */
export function nameFault(path: string, platform: NodeJS.Platform): NameFault | undefined {
  if (platform !== 'win32') return undefined;
  let at = win32.parse(path).root.length;
  for (const name of path.slice(at).split(/[\\/]/u)) {
    at += name.length;
    const place = path.slice(0, at);
    at += 1;
    if (name === '' || name === '.' || name === '..') continue;
    const reason = troubleOnWindows(name);
    if (reason !== undefined || name.length > LONGEST) return { name, place, reason };
  }
  return undefined;
}

/** Why nothing is written to a path of such a name. A folder that is there is somebody's, and was made in other ways. */
export async function refusedName(system: FileSystem, path: string): Promise<Finding | undefined> {
  const fault = nameFault(path, system.platform);
  if (fault === undefined || (await isThere(system, fault.place))) return undefined;
  const { name, reason } = fault;
  if (reason === undefined) return finding('output/name-too-long', { file: path }, { file: path });
  const sample = nearestForWindows(safeText(name));
  return finding('output/bad-name', { file: path }, { file: path, name: safeText(name), reason, sample });
}

const isThere = (system: FileSystem, folder: string): Promise<boolean> =>
  system.kind(folder).then(
    (kind) => kind === 'directory' || kind === 'link',
    () => false,
  );

/** A drive that is not there, also where the sign of a drive was meant for a part of the name. */
export async function missingDrive(system: FileSystem, path: string): Promise<Finding | undefined> {
  const [drive] = system.platform === 'win32' ? (/^[a-z](?=:)/iu.exec(path) ?? []) : [];
  if (drive === undefined) return undefined;
  const isMissing = await system.kind(`${drive}:/`).then(
    (kind) => kind === undefined,
    () => false,
  );
  return isMissing
    ? finding('output/no-drive', { file: path }, { file: path, drive: drive.toUpperCase() })
    : undefined;
}
