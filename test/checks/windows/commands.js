/**
 * The commands of the README, the example in the help of each row of its table, and a few more, under Windows Node:
 * same answers, same files.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import xlsx from '@e965/xlsx';
import { here, sameAnswer, sameFiles } from '../compare.js';
import { windowsPath } from './wine.js';

const README = fileURLToPath(new URL('../../../README.md', import.meta.url));
/** What the README does not print but an office runs all year. */
const MORE = [
  'status --workspace out/vi-du',
  'return --workspace out/vi-du',
  'aggregate --workspace out/vi-du --returns --findings out/loi.csv',
  'aggregate --workspace out/vi-du --json',
  'aggregate out/vi-du/submissions -o out/khac',
  'validate out/vi-du/submissions/ban-cu.xls',
  'verify out/vi-du/out/bao-cao.docx --workspace out/vi-du',
  'khong-co-lenh',
  // What is told of folders, and of what is not there.
  'init --example out/ky/khac',
  'init --example out/ky/khac',
  'aggregate out/khong/co',
  'criteria check out/khong/co',
  'doctor out/khong/co',
  'publish --workspace out/vi-du --as draft',
  'reproduce out/vi-du/sealed/chot-so-258-2024.zip --out out/lai/moi',
];

/**
 * `lines`: the commands that are tried, of which the first makes the example; `table`: those whose help is tried. All
 * of them unless told otherwise.
 *
 * @param {{
 *   wine: Pick<import('./wine.js').Wine, 'run'>,
 *   work: string,
 *   folder: string,
 *   lines?: readonly string[],
 *   table?: readonly { readonly name: string, readonly alias: string }[],
 * }} given
 */
export function checkCommands({ wine, work, folder, lines = [...printed(), ...MORE], table = rows() }) {
  const program = join(folder, 'app', 'bin', 'tdkvh.js');
  const runtime = join(folder, 'node', 'node.exe');
  const [linux, windows] = ['linux', 'windows'].map((name) => join(work, name));
  const faults = [];
  for (const place of [linux, windows]) mkdirSync(place, { recursive: true });
  let tried = 0;
  const both = (/** @type {string} */ command, inside = '.') => {
    const args = [...command.matchAll(/"([^"]*)"|(\S+)/gu)].map(([, quoted, bare]) => quoted ?? bare ?? '');
    const one = here([program, ...args], join(linux, inside));
    const other = wine.run([runtime, windowsPath(program), ...args], join(windows, inside));
    const told = args[0] === 'doctor' ? [one, other].map(whateverMachine) : [one, other];
    faults.push(...sameAnswer(command, told[0] ?? one, told[1] ?? other));
    // Lines to copy (help, explanations) and JSON are the same everywhere.
    const said = /--help|--json|explain|criteria|-o /u.test(command) ? '' : `${other.stdout}${other.stderr}`;
    const given = args.filter((word) => word.includes('/'));
    const path = [...given, ...pathsBelow(windows)].find((name) => said.includes(name));
    if (path !== undefined) faults.push(`${command}: a path with / on the screen: ${path}\n${said}`);
    tried += 1;
    return one.stdout;
  };
  for (const [index, command] of lines.entries()) {
    both(command);
    if (index === 0) for (const place of [linux, windows]) addOldFile(join(place, 'out/vi-du/submissions'));
  }
  const examples = table.map(({ name, alias }) => {
    both(`${alias} --help`);
    return { name, lines: [...both(`${name} --help`).matchAll(/^ {2}tdkvh (.*)$/gmu)] };
  });
  for (const { name, lines } of examples) {
    if (!lines.some(([, line = '']) => line.startsWith(name))) faults.push(`${name}: no example in its help`);
    for (const [, line = ''] of lines) both(line, 'out/vi-du');
  }
  const files = sameFiles('commands', linux, windows);
  console.log(
    `commands: ${tried} commands, all ${examples.length} of the table, ${files.compared} files compared`,
  );
  return { tried, faults: [...faults, ...files.faults], skipped: [] };
}

/** Files and folders that are there by now, as seen from where the commands run and from the period. */
const pathsBelow = (/** @type {string} */ folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .flatMap((name) => [name, name.replace(/^out\/vi-du\//u, '')])
    .filter((name) => name.includes('/'));

/** Rows of the table of commands: each must be tried, also one that was added yesterday. */
const rows = () =>
  [...readFileSync(README, 'utf8').matchAll(/^\| `([a-z]+)` \| `([a-z-]+)` \|/gmu)].map(
    ([, name = '', alias = '']) => ({ name, alias }),
  );

/** What doctor says, but for the fonts and the free disk of the machine. @param {import('./wine.js').Answer} answer */
const whateverMachine = ({ code, stdout, stderr }) => ({
  code,
  stdout: stdout.startsWith('{')
    ? JSON.stringify(
        JSON.parse(stdout, (_, value) => (/^(?:fonts|disk)$/u.test(value?.id) ? undefined : value)),
      )
    : stdout.replaceAll(/^.*(?:Phông chữ|Dung lượng đĩa|mục kiểm tra:).*\n(?: .*\n)*/gmu, ''),
  stderr,
});

const printed = () =>
  [...readFileSync(README, 'utf8').matchAll(/^node bin\/tdkvh\.js (.*)$/gmu)].map(([, args = '']) => args);

/** A workbook as Excel 97-2003 wrote it: read by a child of the program. */
function addOldFile(/** @type {string} */ submissions) {
  const book = xlsx.utils.book_new();
  xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet([['Báo cáo', 1]]), 'Biểu');
  writeFileSync(join(submissions, 'ban-cu.xls'), xlsx.write(book, { type: 'buffer', bookType: 'biff8' }));
}
