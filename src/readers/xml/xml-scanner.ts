/**
 * One scanner for all XML: a cursor over the bytes of a part, moved from token to token. It makes no object and no string;
 * who reads asks for the text, name or value it needs. As strict as a validating parser on form: what is not
 * well-formed is refused, never skipped. Reading workbooks is nearly all XML, so this is what makes hundreds of them quick.
 */
import { refuse } from '../read-fault.js';
import { XmlAttributes } from './xml-attributes.js';
import {
  BRACKET,
  FORBIDDEN,
  FOUR_BRACKETS,
  HIGH,
  HIGH_BITS,
  INK,
  IN_TAG,
  IN_TEXT,
  LITERAL,
  mayStop,
  REFERENCE,
  SPACE,
} from './xml-bytes.js';
import { areReferences, textOf } from './xml-characters.js';
import { XML_LIMITS } from './xml-limits.js';
import { XmlName } from './xml-name.js';
import { BEHIND, checkedUtf8 } from './xml-text.js';

/** What the cursor stands on. */
export const END = 0;
export const OPEN = 1;
export const CLOSE = 2;
export const TEXT = 3;
export type Token = typeof END | typeof OPEN | typeof CLOSE | typeof TEXT;

const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;
const BANG = 0x21;
const QUESTION = 0x3f;
const CLOSING = 0x5d;
const DECLARATION =
  /^<\?xml[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*(?:"1\.[0-9]+"|'1\.[0-9]+')(?:[ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*(?:"([A-Za-z][\w.-]*)"|'([A-Za-z][\w.-]*)'))?(?:[ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*(?:"(?:yes|no)"|'(?:yes|no)'))?[ \t\r\n]*\?>/u;

export class XmlScanner {
  readonly bytes: Buffer;
  readonly attributes: XmlAttributes;
  /** Where the next token begins; who has read some bytes himself moves it behind them. */
  at = 0;
  /** Elements that are open after the token. */
  depth = 0;
  /** Of the element that was opened or closed: its namespace, and its name without prefix. */
  uri = '';
  nameFrom = 0;
  nameTo = 0;
  /** Of the text: where it stands, and what was seen in it. */
  textFrom = 0;
  textTo = 0;
  textSeen = 0;
  private readonly part: string;
  private readonly end: number;
  private readonly words: DataView;
  private readonly tag: XmlName;
  private readonly names = new Int32Array(3 * (XML_LIMITS.depth + 1));
  private readonly uris: string[] = [];
  private isRootSeen = false;
  private closesItself = false;

  constructor(part: string, content: Uint8Array) {
    this.part = part;
    this.bytes = checkedUtf8(part, content);
    this.end = this.bytes.length - BEHIND;
    this.words = new DataView(this.bytes.buffer, this.bytes.byteOffset, this.bytes.byteLength);
    this.tag = new XmlName(this.bytes);
    this.attributes = new XmlAttributes(this.bytes, () => this.refuse());
    this.at = this.skipDeclaration();
  }

  /** Moves on to the next element, end of element or text. */
  next(): Token {
    if (this.closesItself) return this.closed(this.at);
    const { bytes } = this;
    for (;;) {
      const { at } = this;
      if (at >= this.end) return this.finish();
      if (bytes[at] !== LESS) {
        if (this.scanText(at)) return TEXT;
        continue;
      }
      const next = bytes[at + 1];
      if (next === SLASH) return this.scanClose(at + 2);
      if (next === BANG) {
        if (this.scanBang(at)) return TEXT;
      } else if (next === QUESTION) this.skipInstruction(at);
      else return this.scanOpen(at + 1);
    }
  }

  /** Nothing is due before the bytes at `at`: not the end of an element that ended with its tag. */
  get isBetween(): boolean {
    return !this.closesItself;
  }

  /** The text the cursor stands on. */
  text(): string {
    return textOf(this.bytes, this.textFrom, this.textTo, this.textSeen) ?? this.refuse();
  }

  /** The name of the element the cursor stands on, without prefix. */
  name(): string {
    return this.bytes.toString('utf8', this.nameFrom, this.nameTo);
  }

  /** Whether it is this name, of ASCII letters. */
  isNamed(name: string): boolean {
    const { bytes, nameFrom } = this;
    if (this.nameTo - nameFrom !== name.length) return false;
    for (let at = 0; at < name.length; at += 1)
      if (bytes[nameFrom + at] !== name.charCodeAt(at)) return false;
    return true;
  }

  /** The name where it is one byte long; otherwise 0. */
  get letter(): number {
    return this.nameTo - this.nameFrom === 1 ? (this.bytes[this.nameFrom] ?? 0) : 0;
  }

  refuse(): never {
    return refuse('file/bad-xml', { part: this.part });
  }

  private finish(): Token {
    if (!this.isRootSeen || this.depth > 0) this.refuse();
    return END;
  }

  private scanText(from: number): boolean {
    const { bytes, words } = this;
    if (this.depth === 0) return this.skipOutside(from);
    const kinds = IN_TEXT;
    let to = from;
    let seen = 0;
    let byte: number;
    do {
      for (
        let word = words.getInt32(to, true);
        !mayStop(word, FOUR_BRACKETS);
        word = words.getInt32(to, true)
      ) {
        if ((word & HIGH_BITS) !== 0) seen |= HIGH;
        to += 4;
      }
      const next = to + 4;
      byte = bytes[to] ?? 0;
      while (byte !== LESS && to < next) {
        seen |= kinds[byte] ?? 0;
        to += 1;
        byte = bytes[to] ?? 0;
      }
    } while (byte !== LESS && to < this.end);
    // Behind the end stand zeros, which no text may hold; a text that reaches there lacks its end of element.
    if ((seen & FORBIDDEN) !== 0 || to >= this.end) this.refuse();
    this.at = to;
    if ((seen & BRACKET) !== 0) this.refuseSectionEnd(from, to);
    this.textFrom = from;
    this.textTo = to;
    this.textSeen = seen;
    // A reference that names nothing is a fault also where nobody reads it.
    if ((seen & REFERENCE) !== 0 && !areReferences(bytes, from, to)) this.refuse();
    return true;
  }

  /** Outside the root only white space may stand, and is nobody's. */
  private skipOutside(from: number): false {
    let to = from;
    while (to < this.end && this.bytes[to] !== LESS) to += 1;
    if ((this.seenIn(from, to) & INK) !== 0) this.refuse();
    this.at = to;
    return false;
  }

  /** `]]>` may not stand in character data. */
  private refuseSectionEnd(from: number, to: number): void {
    const { bytes } = this;
    for (let at = from; at + 2 < to; at += 1)
      if (bytes[at] === CLOSING && bytes[at + 1] === CLOSING && bytes[at + 2] === GREATER) this.refuse();
  }

  private scanOpen(from: number): Token {
    if (this.depth === 0 && this.isRootSeen) this.refuse();
    if (this.depth >= XML_LIMITS.depth) this.refuse();
    this.isRootSeen = true;
    const to = this.nameEnd(from);
    const { colon } = this.tag;
    const { attributes } = this;
    this.depth += 1;
    const after = attributes.scan(to, this.depth);
    const { scopes } = attributes;
    const uri = colon === -1 ? scopes.plain : this.uriOf(from, colon);
    this.nameFrom = colon === -1 ? from : colon + 1;
    this.nameTo = to;
    this.uri = uri;
    const place = 3 * this.depth;
    this.names[place] = from;
    this.names[place + 1] = this.nameFrom;
    this.names[place + 2] = to;
    this.uris[this.depth] = uri;
    this.closesItself = attributes.closesItself;
    this.at = after;
    return OPEN;
  }

  private uriOf(from: number, to: number): string {
    if (this.bytes.toString('latin1', from, to) === 'xmlns') this.refuse();
    return this.attributes.scopes.uriOf(from, to) ?? this.refuse();
  }

  private scanClose(from: number): Token {
    const { bytes, names } = this;
    if (this.depth === 0) this.refuse();
    const place = 3 * this.depth;
    const opened = names[place] ?? 0;
    const length = (names[place + 2] ?? 0) - opened;
    for (let at = 0; at < length; at += 1) if (bytes[from + at] !== bytes[opened + at]) this.refuse();
    let after = from + length;
    while (((IN_TAG[bytes[after] ?? 0] ?? 0) & SPACE) !== 0) after += 1;
    if (bytes[after] !== GREATER) this.refuse();
    return this.closed(after + 1);
  }

  private closed(after: number): Token {
    const { depth, names } = this;
    this.closesItself = false;
    this.nameFrom = names[3 * depth + 1] ?? 0;
    this.nameTo = names[3 * depth + 2] ?? 0;
    this.uri = this.uris[depth] ?? '';
    this.attributes.scopes.leave(depth);
    this.depth = depth - 1;
    this.at = after;
    return CLOSE;
  }

  /** A comment is passed over, a CDATA section is text. A document type would only be found here if the gate had missed it. */
  private scanBang(at: number): boolean {
    const { bytes } = this;
    if (bytes.toString('latin1', at + 2, at + 4) === '--') {
      const end = this.placeOf('--', at + 4);
      if (bytes[end + 2] !== GREATER) this.refuse();
      this.seenIn(at + 4, end);
      this.at = end + 3;
      return false;
    }
    if (bytes.toString('latin1', at + 2, at + 9) === 'DOCTYPE') refuse('file/doctype', { part: this.part });
    if (bytes.toString('latin1', at + 2, at + 9) !== '[CDATA[' || this.depth === 0) this.refuse();
    const end = this.placeOf(']]>', at + 9);
    this.textFrom = at + 9;
    this.textTo = end;
    this.textSeen = this.seenIn(at + 9, end) | LITERAL;
    this.at = end + 3;
    return true;
  }

  private skipInstruction(at: number): void {
    const target = this.nameEnd(at + 2);
    const name = this.bytes.toString('latin1', at + 2, target);
    if (this.tag.colon !== -1 || /^xml$/iu.test(name)) this.refuse();
    const behind = this.bytes[target] ?? 0;
    if (behind !== QUESTION && ((IN_TAG[behind] ?? 0) & SPACE) === 0) this.refuse();
    const end = this.placeOf('?>', target);
    this.seenIn(target, end);
    this.at = end + 2;
  }

  private placeOf(mark: string, from: number): number {
    const place = this.bytes.indexOf(mark, from, 'latin1');
    return place === -1 ? this.refuse() : place;
  }

  private seenIn(from: number, to: number): number {
    let seen = 0;
    for (let at = from; at < to; at += 1) seen |= IN_TEXT[this.bytes[at] ?? 0] ?? 0;
    return (seen & FORBIDDEN) === 0 ? seen : this.refuse();
  }

  private nameEnd(from: number): number {
    const to = this.tag.endOf(from);
    return to === -1 ? this.refuse() : to;
  }

  private skipDeclaration(): number {
    const { bytes } = this;
    // An instruction in this place can only be a declaration that was damaged.
    if (bytes[0] !== LESS || bytes[1] !== QUESTION) return 0;
    const found = DECLARATION.exec(bytes.toString('latin1', 0, 512));
    const encoding = found?.[1] ?? found?.[2];
    if (found === null || (encoding !== undefined && !XML_LIMITS.encodings.test(encoding)))
      return this.refuse();
    return found[0].length;
  }
}
