/** The rooms of the source, which way they look, the home of every package, and the size of files and functions. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recursions } from './support/recursion.js';
import {
  fileCircles,
  folderCircles,
  longFunctions,
  roomOf,
  sources,
  spreadCalls,
} from './support/source-graph.js';

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

describe('tests that are run while working', () => {
  it('start no process', () => {
    const quick = join(import.meta.dirname, 'unit');
    const starting = readdirSync(quick, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .filter((path) =>
        /node:(?:child_process|worker_threads)/u.test(readFileSync(join(quick, path), 'utf8')),
      );
    expectNone(
      starting,
      'A test that starts a process belongs to test/files or test/end-to-end: npm run test:quick is for looking often.',
    );
  });
});

/** They read what belongs to the program itself, to the machine, or, read-source.ts, what communes have sent. */
const OWN_READING = [
  'readers/read-source.ts',
  'readers/prepared.ts',
  'readers/template-yaml.ts',
  'cli/memory.ts',
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
  'cli/screen/as-called.ts',
  'cli/screen/shown-path.ts',
  'model/criteria/field.ts',
  'model/criteria/title.ts',
  'readers/xml/xml-characters.ts',
  'reports/prose/figure-marks.ts',
  'submission/adopt/communes-over-areas.ts',
  'submission/adopt/find-tables.ts',
  'submission/layout/area-header.ts',
  'submission/layout/body-words.ts',
  'submission/layout/header-path.ts',
  'submission/layout/plan-words.ts',
  'submission/layout/row-words.ts',
  'submission/legacy-text/look-alikes.ts',
  'submission/own-form/area-above.ts',
  'submission/rivals.ts',
  'submission/tables/heading-rows.ts',
  'submission/tables/not-areas.ts',
  'submission/tables/parts-of-areas.ts',
  'units/areas/draft-basis.ts',
  'units/names/unit-name-key.ts',
  'values/calendar-day.ts',
  'values/safe-text.ts',
  'verification/words/plain-text.ts',
  'verification/words/vocabulary.ts',
  'writers/docx-template/template-package.ts',
  'writers/docx-template/template-sections.ts',
  'writers/docx-template/template-styles.ts',
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

  it('hand over no list as arguments', () => {
    expectNone(
      spreadCalls(),
      'Items spread into a call or applied to it lie on the stack and overflow it: use append, largest or smallest of values/of-many.ts.',
    );
  });
});

/** Functions that call themselves, and what bounds how deep: never the length of what somebody sends. */
const RECURSIVE: readonly (readonly [bound: string, functions: readonly string[]])[] = [
  [
    'shapes and keys of our own schemas, commands of our own table',
    [
      'admission/admit-in-slices.ts admitList',
      'admission/admit-in-slices.ts admitObject',
      'admission/admit-in-slices.ts admitPiece',
      'admission/admit-in-slices.ts admitRecord',
      'admission/admit-in-slices.ts unwrapped',
      'admission/faults.ts issueFaults',
      'admission/schema-keys.ts formsOf',
      'admission/schema-keys.ts below',
      'admission/schema-keys.ts withoutBlanksOf',
      'admission/schema-keys.ts inner',
      'cli/commands/completion/completion-scripts.ts placesOf',
      'criteria/references.ts makeWalk',
      'criteria/references.ts walkOf',
      'criteria/references.ts walkOfObject',
      'criteria/references.ts walkOfUnion',
      'criteria/set-in-period.ts withoutItems',
      'submission/made-for.ts withoutFields',
    ],
  ],
  [
    'sets that extend or include one another: circles are refused',
    [
      'criteria/admit-criteria-set.ts admitCriteriaSet',
      'criteria/admit-criteria-set.ts ancestorsOf',
      'criteria/included-files.ts joined',
      'criteria/included-files.ts locateIn',
      'office/criteria-files.ts follow',
    ],
  ],
  [
    'levels of the unit tree (DEEPEST in units/unit-tree.ts)',
    [
      'aggregation/roll-up.ts leavesUnder',
      'aggregation/upper-parts.ts partsUnder',
      'cli/commands/trace/run-trace.ts cellsOf',
      'cli/commands/trace/trace-json.ts contributionJson',
      'cli/commands/trace/trace-text.ts leavesOf',
      'cli/commands/trace/trace-text.ts withoutRoot',
      'submission/lower/document-findings.ts leavesUnder',
      'tracing/trace-figure.ts contributionOf',
    ],
  ],
  ['changes of one unit between two periods, each on a later day', ['comparison/shares.ts follow']],
  [
    'folders in one another, as deep as a path can be',
    [
      'office/tracing/check-reproduced.ts visit',
      'readers/folder.ts this.visit',
      'readers/folder.ts this.visitFolder',
      'writers/output/make-folders.ts makeFolders',
    ],
  ],
  [
    'DEEPEST and LONGEST_CHAIN in submission/formulas/parse-formula.ts',
    [
      'submission/formulas/evaluate-formula.ts evaluate',
      'submission/formulas/formula-syntax.ts areasOf',
      'submission/formulas/parse-formula.ts this.level',
      'submission/formulas/parse-formula.ts this.signed',
      'submission/formulas/parse-formula.ts this.percented',
      'submission/formulas/parse-formula.ts this.operand',
      'submission/formulas/parse-formula.ts this.call',
    ],
  ],
  [
    'sums of sums: each is at least as large as two rows below it',
    ['submission/tables/read-table-form.ts readFound'],
  ],
  [
    'two tries; the next waits in a queue, not on the stack',
    [
      'readers/foreign/child-pool.ts this.next',
      'readers/foreign/child-pool.ts this.run',
      'readers/foreign/child-pool.ts finish',
      'readers/foreign/cpu-watch.ts follows',
    ],
  ],
  [
    'what the program itself puts together: commands, tables, pages, documents, one level of packages',
    [
      'cli/program.ts addCommand',
      'submission/tables/compact-part.ts compactTable',
      'workspace/configuration-text.ts quoted',
      'workspace/configuration-text.ts text',
      'writers/html/markup.ts htmlOf',
      'writers/json.ts jsonText',
      'writers/json.ts enclosed',
      'writers/json.ts compact',
      'writers/package-packer.ts repack',
      'writers/package-packer.ts repackedPieces',
    ],
  ],
];

describe('recursion', () => {
  const known = new Set(RECURSIVE.flatMap(([, functions]) => functions));
  const found = recursions();

  it('goes only as deep as something that is not sent', () => {
    expectNone(
      found.filter((name) => !known.has(name)),
      'A function that calls itself lies on the stack as often as its input says: loop over a list of what is open, or bound the depth and say in RECURSIVE by what.',
    );
  });

  it('is listed where there is some', () => {
    expectNone(
      [...known].filter((name) => !found.includes(name)),
      'No longer recursive: take it off RECURSIVE.',
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
