/** Writing CSV for Excel and machines alike: UTF-8 with BOM, commas, CRLF, no cell that a spreadsheet would run. */

import { safeLines } from '../values/safe-text.js';

/** A figure goes out as written; text is made harmless. */
export type CsvCell = { readonly figure: string } | { readonly text: string } | undefined;

/** Also full-width forms, which some programs read as the plain sign. */
const RUNS_AS_FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;
const NEEDS_QUOTES = /[",\r\n\t]|^\s|\s$/u;

const BOM = '\uFEFF';

/** `lines`: how many there will be, where that is known; it only spares memory. */
export function csvBytes(
  header: readonly string[],
  rows: Iterable<readonly CsvCell[]>,
  lines = 0,
): Uint8Array {
  const bytes = new GrowingBytes();
  bytes.add(`${BOM}${header.map((name) => quoted(name)).join(',')}\r\n`, 0);
  let block: string[] = [];
  let done = 0;
  const flush = (): void => {
    done += block.length;
    bytes.add(block.join(''), done === 0 ? 0 : Math.max(0, lines - done) / done);
    block = [];
  };
  for (const row of rows) {
    block.push(`${row.map(written).join(',')}\r\n`);
    if (block.length === BLOCK) flush();
  }
  flush();
  return bytes.all();
}

/** Lines that are turned into bytes at once: a table of a hundred thousand lines is never a text as a whole. */
const BLOCK = 2_000;

class GrowingBytes {
  readonly #encoder = new TextEncoder();
  #bytes = new Uint8Array(0);
  #length = 0;

  /** `left`: about how much more will come, as a multiple of what is here. */
  add(text: string, left: number): void {
    const added = this.#encoder.encode(text);
    const needed = this.#length + added.length;
    if (needed > this.#bytes.length) {
      const grown = new Uint8Array(Math.ceil(needed * (1.05 + left)));
      grown.set(this.#bytes.subarray(0, this.#length));
      this.#bytes = grown;
    }
    this.#bytes.set(added, this.#length);
    this.#length = needed;
  }

  all(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }
}

function written(cell: CsvCell): string {
  if (cell === undefined) return '';
  return 'figure' in cell ? cell.figure : quoted(harmless(cell.text));
}

/** Text that begins like a formula gets an apostrophe, as spreadsheets themselves do (CWE-1236). */
export const harmless = (text: string): string => {
  const safe = safeLines(text);
  return RUNS_AS_FORMULA.test(safe) ? `'${safe}` : safe;
};

const quoted = (text: string): string => (NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
