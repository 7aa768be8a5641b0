/**
 * A folder of the mistakes communes make most, one commune each, for reading the messages as an officer would.
 * Needs a build; every mistake must be told by its number.
 *
 *   node test/checks/gallery.js [--program bin/tdkvh.js] [--keep DIR]
 */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { OCCASION, VILLAGES } from '../../fixtures/generate/district-communes.js';
import { PLAIN } from '../../fixtures/generate/habits.js';
import { inventFilling } from '../../fixtures/generate/scenario.js';
import { fillWorkbook, typeOfForm } from '../../fixtures/generate/workbook.js';
import { MISTAKES } from './gallery-faults.js';
import { isCalled, option } from './program.js';

const ExcelJS = createRequire(import.meta.url)('exceljs');

/** Thành phố Thanh Hóa: 47 communes, the most of any district on that day. */
export const WHOLE = { unit: '380', mistakes: MISTAKES };

/** Thị xã Bỉm Sơn, seven communes: one mistake of each kind, in what is typed, in the workbook, in what arrives. */
export const SMALL = {
  unit: '381',
  mistakes: MISTAKES.filter(({ what }) =>
    [
      'a number with letters',
      'more titled than households',
      'Biểu 02 deleted',
      'a renamed column',
      'an encrypted workbook',
      'the same file twice',
      'CSV in windows-1258',
    ].includes(what),
  ),
};

const AREAS = 6;
const SEED = 25;

/** @param {string} name of the blank form */
function fillingOf(name) {
  const code = name.slice(0, 5);
  const unit = {
    code,
    name: '',
    type: typeOfForm(name),
    group: '',
    areaClass: 'ordinary',
    region: 'plain',
    urban: 'rural',
  };
  const names = Array.from({ length: AREAS }, (_, index) => ({
    name: `Thôn ${VILLAGES[(Number(code) + index * 3) % VILLAGES.length] ?? ''} ${String(index + 1)}`,
    kind: /** @type {const} */ ('thon'),
  }));
  return inventFilling(SEED, unit, OCCASION, PLAIN, { names });
}

/** The files that a commune with this mistake sends. @param {typeof MISTAKES[number]} mistake @param {string} name @param {Uint8Array} blank */
async function filesOf(mistake, name, blank) {
  const code = name.slice(0, 5);
  const filling = fillingOf(name);
  mistake.fill?.(filling);
  const made = await fillWorkbook(blank, filling, 'Công chức xã', '2024-11-20');
  let { bytes } = made;
  if (mistake.edit !== undefined) {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(bytes);
    mistake.edit(workbook, made.cellOf, filling);
    bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
  }
  const sent = { code, name, bytes, cellOf: made.cellOf, filling };
  return mistake.send === undefined ? { [name]: bytes } : mistake.send(sent);
}

/**
 * Makes the folder and checks it; answers the mistakes that were not told, each as a line.
 *
 * @param {{
 *   tdkvh: (...args: string[]) => { stdout: string } | Promise<{ stdout: string }>,
 *   folder: string,
 *   size: typeof WHOLE,
 * }} stage
 */
export async function showGallery({ tdkvh, folder, size }) {
  const workspace = join(folder, '2024');
  await tdkvh('init', workspace, '--period', '2024', '--unit', size.unit, '--deadline', '2024-11-28');
  await tdkvh('template', '--workspace', workspace);
  const forms = join(workspace, 'out', 'bieu-mau');
  const blanks = readdirSync(forms)
    .filter((name) => name.includes('bieu-01-04'))
    .sort();
  /** @type {Map<string, readonly string[]>} */
  const sent = new Map();
  for (const [index, mistake] of size.mistakes.entries()) {
    const name = blanks[index];
    if (name === undefined) throw new Error('more mistakes than communes');
    const files = await filesOf(mistake, name, readFileSync(join(forms, name)));
    sent.set(mistake.what, [name.slice(0, 5), ...Object.keys(files)]);
    for (const [file, content] of Object.entries(files)) {
      const path = join(workspace, 'submissions', file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
    }
  }
  const { stdout } = await tdkvh('validate', '--workspace', workspace, '--json');
  const { findings } = JSON.parse(stdout);
  return size.mistakes.flatMap(({ what, numbers }) => {
    const [code = '', ...files] = sent.get(what) ?? [];
    const told = findings
      .filter(
        (/** @type {any} */ one) => one.unit === code || files.some((file) => one.at.file.endsWith(file)),
      )
      .map((/** @type {any} */ one) => one.number);
    const missing = numbers.filter(
      (number) => !told.some((/** @type {string} */ one) => one.startsWith(number)),
    );
    return missing.length === 0 ? [] : [`${what}: ${missing.join(', ')}; có ${[...new Set(told)].join(' ')}`];
  });
}

async function main() {
  const program = resolve(option('--program', fileURLToPath(new URL('../../bin/tdkvh.js', import.meta.url))));
  const kept = option('--keep');
  const folder = kept === undefined ? mkdtempSync(join(tmpdir(), 'tdkvh-gallery-')) : resolve(kept);
  const tdkvh = (/** @type {string[]} */ ...args) =>
    spawnSync(process.execPath, [program, ...args], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  try {
    const untold = await showGallery({ tdkvh, folder, size: WHOLE });
    for (const line of untold) console.log(`KHÔNG ĐẠT  ${line}`);
    console.log(
      untold.length === 0
        ? `Cả ${String(MISTAKES.length)} lỗi thường gặp đều được báo đúng mã.`
        : `${String(untold.length)} lỗi chưa được báo đúng mã.`,
    );
    process.exitCode = untold.length === 0 ? 0 : 1;
  } finally {
    if (kept === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

if (isCalled(import.meta.url)) await main();
