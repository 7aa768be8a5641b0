/** The rooms of the source, which way they look, the home of every package, and the size of files and functions. */
import { describe, expect, it } from 'vitest';
import { fileCircles, folderCircles, longFunctions, roomOf, sources } from './support/source-graph.js';

const STAGES = [
  'readers',
  'workspace',
  'submission',
  'validation',
  'aggregation',
  'comparison',
  'tracking',
  'tracing',
  'verification',
  'reports',
  'writers',
];

/** From the top: a room imports rooms of the lines below its own, never one of its own line or above. */
const LINES: readonly (readonly string[])[] = [
  ['cli'],
  ['office'],
  ['pipeline'],
  STAGES,
  ['criteria', 'units'],
  ['admission'],
  ['findings'],
  ['measures'],
  ['model'],
  ['values'],
];
const lineOf = (room: string): number => LINES.findIndex((line) => line.includes(room));

/** Rooms that open files and tell the time. The others take data and return data. */
const EDGES = ['cli', 'office', 'readers', 'writers'];

/** A package has one home; zod is where a room declares the shape of its own files, and `admission` admits them. */
const HOMES: Readonly<Record<string, readonly string[]>> = {
  commander: ['cli'],
  chalk: ['cli'],
  ora: ['cli'],
  yaml: ['readers'],
  'csv-parse': ['readers'],
  '@e965': ['readers'],
  exceljs: ['writers'],
  docx: ['writers'],
  fflate: ['readers', 'writers'],
  handlebars: ['reports'],
  zod: ['model', 'criteria', 'validation', 'workspace', 'admission', 'reports', 'verification', 'writers'],
};

const MOST_LINES = 300;
const MOST_FUNCTION_LINES = 60;
/** Files that only list, and why they may be longer. */
const LISTS: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [/^findings\/[\w-]+-findings\.ts$/u, 'the catalogue of findings: one entry after the other, no logic'],
];

/** Fails with the breaches and with what to do about them. */
const expectNone = (breaches: readonly string[], advice: string): void => {
  expect(breaches, `${advice}\n${breaches.join('\n')}`).toEqual([]);
};

describe('imports', () => {
  it('know every room', () => {
    const rooms = new Set(sources.map(({ room }) => room));
    expectNone(
      [...rooms].filter((room) => lineOf(room) === -1),
      'A new room in src: say in LINES of this test (and in the map of rooms in CONTRIBUTING.md) on which line it stands, that is, what it may import.',
    );
  });

  it('go down, from the command line to the leaves', () => {
    const breaches = sources.flatMap(({ path, room, files }) =>
      files
        .filter((file) => roomOf(file) !== room && lineOf(roomOf(file)) <= lineOf(room))
        .map((file) => `${path} imports ${file}`),
    );
    expectNone(
      breaches,
      [
        'These imports look up or sideways. A room may import only what stands below it:',
        ...LINES.map((line) => `  ${line.join(', ')}`),
        'Stages do not know one another: let pipeline.ts hand over what one of them needs of the other, by a type of the model.',
        'What two rooms both need belongs in a room below both.',
      ].join('\n'),
    );
  });

  it('make no circle of files', () => {
    expectNone(
      fileCircles(),
      'Files that import one another cannot be understood one at a time. Move the whole contract (the type with what belongs to it) to a file that both import; a type-only import is a circle too.',
    );
  });

  it('make no circle of folders', () => {
    expectNone(
      folderCircles(),
      'Folders side by side look one way. Move the file that looks back to the folder whose things it handles.',
    );
  });

  it('keep every package in its home', () => {
    const breaches = sources.flatMap(({ path, room, packages }) =>
      packages
        .filter((name) => !name.startsWith('node:'))
        .filter((name) => HOMES[name.split('/')[0] ?? '']?.includes(room) !== true)
        .map((name) => `${path} imports ${name}`),
    );
    expectNone(
      breaches,
      'A package is used in its home only (HOMES in this test): call a function of that room, or give a new package a home there.',
    );
  });

  it('keep files, the clock, the environment and chance at the edges', () => {
    const breaches = sources
      .filter(({ room }) => !EDGES.includes(room))
      .filter(
        ({ text, packages }) =>
          packages.some((name) => name.startsWith('node:')) ||
          /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bprocess\./u.test(text),
      )
      .map(({ path }) => path);
    expectNone(
      breaches,
      `Only ${EDGES.join(', ')} open files and read the clock or the environment. Take the value as an argument instead.`,
    );
  });
});

/** They read what belongs to the program itself, to the machine, or, read-source.ts, what communes have sent. */
const OWN_READING = [
  'readers/read-source.ts',
  'readers/template-yaml.ts',
  'cli/commands/doctor/copied-files.ts',
  'cli/commands/init/make-workspace.ts',
  'office/load-explanations.ts',
  'office/load-verification-words.ts',
  'office/tool-version.ts',
  'writers/html.ts',
  'writers/output/file-system.ts',
  'writers/output/run-holder.ts',
  'writers/template/instructions-text.ts',
];
/** Their patterns are put together from constants of the program and words of its own templates, never from data. */
const MADE_PATTERNS = [
  'model/criteria/field.ts',
  'model/criteria/title.ts',
  'readers/xml/xml-characters.ts',
  'reports/figure-marks.ts',
  'submission/legacy-text/look-alikes.ts',
  'values/calendar-day.ts',
  'values/safe-text.ts',
  'verification/words/plain-text.ts',
  'verification/words/vocabulary.ts',
  'writers/docx-template/template-package.ts',
  'writers/docx/annex-rows.ts',
  'writers/marking/comments-part.ts',
  'writers/marking/note-shapes.ts',
];

describe('dangerous doors', () => {
  const using = (pattern: RegExp, allowed: readonly string[]): readonly string[] =>
    sources.filter(({ path, text }) => pattern.test(text) && !allowed.includes(path)).map(({ path }) => path);

  it('stay few: files of an office are read by one function, within limits', () => {
    expectNone(
      using(/\breadFile(?:Sync)?\b|\bcreateReadStream\b/u, OWN_READING),
      'Read files of the office by readers/office-file.ts: a pipe under their name would hang, a device fill the memory.',
    );
  });

  it('stay few: no pattern is made from data', () => {
    expectNone(
      using(/\bRegExp\(/u, MADE_PATTERNS),
      'A pattern from data can hang, whoever wrote it. Compare texts, or put it together from constants and name the file here.',
    );
  });
});

describe('files', () => {
  it('say in their first line what they are', () => {
    expectNone(
      sources.filter(({ text }) => !text.startsWith('/**')).map(({ path }) => path),
      'A file begins with a doc comment that says what it is.',
    );
  });

  it('can be read at one sitting', () => {
    const breaches = sources
      .filter(({ path }) => !LISTS.some(([pattern]) => pattern.test(path)))
      .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
      .filter(({ lines }) => lines > MOST_LINES)
      .map(({ path, lines }) => `${path}: ${String(lines)} lines`);
    expectNone(
      breaches,
      `A file has at most ${String(MOST_LINES)} lines. Split it where it says a second thing; do not cut a continuation off.`,
    );
  });

  it('hold functions that fit on a screen', () => {
    expectNone(
      longFunctions(MOST_FUNCTION_LINES),
      `A function has at most ${String(MOST_FUNCTION_LINES)} lines. Give a step that has a name of its own a function of its own.`,
    );
  });
});
