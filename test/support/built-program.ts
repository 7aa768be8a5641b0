/** The built program, for tests that start it as a process; built again when sources or templates are newer. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '..', '..');
export const DIST = join(ROOT, 'dist');
export const PROGRAM = join(ROOT, 'bin', 'tdkvh.js');
/** The same without the process that watches: for what looks into the process of the program. */
export const UNWATCHED = join(ROOT, 'bin', 'run.js');

/** Newest change below a folder, in milliseconds. */
const newest = (folder: string): number =>
  Math.max(
    0,
    ...readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(
      (path) => statSync(join(folder, path)).mtimeMs,
    ),
  );
const changed = (path: string): number => (existsSync(path) ? statSync(path).mtimeMs : 0);

function node(...args: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0 && !existsSync(join(DIST, 'program', 'main.cjs'))) throw new Error(stdout + stderr);
}

/** Does what is needed of `npm run build`. */
export function buildWhenStale(): void {
  compileWhenStale();
  const bundled = changed(join(DIST, 'bundle.json'));
  const parts = ['src', 'build'].map((folder) => newest(join(ROOT, folder)));
  if (bundled < Math.max(...parts, changed(join(ROOT, 'package-lock.json'))))
    node(join(ROOT, 'build', 'bundle.js'));
}

/** The same without the one program that is started as a process. */
export function compileWhenStale(): void {
  const sources = newest(join(ROOT, 'src'));
  const templates = newest(join(ROOT, 'templates'));
  // The compiler touches this file only when something has changed; the other one, when anything was compiled.
  if (Math.max(changed(join(DIST, '.tsbuildinfo')), changed(join(DIST, 'cli', 'main.js'))) < sources) {
    node(join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', ROOT);
  }
  if (!existsSync(join(DIST, 'registry'))) node(join(ROOT, 'build', 'build-registry.js'));
  if (changed(join(DIST, 'parsed')) < templates) node(join(ROOT, 'build', 'parse-templates.js'));
  if (changed(join(DIST, 'prepared')) < Math.max(sources, templates)) {
    // What `npm run check` has compiled meanwhile has its literals as they are written.
    node(join(ROOT, 'build', 'literals.js'));
    node(join(ROOT, 'build', 'prepare.js'));
  }
}
