/** A part of a package as it was before packing, never inflated further than an honest file can be. */
import { crc32, inflateRawSync } from 'node:zlib';
import { refuse } from '../read-fault.js';
import { BEHIND } from '../xml/xml-text.js';
import type { ZipEntry } from './zip-directory.js';

const MEGABYTE = 1024 * 1024;
/** Largest honest files of 1,680 looked at: 60 MB, 1,033 parts, ratio 69. */
export const PACKAGE_LIMITS = { part: 64 * MEGABYTE, total: 128 * MEGABYTE, entries: 2000, ratio: 200 };

/** A part as it was before packing. Never inflates further than the limits allow. */
export function inflate(
  entry: ZipEntry,
  left: number,
  limits: Pick<typeof PACKAGE_LIMITS, 'part' | 'total' | 'ratio'> = PACKAGE_LIMITS,
): Uint8Array {
  const part = entry.name;
  const byRatio = Math.max(MEGABYTE, entry.compressed.length * limits.ratio);
  const bySize = Math.min(limits.part, left);
  if (entry.size > bySize)
    refuse('file/over-size', {
      part,
      megabytes: (bySize === left ? limits.total : bySize) / MEGABYTE,
    });
  if (entry.size > byRatio) refuse('file/over-ratio', { part, ratio: limits.ratio });
  const content = entry.stored ? entry.compressed : inflated(entry);
  if (content.length !== entry.size || crc32(content) !== entry.crc) refuse('file/damaged-part', { part });
  return content;
}

/** Inflated no further than the announced (and limited) size; a stream that is cut or gives more is a damaged one. */
function inflated(entry: ZipEntry): Uint8Array {
  try {
    // One chunk as large as the content: otherwise pieces and their sum are in memory together. The chunk is nobody
    // else's, so the zeros that the scanner of XML wants behind a part are put there, and it need not copy it.
    const chunkSize = Math.max(64, entry.size + BEHIND);
    const content = inflateRawSync(entry.compressed, { maxOutputLength: Math.max(1, entry.size), chunkSize });
    if (
      content.length === entry.size &&
      content.buffer.byteLength >= content.byteOffset + entry.size + BEHIND
    )
      new Uint8Array(content.buffer, content.byteOffset + entry.size, BEHIND).fill(0);
    return content;
  } catch {
    return refuse('file/damaged-part', { part: entry.name });
  }
}
