/** Ids that people copy: the ten lowest base-32 digits of FNV-1a with 64 bits, as its definition gives them. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shortHash } from '../../../src/values/short-hash.js';

function byDefinition(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text))
    hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn;
  return hash.toString(32).padStart(13, '0').slice(-10);
}

it('is the hash of the definition for every text, short or long', () => {
  fc.assert(
    // The library's own texts of any sign take two seconds to be listed.
    fc.property(fc.array(fc.integer({ min: 0, max: 0x10_ff_ff }), { maxLength: 400 }), (signs) => {
      const text = String.fromCodePoint(...signs);
      expect(shortHash(text)).toBe(byDefinition(text));
    }),
    { numRuns: 50 },
  );
  expect(shortHash('')).toBe(byDefinition(''));
});
