/** The key without marks forgets what the key with marks keeps, and nothing else. */
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { foldLabel, foldMarks } from '../../../src/values/vietnamese-text.js';

const withoutMarks = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');

/** Letters, tones by themselves, spaces and signs as Vietnamese texts have them, in any order. */
const texts = fc.string({
  unit: fc.constantFrom(
    ...'aăâeêioôơuưyđĐÐƣnghK\u212A',
    ...'ạảẹỉộởừỳÂ',
    ...'\u0300\u0301\u0303\u0309\u0323\u0302\u031B',
    ...' \u00A0\u200B-.1',
  ),
  maxLength: 24,
});

describe('foldMarks', () => {
  it.each(['Xã Đắc Lua', 'hoà thuỷ', 'Ia H’ Drai', 'Quí  Hòa', ''])(
    'is the label of “%s” without marks',
    (text) => {
      expect(foldMarks(text)).toBe(withoutMarks(foldLabel(text)));
    },
  );

  it('is so for any text', () => {
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: 'grapheme' })), (text) => {
        expect(foldMarks(text)).toBe(withoutMarks(foldLabel(text)));
      }),
    );
  });
});
