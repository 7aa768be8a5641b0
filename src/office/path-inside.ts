/** Paths below a folder, as results and bundles name them. */
import { isAbsolute, relative, resolve, sep } from 'node:path';

/** With `/` on every system. */
export const slashed = (path: string): string => path.split(sep).join('/');

/** Below the folder, on the same drive; the folder itself is not. */
export const isInside = (folder: string, path: string): boolean => {
  const inside = relative(folder, path);
  return inside !== '' && inside !== '..' && !inside.startsWith(`..${sep}`) && !isAbsolute(inside);
};

/** The name of a file below the folder; undefined of one elsewhere. */
export const nameInside = (folder: string, path: string): string | undefined =>
  isInside(folder, resolve(path)) ? slashed(relative(folder, resolve(path))) : undefined;
