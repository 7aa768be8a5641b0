/**
 * What the build has worked out from files that come with the program, so that no command does it again: kept as JSON
 * under the SHA-256 of the bytes it was made from. A file changed by one letter has another hash and is read itself.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Beside what is compiled; where the sources themselves run there is none, and nothing old can be met. */
const FOLDER = new URL('../prepared/', import.meta.url);

/** What is kept: `units` of a list, a criteria `set` with all files it consists of. */
export type PreparedKind = 'units' | 'set';

export const preparedPath = (kind: PreparedKind, sha256: string): string =>
  fileURLToPath(new URL(`${kind}-${sha256}.json`, FOLDER));

/** Whatever the build kept; undefined where it kept nothing, or something damaged: then the file itself is read. */
export function prepared(kind: PreparedKind, sha256: string): unknown {
  if (sha256 === '') return undefined;
  try {
    return JSON.parse(readFileSync(preparedPath(kind, sha256), 'utf8'));
  } catch {
    return undefined;
  }
}
