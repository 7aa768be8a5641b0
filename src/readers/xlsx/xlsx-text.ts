/** Text of a workbook: plain and rich text joined, phonetic guides left out, `_x0041_` escapes decoded. */
import type { LegacyFont } from '../../model.js';
import { legacyFontOf } from './legacy-font.js';
import { defined } from '../../values/defined.js';

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

/** A run of a rich text. `own`: it names a font, old or not; otherwise the cell's font holds. */
export interface TextRun {
  readonly text: string;
  readonly own: boolean;
  readonly font?: LegacyFont;
}

/** Collects one `si` or `is` element from the events inside it. */
export class TextCollector {
  private readonly path: string[] = [];
  private joined = '';
  private piece = '';
  private keepsSpaces = false;
  private font: string | undefined;
  private readonly rich: TextRun[] = [];

  open(local: string, attribute: (name: string) => string | undefined): void {
    this.path.push(local);
    this.piece = '';
    this.keepsSpaces = attribute('xml:space') === 'preserve';
    if (this.path.length === 1) this.font = undefined;
    if (local === 'rFont' && this.path.length === 3) this.font = attribute('val');
  }

  text(text: string): void {
    if (this.readsText()) this.piece += text;
  }

  close(): void {
    if (this.readsText()) {
      const text = this.finished();
      this.joined += text;
      this.rich.push(runOf(text, this.font));
    }
    this.path.pop();
  }

  /** The runs, when one of them is set in an old font. */
  get runs(): readonly TextRun[] | undefined {
    return this.rich.some(({ font }) => font !== undefined) ? this.rich : undefined;
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

function runOf(text: string, name: string | undefined): TextRun {
  if (name === undefined) return { text, own: false };
  return { text, own: true, ...defined({ font: legacyFontOf(name) }) };
}
