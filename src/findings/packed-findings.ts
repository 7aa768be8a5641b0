/** Findings that differ from their first in cell, row, value and sentence only, as bytes: a few lines of text each. */
import type { Finding } from '../model.js';

type Difference = readonly [
  cell: string,
  rowKey: string | null,
  actual: string | null,
  message: string,
  hint: string | null,
  id: string,
];

/** Lines that are packed at once. */
const BLOCK = 500;

export class PackedFindings implements Iterable<Finding> {
  readonly first: Finding;
  #count = 1;
  #lastCell: string;
  #open: string[] = [];
  readonly #packed: Uint8Array[] = [];

  constructor(first: Finding) {
    this.first = first;
    this.#lastCell = first.at.cell ?? '';
  }

  get count(): number {
    return this.#count;
  }

  get lastCell(): string {
    return this.#lastCell;
  }

  add({ at, rowKey, actual, message, hint, id }: Finding): void {
    const cell = at.cell ?? '';
    const own = hint === this.first.hint ? null : (hint ?? '');
    const difference: Difference = [cell, rowKey ?? null, actual ?? null, message, own, id];
    this.#open.push(JSON.stringify(difference));
    this.#count += 1;
    this.#lastCell = cell;
    if (this.#open.length === BLOCK) this.#pack();
  }

  *[Symbol.iterator](): Iterator<Finding> {
    yield this.first;
    this.#pack();
    for (const block of this.#packed)
      for (const line of new TextDecoder().decode(block).split('\n')) yield this.#unpacked(line);
  }

  #pack(): void {
    if (this.#open.length === 0) return;
    this.#packed.push(new TextEncoder().encode(this.#open.join('\n')));
    this.#open = [];
  }

  #unpacked(line: string): Finding {
    const [cell, rowKey, actual, message, hint, id] = JSON.parse(line) as Difference;
    const own = { at: { ...this.first.at, cell }, message, id, rowKey: rowKey ?? undefined };
    const { hint: usual } = this.first;
    return { ...this.first, ...own, actual: actual ?? undefined, hint: hint ?? usual } as Finding;
  }
}
