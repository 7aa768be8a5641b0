/** The checked parts of a package. Large ones are unpacked again when asked for, so that only one is in memory at a time. */
import { Inflate } from 'fflate';
import { inflate } from './inflate.js';
import { refuse } from '../read-fault.js';
import type { ZipEntry } from './zip-directory.js';

/** Parts by their key. */
export interface PackageParts {
  has(key: string): boolean;
  get(key: string): Uint8Array | undefined;
  /** A part to be read once: a very large one comes in pieces, so that it never stands in memory whole. */
  content(key: string): Uint8Array | Iterable<Uint8Array>;
  keys(): Iterable<string>;
}

const MEGABYTE = 1024 * 1024;
/** Parts of an honest form are far smaller, and all of them together. */
const KEPT_PART = MEGABYTE;
const KEPT_TOGETHER = 32 * MEGABYTE;
/** Above this size a part is unpacked in pieces; below, at once: that is quicker. */
const LARGEST_WHOLE = 16 * MEGABYTE;
const PIECE = 1 << 16;
const NOTHING = new Uint8Array();

export class InflatedParts implements PackageParts {
  private readonly entries = new Map<string, ZipEntry>();
  private readonly kept = new Map<string, Uint8Array>();
  private keptBytes = 0;
  /** The large part that was unpacked last: most packages have but one. */
  private large: { readonly key: string; readonly content: Uint8Array } | undefined;

  /** Adds a part whose content has been checked. */
  add(key: string, entry: ZipEntry, content: Uint8Array): void {
    this.entries.set(key, entry);
    if (content.length > KEPT_PART || this.keptBytes + content.length > KEPT_TOGETHER) {
      this.large = content.length > LARGEST_WHOLE ? undefined : { key, content };
      return;
    }
    this.kept.set(key, content);
    this.keptBytes += content.length;
  }

  has(key: string): boolean {
    return this.entries.has(key);
  }

  get(key: string): Uint8Array | undefined {
    const kept = this.kept.get(key) ?? (this.large?.key === key ? this.large.content : undefined);
    const entry = this.entries.get(key);
    if (kept !== undefined || entry === undefined) return kept;
    this.large = undefined;
    const content = inflate(entry, entry.size);
    this.large = { key, content };
    return content;
  }

  content(key: string): Uint8Array | Iterable<Uint8Array> {
    const entry = this.entries.get(key);
    return entry !== undefined && entry.size > LARGEST_WHOLE && !entry.stored
      ? unpacked(entry)
      : (this.get(key) ?? NOTHING);
  }

  keys(): Iterable<string> {
    return this.entries.keys();
  }
}

/** The gate has proved the same bytes whole; the length is asked again because another program unpacks them here. */
function* unpacked({ name, compressed, size }: ZipEntry): Iterable<Uint8Array> {
  const ready: Uint8Array[] = [];
  const stream = new Inflate((piece) => {
    ready.push(piece);
  });
  let length = 0;
  for (let at = 0; at < compressed.length; at += PIECE) {
    try {
      stream.push(compressed.subarray(at, at + PIECE), at + PIECE >= compressed.length);
    } catch {
      refuse('file/damaged-part', { part: name });
    }
    for (const piece of ready.splice(0)) {
      length += piece.length;
      yield piece;
    }
  }
  if (length !== size) refuse('file/damaged-part', { part: name });
}
