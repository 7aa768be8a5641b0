/** The styles of the text put into a template: the template's own where it has them, else brought along in its look. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { PlacedTags } from './placed-tags.js';
import type { Parts } from './template-package.js';
import { MAIN_PART, tagsIn } from './template-text.js';

const STYLES_PART = 'word/styles.xml';
const STYLE = /<w:style\b[^>]*?>.*?<\/w:style>/gsu;
const idOf = (style: string): string => /\sw:styleId="([^"]*)"/u.exec(style)?.[1] ?? '';
const nameOf = (style: string): string =>
  (/<w:name\b[^>]*\sw:val="([^"]*)"/u.exec(style)?.[1] ?? '').toLowerCase();

/** How the text around the place of a tag looks. */
export interface TextLook {
  /** Id of the style of its paragraph. */
  readonly style?: string;
  /** Typeface, colour and size of its letters as the properties of a run; empty: those of the style. */
  readonly letters: string;
}

const LETTERS = /<w:(?:rFonts|color|sz|szCs)\b[^>]*\/>/gu;

/** The look of a tag that stands in the text: what replaces it looks the same. */
export function lookOf(parts: Parts, { paragraphs }: PlacedTags, tag: string): TextLook {
  const place = paragraphs.find(({ part, text }) => part === MAIN_PART && tagsIn(text).includes(tag));
  if (place === undefined) return { letters: '' };
  const xml = strFromU8(parts[MAIN_PART] ?? new Uint8Array()).slice(place.start, place.end);
  const style = /<w:pStyle\b[^>]*\sw:val="([^"]*)"/u.exec(xml)?.[1];
  const run = /<w:r(?:\s[^>]*)?>\s*<w:rPr>(.*?)<\/w:rPr>(?:(?!<w:r[\s>]).)*<w:t[\s>]/su.exec(xml)?.[1] ?? '';
  const letters = (run.match(LETTERS) ?? []).join('');
  return style === undefined ? { letters } : { style, letters };
}

const HEADING = /^heading \d$/u;
/** Styles of running text: they follow the place of the text; the others are laid down by the decree. */
const FLOWING = new Set(['nội dung']);

/** A style of this program in the look of the template: its letters are those of the text, bold and italics stay. */
function inLook(style: string, look: TextLook): string {
  const name = nameOf(style);
  if (!HEADING.test(name) && !FLOWING.has(name)) return style;
  const plain = style.replace(/<w:rPr>.*?<\/w:rPr>/su, (run) => run.replace(LETTERS, ''));
  const { style: parent } = look;
  const based =
    parent === undefined
      ? plain
      : plain.replace(/<w:basedOn [^>]*>/u, () => `<w:basedOn w:val="${parent}"/>`);
  if (look.letters === '') return based;
  const fonts = look.letters.match(/<w:rFonts\b[^>]*\/>/u)?.[0] ?? '';
  // In the order that the schema asks for: typeface, bold and italics, colour and size.
  const rest = look.letters.replace(fonts, '');
  return based.includes('<w:rPr>')
    ? based.replace('<w:rPr>', `<w:rPr>${fonts}`).replace('</w:rPr>', `${rest}</w:rPr>`)
    : based.replace('</w:style>', `<w:rPr>${fonts}${rest}</w:rPr></w:style>`);
}

/** The styles of the template alone: the library adds headings of its own, blue, where a template has none. */
function ownStyles(filled: Parts, template: Parts): string {
  const own = new Set(
    (strFromU8(template[STYLES_PART] ?? new Uint8Array()).match(STYLE) ?? []).map((style) => idOf(style)),
  );
  return strFromU8(filled[STYLES_PART] ?? new Uint8Array()).replace(STYLE, (style) =>
    own.has(idOf(style)) ? style : '',
  );
}

/** A heading or a title gives no look to running text. */
const isText = (style: string): boolean => !/^(?:heading \d|title)$/u.test(nameOf(style));

/** How the styles of a filled template are made. */
export interface StyleSources {
  readonly template: Parts;
  /** This program's own report. */
  readonly own: Parts;
  readonly used: readonly string[];
  readonly look: TextLook;
}

/**
 * The filled template with the styles of the text put into it. A style that the template has under the same name is
 * the template's (localised Word calls its ids otherwise); the others come along, based on the template's own text.
 */
export function withStyles(
  filled: Uint8Array,
  { template, own, used, look: asked }: StyleSources,
): {
  readonly bytes: Uint8Array;
  /** The id in this document of a style of this program. */
  readonly styleId: (id: string) => string;
} {
  const parts = unzipSync(filled);
  const theirs = ownStyles(parts, template);
  const theirStyles = theirs.match(STYLE) ?? [];
  const byName = new Map(theirStyles.map((style) => [nameOf(style), idOf(style)]));
  const taken = new Set(theirStyles.map(idOf));
  const base = idOf(
    theirStyles.find((style) => /\sw:type="paragraph"/u.test(style) && /\sw:default="1"/u.test(style)) ?? '',
  );
  const follows = theirStyles.some((style) => idOf(style) === asked.style && isText(style));
  const look: TextLook = follows ? asked : { letters: asked.letters };
  const ids = new Map<string, string>();
  const added: string[] = [];
  for (const style of strFromU8(own[STYLES_PART] ?? new Uint8Array()).match(STYLE) ?? []) {
    const id = idOf(style);
    if (!used.includes(id)) continue;
    const known = byName.get(nameOf(style)) ?? (taken.has(id) ? id : undefined);
    if (known === undefined) added.push(style);
    else ids.set(id, known);
  }
  const renamed = (xml: string, attribute: string): string =>
    xml.replace(new RegExp(`(<w:${attribute} w:val=")([^"]*)"`, 'gu'), (whole, start: string, id: string) => {
      const now = ids.get(id) ?? (id === 'Normal' && base !== '' ? base : undefined);
      return now === undefined ? whole : `${start}${now}"`;
    });
  // The look after the names: the style that it is based on is the template's already.
  const fitting = added.map((style) => inLook(renamed(renamed(style, 'basedOn'), 'next'), look)).join('');
  parts[STYLES_PART] = strToU8(theirs.replace('</w:styles>', () => `${fitting}</w:styles>`));
  if (ids.size > 0)
    parts[MAIN_PART] = strToU8(renamed(strFromU8(parts[MAIN_PART] ?? new Uint8Array()), 'pStyle'));
  return { bytes: zipSync(parts, { level: 1 }), styleId: (id) => ids.get(id) ?? id };
}
