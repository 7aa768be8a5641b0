/** Running out of memory: refused in time where it can be seen coming, and told as what it is where it cannot. */
import { readFileSync } from 'node:fs';
import { totalmem } from 'node:os';
import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { smallest } from '../values/of-many.js';

/** Above this share of what Node may use, the next big step would end the process without a word. */
const FULL = 0.9;
const MEGABYTE = 1024 * 1024;

/** The memory of this process does not suffice. */
export class MemoryFault extends Error {}

/** Asked between the steps of long work. Rubbish is no reason to refuse: it is collected first. */
export function demandMemory(statistics = getHeapStatistics, collect = collectRubbish): void {
  const isFull = (): boolean => {
    const { used_heap_size: used, heap_size_limit: limit } = statistics();
    return used > limit * FULL;
  };
  if (!isFull()) return;
  collect();
  if (isFull()) throw new MemoryFault();
}

/** Node hands out its collector only to a new context under this flag. */
function collectRubbish(): void {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc()');
}

/** What Node may use, in megabytes, for the message. */
export const memoryLimit = (): number => Math.round(getHeapStatistics().heap_size_limit / MEGABYTE);

/** What the system lets a process use, in megabytes, where it sets a limit of its own (ulimit, a container). */
export function systemLimit(limits = readLimits, machine = totalmem()): number | undefined {
  const [, addresses = ''] = /^Max address space +(\d+)/mu.exec(limits()) ?? [];
  const allowed = [addresses === '' ? 0 : Number(addresses), process.constrainedMemory()];
  const set = allowed.filter((bytes) => bytes > 0 && bytes < machine);
  return set.length === 0 ? undefined : Math.round(smallest(set) / MEGABYTE);
}

/** Linux alone says it of a running process; macOS and Windows know no such limit. */
function readLimits(): string {
  try {
    return readFileSync('/proc/self/limits', 'utf8');
  } catch {
    return '';
  }
}

const CODES: ReadonlySet<unknown> = new Set([
  'ENOMEM',
  'ERR_MEMORY_ALLOCATION_FAILED',
  'ERR_STRING_TOO_LONG',
  'ERR_BUFFER_TOO_LARGE',
  'ERR_WORKER_OUT_OF_MEMORY',
]);

/** Whether an error says that memory ran out, in one of the many ways the engine says it. */
export function isMemoryFault(error: unknown): boolean {
  if (error instanceof MemoryFault) return true;
  if (!(error instanceof Error)) return false;
  if ('code' in error && CODES.has(error.code)) return true;
  return (
    error instanceof RangeError &&
    /allocation failed|Invalid (?:string|array|typed array) length|Map maximum size|Set maximum size/u.test(
      error.message,
    )
  );
}
