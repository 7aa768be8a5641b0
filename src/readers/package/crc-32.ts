/** CRC-32 of a byte sequence as zip packages store it (ISO 3309); node:zlib has it only from Node 22 on. */
const TABLES = tables();

/** Four tables, so that four bytes are folded in per step. */
function tables(): readonly Uint32Array[] {
  const first = new Uint32Array(256);
  for (let byte = 0; byte < 256; byte += 1) {
    let value = byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    first[byte] = value >>> 0;
  }
  const all = [first];
  for (let slice = 1; slice < 4; slice += 1)
    all.push((all[slice - 1] ?? first).map((value) => (value >>> 8) ^ (first[value & 0xff] ?? 0)));
  return all;
}

/** The checksum as an unsigned 32-bit number. */
export function crc32(bytes: Uint8Array): number {
  const [t0, t1, t2, t3] = TABLES;
  if (t0 === undefined || t1 === undefined || t2 === undefined || t3 === undefined) return 0;
  let crc = 0xffffffff;
  let at = 0;
  for (const whole = bytes.length - 3; at < whole; at += 4) {
    crc ^=
      byte(bytes, at) |
      (byte(bytes, at + 1) << 8) |
      (byte(bytes, at + 2) << 16) |
      (byte(bytes, at + 3) << 24);
    crc =
      byte4(t3, crc & 0xff) ^
      byte4(t2, (crc >>> 8) & 0xff) ^
      byte4(t1, (crc >>> 16) & 0xff) ^
      byte4(t0, crc >>> 24);
  }
  for (; at < bytes.length; at += 1) crc = (crc >>> 8) ^ byte4(t0, (crc ^ byte(bytes, at)) & 0xff);
  return (crc ^ 0xffffffff) >>> 0;
}

const byte = (bytes: Uint8Array, at: number): number => bytes[at] ?? 0;
const byte4 = (table: Uint32Array, at: number): number => table[at] ?? 0;
