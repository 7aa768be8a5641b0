/** The text of an XML part: UTF-8 or UTF-16 by byte order mark, decoded without guessing; no DOCTYPE. */
import { refuse } from '../read-fault.js';

export type XmlEncoding = 'utf-8' | 'utf-16le' | 'utf-16be';

const CHUNK = 1 << 16;

type Decoder = InstanceType<typeof TextDecoder>;

/** By byte order mark, or by the position of the zero byte beside the first `<` (XML 1.0, appendix F). */
export function xmlEncoding(bytes: Uint8Array): XmlEncoding {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  return 'utf-8';
}

/** Pieces of the text in order; a byte sequence that is no letter makes the part a damaged one. */
export function* decodeXml(part: string, bytes: Uint8Array | Iterable<Uint8Array>): Generator<string> {
  let decoder: Decoder | undefined;
  for (const piece of bytes instanceof Uint8Array ? [bytes] : bytes) {
    if (piece.length === 0) continue;
    decoder ??= new TextDecoder(xmlEncoding(piece), { fatal: true });
    for (let at = 0; at < piece.length; at += CHUNK)
      yield decoded(part, decoder, piece.subarray(at, at + CHUNK));
  }
  yield decoded(part, decoder ?? new TextDecoder('utf-8', { fatal: true }), undefined);
}

/** Without bytes: the end, where half a letter may be left. */
function decoded(part: string, decoder: Decoder, bytes: Uint8Array | undefined): string {
  try {
    return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
  } catch {
    return refuse('file/bad-xml', { part });
  }
}

/** A document type can only stand before the root element, after spaces, comments and instructions. */
export function refuseDoctype(part: string, bytes: Uint8Array): void {
  const encoding = xmlEncoding(bytes);
  const text =
    encoding === 'utf-8'
      ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      : Buffer.from([...decodeXml(part, bytes)].join(''));
  let at =
    /^(\u00ef\u00bb\u00bf|\s)*</u.exec(text.toString('latin1', 0, 256)) === null ? -1 : text.indexOf('<');
  while (at >= 0) {
    const head = text.toString('latin1', at, at + 9);
    if (/^<!doctype/iu.test(head)) refuse('file/doctype', { part });
    const close = head.startsWith('<?') ? '?>' : head.startsWith('<!--') ? '-->' : undefined;
    if (close === undefined) return;
    const end = text.indexOf(close, at);
    at = end < 0 ? -1 : text.indexOf('<', end);
  }
}
