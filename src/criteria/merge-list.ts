/**
 * One list of a criteria file laid over the same list of its base: an entry replaces the keys it names of the
 * entry with the same id, `null` takes a key away, `after` places the entry, `remove` drops one.
 */
import { isKeys, listOf, type ChainFile, type Keys, type Origin } from './chain-file.js';
import type { ListName } from './document-schema.js';

/** An entry as merged, with the place of each of its keys and of the last file that named it. */
export interface MergedEntry {
  readonly id: string;
  readonly value: Keys;
  readonly origins: ReadonlyMap<string, Origin>;
  readonly last: Origin;
}

/** An entry that a file of the chain took away. */
export interface Removal {
  readonly list: ListName;
  readonly id: string;
  readonly at: Origin;
}

/** What was noted beside the merged lists. */
export interface MergeNotes {
  /** An id that nobody defines; `known`: what could be meant, `list`: where it was looked for. */
  readonly dangling: {
    readonly id: string;
    readonly at: Origin;
    readonly known: readonly string[];
    readonly list?: ListName;
  }[];
  /** An id defined twice in one file. */
  readonly repeated: { readonly id: string; readonly at: Origin }[];
  readonly removed: Removal[];
}

const idsOf = (entries: readonly MergedEntry[]): readonly string[] => entries.map(({ id }) => id);

/** The base list with one file's list laid over it. */
export function mergeList(
  base: readonly MergedEntry[],
  file: ChainFile,
  list: ListName,
  notes: MergeNotes,
): readonly MergedEntry[] {
  const kept = withoutRemoved(base, file, list, notes);
  const seen = new Set<string>();
  return listOf(isKeys(file.value) ? file.value[list] : undefined).reduce<readonly MergedEntry[]>(
    (entries, value, index) => {
      const at: Origin = { file, path: [list, index] };
      const id = isKeys(value) ? value['id'] : undefined;
      if (!isKeys(value) || typeof id !== 'string') return entries;
      if (seen.has(id)) {
        notes.repeated.push({ id, at: { file, path: [...at.path, 'id'] } });
        return entries;
      }
      seen.add(id);
      return placed(layOver(entries, id, value, at), id, value['after'], at, list, notes);
    },
    kept,
  );
}

function withoutRemoved(
  base: readonly MergedEntry[],
  file: ChainFile,
  list: ListName,
  notes: MergeNotes,
): readonly MergedEntry[] {
  const remove = isKeys(file.value) ? file.value['remove'] : undefined;
  const removed = listOf(isKeys(remove) ? remove[list] : undefined);
  removed.forEach((id, index) => {
    if (typeof id !== 'string') return;
    const at: Origin = { file, path: ['remove', list, index] };
    if (base.some((entry) => entry.id === id)) notes.removed.push({ list, id, at });
    else notes.dangling.push({ id, at, known: idsOf(base), list });
  });
  return base.filter((entry) => !removed.includes(entry.id));
}

function layOver(entries: readonly MergedEntry[], id: string, own: Keys, at: Origin): readonly MergedEntry[] {
  const base = entries.find((entry) => entry.id === id);
  const value: Record<string, unknown> = { ...base?.value };
  const origins = new Map(base?.origins);
  for (const [key, content] of Object.entries(own)) {
    if (key === 'after') continue;
    if (content === null && base !== undefined) {
      Reflect.deleteProperty(value, key);
      origins.delete(key);
    } else {
      value[key] = content;
      origins.set(key, { file: at.file, path: [...at.path, key] });
    }
  }
  const merged: MergedEntry = { id, value, origins, last: at };
  return base === undefined
    ? [...entries, merged]
    : entries.map((entry) => (entry.id === id ? merged : entry));
}

function placed(
  entries: readonly MergedEntry[],
  id: string,
  after: unknown,
  at: Origin,
  list: ListName,
  notes: MergeNotes,
): readonly MergedEntry[] {
  if (typeof after !== 'string') return entries;
  const moved = entries.find((entry) => entry.id === id);
  const others = entries.filter((entry) => entry.id !== id);
  const index = others.findIndex((entry) => entry.id === after);
  if (moved === undefined || index < 0) {
    const place = { file: at.file, path: [...at.path, 'after'] };
    notes.dangling.push({ id: after, at: place, known: idsOf(others), list });
    return entries;
  }
  return [...others.slice(0, index + 1), moved, ...others.slice(index + 1)];
}
