/**
 * A zip of parts that may come piece by piece, so that a large part is never whole in memory. Deflate is fflate's: its
 * bytes depend on the content alone, those of Node's own zlib on its version and on the processor.
 */
import { crc32 } from 'node:zlib';
import { Deflate, deflateSync } from 'fflate';
import { joined, lengthOf } from '../byte-pieces.js';

/** A part: bytes, a text, or a text in pieces. */
export type PartContent = Uint8Array | string | Iterable<string>;

/** Half the computing of level 6 for a twelfth more bytes. */
const LEVEL = 5;
/** Parts up to this size are deflated at once, larger ones in blocks: where a text was cut must not show in the bytes. */
const AT_ONCE = 1 << 22;
const BLOCK = 1 << 16;
/** The zip format keeps local time; this is midnight of its first day on every machine (1 January 1980). */
const FIRST_DAY = (1 << 21) | (1 << 16);
const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
const VERSION = 20;
const UTF8_NAMES = 1 << 11;
const DEFLATED = 8;
/** What the format without its extension can count. */
const MOST_BYTES = 0xffff_ffff;

interface PackedPart {
  readonly name: Uint8Array;
  readonly flags: number;
  readonly crc: number;
  readonly size: number;
  readonly packedSize: number;
  readonly offset: number;
}

const UTF8 = new TextEncoder();

/** The zip in pieces, in the order of the parts given. */
export function* zipPieces(
  parts: Iterable<readonly [name: string, content: PartContent]>,
): Generator<Uint8Array> {
  const packed: PackedPart[] = [];
  let offset = 0;
  for (const [text, content] of parts) {
    const name = UTF8.encode(text);
    const { pieces, crc, size } = deflated(content);
    const packedSize = lengthOf(pieces);
    const part = { name, flags: name.length === text.length ? 0 : UTF8_NAMES, crc, size, packedSize, offset };
    if (size > MOST_BYTES || offset > MOST_BYTES) throw new RangeError(`${text} is too large for a package`);
    packed.push(part);
    const header = localHeader(part);
    yield header;
    yield* pieces;
    offset += header.length + packedSize;
  }
  const directory = packed.map(centralHeader);
  yield* directory;
  yield endOfDirectory(packed.length, lengthOf(directory), offset);
}

function deflated(content: PartContent): {
  readonly pieces: readonly Uint8Array[];
  readonly crc: number;
  readonly size: number;
} {
  const pieces: Uint8Array[] = [];
  // Its tables are half a megabyte: only for what needs them.
  let stream: Deflate | undefined;
  let crc = 0;
  let size = 0;
  let first: Uint8Array[] = [];
  let held: Uint8Array | undefined;
  for (const block of blocks(content)) {
    crc = crc32(block, crc);
    size += block.length;
    if (size <= AT_ONCE) {
      first.push(block);
      continue;
    }
    stream ??= new Deflate({ level: LEVEL }, (piece) => pieces.push(piece));
    for (const waiting of first) stream.push(waiting);
    first = [];
    // The last block must be pushed as such, so that one always waits.
    if (held !== undefined) stream.push(held);
    held = block;
  }
  if (stream === undefined || held === undefined) pieces.push(deflateSync(joined(first), { level: LEVEL }));
  else stream.push(held, true);
  return { pieces, crc, size };
}

/** The bytes of a part in blocks of one size, the last one shorter. */
function* blocks(content: PartContent): Generator<Uint8Array> {
  if (content instanceof Uint8Array) {
    for (let at = 0; at < content.length; at += BLOCK) yield content.subarray(at, at + BLOCK);
    return;
  }
  let block = new Uint8Array(BLOCK);
  let used = 0;
  for (const text of typeof content === 'string' ? [content] : content) {
    let rest = text;
    while (rest !== '') {
      const { read, written } = UTF8.encodeInto(rest, block.subarray(used));
      used += written;
      rest = rest.slice(read);
      if (rest === '') break;
      // A letter that does not fit whole is cut by bytes, so that every block is of one size.
      const letter = UTF8.encode(String.fromCodePoint(rest.codePointAt(0) ?? 0));
      const room = BLOCK - used;
      block.set(letter.subarray(0, room), used);
      yield block;
      block = new Uint8Array(BLOCK);
      block.set(letter.subarray(room));
      used = letter.length - room;
      rest = rest.slice((rest.codePointAt(0) ?? 0) > 0xffff ? 2 : 1);
    }
  }
  if (used > 0) yield block.subarray(0, used);
}

function localHeader({ name, flags, crc, size, packedSize }: PackedPart): Uint8Array {
  const bytes = new Uint8Array(30 + name.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, LOCAL_HEADER, true);
  view.setUint16(4, VERSION, true);
  view.setUint16(6, flags, true);
  view.setUint16(8, DEFLATED, true);
  view.setUint32(10, FIRST_DAY, true);
  view.setUint32(14, crc, true);
  view.setUint32(18, packedSize, true);
  view.setUint32(22, size, true);
  view.setUint16(26, name.length, true);
  bytes.set(name, 30);
  return bytes;
}

function centralHeader({ name, flags, crc, size, packedSize, offset }: PackedPart): Uint8Array {
  const bytes = new Uint8Array(46 + name.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, CENTRAL_HEADER, true);
  view.setUint16(4, VERSION, true);
  view.setUint16(6, VERSION, true);
  view.setUint16(8, flags, true);
  view.setUint16(10, DEFLATED, true);
  view.setUint32(12, FIRST_DAY, true);
  view.setUint32(16, crc, true);
  view.setUint32(20, packedSize, true);
  view.setUint32(24, size, true);
  view.setUint16(28, name.length, true);
  view.setUint32(42, offset, true);
  bytes.set(name, 46);
  return bytes;
}

function endOfDirectory(parts: number, size: number, offset: number): Uint8Array {
  const bytes = new Uint8Array(22);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, END_OF_DIRECTORY, true);
  view.setUint16(8, parts, true);
  view.setUint16(10, parts, true);
  view.setUint32(12, size, true);
  view.setUint32(16, offset, true);
  return bytes;
}
