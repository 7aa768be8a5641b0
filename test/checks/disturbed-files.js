/**
 * Counts the calls of a process that change files, and lets one of them be the last or fail. Loaded with `--import`, it
 * obeys TDKVH_KILL_AT (a true SIGKILL at that call) or TDKVH_FAIL_AT with TDKVH_FAIL_WITH (TDKVH_FAIL_ON: from then on); imported, `disturb` sets it anew for each run.
 */
import { writeFileSync } from 'node:fs';
import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';

/**
 * What is to happen: at which call, with which error (killed without one), from then on always; `real`: SIGKILL. `before`
 * is called before every call, and may do on a copy of the disk what a kill in the middle leaves.
 */
let plan = { at: Infinity, error: undefined, always: false, real: false, before: undefined };
let count = 0;
let dead = false;
/** The first call that was struck, by its name. */
let first;

/** @typedef {(toCopy: (path: string) => string) => Promise<unknown>} Half */

/** @param {{ at?: number, error?: string, always?: boolean, real?: boolean, before?: (count: number, half: Half | undefined, syscall: string) => Promise<void> }} [wanted] */
export function disturb(wanted = {}) {
  plan = { at: Infinity, error: undefined, always: false, real: false, before: undefined, ...wanted };
  count = 0;
  dead = false;
  first = undefined;
}
/** Calls so far. */
export const steps = () => count;
/** The name of the call that was struck; undefined where nothing was. */
export const struck = () => first;

/** Noted for whoever tries it: a process that is killed tells nobody. */
function note(syscall) {
  first ??= syscall;
  if (process.env.TDKVH_STRUCK !== undefined) writeFileSync(process.env.TDKVH_STRUCK, first);
}

const fail = (code, syscall, path) => {
  const error = new Error(`${code}: ${syscall}${typeof path === 'string' ? ` '${path}'` : ''}`);
  return Object.assign(error, { code, syscall, errno: -1 }, typeof path === 'string' ? { path } : {});
};

/**
 * One call: counted, and perhaps the last. `half` does what a kill in the middle leaves.
 * @param {string} syscall @param {unknown} path @param {() => Promise<unknown>} work @param {Half} [half]
 */
async function call(syscall, path, work, half) {
  if (dead) throw fail('DEAD', syscall, path);
  count += 1;
  const at = count;
  await plan.before?.(at, half, syscall);
  const isStruck = at === plan.at || (plan.always && at > plan.at);
  if (!isStruck) return work();
  note(syscall);
  if (plan.error !== undefined) throw fail(plan.error, syscall, path);
  dead = true;
  await half?.((same) => same);
  if (plan.real) process.kill(process.pid, 'SIGKILL');
  throw fail('DEAD', syscall, path);
}

const real = { ...promises };
for (const name of [
  'mkdir',
  'rename',
  'rmdir',
  'unlink',
  'writeFile',
  'appendFile',
  'copyFile',
  'cp',
  'symlink',
  'link',
  'truncate',
])
  promises[name] = (...args) => call(name, args[0], () => real[name](...args));
promises.rm = (path, ...rest) =>
  // Nothing there is nothing done.
  real.lstat(path).then(
    () =>
      call(
        'rm',
        path,
        () => real.rm(path, ...rest),
        (toCopy) => removeOne(toCopy(path)),
      ),
    () => (dead ? Promise.reject(fail('DEAD', 'rm', path)) : undefined),
  );
promises.open = async (path, flags, ...rest) => {
  const writes = /[wax+]/u.test(String(flags ?? 'r'));
  const opened = () => real.open(path, flags, ...rest);
  const handle = writes ? await call('open', path, opened) : await opened();
  const own = { writeFile: handle.writeFile, sync: handle.sync, close: handle.close };
  if (writes)
    handle.writeFile = (bytes, ...more) =>
      // Errors of an open file name no path.
      call(
        'write',
        undefined,
        () => own.writeFile.call(handle, bytes, ...more),
        (toCopy) => real.appendFile(toCopy(path), bytes.slice(0, bytes.length / 2)),
      );
  handle.sync = () => call('fsync', undefined, () => own.sync.call(handle));
  return handle;
};
syncBuiltinESMExports();

/** What a killed removal of a folder leaves at its worst: a new file is gone, the journal is not. @param {string} path */
async function removeOne(path) {
  const names = await real.readdir(path).catch(() => undefined);
  if (names === undefined) return real.rm(path);
  const inside = names.includes('new') ? 'new' : names[0];
  return inside === undefined ? real.rmdir(path) : removeOne(join(path, inside));
}

const {
  TDKVH_KILL_AT: killAt,
  TDKVH_FAIL_AT: failAt,
  TDKVH_FAIL_WITH: failWith = 'EIO',
  TDKVH_FAIL_ON: failOn = '',
} = process.env;
if (killAt !== undefined) disturb({ at: Number(killAt), real: true });
if (failAt !== undefined) disturb({ at: Number(failAt), error: failWith, always: failOn !== '' });
