/**
 * The one deterministic packer of Office packages: the same content gives the same
 * bytes, whatever exceljs or docx left to chance.
 */
import { strFromU8, unzipSync } from 'fflate';
import { stableDrawingIds, stableRelationshipIds } from './packer/stable-ids.js';
import { joined } from './byte-pieces.js';
import { zipPieces, type PartContent } from './packer/zip-pieces.js';
import { defined } from '../values/defined.js';

/** Parts of a package by their names, before they are packed. */
export type PackageParts = ReadonlyMap<string, string | Uint8Array>;

export interface RepackOptions {
  /** ISO date, or date and time, of creation and change; usually `report.date`. Never the clock. */
  readonly date?: string;
  /**
   * A last change to a text part, for what the writing library cannot say or would hold in memory whole: rows of a
   * large table come in pieces. `bookmarks`: how many the Word parts have; their ids are 1, 2, 3 …
   */
  readonly edit?: (part: string, xml: string, bookmarks: number) => string | Iterable<string>;
}

const DEFAULT_MOMENT = '2000-01-01T00:00:00Z';
const FIRST_PARTS = ['[Content_Types].xml', '_rels/.rels'];
const EMBEDDED_PACKAGE = /\.(?:xlsx|docx|pptx)$/u;

/** Writes a package again, or parts for the first time: parts sorted, ids, dates and zip times fixed, embedded packages likewise. */
export const repack = (made: Uint8Array | PackageParts, options: RepackOptions = {}): Uint8Array =>
  joined(repackedPieces(made, options));

/** The same, piece by piece. */
export function repackedPieces(
  made: Uint8Array | PackageParts,
  options: RepackOptions = {},
): Iterable<Uint8Array> {
  const moment = momentOf(options.date);
  const dateOnly = defined({ date: options.date });
  const texts = new Map<string, string>();
  const binaries = new Map<string, Uint8Array>();
  for (const [name, content] of made instanceof Uint8Array ? Object.entries(unzipSync(made)) : made) {
    if (name.endsWith('/')) continue;
    if (typeof content === 'string') texts.set(name, content);
    else if (EMBEDDED_PACKAGE.test(name)) binaries.set(name, repack(content, dateOnly));
    else if (/\.(?:xml|rels|vml)$/u.test(name)) texts.set(name, strFromU8(content));
    else binaries.set(name, content);
  }
  stableRelationshipIds(texts);
  const bookmarks = stableDrawingIds(texts);
  edit(texts, 'xl/styles.xml', fontsInSchemaOrder);
  edit(texts, 'xl/sharedStrings.xml', fontsInSchemaOrder);
  edit(texts, 'docProps/core.xml', (xml) => dated(xml, moment));
  const last = (part: string, xml: string): PartContent => options.edit?.(part, xml, bookmarks) ?? xml;
  return zipPieces(inOrderOfParts(texts, binaries, last));
}

function* inOrderOfParts(
  texts: ReadonlyMap<string, string>,
  binaries: ReadonlyMap<string, Uint8Array>,
  last: (part: string, xml: string) => PartContent,
): Generator<readonly [string, PartContent]> {
  for (const name of [...texts.keys(), ...binaries.keys()].sort(byPart)) {
    const text = texts.get(name);
    yield [name, text === undefined ? (binaries.get(name) ?? new Uint8Array()) : last(name, text)];
  }
}

function momentOf(date: string | undefined): string {
  if (date === undefined) return DEFAULT_MOMENT;
  return date.includes('T') ? date : `${date}T00:00:00Z`;
}

function edit(parts: Map<string, string>, name: string, change: (xml: string) => string): void {
  const xml = parts.get(name);
  if (xml !== undefined) parts.set(name, change(xml));
}

const dated = (xml: string, moment: string): string =>
  xml.replace(/(<dcterms:(created|modified)\b[^>]*>)[^<]*(<\/dcterms:\2>)/gu, `$1${moment}$3`);

/** Content types first, then the package's own relationships, then by code point. */
function byPart(a: string, b: string): number {
  const place = (name: string): number => {
    const index = FIRST_PARTS.indexOf(name);
    return index === -1 ? FIRST_PARTS.length : index;
  };
  return place(a) - place(b) || (a < b ? -1 : a > b ? 1 : 0);
}

/** Children of `font` and `rPr` in the order of SpreadsheetML's schema; exceljs has its own (CT_Font, CT_RPrElt). */
const FONT =
  'b i strike condense extend outline shadow u vertAlign sz color name family charset scheme'.split(' ');
const RUN =
  'rFont charset family b i strike outline shadow condense extend color sz u vertAlign scheme'.split(' ');

/** Sorts the children of every font of a styles part and of every rich text run of the shared strings. */
function fontsInSchemaOrder(xml: string): string {
  return xml.replace(
    /<(font|rPr)>((?:<\w+(?:\s[^<>]*)?\/>)+)<\/\1>/gu,
    (_whole, tag: string, children: string) =>
      `<${tag}>${inOrder(children, tag === 'font' ? FONT : RUN)}</${tag}>`,
  );
}

function inOrder(children: string, order: readonly string[]): string {
  const place = (element: string): number => {
    const index = order.indexOf(/^<(\w+)/u.exec(element)?.[1] ?? '');
    return index === -1 ? order.length : index;
  };
  return (children.match(/<[^<>]*>/gu) ?? []).sort((a, b) => place(a) - place(b)).join('');
}
