/** The same commands run in two ways (here and under Windows, or as installed): their answers and files. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The same commands here. @param {string[]} argv @param {string} cwd */
export function here(argv, cwd) {
  const { status, stdout, stderr } = spawnSync(process.execPath, argv, {
    cwd,
    encoding: 'utf8',
    // Printed commands name the program as it was called, which differs between what is compared.
    env: { PATH: process.env['PATH'], NO_COLOR: '1', TDKVH_CALL: 'tdkvh' },
    maxBuffer: 2 ** 28,
  });
  return { code: status, stdout, stderr };
}

/** Paths are told as each system writes them: everything else must be equal. @param {string} text */
const plain = (text) => text.replaceAll('\\', '/');

/**
 * @param {string} what
 * @param {import('./windows/wine.js').Answer} left
 * @param {import('./windows/wine.js').Answer} right
 * @returns {string[]}
 */
export function sameAnswer(what, left, right) {
  return /** @type {const} */ (['code', 'stdout', 'stderr']).flatMap((key) => {
    const [one, other] = [left, right].map((answer) => plain(String(answer[key])));
    if (one === other) return [];
    return [`${what}: other ${key}\n${firstDifference(one ?? '', other ?? '')}`];
  });
}

function firstDifference(/** @type {string} */ one, /** @type {string} */ other) {
  const [left, right] = [one, other].map((text) => text.split('\n'));
  const at = (left ?? []).findIndex((line, index) => line !== right?.[index]);
  return `  here:    ${left?.[at] ?? '(no more)'}\n  windows: ${right?.[at] ?? '(no more)'}`;
}

/** @param {string} folder */
export const filesIn = (folder) =>
  !existsSync(folder)
    ? []
    : readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((path) => statSync(join(folder, path)).isFile())
        .sort();

/**
 * @param {string} what
 * @param {string} one
 * @param {string} other
 * @returns {{ faults: string[], compared: number }}
 */
export function sameFiles(what, one, other) {
  const [left, right] = [filesIn(one), filesIn(other)];
  const faults = left.filter((path) => !right.includes(path)).map((path) => `${what}: ${path} only here`);
  faults.push(...right.filter((path) => !left.includes(path)).map((path) => `${what}: ${path} only there`));
  for (const path of left.filter((name) => right.includes(name)))
    if (!readFileSync(join(one, path)).equals(readFileSync(join(other, path))))
      faults.push(`${what}: ${path}: other bytes`);
  if (left.length === 0) faults.push(`${what}: no files`);
  return { faults, compared: left.length };
}
