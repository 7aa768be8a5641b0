/** What every check needs: the built program, the options of its command line, and whether it was called from there. */
import { existsSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** @param {string} name @param {string} [otherwise] */
export const option = (name, otherwise) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? otherwise : (process.argv[at + 1] ?? otherwise);
};

/** The folder of the compiled program: `--dist DIR`, else dist. */
export const DIST = resolve(option('--dist', fileURLToPath(new URL('../../dist', import.meta.url))));

/** Loads a module of the program by its place in src. @param {string} folder the compiled program */
export const programIn = (folder) => {
  if (!existsSync(join(folder, 'cli', 'main.js'))) throw new Error('the program is not built: npm run build');
  return (/** @type {string} */ path) => import(pathToFileURL(join(folder, path)).href);
};

/** Whether the module of this address is the one Node was started with. @param {string} url */
export const isCalled = (url) => fileURLToPath(url) === realpathSync(process.argv[1] ?? '.');
