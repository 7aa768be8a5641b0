/**
 * Texts that were decoded before. The labels and names of a form stand in every commune's file: their letters are made
 * once, and a text that is the same object is compared at once wherever it is looked up. Of fixed size.
 */
const PLACES = 4096;
/** Longer ones are read once, if at all. */
const LONGEST = 400;

export class KnownLetters {
  private readonly bytes: (Uint8Array | undefined)[] = new Array<undefined>(PLACES);
  private readonly letters: string[] = new Array<string>(PLACES).fill('');

  /** UTF-8 from here to there as letters. */
  decode(source: Buffer, from: number, to: number): string {
    const length = to - from;
    if (length > LONGEST) return source.toString('utf8', from, to);
    let hash = length;
    for (let at = from; at < to; at += 1) hash = (Math.imul(hash, 31) + (source[at] ?? 0)) | 0;
    const place = (hash ^ (hash >>> 15)) & (PLACES - 1);
    const before = this.bytes[place];
    if (before?.length === length && isSame(before, source, from)) return this.letters[place] ?? '';
    const letters = source.toString('utf8', from, to);
    // Not a Buffer: a short one keeps the eight kilobytes that it is cut from.
    this.bytes[place] = new Uint8Array(source.subarray(from, to));
    this.letters[place] = letters;
    return letters;
  }
}

function isSame(one: Uint8Array, source: Buffer, from: number): boolean {
  for (let at = 0; at < one.length; at += 1) if (one[at] !== source[from + at]) return false;
  return true;
}
