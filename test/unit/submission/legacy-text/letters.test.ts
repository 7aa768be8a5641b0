/** Each of the 134 marked letters through each old encoding and back. */
import { describe, expect, it } from 'vitest';
import { withoutLookAlikes } from '../../../../src/submission/legacy-text/look-alikes.js';
import { SCHEMES, type SchemeId } from '../../../../src/submission/legacy-text/schemes.js';
import { isSyllable } from '../../../../src/submission/legacy-text/syllable.js';
import { fromTcvn3 } from '../../../../src/submission/legacy-text/tcvn3.js';
import { fromVni } from '../../../../src/submission/legacy-text/vni.js';
import { from1258 } from '../../../../src/submission/legacy-text/windows-bytes.js';
import {
  MARKED_LETTERS,
  misread,
  to1258,
  toMojibake,
  toTcvn3,
  toTcvn3Capitals,
  toVni,
} from './old-encodings.js';

const scheme = (id: SchemeId, text: string): string | undefined =>
  SCHEMES.find((one) => one.id === id)?.convert(text);

/** Letters that come back otherwise. */
const wrong = (through: (letter: string) => string | undefined): readonly string[] =>
  MARKED_LETTERS.filter((letter) => through(letter) !== letter);

describe('134 letters', () => {
  it('are 134', () => {
    expect(new Set(MARKED_LETTERS).size).toBe(134);
  });

  it.each<[string, (letter: string) => string | undefined]>([
    ['NFD', (letter) => letter.normalize('NFD').normalize('NFC')],
    ['TCVN3', (letter) => fromTcvn3(toTcvn3(letter))],
    ['VNI', (letter) => fromVni(toVni(letter))],
    ['windows-1258', (letter) => from1258(to1258(letter))],
    [
      'windows-1258 shown as 1252',
      (letter) => scheme('windows-1258', misread(to1258(letter), 'windows-1252')),
    ],
    ['UTF-8 shown as 1252', (letter) => scheme('utf-8-misread', toMojibake(letter))],
    [
      'UTF-8 shown as 1258',
      (letter) => scheme('utf-8-misread', misread(Buffer.from(letter), 'windows-1258')),
    ],
  ])('%s', (_name, through) => {
    expect(wrong(through)).toEqual([]);
  });

  it('TCVN3 font with capitals only', () => {
    expect(wrong((letter) => fromTcvn3(toTcvn3Capitals(letter), true))).toEqual(
      MARKED_LETTERS.filter((letter) => letter !== letter.toUpperCase()),
    );
  });

  it('words of neighbouring letters keep their limits', () => {
    const text = 'Uỷ ban xã Tân Lập, thôn Đoài, quý III, ươm giống, khuỷu, NGUYỄN, Ỷ Ỵ';
    expect(fromVni(toVni(text))).toBe(text);
    expect(fromTcvn3(toTcvn3(text))).toBe(text);
    expect(from1258(to1258(text))).toBe(text);
  });
});

describe('syllables', () => {
  it.each([
    'Xã',
    'nghiêng',
    'Quốc',
    'giếng',
    'gìn',
    'quý',
    'khuỷu',
    'hoà',
    'hòa',
    'THUỶ',
    'Đắk',
    'ươm',
    'ếch',
    'y',
  ])('%s is one', (word) => {
    expect(isSyllable(word)).toBe(true);
  });
  it.each(['Krông', 'xaõ', 'Thoân', 'T©n', 'LËp', 'quoác', 'hôp', 'Nôị', 'kẻo̲', '§oài', 'bc', ''])(
    '%s is none',
    (word) => {
      expect(isSyllable(word)).toBe(false);
    },
  );
});

describe('look-alike letters', () => {
  it('become Đ and ư', () => {
    expect(withoutLookAlikes('Ðồng Nai, ðường, Lƣơng Sơn, HƢNG YÊN, Ɖà')).toBe(
      'Đồng Nai, đường, Lương Sơn, HƯNG YÊN, Đà',
    );
  });
});
