/** HTML that is safe by construction: text of communes is always escaped, only elements made here are elements. */
import { xmlText } from '../xml-text.js';

/** Finished markup; a plain string is text. */
export interface Markup {
  readonly html: string;
}

export type Content = Markup | string | undefined | readonly Content[];
/** Finished markup bit by bit. */
export type Pieces = Generator<string>;
export type Attributes = Readonly<Record<string, string | number | true | undefined>>;

const VOID = new Set(['br', 'input', 'meta']);

/** Text for element content and for attributes in either kind of quotes. */
export function escapeHtml(text: string): string {
  const plain = xmlText(text);
  return LIVE.test(plain) ? escaped(plain) : plain;
}

const LIVE = /[&<>"'`]/u;

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
    .replaceAll('`', '&#96;');

/** An element; names of elements and attributes are words of this program, never data. */
export function element(name: string, attributes: Attributes, ...content: readonly Content[]): Markup {
  const start = startTag(name, attributes);
  return { html: VOID.has(name) ? start : `${start}${content.map(htmlOf).join('')}</${name}>` };
}

/** An element in pieces: its content comes bit by bit, so that a long table is never whole in memory. */
export function* elementPieces(
  name: string,
  attributes: Attributes,
  ...content: readonly (Content | Pieces)[]
): Pieces {
  yield startTag(name, attributes);
  yield* inPieces(content);
  yield `</${name}>`;
}

/** Contents one after the other. */
export function* inPieces(content: readonly (Content | Pieces)[]): Pieces {
  for (const part of content) {
    if (isPieces(part)) yield* part;
    else yield htmlOf(part);
  }
}

/** Pieces are made by a generator here; contents are texts, elements and lists of them. */
const isPieces = (part: Content | Pieces): part is Pieces => typeof part === 'object' && 'next' in part;

function startTag(name: string, attributes: Attributes): string {
  let start = `<${name}`;
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value === undefined) continue;
    start += value === true ? ` ${attribute}` : ` ${attribute}="${escapeHtml(String(value))}"`;
  }
  return `${start}>`;
}

/** Style sheet or script of this program itself. */
export const ownText = (name: 'style' | 'script', text: string): Markup => {
  if (/<\/|<!--/u.test(text)) throw new Error(`The text would end its own ${name} element`);
  return { html: `<${name}>${text}</${name}>` };
};

export function htmlOf(content: Content): string {
  if (content === undefined) return '';
  if (typeof content === 'string') return escapeHtml(content);
  return 'html' in content ? content.html : content.map(htmlOf).join('');
}
