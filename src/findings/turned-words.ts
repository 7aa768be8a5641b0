/**
 * A finding about a table whose areas stand side by side: it was judged as rows, and a person sees columns. Words in
 * quotation marks are those of the sender or of the law and stay.
 */
import type { Finding } from '../model.js';
import { columnLetter } from '../values/cell-address.js';

/** The finding in the words of the sheet. */
export const turnedWords = (one: Finding): Finding => ({
  ...one,
  message: turnedText(one.message),
  ...(one.hint === undefined ? {} : { hint: turnedText(one.hint) }),
});

/** The finding as a person sees the table: turned where its areas stand side by side. */
export const inWordsOf = (table: { readonly turned?: boolean } | undefined, one: Finding): Finding =>
  table?.turned === true ? turnedWords(one) : one;

const QUOTED = /(“[^”]*”)/u;
/** "dòng 6", "các dòng 6, 7": numbers of rows that are columns of the sheet. */
const NUMBERED = /(?<=(?:^|\P{L})dòng )\d+(?:, \d+)*/giu;
const OTHERWISE: Readonly<Record<string, string>> = {
  dòng: 'cột',
  Dòng: 'Cột',
  cột: 'dòng',
  Cột: 'Dòng',
  'nằm dưới': 'nằm bên phải',
  'trở xuống': 'trở sang phải',
};
const WORDS = /(?<!\p{L})(?:[Dd]òng|[Cc]ột|nằm dưới|trở xuống)(?!\p{L})/gu;

const turnedText = (text: string): string =>
  text
    .split(QUOTED)
    .map((part) =>
      part.startsWith('“')
        ? part
        : part
            .replaceAll(NUMBERED, (numbers) =>
              numbers.replaceAll(/\d+/gu, (number) => columnLetter(Number(number))),
            )
            .replaceAll(WORDS, (word) => OTHERWISE[word] ?? word),
    )
    .join('');
