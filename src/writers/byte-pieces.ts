/** Files that are written piece by piece, so that no large one is ever whole in memory. */

/** The bytes of a file, at once or in pieces that can be gone through once. */
export type FileContent = Uint8Array | Iterable<Uint8Array>;

/** A file of a set: its content, or what makes it when its turn comes, so that only one is in memory at a time. */
export type OutputFile = FileContent | (() => FileContent | Promise<FileContent>);

export const lengthOf = (pieces: readonly Uint8Array[]): number =>
  pieces.reduce((total, { length }) => total + length, 0);

/** The pieces as one. */
export function joined(pieces: Iterable<Uint8Array>): Uint8Array<ArrayBuffer> {
  const all = [...pieces];
  const bytes = new Uint8Array(lengthOf(all));
  let offset = 0;
  for (const piece of all) {
    bytes.set(piece, offset);
    offset += piece.length;
  }
  return bytes;
}

const ENOUGH = 1 << 18;

/** Texts as UTF-8, gathered to pieces worth writing. */
export function* utf8Pieces(texts: Iterable<string>): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  let held: string[] = [];
  let length = 0;
  for (const text of texts) {
    held.push(text);
    length += text.length;
    if (length < ENOUGH) continue;
    yield encoder.encode(held.join(''));
    held = [];
    length = 0;
  }
  if (length > 0) yield encoder.encode(held.join(''));
}
