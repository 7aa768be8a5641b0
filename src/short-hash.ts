/** A short, stable, non-cryptographic hash for ids that people may copy (FNV-1a, 64 bits, base 32). */
const OFFSET = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;
const MASK = 0xffffffffffffffffn;

/** Ten letters and digits for a text; equal texts give equal hashes on every machine. */
export function shortHash(text: string): string {
  let hash = OFFSET;
  for (const byte of new TextEncoder().encode(text)) hash = ((hash ^ BigInt(byte)) * PRIME) & MASK;
  return hash.toString(32).padStart(13, '0').slice(-10);
}
