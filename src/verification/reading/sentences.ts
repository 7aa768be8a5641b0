/** Paragraphs cut into sentences; full stops of numbers and abbreviations cut nothing. */
import { plainText, shownText } from '../words/plain-text.js';

// A run of stops (a dotted leader) is tried from its first or second sign only: the first may belong to an abbreviation.
const STOP =
  /(?<![.!?…]{2})(?<!(?:^|[\s(])(?:TP|TX|TT|P|Q|H|X|ThS|TS|PGS|GS|Ths|St|No|Đ\/c))(?<!(?:^|[:;.] )\d{1,2})[.!?…]+(?=\s+[\p{Lu}“"(]|\s*$)/gu;

export interface SentenceText {
  readonly shown: string;
  readonly plain: string;
}

/** The sentences of a paragraph in order. */
export function sentencesOf(paragraph: string): readonly SentenceText[] {
  return paragraph.split(/[\n\r\v]+/u).flatMap((line) => {
    const shown = shownText(line);
    const ends = [...shown.matchAll(STOP)].map((match) => match.index + match[0].length);
    const pieces = [...ends, shown.length].map((end, index) => shown.slice(ends[index - 1] ?? 0, end).trim());
    return pieces.filter((piece) => piece !== '').map((piece) => ({ shown: piece, plain: plainText(piece) }));
  });
}
