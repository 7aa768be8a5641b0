/** Where two versions of a file differ, in words: the first line of a text, the parts of an Office package. */
import { inflate } from '../package/inflate.js';
import { readZipDirectory } from '../package/zip-directory.js';
import { catching, isFault } from '../read-fault.js';
import { BUNDLE_LIMITS } from './sealed-bundle.js';

const MOST_PARTS = 5;

export function firstDifference(name: string, before: Uint8Array, after: Uint8Array): string {
  if (/\.(?:docx|xlsx)$/iu.test(name)) {
    const [old, now] = [partsOf(before), partsOf(after)];
    const parts = [...new Set([...old.keys(), ...now.keys()])].filter((part) => {
      const [one, other] = [old.get(part), now.get(part)];
      return one === undefined || other === undefined || Buffer.compare(one, other) !== 0;
    });
    if (parts.length > 0) {
      const rest = parts.length - MOST_PARTS;
      return `phần ${parts.slice(0, MOST_PARTS).join(', ')}${rest > 0 ? ` và ${String(rest)} phần khác` : ''}`;
    }
  }
  const at = after.findIndex((byte, index) => byte !== before[index]);
  const place = at === -1 ? Math.min(before.length, after.length) : at;
  return `từ dòng ${String(lineOf(after, place))}`;
}

function partsOf(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const read = catching(() =>
    readZipDirectory(bytes).map(
      (entry) => [entry.name, inflate(entry, BUNDLE_LIMITS.total, BUNDLE_LIMITS)] as const,
    ),
  );
  return isFault(read) ? new Map() : new Map(read);
}

const LINE_END = 0x0a;

const lineOf = (bytes: Uint8Array, at: number): number =>
  bytes.subarray(0, at).reduce((lines, byte) => (byte === LINE_END ? lines + 1 : lines), 1);
