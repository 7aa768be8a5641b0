/** A CSV file that is not UTF-8: its bytes become letters by the encoding whose reading shows known words. */
import { finding } from '../../findings/finding.js';
import { cellAddress } from '../../values/cell-address.js';
import type { Finding, RawFile, RawSheet, SourceRef } from '../../model.js';
import type { KnownText } from './known-text.js';
import { fromTcvn3 } from './tcvn3.js';
import { fromVni } from './vni.js';
import { from1252, from1258 } from './windows-bytes.js';
import { badWords, isPlainAscii, markedWords, wordKey } from './words.js';

/** Without `file` the letters of a CSV file could not be made out: it is a rejected file. */
export interface RepairedFile {
  readonly file?: RawFile;
  readonly findings: readonly Finding[];
}

interface Encoding {
  readonly label: string;
  readonly decode: (bytes: Uint8Array, latin: string) => string;
}

const ENCODINGS: readonly Encoding[] = [
  { label: 'Windows-1258', decode: from1258 },
  { label: 'TCVN3 (ABC)', decode: (_bytes, latin) => fromTcvn3(latin) },
  { label: 'VNI', decode: (bytes) => fromVni(from1252(bytes)) },
  { label: 'Windows-1252', decode: from1252 },
];

interface Scored {
  readonly encoding: Encoding;
  readonly texts: readonly string[];
  readonly bad: number;
  readonly known: number;
}

/** Decodes the sheets that still hold bytes; other files go through. */
export function decodeBytes(file: RawFile, known: KnownText): RepairedFile {
  if (!file.sheets.some((sheet) => sheet.undecoded === true)) return { file, findings: [] };
  const raws = [...new Set(file.sheets.flatMap((sheet) => sheet.cells.map((cell) => cell.raw)))].filter(
    (raw) => !isPlainAscii(raw),
  );
  const ranked = ENCODINGS.map((encoding) => score(encoding, raws, known)).sort(
    (a, b) => worth(b) - worth(a),
  );
  const [best, ...others] = ranked;
  const at = firstPlace(file, raws);
  if (best === undefined || !isCertain(best, others)) {
    const shown = ranked.slice(0, 2).map(({ encoding, texts }) => `${encoding.label}: “${texts[0] ?? ''}”`);
    return { findings: [finding('text/csv-encoding-unclear', at, { readings: shown.join('; ') })] };
  }
  const samples = best.texts.slice(0, 3).map((text) => `“${text}”`);
  return {
    file: { ...file, sheets: file.sheets.map((sheet) => decoded(sheet, best.encoding)) },
    findings: [
      finding('text/csv-encoding-read', at, { encoding: best.encoding.label, samples: samples.join(', ') }),
    ],
  };
}

function score(encoding: Encoding, raws: readonly string[], known: KnownText): Scored {
  const texts = raws.map((raw) => decode(raw, encoding));
  const words = texts.flatMap((text) => markedWords(text));
  return {
    encoding,
    texts,
    bad: texts.reduce((sum, text) => sum + badWords(text, known).length, 0),
    known: words.filter((word) => known.words.has(wordKey(word))).length,
  };
}

const worth = ({ known, bad }: Scored): number => known - 2 * bad;

/** Better than every other reading that differs, and nearly free of words that are none. */
const isCertain = (best: Scored, others: readonly Scored[]): boolean =>
  best.bad * 10 <= best.known &&
  others.every(
    (other) => worth(other) < worth(best) || other.texts.every((text, index) => text === best.texts[index]),
  );

const decode = (raw: string, encoding: Encoding): string =>
  encoding.decode(
    Uint8Array.from(raw, (letter) => letter.charCodeAt(0)),
    raw,
  );

function decoded({ undecoded, ...sheet }: RawSheet, encoding: Encoding): RawSheet {
  if (undecoded !== true) return sheet;
  const cells = sheet.cells.map((cell) =>
    isPlainAscii(cell.raw) ? cell : { ...cell, raw: decode(cell.raw, encoding) },
  );
  return { ...sheet, cells };
}

function firstPlace(file: RawFile, raws: readonly string[]): SourceRef {
  const cell = file.sheets[0]?.cells.find(({ raw }) => raw === raws[0]);
  const at = { file: file.source.path };
  return cell === undefined ? at : { ...at, cell: cellAddress(cell.row, cell.column) };
}
