/**
 * What each command of the program writes, one command line for each way, for check:kill. A command of the table that
 * stands in neither list, or an option that names a file to write and stands in no line, ends the check.
 */

const IN_PERIOD = ['--workspace', 'period'];
const IMPACT_FILE = 'period/submissions/cum 2/09205-xa-yen-trung-bieu-01-04-2024.xlsx';
/** The commune whose workbook is there. */
const SENT = '09205';
const OWN_FORM = 'period/mau-tinh.xlsx';
const NEW_PERIOD = ['--period', '2024', '--unit', '258'];

/**
 * Command → its ways of writing, in a folder that holds the example under `period`, `earlier.json` and `empty`. `id` is
 * that of a finding which can be accepted, `onceDone` the exit code of the same line once it is done, `first` a line
 * that is run in the folder before anything is tried.
 * @type {Record<string, readonly { readonly line: readonly string[], readonly name?: string, readonly first?: readonly string[], readonly onceDone?: number, readonly traceless?: true }[]>}
 */
const WRITING = {
  init: [
    { line: ['moi/2024', ...NEW_PERIOD], onceDone: 2 },
    { name: 'init in an empty folder', line: ['empty', ...NEW_PERIOD], onceDone: 2 },
    { name: 'init --example', line: ['--example', 'vi-du'], onceDone: 2 },
  ],
  template: [
    { name: 'template --csv', line: ['--csv', '--unit', '09193', ...IN_PERIOD] },
    { name: 'template -o', line: ['-o', 'period/mau', '--unit', '09193', ...IN_PERIOD] },
    {
      name: 'template --form',
      first: ['criteria', 'adopt', OWN_FORM, '--yes', ...IN_PERIOD],
      line: ['--form', 'mau-tinh', ...IN_PERIOD],
    },
  ],
  validate: [{ name: 'validate --findings', line: ['--findings', 'period/loi.csv', ...IN_PERIOD] }],
  aggregate: [
    { name: 'aggregate --returns', line: ['--returns', ...IN_PERIOD] },
    { name: 'aggregate -o', line: ['-o', 'period/khac', '--findings', 'period/khac/loi.csv', ...IN_PERIOD] },
  ],
  status: [
    {
      name: 'status -o --letter',
      line: ['-o', 'period/out/s.xlsx', '--letter', 'period/l.docx', '--as-of', '2024-12-05', ...IN_PERIOD],
    },
  ],
  return: [
    { name: 'return --letter', line: ['--letter', ...IN_PERIOD] },
    { name: 'return -o', line: ['-o', 'period/tra', ...IN_PERIOD] },
  ],
  accept: [
    {
      line: ['ID', '--reason', 'đúng', '--person', 'A', '--date', '2024-12-01', ...IN_PERIOD],
      onceDone: 2,
    },
  ],
  report: [
    {
      name: 'report --into',
      line: [
        '--into',
        'period/bieu-tren.xlsx',
        '--unit',
        SENT,
        '-o',
        'period/out/bieu-tinh.xlsx',
        ...IN_PERIOD,
      ],
    },
    { line: ['--as', 'draft', '--annexes', 'I', ...IN_PERIOD] },
    { name: 'report -o', line: ['--as', 'draft', '-o', 'period/khac.docx', ...IN_PERIOD] },
    { name: 'report --list-tags', line: ['--list-tags', '-o', 'period/the.docx', ...IN_PERIOD] },
  ],
  compare: [{ name: 'compare -o', line: ['earlier.json', '-o', 'period/out/so-sanh.xlsx', ...IN_PERIOD] }],
  'units export': [{ name: 'units export -o', line: ['258', '-o', 'period/don-vi.csv', ...IN_PERIOD] }],
  'areas propose': [
    // A draft that is there is not overwritten.
    { line: IN_PERIOD, onceDone: 1 },
    { name: 'areas propose -o', line: ['-o', 'period/nhap.csv', ...IN_PERIOD], onceDone: 1 },
  ],
  // What was written is as proposed: the same line again writes nothing.
  'criteria adopt': [{ line: [OWN_FORM, '--yes', ...IN_PERIOD] }],
  publish: [
    { line: ['--as', 'draft', ...IN_PERIOD] },
    { name: 'publish -o', line: ['--as', 'draft', '-o', 'period/goi.zip', ...IN_PERIOD] },
  ],
  reproduce: [{ name: 'reproduce -o', line: ['sealed.zip', '-o', 'lai'], onceDone: 2 }],
  correct: [
    { line: ['sealed.zip', ...IN_PERIOD] },
    { name: 'correct -o', line: ['sealed.zip', '-o', 'period/dinh-chinh', ...IN_PERIOD] },
  ],
  // It tries the folder of results and takes its trial away again.
  doctor: [{ line: ['--workspace', 'period'], traceless: true }],
};

/** Command → a line of it that works there; nothing on the disk may differ afterwards. */
const READING = {
  verify: ['period/out/bao-cao.docx', ...IN_PERIOD],
  trace: ['37,68%', ...IN_PERIOD],
  impact: [IMPACT_FILE, 'Biểu 01!G12', '--value', '100', ...IN_PERIOD],
  'criteria list': IN_PERIOD,
  'criteria show': ['nd86-2023', ...IN_PERIOD],
  'criteria check': ['nd86-2023', ...IN_PERIOD],
  'criteria schema': IN_PERIOD,
  'criteria try': ['nd86-2023', '--on', 'period/out/results.json', ...IN_PERIOD],
  'units find': ['09193', ...IN_PERIOD],
  'units check': IN_PERIOD,
  open: IN_PERIOD,
  explain: ['VH347'],
  completion: ['bash'],
};

/** @typedef {{ name: string, args: string[], first?: readonly string[], onceDone?: number, traceless?: boolean }} CommandLine */

/** @param {string} id @returns {CommandLine[]} */
export const writingLines = (id) =>
  Object.entries(WRITING).flatMap(([command, ways]) =>
    ways.map(({ name = command, line, ...rest }) => ({
      name,
      args: [...command.split(' '), ...line.map((word) => (word === 'ID' ? id : word))],
      ...rest,
    })),
  );

/** @returns {CommandLine[]} */
export const readingLines = () =>
  Object.entries(READING).map(([command, line]) => ({
    name: command,
    args: [...command.split(' '), ...line],
  }));

/** Commands that do something, with the words that call them. @returns {[string, any][]} */
const leaves = (commands, before = '') =>
  commands.flatMap((command) => {
    const name = `${before}${command.name}`;
    return [
      ...(command.run === undefined ? [] : [[name, command]]),
      ...leaves(command.subcommands ?? [], `${name} `),
    ];
  });

/** A file or folder that is written: “ghi … ra tệp”, “tệp ghi ra”, “thư mục ghi”. */
const isWritten = ({ flags, text }) =>
  /<(?:tệp|thư mục)>/u.test(flags) && /^(?:(?:tệp|thư mục)[^(]*\bghi|ghi|lập)\b/iu.test(text);

/**
 * What nobody has said of the commands of the program: whether they write, and how they do with each option that does.
 * @param {readonly any[]} commands the table of commands @returns {string[]}
 */
export function unlisted(commands) {
  const all = leaves(commands);
  const names = new Set(all.map(([name]) => name));
  const listed = [...Object.keys(WRITING), ...Object.keys(READING)];
  return [
    ...all
      .filter(([name]) => listed.filter((one) => one === name).length !== 1)
      .map(([name]) => `${name}: say in WRITING how it writes, or in READING that it does not`),
    ...listed.filter((name) => !names.has(name)).map((name) => `${name}: no such command`),
    ...all.flatMap(([name, { options = [] }]) =>
      options
        .filter(isWritten)
        .map(({ flags }) => /-[\w-]+/gu.exec(flags)?.[0] ?? flags)
        .filter((flag) => !(WRITING[name] ?? []).some(({ line }) => line.includes(flag)))
        .map((flag) => `${name} ${flag}: no line of WRITING writes so`),
    ),
  ];
}
