/**
 * Keys under which unit names are compared. The exact key forgives spelling styles that official lists
 * themselves mix (tone placement, quí/quý, 01/1); the loose key also forgives missing marks.
 */
import { cleanText, foldLabel, foldMarks } from '../../values/vietnamese-text.js';

/** One way to read a text: a name, and the type when a type word stood in front of it. */
export interface NameReading {
  readonly type?: string;
  readonly name: string;
}

const TYPE_WORDS: readonly (readonly [type: string, pattern: RegExp])[] = [
  ['thành phố', /^(?:thành phố\s|tp[.\s]\s*)/u],
  ['thị trấn', /^(?:thị trấn\s|tt[.\s]\s*)/u],
  ['thị xã', /^(?:thị xã\s|tx[.\s]\s*)/u],
  ['đặc khu', /^(?:đặc khu\s|đk\.\s*)/u],
  ['phường', /^(?:phường\s|p\.\s*|p\s*(?=\d))/u],
  ['huyện', /^(?:huyện\s|h\.\s*)/u],
  ['quận', /^(?:quận\s|q\.\s*|q\s*(?=\d))/u],
  ['tỉnh', /^(?:tỉnh\s|t\.\s*)/u],
  ['xã', /^(?:xã\s|x\.\s*)/u],
];

/** The words as typed without marks. A name may begin like one (Xa Dung), so both readings are kept. */
const UNMARKED_TYPE_WORDS: readonly (readonly [type: string, pattern: RegExp])[] = [
  ['thành phố', /^thanh pho\s/u],
  ['thị trấn', /^thi tran\s/u],
  ['thị xã', /^thi xa\s/u],
  ['đặc khu', /^dac khu\s/u],
  ['phường', /^phuong\s/u],
  ['huyện', /^huyen\s/u],
  ['quận', /^quan\s/u],
  ['tỉnh', /^tinh\s/u],
  ['xã', /^xa\s/u],
];

/** Straight apostrophes and hyphens without spaces around them; "Ia H’ Drai" = "Ia H'Drai". */
const plainSigns = (text: string): string =>
  cleanText(text)
    .replace(/[\u2018\u2019\u02BC\u00B4`]/gu, "'")
    .replace(/'\s+/gu, "'")
    .replace(/\s*[-\u2010-\u2015]\s*/gu, '-');

/** "Xã: Dũng Liệt", "Xã - Dũng Liệt": the kind as a label before the name, with its marks or without. */
const KIND_AS_LABEL = new RegExp(
  `^(${TYPE_WORDS.flatMap(([type]) => [type, foldMarks(type)]).join('|')})\\s*[:-]\\s*`,
  'iu',
);

/** "XãTrung Kênh": the space was forgotten before a name that begins with a capital letter. */
const KIND_AND_NAME = new RegExp(
  `^(${TYPE_WORDS.map(([type]) => type)
    .flatMap((type) => [type, type.toUpperCase(), type.charAt(0).toUpperCase() + type.slice(1)])
    .join('|')})(?=\\p{Lu})`,
  'u',
);

/** A unit with all its levels and an address is shorter; a cell may hold 32,000 letters. */
const LONGEST_NAME = 500;

/** The ways to read a text: as a bare name, and without the type word when it begins with one. */
export function readUnitName(text: string): NameReading[] {
  if (cleanText(text).length > LONGEST_NAME) return [];
  const plain = plainSigns(text).replace(KIND_AS_LABEL, '$1 ').replace(KIND_AND_NAME, '$1 ');
  const lower = plain.toLowerCase();
  const readings: NameReading[] = [{ name: plain }];
  const words = hasNoMarks(lower) ? [...TYPE_WORDS, ...UNMARKED_TYPE_WORDS] : TYPE_WORDS;
  for (const [type, pattern] of words) {
    const length = pattern.exec(lower)?.[0].length ?? 0;
    const name = plain.slice(length).trim();
    if (length > 0 && name !== '') readings.push({ type, name });
  }
  return readings.flatMap((reading) => [reading, ...inDigits(reading)]);
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

/** "Phường IV" also as "Phường 4", as lists have it; a second reading, for there are names such as Sơn Vi. */
function inDigits(reading: NameReading): NameReading[] {
  const words = reading.name.split(' ');
  const number = ROMAN.indexOf((words.pop() ?? '').toUpperCase()) + 1;
  if (number === 0 || (words.length === 0 && reading.type !== 'phường')) return [];
  return [{ ...reading, name: [...words, String(number)].join(' ') }];
}

/** No tone, no other mark, no đ: the writer may simply not type marks. */
export const hasNoMarks = (text: string): boolean => foldMarks(text) === plainCase(text);
const plainCase = (text: string): string => cleanText(text).toLowerCase();

/** "Phường 01" = "Phường 1". */
const plainNumerals = (key: string): string => key.replace(/(?<!\d)0+(?=\d)/gu, '');

/** mỹ = mĩ, quý = quí; but not uy, ay, ây, where y is a sound of its own. */
const plainFinalY = (key: string): string =>
  key
    .normalize('NFD')
    .replace(
      /(?<![\p{L}\p{M}])(qu|[bcdđghklmnprstvx]+)y(?=[\u0300\u0301\u0303\u0309\u0323]?(?![\p{L}\p{M}]))/gu,
      '$1i',
    )
    .normalize('NFC');

/** "NT", "N.T" in front of the names of former state farms. */
const spellOut = (name: string): string => name.replace(/^(?:nt|n\.\s?t)\.?\s/iu, 'nông trường ');

/** Key of a name without type word: same key = same name, whatever the spelling style. */
export const exactNameKey = (reading: NameReading): string =>
  plainFinalY(plainNumerals(foldLabel(spellOut(plainSigns(reading.name)))));

/** Key of a listed name. Lists write Tam Xuân II in capitals and Sơn Vi in small letters, so case tells a numeral. */
export function unitNameKey(unit: NameReading): string {
  const [inFigures] = inDigits(unit);
  const isNumeral = /\s[IVX]+$/u.test(unit.name);
  return exactNameKey(isNumeral && inFigures !== undefined ? inFigures : unit);
}

/** Key without marks, spaces and signs; a last c of a syllable as k (Đắc = Đắk). */
export const looseNameKey = (exactKey: string): string => spacedLooseKey(exactKey).replace(/[\s'-]+/gu, '');

/** The loose key with its spaces, for distances. */
export const spacedLooseKey = (exactKey: string): string =>
  foldMarks(exactKey).replace(/(?<=[a-z])c(?![a-z])/gu, 'k');

/** The exact key without tones; other marks (ă, ê, ư) stay. */
export const tonelessKey = (exactKey: string): string =>
  exactKey
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0303\u0309\u0323]/gu, '')
    .normalize('NFC');
