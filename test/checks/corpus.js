/**
 * `npm run check:corpus`: every file of the corpus of odd workbooks, each opened or refused with one reason; numeric
 * cells compared with exceljs, each difference put into a class. Promise: no crash, no hang, nothing unexplained.
 */
import { fork } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DIST, isCalled, programIn } from './program.js';
import { compareWithExceljs } from './second-reader.js';

export const ROOT = fileURLToPath(new URL('../../../shared/data/workbooks', import.meta.url));
const KINDS = /\.(xls[xmb]?|ods|csv)$/u;
const SECONDS = 20;
const MEGABYTES = 512;
/** Excel's own files: every one must open. */
const HONEST = 'xlsxwriter';

/** What becomes of one file. @param {(path: string) => Promise<any>} load @param {{ name: string, compare: boolean }} question */
export async function outcomeOf(load, { name, compare }) {
  const { openSources } = await load('readers/open-sources.js');
  const bytes = readFileSync(join(ROOT, name));
  const start = process.cpuUsage();
  const files = [];
  for await (const file of openSources([{ path: name, bytes, sha256: '' }])) files.push(file);
  const { user, system } = process.cpuUsage(start);
  const outcome = {
    name,
    seconds: (user + system) / 1e6,
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
  return { ...outcome, difference };
}

/** In the child: opens the files it is told, one by one. */
function serve(dist) {
  const load = programIn(dist);
  process.on('message', (question) => {
    void outcomeOf(load, question).then((outcome) => process.send(outcome));
  });
  process.on('disconnect', () => process.exit(0));
}

/** Every file of the corpus, by its name. */
export const corpusFiles = () =>
  readdirSync(ROOT, { recursive: true })
    .map(String)
    .filter((name) => KINDS.test(name))
    .sort();

/**
 * Opens the files and compares their numbers; answers what is wrong and what was counted.
 * @param {{ names: readonly string[], open: Ask, compare: Ask }} options `compare` may be another: exceljs hangs on
 *   some files and needs far more memory.
 * @typedef {(question: { name: string, compare: boolean }) => Promise<any>} Ask no answer: it died or took too long
 */
export async function checkCorpus({ names, open, compare }) {
  const seen = { ends: new Map(), notes: new Map(), classes: new Map(), wrong: [] };
  const most = { compared: 0, seconds: 0, memory: 0 };
  const { ends, notes, classes, wrong } = seen;
  for (const name of names) {
    const result = await open({ name, compare: false });
    if (result === undefined) {
      wrong.push(`${name}: crash or more than ${SECONDS} s`);
      continue;
    }
    most.seconds = Math.max(most.seconds, result.seconds);
    most.memory = Math.max(most.memory, result.memory);
    for (const { path, state, codes, notes: remarks } of result.files) {
      add(ends, state === 'opened' ? 'opened' : state === 'skipped' ? 'document' : codes.join('+'));
      for (const note of remarks) add(notes, note);
      if (state === 'rejected' && codes.length !== 1) wrong.push(`${path}: ${codes.length} reasons`);
      if (state === 'rejected' && name.startsWith(HONEST)) wrong.push(`${path}: an honest file refused`);
    }
    if (result.files.length === 0) wrong.push(`${name}: no end`);
    if (!/\.xls[xm]$/u.test(name) || result.files.every(({ state }) => state !== 'opened')) continue;
    const second = await compare({ name, compare: true });
    if (second === undefined) add(classes, 'file where exceljs hangs or dies');
    if (second?.difference === undefined) continue;
    most.compared += second.difference.compared;
    for (const [kind, count] of second.difference.classes) add(classes, kind, count);
    wrong.push(...second.difference.unexplained.map((place) => `${name} ${place}`));
  }
  return { ...seen, ...most };
}

async function main() {
  if (!existsSync(ROOT)) {
    console.log('corpus: the folder of odd workbooks is absent, nothing was checked.');
    return;
  }
  const names = corpusFiles();
  const [opener, comparer] = [new Helper(DIST), new Helper(DIST)];
  const { ends, notes, classes, wrong, compared, seconds, memory } = await checkCorpus({
    names,
    open: (question) => opener.ask(question),
    compare: (question) => comparer.ask(question),
  });
  opener.stop();
  comparer.stop();
  if (memory > MEGABYTES) wrong.push(`${memory.toFixed(0)} MB used`);
  show('ends', ends);
  show('remarks', notes);
  show(`numeric cells compared with exceljs: ${compared}; differences by class`, classes);
  for (const line of wrong) console.log(`WRONG  ${line}`);
  const opened = ends.get('opened') ?? 0;
  console.log(
    wrong.length === 0
      ? `corpus: ${names.length} files, ${opened} opened, all others refused with one reason; ${compared} numbers equal or explained; slowest ${seconds.toFixed(1)} s, largest ${memory.toFixed(0)} MB.`
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
export class Helper {
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

const [mode, dist] = process.argv.slice(2);
if (isCalled(import.meta.url)) {
  if (mode === '--worker') serve(dist);
  else await main();
}
