/**
 * Loaded into a child before its program: ends the child when one file has taken more computing than allowed (the first
 * argument, in seconds), or when nothing is computed at all for long. Counted in time of the processor: on a busy machine
 * the same file ends the same way. A thread of its own, because the reading blocks the other.
 */
import { isMainThread, Worker, workerData } from 'node:worker_threads';

const TICK = 100;
/** So many ticks with so little computing: the child hangs. A child that only waits for the processor gets some. */
const IDLE_TICKS = 600;
const IDLE_MICROSECONDS = 300_000;

interface Watch {
  /** Microseconds that had been used when the file came; -1 between files. */
  readonly since: Float64Array;
  readonly limit: number;
}

const used = (): number => {
  const { user, system } = process.cpuUsage();
  return user + system;
};

if (isMainThread) {
  const since = new Float64Array(new SharedArrayBuffer(8)).fill(-1);
  const watch: Watch = { since, limit: Number(process.argv[2]) * 1e6 };
  // Not before the program listens itself: the first listener opens the channel, and what comes too early is lost.
  const follows = (event: string | symbol): void => {
    if (event !== 'message') return;
    process.off('newListener', follows);
    process.on('message', () => {
      since[0] = used();
    });
  };
  process.on('newListener', follows);
  const send = process.send?.bind(process);
  if (send !== undefined)
    process.send = new Proxy(send, {
      apply(target, sender, reply): unknown {
        since[0] = -1;
        return Reflect.apply(target, sender, reply);
      },
    });
  new Worker(new URL(import.meta.url), { workerData: watch, execArgv: [] }).unref();
} else if (isWatch(workerData)) follow(workerData);

function isWatch(value: unknown): value is Watch {
  return typeof value === 'object' && value !== null && 'since' in value && 'limit' in value;
}

function follow({ since, limit }: Watch): void {
  let ticks = 0;
  let seen = 0;
  setInterval(() => {
    const from = since[0] ?? -1;
    if (from < 0) {
      ticks = 0;
      return;
    }
    const now = used();
    if (ticks === 0) seen = now;
    ticks += 1;
    const hangs = ticks >= IDLE_TICKS && now - seen < IDLE_MICROSECONDS;
    if (ticks >= IDLE_TICKS) ticks = 0;
    if (now - from > limit || hangs) process.kill(process.pid, 'SIGKILL');
  }, TICK);
}
