/** The smallest program of Windows that ends with a code, whatever it is asked: what may stand in the place of node.exe. */

const [PAGE, SECTOR] = [0x1000, 0x200];
const HEADER_AT = 64;
const OPTIONAL_SIZE = 240;

/** @param {number} code */
export function endsWith(code) {
  const file = Buffer.alloc(2 * SECTOR);
  file.write('MZ');
  file.writeUInt32LE(HEADER_AT, 60);
  file.write('PE\0\0', HEADER_AT);
  // Of the processor x64, with one section; it may be run, and lie anywhere.
  const header = HEADER_AT + 4;
  file.writeUInt16LE(0x8664, header);
  file.writeUInt16LE(1, header + 2);
  file.writeUInt16LE(OPTIONAL_SIZE, header + 16);
  file.writeUInt16LE(0x22, header + 18);
  const optional = header + 20;
  file.writeUInt16LE(0x20b, optional);
  file.writeUInt32LE(PAGE, optional + 16);
  file.writeBigUInt64LE(0x140000000n, optional + 24);
  file.writeUInt32LE(PAGE, optional + 32);
  file.writeUInt32LE(SECTOR, optional + 36);
  for (const version of [40, 48]) file.writeUInt16LE(6, optional + version);
  file.writeUInt32LE(2 * PAGE, optional + 56);
  file.writeUInt32LE(SECTOR, optional + 60);
  // Of the console.
  file.writeUInt16LE(3, optional + 68);
  for (const room of [72, 80, 88, 96]) file.writeBigUInt64LE(BigInt(PAGE), optional + room);
  file.writeUInt32LE(16, optional + 108);
  const section = optional + OPTIONAL_SIZE;
  file.write('.text', section);
  for (const [at, value] of [
    [8, PAGE],
    [12, PAGE],
    [16, SECTOR],
    [20, SECTOR],
    [36, 0x60000020],
  ])
    file.writeUInt32LE(value ?? 0, section + (at ?? 0));
  // mov eax, code; ret
  file.writeUInt8(0xb8, SECTOR);
  file.writeUInt32LE(code, SECTOR + 1);
  file.writeUInt8(0xc3, SECTOR + 5);
  return file;
}
