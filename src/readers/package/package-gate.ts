/**
 * The package gate: no XML of a workbook is believed before its container is proved whole.
 * One flipped bit otherwise changes figures without any error. Limits are counted on inflated bytes.
 */
import { inflateRawSync } from 'node:zlib';
import { crc32 } from './crc-32.js';
import { InflatedParts, type PackageParts } from './inflated-parts.js';
import { checkDeclaredParts, partKey } from './package-parts.js';
import { PackageWeight } from './package-weight.js';
import { catching, refuse, type GateFault } from '../read-fault.js';
import { refuseDoctype } from '../xml/xml-text.js';
import { readZipDirectory, type ZipEntry } from './zip-directory.js';

const MEGABYTE = 1024 * 1024;
/** Largest honest files of 1,680 looked at: 60 MB, 1,033 parts, ratio 69. */
export const PACKAGE_LIMITS = { part: 64 * MEGABYTE, total: 128 * MEGABYTE, entries: 2000, ratio: 200 };

/** Every part, checked. */
export interface CheckedPackage {
  readonly parts: PackageParts;
}

/** Opens a zip package completely, or says the first reason why not. */
export const openPackage = (bytes: Uint8Array): CheckedPackage | GateFault =>
  catching(() => {
    const parts = inflateParts(bytes);
    checkDeclaredParts(parts);
    return { parts };
  });

/** Opens a zip package of another family (OpenDocument): the same proof, without Office's list of parts. */
export const openPlainPackage = (bytes: Uint8Array): CheckedPackage | GateFault =>
  catching(() => ({ parts: inflateParts(bytes) }));

function inflateParts(bytes: Uint8Array): PackageParts {
  const entries = readZipDirectory(bytes);
  if (entries.length > PACKAGE_LIMITS.entries)
    refuse('file/over-count', { count: entries.length, limit: PACKAGE_LIMITS.entries });
  const parts = new InflatedParts();
  const weight = new PackageWeight();
  let total = 0;
  for (const entry of entries) {
    refuseUnsafeName(entry.name);
    const key = partKey(entry.name);
    if (parts.has(key)) refuse('file/doubled-part', { part: entry.name });
    const content = inflate(entry, PACKAGE_LIMITS.total - total);
    total += content.length;
    // Pictures are never parsed, and drawing programs do write a DOCTYPE into SVG.
    if (!key.endsWith('.svg')) refuseDoctype(entry.name, content);
    weight.add(entry.name, content);
    parts.add(key, entry, content);
  }
  return parts;
}

/** A part as it was before packing. Never inflates further than the limits allow. */
export function inflate(entry: ZipEntry, left: number): Uint8Array {
  const part = entry.name;
  const byRatio = Math.max(MEGABYTE, entry.compressed.length * PACKAGE_LIMITS.ratio);
  const bySize = Math.min(PACKAGE_LIMITS.part, left);
  if (entry.size > bySize)
    refuse('file/over-size', {
      part,
      megabytes: (bySize === left ? PACKAGE_LIMITS.total : bySize) / MEGABYTE,
    });
  if (entry.size > byRatio) refuse('file/over-ratio', { part, ratio: PACKAGE_LIMITS.ratio });
  const content = entry.stored ? entry.compressed : inflated(entry);
  if (content.length !== entry.size || crc32(content) !== entry.crc) refuse('file/damaged-part', { part });
  return content;
}

/** Inflated no further than the announced (and limited) size; a stream that is cut or gives more is a damaged one. */
function inflated(entry: ZipEntry): Uint8Array {
  try {
    // One chunk as large as the content: otherwise pieces and their sum are in memory together.
    const chunkSize = Math.max(64, entry.size + 1);
    return inflateRawSync(entry.compressed, { maxOutputLength: Math.max(1, entry.size), chunkSize });
  } catch {
    return refuse('file/damaged-part', { part: entry.name });
  }
}

/** Parts are never written to disk; such names still show that the file was made to do harm. */
function refuseUnsafeName(name: string): void {
  if (name.split('/').includes('..') || /[\u0000-\u001f]|^[A-Za-z]:|^\//u.test(name))
    refuse('file/unsafe-part', { part: name });
}
