/** The commands of the README, and a few more, under Windows Node: same answers, same files. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
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
];

/** @param {{ wine: import('./wine.js').Wine, work: string, folder: string }} given */
export function checkCommands({ wine, work, folder }) {
  const program = join(folder, 'app', 'bin', 'tdkvh.js');
  const runtime = join(folder, 'node', 'node.exe');
  const [linux, windows] = ['linux', 'windows'].map((name) => join(work, name));
  const faults = [];
  for (const place of [linux, windows]) mkdirSync(place, { recursive: true });
  const commands = [...printed(), ...MORE];
  for (const [index, command] of commands.entries()) {
    const args = [...command.matchAll(/"([^"]*)"|(\S+)/gu)].map(([, quoted, bare]) => quoted ?? bare ?? '');
    const one = here([program, ...args], linux);
    const other = wine.run([runtime, windowsPath(program), ...args], windows);
    faults.push(...sameAnswer(command, one, other));
    if (index === 0) for (const place of [linux, windows]) addOldFile(join(place, 'out/vi-du/submissions'));
  }
  const files = sameFiles('commands', linux, windows);
  console.log(`commands: ${commands.length} commands, ${files.compared} files compared`);
  return { tried: commands.length, faults: [...faults, ...files.faults], skipped: [] };
}

const printed = () =>
  [...readFileSync(README, 'utf8').matchAll(/^node bin\/tdkvh\.js (.*)$/gmu)].map(([, args = '']) => args);

/** A workbook as Excel 97-2003 wrote it: read by a child of the program. */
function addOldFile(/** @type {string} */ submissions) {
  const book = xlsx.utils.book_new();
  xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet([['Báo cáo', 1]]), 'Biểu');
  writeFileSync(join(submissions, 'ban-cu.xls'), xlsx.write(book, { type: 'buffer', bookType: 'biff8' }));
}
