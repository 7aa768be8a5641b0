/**
 * One run at a time per folder: a lock file that names the run holding it. Locks of ended runs lapse; where the system
 * cannot tell (another machine, a renamed one), a lock that nobody tends for a while does.
 */
import { finding } from '../../findings/finding.js';
import type { Finding } from '../../model.js';
import { errorCode, type FileSystem } from './file-system.js';
import { holderIn, isSameHolder, stateOfHolder, type Holder } from './run-holder.js';
import { writeFault } from './write-fault.js';

export const LOCK_NAME = '.tdkvh-lock';

export interface RunLock {
  /** False when somebody took the lock for a dead one, for example while this machine slept. */
  isMine(): Promise<boolean>;
  release(): Promise<void>;
}

export interface LockWish {
  /** What is to be written, for messages. */
  readonly subject: string;
  /** How long to wait for another run; short writings wait, whole runs say at once who is running. */
  readonly patience: number;
}

/** Locks that this very process holds or is taking. */
const held = new Set<string>();

/** How often a holder tends its lock, how long a lock of unknown state is watched, how often one asks again. */
const TEND_MS = 1000;
const WATCH_MS = 10_000;
const ASK_MS = 100;
/** How long a holder may take between making its lock and writing its name into it. */
const NAMING_MS = 250;

/** The lock, or why there is none. */
export async function takeLock(
  system: FileSystem,
  directory: string,
  { subject, patience }: LockWish,
): Promise<RunLock | Finding> {
  const path = `${directory}/${LOCK_NAME}`;
  for (let waited = 0; ; waited += ASK_MS) {
    const taken = await tryLock(system, directory, path);
    if (taken === true) return lockOf(system, path);
    if (taken !== false) return writeFault(subject, taken.error);
    if (waited >= patience) {
      const holder = await readHolder(system, path);
      return finding('output/running', { file: path }, { process: holder?.process ?? '?', file: path });
    }
    await system.wait(ASK_MS);
  }
}

function lockOf(system: FileSystem, path: string): RunLock {
  const stopTending = system.every(TEND_MS, () => system.touch(path));
  const isMine = async (): Promise<boolean> =>
    isSameHolder(await readHolder(system, path), system.processes.self);
  return {
    isMine,
    release: async () => {
      stopTending();
      try {
        if (await isMine()) await system.remove(path);
      } catch {
        // The lock of a process that has ended lapses by itself.
      } finally {
        held.delete(path);
      }
    },
  };
}

async function tryLock(
  system: FileSystem,
  directory: string,
  path: string,
): Promise<boolean | { readonly error: unknown }> {
  if (held.has(path)) return false;
  held.add(path);
  let mine = false;
  try {
    mine = (await create(system, path)) || (await takeOver(system, path));
    if (mine && !(await clearAside(system, directory, path))) mine = false;
    return mine;
  } catch (error) {
    if (mine) await system.remove(path).catch(() => undefined);
    mine = false;
    return { error };
  } finally {
    if (!mine) held.delete(path);
  }
}

const contentOf = (holder: Holder): Uint8Array => new TextEncoder().encode(`${JSON.stringify(holder)}\n`);

async function create(system: FileSystem, path: string, holder = system.processes.self): Promise<boolean> {
  try {
    await system.writeNew(path, contentOf(holder));
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Removes the lock of an ended run. It is first moved aside and looked at, so that no living one is taken by mistake. */
async function takeOver(system: FileSystem, path: string): Promise<boolean> {
  let holder = await readHolder(system, path);
  if (holder === undefined) {
    await system.wait(NAMING_MS);
    holder = await readHolder(system, path);
  }
  if (holder !== undefined && (await isRunning(system, path, holder))) return false;
  const aside = `${path}.${system.processes.self.process}`;
  try {
    await system.rename(path, aside);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    return create(system, path);
  }
  const taken = await readHolder(system, aside);
  if (taken !== undefined && !isSameHolder(taken, holder)) {
    await create(system, path, taken);
    await system.remove(aside);
    return false;
  }
  await system.remove(aside);
  return create(system, path);
}

/** Where the system cannot tell, a run that lives tends its lock. */
async function isRunning(system: FileSystem, path: string, holder: Holder): Promise<boolean> {
  const state = stateOfHolder(holder, system.processes);
  if (state !== 'unknown') return state === 'running';
  const before = await system.modified(path);
  for (let watched = 0; watched < WATCH_MS; watched += TEND_MS) {
    await system.wait(TEND_MS);
    if ((await system.modified(path)) !== before) return true;
  }
  return false;
}

/** Locks that a killed run had moved aside: those of ended runs go; one of a living run is put back, and wins. */
async function clearAside(system: FileSystem, directory: string, path: string): Promise<boolean> {
  for (const name of await system.list(directory)) {
    if (!name.startsWith(`${LOCK_NAME}.`)) continue;
    const aside = `${directory}/${name}`;
    const holder = await readHolder(system, aside);
    if (holder !== undefined && stateOfHolder(holder, system.processes) === 'running') {
      await system.rename(aside, path);
      return false;
    }
    await system.remove(aside);
  }
  return true;
}

async function readHolder(system: FileSystem, path: string): Promise<Holder | undefined> {
  try {
    return holderIn(await system.read(path));
  } catch {
    return undefined;
  }
}

/** Whether a run holds this lock, as far as one can tell without waiting. */
export async function isHeld(system: FileSystem, path: string): Promise<boolean> {
  const holder = await readHolder(system, path);
  return holder !== undefined && stateOfHolder(holder, system.processes) !== 'ended';
}
