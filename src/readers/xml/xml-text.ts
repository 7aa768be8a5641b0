/** The text of an XML part: UTF-8 or UTF-16 by byte order mark, proved without guessing; no DOCTYPE. */
import { isUtf8 } from 'node:buffer';
import { refuse } from '../read-fault.js';

export type XmlEncoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** By byte order mark, or by the position of the zero byte beside the first `<` (XML 1.0, appendix F). */
export function xmlEncoding(bytes: Uint8Array): XmlEncoding {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  return 'utf-8';
}

const MARK = Buffer.from([0xef, 0xbb, 0xbf]);
/** U+FFFE and U+FFFF, which XML does not allow. */
const NO_LETTERS: readonly Buffer[] = [Buffer.from([0xef, 0xbf, 0xbe]), Buffer.from([0xef, 0xbf, 0xbf])];

/** So many zero bytes stand behind the end of a part that is scanned. */
export const BEHIND = 16;

/** The part in UTF-8 without a mark, `BEHIND` zeros at its end; a byte sequence that is no letter makes it a damaged one. */
export function checkedUtf8(part: string, content: Uint8Array): Buffer {
  const bytes = inUtf8(part, content);
  if (NO_LETTERS.some((one) => bytes.includes(one))) refuse('file/bad-xml', { part });
  let from = 0;
  // Two programs in a row may each have put a mark in front.
  while (from < 6 && bytes.subarray(from, from + 3).equals(MARK)) from += 3;
  return closed(bytes.subarray(from));
}

/** With zeros behind its end, where whoever looks a byte too far meets what no XML holds: there already, or in a copy. */
function closed(bytes: Buffer): Buffer {
  const { buffer, byteOffset, length } = bytes;
  if (byteOffset + length + BEHIND <= buffer.byteLength) {
    const longer = Buffer.from(buffer, byteOffset, length + BEHIND);
    if (longer.subarray(length).every((byte) => byte === 0)) return longer;
  }
  const copy = Buffer.allocUnsafe(bytes.length + BEHIND);
  bytes.copy(copy);
  copy.fill(0, bytes.length);
  return copy;
}

function inUtf8(part: string, content: Uint8Array): Buffer {
  const encoding = xmlEncoding(content);
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  if (encoding === 'utf-8') return isUtf8(bytes) ? bytes : refuse('file/bad-xml', { part });
  try {
    return Buffer.from(new TextDecoder(encoding, { fatal: true }).decode(bytes));
  } catch {
    return refuse('file/bad-xml', { part });
  }
}

/** A document type can only stand before the root element, after spaces, comments and instructions. */
export function refuseDoctype(part: string, bytes: Uint8Array): void {
  const text =
    xmlEncoding(bytes) === 'utf-8'
      ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      : inUtf8(part, bytes);
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
