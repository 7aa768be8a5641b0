/** Which namespaces are in force inside an element. Prefixes are compared as bytes where they stand; none becomes a string. */

const XML_SPACE = 'http://www.w3.org/XML/1998/namespace';
const XMLNS_SPACE = 'http://www.w3.org/2000/xmlns/';

interface Declared {
  /** Place of the prefix in the part; empty for the default namespace. */
  readonly from: number;
  readonly to: number;
  readonly uri: string;
  readonly depth: number;
}

export class XmlScopes {
  /** Namespace of elements without a prefix. */
  plain = '';
  private readonly bytes: Buffer;
  private readonly declared: Declared[] = [];
  private deepest = 0;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  /** False for what Namespaces in XML 1.0 forbids. */
  declare(from: number, to: number, value: string, depth: number): boolean {
    const uri = value.trim();
    const isXml = this.is(from, to, 'xml');
    if (uri === XMLNS_SPACE || this.is(from, to, 'xmlns')) return false;
    if (isXml !== (uri === XML_SPACE)) return false;
    if (uri === '' && from < to) return false;
    this.declared.push({ from, to, uri, depth });
    this.deepest = depth;
    if (from === to) this.plain = uri;
    return true;
  }

  /** What was declared by an element of this depth no longer holds. */
  leave(depth: number): void {
    if (this.deepest !== depth) return;
    let outer = this.declared.at(-1);
    while (outer?.depth === depth) {
      this.declared.pop();
      outer = this.declared.at(-1);
    }
    this.deepest = outer?.depth ?? 0;
    this.plain = this.declared.findLast(({ from, to }) => from === to)?.uri ?? '';
  }

  /** Undefined for a prefix that nobody declared. */
  uriOf(from: number, to: number): string | undefined {
    for (let index = this.declared.length - 1; index >= 0; index -= 1) {
      const one = this.declared[index];
      if (one !== undefined && to - from === one.to - one.from && this.isSame(from, one.from, to - from))
        return one.uri;
    }
    if (this.is(from, to, 'xml')) return XML_SPACE;
    return this.is(from, to, 'xmlns') ? XMLNS_SPACE : undefined;
  }

  private is(from: number, to: number, name: string): boolean {
    return to - from === name.length && this.bytes.toString('latin1', from, to) === name;
  }

  private isSame(one: number, other: number, length: number): boolean {
    for (let at = 0; at < length; at += 1) if (this.bytes[one + at] !== this.bytes[other + at]) return false;
    return true;
  }
}
