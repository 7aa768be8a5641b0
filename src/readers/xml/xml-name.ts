/** A name in a tag, where it stands: its end, and the colon behind its prefix. */
import { COLON, IN_TAG, LETTER_PART, NAME, NAME_START } from './xml-bytes.js';
import { isXmlName } from './xml-characters.js';

export class XmlName {
  /** Of the name that was found last; -1 where it has no prefix. */
  colon = -1;
  private readonly bytes: Buffer;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  /** Where the name that begins here ends; -1 where none does. */
  endOf(from: number): number {
    const { bytes } = this;
    const kinds = IN_TAG;
    let kind = kinds[bytes[from] ?? 0] ?? 0;
    if ((kind & NAME_START) === 0) return -1;
    let colon = -1;
    let seen = 0;
    let to = from;
    while ((kind & NAME) !== 0) {
      seen |= kind;
      if ((kind & COLON) !== 0) {
        if (colon !== -1) return -1;
        colon = to;
      }
      to += 1;
      kind = kinds[bytes[to] ?? 0] ?? 0;
    }
    this.colon = colon;
    if (colon === to - 1) return -1;
    return (seen & LETTER_PART) !== 0 && !isXmlName(bytes.toString('utf8', from, to)) ? -1 : to;
  }
}
