/** The 64-bit fields of a zip archive (APPNOTE 4.3.14, 4.5.3), which some office programs write even for small files. */
import { refuse } from '../read-fault.js';

const NEEDS_64 = 0xffffffff;
const LOCATOR_SIGNATURE = 0x07064b50;
const END_64_SIGNATURE = 0x06064b50;
const EXTRA_64 = 0x0001;

export interface EntrySizes {
  readonly size: number;
  readonly compressed: number;
  readonly offset: number;
}

/** The 64-bit end record that a locator just before the plain one points to, if there is one. */
export function zip64End(
  view: DataView,
  plainEnd: number,
): { offset: number; length: number; limit: number; count: number } | undefined {
  const locator = plainEnd - 20;
  if (locator < 56 || view.getUint32(locator, true) !== LOCATOR_SIGNATURE) return undefined;
  const at = long(view, locator + 8);
  if (at + 56 > locator || view.getUint32(at, true) !== END_64_SIGNATURE) refuse('file/cut-short', {});
  return { count: long(view, at + 32), length: long(view, at + 40), offset: long(view, at + 48), limit: at };
}

/** Sizes of an entry, those marked as "see extra field" read from there. */
export function sizesOf(view: DataView, plain: EntrySizes, extraAt: number, extraLength: number): EntrySizes {
  if (plain.size !== NEEDS_64 && plain.compressed !== NEEDS_64 && plain.offset !== NEEDS_64) return plain;
  const end = Math.min(extraAt + extraLength, view.byteLength);
  for (let at = extraAt; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== EXTRA_64) continue;
    let next = at + 4;
    const fieldEnd = Math.min(next + view.getUint16(at + 2, true), end);
    const resolve = (value: number): number => {
      if (value !== NEEDS_64) return value;
      if (next + 8 > fieldEnd) return refuse('file/cut-short', {});
      next += 8;
      return long(view, next - 8);
    };
    return {
      size: resolve(plain.size),
      compressed: resolve(plain.compressed),
      offset: resolve(plain.offset),
    };
  }
  return refuse('file/cut-short', {});
}

/** A 64-bit number; beyond 2^53 nothing fits a file, so the loss of precision does no harm. */
const long = (view: DataView, at: number): number => Number(view.getBigUint64(at, true));
