/** An entry of a criteria set whose shape is right, with the way back to its place in the files. */
import type { SourceRef } from '../model.js';
import { locate, type CriteriaPath } from './chain-file.js';
import type { ListName } from './document-schema.js';
import type { MergedEntry } from './merge-list.js';

export interface AdmittedEntry<Value> {
  readonly list: ListName;
  readonly id: string;
  readonly value: Value;
  /** Place of a key of the entry, in the file that wrote it; the entry itself when nobody did. */
  at(...path: CriteriaPath): SourceRef;
  /** How messages name it: `rules › titled-within-households › parts`. */
  name(...path: CriteriaPath): string;
}

export function placeInFile(entry: MergedEntry, path: CriteriaPath): SourceRef {
  const [key, ...deeper] = path;
  const origin = entry.origins.get(String(key));
  return origin === undefined ? locate(entry.last) : locate(origin, ...deeper);
}

export const nameOf = (list: ListName, id: string, path: CriteriaPath): string =>
  [list, id, ...path.map((key) => (typeof key === 'number' ? key + 1 : key))].join(' › ');

export const admittedEntry = <Value>(
  list: ListName,
  entry: MergedEntry,
  value: Value,
): AdmittedEntry<Value> => ({
  list,
  id: entry.id,
  value,
  at: (...path) => placeInFile(entry, path),
  name: (...path) => nameOf(list, entry.id, path),
});
