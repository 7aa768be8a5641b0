/**
 * `npm run check:dist`: the folder of `npm run dist`, built for this machine and run with nothing else installed, does
 * what the program does: same answers, same exit codes, same bytes, on the example and on an old Excel file.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import xlsx from '@e965/xlsx';

const root = fileURLToPath(new URL('../..', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'tdkvh dist (1) '));
const faults = [];

try {
  if (process.platform === 'win32') throw new Error('runs on Linux and macOS only');
  console.log(
    execFileSync(process.execPath, [join(root, 'bin', 'dist.js'), '--out', work], { encoding: 'utf8' }),
  );
  const launcher = join(work, 'tdkvh', 'tdkvh.sh');
  // No Node, nothing but what the launcher itself needs.
  const tools = join(work, 'tools');
  mkdirSync(tools);
  for (const tool of ['dirname', 'basename'])
    symlinkSync(
      execFileSync('sh', ['-c', `command -v ${tool}`], { encoding: 'utf8' }).trim(),
      join(tools, tool),
    );

  const ways = {
    normal: (args, cwd) =>
      run(process.execPath, [join(root, 'bin', 'tdkvh.js'), ...args], cwd, process.env.PATH),
    packed: (args, cwd) => run('/bin/sh', [launcher, ...args], cwd, tools),
  };
  const answers = Object.fromEntries(Object.entries(ways).map(([name, way]) => [name, play(name, way)]));
  const { normal, packed } = answers;
  for (const [step, answer] of Object.entries(normal))
    if (answer !== packed[step]) faults.push(`${step}: other answer\n${answer}\n---\n${packed[step]}`);
  const made = compareFolders('normal', 'packed');
  dropped(launcher, tools);
  console.log(`dist: ${Object.keys(normal).length} commands, ${made} files compared`);
} catch (error) {
  faults.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
} finally {
  if (process.env.KEEP === undefined) rmSync(work, { recursive: true, force: true });
  else console.log(`kept: ${work}`);
}
for (const fault of faults) console.log(`FAULT ${fault}`);
console.log(faults.length === 0 ? 'dist: no fault' : `dist: ${faults.length} faults`);
process.exitCode = faults.length === 0 ? 0 : 1;

function run(program, args, cwd, path) {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd,
    encoding: 'utf8',
    env: { PATH: path, NO_COLOR: '1' },
  });
  if (error !== undefined) throw error;
  return `exit ${status}\n${stdout}\n${stderr}`;
}

/** The same commands in a folder of its own; the answers by command. */
function play(name, way) {
  const folder = join(work, name);
  mkdirSync(folder);
  const answers = {};
  const step = (line, cwd = folder) => (answers[line] = way(line.split(' '), cwd));
  step('--version');
  step('--help');
  step('init --example ky');
  const period = join(folder, 'ky');
  addOldFile(join(period, 'submissions'));
  step('template', period);
  step('aggregate --findings loi.csv', period);
  step('explain VH301', period);
  step('units find Luong', period);
  if (!/exit 1/u.test(answers['aggregate --findings loi.csv']))
    faults.push(`${name}: aggregate did not end with 1`);
  return answers;
}

/** One of the example's workbooks as Excel 97-2003 wrote it: read by a child of the program. */
function addOldFile(submissions) {
  const name = readdirSync(submissions).find((file) => file.endsWith('.xlsx'));
  const book = xlsx.read(readFileSync(join(submissions, name)));
  writeFileSync(join(submissions, 'ban-cu.xls'), xlsx.write(book, { type: 'buffer', bookType: 'biff8' }));
}

function filesIn(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((path) => statSync(join(folder, path)).isFile())
    .sort();
}

function compareFolders(one, other) {
  const [left, right] = [one, other].map((name) => filesIn(join(work, name)));
  if (left.join('\n') !== right.join('\n'))
    faults.push(`other files:\n${left.join('\n')}\n---\n${right.join('\n')}`);
  for (const path of left) {
    const [a, b] = [one, other].map((name) => readFileSync(join(work, name, path)));
    if (!a.equals(b)) faults.push(`${path}: other bytes`);
  }
  const outputs = left.filter((path) => path.startsWith(`ky${sep}out${sep}`));
  if (outputs.length < 5) faults.push(`only ${outputs.length} outputs`);
  return left.length;
}

/** A folder dropped on the launcher is the main job; results go beside it. */
function dropped(launcher, tools) {
  const folder = join(work, 'tha', 'Tệp đã nhận');
  mkdirSync(join(work, 'tha'));
  run(process.execPath, [join(root, 'bin', 'tdkvh.js'), 'init', '--example', folder], work, process.env.PATH);
  const answer = run('/bin/sh', [launcher, folder], '/', tools);
  if (!answer.startsWith('exit 1\n')) faults.push(`period dropped: ${answer.slice(0, 400)}`);
  const before = filesIn(join(folder, 'submissions')).length;
  const loose = run('/bin/sh', [launcher, join(folder, 'submissions')], '/', tools);
  if (filesIn(join(folder, 'submissions')).length !== before)
    faults.push('a dropped folder was written into');
  if (!/^exit [01]\n/u.test(loose)) faults.push(`folder dropped: ${loose.slice(0, 400)}`);
}
