/**
 * Speed and memory against the goals P1 to P8: every job is a process of its own, jobs take turns, medians are printed as
 * ratios, with the machine and the versions. Corpora come from a seed, stay outside the repository and are kept for the
 * next run; the totals of every run must be the generator's own.
 *
 * `node bench/run.js [--quick] [--rounds 5] [--country 3321] [--old 10600] [--corpora DIR] [--out DIR] [--only WORD]`
 * Jobs of the country run once; `--country 0` leaves them out; `--out` also writes bench.md and bench.json.
 */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { cpus, release, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeMany } from '../fixtures/generate/many.js';
import { goalsOf, holds } from './goals.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SEED = 7;
/** Areas of the largest commune: 3,321 communes then have some 90,000. */
const AREAS = 36;
/** Counted up when the generator writes other files: kept corpora of before are then left alone. */
const SHAPE = 2;
const JOB = join(ROOT, 'bench', 'job.js');
const PROGRAM = join(ROOT, 'bin', 'tdkvh.js');

/** @param {string} name @param {string} otherwise */
const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at === -1 ? otherwise : (process.argv[at + 1] ?? otherwise);
};
const quick = process.argv.includes('--quick');
const rounds = Number(option('rounds', quick ? '1' : '5'));
const middle = quick ? 60 : 600;
const country = Number(option('country', quick ? '0' : '3321'));
const old = Number(option('old', quick ? '0' : '10600'));
const corpora = option('corpora', join(tmpdir(), 'tdkvh-bench-corpora'));
const only = option('only', '');

if (!existsSync(join(ROOT, 'dist', 'cli', 'main.js'))) {
  process.stderr.write('Run npm run build first.\n');
  process.exit(2);
}

/** The workspace of so many communes, made when it is not there. @param {number} count @param {number} [wrong] */
function corpus(count, wrong = 0) {
  const out = join(
    corpora,
    `${String(count)}-${String(wrong)}-${String(SEED)}-${String(AREAS)}-${String(SHAPE)}`,
  );
  const done = join(out, 'done');
  if (existsSync(done)) return out;
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  writeMany({ count, wrong, out, seed: SEED, areas: AREAS });
  writeFileSync(done, '');
  return out;
}

const work = mkdtempSync(join(tmpdir(), 'tdkvh-bench-'));
const usage = join(work, 'usage');

/** @typedef {{ name: string, command?: string, args: string[], once?: boolean, totals?: string }} Job */

/** @param {number} count @param {string} folder @param {string} [name] @returns {Job} */
const aggregate = (count, folder, name = `aggregate ${String(count)}`) => ({
  name,
  args: [PROGRAM, 'aggregate', '--workspace', folder, '--quiet', '--out', join(work, 'out')],
  once: count > 1000,
  totals: folder,
});

/** @returns {Job[]} */
function jobs() {
  const many = corpus(middle);
  const list = join(work, 'files');
  const files = readdirSync(join(many, 'submissions'), { recursive: true, encoding: 'utf8' });
  writeFileSync(
    list,
    files
      .filter((name) => name.endsWith('.xlsx'))
      .map((name) => join(many, 'submissions', name))
      .join('\n'),
  );
  const python = spawnSync('python3', ['-c', 'import openpyxl']).status === 0;
  return [
    { name: 'node -e 0', args: ['-e', '0'] },
    { name: '--help', args: [PROGRAM, '--help'] },
    { name: '--version', args: [PROGRAM, '--version'] },
    { name: 'inflate', args: [JOB, 'inflate', many] },
    { name: 'read', args: [JOB, 'read', many] },
    { name: 'exceljs loads 150', args: [JOB, 'exceljs', many, '150'] },
    { name: 'exceljs', args: [JOB, 'exceljs', many] },
    { name: 'SheetJS', args: [JOB, 'sheetjs', many] },
    ...(python
      ? [
          {
            name: 'openpyxl',
            command: 'python3',
            args: [join(ROOT, 'bench', 'openpyxl_job.py'), list],
            once: true,
          },
        ]
      : []),
    { name: 'read and judge', args: [JOB, 'phases', many] },
    { name: 'detail sheet', args: [JOB, 'detail'], once: true },
    { name: 'Word annex', args: [JOB, 'word'] },
    aggregate(14, corpus(14)),
    aggregate(35, corpus(35)),
    aggregate(middle, many),
    { ...aggregate(middle, corpus(middle, middle), 'aggregate faults'), totals: undefined },
    ...(country > 0 ? [aggregate(country, corpus(country))] : []),
    ...(old > 0 ? [aggregate(old, corpus(old))] : []),
  ].filter(({ name }) => name.includes(only));
}

/** One process of a job, and what it used. @param {Job} job @returns {import('./goals.js').Used} */
function once({ name, command = process.execPath, args, totals }) {
  writeFileSync(usage, '');
  const env = {
    ...process.env,
    BENCH_USAGE: usage,
    NODE_OPTIONS: `--require ${join(ROOT, 'bench', 'usage', 'usage.js')}`,
  };
  const start = process.hrtime.bigint();
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', env, maxBuffer: 1 << 28 });
  const wall = Number(process.hrtime.bigint() - start) / 1e9;
  if (status !== 0 && status !== 1) throw new Error(`${name}: exit code ${String(status)}\n${stderr}`);
  if (totals !== undefined) sameTotals(name, totals);
  const lines = readFileSync(usage, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  /** @param {string} key */
  const sum = (key) => lines.reduce((all, line) => all + line[key], 0);
  const made = args[0] === JOB && stdout.startsWith('{') ? JSON.parse(stdout) : {};
  return { user: sum('user'), cpu: sum('user') + sum('system'), wall, megabytes: sum('megabytes'), made };
}

/** Every total of the run is the generator's own. @param {string} name @param {string} folder */
function sameTotals(name, folder) {
  const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'));
  const results = JSON.parse(readFileSync(join(work, 'out', 'results.json'), 'utf8'));
  const pairs = [
    [expected.totals, results.measures],
    [expected.groups, results.groups],
  ];
  for (const [wanted, found] of pairs)
    for (const [unit, measures] of Object.entries(wanted))
      for (const [indicator, { n, d, reported }] of Object.entries(measures)) {
        const one = found[unit]?.[indicator];
        if (one?.n !== n || one.d !== d || one.reported !== reported)
          throw new Error(
            `${name}: ${unit} ${indicator} is ${JSON.stringify(one)}, not ${String(n)}/${String(d)}`,
          );
      }
}

/** @param {number[]} values */
const middleOf = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** @param {import('./goals.js').Used[]} runs @returns {import('./goals.js').Used} */
function medianOf(runs) {
  const of = (/** @type {'user' | 'cpu' | 'wall' | 'megabytes'} */ key) =>
    middleOf(runs.map((run) => run[key]));
  const keys = Object.keys(runs[0]?.made ?? {});
  const made = Object.fromEntries(
    keys.map((key) => [key, middleOf(runs.map((run) => run.made[key] ?? Number.NaN))]),
  );
  return { user: of('user'), cpu: of('cpu'), wall: of('wall'), megabytes: of('megabytes'), made };
}

/** @param {string} name */
const version = (name) =>
  JSON.parse(readFileSync(join(ROOT, 'node_modules', name, 'package.json'), 'utf8')).version;

function machine() {
  const python = spawnSync('python3', ['-c', 'import openpyxl; print(openpyxl.__version__)'], {
    encoding: 'utf8',
  });
  return {
    node: process.version,
    system: `${process.platform} ${release()}`,
    cpu: `${String(cpus().length)} × ${cpus()[0]?.model.trim() ?? 'unknown'}`,
    memory: `${(totalmem() / 2 ** 30).toFixed(0)} GiB`,
    exceljs: version('exceljs'),
    sheetjs: version('@e965/xlsx'),
    openpyxl: python.status === 0 ? python.stdout.trim() : 'not there',
    seed: SEED,
    rounds,
  };
}

try {
  const all = jobs();
  /** @type {Map<string, import('./goals.js').Used[]>} */
  const runs = new Map(all.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1)
    for (const job of all) if (round === 0 || job.once !== true) runs.get(job.name)?.push(once(job));
  const used = new Map([...runs].map(([name, one]) => [name, medianOf(one)]));
  const sizes = { middle, ...(country > 0 ? { country } : {}), ...(old > 0 ? { old } : {}) };
  const goals = goalsOf((job) => used.get(job), sizes);
  const about = machine();
  const text = [
    Object.entries(about)
      .map(([key, value]) => `${key} ${String(value)}`)
      .join(', '),
    '',
    '| id | goal | at most | here | |',
    '|---|---|---|---|---|',
    ...goals.map((goal) => {
      const says = { true: 'holds', false: '**not yet**', undefined: '' }[String(holds(goal))] ?? '';
      const bound = goal.goal === 0 ? '' : `${String(goal.goal)} ${goal.unit}`;
      const value = goal.unit === 'MB' ? (goal.value ?? 0).toFixed(0) : (goal.value ?? 0).toFixed(2);
      return `| ${goal.id} | ${goal.text} | ${bound} | ${value} ${goal.unit} | ${says} |`;
    }),
    '',
    '| job | user CPU s | CPU s | clock s | peak MB |',
    '|---|---|---|---|---|',
    ...[...used].map(
      ([name, one]) =>
        `| ${name} | ${one.user.toFixed(2)} | ${one.cpu.toFixed(2)} | ${one.wall.toFixed(2)} | ${one.megabytes.toFixed(0)} |`,
    ),
  ].join('\n');
  process.stdout.write(`${text}\n`);
  const out = option('out', '');
  if (out !== '') {
    mkdirSync(out, { recursive: true });
    writeFileSync(join(out, 'bench.md'), `${text}\n`);
    const jobsUsed = Object.fromEntries(
      [...runs].map(([name, one]) => [name, { median: used.get(name), runs: one }]),
    );
    writeFileSync(
      join(out, 'bench.json'),
      `${JSON.stringify({ machine: about, goals, jobs: jobsUsed }, null, 2)}\n`,
    );
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
