/** Names in the directory of an OLE compound file ([MS-CFB] 2.6.1): which program's old format is it. */
const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ENTRY = 128;
const STREAM = 2;
const STORAGE = 1;

export const isOle = (bytes: Uint8Array): boolean => SIGNATURE.every((value, at) => bytes[at] === value);

/**
 * Names of streams and storages in stored order. Every place where a directory entry can stand is
 * tried, so that a file with a damaged sector chain is still told apart.
 */
export function* oleNames(bytes: Uint8Array): Generator<string> {
  const utf16 = new TextDecoder('utf-16le');
  for (let at = 512; at + ENTRY <= bytes.length; at += ENTRY) {
    const kind = bytes[at + 66];
    const length = (bytes[at + 64] ?? 0) | ((bytes[at + 65] ?? 0) << 8);
    if ((kind !== STREAM && kind !== STORAGE) || length < 4 || length > 64 || length % 2 === 1) continue;
    yield utf16.decode(bytes.subarray(at, at + length - 2));
  }
}
