/** The text store of a workbook: every entry is found once, and becomes letters only when a cell refers to it. */
import { textOf } from '../xml/xml-characters.js';
import { CLOSE, END, OPEN, XmlScanner } from '../xml/xml-scanner.js';
import { isMain } from './xlsx-namespaces.js';
import { decodeEscapes, TextCollector, trimXml, type TextRun } from './xlsx-text.js';

/** What cells refer to by position; an empty entry also has one. */
export interface SharedTexts {
  readonly count: number;
  /** Undefined beyond the end. */
  text(index: number): string | undefined;
  /** The runs of a text with runs in an old font. */
  runs(index: number): readonly TextRun[] | undefined;
}

export const NO_TEXTS: SharedTexts = { count: 0, text: () => undefined, runs: () => undefined };

/** Numbers kept for each entry: where its text stands, what was seen in it, and whether its spaces count. */
const KEPT = 4;

class FoundTexts implements SharedTexts {
  count = 0;
  private readonly bytes: Buffer;
  private places = new Int32Array(KEPT * 1024);
  private readonly known: (string | undefined)[] = [];
  private readonly rich = new Map<number, readonly TextRun[]>();

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  /** An entry that is one `t` with one piece of text, as nearly all are; without any, from = to. */
  addPlain(from: number, to: number, seen: number, keepsSpaces: boolean): void {
    const at = KEPT * this.count;
    if (at === this.places.length) {
      const larger = new Int32Array(2 * at);
      larger.set(this.places);
      this.places = larger;
    }
    this.places[at] = from;
    this.places[at + 1] = to;
    this.places[at + 2] = seen;
    this.places[at + 3] = keepsSpaces ? 1 : 0;
    this.count += 1;
  }

  addCollected(entry: TextCollector): void {
    this.known[this.count] = entry.value;
    if (entry.runs !== undefined) this.rich.set(this.count, entry.runs);
    this.addPlain(0, 0, 0, true);
  }

  text(index: number): string | undefined {
    if (index >= this.count) return undefined;
    return (this.known[index] ??= this.decoded(KEPT * index));
  }

  runs(index: number): readonly TextRun[] | undefined {
    return this.rich.size === 0 ? undefined : this.rich.get(index);
  }

  /** As `TextCollector` reads it. References were tried when the scanner passed them. */
  private decoded(at: number): string {
    const { places } = this;
    const text = textOf(this.bytes, places[at] ?? 0, places[at + 1] ?? 0, places[at + 2] ?? 0) ?? '';
    return decodeEscapes(places[at + 3] === 1 ? text : trimXml(text));
  }
}

/** The text store. */
export function readSharedTexts(part: string, bytes: Uint8Array): SharedTexts {
  const scanner = new XmlScanner(part, bytes);
  const found = new FoundTexts(scanner.bytes);
  const entry = new TextEntry(scanner);
  for (;;) {
    const token = scanner.next();
    if (token === END) return found;
    if (token === OPEN) {
      if (scanner.depth === 1 && !(scanner.isNamed('sst') && isMain(scanner.uri))) scanner.refuse();
      else if (scanner.depth === 2 && scanner.isNamed('si') && isMain(scanner.uri)) entry.begin();
      else if (entry.isOpen) entry.open();
    } else if (token === CLOSE) {
      if (scanner.depth === 1 && entry.isOpen) entry.end(found);
      else if (entry.isOpen) entry.close();
    } else if (entry.isOpen) entry.text();
  }
}

/** The entry the scanner is in: plain as long as it can be, else put together from its runs. */
class TextEntry {
  isOpen = false;
  private readonly scanner: XmlScanner;
  /** The `t` of a plain entry: whether there is one, whether the scanner is in it, and where its text stands. */
  private isPlain = false;
  private isInside = false;
  private keepsSpaces = false;
  private from = 0;
  private to = 0;
  private seen = 0;
  private collected: TextCollector | undefined;

  constructor(scanner: XmlScanner) {
    this.scanner = scanner;
  }

  begin(): void {
    this.isOpen = true;
    this.isPlain = false;
    this.isInside = false;
    this.from = 0;
    this.to = 0;
    this.seen = 0;
    this.collected = undefined;
  }

  open(): void {
    const { scanner } = this;
    const { attributes } = scanner;
    const isKnown = isMain(scanner.uri);
    if (this.collected === undefined && !this.isPlain && isKnown && scanner.isNamed('t')) {
      this.isPlain = true;
      this.isInside = true;
      this.keepsSpaces = attributes.value('xml:space') === 'preserve';
      return;
    }
    this.collect().open(isKnown ? scanner.name() : '', (name) => attributes.value(name));
  }

  text(): void {
    const { scanner } = this;
    if (this.collected === undefined && this.isInside && this.to === 0) {
      this.from = scanner.textFrom;
      this.to = scanner.textTo;
      this.seen = scanner.textSeen;
    } else if (this.collected !== undefined || this.isInside) this.collect().text(scanner.text());
  }

  close(): void {
    if (this.collected !== undefined) this.collected.close();
    else this.isInside = false;
  }

  end(found: FoundTexts): void {
    this.isOpen = false;
    if (this.collected !== undefined) found.addCollected(this.collected);
    else found.addPlain(this.from, this.to, this.seen, this.keepsSpaces);
  }

  /** What was plain until now is told again to the collector. */
  private collect(): TextCollector {
    if (this.collected !== undefined) return this.collected;
    const entry = new TextCollector();
    const { keepsSpaces } = this;
    if (this.isPlain) {
      entry.open('t', (name) => (name === 'xml:space' && keepsSpaces ? 'preserve' : undefined));
      if (this.to > 0) entry.text(textOf(this.scanner.bytes, this.from, this.to, this.seen) ?? '');
      if (!this.isInside) entry.close();
    }
    this.collected = entry;
    return entry;
  }
}
