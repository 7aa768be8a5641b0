/** The folder as one .zip: the same files give the same bytes, whoever packs them and when. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';

/** The first day a .zip can name: no clock, no time zone. */
const NO_DAY = new Date(1980, 0, 1);
const UNIX = 3;

/** Files below a folder, with `/`, in order. @param {string} folder */
export const filesBelow = (folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => name.replaceAll('\\', '/'))
    .sort();

/**
 * @param {string} folder
 * @param {string} name under which its files stand in the archive
 * @param {(path: string) => boolean} isProgram whether Linux may run it
 */
export function zipOf(folder, name, isProgram) {
  /** @type {import('fflate').Zippable} */
  const files = {};
  for (const path of filesBelow(folder)) {
    const mode = isProgram(path) ? 0o100755 : 0o100644;
    files[`${name}/${path}`] = [
      readFileSync(join(folder, path)),
      { level: 9, mtime: NO_DAY, os: UNIX, attrs: mode * 0x10000 },
    ];
  }
  return zipSync(files);
}
