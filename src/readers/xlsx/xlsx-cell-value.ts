/** The stored value of a cell: where it stands in the sheet; letters are made of it only where it is no plain number of digits. */
import { textOf } from '../xml/xml-characters.js';
import type { XmlScanner } from '../xml/xml-scanner.js';
import { trimXml } from './xlsx-text.js';

const ZERO = 0x30;
const NINE = 0x39;
/** More digits need not fit a whole number exactly. */
const MOST_DIGITS = 9;

/** The whole number that stands there in digits and nothing else; -1 for everything else and for very long ones. */
export function numberAt(bytes: Buffer, from: number, to: number): number {
  if (to === from || to - from > MOST_DIGITS) return -1;
  let number = 0;
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < ZERO || byte > NINE) return -1;
    number = number * 10 + byte - ZERO;
  }
  return number;
}

export class CellValue {
  /** There is a `v` element, empty or not. */
  isThere = false;
  /** It is digits only, in one piece, and not too many of them. */
  digits = false;
  private readonly scanner: XmlScanner;
  private from = 0;
  private to = 0;
  private seen = 0;
  private whole = 0;
  /** Put together where it came in several pieces. */
  private joined: string | undefined;

  constructor(scanner: XmlScanner) {
    this.scanner = scanner;
  }

  forget(): void {
    this.isThere = false;
    this.digits = false;
    this.to = 0;
    this.joined = undefined;
  }

  open(): void {
    this.isThere = true;
  }

  /** A value without anything but letters that stand for themselves. */
  take(from: number, to: number): void {
    this.isThere = true;
    this.from = from;
    this.to = to;
    this.seen = 0;
    this.whole = numberAt(this.scanner.bytes, from, to);
    this.digits = this.whole !== -1;
  }

  /** The text the scanner stands on belongs to the value. */
  add(): void {
    const { scanner } = this;
    if (this.to > 0 || this.joined !== undefined) {
      this.joined = this.text() + scanner.text();
      this.digits = false;
      return;
    }
    this.from = scanner.textFrom;
    this.to = scanner.textTo;
    this.seen = scanner.textSeen;
    this.whole = numberAt(scanner.bytes, this.from, this.to);
    this.digits = this.whole !== -1;
  }

  number(): number {
    return this.whole;
  }

  text(): string {
    if (this.joined !== undefined) return this.joined;
    if (this.to === 0) return '';
    const { bytes } = this.scanner;
    if (this.digits && (this.to - this.from === 1 || bytes[this.from] !== ZERO)) return String(this.whole);
    return textOf(bytes, this.from, this.to, this.seen) ?? '';
  }

  trimmed(): string {
    return trimXml(this.text());
  }
}
