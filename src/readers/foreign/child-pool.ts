/** A few child processes that read files for us: a file that kills or hangs its child is one bad file, not a dead run. */
import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { RawSheet } from '../../model.js';

export type ForeignReply =
  | { readonly outcome: 'read'; readonly sheets: readonly RawSheet[] }
  /** The file asks for a password. */
  | { readonly outcome: 'locked' }
  /** The library understood the file as little as Excel would. */
  | { readonly outcome: 'failed' }
  /** The child died or was stopped: too much memory or too much computing. Asked again alone, it did so again. */
  | { readonly outcome: 'died' };

export interface PoolLimits {
  readonly children: number;
  readonly heapMegabytes: number;
  /** Of computing, not of the clock: what is read does not depend on how busy the machine is. */
  readonly cpuSeconds: number;
}

const LIMITS: PoolLimits = { children: 2, heapMegabytes: 160, cpuSeconds: 10 };

interface Job {
  readonly bytes: Uint8Array;
  readonly done: (reply: ForeignReply) => void;
  /** A child has died of it while others worked; now it has the machine to itself. */
  readonly alone: boolean;
}

/** Children are started when needed, used again, and end with this process. */
export class ChildPool {
  private readonly script: string;
  private readonly limits: PoolLimits;
  private readonly idle: ChildProcess[] = [];
  private readonly waiting: Job[] = [];
  private readonly again: Job[] = [];
  private running = 0;
  private aloneRuns = false;

  constructor(script: string, limits: PoolLimits = LIMITS) {
    this.script = script;
    this.limits = limits;
  }

  /** Has the file read; never fails. */
  read(bytes: Uint8Array): Promise<ForeignReply> {
    return new Promise((done) => {
      this.waiting.push({ bytes, done, alone: false });
      this.next();
    });
  }

  private next(): void {
    if (this.running >= (this.again.length > 0 ? 1 : this.limits.children) || this.aloneRuns) return;
    const job = this.again.shift() ?? this.waiting.shift();
    if (job === undefined) return;
    this.running += 1;
    this.aloneRuns = job.alone;
    this.run(this.idle.pop() ?? this.start(), job);
    this.next();
  }

  private run(child: ChildProcess, job: Job): void {
    keepAlive(child, true);
    const finish = (reply: ForeignReply, alive: boolean): void => {
      child.removeAllListeners();
      // A late error of a child that is being stopped has nobody left to tell.
      child.on('error', () => undefined);
      if (alive) {
        keepAlive(child, false);
        this.idle.push(child);
      } else child.kill('SIGKILL');
      this.running -= 1;
      if (job.alone) this.aloneRuns = false;
      if (reply.outcome === 'died' && !job.alone) this.again.push({ ...job, alone: true });
      else job.done(reply);
      this.next();
    };
    child.once('message', (reply) => {
      finish(isReply(reply) ? reply : { outcome: 'failed' }, true);
    });
    for (const end of ['exit', 'error'] as const)
      child.once(end, () => {
        finish({ outcome: 'died' }, false);
      });
    child.send(job.bytes, (error) => {
      if (error !== null) finish({ outcome: 'died' }, false);
    });
  }

  private start(): ChildProcess {
    const { heapMegabytes, cpuSeconds } = this.limits;
    return fork(this.script, [String(cpuSeconds)], {
      execArgv: [`--max-old-space-size=${String(heapMegabytes)}`, '--import', bundled('cpu-watch.cjs').href],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      env: {},
    });
  }
}

/** An idle child must not keep this process from ending. */
function keepAlive(child: ChildProcess, yes: boolean): void {
  const channel = child.channel;
  if (yes) {
    child.ref();
    channel?.ref();
  } else {
    child.unref();
    channel?.unref();
  }
}

const isReply = (value: unknown): value is ForeignReply =>
  typeof value === 'object' && value !== null && 'outcome' in value;

let shared: ChildPool | undefined;

/** Children run the bundled program, whoever starts them. */
const bundled = (name: string): URL => new URL(`../../../dist/program/${name}`, import.meta.url);

/** The pool of this process. */
export const foreignPool = (): ChildPool => (shared ??= new ChildPool(fileURLToPath(bundled('child.cjs'))));
