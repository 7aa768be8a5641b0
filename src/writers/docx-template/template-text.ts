/** The text of a template, paragraph by paragraph, as a reader sees it: Word may split a tag over many runs. */
import { strFromU8 } from 'fflate';
import { decoded } from '../xml-text.js';

export interface TemplateParagraph {
  /** Name of its part, `word/document.xml`. */
  readonly part: string;
  readonly text: string;
  /** Offsets of its start and its end in the part. */
  readonly start: number;
  readonly end: number;
  /** The rows of tables that hold it, from the outermost, each by the offset of its start. */
  readonly rows: readonly number[];
}

/** A text that describes a drawing. */
export type DrawingText = Pick<TemplateParagraph, 'part' | 'text' | 'rows'>;

/** Parts in which people type: text, headers and footers, notes. */
const TEXT_PART = /^word\/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml$/u;
export const MAIN_PART = 'word/document.xml';

/** A tag as it may stand in text: spaces inside the braces do not matter. */
export const TAG_IN_TEXT = /\{\{\s*([^{}]*?)\s*\}\}/gu;

const textParts = (parts: Readonly<Record<string, Uint8Array>>) =>
  Object.keys(parts)
    .filter((name) => TEXT_PART.test(name))
    .sort()
    .map((part) => ({ part, xml: strFromU8(parts[part] ?? new Uint8Array()) }));

export const paragraphsOf = (parts: Readonly<Record<string, Uint8Array>>): readonly TemplateParagraph[] =>
  textParts(parts).flatMap(({ part, xml }) => partParagraphs(part, withoutFallbacks(xml)));

/** Word keeps a second copy of texts in drawings for old programs; offsets stay as they are. */
const withoutFallbacks = (xml: string): string =>
  xml.replace(/<mc:Fallback>.*?<\/mc:Fallback>/gsu, (copy) => ' '.repeat(copy.length));

const PARAGRAPH_TOKEN =
  /<w:p(?:\s[^>]*)?(\/)?>|<\/w:p>|<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|<w:(?:tab|br)\/>|<\/?w:tr[\s>]/gu;

/** Texts inside drawings are paragraphs inside paragraphs, so that each text belongs to the innermost. */
function partParagraphs(part: string, xml: string): readonly TemplateParagraph[] {
  const found: TemplateParagraph[] = [];
  const open: string[] = [];
  const starts: number[] = [];
  const rows: number[] = [];
  for (const match of xml.matchAll(PARAGRAPH_TOKEN)) {
    const { index } = match;
    const [whole, empty, text] = match;
    if (whole === '</w:p>') {
      const start = starts.pop() ?? index;
      found.push({ part, text: open.pop() ?? '', start, end: index + whole.length, rows: [...rows] });
    } else if (whole.startsWith('<w:tr')) rows.push(index);
    else if (whole.startsWith('</w:tr')) rows.pop();
    else if (text !== undefined) append(open, decoded(text));
    else if (whole.startsWith('<w:tab') || whole.startsWith('<w:br')) append(open, ' ');
    else if (empty === undefined) {
      open.push('');
      starts.push(index);
    }
  }
  return found;
}

function append(open: string[], text: string): void {
  if (open.length > 0) open[open.length - 1] = `${open.at(-1) ?? ''}${text}`;
}

const DRAWING_TOKEN = /<\/?w:tr[\s>]|<(?:wp:docPr|pic:cNvPr)\b[^>]*?\s(?:descr|title)="([^"]*)"/gu;

/** Texts that describe drawings; a chart is named there. */
export const drawingTexts = (parts: Readonly<Record<string, Uint8Array>>): readonly DrawingText[] =>
  textParts(parts).flatMap(({ part, xml }) => {
    const found: DrawingText[] = [];
    const rows: number[] = [];
    for (const match of xml.matchAll(DRAWING_TOKEN)) {
      const [whole, text] = match;
      if (text !== undefined) found.push({ part, text: decoded(text), rows: [...rows] });
      else if (whole.startsWith('</')) rows.pop();
      else rows.push(match.index);
    }
    return found;
  });

/** Names of the tags in a text. */
export const tagsIn = (text: string): readonly string[] =>
  [...text.matchAll(TAG_IN_TEXT)].map((match) => match[1] ?? '');
