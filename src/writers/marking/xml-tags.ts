/**
 * Tags of an XML part with their places in the text, so that a few of them can be changed and every other letter
 * stays. For parts whose well-formedness the reader has proved; nothing is interpreted here.
 */
import { decoded, escapeXml } from '../xml-text.js';

export interface XmlTag {
  /** As written, with its prefix. */
  readonly name: string;
  /** Without the prefix. */
  readonly local: string;
  readonly kind: 'open' | 'close' | 'empty';
  /** Place of `<` and the place after `>`. */
  readonly start: number;
  readonly end: number;
  /** Elements around it; the root has none. */
  readonly depth: number;
}

/** All tags in order; comments, instructions and CDATA are passed over. */
export function* xmlTags(text: string): Generator<XmlTag> {
  let depth = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    const skip = passedOver(text, at);
    if (skip !== undefined) {
      at = skip;
      continue;
    }
    const end = tagEnd(text, at);
    const close = text.charAt(at + 1) === '/';
    const kind = close ? 'close' : text.charAt(end - 2) === '/' ? 'empty' : 'open';
    const name = /[^\s/>]+/uy;
    name.lastIndex = at + (close ? 2 : 1);
    const written = name.exec(text)?.[0] ?? '';
    if (kind === 'close') depth -= 1;
    yield { name: written, local: localName(written), kind, start: at, end, depth };
    if (kind === 'open') depth += 1;
    at = end;
  }
}

const CLOSINGS: readonly (readonly [string, string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
];

function passedOver(text: string, at: number): number | undefined {
  for (const [opening, closing] of CLOSINGS) {
    if (!text.startsWith(opening, at)) continue;
    const end = text.indexOf(closing, at);
    return end < 0 ? text.length : end + closing.length;
  }
  return undefined;
}

/** `>` may stand inside an attribute. */
function tagEnd(text: string, start: number): number {
  let quote = '';
  for (let at = start; at < text.length; at += 1) {
    const letter = text.charAt(at);
    if (quote !== '') quote = letter === quote ? '' : quote;
    else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === '>') return at + 1;
  }
  return text.length;
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);
/** `x:` of `x:row`; empty without one. */
export const prefixOf = (name: string): string => name.slice(0, name.indexOf(':') + 1);

/** It begins where a name begins: tried at every letter of a long word it would take time by the square. */
const ATTRIBUTE = /(?<![^\s=/<>])([^\s=/<>]+)(\s*=\s*)("[^"]*"|'[^']*')/gu;

/** Value of an attribute by its written name. */
export function attributeOf(tagText: string, name: string): string | undefined {
  for (const [, written, , quoted = ''] of tagText.matchAll(ATTRIBUTE))
    if (written === name) return decoded(quoted.slice(1, -1));
  return undefined;
}

/** The tag without `>` or `/>` and the blanks before it. */
export const withoutEnd = (tagText: string): string => tagText.replace(/\/?>$/u, '').trimEnd();

/** The tag with an attribute set: replaced in its place, or added as the last one. */
export function withAttribute(tagText: string, name: string, value: string): string {
  if (attributeOf(tagText, name) !== undefined)
    return tagText.replace(ATTRIBUTE, (whole: string, written: string, equals: string) =>
      written === name ? `${written}${equals}"${escapeXml(value)}"` : whole,
    );
  const end = withoutEnd(tagText).length;
  return `${tagText.slice(0, end)} ${name}="${escapeXml(value)}"${tagText.slice(end)}`;
}

/** The prefix (with `xmlns:` left out) that a tag declares for a namespace; '' for the default one. */
export function declaredPrefix(tagText: string, namespace: string): string | undefined {
  for (const [, written = '', , quoted = ''] of tagText.matchAll(ATTRIBUTE)) {
    if (quoted.slice(1, -1) !== namespace) continue;
    if (written === 'xmlns') return '';
    if (written.startsWith('xmlns:')) return written.slice('xmlns:'.length);
  }
  return undefined;
}

/** A piece of the text replaced; `start` equal to `end` inserts. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** All edits applied; those at one place in the order given. They must not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  let result = '';
  let at = 0;
  for (const edit of ordered) {
    if (edit.start < at) throw new Error('overlapping edits');
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}
