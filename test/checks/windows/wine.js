/** Windows programs on this machine: wine64 with a prefix of its own; output goes to files, since its pipes fail. */
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

const PLACES = [
  '/usr/lib/wine/wine64',
  '/usr/bin/wine64',
  '/usr/local/bin/wine64',
  '/opt/homebrew/bin/wine64',
];
const PATIENCE_MS = 600_000;
/** What moves the cursor of a console. */
const CURSOR = /\u001B\[[\d;?]*[a-z]|\r/giu;

/** @typedef {{ code: number | null, stdout: string, stderr: string }} Answer */
/** @typedef {NonNullable<ReturnType<typeof openWine>>} Wine */

/** As Windows names a file of this machine. @param {string} path */
export const windowsPath = (path) => `Z:${path.replaceAll('/', '\\')}`;

/** @param {string} work an existing folder */
export function openWine(work) {
  const program = PLACES.find((place) => existsSync(place));
  if (program === undefined) return undefined;
  const folder = join(work, 'wine');
  mkdirSync(folder);
  const env = {
    PATH: process.env['PATH'],
    HOME: folder,
    // Else arguments with Vietnamese letters are cut to ASCII.
    LC_ALL: 'C.UTF-8',
    WINEPREFIX: join(folder, 'prefix'),
    WINEDEBUG: '-all',
    // The newest Node asks for a newer Windows than wine says to be.
    NODE_SKIP_PLATFORM_CHECK: '1',
    NO_COLOR: '1',
    TDKVH_CALL: 'tdkvh',
  };
  let runs = 0;
  const files = () => {
    runs += 1;
    return ['out', 'err'].map((name) => join(folder, `${runs}.${name}`));
  };
  const run = (/** @type {string[]} */ argv, /** @type {string} */ cwd, more = {}) => {
    const names = files();
    const [out = 0, err = 0] = names.map((name) => openSync(name, 'w'));
    const { status } = spawnSync(program, argv, {
      cwd,
      env: { ...env, ...more },
      stdio: ['ignore', out, err],
      timeout: PATIENCE_MS,
    });
    closeSync(out);
    closeSync(err);
    const [stdout = '', stderr = ''] = names.map((name) => readFileSync(name, 'utf8'));
    return { code: status, stdout, stderr };
  };
  run(['wineboot', '-i'], folder);
  run(['reg', 'add', 'HKCU\\Software\\Wine', '/v', 'Version', '/d', 'win10', '/f'], folder);
  return {
    /** The C: of this Windows, a folder here. */
    drive: join(env.WINEPREFIX, 'drive_c'),
    /** Ends with the program. @type {(argv: string[], cwd: string, more?: Record<string, string>) => Answer} */
    run,
    /** Does not wait. @param {string[]} argv @param {string} cwd */
    start: (argv, cwd) => {
      const [out = 0, err = 0] = files().map((name) => openSync(name, 'w'));
      const child = spawn(program, argv, { cwd, env, stdio: ['ignore', out, err] });
      closeSync(out);
      closeSync(err);
      return child;
    },
    /**
     * In a console of its own, where a program sees a keyboard; undefined where there is no `script`.
     *
     * @param {string[]} argv
     * @param {string} cwd
     * @param {{ typed?: readonly (readonly [asked: string, answer: string])[], more?: Record<string, string> }} given
     *   what is typed once a text has appeared, one after the other, and settings
     * @returns {Promise<{ code: number | null, stdout: string } | undefined>}
     */
    console: (argv, cwd, { typed = [], more = {} } = {}) => {
      const quoted = [program, ...argv].map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(' ');
      const child = spawn('script', ['-qec', quoted, '/dev/null'], {
        cwd,
        env: { ...env, ...more, TERM: 'dumb' },
        timeout: PATIENCE_MS / 10,
      });
      let [text, seen, next] = ['', 0, 0];
      child.stdout.setEncoding('utf8').on('data', (/** @type {string} */ piece) => {
        text += piece.replace(CURSOR, '');
        const [asked = '', answer = ''] = typed[next] ?? [];
        const at = next < typed.length ? text.indexOf(asked, seen) : -1;
        if (at < 0) return;
        [seen, next] = [at + asked.length, next + 1];
        child.stdin.write(`${answer}\r`);
      });
      return new Promise((resolve) => {
        child.once('error', () => {
          resolve(undefined);
        });
        child.once('close', (code) => {
          resolve({ code, stdout: text });
        });
      });
    },
    /** Makes a folder of this machine known as \\\\server\\share. @param {string} server @param {string} share @param {string} target */
    share: (server, share, target) => {
      const place = join(env.WINEPREFIX, 'dosdevices', 'unc', server);
      mkdirSync(place, { recursive: true });
      symlinkSync(target, join(place, share));
      return `\\\\${server}\\${share}`;
    },
    close: () => {
      spawnSync(program.replace(/wine64$/u, 'wineserver'), ['-k'], { env });
    },
  };
}
