/** The directory of a compound file, which is all that tells an old or an encrypted Office file from another. */

/** A compound file with these streams in its directory. @param {...string} names */
export function ole(...names) {
  const bytes = Buffer.alloc(512 + 128 * (names.length + 1));
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  ['Root Entry', ...names].forEach((name, index) => {
    const at = 512 + 128 * index;
    bytes.write(name, at, 'utf16le');
    bytes.writeUInt16LE((name.length + 1) * 2, at + 64);
    bytes[at + 66] = index === 0 ? 5 : 2;
  });
  return bytes;
}
