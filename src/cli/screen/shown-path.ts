/** Paths as the person at this machine writes them. Inside the program, in outputs and in JSON they stand with `/`. */
import { sep } from 'node:path';
import type { Finding } from '../../model.js';
import { defined } from '../../values/defined.js';

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

/** A file of the period named in a sentence ("thay bằng lần 2 ở submissions/Nộp lại/a.xlsx"), whether it has findings or not. */
const NAMED_PATH =
  /(?<![\p{L}\d])(?:submissions|out|forms|sealed|previous|templates|returns)\/[^“”;:\n]{0,400}?\.(?:xlsx?|xlsb|ods|csv|docx?|json|yaml|zip|md|html)(?![\p{L}\d])/gu;

/** Findings as they are shown: their files and the files that they name. Where paths are written with `/` the same. */
export function withPathsShown(findings: readonly Finding[], separator: string = sep): readonly Finding[] {
  if (separator === '/') return findings;
  const named = findings.flatMap(({ message, hint = '' }) =>
    [...`${message}\n${hint}`.matchAll(NAMED_PATH)].map(([path]) => path),
  );
  const paths = pathsAmong([...findings.map(({ at }) => at.file), ...named]);
  const shown = (text: string): string => withShownPaths(text, paths, separator);
  return findings.map((found) => ({
    ...found,
    at: { ...found.at, file: shownPath(found.at.file, separator) },
    message: shown(found.message),
    ...defined({ hint: found.hint === undefined ? undefined : shown(found.hint) }),
  }));
}
