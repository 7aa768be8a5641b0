/**
 * The texts of a file in Unicode: old fonts and encodings converted, look-alike letters replaced, marks composed.
 * Every conversion is reported with before and after; what is not certain stays as sent and is asked about.
 */
import { defined } from '../../values/defined.js';
import { finding } from '../../findings/finding.js';
import { cellAddress, placeIn } from '../../values/cell-address.js';
import type { Finding, LegacyFont, RawCell, RawFile, RawSheet, SourceRef } from '../../model.js';
import { decodeBytes, type RepairedFile } from './decode-bytes.js';
import { Evidence } from './evidence.js';
import type { KnownText } from './known-text.js';
import { withoutLookAlikes } from './look-alikes.js';
import { readInFont, readUnmarked, staysAsItIs, type Candidate, type TextReading } from './read-text.js';
import { isPlainAscii } from './words.js';

/** Repairs all sheets of a file; figures are never touched. */
export function repairText(file: RawFile, known: KnownText): RepairedFile {
  const decoded = decodeBytes(file, known);
  if (decoded.file === undefined) return decoded;
  const reader = new TextReader(decoded.file, known);
  const sheets = decoded.file.sheets.map((sheet) => new SheetRepair(file.source.path, sheet, reader));
  return {
    file: { ...decoded.file, sheets: sheets.map((sheet) => sheet.repaired) },
    findings: [
      ...decoded.findings,
      ...sheets.flatMap((sheet) => sheet.findings()),
      ...lostLetters(decoded.file),
    ],
  };
}

const SHOWN = 3;

/** A question mark inside a word, but not in an address of the web. */
const LOST = /\p{L}\?\p{L}/u;

/** Plain "CSV" of Excel writes a question mark for each letter its code page lacks. */
function lostLetters(file: RawFile): readonly Finding[] {
  const lost =
    file.format === 'csv'
      ? file.sheets.flatMap(({ cells }) => cells.filter(({ raw }) => LOST.test(raw) && !raw.includes('://')))
      : [];
  const [first] = lost;
  if (first === undefined) return [];
  const at = { file: file.source.path, cell: cellAddress(first.row, first.column) };
  const samples = [...new Set(lost.map(({ raw }) => `“${raw}”`))].slice(0, SHOWN).join('; ');
  return [finding('text/letters-lost', at, { count: lost.length, samples })];
}

interface Piece {
  readonly text: string;
  readonly font: LegacyFont | undefined;
}

/** A cell is one piece, or the runs of its rich text. */
const piecesOf = (cell: RawCell): readonly Piece[] =>
  cell.legacyRuns?.map(({ text, font }) => ({ text, font })) ?? [{ text: cell.raw, font: cell.legacyFont }];

const needsReading = (cell: RawCell): boolean =>
  cell.kind === 'text' &&
  (cell.legacyFont !== undefined ||
    (!isPlainAscii(cell.raw) && (cell.legacyRuns !== undefined || !staysAsItIs(cell.raw))));

/** What becomes of a text. `letters`: look-alike letters were replaced in a text that stays otherwise. */
interface Outcome {
  readonly text: string;
  readonly change?: 'letters' | 'unclear' | Candidate;
  readonly candidates?: readonly Candidate[];
}

/** Reads each distinct text once, then decides the doubtful ones by what the whole file shows. */
class TextReader {
  private readonly known: KnownText;
  private readonly evidence = new Evidence();
  private readonly readings = new Map<string, TextReading>();
  private readonly outcomes = new Map<string, Outcome>();

  constructor(file: RawFile, known: KnownText) {
    this.known = known;
    for (const sheet of file.sheets)
      for (const cell of sheet.cells)
        if (needsReading(cell)) for (const piece of piecesOf(cell)) this.first(piece);
  }

  read(piece: Piece): Outcome {
    const key = keyOf(piece);
    const known = this.outcomes.get(key);
    if (known !== undefined) return known;
    const outcome = this.outcomeOf(piece, this.readings.get(key) ?? { kind: 'keep' });
    this.outcomes.set(key, outcome);
    return outcome;
  }

  private outcomeOf({ text, font }: Piece, first: TextReading): Outcome {
    const reading = this.evidence.decide(first, text, font, this.known);
    if (reading.kind === 'convert') return { text: reading.by.text, change: reading.by };
    if (reading.kind === 'open') return { text, change: 'unclear', candidates: reading.candidates };
    const composed = text.normalize('NFC');
    const tidy = withoutLookAlikes(composed);
    return tidy === composed ? { text: composed } : { text: tidy, change: 'letters' };
  }

  private first(piece: Piece): void {
    const key = keyOf(piece);
    if (this.readings.has(key)) return;
    const { text, font } = piece;
    const reading = font === undefined ? readUnmarked(text, this.known) : readInFont(text, font, this.known);
    this.readings.set(key, reading);
    this.evidence.note(reading, text, font);
  }
}

const keyOf = ({ text, font }: Piece): string => (font === undefined ? text : `${font}\u001f${text}`);

/** Changes of one kind in a sheet. */
interface Fold {
  readonly at: SourceRef;
  readonly samples: string[];
  count: number;
}

class SheetRepair {
  readonly repaired: RawSheet;
  private readonly file: string;
  private readonly sheet: RawSheet;
  private readonly converted = new Map<string, Fold>();
  private readonly unclear = new Map<'unclear', Fold>();
  private readonly lookAlikes = new Map<'letters', Fold>();

  constructor(file: string, sheet: RawSheet, reader: TextReader) {
    this.file = file;
    this.sheet = sheet;
    let changes = 0;
    const cells = sheet.cells.map((cell) => {
      const raw = needsReading(cell) ? this.repair(cell, reader) : cell.raw;
      if (raw === cell.raw) return cell;
      changes += 1;
      const { row, column, kind, formula, expression, writtenAt } = cell;
      return { row, column, kind, raw, ...defined({ formula, expression, writtenAt }) };
    });
    this.repaired = changes > 0 ? { ...sheet, cells } : sheet;
  }

  findings(): readonly Finding[] {
    const sheet = this.sheet.name === '' ? this.file.slice(this.file.lastIndexOf('/') + 1) : this.sheet.name;
    const facts = ({ count, samples }: Fold) => ({ sheet, count, samples: samples.join('; ') });
    return [
      ...[...this.converted].map(([encoding, fold]) =>
        finding('text/legacy-converted', fold.at, { ...facts(fold), encoding }),
      ),
      ...[...this.unclear.values()].map((fold) => finding('text/encoding-unclear', fold.at, facts(fold))),
      ...[...this.lookAlikes.values()].map((fold) =>
        finding('text/look-alike-letters', fold.at, facts(fold)),
      ),
    ];
  }

  private repair(cell: RawCell, reader: TextReader): string {
    const parts = piecesOf(cell).map((piece) => {
      const { text, change, candidates = [] } = reader.read(piece);
      if (change === 'letters') this.note(this.lookAlikes, change, cell, `“${piece.text}”`);
      else if (change === 'unclear')
        this.note(this.unclear, change, cell, `“${piece.text}” ${asked(candidates)}`);
      else if (change !== undefined)
        this.note(this.converted, change.label, cell, `“${piece.text}” → “${text}”`);
      return text;
    });
    return parts.length === 1 ? (parts[0] ?? '') : parts.join('');
  }

  private note<Key>(folds: Map<Key, Fold>, key: Key, cell: RawCell, sample: string): void {
    const at = placeIn(this.file, this.sheet.name, cellAddress(cell.row, cell.column));
    const fold = folds.get(key) ?? { at, samples: [], count: 0 };
    fold.count += 1;
    if (fold.samples.length < SHOWN && !fold.samples.includes(sample)) fold.samples.push(sample);
    folds.set(key, fold);
  }
}

const asked = (candidates: readonly Candidate[]): string =>
  candidates.map(({ label, text }) => `(${label}: “${text}”?)`).join(' ');
