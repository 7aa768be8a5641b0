/**
 * Workspaces made to fill memory or time, each run whole by the program as it is installed: what it says, the most memory
 * and the computing of all its processes.
 */
import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';
import { HOSTILE_FOREIGN } from './hostile-foreign.js';
import { HOSTILE } from './hostile-files.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PROGRAM = join(ROOT, 'bin', 'run.js');
const EXAMPLE = join(ROOT, 'fixtures', 'district-2024');
const SECONDS = 20;
const MEGABYTES = 300;
const GIVE_UP = 600_000;

/** Told by the program itself when it ends: what looking from outside could miss. */
const TELL = `data:text/javascript,${encodeURIComponent(
  `import { writeFileSync } from 'node:fs';
process.on('exit', () => writeFileSync(process.env.TDKVH_MEASURED, JSON.stringify(process.resourceUsage())));`,
)}`;

const fileOf = (name) => [...HOSTILE, ...HOSTILE_FOREIGN].find(([, each]) => each === name)?.[4]();

const COLUMNS =
  'households,population,poorHouseholds,nearPoorHouseholds,familiesRegistered,familiesAssessed,familiesProposed,familiesTitled,familiesTitled3y,familiesRewardDue3y,familiesExemplary,familiesCommended,familiesExcluded,cultureHouses,readingPoints,artClubs,sportsClubs,weddings'.split(
    ',',
  );

/** Biểu 01 of a commune with so many rows, each figure as `figureOf` says. */
const manyRows = (rows, figureOf) =>
  [
    ['unit_code', 'period', 'areaName', ...COLUMNS].join(','),
    ...Array.from({ length: rows }, (_, at) =>
      ['09193', '2024', `Thôn ${at + 1}`, ...COLUMNS.map((_name, column) => figureOf(at, column))].join(','),
    ),
  ].join('\n');

/** Words in all figures. */
const badCells = (rows) => manyRows(rows, (at) => `nhiều ${at}`);
/** Figures that break the rules of a row, a hundred thousand times. */
const brokenRules = (rows) => manyRows(rows, (at, column) => (at * 31 + column * 17) % 500);

const KINDS = [
  ['ghi-chu', '.txt', 'x'],
  ['anh', '.jpg', 'x'],
  ['~$xa', '.xlsx', 'x'],
  ['so', '.csv', 'abc\n'],
];
function strayFiles(put, count) {
  for (let at = 0; at < count; at += 1) {
    const [name, ending, content] = KINDS[at % KINDS.length];
    put(`submissions/${Math.floor(at / 1000)}/${name}-${at}${ending}`, content);
  }
}

/** An office's own text that is refused: nothing is run, and the message says which file. */
const refused = (name, code, path, text) => ({
  name,
  ends: [code],
  stops: true,
  make: (put) => put(path, text()),
});

/**
 * Name, what must be found, how the workspace is filled beside the example's list of units; `kills`: how many of the
 * children that read old formats are killed from outside, as a system without memory does; `stops`: the run ends before it
 * reads, with the finding on screen; `seconds`: where more computing is allowed than usual.
 */
export const RUNS = [
  {
    name: 'CSV of 7 million lines',
    ends: ['file/too-many-cells', 'file/too-big'],
    make: (put) => put('submissions/a.csv', `a,b\n${'1\n'.repeat(7_000_000)}`),
  },
  {
    name: 'CSV of 144,000 bad cells',
    ends: ['cell/more-of-same'],
    make: (put) => put('submissions/a.csv', badCells(8_000)),
  },
  {
    name: 'CSV of 8,000 rows that break the rules',
    ends: ['row/part-exceeds-whole'],
    // A hundred thousand sentences: what is promised of them is memory.
    seconds: 60,
    make: (put) => put('submissions/a.csv', brokenRules(8_000)),
  },
  {
    name: 'results.json of 5 million nested brackets',
    ends: ['lower/malformed'],
    make: (put) =>
      put('submissions/results.json', `{"schema":"tdkvh/results@1","units":${'['.repeat(5_000_000)}`),
  },
  {
    name: 'results.json of 8 million small objects',
    ends: ['lower/malformed'],
    make: (put) =>
      put(
        'submissions/results.json',
        `{"schema":"tdkvh/results@1","units":[${'{"a":1},'.repeat(8_000_000)}{}]}`,
      ),
  },
  {
    name: 'earlier results of 5 million nested brackets',
    ends: ['previous/malformed'],
    make: (put) =>
      put('previous/2023.results.json', `{"schema":"tdkvh/results@1","units":${'['.repeat(5_000_000)}`),
  },
  {
    name: 'a million empty formatted rows',
    ends: ['layout/no-form'],
    make: (put) => put('submissions/a.xlsx', fileOf('large: a million formatted empty rows')),
  },
  {
    name: '10,000 stray files',
    ends: ['file/plain-text'],
    make: (put) => strayFiles(put, 10_000),
  },
  {
    name: '100,000 stray files',
    ends: ['file/plain-text'],
    make: (put) => strayFiles(put, 100_000),
  },
  {
    name: 'old file that fills its child',
    ends: ['file/foreign-too-heavy'],
    make: (put) => put('submissions/a.xls', fileOf('large: .xls of 7 million blanks')),
  },
  {
    name: 'archive that holds an .xls and a bomb',
    ends: ['file/archive-over-limit'],
    make: (put) =>
      put('submissions/a.zip', Buffer.from(zipSync({ 'a.csv': Buffer.alloc(100 << 20, 'a,b\n') }))),
  },
  {
    name: 'old file whose children are killed from outside',
    ends: ['file/foreign-too-heavy'],
    kills: 2,
    make: (put) => put('submissions/a.xls', fileOf('large: .xls of 900,000 figures')),
  },
  refused('tdkvh.yaml of 400,000 brackets', 'VH197', 'tdkvh.yaml', () => `x: ${'['.repeat(400_000)}`),
  refused('tdkvh.yaml of 33,000 keys', 'VH721', 'tdkvh.yaml', () =>
    Array.from({ length: 33_000 }, (_, at) => `k${at}: 1`).join('\n'),
  ),
  refused('tdkvh.yaml of a million keys', 'VH787', 'tdkvh.yaml', () =>
    Array.from({ length: 1_000_000 }, (_, at) => `k${at}: 1`).join('\n'),
  ),
  refused('narrative.md of 300 kB of nested stars', 'VH787', 'narrative.md', () => '**_'.repeat(100_000)),
  refused(
    'units.csv of 690,000 lines of one cell',
    'VH743',
    'units.csv',
    () => `a,b\n${'1\n'.repeat(690_000)}`,
  ),
  refused('units.csv of 7 million lines', 'VH787', 'units.csv', () => `a,b\n${'1\n'.repeat(7_000_000)}`),
  refused('targets.csv of a million columns', 'VH787', 'targets.csv', () => `a${',b'.repeat(1_000_000)}\n`),
  refused('targets.csv of 600,000 columns', 'VH769', 'targets.csv', () => `a${',b'.repeat(600_000)}\n`),
];

/** @param {string} folder */
const putIn = (folder) => (/** @type {string} */ path, /** @type {string | Uint8Array} */ content) => {
  const place = join(folder, path);
  mkdirSync(dirname(place), { recursive: true });
  writeFileSync(place, content);
};

/**
 * Runs each in a workspace of its own; answers those that ended otherwise or took too much.
 * @param {{ runs: typeof RUNS, say?: (line: string) => void }} options
 */
export async function runHostile({ runs, say = () => undefined }) {
  const faults = [];
  for (const { name, ends, make, kills = 0, stops = false, seconds = SECONDS } of runs) {
    const folder = mkdtempSync(join(tmpdir(), 'tdkvh-hostile-'));
    try {
      for (const file of ['tdkvh.yaml', 'units.csv']) cpSync(join(EXAMPLE, file), join(folder, file));
      // A good submission beside: one file never stops the run.
      cpSync(
        join(EXAMPLE, 'submissions', '09238-xa-van-mon-bieu-01-04-2024.xlsx'),
        join(folder, 'submissions', 'b.xlsx'),
      );
      make(putIn(folder));
      const measured = await measure(folder, kills);
      const verdict = verdictOf(measured, ends, folder, { stops, limit: seconds });
      if (verdict !== 'ok') faults.push(name);
      say(
        `${verdict.padEnd(6)}run  ${name.padEnd(48)} ${measured.seconds.toFixed(2).padStart(6)} s ${measured.memory.toFixed(0).padStart(5)} MB  exit ${measured.exit}${verdict === 'WRONG' ? ` ${measured.said.slice(-300)}` : ''}`,
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return { faults };
}

function verdictOf({ exit, seconds, memory, said }, ends, folder, { stops, limit }) {
  const cost = seconds > limit ? 'SLOW' : memory > MEGABYTES ? 'LARGE' : 'ok';
  if (stops) return exit === 2 && ends.some((end) => said.includes(end)) ? cost : 'WRONG';
  const path = join(folder, 'out', 'results.json');
  const results = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
  const used = results?.inputs.some(({ path: file, state }) => file.endsWith('/b.xlsx') && state === 'used');
  const codes = new Set(results?.findings.map(({ code }) => code));
  if (exit !== 1 || used !== true || !ends.some((end) => codes.has(end))) return 'WRONG';
  return cost;
}

/** The program on the workspace: its own use as it tells it, that of its children as the system does. */
function measure(folder, kills) {
  const told = join(folder, 'measured.json');
  const child = spawn(
    process.execPath,
    ['--import', TELL, PROGRAM, 'aggregate', '--quiet', '--workspace', folder],
    {
      env: { ...process.env, TDKVH_MEASURED: told },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text) => (said = `${said}${text}`.slice(-10_000)));
  const watch = watchBelow(child.pid, kills);
  const timer = setTimeout(() => child.kill('SIGKILL'), GIVE_UP);
  return new Promise((done) => {
    child.once('close', (code, signal) => {
      clearTimeout(timer);
      const below = watch.stop();
      const own = existsSync(told) ? JSON.parse(readFileSync(told, 'utf8')) : undefined;
      done({
        exit: code ?? signal,
        said,
        seconds: ((own?.userCPUTime ?? Infinity) + (own?.systemCPUTime ?? 0)) / 1e6 + below.seconds,
        memory: Math.max((own?.maxRSS ?? Infinity) / 1024, below.memory),
      });
    });
  });
}

/** Most memory and all computing of the processes below one, where the system tells it; kills the first of them. */
function watchBelow(pid, kills) {
  let memory = 0;
  const busy = new Map();
  const killed = new Set();
  const look = () => {
    for (const below of childrenOf(pid)) {
      const use = useOf(below);
      if (use === undefined) continue;
      memory = Math.max(memory, use.memory);
      busy.set(below, use.seconds);
      // It must have begun to read, or nothing is tried.
      if (killed.size < kills && !killed.has(below) && use.seconds > 0.3) {
        killed.add(below);
        process.kill(below, 'SIGKILL');
      }
    }
  };
  const timer = setInterval(look, 10);
  return {
    stop: () => {
      clearInterval(timer);
      return { memory, seconds: [...busy.values()].reduce((sum, one) => sum + one, 0) };
    },
  };
}

function childrenOf(pid) {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
    );
  } catch {
    return [];
  }
}

function useOf(pid) {
  try {
    const high = /VmHWM:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return { memory: Number(high ?? 0) / 1024, seconds: (Number(fields[11]) + Number(fields[12])) / 100 };
  } catch {
    // It has just ended.
    return undefined;
  }
}
