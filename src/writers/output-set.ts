/**
 * The one writer of files: whatever a command writes appears whole or not at all, one run at a time per folder, and
 * what a killed run left is finished or undone before anything else.
 */
import { finding, isError } from '../findings/finding.js';
import type { Finding } from '../model.js';
import type { FileContent, OutputFile } from './byte-pieces.js';
import { NODE_FILES, type FileSystem } from './output/file-system.js';
import { missingDrive, refusedName } from './output/given-name.js';
import { moveInto, prepareFolder } from './output/new-folder.js';
import { isHeld, LOCK_NAME, takeLock, type RunLock } from './output/run-lock.js';
import { brokenJournal, isReplacing, leftIn, recover, stagingIn } from './output/staging.js';
import { replaceFiles, type FileSet } from './output/replace-files.js';
import { NotMade, writeFault } from './output/write-fault.js';
import { append } from '../values/of-many.js';
import { systemCode } from '../values/system-code.js';

export { LOCK_NAME } from './output/run-lock.js';
export { STAGING_PREFIX } from './output/staging.js';
export type { OutputFile } from './byte-pieces.js';
export type { FileSet } from './output/replace-files.js';

/** What is to be written, decided while no other run can write; or why nothing is. */
export type Decision = FileSet | { readonly refused: readonly Finding[] };

export interface Publishing {
  readonly system?: FileSystem;
  /** Milliseconds to wait for another run. */
  readonly patience?: number;
  /** Named when the folder cannot be written; the folder itself when absent. */
  readonly subject?: string;
  /** Paths that somebody named; the subject when absent. What a bundle or a form names is as it was elsewhere. */
  readonly given?: readonly string[];
}

/** Single files are written in a moment: the next one waits for it. */
const PATIENCE = 15_000;

/**
 * Writes the files (names relative to the folder, with `/`) and replaces the old set. On any error the old set stays
 * as it was and the findings say which file stood in the way and what to do.
 */
export const publishSet = (
  directory: string,
  files: ReadonlyMap<string, OutputFile>,
  system: FileSystem = NODE_FILES,
): Promise<Finding[]> => publishDecided(directory, () => Promise.resolve({ files }), { system });

/** The same for a set that depends on what is there: it is decided under the lock, after putting right. */
export async function publishDecided(
  directory: string,
  decide: () => Promise<Decision>,
  { system = NODE_FILES, patience = 0, subject = directory, given = [subject] }: Publishing = {},
): Promise<Finding[]> {
  return locked(system, directory, { patience, subject, given }, async (lock) => {
    const decision = await decide();
    if ('refused' in decision) return decision.refused;
    for (const name of [...decision.files.keys(), ...(decision.gone ?? [])]) {
      if (name.startsWith('/') || name.split('/').includes('..'))
        throw new Error(`Not inside the folder: ${name}`);
    }
    return replaceFiles(system, directory, decision, lock);
  });
}

/** Writes one file; its folder is made when needed. A link is written through. */
export const writeFileSafely = (
  path: string,
  bytes: FileContent,
  system: FileSystem = NODE_FILES,
): Promise<Finding[]> => changeFileSafely(path, () => Promise.resolve({ bytes }), system);

/**
 * Writes files of one answer: in one folder, or below one, as one set. In folders that have only a folder in common that
 * cannot be written each is whole by itself. `written` are the paths that now hold the new content.
 */
export async function writeFilesSafely(
  files: ReadonlyMap<string, FileContent>,
  system: FileSystem = NODE_FILES,
): Promise<{ readonly written: readonly string[]; readonly findings: readonly Finding[] }> {
  const targets = await Promise.all(
    Array.from(files, async ([path, content]) => ({
      path,
      content,
      target: (await system.follow(path)).replaceAll('\\', '/'),
    })),
  );
  const common = commonFolder(targets.map(({ target }) => target));
  if (targets.length > 1 && common !== undefined) {
    const set = new Map(
      targets.map(({ target, content }) => [target.slice(common.length + 1), content] as const),
    );
    const subject = targets[0]?.path ?? common;
    const found = await publishDecided(common, () => Promise.resolve({ files: set }), {
      system,
      patience: PATIENCE,
      subject,
      given: [...files.keys()],
    });
    const isOneFolder = [...set.keys()].every((name) => !name.includes('/'));
    const failed = found.some(isError);
    // Where old files could not be put back, another try would tell of everything but that.
    const isHalf = found.some(({ code }) => code === 'output/undo-blocked');
    if (!failed || isOneFolder || isHalf)
      return { written: failed ? [] : [...files.keys()], findings: found };
  }
  const written: string[] = [];
  const findings: Finding[] = [];
  for (const { path, content } of targets) {
    const found = await writeFileSafely(path, content, system);
    append(findings, found);
    if (!found.some(isError)) written.push(path);
  }
  return { written, findings };
}

/**
 * Writes files of a folder in `base` that may not be there yet: it is part of the set, so that a run that is killed leaves
 * no empty one. `files` by their names in the folder. Through a link the folder is elsewhere, and there already.
 */
export async function writeInFolder(
  base: string,
  folder: string,
  files: ReadonlyMap<string, FileContent>,
  system: FileSystem = NODE_FILES,
): Promise<{ readonly written: readonly string[]; readonly findings: readonly Finding[] }> {
  const place = `${base.replaceAll('\\', '/')}/${folder}`;
  const paths = new Map(Array.from(files, ([name, content]) => [`${place}/${name}`, content] as const));
  try {
    if ((await system.kind(place)) === 'link') return await writeFilesSafely(paths, system);
  } catch (error) {
    return { written: [], findings: [writeFault(place, error)] };
  }
  const set = new Map(Array.from(files, ([name, content]) => [`${folder}/${name}`, content] as const));
  const wish = { system, patience: PATIENCE, subject: place };
  const findings = await publishDecided(base, () => Promise.resolve({ files: set }), wish);
  return { written: findings.some(isError) ? [] : [...paths.keys()], findings };
}

/** The deepest folder that all lie in; undefined where that is the top of a drive. */
function commonFolder(paths: readonly string[]): string | undefined {
  const [parts = [], ...others] = paths.map((path) => path.split('/').slice(0, -1));
  for (const other of others) while (parts.some((part, index) => other[index] !== part)) parts.pop();
  return parts.length < 2 ? undefined : parts.join('/');
}

/** Writes one file from what is there: nobody else writes into its folder meanwhile. */
export async function changeFileSafely(
  path: string,
  decide: () => Promise<{ readonly bytes: FileContent } | { readonly refused: readonly Finding[] }>,
  system: FileSystem = NODE_FILES,
): Promise<Finding[]> {
  const target = (await system.follow(path)).replaceAll('\\', '/');
  const slash = target.lastIndexOf('/');
  const directory = slash < 0 ? '.' : target.slice(0, slash) || '/';
  const name = target.slice(slash + 1);
  const decideSet = async (): Promise<Decision> => {
    const decision = await decide();
    return 'refused' in decision ? decision : { files: new Map([[name, decision.bytes]]) };
  };
  return publishDecided(directory, decideSet, { system, patience: PATIENCE, subject: path });
}

/**
 * Makes a new folder with its files: built beside and renamed once. Where nothing can be built beside (an empty
 * folder given by somebody, the top of a drive), inside. The last of the files makes the folder what it is.
 */
export async function publishFolder(
  path: string,
  content: FileSet,
  system: FileSystem = NODE_FILES,
): Promise<Finding[]> {
  const target = path.replaceAll('\\', '/');
  const parent = target.slice(0, target.lastIndexOf('/')) || '/';
  try {
    if ((await system.kind(target)) !== undefined || parent === target)
      return await publishDecided(target, () => Promise.resolve(content), {
        system,
        patience: PATIENCE,
        subject: path,
      });
  } catch (error) {
    return [writeFault(path, error)];
  }
  return locked(system, parent, { patience: PATIENCE, subject: path }, async (lock) => {
    const prepared = await prepareFolder(system, parent, target, content);
    return 'findings' in prepared ? prepared.findings : moveInto(system, prepared.staging, target, lock);
  });
}

/**
 * Finishes or undoes what a killed run left in a folder that is about to be read. What cannot be put right is told:
 * the folder may hold files of two runs. A folder that nobody left anything in is only looked at.
 */
export async function putRight(directory: string, system: FileSystem = NODE_FILES): Promise<Finding[]> {
  try {
    const names = await system.list(directory);
    const left = await leftIn(system, directory);
    const replacing = async (): Promise<boolean> =>
      (await Promise.all(left.map((staging) => isReplacing(system, staging)))).includes(true);
    const mixed = async (): Promise<Finding[]> =>
      (await replacing()) ? [finding('output/mixed', { file: directory }, { file: directory })] : [];
    if (left.length === 0 && !names.some((name) => name.startsWith(LOCK_NAME))) return [];
    if (await isHeld(system, `${directory}/${LOCK_NAME}`)) return await mixed();
    const found = await locked(system, directory, { patience: 0, subject: directory }, () =>
      Promise.resolve([]),
    );
    // Waiting does not help against a broken journal; its own finding says what does.
    const broken = found.filter(({ code }) => code === 'output/broken-journal');
    return broken.length > 0 ? broken : found.some(isError) ? await mixed() : found;
  } catch {
    // A folder that is not there or cannot be opened is told by whoever reads it.
    return [];
  }
}

/** What earlier runs left in a folder and nobody can finish or undo; nothing is changed. */
export async function brokenIn(directory: string, system: FileSystem = NODE_FILES): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const staging of await leftIn(system, directory))
    append(findings, await brokenJournal(system, staging));
  return findings;
}

/** Whether a run is writing into the folder, as far as one can tell without waiting. */
export const isFolderHeld = (directory: string, system: FileSystem = NODE_FILES): Promise<boolean> =>
  isHeld(system, `${directory}/${LOCK_NAME}`);

/** Writes a little beside what is there and takes it away again; raises the system's error where that cannot be. */
export async function tryWriting(directory: string, system: FileSystem = NODE_FILES): Promise<void> {
  const made = await system.makeDirectory(directory);
  const { path } = stagingIn(system, directory);
  try {
    await clearTrials(system, directory);
    await system.makeDirectory(path);
    await system.writeNew(`${path}/${TRIAL}`, new Uint8Array([0]));
  } finally {
    await system.remove(path);
    if (made !== undefined) await removeMade(system, made, directory);
  }
}

const TRIAL = 'thu';

/** What a killed trial left, perhaps under the number that this process has now; nothing of a run that publishes. */
async function clearTrials(system: FileSystem, directory: string): Promise<void> {
  for (const { path } of await leftIn(system, directory))
    if ((await system.list(path)).every((name) => name === TRIAL)) await system.remove(path);
}

/** Works in a folder as the only run, after putting right what an earlier one left. */
async function locked(
  system: FileSystem,
  directory: string,
  wish: Required<Pick<Publishing, 'patience' | 'subject'>> & Pick<Publishing, 'given'>,
  work: (lock: RunLock) => Promise<readonly Finding[]>,
): Promise<Finding[]> {
  for (const path of wish.given ?? [wish.subject]) {
    const refused = await refusedName(system, path);
    if (refused !== undefined) return [refused];
  }
  let made: string | undefined;
  try {
    made = await system.makeDirectory(directory);
  } catch (error) {
    return [(await missingDrive(system, wish.subject)) ?? writeFault(directory, error)];
  }
  const lock = await takeLock(system, directory, wish);
  let findings: readonly Finding[];
  if (!('release' in lock)) findings = [lock];
  else {
    try {
      findings = await recover(system, directory);
      if (!findings.some(isError)) findings = [...findings, ...(await work(lock))];
    } catch (error) {
      if (error instanceof NotMade) throw error.cause;
      if (systemCode(error) === undefined) throw error;
      findings = [writeFault(wish.subject, error)];
    } finally {
      await lock.release();
    }
  }
  if (made !== undefined && findings.some(isError)) await removeMade(system, made, directory);
  return [...findings];
}

/** Folders made for nothing, innermost first. */
async function removeMade(system: FileSystem, made: string, directory: string): Promise<void> {
  for (
    let folder = directory;
    folder.length >= made.length;
    folder = folder.slice(0, folder.lastIndexOf('/'))
  )
    await system.removeEmpty(folder);
}
