/** Findings that differ from their first in place, row, value and sentence only, as bytes: a few lines of text each. */
import type { Finding } from '../model.js';
import { defined } from '../values/defined.js';

/** In the order of the line; null where it is as in the first, an empty text where there is none. */
type Difference = readonly [
  cell: string,
  rowKey: string | null,
  actual: string | null,
  message: string | null,
  hint: string | null,
  id: string,
  file: string | null,
  sheet: string | null,
];

/** Lines that are packed at once. */
const BLOCK = 500;

export class PackedFindings implements Iterable<Finding> {
  readonly first: Finding;
  /** What all have as the first; what a figure is compared with is not kept, and that of the first is another. */
  readonly #shared: Partial<Finding>;
  #count = 1;
  #last: Finding['at'];
  /** One of them lies in another file or sheet than the first. */
  #scattered = false;
  #open: string[] = [];
  readonly #packed: Uint8Array[] = [];

  constructor(first: Finding) {
    this.first = first;
    this.#shared = defined({ ...first, expected: undefined, related: undefined });
    this.#last = first.at;
  }

  get count(): number {
    return this.#count;
  }

  get last(): Finding['at'] {
    return this.#last;
  }

  add({ at, rowKey, actual, message, hint, id }: Finding): void {
    const { first } = this;
    const own = (text: string | undefined, usual: string | undefined): string | null =>
      text === usual ? null : (text ?? '');
    const difference: Difference = [
      at.cell ?? '',
      rowKey ?? null,
      actual ?? null,
      own(message, first.message),
      own(hint, first.hint),
      id,
      own(at.file, first.at.file),
      own(at.sheet, first.at.sheet),
    ];
    if (difference[6] !== null || difference[7] !== null) this.#scattered = true;
    this.#open.push(JSON.stringify(difference));
    this.#count += 1;
    this.#last = at;
    if (this.#open.length === BLOCK) this.#pack();
  }

  *[Symbol.iterator](): Iterator<Finding> {
    yield this.first;
    for (const line of this.#lines()) yield this.#unpacked(line);
  }

  /** Files in which they lie; one file may be named more than once. */
  *files(): Generator<string> {
    yield this.first.at.file;
    if (!this.#scattered) return;
    for (const line of this.#lines()) yield (JSON.parse(line) as Difference)[6] ?? this.first.at.file;
  }

  /** Where they lie, without their sentences: a fifth of the work where all lie in one sheet. */
  *places(): Generator<Finding['at']> {
    const { at } = this.first;
    yield at;
    for (const line of this.#lines()) {
      const cell = this.#scattered ? undefined : PLAIN_CELL.exec(line)?.[1];
      yield cell === undefined ? this.#unpacked(line).at : { ...at, cell };
    }
  }

  *#lines(): Generator<string> {
    this.#pack();
    for (const block of this.#packed) yield* new TextDecoder().decode(block).split('\n');
  }

  #pack(): void {
    if (this.#open.length === 0) return;
    this.#packed.push(new TextEncoder().encode(this.#open.join('\n')));
    this.#open = [];
  }

  #unpacked(line: string): Finding {
    const [cell, rowKey, actual, message, hint, id, file, sheet] = JSON.parse(line) as Difference;
    const { first } = this;
    const at = {
      file: file ?? first.at.file,
      sheet: textOr(sheet, first.at.sheet),
      cell: textOr(cell, undefined),
    };
    const own = {
      at,
      message: message ?? first.message,
      hint: textOr(hint, first.hint),
      id,
      rowKey: rowKey ?? undefined,
      actual: actual ?? undefined,
    };
    return { ...this.#shared, ...own } as Finding;
  }
}

/** The cell at the head of a line. */
const PLAIN_CELL = /^\["([A-Z]+\d+)"/u;

/** Nothing said: as usual. An empty text: none. */
const textOr = (text: string | null, usual: string | undefined): string | undefined =>
  text === '' ? undefined : (text ?? usual);
