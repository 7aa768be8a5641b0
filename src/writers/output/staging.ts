/**
 * The staging folder of one publication: new files, old files kept aside, and a journal. Its state alone tells a later
 * run how far a killed one came: nothing left under `new` means finished, anything else is undone.
 */
import { finding } from '../../findings/finding.js';
import type { Finding } from '../../model.js';
import type { FileSystem } from './file-system.js';
import { renamePatiently, writeFault } from './write-fault.js';

export const STAGING_PREFIX = '.staging-';
const JOURNAL = 'journal.json';

/** Written before the first file moves. Position in `names` is the file's name inside the folder. */
export interface Journal {
  readonly names: readonly string[];
  /** Folders made for the new files, outermost first; removed again by an undo. */
  readonly folders: readonly string[];
}

export interface Staging {
  readonly directory: string;
  readonly path: string;
}

export const newPath = (staging: Staging, index: number): string => `${staging.path}/new/${index}`;
export const oldPath = (staging: Staging, index: number): string => `${staging.path}/old/${index}`;
export const targetPath = (staging: Staging, name: string): string => `${staging.directory}/${name}`;

/** Whole or not at all, like the files themselves. */
export async function writeJournal(system: FileSystem, staging: Staging, journal: Journal): Promise<void> {
  const draft = `${staging.path}/${JOURNAL}.tmp`;
  await system.writeNew(draft, new TextEncoder().encode(JSON.stringify(journal)));
  await system.rename(draft, `${staging.path}/${JOURNAL}`);
  await system.flushDirectory(staging.path);
}

async function readJournal(system: FileSystem, staging: Staging): Promise<Journal | undefined> {
  const path = `${staging.path}/${JOURNAL}`;
  if ((await system.kind(path)) !== 'file') return undefined;
  const value: unknown = JSON.parse(new TextDecoder().decode(await system.read(path)));
  const list = (content: unknown): readonly string[] =>
    Array.isArray(content) ? content.filter((item): item is string => typeof item === 'string') : [];
  if (typeof value !== 'object' || value === null) return undefined;
  return {
    names: list('names' in value ? value.names : undefined),
    folders: list('folders' in value ? value.folders : undefined),
  };
}

/** Puts every old file back where it was; may be cut short and done again. */
export async function undo(
  system: FileSystem,
  staging: Staging,
  journal: Journal,
): Promise<readonly Finding[]> {
  const blocked: Finding[] = [];
  for (const [index, name] of journal.names.entries()) {
    const target = targetPath(staging, name);
    try {
      const moved = (await system.kind(newPath(staging, index))) === undefined;
      if (moved && (await system.kind(target)) !== undefined)
        await renamePatiently(system, target, newPath(staging, index));
      if ((await system.kind(oldPath(staging, index))) !== undefined)
        await renamePatiently(system, oldPath(staging, index), target);
    } catch {
      blocked.push(finding('output/undo-blocked', { file: target }, { file: target, kept: staging.path }));
    }
  }
  if (blocked.length === 0)
    for (const folder of [...journal.folders].reverse())
      await system.removeEmpty(targetPath(staging, folder));
  return blocked;
}

/** Finishes or undoes what killed runs left in the folder. Only the holder of the lock may call it. */
export async function recover(system: FileSystem, directory: string): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const entry of (await system.list(directory)).filter((name) => name.startsWith(STAGING_PREFIX))) {
    const staging = { directory, path: `${directory}/${entry}` };
    try {
      findings.push(...(await recoverOne(system, staging)));
    } catch (error) {
      findings.push(writeFault(staging.path, error));
    }
  }
  return findings;
}

async function recoverOne(system: FileSystem, staging: Staging): Promise<readonly Finding[]> {
  const journal = await readJournal(system, staging);
  const at = { file: staging.directory };
  let findings: readonly Finding[] = [];
  // Without a journal no file had been moved yet.
  if (journal !== undefined) {
    const waiting =
      (await system.kind(`${staging.path}/new`)) === undefined
        ? []
        : await system.list(`${staging.path}/new`);
    if (waiting.length > 0) {
      const blocked = await undo(system, staging, journal);
      if (blocked.length > 0) return blocked;
      findings = [finding('output/undone-earlier', at, {})];
    } else findings = [finding('output/finished-earlier', at, {})];
  }
  return [...findings, ...(await cleared(system, staging))];
}

/** Removes the staging folder; when something holds it, a later run does. */
export async function cleared(system: FileSystem, staging: Staging): Promise<readonly Finding[]> {
  try {
    await system.remove(staging.path);
    return [];
  } catch {
    return [finding('output/left-behind', { file: staging.path }, { file: staging.path })];
  }
}
