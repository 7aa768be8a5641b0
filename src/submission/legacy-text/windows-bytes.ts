/** Text as the bytes of a Windows code page, and bytes as text: the two ways in which Vietnamese files get misread. */

/**
 * windows-1252 gives signs to 0x80–0x9F; the five codes it leaves free stay control characters. A table of our own:
 * the decoder of some Node releases takes windows-1252 for Latin-1.
 */
const SIGNS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const BYTE_OF_SIGN: ReadonlyMap<string, number> = new Map(
  Array.from(SIGNS, (sign, at) => [sign, 0x80 + at] as const),
);

/** The bytes of a text that was read as windows-1252; undefined when it holds any other letter. */
export function bytesOf1252(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const byte = BYTE_OF_SIGN.get(text.charAt(at)) ?? (code < 0x100 ? code : undefined);
    if (byte === undefined) return undefined;
    bytes[at] = byte;
  }
  return bytes;
}

/** windows-1258, composed: there the tones are codes after the vowel. */
export const from1258 = (bytes: Uint8Array): string =>
  new TextDecoder('windows-1258').decode(bytes).normalize('NFC');

export const from1252 = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) =>
    byte >= 0x80 && byte < 0xa0 ? SIGNS.charAt(byte - 0x80) : String.fromCharCode(byte),
  ).join('');

/** UTF-8, or undefined when the bytes are none. */
export function fromUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes).normalize('NFC');
  } catch {
    return undefined;
  }
}

/** windows-1258 gives these letters to codes that windows-1252 shows otherwise. */
const BYTE_IN_1258: ReadonlyMap<string, string> = new Map(
  Array.from(
    new TextDecoder('windows-1258').decode(Uint8Array.from({ length: 128 }, (_, at) => 0x80 + at)),
    (letter, at) => [letter, String.fromCharCode(0x80 + at)] as const,
  ),
);

/** The bytes of a text that was read as windows-1258; undefined when it holds any other letter. */
export function bytesOf1258(text: string): Uint8Array | undefined {
  const latin = Array.from(text, (letter) => BYTE_IN_1258.get(letter) ?? letter).join('');
  return bytesOf1252(latin);
}
