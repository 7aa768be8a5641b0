/** One run at a time per output folder: a lock file with the process that holds it; locks of dead processes lapse. */
import { finding } from '../../findings/finding.js';
import type { Finding } from '../../model.js';
import { errorCode, type FileSystem } from './file-system.js';
import { writeFault } from './write-fault.js';

export const LOCK_NAME = '.tdkvh-lock';

export interface RunLock {
  release(): Promise<void>;
}

/** Locks that this very process holds or is taking; its number in a lock file otherwise comes from a dead one. */
const held = new Set<string>();

interface Holder {
  readonly process: number;
  readonly host: string;
}

/** The lock, or why there is none. */
export async function takeLock(system: FileSystem, directory: string): Promise<RunLock | Finding> {
  const path = `${directory}/${LOCK_NAME}`;
  const mine = new TextEncoder().encode(
    `${JSON.stringify({ process: system.processId, host: system.host })}\n`,
  );
  const running = async (): Promise<Finding> => {
    const holder = await readHolder(system, path);
    return finding('output/running', { file: path }, { process: holder?.process ?? '?', file: path });
  };
  if (held.has(path)) return running();
  held.add(path);
  try {
    if (!(await create(system, path, mine)) && !(await takeOver(system, path, mine))) {
      held.delete(path);
      return await running();
    }
  } catch (error) {
    held.delete(path);
    return writeFault(path, error);
  }
  return {
    release: async () => {
      held.delete(path);
      try {
        await system.remove(path);
      } catch {
        // The lock of a process that has ended lapses by itself.
      }
    },
  };
}

async function create(system: FileSystem, path: string, content: Uint8Array): Promise<boolean> {
  try {
    await system.writeNew(path, content);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/** How long a holder may take between making its lock and writing its name into it. */
const NAMING_MS = 250;

/** Removes the lock of a dead process. It is first moved aside and looked at, so that no living one is taken by mistake. */
async function takeOver(system: FileSystem, path: string, mine: Uint8Array): Promise<boolean> {
  let holder = await readHolder(system, path);
  if (holder === undefined) {
    await system.wait(NAMING_MS);
    holder = await readHolder(system, path);
  }
  if (holder !== undefined && isRunning(system, holder)) return false;
  const aside = `${path}.${system.processId}`;
  try {
    await system.rename(path, aside);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    return create(system, path, mine);
  }
  const taken = await readHolder(system, aside);
  if (taken?.process !== holder?.process || taken?.host !== holder?.host) {
    await system.rename(aside, path);
    return false;
  }
  await system.remove(aside);
  return create(system, path, mine);
}

/** Of a process on another machine nothing is known: it counts as running. This one is not: see `held`. */
function isRunning(system: FileSystem, holder: Holder): boolean {
  if (holder.host !== system.host) return true;
  return holder.process !== system.processId && system.isAlive(holder.process);
}

async function readHolder(system: FileSystem, path: string): Promise<Holder | undefined> {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(await system.read(path)));
    if (typeof value !== 'object' || value === null || !('process' in value) || !('host' in value))
      return undefined;
    const { process, host } = value;
    return typeof process === 'number' && typeof host === 'string' ? { process, host } : undefined;
  } catch {
    return undefined;
  }
}
