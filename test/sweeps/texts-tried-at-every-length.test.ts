/** Texts of 10,000 characters made to be tried at every length: whatever reads text of senders ends (a hang fails the run). */
import { describe, expect, it } from 'vitest';
import { inA1Notation } from '../../src/readers/ods/ods-formula.js';
import { readCsv } from '../../src/readers/csv/csv.js';
import { readDelimitedTable } from '../../src/readers/csv/delimited-table.js';
import { isPlainNote } from '../../src/readers/csv/plain-note.js';
import { numberShape, shownNumber } from '../../src/readers/xlsx/shown-number.js';
import { formatMeaning } from '../../src/readers/xlsx/xlsx-number-format.js';
import { readTypedNumber, isInvisible } from '../../src/submission/cells/figure-text.js';
import { likelySubtotal, totalWord } from '../../src/submission/layout/row-words.js';
import { areasOf } from '../../src/submission/formulas/formula-syntax.js';
import { parseFormula } from '../../src/submission/formulas/parse-formula.js';
import { fromTcvn3 } from '../../src/submission/legacy-text/tcvn3.js';
import { fromVni } from '../../src/submission/legacy-text/vni.js';
import { markedWords } from '../../src/submission/legacy-text/words.js';
import { periodId, periodsSaid, yearsInName } from '../../src/submission/layout/period-text.js';
import { readUnitName } from '../../src/units/names/unit-name-key.js';
import { dayWithTime, parseDay } from '../../src/values/calendar-day.js';
import { safeJson, safeOutput, safeText } from '../../src/values/safe-text.js';
import { cleanText, foldBare, foldLabel, foldMarks, placeTones } from '../../src/values/vietnamese-text.js';
import { sentencesOf } from '../../src/verification/reading/sentences.js';
import { xmlText } from '../../src/writers/xml-text.js';
import { sliceOf } from '../support/sweep.js';

const LENGTH = 10_000;
/** Runs of one letter, of what numbers, dates, names, brackets, quotes and formulas repeat; with an end that does not fit. */
const REPEATED = [
  ' ', '\t', '\n', '\u00a0', '\u200b', 'a', 'ố', '0', '1', '1.', '1,', '1 ', '-', '.', '…', '(', ')', '()', '[', '[.', '"', '""',
  "'", ';', ',', '=', '&', '#', '1/', '1/1/', 'năm ', '2024 ', 'nam 20', 'xã ', 'xa ', 'a b', 'tổng cộng ', 'cụm ', 'liên ',
  'A1', '$A$1+', 'TP.', '!?', '%', '_x001B_', '\u001b[', '\u202e', 'µ', 'aø',
]; // prettier-ignore
const texts = REPEATED.map((unit, index) => {
  const run = unit.repeat(Math.ceil(LENGTH / unit.length));
  return index % 2 === 0 ? `${run}!` : `năm 2024${run}20`;
});
const bytes = (text: string): Uint8Array => Buffer.from(text);

/** By what they read. */
const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  'clean text': cleanText,
  labels: (text) => [foldLabel(text), foldMarks(text), foldBare(text), placeTones(text)],
  days: (text) => [parseDay(text), dayWithTime(text)],
  numbers: (text) =>
    (['count', 'decimal', 'rate'] as const).map((numbers) =>
      readTypedNumber(text, { numbers, unitWords: ['hộ', '%'] }),
    ),
  'nothing visible': isInvisible,
  'total rows': (text) => [totalWord(text), likelySubtotal(text)],
  periods: (text) => [periodId(text), periodsSaid(text), yearsInName(text)],
  'names of units': readUnitName,
  'old fonts': (text) => [fromTcvn3(text), fromVni(text), markedWords(text)],
  'formats of numbers': (text) => [formatMeaning(text), shownNumber(numberShape(text), '1234.5')],
  'formulas of OpenDocument': (text) => [
    inA1Notation(`of:=${text}`),
    inA1Notation(`of:=${text.slice(0, 16_000)}`),
  ],
  'cells under one long format': (text) => {
    const shape = numberShape(text.replaceAll('a', '#'));
    for (let cell = 0; cell < 100; cell += 1) shownNumber(shape, '1234.5');
  },
  'sentences of reports': sentencesOf,
  notes: (text) => isPlainNote('a.txt', bytes(text)),
  CSV: (text) => readCsv({ path: 'a.csv', bytes: bytes(`a;b\n${text}`), sha256: '' }),
  'lists of the office': (text) => readDelimitedTable(bytes(`a,b\n${text}`), 'a.csv'),
  'what is written': (text) => [safeText(text), safeJson(text), safeOutput(text), xmlText(text)],
};

describe('long texts', () => {
  it.each(Object.entries(READERS))('%s', (_name, read) => {
    for (const text of sliceOf(texts, 8)) read(text);
    expect(texts[0]?.length).toBeGreaterThanOrEqual(LENGTH);
  });
});

describe('formulas of 8,000 signs', () => {
  it.each(['%', '-', '+1', '&A1', '^2', '(', 'SUM(1,', 'IF(1,'])('%s in a row lie on no stack', (part) => {
    const run = part.repeat(Math.floor(8000 / part.length));
    for (const formula of [`1${run}`, `${run}1`, `${run}1${')'.repeat(8000 / part.length)}`])
      expect(() => [...areasOf(parseFormula(formula.slice(0, 8192)))]).not.toThrow();
  });

  it('a sum written out over 300 rows is calculated all the same', () => {
    const sum = parseFormula(Array.from({ length: 300 }, (_, row) => `A${String(row + 1)}`).join('+'));
    expect([...areasOf(sum)]).toHaveLength(300);
  });
});
