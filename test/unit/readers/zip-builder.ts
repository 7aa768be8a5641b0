/** Builds zip archives byte by byte, so that a test can make exactly one thing wrong. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface BuiltPart {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** What is wrong with this part. */
  readonly localName?: string;
  readonly localMethod?: number;
  readonly method?: number;
  readonly crc?: number;
  readonly size?: number;
  readonly flags?: number;
  /** Sizes and checksum only after the data, as streaming writers do. */
  readonly descriptor?: boolean;
  readonly stored?: boolean;
}

const crcOf =
  typeof crc32 === 'function'
    ? crc32
    : (bytes: Uint8Array): number => {
        let crc = 0xffffffff;
        for (const byte of bytes) {
          crc ^= byte;
          for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
        }
        return ~crc >>> 0;
      };

const bytesOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? Buffer.from(content) : content;

let last: { readonly content: BuiltPart['content']; readonly data: Buffer; readonly crc: number } | undefined;

/** The bytes packed, and their checksum. The same large content several times over is packed once. */
function packed(content: BuiltPart['content']): { readonly data: Buffer; readonly crc: number } {
  if (last?.content !== content || typeof content !== 'string') {
    const bytes = bytesOf(content);
    last = { content, data: deflateRawSync(bytes), crc: crcOf(bytes) };
  }
  return last;
}

/** A zip archive of the parts; `tail` stands after the end record. */
export function buildZip(parts: readonly BuiltPart[], tail = ''): Uint8Array {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const content = bytesOf(part.content);
    const { data, crc: right } =
      part.stored === true ? { data: Buffer.from(content), crc: crcOf(content) } : packed(part.content);
    const method = part.method ?? (part.stored === true ? 0 : 8);
    const crc = part.crc ?? right;
    const size = part.size ?? content.length;
    const flags = (part.flags ?? 0) | (part.descriptor === true ? 8 : 0);
    const localName = Buffer.from(part.localName ?? part.name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(flags, 6);
    local.writeUInt16LE(part.localMethod ?? method, 8);
    if (part.descriptor !== true) {
      local.writeUInt32LE(crc, 14);
      local.writeUInt32LE(data.length, 18);
      local.writeUInt32LE(size, 22);
    }
    local.writeUInt16LE(localName.length, 26);
    const after = Buffer.alloc(part.descriptor === true ? 16 : 0);
    if (part.descriptor === true) {
      after.writeUInt32LE(0x08074b50, 0);
      after.writeUInt32LE(crc, 4);
      after.writeUInt32LE(data.length, 8);
      after.writeUInt32LE(size, 12);
    }
    const name = Buffer.from(part.name);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(flags, 8);
    central.writeUInt16LE(method, 10);
    central.writeUInt32LE(crc, 16);
    central.writeUInt32LE(data.length, 20);
    central.writeUInt32LE(size, 24);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE(offset, 42);
    directory.push(central, name);
    const file = Buffer.concat([local, localName, data, after]);
    files.push(file);
    offset += file.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, central, end, Buffer.from(tail)]);
}
