/** Paths as the person at this machine writes them. Inside the program, in outputs and in JSON they stand with `/`. */
import { sep } from 'node:path';

/** `out\tong-hop.xlsx` on Windows. */
export const shownPath = (path: string, separator: string = sep): string =>
  separator === '/' ? path : path.replaceAll('/', separator);

/** A sentence in which the paths that it may name stand as on this machine; dates and shares keep their `/`. */
export function withShownPaths(text: string, paths: readonly string[], separator: string = sep): string {
  if (separator === '/' || !text.includes('/')) return text;
  return paths.reduce(
    (shown, path) => (text.includes(path) ? shown.replaceAll(path, shownPath(path, separator)) : shown),
    text,
  );
}

/** The paths among these names, longest first, so that a folder does not hide its files. */
export const pathsAmong = (names: Iterable<string>): readonly string[] =>
  [...new Set(names)].filter((name) => name.includes('/')).sort((left, right) => right.length - left.length);
