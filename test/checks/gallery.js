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
import { fillWorkbook } from '../../fixtures/generate/workbook.js';
import { MISTAKES } from './gallery-faults.js';

const ExcelJS = createRequire(import.meta.url)('exceljs');

/** Thành phố Thanh Hóa: 47 communes, the most of any district on that day. */
const CITY = '380';
const AREAS = 6;
const SEED = 25;

/** @param {string} name */
const option = (name) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
};
const program = resolve(option('--program') ?? fileURLToPath(new URL('../../bin/tdkvh.js', import.meta.url)));
const kept = option('--keep');
const folder = kept === undefined ? mkdtempSync(join(tmpdir(), 'tdkvh-gallery-')) : resolve(kept);
const workspace = join(folder, '2024');

/** @param {string[]} args */
const tdkvh = (...args) =>
  spawnSync(process.execPath, [program, ...args], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });

/** @param {string} code */
function fillingOf(code) {
  const unit = {
    code,
    name: '',
    type: 'xã',
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

/** @param {string} name @param {Uint8Array | string} bytes */
function send(name, bytes) {
  const path = join(workspace, 'submissions', name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}

try {
  tdkvh('init', workspace, '--period', '2024', '--unit', CITY, '--deadline', '2024-11-28');
  tdkvh('template', '--workspace', workspace);
  const forms = join(workspace, 'out', 'bieu-mau');
  const blanks = readdirSync(forms)
    .filter((name) => name.includes('bieu-01-04'))
    .sort();
  /** @type {Map<string, readonly string[]>} */
  const filesOf = new Map();
  for (const [index, mistake] of MISTAKES.entries()) {
    const name = blanks[index];
    if (name === undefined) throw new Error('more mistakes than communes');
    const code = name.slice(0, 5);
    const filling = fillingOf(code);
    mistake.fill?.(filling);
    const made = await fillWorkbook(readFileSync(join(forms, name)), filling, 'Công chức xã', '2024-11-20');
    let { bytes } = made;
    if (mistake.edit !== undefined) {
      const workbook = new ExcelJS.Workbook();
      await workbook.xlsx.load(bytes);
      mistake.edit(workbook, made.cellOf, filling);
      bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
    }
    const sent = { code, name, bytes, cellOf: made.cellOf, filling };
    const files = mistake.send === undefined ? { [name]: bytes } : await mistake.send(sent);
    filesOf.set(mistake.what, [code, ...Object.keys(files)]);
    for (const [file, content] of Object.entries(files)) send(file, content);
  }
  const { findings } = JSON.parse(tdkvh('validate', '--workspace', workspace, '--json').stdout);
  let untold = 0;
  for (const { what, numbers } of MISTAKES) {
    const [code = '', ...files] = filesOf.get(what) ?? [];
    const told = findings.filter(
      (/** @type {any} */ one) => one.unit === code || files.some((file) => one.at.file.endsWith(file)),
    );
    const missing = numbers.filter(
      (number) => !told.some((/** @type {any} */ one) => one.number.startsWith(number)),
    );
    if (missing.length > 0) {
      untold += 1;
      console.log(
        `KHÔNG ĐẠT  ${what}: ${missing.join(', ')}; có ${[...new Set(told.map((/** @type {any} */ one) => one.number))].join(' ')}`,
      );
    }
  }
  console.log(
    untold === 0
      ? `Cả ${String(MISTAKES.length)} lỗi thường gặp đều được báo đúng mã.`
      : `${String(untold)} lỗi chưa được báo đúng mã.`,
  );
  process.exitCode = untold === 0 ? 0 : 1;
} finally {
  if (kept === undefined) rmSync(folder, { recursive: true, force: true });
}
