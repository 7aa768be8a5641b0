/** How much markup a package holds: what makes reading slow, whatever its size in bytes. Counted before any XML is parsed. */
import { refuse } from '../read-fault.js';

/** A workbook whose every row is used holds some 5 million elements; its forms hold some ten thousand. */
export const MARKUP_LIMITS = {
  elements: 6_000_000,
  attributes: 24_000_000,
  cells: 1_500_000,
  text: 1_048_576,
};

const OPENING = 0x3c;
const SLASH = 0x2f;
const EQUALS = 0x3d;
const LETTER_C = 0x63;
/** What may follow the name `c`: space, line end, `>`, `/`. */
const AFTER_NAME = new Set([0x20, 0x09, 0x0a, 0x0d, 0x3e, SLASH]);

/** Adds up over the parts of one package. */
export class PackageWeight {
  private elements = 0;
  private attributes = 0;
  private cells = 0;
  private bytes = 0;

  /** Refuses the package when this part makes it too heavy, or holds a text that no cell can. */
  add(part: string, bytes: Uint8Array): void {
    this.bytes += bytes.length;
    // So little can break no limit; nearly every honest workbook ends here.
    if (this.bytes < MARKUP_LIMITS.text) return;
    let last = 0;
    let longest = 0;
    let elements = 0;
    let attributes = 0;
    let cells = 0;
    for (let at = 0; at < bytes.length; at += 1) {
      const value = bytes[at];
      if (value !== OPENING) {
        if (value === EQUALS) attributes += 1;
        continue;
      }
      if (at - last > longest) longest = at - last;
      last = at;
      const next = bytes[at + 1];
      if (next === SLASH) continue;
      elements += 1;
      if (next === LETTER_C && AFTER_NAME.has(bytes[at + 2] ?? 0)) cells += 1;
    }
    this.elements += elements;
    this.attributes += attributes;
    this.cells += cells;
    const over = (count: number, limit: number): void => {
      if (count > limit) refuse('file/too-many-cells', { part, count, limit });
    };
    over(this.cells, MARKUP_LIMITS.cells);
    over(this.elements, MARKUP_LIMITS.elements);
    over(this.attributes, MARKUP_LIMITS.attributes);
    if (isMarkup(bytes) && longest > MARKUP_LIMITS.text)
      refuse('file/over-long-text', { part, kilobytes: Math.round(longest / 1024) });
  }
}

/** Begins with `<`, after a byte order mark or the zero byte of UTF-16. */
const isMarkup = (bytes: Uint8Array): boolean => bytes.subarray(0, 4).includes(OPENING);
