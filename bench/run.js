/**
 * Speed as ratios measured in one run: every job is a fresh process, jobs take turns, medians are printed.
 * Corpora come from a seed and stay outside the repository. Usage: node bench/run.js [--rounds 3] [--count 600]
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeMany } from '../fixtures/generate/many.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const option = (name, fallback) => {
  const at = process.argv.indexOf(name);
  return at === -1 ? fallback : Number(process.argv[at + 1]);
};
const rounds = option('--rounds', 3);
const count = option('--count', 600);
const SEED = 7;
const JOB = join(ROOT, 'bench', 'job.js');
const PROGRAM = join(ROOT, 'bin', 'tdkvh.js');

if (!existsSync(join(ROOT, 'dist', 'cli', 'main.js'))) {
  process.stderr.write('Run npm run build first.\n');
  process.exit(2);
}
const work = mkdtempSync(join(tmpdir(), 'tdkvh-bench-'));
try {
  const many = join(work, 'many');
  const few = join(work, 'few');
  await writeMany({ count, out: many, seed: SEED });
  await writeMany({ count: 14, out: few, seed: SEED });
  const aggregate = (folder) => [
    PROGRAM,
    'aggregate',
    '--workspace',
    folder,
    '--quiet',
    '--out',
    join(work, 'out'),
  ];
  const jobs = {
    'node -e 0': ['-e', '0'],
    '--help': [PROGRAM, '--help'],
    'inflate all parts': [JOB, 'inflate', many],
    'read all cells': [JOB, 'read', many],
    'exceljs loads 150': [JOB, 'exceljs', many, '150'],
    'aggregate 14': aggregate(few),
    [`aggregate ${String(count)}`]: aggregate(many),
  };
  const times = new Map(Object.keys(jobs).map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, args] of Object.entries(jobs)) {
      const start = process.hrtime.bigint();
      const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
      if (status !== 0 && status !== 1) throw new Error(`${name}: ${String(status)} ${stderr}`);
      times.get(name)?.push(Number(process.hrtime.bigint() - start) / 1e9);
    }
  }
  const median = (name) =>
    [...(times.get(name) ?? [])].sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN;
  const line = (text) => process.stdout.write(`${text}\n`);
  line(
    `Node ${process.version}, ${String(cpus().length)} cores, seed ${String(SEED)}, ${String(rounds)} rounds, medians`,
  );
  for (const name of times.keys()) line(`${median(name).toFixed(2).padStart(8)} s  ${name}`);
  const ratio = (id, text, one, other) => {
    line(`${id}  ${text}: ${(median(one) / median(other)).toFixed(2)} ×`);
  };
  ratio('P1', 'reading / inflating', 'read all cells', 'inflate all parts');
  ratio(
    'P2',
    `aggregate ${String(count)} / exceljs loading 150`,
    `aggregate ${String(count)}`,
    'exceljs loads 150',
  );
  ratio('P4', 'one district / node -e 0', 'aggregate 14', 'node -e 0');
  ratio('P5', '--help / node -e 0', '--help', 'node -e 0');
} finally {
  rmSync(work, { recursive: true, force: true });
}
