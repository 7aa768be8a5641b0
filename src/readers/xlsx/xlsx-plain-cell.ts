/**
 * The cells that make up nearly all of a sheet, matched byte by byte: `<c r="B7" s="3"/>`, `<c r="B7" s="3"><v>12</v></c>`,
 * `<c r="B7" s="3" t="s"><v>40</v></c>`. Whatever is written otherwise by a single byte goes to the scanner, which knows
 * all of XML; a test reads the same cells both ways.
 */
const ZERO = 0x30;
const NINE = 0x39;
const LETTER_A = 0x41;
const LETTER_Z = 0x5a;
const QUOTE = 0x22;
const LESS = 0x3c;
const SLASH = 0x2f;
const GREATER = 0x3e;
const POINT = 0x2e;
const MINUS = 0x2d;
const MOST_LETTERS = 3;
const MOST_DIGITS = 9;

/** Letters as the number that two or four of them are when read at once. */
const word = (letters: string): number =>
  Buffer.from(letters).reduceRight((number, byte) => number * 256 + byte, 0);
const CELL = word('<c r');
const EQUALS = word('="');
const STYLE = word(' s="');
const TYPE = word(' t="');
const SHARED = word('s"');
const VALUE = word('><v>');
const END_OF_VALUE = word('</v>');
const END_OF_CELL = word('</c>');

export class PlainCell {
  column = 0;
  style = 0;
  /** Its value is the place of a shared text. */
  isShared = false;
  /** Where the value stands; nothing for a cell that is only formatted. */
  from = 0;
  to = 0;
  private readonly bytes: Buffer;
  private readonly words: DataView;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
    this.words = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** Where the cell that begins here ends, when it is plain and belongs to this row; else -1. */
  match(start: number, row: number): number {
    const { bytes, words } = this;
    if (words.getUint32(start, true) !== CELL || words.getUint16(start + 4, true) !== EQUALS) return -1;
    let at = this.address(start + 6, row);
    if (at === -1) return -1;
    this.style = 0;
    if (words.getUint32(at, true) === STYLE) {
      at = this.number(at + 4);
      if (at === -1) return -1;
    }
    this.isShared = words.getUint32(at, true) === TYPE && words.getUint16(at + 4, true) === SHARED;
    if (this.isShared) at += 6;
    this.from = 0;
    this.to = 0;
    if (bytes[at] === SLASH) return bytes[at + 1] === GREATER ? at + 2 : -1;
    if (words.getUint32(at, true) !== VALUE) return -1;
    at += 4;
    this.from = at;
    let byte = bytes[at] ?? 0;
    while ((byte >= ZERO && byte <= NINE) || byte === POINT || byte === MINUS) {
      at += 1;
      byte = bytes[at] ?? 0;
    }
    this.to = at;
    if (byte !== LESS || at === this.from) return -1;
    const isEnd = words.getUint32(at, true) === END_OF_VALUE && words.getUint32(at + 4, true) === END_OF_CELL;
    return isEnd ? at + 8 : -1;
  }

  /** Column letters and the number of the row, to behind the closing quote. */
  private address(from: number, row: number): number {
    const { bytes } = this;
    let at = from;
    let column = 0;
    for (let byte = bytes[at] ?? 0; byte >= LETTER_A && byte <= LETTER_Z; byte = bytes[at] ?? 0) {
      column = column * 26 + byte - LETTER_A + 1;
      at += 1;
      if (at - from > MOST_LETTERS) return -1;
    }
    if (at === from || bytes[at] === ZERO) return -1;
    this.column = column;
    let number = 0;
    let byte = bytes[at] ?? 0;
    while (byte >= ZERO && byte <= NINE && number < row) {
      number = number * 10 + byte - ZERO;
      at += 1;
      byte = bytes[at] ?? 0;
    }
    return number === row && byte === QUOTE ? at + 1 : -1;
  }

  /** The number of a style, to behind the closing quote. */
  private number(from: number): number {
    const { bytes } = this;
    let at = from;
    let number = 0;
    let byte = bytes[at] ?? 0;
    while (byte >= ZERO && byte <= NINE && at - from < MOST_DIGITS) {
      number = number * 10 + byte - ZERO;
      at += 1;
      byte = bytes[at] ?? 0;
    }
    this.style = number;
    return byte === QUOTE && at > from ? at + 1 : -1;
  }
}
