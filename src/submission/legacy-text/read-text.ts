/** How one text is to be read: as it stands, by an old encoding, or not to be decided from the text alone. */
import type { LegacyFont } from '../../model.js';
import { foldLabel, remembering } from '../../values/vietnamese-text.js';
import type { KnownText } from './known-text.js';
import { convertByFont, FONT_LABELS, looksMisread, SCHEMES, type SchemeId } from './schemes.js';
import { withoutLookAlikes } from './look-alikes.js';
import { badWords, isPlainAscii, isUnicodeVietnamese, markedWords, wordKey } from './words.js';

/** A way to read a text; `label` names the encoding to an officer. */
export interface Candidate {
  readonly scheme: SchemeId | LegacyFont;
  readonly label: string;
  readonly text: string;
}

export type TextReading =
  | { readonly kind: 'keep' }
  | { readonly kind: 'convert'; readonly by: Candidate }
  /** Its own words do not decide; the rest of the file may. `asIs`: it also reads well as it stands. */
  | { readonly kind: 'open'; readonly candidates: readonly Candidate[]; readonly asIs: boolean };

const KEEP: TextReading = { kind: 'keep' };

/** Unicode that no other text of the file can make doubtful, composed and without look-alikes: nearly every name. */
export const staysAsItIs = remembering(
  (text) =>
    isUnicodeVietnamese(text) &&
    !looksMisread(text) &&
    withoutLookAlikes(text) === text &&
    text.normalize('NFC') === text,
);

/** A text in a font that says nothing: converted only when it reads badly as it is and gives known words otherwise. */
export function readUnmarked(text: string, known: KnownText): TextReading {
  if (isPlainAscii(text)) return KEEP;
  const misread = looksMisread(text);
  if (!misread && isUnicodeVietnamese(text)) return KEEP;
  const bad = badWords(text, known).length;
  // Misread UTF-8 may look harmless: its second sign is often a space or a quote.
  if (bad === 0 && !misread) return KEEP;
  const candidates = SCHEMES.flatMap(({ id, label, convert }): Candidate[] => {
    // Misread UTF-8 may show letters of windows-1258; no other old encoding shows a Unicode letter.
    if (id !== 'utf-8-misread' && isUnicodeVietnamese(text)) return [];
    const converted = convert(text);
    if (converted === undefined || converted === text.normalize('NFC')) return [];
    return readsWell(converted, bad, known) ? [{ scheme: id, label, text: converted }] : [];
  });
  if (candidates.length === 0) return KEEP;
  const phrases = candidates.filter((one) => known.phrases.has(foldLabel(one.text)));
  const [only, ...others] =
    phrases.length > 0 ? phrases : candidates.filter((one) => isKnown(one.text, known));
  if (only !== undefined && others.every((other) => other.text === only.text))
    return { kind: 'convert', by: only };
  return { kind: 'open', candidates, asIs: false };
}

/** At most a quarter of the words may be strange (names of other languages), and fewer than before. */
function readsWell(converted: string, before: number, known: KnownText): boolean {
  const bad = badWords(converted, known).length;
  return bad === 0 || (bad < before && bad * 4 <= markedWords(converted).length);
}

/** A text that reads well as it stands, in a file that uses this encoding elsewhere: the other way to read it, if any. */
export function readDoubtful(text: string, scheme: SchemeId, known: KnownText): TextReading {
  if (isPlainAscii(text) || isUnicodeVietnamese(text)) return KEEP;
  const found = SCHEMES.find(({ id }) => id === scheme);
  const converted = found?.convert(text);
  if (found === undefined || converted === undefined || converted === text.normalize('NFC')) return KEEP;
  if (badWords(converted, known).length > 0) return KEEP;
  return { kind: 'open', candidates: [{ scheme, label: found.label, text: converted }], asIs: true };
}

/** How surely a text is one of the names and labels: as a whole, by all its words, or not. */
export const rank = (text: string, known: KnownText): number =>
  known.phrases.has(foldLabel(text)) ? 2 : isKnown(text, known) ? 1 : 0;

const isKnown = (text: string, known: KnownText): boolean => {
  const words = markedWords(text);
  return words.length > 0 && words.every((word) => known.words.has(wordKey(word)));
};

/** A text in an old font: the font speaks for converting, Unicode letters and good words as it stands against. */
export function readInFont(text: string, font: LegacyFont, known: KnownText): TextReading {
  if (font !== 'tcvn3-capitals' && isPlainAscii(text)) return KEEP;
  if (isUnicodeVietnamese(text)) return KEEP;
  const converted = convertByFont(font, text);
  if (converted === text) return KEEP;
  const by: Candidate = { scheme: font, label: FONT_LABELS[font], text: converted };
  if (isPlainAscii(text)) return { kind: 'convert', by };
  const before = badWords(text, known).length;
  const after = badWords(converted, known).length;
  if (before > 0 && after <= before) return { kind: 'convert', by };
  return before === 0 && after > 0 ? KEEP : { kind: 'open', candidates: [by], asIs: before === 0 };
}
