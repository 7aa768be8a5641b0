/** The directory of a zip package, parsed strictly: end record, central entries, and their local headers in agreement. */
import { refuse } from '../read-fault.js';
import { sizesOf, zip64End } from './zip-64.js';

const END_SIGNATURE = 0x06054b50;
const CENTRAL_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_LENGTH = 22;
const ENCRYPTED = 0x0041;
const DESCRIPTOR_FOLLOWS = 0x0008;

/** A stored part: where its compressed bytes are and what they must become. */
export interface ZipEntry {
  readonly name: string;
  /** The name as stored, in whatever encoding. */
  readonly rawName: Uint8Array;
  readonly stored: boolean;
  readonly crc: number;
  readonly compressed: Uint8Array;
  readonly size: number;
}

interface CentralEntry {
  readonly name: string;
  readonly rawName: Uint8Array;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  readonly offset: number;
}

export const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** All entries in directory order; raises a fault where the archive is cut, contradictory or locked. */
export function readZipDirectory(bytes: Uint8Array): readonly ZipEntry[] {
  const view = viewOf(bytes);
  const end = endRecord(view);
  const central: CentralEntry[] = [];
  let at = end.offset;
  while (at < end.limit) {
    const [entry, next] = centralEntry(bytes, view, at, end.limit);
    central.push(entry);
    at = next;
  }
  if (central.length !== end.count) refuse('file/cut-short', {});
  const entries = central.map((entry) => localEntry(bytes, view, entry, end.offset));
  refuseOverlaps(entries, bytes.byteOffset);
  return entries;
}

/** The end record must close the file exactly, and the directory must end where the record begins. */
function endRecord(view: DataView): { offset: number; limit: number; count: number } {
  for (
    let at = view.byteLength - END_LENGTH;
    at >= Math.max(0, view.byteLength - END_LENGTH - 0xffff);
    at -= 1
  ) {
    if (view.getUint32(at, true) !== END_SIGNATURE) continue;
    const extra = view.byteLength - at - END_LENGTH - view.getUint16(at + 20, true);
    if (extra > 0) refuse('file/trailing-data', { bytes: extra });
    if (extra < 0) continue;
    const disks = view.getUint16(at + 4, true) + view.getUint16(at + 6, true);
    const plain = {
      count: view.getUint16(at + 10, true),
      length: view.getUint32(at + 12, true),
      offset: view.getUint32(at + 16, true),
      limit: at,
    };
    const here = view.getUint16(at + 8, true);
    const end = zip64End(view, at) ?? plain;
    if (disks !== 0 || here !== plain.count || end.offset + end.length !== end.limit)
      refuse('file/cut-short', {});
    return end;
  }
  return refuse('file/cut-short', {});
}

function centralEntry(bytes: Uint8Array, view: DataView, at: number, limit: number): [CentralEntry, number] {
  if (at + 46 > limit || view.getUint32(at, true) !== CENTRAL_SIGNATURE) refuse('file/cut-short', {});
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  if (next > limit) refuse('file/cut-short', {});
  const rawName = bytes.subarray(at + 46, at + 46 + nameLength);
  const sizes = sizesOf(
    view,
    {
      size: view.getUint32(at + 24, true),
      compressed: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
    },
    at + 46 + nameLength,
    extraLength,
  );
  const entry = {
    name: partName(rawName),
    rawName,
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    compressedSize: sizes.compressed,
    size: sizes.size,
    offset: sizes.offset,
  };
  return [entry, next];
}

/** Checks a local header against its central entry: name, method, and sizes and checksum where they are present. */
function localEntry(bytes: Uint8Array, view: DataView, entry: CentralEntry, limit: number): ZipEntry {
  const part = entry.name;
  const at = entry.offset;
  if (at + 30 > limit || view.getUint32(at, true) !== LOCAL_SIGNATURE)
    refuse('file/contradictory-part', { part });
  const flags = view.getUint16(at + 6, true);
  const method = view.getUint16(at + 8, true);
  const nameLength = view.getUint16(at + 26, true);
  const extraLength = view.getUint16(at + 28, true);
  const start = at + 30 + nameLength + extraLength;
  if (start + entry.compressedSize > limit) refuse('file/contradictory-part', { part });
  if ((flags & ENCRYPTED) !== 0 || (entry.flags & ENCRYPTED) !== 0) refuse('file/closed-part', { part });
  if (method !== 0 && method !== 8 && method === entry.method) refuse('file/closed-part', { part });
  const local = sizesOf(
    view,
    { size: view.getUint32(at + 22, true), compressed: view.getUint32(at + 18, true), offset: 0 },
    at + 30 + nameLength,
    extraLength,
  );
  const absent = (flags & DESCRIPTOR_FOLLOWS) !== 0;
  const agrees = (here: number, there: number): boolean => here === there || (absent && here === 0);
  if (
    method !== entry.method ||
    !sameBytes(bytes.subarray(at + 30, at + 30 + nameLength), entry.rawName) ||
    !agrees(view.getUint32(at + 14, true), entry.crc) ||
    !agrees(local.compressed, entry.compressedSize) ||
    !agrees(local.size, entry.size)
  )
    refuse('file/contradictory-part', { part });
  const compressed = bytes.subarray(start, start + entry.compressedSize);
  return {
    name: part,
    rawName: entry.rawName,
    stored: method === 0,
    crc: entry.crc,
    compressed,
    size: entry.size,
  };
}

/** Parts that share bytes are a trick (overlapping bombs) or damage. */
function refuseOverlaps(entries: readonly ZipEntry[], base: number): void {
  const spans = entries
    .map((entry) => ({
      part: entry.name,
      from: entry.compressed.byteOffset - base,
      length: entry.compressed.length,
    }))
    .sort((a, b) => a.from - b.from);
  let reached = 0;
  for (const { part, from, length } of spans) {
    if (from < reached) refuse('file/contradictory-part', { part });
    reached = from + length;
  }
}

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((value, index) => value === b[index]);

/** Names are ASCII in workbooks; other bytes are kept readable for the message. Backslashes are Windows zippers' slashes. */
const partName = (raw: Uint8Array): string =>
  new TextDecoder().decode(raw).replaceAll('\\', '/').replace(/^\//u, '');
