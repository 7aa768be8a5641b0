/**
 * `npm run check:corpus`: every file of the corpus of odd workbooks, each opened or refused with one reason; numeric
 * cells compared with exceljs, each difference put into a class. Promise: no crash, no hang, nothing unexplained.
 */
import { fork } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { compareWithExceljs } from './second-reader.js';

const ROOT = fileURLToPath(new URL('../../../shared/data/workbooks', import.meta.url));
const KINDS = /\.(xls[xmb]?|ods|csv)$/u;
const SECONDS = 20;
const MEGABYTES = 512;
/** Excel's own files: every one must open. */
const HONEST = 'xlsxwriter';

/** In the child: opens the files it is told, one by one. */
function serve(dist) {
  const reader = import(pathToFileURL(join(dist, 'readers/open-sources.js')).href);
  process.on('message', async ({ name, compare }) => {
    const { openSources } = await reader;
    const bytes = readFileSync(join(ROOT, name));
    const start = performance.now();
    const files = [];
    for await (const file of openSources([{ path: name, bytes, sha256: '' }])) files.push(file);
    const seconds = (performance.now() - start) / 1000;
    const outcome = {
      name,
      seconds,
      memory: process.resourceUsage().maxRSS / 1024,
      files: files.map(({ path, file, state, findings }) => ({
        path,
        state: file === undefined ? state : 'opened',
        codes: findings.filter(({ severity }) => severity === 'error').map(({ code }) => code),
        notes: findings.filter(({ severity }) => severity !== 'error').map(({ code }) => code),
      })),
    };
    const [only] = files;
    const difference =
      compare && files.length === 1 && only.file !== undefined && /\.xls[xm]$/u.test(name)
        ? await compareWithExceljs(bytes, only.file)
        : undefined;
    process.send({ ...outcome, difference });
  });
  process.on('disconnect', () => process.exit(0));
}

async function checkAll(given) {
  const dist = resolve(given);
  const names = readdirSync(ROOT, { recursive: true })
    .map(String)
    .filter((name) => KINDS.test(name))
    .sort();
  const ends = new Map();
  const notes = new Map();
  const classes = new Map();
  const wrong = [];
  let compared = 0;
  let slowest = 0;
  let largest = 0;
  const opener = new Helper(dist);
  // exceljs hangs on some files and needs far more memory: it has a child of its own.
  const comparer = new Helper(dist);
  for (const name of names) {
    const result = await opener.ask({ name, compare: false });
    if (result === undefined) {
      wrong.push(`${name}: crash or more than ${SECONDS} s`);
      continue;
    }
    slowest = Math.max(slowest, result.seconds);
    largest = Math.max(largest, result.memory);
    for (const { path, state, codes, notes: remarks } of result.files) {
      add(ends, state === 'opened' ? 'opened' : state === 'skipped' ? 'document' : codes.join('+'));
      for (const note of remarks) add(notes, note);
      if (state === 'rejected' && codes.length !== 1) wrong.push(`${path}: ${codes.length} reasons`);
      if (state === 'rejected' && name.startsWith(HONEST)) wrong.push(`${path}: an honest file refused`);
    }
    if (result.files.length === 0) wrong.push(`${name}: no end`);
    if (!/\.xls[xm]$/u.test(name) || result.files.every(({ state }) => state !== 'opened')) continue;
    const second = await comparer.ask({ name, compare: true });
    if (second === undefined) add(classes, 'file where exceljs hangs or dies');
    if (second?.difference === undefined) continue;
    compared += second.difference.compared;
    for (const [kind, count] of second.difference.classes) add(classes, kind, count);
    wrong.push(...second.difference.unexplained.map((place) => `${name} ${place}`));
  }
  opener.stop();
  comparer.stop();
  if (largest > MEGABYTES) wrong.push(`${largest.toFixed(0)} MB used`);
  show('ends', ends);
  show('remarks', notes);
  show(`numeric cells compared with exceljs: ${compared}; differences by class`, classes);
  for (const line of wrong) console.log(`WRONG  ${line}`);
  const opened = ends.get('opened') ?? 0;
  console.log(
    wrong.length === 0
      ? `corpus: ${names.length} files, ${opened} opened, all others refused with one reason; ${compared} numbers equal or explained; slowest ${slowest.toFixed(1)} s, largest ${largest.toFixed(0)} MB.`
      : `corpus: ${wrong.length} faults in ${names.length} files, see the lines marked WRONG.`,
  );
  process.exitCode = wrong.length === 0 ? 0 : 1;
}

const add = (counts, key, by = 1) => counts.set(key, (counts.get(key) ?? 0) + by);

function show(title, counts) {
  console.log(`${title}:`);
  for (const [key, count] of [...counts].sort()) console.log(`  ${String(count).padStart(6)}  ${key}`);
}

/** One child at a time; one that dies or takes too long gives no answer and is replaced. */
class Helper {
  constructor(dist) {
    this.dist = dist;
  }

  ask(question) {
    this.child ??= fork(fileURLToPath(import.meta.url), ['--worker', this.dist], {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    return new Promise((done) => {
      const finish = (answer) => {
        clearTimeout(timer);
        this.child.removeAllListeners();
        if (answer === undefined) this.stop();
        done(answer);
      };
      const timer = setTimeout(() => finish(undefined), SECONDS * 1000);
      this.child.once('message', finish);
      this.child.once('exit', () => finish(undefined));
      this.child.send(question);
    });
  }

  stop() {
    this.child?.kill('SIGKILL');
    this.child = undefined;
  }
}

const [mode, ...rest] = process.argv.slice(2);
if (mode === '--worker') serve(rest[0]);
else if (!existsSync(ROOT))
  console.log('corpus: the folder of odd workbooks is absent, nothing was checked.');
else await checkAll(mode === '--dist' ? rest[0] : fileURLToPath(new URL('../../dist', import.meta.url)));
