/** A set kept in several files: the main file and those it `includes`, checked one by one, then read as if they were one. */
import type { Finding, SourceRef } from '../model.js';
import { finding } from '../findings/finding.js';
import { isKeys, type ChainFile, type CriteriaPath, type Keys } from './chain-file.js';
import { documentSchema, includedSchema } from './document-schema.js';

/** Keys that say something of the whole set: they stand in its main file only. */
const MAIN_KEYS: readonly string[] = Object.keys(documentSchema.shape).filter(
  (key) => !(key in includedSchema.shape),
);

/** Keys of an included file that belong in the main file, and defaults that two files of the set state. */
export function* includedFaults(main: ChainFile): Iterable<Finding> {
  for (const file of main.included ?? [])
    for (const key of Object.keys(keysOf(file.value)))
      if (MAIN_KEYS.includes(key))
        yield finding(
          'criteria/main-key-in-part',
          file.locate([key]),
          { key, file: main.file },
          { fields: [key] },
        );
  const seen = new Set<string>();
  for (const file of [main, ...(main.included ?? [])]) {
    const defaults = valueOf(file.value, 'defaults');
    for (const kind of ['byType', 'byForm'])
      for (const id of Object.keys(keysOf(valueOf(defaults, kind)))) {
        const place = `defaults › ${kind}`;
        if (seen.has(`${kind} ${id}`))
          yield finding('criteria/repeated-id', file.locate(['defaults', kind, id]), { id, place });
        seen.add(`${kind} ${id}`);
      }
  }
}

/** What an included file says, without the keys that it may not say: each of those is told by its own finding. */
export const withoutMainKeys = (value: unknown): unknown =>
  isKeys(value)
    ? Object.fromEntries(Object.entries(value).filter(([key]) => !MAIN_KEYS.includes(key)))
    : value;

/** Lists one after another, defaults side by side; every place leads back to the file that wrote it. */
export function asOneFile(main: ChainFile): ChainFile {
  const included = (main.included ?? []).filter(({ value }) => isKeys(value));
  if (included.length === 0) return main;
  const pieces: readonly Piece[] = [
    { file: main, path: [], value: main.value },
    ...included.map((file) => ({ file, path: [], value: withoutMainKeys(file.value) })),
  ];
  return { file: main.file, value: joined(pieces), locate: (path) => locateIn(pieces, path, main) };
}

/** A value of one file, and where it stands there. */
interface Piece {
  readonly file: ChainFile;
  readonly path: CriteriaPath;
  readonly value: unknown;
}

const keysOf = (value: unknown): Keys => (isKeys(value) ? value : {});
const valueOf = (value: unknown, key: string): unknown => keysOf(value)[key];

/** The pieces that count: lists beside lists, groups of keys beside groups; of anything else the last. */
function alike(pieces: readonly Piece[]): readonly Piece[] {
  const given = pieces.filter(({ value }) => value !== undefined);
  const lists = given.filter(({ value }) => Array.isArray(value));
  if (lists.length > 0) return lists;
  const groups = given.filter(({ value }) => isKeys(value));
  return groups.length > 0 ? groups : given.slice(-1);
}

const inside = (pieces: readonly Piece[], key: string): readonly Piece[] =>
  alike(pieces.map(({ file, path, value }) => ({ file, path: [...path, key], value: valueOf(value, key) })));

function joined(pieces: readonly Piece[]): unknown {
  const [first, ...others] = pieces;
  if (first === undefined || others.length === 0) return first?.value;
  if (Array.isArray(first.value)) return pieces.flatMap(({ value }) => value);
  const keys = new Set(pieces.flatMap(({ value }) => Object.keys(keysOf(value))));
  return Object.fromEntries([...keys].map((key) => [key, joined(inside(pieces, key))]));
}

function locateIn(pieces: readonly Piece[], path: CriteriaPath, main: ChainFile): SourceRef {
  const [key, ...deeper] = path;
  if (key === undefined || pieces.length === 1) {
    const [only] = pieces;
    return only === undefined ? main.locate([]) : only.file.locate([...only.path, ...path]);
  }
  if (typeof key === 'string') {
    const next = inside(pieces, key);
    return next.length === 0 ? main.locate(path) : locateIn(next, deeper, main);
  }
  let index = key;
  for (const piece of pieces) {
    const length = Array.isArray(piece.value) ? piece.value.length : 0;
    if (index < length) return piece.file.locate([...piece.path, index, ...deeper]);
    index -= length;
  }
  return main.locate(path);
}
