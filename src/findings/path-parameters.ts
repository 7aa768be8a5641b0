/**
 * Parameters of the catalogue that hold the path of a file or folder, or several: known by their name, whatever the
 * sentence. A new one takes a name of these, so that every screen can turn it to how this machine writes paths.
 */
import { CATALOGUE } from './catalogue/catalogue.js';
import type { FindingEntry } from './catalogue/define.js';

export const PATH_PARAMETERS: ReadonlySet<string> = new Set([
  ...['path', 'paths', 'file', 'files', 'otherFile', 'folder'],
  // Outputs of before; of a sealed bundle itself, what lies in it, what was made from it again.
  ...['kept', 'bundle', 'member', 'output'],
]);

type Sentence = 'message' | 'hint';
const ENTRIES: ReadonlyMap<string, FindingEntry> = new Map(Object.entries(CATALOGUE));

/** A sentence of a finding with its paths turned; one that was worded elsewhere stays as it is. */
export function withPathsTurned(
  code: string,
  sentence: Sentence,
  text: string,
  turned: (path: string) => string,
): string {
  // Text, name, text, name, …, text.
  const pieces = (ENTRIES.get(code)?.[sentence] ?? '').split(/\{(\w+)\}/u);
  const [first = ''] = pieces;
  if (!text.includes('/') || pieces.length === 1 || !text.startsWith(first)) return text;
  let shown = first;
  let at = first.length;
  for (let index = 1; index < pieces.length; index += 2) {
    const [name = '', next = ''] = pieces.slice(index, index + 2);
    const isLast = index + 2 >= pieces.length;
    const end = isLast ? text.length - next.length : text.indexOf(next, at);
    if (end < at || !text.startsWith(next, end)) return text;
    const value = text.slice(at, end);
    shown += `${PATH_PARAMETERS.has(name) ? turned(value) : value}${next}`;
    at = end + next.length;
  }
  return shown;
}
