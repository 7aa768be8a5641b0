/** Paths as the person at this machine writes them. Inside the program, in outputs and in JSON they stand with `/`. */
import { sep } from 'node:path';
import type { Finding } from '../../model.js';
import { withPathsTurned } from '../../findings/path-parameters.js';
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

const ENDING =
  '\\.(?:xlsx?|xlsb|ods|csv|docx?|json|yaml|zip|md|html|hbs|txt|pdf|exe|c?js|sh|cmd)(?![\\p{L}\\d])';
const OF_A_PERIOD = 'submissions|out|forms|sealed|previous|templates|returns|bieu-mau';
/**
 * A file named in a sentence ("thay bằng lần 2 ở submissions/Nộp lại/a.xlsx"), whether it has findings or not: with blanks in
 * quotes or below a folder of the period, without them anywhere. Elsewhere "xã/phường ở a.xlsx" would be one. Folders
 * ("so với templates/reports") and patterns ("forms/*.yaml") only below a folder of the period.
 */
const NAMED_PATH = new RegExp(
  [
    `(?<=“)[^“”\\n]{0,400}/[^“”\\n]{0,400}${ENDING}(?=”)`,
    `(?<![\\p{L}\\d/])(?:${OF_A_PERIOD})/[^“”;:\\n]{0,400}?${ENDING}`,
    `(?<![\\p{L}\\d/.-])[\\p{L}_.-][\\p{L}\\d_.-]{0,100}/[^\\s“”,;:]{1,400}?${ENDING}`,
    `(?<![\\p{L}\\d/.-])(?:${OF_A_PERIOD})/(?:[\\p{L}\\d_-]+(?:/[\\p{L}\\d_-]+)*/?)?`,
  ].join('|'),
  'gu',
);

/** A text in which the files that it names stand as on this machine. */
export const withNamedPathsShown = (text: string, separator: string = sep): string =>
  separator === '/' ? text : text.replace(NAMED_PATH, (path) => shownPath(path, separator));

/**
 * Findings as they are shown: their files, the paths of their sentences, and files that other texts in them name. Where
 * paths are written with `/` the same.
 */
export function withPathsShown(findings: readonly Finding[], separator: string = sep): readonly Finding[] {
  if (separator === '/') return findings;
  const paths = pathsAmong(findings.map(({ at }) => at.file));
  const shown = (code: string, sentence: 'message' | 'hint', text: string): string => {
    const turned = withPathsTurned(code, sentence, text, (path) => shownPath(path, separator));
    return withNamedPathsShown(withShownPaths(turned, paths, separator), separator);
  };
  return findings.map((found) => ({
    ...found,
    at: { ...found.at, file: shownPath(found.at.file, separator) },
    message: shown(found.code, 'message', found.message),
    ...defined({ hint: found.hint === undefined ? undefined : shown(found.code, 'hint', found.hint) }),
  }));
}
