/**
 * `npm run check:kill`: publishing while it is killed, starved of disk, locked out and doubled (Q7, Q8). Promise: no file
 * half-written, no old output lost, no mixed set, and nothing left over after the next run.
 * `--dist DIR` takes another build, `--quick` a short slice, `--part publisher` or `--part commands` one half,
 * `--command NAME` one of the commands and nothing else, `--share 1` lets every trial of a command be a process.
 */
import { execFile, execFileSync, fork } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NAMES, setOf, stateOf } from './kill-files.js';
import { sweepCommands } from './kill-commands.js';
import { DIST as dist, option, programIn } from './program.js';

const quick = process.argv.includes('--quick');
const CHILD = fileURLToPath(new URL('kill-child.js', import.meta.url));
const POINTS = quick ? 4 : 1000;
const PAIRS = quick ? 1 : 200;
const DISKS = quick ? 2 : 64;
const STEPS = quick ? 1 : 60;
/** From ready to killed, in milliseconds: a few whole sets. */
const LONGEST = 90;

/** System calls by what they do; the names vary between systems. */
const CALLS = {
  write: 'write,pwrite64,writev,pwritev',
  fsync: 'fsync,fdatasync',
  rename: 'rename,renameat,renameat2',
  mkdir: 'mkdir,mkdirat',
  unlink: 'unlink,unlinkat,rmdir',
};

const load = programIn(dist);
const { publishSet } = await load('writers/output-set.js');
const { recover } = await load('writers/output/staging.js');
const { NODE_FILES } = await load('writers/output/file-system.js');

const remount = (point, options) =>
  execFileSync('mount', ['-o', `remount,${options}`, point], { stdio: 'ignore' });

const folder = mkdtempSync(join(tmpdir(), 'tdkvh-kill-'));
const totals = { trials: 0, torn: 0, lost: 0, mixed: 0, stray: 0, wrong: 0 };
const skips = [];
let version = 1;
/** Runs that are ready and wait for their partner. */
let waiting = [];
const only = option('--command');
const part = option('--part', only === undefined ? undefined : 'commands');
try {
  if (part !== 'commands') {
    await killAtRandom();
    await killAtCalls();
    await failAtCalls();
    await fillTheDisk();
    await lockTargets();
    await runTwo();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
for (const skip of skips) console.log(`SKIPPED ${skip}`);
if (part !== 'publisher') {
  const commands = await sweepCommands({ dist, quick, only });
  totals.trials += commands.kills + commands.errors;
  for (const kind of ['torn', 'lost', 'stray', 'wrong']) totals[kind] += commands[kind];
  console.log(
    `all commands: ${commands.kills} kills, ${commands.errors} errors (${commands.processes} of processes, ${commands.watched} told by a watcher), ${commands.torn} half-written, ${commands.lost} lost, ${commands.stray} stray files, ${commands.wrong} wrong answers`,
  );
}
const { trials, torn, lost, mixed, stray, wrong } = totals;
const faults = torn + lost + mixed + stray + wrong;
console.log(
  `kill: ${trials} trials, ${torn} half-written, ${lost} old outputs lost, ${mixed} mixed sets, ${stray} stray files, ${wrong} wrong answers`,
);
process.exitCode = faults === 0 ? 0 : 1;

/** Adds what is wrong in a state to the totals and names it. */
function judge(what, state, { uniform = false, clean = false, expected } = {}) {
  const complain = (kind, count, detail) => {
    if (count === 0) return;
    totals[kind] += count;
    console.log(`FAULT ${what}: ${kind} ${detail}`);
  };
  complain('torn', state.torn.length, state.torn.join(', '));
  complain('lost', state.lost.length, state.lost.join(', '));
  if (uniform) complain('mixed', state.mixed ? 1 : 0, JSON.stringify([...state.versions]));
  if (clean) complain('stray', state.stray.length, state.stray.join(', '));
  if (expected !== undefined && !state.mixed && !expected.includes(state.versions.get(NAMES[0])))
    complain('wrong', 1, `version ${state.versions.get(NAMES[0])}, not ${expected.join(' or ')}`);
}

/** The next run after an accident: what was cut short is put right, then a whole new set stands alone. */
async function nextRun(what, directory) {
  totals.trials += 1;
  judge(`${what}, at once`, stateOf(directory));
  await recover(NODE_FILES, directory);
  judge(`${what}, put right`, stateOf(directory), { uniform: true });
  version += 1;
  const findings = await publishSet(directory, setOf(version));
  if (findings.some(({ severity }) => severity === 'error')) {
    totals.wrong += 1;
    console.log(`FAULT ${what}: the next run said ${findings.map(({ code }) => code).join(', ')}`);
  }
  judge(`${what}, next run`, stateOf(directory), { uniform: true, clean: true, expected: [version] });
}

async function seeded(name) {
  const directory = join(folder, name);
  mkdirSync(directory, { recursive: true });
  version += 1;
  await publishSet(directory, setOf(version));
  return directory;
}

/** kill -9 at any moment, over and over on the same folder. */
async function killAtRandom() {
  const directory = await seeded('random');
  for (let point = 0; point < POINTS; point += 1) {
    const mode = point % 4 === 3 ? 'single' : 'loop';
    await new Promise((done, fail) => {
      const child = fork(CHILD, [dist, directory, String(version + 1), mode], { stdio: 'ignore' });
      child.once('error', fail);
      child.once('exit', done);
      child.once('message', () => setTimeout(() => child.kill('SIGKILL'), Math.random() * LONGEST));
    });
    // The child has counted on by itself.
    version += 1000;
    if (mode === 'single') await sweepSingle(directory);
    await nextRun(`random kill ${point}`, directory);
  }
  console.log(`kill -9 at random: ${POINTS} points`);
}

/** Rests of a single file are cleared when the next single file is written. */
async function sweepSingle(directory) {
  const { writeFileSafely } = await load('writers/output-set.js');
  const { contentOf, SINGLE } = await import('./kill-files.js');
  await writeFileSafely(join(directory, SINGLE), contentOf(SINGLE, version));
}

/** One run under strace; file work in one thread, so that its calls are counted. */
function traced(directory, calls, action) {
  const args = ['-f', '-qq', '-o', '/dev/null', '-e', `trace=${calls}`, '-e', `inject=${calls}:${action}`];
  version += 1;
  const run = [...args, process.execPath, CHILD, dist, directory, String(version), 'once'];
  return new Promise((done) => {
    execFile('strace', run, { env: { ...process.env, UV_THREADPOOL_SIZE: '1' } }, (error, stdout) => {
      done({ killed: error !== null && stdout === '', answer: stdout.trim() });
    });
  });
}

function hasStrace() {
  try {
    execFileSync('strace', ['-f', '-qq', '-o', '/dev/null', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** kill -9 at the first, second … call of each kind, until none is left. */
async function killAtCalls() {
  if (!hasStrace()) {
    skips.push('strace cannot be run: kill -9 and errors at every call not checked');
    return;
  }
  const directory = await seeded('calls');
  const counts = [];
  for (const [kind, calls] of Object.entries(CALLS)) {
    let count = 0;
    for (let step = 1; step <= STEPS; step += 1) {
      const { killed } = await traced(directory, calls, `signal=KILL:when=${step}`);
      await nextRun(`kill at ${kind} ${step}`, directory);
      if (!killed) break;
      count += 1;
    }
    counts.push(`${kind} ${count}`);
  }
  console.log(`kill -9 at calls: ${counts.join(', ')}`);
}

/** A call that fails: the whole old set or the whole new one stands, at once and without a next run. */
async function failAtCalls() {
  if (!hasStrace()) return;
  const directory = await seeded('errors');
  const counts = [];
  for (const [kind, errors] of [
    ['fsync', ['EIO', 'ENOSPC']],
    ['rename', ['EIO', 'ENOSPC', 'EACCES']],
    ['mkdir', ['ENOSPC', 'EACCES']],
  ]) {
    for (const error of quick ? errors.slice(0, 1) : errors) {
      let count = 0;
      for (let step = 1; step <= STEPS; step += 1) {
        const before = stateOf(directory).versions.get(NAMES[0]);
        const { answer } = await traced(directory, CALLS[kind], `error=${error}:when=${step}`);
        const failed = /output\/(?!finished|undone|left)/u.test(answer);
        totals.trials += 1;
        judge(`${error} at ${kind} ${step}`, stateOf(directory), {
          uniform: true,
          expected: [failed ? before : version],
        });
        await nextRun(`${error} at ${kind} ${step}, after`, directory);
        if (!failed && step > 20) break;
        if (failed) count += 1;
      }
      counts.push(`${kind} ${error} ${count}`);
    }
  }
  console.log(`errors at calls, refused with a message: ${counts.join(', ')}`);
}

/** Mounts a small disk below the folder; undefined where that is not allowed. */
function mounted(name, kilobytes) {
  const point = join(folder, name);
  mkdirSync(point, { recursive: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', point], { stdio: 'ignore' });
    return point;
  } catch {
    return undefined;
  }
}

/** Disks that are full at another place each time: the old set stays, and with room the next run succeeds. */
async function fillTheDisk() {
  const whole = [...setOf(1).values()].reduce((sum, { length }) => sum + length, 0) / 1024;
  let refused = 0;
  for (let disk = 0; disk < DISKS; disk += 1) {
    // From just the old set to a little more than both.
    const size = Math.ceil(whole + 40 + (1.2 * disk * whole) / DISKS);
    const point = mounted('disk', size);
    if (point === undefined) {
      skips.push('mounting is not allowed: full and read-only disks not checked');
      return;
    }
    try {
      version += 1;
      const directory = join(point, 'out');
      const first = await publishSet(directory, setOf(version));
      const before = version;
      version += 1;
      const findings = await publishSet(directory, setOf(version));
      const failed = findings.some(({ severity }) => severity === 'error');
      if (failed) refused += 1;
      totals.trials += 1;
      if (first.length > 0 || (failed && !findings.some(({ code }) => code === 'output/disk-full')))
        totals.wrong += 1;
      judge(`disk of ${size} KB`, stateOf(directory), {
        uniform: true,
        clean: true,
        expected: [failed ? before : version],
      });
      remount(point, 'size=64m');
      await nextRun(`disk of ${size} KB, after`, directory);
    } finally {
      execFileSync('umount', [point]);
    }
  }
  console.log(`full disks: ${DISKS}, ${refused} refused with a message`);
}

/** Targets that cannot be replaced: a read-only disk, a folder of that name, each file held in turn. */
async function lockTargets() {
  const directory = await seeded('locked');
  const before = version;
  let count = 0;
  const refusedWith = async (what, where, code, restore) => {
    const findings = await publishSet(where, setOf(before + 1)).finally(restore);
    totals.trials += 1;
    count += 1;
    if (!findings.some((one) => one.code === code)) {
      totals.wrong += 1;
      console.log(`FAULT ${what}: said ${findings.map((one) => one.code).join(', ')}`);
    }
  };
  const held = holder();
  if (held === undefined) skips.push('chattr is not allowed: held files not checked');
  for (const name of held === undefined ? [] : quick ? NAMES.slice(-1) : NAMES) {
    held(join(directory, name), true);
    await refusedWith(`held ${name}`, directory, 'output/locked', () => held(join(directory, name), false));
    judge(`held ${name}`, stateOf(directory), { uniform: true, clean: true, expected: [before] });
  }
  const [name] = NAMES;
  rmSync(join(directory, name));
  mkdirSync(join(directory, name));
  await refusedWith('folder in the way', directory, 'output/not-a-file', () =>
    rmdirSync(join(directory, name)),
  );
  const point = mounted('read-only', 4000);
  if (point !== undefined) {
    try {
      await publishSet(point, setOf(before));
      remount(point, 'ro');
      await refusedWith('read-only disk', point, 'output/read-only', () => remount(point, 'rw'));
      judge('read-only disk', stateOf(point), { uniform: true, clean: true, expected: [before] });
    } finally {
      execFileSync('umount', [point]);
    }
  }
  console.log(`targets that cannot be replaced: ${count} refused with a message`);
}

/** Holds a file so that nobody, not even the administrator, can move it; undefined where that cannot be done. */
function holder() {
  const hold = (path, on) => execFileSync('chattr', [on ? '+i' : '-i', path], { stdio: 'ignore' });
  const trial = join(folder, 'locked', NAMES[0]);
  try {
    hold(trial, true);
    hold(trial, false);
    return hold;
  } catch {
    return undefined;
  }
}

/** Two runs started together: one set or the other, never both; the one that waits says who is running. */
async function runTwo() {
  const directory = await seeded('two');
  let busy = 0;
  for (let pair = 0; pair < PAIRS; pair += 1) {
    const answers = await Promise.all([0, 1].map(() => startTogether(directory)));
    const refused = answers.filter((codes) => codes.includes('output/running')).length;
    busy += refused;
    totals.trials += 1;
    if (refused > 1) totals.wrong += 1;
    judge(`pair ${pair}`, stateOf(directory), {
      uniform: true,
      clean: true,
      expected: [version - 1, version],
    });
  }
  console.log(`two runs at once: ${PAIRS} pairs, ${busy} times the second was told to wait`);
}

/** A run that begins when its partner is ready too. */
function startTogether(directory) {
  version += 1;
  const child = fork(CHILD, [dist, directory, String(version), 'once'], {
    stdio: ['ignore', 'pipe', 'ignore', 'ipc'],
  });
  let said = '';
  child.stdout.on('data', (chunk) => (said += chunk));
  child.once('message', () => {
    waiting.push(child);
    if (waiting.length < 2) return;
    for (const one of waiting) one.send('go');
    waiting = [];
  });
  return new Promise((done) => child.once('close', () => done(JSON.parse(said))));
}
