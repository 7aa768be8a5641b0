/** The checked parts of a package. Large ones are unpacked again when asked for, so that only one is in memory at a time. */
import { inflate } from './inflate.js';
import type { ZipEntry } from './zip-directory.js';

/** Parts by their key. */
export interface PackageParts {
  has(key: string): boolean;
  get(key: string): Uint8Array | undefined;
  keys(): Iterable<string>;
}

const MEGABYTE = 1024 * 1024;
/** Parts of an honest form are far smaller, and all of them together. */
const KEPT_PART = MEGABYTE;
const KEPT_TOGETHER = 32 * MEGABYTE;
/** Two parts above this size must not stand in memory together. */
const LARGEST_KEPT = 16 * MEGABYTE;

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
      this.large = content.length > LARGEST_KEPT ? undefined : { key, content };
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

  keys(): Iterable<string> {
    return this.entries.keys();
  }
}
