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
  /** The child died or was stopped: too much memory or too much time. */
  | { readonly outcome: 'died' };

export interface PoolLimits {
  readonly children: number;
  readonly heapMegabytes: number;
  readonly seconds: number;
}

const LIMITS: PoolLimits = { children: 2, heapMegabytes: 160, seconds: 10 };

interface Job {
  readonly bytes: Uint8Array;
  readonly done: (reply: ForeignReply) => void;
}

/** Children are started when needed, used again, and end with this process. */
export class ChildPool {
  private readonly script: string;
  private readonly limits: PoolLimits;
  private readonly idle: ChildProcess[] = [];
  private readonly waiting: Job[] = [];
  private running = 0;

  constructor(script: string, limits: PoolLimits = LIMITS) {
    this.script = script;
    this.limits = limits;
  }

  /** Has the file read; never fails. */
  read(bytes: Uint8Array): Promise<ForeignReply> {
    return new Promise((done) => {
      this.waiting.push({ bytes, done });
      this.next();
    });
  }

  private next(): void {
    if (this.running >= this.limits.children) return;
    const job = this.waiting.shift();
    if (job === undefined) return;
    this.running += 1;
    this.run(this.idle.pop() ?? this.start(), job);
  }

  private run(child: ChildProcess, { bytes, done }: Job): void {
    keepAlive(child, true);
    const finish = (reply: ForeignReply, alive: boolean): void => {
      clearTimeout(timer);
      child.removeAllListeners();
      // A late error of a child that is being stopped has nobody left to tell.
      child.on('error', () => undefined);
      if (alive) {
        keepAlive(child, false);
        this.idle.push(child);
      } else child.kill('SIGKILL');
      this.running -= 1;
      done(reply);
      this.next();
    };
    const timer = setTimeout(() => {
      finish({ outcome: 'died' }, false);
    }, this.limits.seconds * 1000);
    child.once('message', (reply) => {
      finish(isReply(reply) ? reply : { outcome: 'failed' }, true);
    });
    for (const end of ['exit', 'error'] as const)
      child.once(end, () => {
        finish({ outcome: 'died' }, false);
      });
    child.send(bytes, (error) => {
      if (error !== null) finish({ outcome: 'died' }, false);
    });
  }

  private start(): ChildProcess {
    return fork(this.script, [], {
      execArgv: [`--max-old-space-size=${String(this.limits.heapMegabytes)}`],
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

/** The pool of this process. Tests run the sources; their child is the built one. */
export function foreignPool(): ChildPool {
  const here = import.meta.url;
  const script = here.endsWith('.ts')
    ? new URL('../../../dist/readers/foreign/child.js', here)
    : new URL('./child.js', here);
  return (shared ??= new ChildPool(fileURLToPath(script)));
}
