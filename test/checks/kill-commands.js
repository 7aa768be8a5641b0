/**
 * Every command that writes, killed and starved at its writing calls. What a kill at a call leaves is copied from one run,
 * call by call (the call itself half done); a share are processes killed with SIGKILL. Errors strike the command line called
 * as a function, or a process. After each accident: no file torn, none lost, the old state or the new one once the next
 * command has run, and nothing left over.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { disturb, steps, struck } from './disturbed-files.js';
import { option, programIn } from './program.js';
import { readingLines, unlisted, writingLines } from './writing-commands.js';

/** As it is installed: what reads submissions runs below a watcher, and it is that process which writes. */
const BIN = fileURLToPath(new URL('../../bin/tdkvh.js', import.meta.url));
const PRELOAD = new URL('disturbed-files.js', import.meta.url).href;
const CODES = ['EIO', 'ENOSPC', 'EACCES', 'EROFS', 'EMFILE', 'ENAMETOOLONG', 'EISDIR', 'ENOTDIR', 'EBUSY'];

/** One command of each way of writing: a new folder, a line added, a set with what must go, a file of somebody's choice. */
const SLICE = ['init in an empty folder', 'accept', 'return --letter'];
/** `--share`: every how many-th kill and error is of a process. */
const SHARE = Number(option('--share', '10'));
/** Kills of each way of writing: all its calls, or so many of them. */
const KILLS = 44;
const ERRORS = 18;
/** What only the one writer calls, or calls most. */
const OF_THE_WRITER = new Set(['open', 'write', 'fsync', 'rename']);
/** Moments at which the process that somebody started is killed. */
const MOMENTS = 3;
/** What a watcher says of a run below it that the system has killed. */
const ENDED = /VH989/u;

/** Seeded, so that a fault that was seen is seen again. */
function random(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Path → hash of every file below a folder; folders by themselves when empty. */
function snapshot(folder) {
  const files = new Map();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const name = path.slice(folder.length + 1);
    if (entry.isFile()) files.set(name, createHash('sha256').update(readFileSync(path)).digest('hex'));
    else if (readdirSync(path).length === 0) files.set(`${name}/`, 'folder');
  }
  return files;
}
const isOurs = (name) => name.split('/').some((part) => part.startsWith('.tdkvh-'));
/** Without what is ours while a run is unfinished, and without folders. */
const theirs = (files) => new Map([...files].filter(([name]) => !isOurs(name) && !name.endsWith('/')));
const keyOf = (files) =>
  [...files]
    .map((pair) => pair.join('\0'))
    .sort()
    .join('\n');
const same = (one, other) =>
  one.size === other.size && [...one].every(([name, hash]) => other.get(name) === hash);

/**
 * @param {{ dist: string, quick: boolean, only?: string | undefined }} options `only`: the commands whose name begins so
 * @returns {Promise<{ kills: number, errors: number, processes: number, watched: number, torn: number, lost: number, stray: number, wrong: number }>}
 */
export async function sweepCommands({ dist, quick, only }) {
  const load = programIn(dist);
  const { run } = await load('cli/main.js');
  const { COMMANDS } = await load('cli/commands.js');
  const unsaid = unlisted(COMMANDS);
  if (unsaid.length > 0) throw new Error(`writing-commands.js:\n${unsaid.join('\n')}`);
  const folder = mkdtempSync(join(tmpdir(), 'tdkvh-commands-'));
  const live = join(folder, 'live');
  const totals = { kills: 0, errors: 0, processes: 0, watched: 0, torn: 0, lost: 0, stray: 0, wrong: 0 };
  const setTimer = globalThis.setTimeout;
  // Patience with held files is not what is tried here.
  globalThis.setTimeout = (task, wait, ...rest) => setTimer(task, Math.min(wait ?? 0, 2), ...rest);
  const complain = (kind, what, detail) => {
    totals[kind] += 1;
    console.log(`FAULT ${what}: ${kind} ${detail}`);
  };

  /** One command line as a function; what it printed, and its exit code. */
  async function call(args, disturbance) {
    const written = { stdout: process.stdout.write, stderr: process.stderr.write };
    let said = '';
    for (const name of ['stdout', 'stderr'])
      process[name].write = (text) => {
        said += String(text);
        return true;
      };
    const here = process.cwd();
    process.chdir(live);
    disturb(disturbance);
    try {
      const code = await run(args);
      return { code, said, count: steps(), hit: struck() };
    } finally {
      disturb();
      process.chdir(here);
      process.stdout.write = written.stdout;
      process.stderr.write = written.stderr;
    }
  }

  const restore = (pristine) => {
    rmSync(live, { recursive: true, force: true });
    cpSync(pristine, live, { recursive: true });
  };

  const states = join(folder, 'states');
  const noted = join(folder, 'struck');
  /** The disk as a kill at each of the calls leaves it, each in a folder of its own. */
  async function keepStates(pristine, args, points, hit) {
    rmSync(states, { recursive: true, force: true });
    restore(pristine);
    await call(args, {
      before: async (at, half, syscall) => {
        if (!points.includes(at)) return;
        hit(syscall);
        const copy = join(states, String(at));
        cpSync(live, copy, { recursive: true });
        // What is laid out beside the period (reproduce) is no state of it.
        const outside = join(states, `${String(at)}-outside`);
        await half?.((path) => {
          const inside = relative(live, resolve(path));
          if (!inside.startsWith('..')) return join(copy, inside);
          mkdirSync(outside, { recursive: true });
          return join(outside, basename(path));
        });
      },
    });
  }

  /**
   * The program as an office starts it, killed or starved at a writing call of whichever of its processes writes; or the
   * first of them killed by itself, which must take the writing one with it.
   */
  function callProcess(args, environment, killFirstAfter) {
    rmSync(noted, { force: true });
    return new Promise((ended) => {
      const child = execFile(
        process.execPath,
        ['--import', PRELOAD, BIN, ...args],
        { cwd: live, env: { ...process.env, ...environment, TDKVH_STRUCK: noted }, maxBuffer: 1 << 26 },
        (error, stdout, stderr) =>
          ended({
            code: error === null ? 0 : (error.code ?? error.signal),
            said: stdout + stderr,
            hit: existsSync(noted) ? readFileSync(noted, 'utf8') : undefined,
          }),
      );
      if (killFirstAfter !== undefined) setTimer(() => child.kill('SIGKILL'), killFirstAfter);
    });
  }

  async function tryCommand(command, made, random) {
    const { name, args, first: preparation, onceDone, traceless } = command;
    restore(made);
    let pristine = made;
    if (preparation !== undefined) {
      const { code, said } = await call(preparation);
      if (code !== 0) throw new Error(`${name}, prepared: ${said}`);
      pristine = join(folder, 'prepared');
      rmSync(pristine, { recursive: true, force: true });
      cpSync(live, pristine, { recursive: true });
    }
    const before = snapshot(live);
    /** Calls of the one writer: a command that first copies its inputs elsewhere makes a hundred others. */
    const publishing = [];
    const undisturbed = await call(args, {
      before: (at, _half, syscall) => {
        if (OF_THE_WRITER.has(syscall)) publishing.push(at);
        return Promise.resolve();
      },
    });
    const after = snapshot(live);
    if (same(before, after) !== (traceless === true))
      throw new Error(`${name} wrote ${traceless === true ? 'something' : 'nothing'}:\n${undisturbed.said}`);
    const done = { kills: 0, errors: 0, processes: 0, watched: 0 };
    /** Which writing calls were really struck: a trial that strikes nothing tries nothing. */
    const hits = { kills: new Map(), errors: new Map() };
    const hit = (kind, syscall) => {
      if (syscall !== undefined) hits[kind].set(syscall, (hits[kind].get(syscall) ?? 0) + 1);
    };
    const known = (file) => new Set([before.get(file), after.get(file)]);

    /** Nothing is torn or lost at once; strays are ours. */
    const judgeAtOnce = (what) => {
      const now = snapshot(live);
      const kept = new Set([...now].filter(([file]) => isOurs(file)).map(([, hash]) => hash));
      for (const [file, hash] of now)
        if (!isOurs(file) && !file.endsWith('/') && !known(file).has(hash)) complain('torn', what, file);
      for (const [file, hash] of before)
        if (after.has(file) && !now.has(file) && !file.endsWith('/') && !kept.has(hash))
          complain('lost', what, file);
      return now;
    };
    /** Disks from which the next run is known: the same bytes end the same. */
    const met = new Set([keyOf(before)]);
    const stands = (now) => same(theirs(now), theirs(before)) || same(theirs(now), theirs(after));
    const next = async (what, disturbance) => {
      const key = keyOf(snapshot(live));
      if (disturbance === undefined && met.has(key)) return;
      const again = await call(args, disturbance);
      if (disturbance !== undefined) return;
      met.add(key);
      const expected = [undisturbed.code, ...(onceDone === undefined ? [] : [onceDone])];
      if (!expected.includes(again.code))
        complain('wrong', what, `next run ended with ${again.code}: ${again.said.slice(0, 600)}`);
      const now = snapshot(live);
      for (const file of now.keys()) if (!after.has(file)) complain('stray', what, file);
      if (!same(now, after)) complain('wrong', what, 'the next run left another state');
    };
    /** A command that only reads puts right what lies in the period; a folder of somebody's choice only its own next run knows. */
    const readFirst = async (what) => {
      await call(['units', 'find', '09193', '--workspace', 'period']);
      const now = snapshot(live);
      if (!stands(now)) complain('wrong', what, 'mixed after a command that reads');
      for (const file of now.keys())
        if (isOurs(file) && /^period\/(?:out\/|\.)/u.test(file)) complain('stray', what, file);
    };
    /** A run that was killed says so through its watcher, where it has one. */
    const killProcess = async (what, at) => {
      const { code, said, hit: syscall } = await callProcess(args, { TDKVH_KILL_AT: String(at) });
      hit('kills', syscall);
      done.processes += 1;
      if (code === 'SIGKILL') return;
      done.watched += 1;
      if (code !== 4 || !ENDED.test(said))
        complain('wrong', what, `killed below its watcher, it ended with ${code}: ${said.slice(0, 600)}`);
    };

    const total = undisturbed.count;
    // The slice takes one trial; accept one that is killed twice, and one of a process.
    const points = quick
      ? Array.from({ length: name === 'accept' ? 2 : 1 }, () => 1 + random(total))
      : total <= KILLS
        ? Array.from({ length: total }, (_, trial) => trial + 1)
        : [
            ...new Set([
              ...Array.from(
                { length: KILLS / 2 },
                (_, trial) => publishing[Math.floor((trial * 2 * publishing.length) / KILLS)] ?? 1,
              ),
              ...Array.from({ length: KILLS / 2 }, (_, trial) => Math.floor((trial * 2 * total) / KILLS) + 1),
            ]),
          ].sort((a, b) => a - b);
    const isOfProcess = (trial) => (quick ? trial === 1 : trial % SHARE === 0);
    await keepStates(
      pristine,
      args,
      points.filter((_, trial) => !isOfProcess(trial)),
      (syscall) => hit('kills', syscall),
    );
    for (const [trial, at] of points.entries()) {
      const what = `${name}, killed at ${at} of ${total}`;
      if (isOfProcess(trial)) {
        restore(pristine);
        await killProcess(what, at);
      } else if (existsSync(join(states, String(at)))) {
        rmSync(live, { recursive: true, force: true });
        renameSync(join(states, String(at)), live);
      } else {
        // That run needed fewer calls.
        restore(pristine);
        const { hit: syscall } = await call(args, { at });
        hit('kills', syscall);
      }
      done.kills += 1;
      judgeAtOnce(what);
      // Some are killed again while they are put right; most are put right by a command that reads, the others by their own.
      if (quick ? name === 'accept' : trial % 6 === 1) {
        const again = 1 + random(6);
        await next(what, { at: again });
        done.kills += 1;
        judgeAtOnce(`${what}, again at ${again}`);
      }
      if (onceDone !== 2 && trial % 4 !== 0) await readFirst(what);
      await next(what);
    }
    const errors = quick ? 1 : ERRORS;
    for (let trial = 0; trial < errors; trial += 1) {
      const at = trial % 2 === 0 ? (publishing[random(publishing.length)] ?? 1) : 1 + random(total);
      const error = CODES[random(CODES.length)];
      const always = trial % 3 === 2;
      restore(pristine);
      const what = `${name}, ${error} ${always ? 'from' : 'at'} ${at} of ${total}`;
      const starved = { TDKVH_FAIL_AT: String(at), TDKVH_FAIL_WITH: error, TDKVH_FAIL_ON: always ? '1' : '' };
      const isProcess = !quick && trial % SHARE === 0;
      const answer = isProcess ? await callProcess(args, starved) : await call(args, { at, error, always });
      done.errors += 1;
      hit('errors', answer.hit);
      if (isProcess) done.processes += 1;
      const now = judgeAtOnce(what);
      if (!stands(now)) {
        // What could not be undone must be said, and kept.
        if (!/VH838/u.test(answer.said))
          complain('wrong', what, `mixed without a word: ${answer.said.slice(0, 600)}`);
      } else if (answer.code !== 4 && answer.code !== undisturbed.code)
        complain('wrong', what, `exit ${answer.code}: ${answer.said.slice(0, 600)}`);
      if (answer.code === 4 && !/VH[89]\d\d/u.test(answer.said)) complain('wrong', what, 'no code is named');
      if (/^\s+at |\bError:|“”/mu.test(answer.said) || /VH964/u.test(answer.said))
        complain('wrong', what, answer.said.slice(0, 600));
      if (answer.code === undisturbed.code && !same(theirs(now), theirs(after)))
        complain('wrong', what, `says it is done: ${answer.said.slice(0, 300)}`);
      await next(what);
    }
    // The process that somebody started is killed, at moments spread over its run; what ran below it ends too.
    restore(pristine);
    const begun = performance.now();
    const moments = quick ? 0 : MOMENTS;
    if (moments > 0) await callProcess(args, {});
    const length = performance.now() - begun;
    for (let moment = 1; moment <= moments; moment += 1) {
      restore(pristine);
      const after = Math.round((length * moment) / (moments + 1));
      const what = `${name}, its first process killed after ${after} ms`;
      await callProcess(args, {}, after);
      // One line of the system's time: the end of a watcher reaches the one below by a message.
      await new Promise((go) => setTimer(go, 1500));
      done.kills += 1;
      done.processes += 1;
      judgeAtOnce(what);
      await next(what);
    }
    console.log(
      `${name}: ${total} writing calls, ${done.kills} kills, ${done.errors} errors; ${done.processes} of processes, of which ${done.watched} told by a watcher`,
    );
    for (const kind of ['kills', 'errors']) {
      const calls = [...hits[kind]].sort().map(([syscall, times]) => `${syscall} ${times}`);
      console.log(`  ${kind} struck: ${calls.join(', ')}`);
      const struckTimes = [...hits[kind].values()].reduce((sum, times) => sum + times, 0);
      // A process may need a call less than the function did; most must strike.
      if (struckTimes * 4 < (kind === 'kills' ? points.length : done.errors) * 3)
        complain('wrong', name, `only ${struckTimes} ${kind} struck a writing call`);
    }
    for (const kind of ['kills', 'errors', 'processes', 'watched']) totals[kind] += done[kind];
  }

  /** Commands that only read leave every byte as it is. */
  async function readOnly(pristine) {
    restore(pristine);
    const before = snapshot(live);
    for (const { name, args } of readingLines()) {
      const { code, said } = await call(args);
      if (code !== 0 && code !== 1) complain('wrong', name, `exit ${code}: ${said.slice(0, 600)}`);
      if (!same(before, snapshot(live))) complain('wrong', name, 'it is said to write nothing');
    }
    console.log(`commands that write nothing: ${readingLines().length} tried`);
  }

  /** Two processes that record different findings at the same time: both lines stand. */
  async function acceptTwice(pristine, ids) {
    const pairs = quick ? 1 : 25;
    for (let pair = 0; pair < pairs; pair += 1) {
      restore(pristine);
      const answers = await Promise.all(
        ids.map(
          (id) =>
            new Promise((ended) => {
              const args = [
                BIN,
                'accept',
                id,
                '--reason',
                'đúng',
                '--person',
                'A',
                '--date',
                '2024-12-01',
                '--workspace',
                'period',
              ];
              execFile(process.execPath, args, { cwd: live }, (error) => ended(error?.code ?? 0));
            }),
        ),
      );
      const list = existsSync(join(live, 'period/accepted.csv'))
        ? readFileSync(join(live, 'period/accepted.csv'), 'utf8')
        : '';
      const there = ids.filter((id) => list.includes(id)).length;
      if (there !== ids.length || answers.some((code) => code !== 0))
        complain('lost', `two at once, pair ${pair}`, `${there} lines, exit ${answers.join(' and ')}`);
    }
    console.log(`accept, two at once: ${pairs} pairs`);
  }

  try {
    process.env.TDKVH_REGISTRY = smallRegistry(dist, join(folder, 'registry'));
    const { pristine, ids } = await madeWorkspace({ call, folder, live, quick });
    const draw = random(20261128);
    for (const command of writingLines(ids[0])) {
      const wanted =
        only === undefined ? !quick || SLICE.includes(command.name) : command.name.startsWith(only);
      if (wanted) await tryCommand(command, pristine, draw);
    }
    if (!quick && only === undefined) await readOnly(pristine);
    if (only === undefined || 'accept'.startsWith(only)) await acceptTwice(pristine, ids);
  } finally {
    globalThis.setTimeout = setTimer;
    delete process.env.TDKVH_REGISTRY;
    rmSync(folder, { recursive: true, force: true });
  }
  return totals;
}

/** The units of one province above the district: reading the whole country is not what is tried. @param {string} dist @param {string} folder */
function smallRegistry(dist, folder) {
  const [head = '', ...rows] = readFileSync(join(dist, 'registry/units.csv'), 'utf8').split('\n');
  const district = rows.filter((row) => /^27,|^258,|,258,/u.test(row));
  mkdirSync(folder);
  writeFileSync(join(folder, 'units.csv'), [head, ...district, ''].join('\n'));
  const description = {
    schema: 'tdkvh/registry@1',
    name: 'Danh mục thử',
    asOf: '2026-04-30',
    knownFrom: '2025-01-01',
  };
  writeFileSync(join(folder, 'registry.json'), JSON.stringify(description));
  return folder;
}

/** What no line of the slice asks for: a sealed bundle, and a form of the level above. */
async function forLongLines({ call, period }) {
  await call(['publish', '--as', 'draft', '-o', 'sealed.zip', '--workspace', 'period']);
  const above = join(period, 'bieu-tren.xlsx');
  cpSync(join(period, 'mau-tinh.xlsx'), above);
  await call(['criteria', 'adopt', above, '--summary', '--yes', '--workspace', 'period']);
}

/** Few units and two annexes: what is tried is how it is written, not what. @param {string} period */
function madeSmall(period) {
  const change = (name, how) =>
    writeFileSync(join(period, name), how(readFileSync(join(period, name), 'utf8')));
  change('units.csv', (text) =>
    text
      .split('\n')
      .filter((line) => !/^09/u.test(line) || /^09(?:193|202|205|229)/u.test(line))
      .join('\n'),
  );
  change('tdkvh.yaml', (text) =>
    text.replace(/annexes: .*/u, 'annexes: [I, II]').replace(/^ *exceptions: .*\n/mu, ''),
  );
  rmSync(join(period, 'targets.csv'));
}

/** A small period with results, replies of the last time of which one must go, and an earlier year. */
async function madeWorkspace({ call, folder, live, quick }) {
  mkdirSync(live);
  await call(['init', '--example', 'period']);
  const period = join(live, 'period');
  madeSmall(period);
  const submissions = join(period, 'submissions');
  for (const name of readdirSync(submissions))
    if (!/^(?:cum 2|xa dong phong)$/u.test(name)) rmSync(join(submissions, name), { recursive: true });
  await call(['aggregate', '--returns', '--workspace', 'period']);
  const results = readFileSync(join(period, 'out/results.json'), 'utf8');
  const document = JSON.parse(results);
  const ids = document.findings
    .filter(({ number }) => number === 'VH347' || number === 'VH402' || number === 'VH403')
    .map(({ id }) => id);
  const earlier = {
    ...document,
    period: { id: '2023', kind: 'year', year: 2023 },
    referenceDate: '2023-12-31',
  };
  writeFileSync(join(live, 'earlier.json'), JSON.stringify(earlier));
  mkdirSync(join(period, 'previous'), { recursive: true });
  writeFileSync(join(period, 'previous', '2023.results.json'), JSON.stringify(earlier));
  if (!quick) await forLongLines({ call, period });
  // The commune has sent anew, or is not asked any more: its reply must not be sent again.
  rmSync(join(submissions, 'xa dong phong'), { recursive: true });
  mkdirSync(join(live, 'empty'));
  const pristine = join(folder, 'pristine');
  cpSync(live, pristine, { recursive: true });
  return { pristine: resolve(pristine), ids: ids.slice(0, 2) };
}
