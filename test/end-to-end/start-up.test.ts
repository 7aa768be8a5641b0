/** What a command loads of the bundled program: a package that is not needed costs every start its compilation. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIST, ROOT, UNWATCHED } from '../support/built-program.js';
import { smallDistrict } from './fixture-run.js';
import { OPTIMISED_LATER } from '../support/optimised-later.js';

const LISTS_FILES = join(ROOT, 'test', 'support', 'loaded-files.js');
/** File of the program → the packages in it. */
const bundle = JSON.parse(readFileSync(join(DIST, 'bundle.json'), 'utf8')) as Readonly<
  Record<string, readonly string[]>
>;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tdkvh-start-'));
  // One unit with a workbook and one with a CSV file are enough: what is loaded does not grow with what is read.
  smallDistrict(join(folder, 'ky'), ['09193', '09211'], /09193|Hòa Tiến/u);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Files of the program that were loaded, by name. */
function loaded(args: readonly string[]): readonly string[] {
  const list = join(folder, 'loaded.json');
  spawnSync(
    process.execPath,
    [...OPTIMISED_LATER, '--import', pathToFileURL(LISTS_FILES).href, UNWATCHED, ...args],
    {
      cwd: join(folder, 'ky'),
      env: { LOADED_FILES: list, PATH: process.env['PATH'] },
    },
  );
  const files = JSON.parse(readFileSync(list, 'utf8')) as readonly string[];
  return files.map((file) => basename(file)).filter((name) => name in bundle);
}

/** The packages that our own modules ask for; what these bring with them stands in their files. */
const asked = (files: readonly string[]): readonly string[] =>
  files
    .filter((name) => bundle[name]?.length !== 0)
    // A file of ours with the name of a package leaves it a number.
    .map((name) => name.replace(/\d*\.cjs$/u, ''))
    .sort();

const START = ['commander'];
const WITH_DATA = [...START, 'chalk', 'yaml', 'zod'];
const READING = [...WITH_DATA, 'csv-parse'];
/** Sentences of the office's wording, and workbooks that can be packed. */
const SAYING = [...READING, 'handlebars', 'fflate'];

describe('packages loaded by', () => {
  it.each([
    ['--help', START],
    ['--version', START],
    ['aggregate --help', START],
    ['explain VH301', WITH_DATA],
    ['units find Luong', [...WITH_DATA, 'csv-parse']],
    ['validate', READING],
    ['aggregate', [...SAYING, 'docx', 'exceljs']],
    // The sheets of the summary are not written again.
    ['report', [...SAYING, 'docx']],
    ['status', SAYING],
    // The same report is read back, so that all of Word is needed.
    ['verify out/bao-cao.docx', [...SAYING, 'docx']],
    // Tables are planned, no file is made.
    ['trace familyTitleRate', SAYING],
  ])('%s', (command, packages) => {
    expect(asked(loaded(command.split(' ')))).toEqual([...packages].sort());
  });
});

describe('the help', () => {
  it('loads a few small files', () => {
    const files = loaded(['--help']);
    const bytes = files.map((name) => readFileSync(join(DIST, 'program', name)).length);
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(90_000);
    expect(files).not.toContain('finding.cjs');
  });
});

describe('the bundled program', () => {
  it('asks Node for nothing but Node’s own modules and its own files', () => {
    const foreign = Object.keys(bundle).flatMap((name) =>
      [...readFileSync(join(DIST, 'program', name), 'utf8').matchAll(/require\(([`"'])([^`"']+)\1\)/gu)]
        .map(([, , target = '']) => target)
        .filter((target) => !target.startsWith('./') && !isBuiltin(target))
        .map((target) => `${name} asks for ${target}`),
    );
    expect(foreign).toEqual([]);
  });
});
