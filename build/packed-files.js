/** What is in the package: npm itself answers, so that the folder for an office PC and the checks hold the same list. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Runs npm, without the scripts of any package and, unless asked for, without the network.
 *
 * @param {readonly string[]} args
 * @param {{ folder?: string, online?: boolean }} [given] the folder is this one unless given
 */
export function npm(args, { folder = root, online = false } = {}) {
  const { npm_execpath: script } = process.env;
  const all = [
    ...args,
    '--ignore-scripts',
    ...(online ? [] : ['--offline']),
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  const options = { cwd: folder, encoding: /** @type {const} */ ('utf8'), maxBuffer: 2 ** 26 };
  return script?.endsWith('.js') === true
    ? execFileSync(process.execPath, [script, ...all], options)
    : execFileSync('npm', all, { ...options, shell: process.platform === 'win32' });
}

/** Paths from the root of the package, in the order of npm. */
export function packedFiles() {
  const [answer] = JSON.parse(npm(['pack', '--dry-run', '--json']));
  return /** @type {{ path: string }[]} */ (answer.files).map(({ path }) => path);
}
