/**
 * The package gate: no XML of a workbook is believed before its container is proved whole.
 * One flipped bit otherwise changes figures without any error. Limits are counted on inflated bytes.
 */
import { inflate, PACKAGE_LIMITS } from './inflate.js';
import { InflatedParts, type PackageParts } from './inflated-parts.js';
import { checkDeclaredParts, partKey } from './package-parts.js';
import { PackageWeight } from './package-weight.js';
import { catching, refuse, type GateFault } from '../read-fault.js';
import { refuseDoctype } from '../xml/xml-text.js';
import { readZipDirectory } from './zip-directory.js';

/** Every part, checked. */
export interface CheckedPackage {
  readonly parts: PackageParts;
  /** Parts without figures that the package names and does not hold. */
  readonly absent: readonly string[];
}

/** Opens a zip package completely, or says the first reason why not. */
export const openPackage = (bytes: Uint8Array): CheckedPackage | GateFault =>
  catching(() => {
    const parts = inflateParts(bytes);
    return { parts, absent: checkDeclaredParts(parts) };
  });

/** Opens a zip package of another family (OpenDocument): the same proof, without Office's list of parts. */
export const openPlainPackage = (
  bytes: Uint8Array,
  parsed: ReadonlySet<string>,
): CheckedPackage | GateFault => catching(() => ({ parts: inflateParts(bytes, parsed), absent: [] }));

/** `parsed`: the parts that may be parsed; a DOCTYPE in others does no harm, and OpenDocument's lists and macros begin so. */
function inflateParts(bytes: Uint8Array, parsed?: ReadonlySet<string>): PackageParts {
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
    if (!key.endsWith('.svg') && parsed?.has(key) !== false) refuseDoctype(entry.name, content);
    weight.add(entry.name, content);
    parts.add(key, entry, content);
  }
  return parts;
}

/** Parts are never written to disk; such names still show that the file was made to do harm. */
function refuseUnsafeName(name: string): void {
  if (name.split('/').includes('..') || /[\u0000-\u001f]|^[A-Za-z]:|^\//u.test(name))
    refuse('file/unsafe-part', { part: name });
}
