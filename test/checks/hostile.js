/**
 * `npm run check:hostile`: every hostile file in a process of its own: the code it ends with, time, memory.
 * Promise: no crash, the right reason, at most 2 s and 300 MB each; then whole workspaces (`hostile-runs.js`).
 */
import { fork } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HOSTILE_FOREIGN } from './hostile-foreign.js';
import { HOSTILE } from './hostile-files.js';
import { RUNS, runHostile } from './hostile-runs.js';
import { DIST, isCalled, programIn } from './program.js';

/** Of the processor, so that a busy machine does not make a verdict. */
const SECONDS = 2;
/** A whole sheet of rows is read, not refused. */
const SECONDS_LARGE = 20;
const MEGABYTES = 300;
const GIVE_UP = 60_000;

/** In the child: opens one file and says how it ended. */
async function openOne(dist, path) {
  const { openSources } = await programIn(dist)('readers/open-sources.js');
  const bytes = readFileSync(path);
  const start = process.cpuUsage();
  const codes = [];
  let opened = 0;
  const watch = watchChildren();
  for await (const file of openSources([
    { path: path.slice(path.lastIndexOf('/') + 1), bytes, sha256: '' },
  ])) {
    codes.push(...file.findings.map(({ code }) => code));
    if (file.file !== undefined) opened += 1;
  }
  const { user, system } = process.cpuUsage(start);
  watch.stop();
  const seconds = (user + system) / 1e6 + watch.seconds();
  const own = high('self') ?? process.resourceUsage().maxRSS / 1024;
  process.send({ codes, opened, seconds, own, child: watch.peak() }, () => process.exit(0));
}

/** Largest memory of a process so far in MB, where the system tells it. */
function high(pid) {
  try {
    const found = /VmHWM:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return found === undefined ? undefined : Number(found) / 1024;
  } catch {
    return undefined;
  }
}

/** Peak memory of the reading processes below this one, where the system tells it. */
function watchChildren() {
  let peak = 0;
  const busy = new Map();
  const look = () => {
    try {
      for (const task of readdirSync('/proc/self/task'))
        for (const pid of readFileSync(`/proc/self/task/${task}/children`, 'utf8')
          .split(' ')
          .filter(Boolean)) {
          peak = Math.max(peak, high(pid) ?? 0);
          // Fields 14 and 15: time in the program and for it in the system, in hundredths of a second.
          const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
          busy.set(pid, (Number(fields[11]) + Number(fields[12])) / 100);
        }
    } catch {
      // The child has just ended, or the system has no /proc.
    }
  };
  const timer = setInterval(look, 10);
  return {
    stop: () => clearInterval(timer),
    peak: () => peak,
    seconds: () => [...busy.values()].reduce((sum, one) => sum + one, 0),
  };
}

/**
 * Opens each of the files in a process of its own; answers those that did not end as they should.
 * @param {{ dist: string, files: typeof HOSTILE, say?: (line: string) => void }} options
 */
export async function openHostile({ dist, files, say = () => undefined }) {
  const folder = mkdtempSync(join(tmpdir(), 'tdkvh-hostile-'));
  const faults = [];
  let slowest = 0;
  let largest = 0;
  try {
    for (const [row, name, fileName, ends, make] of files) {
      const path = join(folder, fileName);
      writeFileSync(path, make());
      const result = await inChild(dist, path);
      const wanted = [ends].flat();
      const right =
        result.codes !== undefined &&
        wanted.some((end) => (end === 'opened' ? result.opened > 0 : result.codes.includes(end)));
      const memory = Math.max(result.own ?? 0, result.child ?? 0);
      slowest = Math.max(slowest, result.seconds);
      largest = Math.max(largest, memory);
      const verdict = !right
        ? 'WRONG'
        : result.seconds > (name.startsWith('large') ? SECONDS_LARGE : SECONDS)
          ? 'SLOW'
          : memory > MEGABYTES
            ? 'LARGE'
            : 'ok';
      if (verdict !== 'ok') faults.push(`${row} ${name}`);
      const ended =
        result.codes === undefined
          ? result.died
          : `${result.opened > 0 ? 'opened ' : ''}${result.codes.join(' ')}`;
      say(
        `${verdict.padEnd(6)}${row.padEnd(4)} ${name.padEnd(48)} ${result.seconds.toFixed(2).padStart(6)} s ${memory.toFixed(0).padStart(5)} MB  ${ended}`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return { faults, slowest, largest };
}

function inChild(dist, path) {
  return new Promise((done) => {
    const start = performance.now();
    const child = fork(fileURLToPath(import.meta.url), ['--one', dist, path], {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    const seconds = () => (performance.now() - start) / 1000;
    const timer = setTimeout(() => child.kill('SIGKILL'), GIVE_UP);
    let said = '';
    child.stderr.on('data', (text) => (said += text));
    child.once('message', (result) => {
      clearTimeout(timer);
      done(result);
    });
    child.once('exit', (code, signal) => {
      clearTimeout(timer);
      done({
        seconds: seconds(),
        died: `died (${code ?? signal}) ${said.split('\n').find((line) => line.includes('rror')) ?? ''}`,
      });
    });
  });
}

async function main() {
  const files = [...HOSTILE, ...HOSTILE_FOREIGN];
  const opened = await openHostile({ dist: DIST, files, say: console.log });
  const { slowest, largest } = opened;
  const run = await runHostile({ runs: RUNS, say: console.log });
  const faults = [...opened.faults, ...run.faults];
  console.log(
    faults.length === 0
      ? `hostile: all ${files.length} files and ${RUNS.length} workspaces ended as they should; of the files the slowest took ${slowest.toFixed(1)} s, the largest ${largest.toFixed(0)} MB.`
      : `hostile: ${faults.length} of ${files.length} files and ${RUNS.length} workspaces did not end as they should: ${faults.join('; ')}.`,
  );
  process.exitCode = faults.length === 0 ? 0 : 1;
}

const [mode, dist, path] = process.argv.slice(2);
if (isCalled(import.meta.url)) await (mode === '--one' ? openOne(dist, path) : main());
