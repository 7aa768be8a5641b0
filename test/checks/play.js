/**
 * The whole year played through with the program: forty files of which twelve are faulty. Needs a build.
 *
 *   node test/checks/play.js [--program bin/tdkvh.js] [--keep DIR]
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unmarkedInLibreOffice } from './play-marks.js';
import { playYear, WHOLE } from './play-year.js';

/** @param {string} name @param {string} [otherwise] */
const option = (name, otherwise) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? otherwise : process.argv[at + 1];
};
const program = resolve(option('--program', fileURLToPath(new URL('../../bin/tdkvh.js', import.meta.url))));
const kept = option('--keep');
const folder = kept === undefined ? mkdtempSync(join(tmpdir(), 'tdkvh-play-')) : resolve(kept);
const workspace = join(folder, '2024');

let failures = 0;
/** @param {boolean} holds @param {string} what */
const check = (holds, what) => {
  if (!holds) failures += 1;
  console.log(`${holds ? 'đạt      ' : 'KHÔNG ĐẠT'}  ${what}`);
};

/** @param {string[]} args */
function tdkvh(...args) {
  const place = args[0] === 'init' ? [] : ['--workspace', workspace];
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args, ...place], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return { code: status, stdout, stderr, json: () => JSON.parse(stdout) };
}

try {
  await playYear({ tdkvh, check, folder, size: WHOLE, look: unmarkedInLibreOffice });
} finally {
  if (kept === undefined) rmSync(folder, { recursive: true, force: true });
}
console.log(failures === 0 ? 'Cả năm chạy trọn vẹn.' : `${String(failures)} điều không đạt.`);
process.exitCode = failures === 0 ? 0 : 1;
