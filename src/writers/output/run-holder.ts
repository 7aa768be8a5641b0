/** Who holds a lock: process, its start and its machine, so that neither a reused number nor a renamed machine blocks. */
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { systemCode } from '../../values/system-code.js';

/** What stands in a lock file. */
export interface Holder {
  readonly process: number;
  /** When that process started, as its system counts; empty where the system does not say. */
  readonly started: string;
  readonly machine: string;
  /** This start of this machine, and the list its process numbers belong to; empty where the system does not say. */
  readonly boot: string;
  readonly numbers: string;
}

/** `unknown`: only whether the lock is still tended can tell. */
export type HolderState = 'running' | 'ended' | 'unknown';

/** What the system says about processes; tests put other machines here. */
export interface ProcessTable {
  readonly self: Holder;
  readonly startOf: (process: number) => string;
  readonly isAlive: (process: number) => boolean;
}

/** Stands for the start of a process that has ended and that its parent has not asked after: no process began so. */
const ENDED = 'ended';

/**
 * Start of a process in ticks since the machine started: field 22 of its line, counted behind the name in brackets. Field 3
 * is Z or X when it has ended: in a container nobody may ever ask after it, and its number stays.
 */
export function startIn(line: string): string {
  const [state = '', ...fields] = line.slice(line.lastIndexOf(')') + 2).split(' ');
  return /^[ZX]$/u.test(state) ? ENDED : (fields[18] ?? '');
}

const startOf = (process: number | 'self'): string =>
  startIn(textOrNone(() => readFileSync(`/proc/${String(process)}/stat`, 'latin1')));

/** Only Linux has these files; elsewhere there is nothing. */
function textOrNone(read: () => string): string {
  try {
    return read().trim();
  } catch {
    return '';
  }
}

/** Whether a process of that number runs, whoever it belongs to. */
export function isAlive(number: number): boolean {
  try {
    process.kill(number, 0);
    return true;
  } catch (error) {
    // It is there and belongs to somebody else.
    return systemCode(error) === 'EPERM';
  }
}

export const NODE_PROCESSES: ProcessTable = {
  self: {
    process: process.pid,
    started: startOf('self'),
    machine: hostname(),
    boot: textOrNone(() => readFileSync('/proc/sys/kernel/random/boot_id', 'latin1')),
    numbers: textOrNone(() => readlinkSync('/proc/self/ns/pid')),
  },
  startOf,
  isAlive,
};

/** Whether the run that wrote the lock is still there. This very run is not asked about: it knows what it holds. */
export function stateOfHolder(holder: Holder, { self, ...table }: ProcessTable): HolderState {
  const sameBoot = holder.boot === self.boot;
  const sameNumbers = sameBoot && holder.numbers === self.numbers;
  if (!(sameNumbers && self.boot !== '') && holder.machine !== self.machine) return 'unknown';
  // The machine was started anew since; or a container on it numbers its processes for itself.
  if (!sameNumbers) return sameBoot || holder.boot === '' ? 'unknown' : 'ended';
  if (holder.process === self.process) return 'ended';
  const start = table.startOf(holder.process);
  if (holder.started !== '' && start !== '') return start === holder.started ? 'running' : 'ended';
  // The system does not say, or hides the processes of others.
  return table.isAlive(holder.process) ? 'unknown' : 'ended';
}

/** The holder that a lock file names; undefined while it is being written, or when it says something else. */
export function holderIn(bytes: Uint8Array): Holder | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (typeof value !== 'object' || value === null || !('process' in value)) return undefined;
    const { process } = value;
    const text = (key: string): string => {
      const held: unknown = Reflect.get(value, key);
      return typeof held === 'string' ? held : '';
    };
    if (typeof process !== 'number' || !Number.isSafeInteger(process) || process <= 0) return undefined;
    return {
      process,
      started: text('started'),
      machine: text('machine'),
      boot: text('boot'),
      numbers: text('numbers'),
    };
  } catch {
    return undefined;
  }
}

/** Whether two lock files speak of the same run. */
export const isSameHolder = (one: Holder | undefined, other: Holder | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
