/** The attributes of the element that has just opened: where their names and values stand, and nothing more until asked. */
import {
  FORBIDDEN,
  FOUR_DOUBLE_QUOTES,
  FOUR_SINGLE_QUOTES,
  HIGH,
  HIGH_BITS,
  IN_TAG,
  IN_VALUE,
  LETTER,
  mayStop,
  REFERENCE,
  SPACE,
} from './xml-bytes.js';
import { areReferences, valueOf } from './xml-characters.js';
import { XML_LIMITS } from './xml-limits.js';
import { XmlName } from './xml-name.js';
import { XmlScopes } from './xml-scopes.js';

const GREATER = 0x3e;
const SLASH = 0x2f;
const EQUALS = 0x3d;
const DOUBLE = 0x22;
const SINGLE = 0x27;
const LETTER_X = 0x78;
/** So few are compared each with each. */
const FEW = 24;
/** Numbers kept for each attribute: name from and to, its colon or -1, value from and to, what was seen in the value. */
const KEPT = 6;

export class XmlAttributes {
  readonly scopes: XmlScopes;
  /** The element ended with its tag. */
  closesItself = false;
  readonly bytes: Buffer;
  private readonly words: DataView;
  private readonly name: XmlName;
  private readonly refuse: () => never;
  private readonly places = new Int32Array(KEPT * XML_LIMITS.attributes);
  private count = 0;

  constructor(bytes: Buffer, refuse: () => never) {
    this.bytes = bytes;
    this.words = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.name = new XmlName(bytes);
    this.refuse = refuse;
    this.scopes = new XmlScopes(bytes);
  }

  /** From behind the name of the element to behind its tag. */
  scan(from: number, depth: number): number {
    const { bytes, places } = this;
    let at = from;
    let isPrefixed = false;
    // Names that are the same set the same bit.
    let bits = 0;
    let mayBeTwice = false;
    this.count = 0;
    for (;;) {
      const name = skipSpaces(bytes, at);
      const byte = bytes[name] ?? 0;
      if (byte === GREATER || byte === SLASH) {
        this.closesItself = byte === SLASH;
        if (byte === SLASH && bytes[name + 1] !== GREATER) this.refuse();
        at = name + (byte === SLASH ? 2 : 1);
        break;
      }
      if (name === at || this.count === XML_LIMITS.attributes) this.refuse();
      const place = KEPT * this.count;
      at = this.scanOne(name, byte, place);
      const to = places[place + 1] ?? 0;
      if (places[place + 2] !== -1 || (byte === LETTER_X && this.isDefault(name, to))) isPrefixed = true;
      const bit = 1 << ((byte ^ ((bytes[to - 1] ?? 0) << 1) ^ (to - name)) & 31);
      if ((bits & bit) !== 0) mayBeTwice = true;
      bits |= bit;
    }
    if (mayBeTwice) this.refuseTwice();
    if (isPrefixed) this.resolve(depth);
    return at;
  }

  /** The value under a name as written; undefined where there is none. */
  value(name: string): string | undefined {
    const place = this.placeOf(name);
    return place === -1 ? undefined : this.valueAt(place);
  }

  /** The value under a name of a namespace. */
  valueIn(local: string, space: string): string | undefined {
    for (let place = 0; place < KEPT * this.count; place += KEPT) {
      const colon = this.places[place + 2] ?? -1;
      const from = this.places[place] ?? 0;
      const start = colon === -1 ? from : colon + 1;
      if (!this.isAt(start, this.places[place + 1] ?? 0, local)) continue;
      if ((colon === -1 ? '' : this.scopes.uriOf(from, colon)) === space) return this.valueAt(place);
    }
    return undefined;
  }

  /** Place of an attribute for `valueFrom` and `valueTo`; -1 where there is none. */
  placeOf(name: string): number {
    for (let place = 0; place < KEPT * this.count; place += KEPT)
      if (this.isAt(this.places[place] ?? 0, this.places[place + 1] ?? 0, name)) return place;
    return -1;
  }

  valueFrom(place: number): number {
    return this.places[place + 3] ?? 0;
  }

  valueTo(place: number): number {
    return this.places[place + 4] ?? 0;
  }

  valueAt(place: number): string {
    const seen = this.places[place + 5] ?? 0;
    return valueOf(this.bytes, this.valueFrom(place), this.valueTo(place), seen) ?? this.refuse();
  }

  /** One attribute, from its name, whose first byte is given, to behind its value. */
  private scanOne(from: number, first: number, place: number): number {
    const { bytes, words, places } = this;
    let at: number;
    places[place] = from;
    // Most names in a sheet are one letter with nothing between it, the sign and the value.
    if (bytes[from + 1] === EQUALS && bytes[from + 2] === DOUBLE && IN_TAG[first] === LETTER) {
      places[place + 1] = from + 1;
      places[place + 2] = -1;
      at = from + 2;
    } else {
      const to = this.name.endOf(from);
      if (to === -1) this.refuse();
      places[place + 1] = to;
      places[place + 2] = this.name.colon;
      at = skipSpaces(bytes, to);
      if (bytes[at] !== EQUALS) this.refuse();
      at = skipSpaces(bytes, at + 1);
    }
    const quote = bytes[at];
    if (quote !== DOUBLE && quote !== SINGLE) this.refuse();
    at += 1;
    places[place + 3] = at;
    const kinds = IN_VALUE;
    let seen = 0;
    const four = quote === DOUBLE ? FOUR_DOUBLE_QUOTES : FOUR_SINGLE_QUOTES;
    let byte: number;
    do {
      for (let word = words.getInt32(at, true); !mayStop(word, four); word = words.getInt32(at, true)) {
        if ((word & HIGH_BITS) !== 0) seen |= HIGH;
        at += 4;
      }
      const next = at + 4;
      byte = bytes[at] ?? 0;
      while (byte !== quote && at < next) {
        seen |= kinds[byte] ?? 0;
        at += 1;
        byte = bytes[at] ?? 0;
      }
      if (seen >= FORBIDDEN) this.refuse();
    } while (byte !== quote);
    places[place + 4] = at;
    places[place + 5] = seen;
    this.count += 1;
    // A reference that names nothing is a fault also where nobody reads it.
    if ((seen & REFERENCE) !== 0 && !areReferences(bytes, places[place + 3] ?? 0, at)) this.refuse();
    return at + 1;
  }

  private isAt(from: number, to: number, name: string): boolean {
    if (to - from !== name.length) return false;
    for (let at = 0; at < name.length; at += 1)
      if (this.bytes[from + at] !== name.charCodeAt(at)) return false;
    return true;
  }

  private isDefault(from: number, to: number): boolean {
    return this.bytes[from] === LETTER_X && this.isAt(from, to, 'xmlns');
  }

  /** No name may stand twice. */
  private refuseTwice(): void {
    if (this.count > FEW) {
      const names = new Set<string>();
      for (let place = 0; place < KEPT * this.count; place += KEPT)
        names.add(this.bytes.toString('latin1', this.places[place], this.places[place + 1]));
      if (names.size < this.count) this.refuse();
      return;
    }
    for (let place = KEPT; place < KEPT * this.count; place += KEPT)
      for (let before = 0; before < place; before += KEPT) if (this.isSameName(place, before)) this.refuse();
  }

  private isSameName(one: number, other: number): boolean {
    const { bytes, places } = this;
    const from = places[one] ?? 0;
    const start = places[other] ?? 0;
    const length = (places[one + 1] ?? 0) - from;
    if (length !== (places[other + 1] ?? 0) - start) return false;
    for (let at = 0; at < length; at += 1) if (bytes[from + at] !== bytes[start + at]) return false;
    return true;
  }

  /** Declares namespaces, then asks that every prefix has one and no name of a namespace stands twice. */
  private resolve(depth: number): void {
    const { places, scopes } = this;
    for (let place = 0; place < KEPT * this.count; place += KEPT) {
      const from = places[place] ?? 0;
      const to = places[place + 1] ?? 0;
      const colon = places[place + 2] ?? -1;
      const isDefault = colon === -1 && this.isDefault(from, to);
      if (!isDefault && (colon === -1 || !this.isDefault(from, colon))) continue;
      if (!scopes.declare(isDefault ? to : colon + 1, to, this.valueAt(place), depth)) this.refuse();
    }
    let prefixed = 0;
    for (let place = 0; place < KEPT * this.count; place += KEPT) {
      const colon = places[place + 2] ?? -1;
      if (colon === -1) continue;
      if (scopes.uriOf(places[place] ?? 0, colon) === undefined) this.refuse();
      prefixed += 1;
    }
    if (prefixed > 1) this.refuseTwiceInSpace(prefixed);
  }

  /** Local names of different lengths differ: true of most cells, and told without making texts of them. */
  private haveOwnLengths(): boolean {
    const { places } = this;
    let seen = 0;
    for (let place = 0; place < KEPT * this.count; place += KEPT) {
      const colon = places[place + 2] ?? -1;
      if (colon === -1) continue;
      const length = (places[place + 1] ?? 0) - colon - 1;
      if (length > 30 || (seen & (1 << length)) !== 0) return false;
      seen |= 1 << length;
    }
    return true;
  }

  private refuseTwiceInSpace(prefixed: number): void {
    const { bytes, places, scopes } = this;
    if (this.haveOwnLengths()) return;
    const names = new Set<string>();
    for (let place = 0; place < KEPT * this.count; place += KEPT) {
      const colon = places[place + 2] ?? -1;
      if (colon === -1) continue;
      const uri = scopes.uriOf(places[place] ?? 0, colon) ?? '';
      names.add(`${uri} ${bytes.toString('latin1', colon + 1, places[place + 1])}`);
    }
    if (names.size < prefixed) this.refuse();
  }
}

function skipSpaces(bytes: Buffer, from: number): number {
  let at = from;
  while (((IN_TAG[bytes[at] ?? 0] ?? 0) & SPACE) !== 0) at += 1;
  return at;
}
