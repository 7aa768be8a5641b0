/**
 * `npm run check:dist`: what users get does what was tested, with nothing else installed and no network: the package,
 * installed by npm without its scripts, and the folder of `npm run dist`, built for this machine. Same answers, same
 * exit codes, same bytes as here, on the example and on an old Excel file; packed again, the same package.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import xlsx from '@e965/xlsx';
import { npm } from '../../build/packed-files.js';
import { isCalled } from './program.js';
import { filesIn, sameFiles } from './compare.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A period from its folder to its outputs, with an old Excel file among what was sent. */
export const WHOLE = [
  '--version',
  '--help',
  'init --example ky',
  'template',
  'aggregate --findings loi.csv',
  'explain VH301',
  'units find Luong',
];
/** Less than any of the commands leaves. */
const FEWEST_FILES = 5;
/** What starts, finds its texts and its list, and lays out the example. */
export const SHORT = ['init --example ky', 'units find Luong'];

/**
 * Packs the program both ways and tries the commands with each.
 * @param {string} work an empty folder @param {readonly string[]} steps
 * @returns {{ faults: string[], said: string[] }}
 */
export function checkDist(work, steps) {
  const faults = [];
  const said = [
    execFileSync(process.execPath, [join(root, 'build', 'dist.js'), '--no-pictures', '--out', work], {
      encoding: 'utf8',
    }),
  ];
  const launcher = join(work, 'tdkvh', 'tdkvh.sh');
  const installed = install(work);
  if (installed.others.length > 0) faults.push(`drawn in: ${installed.others.join(', ')}`);
  said.push(`package: ${installed.sha256.slice(0, 16)}, ${installed.kilobytes} KB`);
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
    installed: (args, cwd) => run(process.execPath, [installed.program, ...args], cwd, ''),
  };
  const { normal, ...others } = Object.fromEntries(
    Object.entries(ways).map(([name, way]) => [name, play(join(work, name), way, steps)]),
  );
  for (const [step, answer] of Object.entries(normal)) {
    for (const [way, answers] of Object.entries(others))
      if (answer !== answers[step])
        faults.push(`${way}: ${step}: other answer\n${answer}\n---\n${answers[step]}`);
    if (step.startsWith('aggregate') && !answer.startsWith('exit 1\n')) faults.push(`${step}: ${answer}`);
  }
  let made = 0;
  for (const way of Object.keys(others)) {
    const same = sameFiles(way, join(work, 'normal'), join(work, way));
    made += same.compared;
    faults.push(...same.faults);
    if (same.compared < FEWEST_FILES) faults.push(`${way}: only ${same.compared} files`);
  }
  if (steps === WHOLE) faults.push(...dropped(work, launcher, tools), ...packedAgain(work, installed.sha256));
  said.push(`dist: ${steps.length} commands, ${made} files compared`);
  return { faults, said };
}

/** The package as npm installs it for a user: from its archive, without scripts, into an empty folder. */
function install(work) {
  const { archive, sha256, kilobytes } = pack(join(work, 'archive'));
  const folder = join(work, 'một máy khác');
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{}');
  npm(['install', '--engine-strict', archive], { folder });
  const modules = join(folder, 'node_modules');
  const others = readdirSync(modules).filter((name) => !name.startsWith('.') && name !== 'tdkvh');
  return { program: join(modules, '.bin', 'tdkvh'), others, sha256, kilobytes };
}

function pack(folder) {
  mkdirSync(folder);
  npm(['pack', '--pack-destination', folder]);
  const [name] = readdirSync(folder);
  const archive = join(folder, name);
  const bytes = readFileSync(archive);
  return {
    archive,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    kilobytes: Math.ceil(bytes.length / 1024),
  };
}

/** Bundled and packed once more: same sources, same archive. */
function packedAgain(work, sha256) {
  execFileSync(process.execPath, [join(root, 'build', 'bundle.js')]);
  return pack(join(work, 'again')).sha256 === sha256 ? [] : ['packed again: other bytes'];
}

function main() {
  if (process.platform === 'win32') throw new Error('runs on Linux and macOS only');
  const work = mkdtempSync(join(tmpdir(), 'tdkvh dist (1) '));
  try {
    const { faults, said } = checkDist(work, WHOLE);
    for (const line of said) console.log(line);
    for (const fault of faults) console.log(`FAULT ${fault}`);
    console.log(faults.length === 0 ? 'dist: no fault' : `dist: ${faults.length} faults`);
    process.exitCode = faults.length === 0 ? 0 : 1;
  } finally {
    if (process.env.KEEP === undefined) rmSync(work, { recursive: true, force: true });
    else console.log(`kept: ${work}`);
  }
}

function run(program, args, cwd, path) {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd,
    encoding: 'utf8',
    // Printed commands name the program as it was called, which differs here.
    env: { PATH: path, NO_COLOR: '1', TDKVH_CALL: 'tdkvh' },
  });
  if (error !== undefined) throw error;
  return `exit ${status}\n${stdout}\n${stderr}`;
}

/** The same commands in a folder of its own; the answers by command. The example they make is where the later ones run. */
function play(folder, way, steps) {
  mkdirSync(folder);
  const period = join(folder, 'ky');
  const answers = {};
  for (const step of steps) {
    answers[step] = way(step.split(' '), existsSync(period) ? period : folder);
    if (step.startsWith('init')) addOldFile(join(period, 'submissions'));
  }
  return answers;
}

/** One of the example's workbooks as Excel 97-2003 wrote it: read by a child of the program. */
function addOldFile(submissions) {
  const name = readdirSync(submissions).find((file) => file.endsWith('.xlsx'));
  const book = xlsx.read(readFileSync(join(submissions, name)));
  writeFileSync(join(submissions, 'ban-cu.xls'), xlsx.write(book, { type: 'buffer', bookType: 'biff8' }));
}

/** A folder dropped on the launcher is the main job; results go beside it. */
function dropped(work, launcher, tools) {
  const faults = [];
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
  return faults;
}

if (isCalled(import.meta.url)) main();
