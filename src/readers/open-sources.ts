/** All files of a run, archives unpacked, each opened, in order; old formats are read ahead by their child processes. */
import { setImmediate } from 'node:timers/promises';
import type { Finding, SourceFile } from '../model.js';
import { expandSource, type Expanded } from './package/archive.js';
import type { FileEntry } from './folder.js';
import { readSource } from './read-source.js';
import { isForeign, openAnySource, type OpenedSource } from './open-source.js';
import { sniff, type ContentKind } from './sniff.js';
import { defined } from '../values/defined.js';

/** A file as the run counts it. Without `file` or `results` it ends as `state` says. */
export interface OpenedFile extends OpenedSource {
  readonly path: string;
  readonly sha256: string;
  /** Why there is nothing to read: a fault, or a document or system file that was never meant to be read. */
  readonly state?: 'rejected' | 'skipped';
}

/** Files opened ahead of the one that is asked for: as many as there are children to read them. */
const AHEAD = 2;

/** Listed files, each read and opened when its turn comes; one that cannot be read is passed over and says why. */
export const openFiles = (entries: readonly FileEntry[]): AsyncGenerator<OpenedFile> =>
  openSources(readEach(entries));

/** Milliseconds of reading after which whatever waits has its turn: signals, children, the line of progress. */
const TURN = 50;

async function* readEach(entries: readonly FileEntry[]): AsyncGenerator<SourceFile | NotOpened> {
  let turn = performance.now();
  for (const entry of entries) {
    if (performance.now() - turn > TURN) {
      await setImmediate();
      turn = performance.now();
    }
    const { source, findings } = readSource(entry);
    yield source ?? { path: entry.path, sha256: '', state: 'skipped', findings };
  }
}

type NotOpened = Exclude<Expanded, { readonly source: SourceFile }>;

/** Opens file after file; one file's cells are in memory at a time, save those of old formats. */
export async function* openSources(
  sources: AsyncIterable<SourceFile | NotOpened> | Iterable<SourceFile>,
): AsyncGenerator<OpenedFile> {
  const queue: (() => Promise<OpenedFile>)[] = [];
  for await (const source of sources) {
    for (const item of 'bytes' in source ? expandSource(source) : [source]) {
      queue.push(prepared(item));
      while (queue.length > AHEAD) yield await taken(queue);
    }
  }
  while (queue.length > 0) yield await taken(queue);
}

async function taken(queue: (() => Promise<OpenedFile>)[]): Promise<OpenedFile> {
  const first = queue.shift();
  if (first === undefined) throw new Error('nothing is queued');
  return first();
}

/** Foreign formats begin at once in their child; the others when it is their turn. */
function prepared(item: Expanded): () => Promise<OpenedFile> {
  if (!('source' in item)) {
    const { path, sha256, state, findings } = item;
    return () => Promise.resolve({ path, sha256, state, findings });
  }
  const { source, findings } = item;
  const kind = sniff(source.bytes);
  if (!isForeign(kind)) return () => open(source, kind, findings);
  const begun = open(source, kind, findings);
  return () => begun;
}

async function open(source: SourceFile, kind: ContentKind, before: readonly Finding[]): Promise<OpenedFile> {
  const opened = await openAnySource(source, kind);
  const isRead = opened.file !== undefined || opened.results !== undefined;
  const state = isRead ? undefined : opened.document === true ? 'skipped' : 'rejected';
  return {
    ...opened,
    path: source.path,
    sha256: source.sha256,
    findings: [...before, ...opened.findings],
    ...defined({ state }),
  };
}
