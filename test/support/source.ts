/** The program's modules from src, for checks that otherwise load them from the compiled program. */
import { fileURLToPath } from 'node:url';

const SRC = fileURLToPath(new URL('../../src/', import.meta.url));

/** Loads a module by its place in the compiled program, such as `units/unit-tree.js`. */
export const fromSource = (path: string): Promise<unknown> =>
  import(/* @vite-ignore */ `${SRC}${path.replace(/\.js$/u, '.ts')}`);
