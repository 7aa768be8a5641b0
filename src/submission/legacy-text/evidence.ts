/** What the clear texts of a file say about its doubtful ones: which encodings it uses, and whether it mixes them. */
import type { LegacyFont } from '../../model.js';
import type { KnownText } from './known-text.js';
import { withoutLookAlikes } from './look-alikes.js';
import { rank, readDoubtful, type TextReading } from './read-text.js';
import { SCHEMES, type SchemeId } from './schemes.js';
import { isUnicodeVietnamese, markedWords, wordKey } from './words.js';

/** Clear texts that must speak for an encoding before it decides a text without a telling font. */
const ENOUGH = 3;

export class Evidence {
  private readonly converted = new Map<string, number>();
  private readonly unicodeInFont = new Set<LegacyFont>();

  note(reading: TextReading, text: string, font: LegacyFont | undefined): void {
    if (reading.kind === 'convert') {
      const key = keyOf(reading.by.scheme, font);
      this.converted.set(key, (this.converted.get(key) ?? 0) + 1);
    }
    if (font !== undefined && isUnicodeVietnamese(text)) this.unicodeInFont.add(font);
  }

  /** The reading of a text in the light of the others; a doubtful one may stay open. */
  decide(reading: TextReading, text: string, font: LegacyFont | undefined, known: KnownText): TextReading {
    if (font !== undefined)
      return reading.kind === 'open' ? this.decideInFont(reading, text, font, known) : reading;
    const scheme = this.scheme();
    if (scheme === undefined || reading.kind === 'convert') return reading;
    if (reading.kind === 'keep') {
      const doubtful = readDoubtful(text, scheme, known);
      return doubtful.kind === 'open' ? byNames(doubtful, text, known) : reading;
    }
    const by = reading.candidates.find((candidate) => candidate.scheme === scheme);
    return by === undefined || losesKnownWord(text, by.text, known) ? reading : { kind: 'convert', by };
  }

  private decideInFont(reading: Open, text: string, font: LegacyFont, known: KnownText): TextReading {
    const [by] = reading.candidates;
    if (by === undefined) return reading;
    const legacy = (this.converted.get(keyOf(font, font)) ?? 0) > 0;
    const unicode = this.unicodeInFont.has(font);
    if (legacy && !unicode) return { kind: 'convert', by };
    if (unicode && !legacy) return { kind: 'keep' };
    return byNames(reading, text, known);
  }

  /** The one old encoding that enough texts without a telling font have shown. */
  private scheme(): SchemeId | undefined {
    const shown = SCHEMES.filter(({ id }) => (this.converted.get(keyOf(id, undefined)) ?? 0) >= ENOUGH);
    const [only] = shown;
    return shown.length === 1 ? only?.id : undefined;
  }
}

const keyOf = (scheme: string, font: LegacyFont | undefined): string => `${font ?? ''} ${scheme}`;

type Open = Extract<TextReading, { kind: 'open' }>;

/** Old and new letters stand in one cell: a word that is known as it stands would become another, unknown one. */
function losesKnownWord(text: string, converted: string, known: KnownText): boolean {
  if (rank(converted, known) > 0) return false;
  const kept = new Set(markedWords(converted).map(wordKey));
  return markedWords(text).some((word) => known.words.has(wordKey(word)) && !kept.has(wordKey(word)));
}

/** The reading that is a known name or label, when the other is none. */
function byNames(reading: Open, text: string, known: KnownText): TextReading {
  const [by] = reading.candidates;
  if (by === undefined) return reading;
  if (withoutLookAlikes(text) === by.text) return { kind: 'convert', by };
  const asIs = rank(text, known);
  const converted = rank(by.text, known);
  if (asIs === converted) return reading;
  return asIs > converted ? { kind: 'keep' } : { kind: 'convert', by };
}
