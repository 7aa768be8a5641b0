/** A short, stable, non-cryptographic hash for ids that people may copy (FNV-1a, 64 bits, base 32). */

// The 64-bit offset basis and prime in 16-bit limbs, lowest first: plain numbers are many times faster than BigInt.
const OFFSET = [0x2325, 0x8422, 0x9ce4, 0xcbf2] as const;
/** The prime is 2^40 + 0x1b3. */
const PRIME_LOW = 0x1b3;

const encoder = new TextEncoder();
/** Where ids are encoded: one is made for each finding. */
const SPACE = new Uint8Array(1024);

/** UTF-8 of the text, to be used at once. */
const bytesOf = (text: string): Uint8Array =>
  text.length * 3 > SPACE.length
    ? encoder.encode(text)
    : SPACE.subarray(0, encoder.encodeInto(text, SPACE).written);

/** Ten letters and digits for a text; equal texts give equal hashes on every machine. */
export function shortHash(text: string): string {
  let [a, b, c, d] = OFFSET as readonly [number, number, number, number];
  for (const byte of bytesOf(text)) {
    a ^= byte;
    const low = a * PRIME_LOW;
    const second = b * PRIME_LOW + (low >>> 16);
    // 2^40 = limb 2 shifted by 8: a and b move two limbs up and eight bits left.
    const third = c * PRIME_LOW + (second >>> 16) + ((a << 8) & 0xffff);
    const fourth = d * PRIME_LOW + (third >>> 16) + (a >>> 8) + ((b << 8) & 0xffff);
    a = low & 0xffff;
    b = second & 0xffff;
    c = third & 0xffff;
    d = fourth & 0xffff;
  }
  // Ten digits are the lowest fifty bits, which a number holds exactly.
  const low = (c * 0x10000 + b) * 0x10000 + a;
  return ((d & 0b11) * 2 ** 48 + low).toString(32).padStart(10, '0');
}
