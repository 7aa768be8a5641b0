/**
 * The staging folder of one publication: new files, old files kept aside, and a journal. Its state alone tells a later
 * run how far a killed one came: nothing left under `new` means finished, anything else is undone; without a journal
 * no file of the folder is involved.
 */
import { finding } from '../../findings/finding.js';
import type { Finding } from '../../model.js';
import type { FileSystem } from './file-system.js';
import { renamePatiently, writeFault } from './write-fault.js';
import { append } from '../../values/of-many.js';

export const STAGING_PREFIX = '.tdkvh-staging-';
/** Nothing else is ours to remove. */
const OF_A_RUN = /^\.tdkvh-staging-\d+$/u;
const JOURNAL = 'journal.json';

/** Written before the first file moves. */
export interface Journal {
  /** New files; the position of a name is its name in the staging folder. */
  readonly names: readonly string[];
  /** Files that go; their positions follow those of `names`. They go before the first new file comes. */
  readonly gone: readonly string[];
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
const journalPath = (staging: Staging): string => `${staging.path}/${JOURNAL}`;

/** The staging folder of this run. */
export const stagingIn = (system: FileSystem, directory: string): Staging => ({
  directory,
  path: `${directory}/${STAGING_PREFIX}${system.processes.self.process}`,
});

/** Whole or not at all, like the files themselves. */
export async function writeJournal(system: FileSystem, staging: Staging, journal: Journal): Promise<void> {
  const draft = `${journalPath(staging)}.tmp`;
  await system.writeNew(draft, new TextEncoder().encode(JSON.stringify(journal)));
  await system.flushDirectory(`${staging.path}/new`);
  await system.rename(draft, journalPath(staging));
  await system.flushDirectory(staging.path);
}

/** Whether the files of the folder are being replaced, or were when the run was killed. */
export const isReplacing = async (system: FileSystem, staging: Staging): Promise<boolean> =>
  (await system.kind(journalPath(staging))) !== undefined;

/** What the journal says, or nothing that anybody may act on. */
async function readJournal(system: FileSystem, staging: Staging): Promise<Journal | undefined> {
  const bytes = await system.read(journalPath(staging));
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const list = (key: keyof Journal): readonly string[] | undefined => {
    const content: unknown = Reflect.get(value, key) ?? (key === 'names' ? undefined : []);
    return Array.isArray(content) && content.every(isInside) ? content : undefined;
  };
  const [names, gone, folders] = [list('names'), list('gone'), list('folders')];
  return names && gone && folders && { names, gone, folders };
}

/** A journal that came with a copied folder must not move files elsewhere. */
const isInside = (name: unknown): name is string =>
  typeof name === 'string' && !name.startsWith('/') && !name.split('/').includes('..');

/** Moves the files that are no longer part of the set aside; may be cut short and done again. */
export async function moveGone(system: FileSystem, staging: Staging, journal: Journal): Promise<void> {
  for (const [index, name] of journal.gone.entries()) {
    const target = targetPath(staging, name);
    if ((await system.kind(target)) !== undefined)
      await renamePatiently(system, target, oldPath(staging, journal.names.length + index));
  }
}

/** Puts every old file back where it was and closes the journal; may be cut short and done again. */
export async function undo(
  system: FileSystem,
  staging: Staging,
  journal: Journal,
): Promise<readonly Finding[]> {
  const blocked: Finding[] = [];
  for (const [index, name] of [...journal.names, ...journal.gone].entries()) {
    const target = targetPath(staging, name);
    try {
      const comes = index < journal.names.length;
      if (
        comes &&
        (await system.kind(newPath(staging, index))) === undefined &&
        (await isThere(system, target))
      )
        await renamePatiently(system, target, newPath(staging, index));
      if (await isThere(system, oldPath(staging, index)))
        await renamePatiently(system, oldPath(staging, index), target);
    } catch {
      blocked.push(finding('output/undo-blocked', { file: target }, { file: target, kept: staging.path }));
    }
  }
  if (blocked.length > 0) return blocked;
  for (const folder of [...journal.folders].reverse()) await system.removeEmpty(targetPath(staging, folder));
  return [];
}

const isThere = async (system: FileSystem, path: string): Promise<boolean> =>
  (await system.kind(path)) !== undefined;

/** Finishes or undoes what killed runs left in the folder. Only the holder of the lock may call it. */
export async function recover(system: FileSystem, directory: string): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const staging of await leftIn(system, directory)) {
    try {
      append(findings, await recoverOne(system, staging));
    } catch (error) {
      findings.push(writeFault(staging.path, error));
    }
  }
  return findings;
}

/** What runs have left in a folder, or are still working on. */
export const leftIn = async (system: FileSystem, directory: string): Promise<readonly Staging[]> =>
  (await system.list(directory))
    .filter((name) => OF_A_RUN.test(name))
    .map((name) => ({ directory, path: `${directory}/${name}` }));

async function recoverOne(system: FileSystem, staging: Staging): Promise<readonly Finding[]> {
  const at = { file: staging.directory };
  let findings: readonly Finding[] = [];
  if (await isReplacing(system, staging)) {
    const journal = await readJournal(system, staging);
    // Which files are old and which are new stands nowhere else: nothing is moved, nothing removed.
    if (journal === undefined) return [journalBroken(staging)];
    const waiting =
      (await system.kind(`${staging.path}/new`)) === undefined
        ? []
        : await system.list(`${staging.path}/new`);
    if (waiting.length > 0) {
      const blocked = await undo(system, staging, journal);
      if (blocked.length > 0) return blocked;
      findings = [finding('output/undone-earlier', at, {})];
    } else {
      await moveGone(system, staging, journal);
      findings = [finding('output/finished-earlier', at, {})];
    }
  }
  return [...findings, ...(await cleared(system, staging))];
}

/** The finding for a journal that cannot be read, where there is one. */
export async function brokenJournal(system: FileSystem, staging: Staging): Promise<readonly Finding[]> {
  if (!(await isReplacing(system, staging))) return [];
  return (await readJournal(system, staging)) === undefined ? [journalBroken(staging)] : [];
}

const journalBroken = ({ directory, path }: Staging): Finding =>
  finding('output/broken-journal', { file: path }, { file: directory, kept: path });

/**
 * Removes the staging folder, the journal first: a folder that is half removed must not look like one that is half
 * published. When something holds it, a later run does.
 */
export async function cleared(system: FileSystem, staging: Staging): Promise<readonly Finding[]> {
  try {
    await system.flushDirectory(staging.directory);
    await system.remove(journalPath(staging));
    await system.remove(staging.path);
    return [];
  } catch {
    return [finding('output/left-behind', { file: staging.path }, { file: staging.path })];
  }
}
