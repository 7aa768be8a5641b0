/** Text of a workbook: plain and rich text joined, phonetic guides left out, `_x0041_` escapes decoded. */
const ESCAPE = /_x([0-9A-Fa-f]{4})_/gu;
const XML_SPACES = ' \t\r\n';

/** Excel's escape for characters that XML cannot carry (ECMA-376 22.9.2.19); `_x005F_` protects an underscore. */
export const decodeEscapes = (text: string): string =>
  text.includes('_x')
    ? text.replace(ESCAPE, (_whole, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;

/** Without the XML spaces around it (not NBSP, which is content); in one pass, whatever the length. */
export function trimXml(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && XML_SPACES.includes(text.charAt(from))) from += 1;
  while (to > from && XML_SPACES.includes(text.charAt(to - 1))) to -= 1;
  return text.slice(from, to);
}

/** Collects one `si` or `is` element from the events inside it. */
export class TextCollector {
  private readonly path: string[] = [];
  private joined = '';
  private piece = '';
  private keepsSpaces = false;

  open(local: string, space: string | undefined): void {
    this.path.push(local);
    this.piece = '';
    this.keepsSpaces = space === 'preserve';
  }

  text(text: string): void {
    if (this.readsText()) this.piece += text;
  }

  close(): void {
    if (this.readsText()) this.joined += this.finished();
    this.path.pop();
  }

  get value(): string {
    return this.joined;
  }

  /** Unprotected spaces around a plain text are layout of the XML; between runs they may part two words. */
  private finished(): string {
    const plain = this.path.length === 1;
    return decodeEscapes(plain && !this.keepsSpaces ? trimXml(this.piece) : this.piece);
  }

  private readsText(): boolean {
    const [first, second] = this.path;
    return (
      (first === 't' && this.path.length === 1) || (first === 'r' && second === 't' && this.path.length === 2)
    );
  }
}
