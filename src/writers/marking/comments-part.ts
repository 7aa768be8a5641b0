/** The comments of one sheet: marks added to those that people wrote; only our own earlier marks are said anew. */
import { decoded, escapeXml, xmlText } from '../xml-text.js';
import { refuse } from './refusal.js';
import {
  applyEdits,
  attributeOf,
  prefixOf,
  withoutEnd,
  xmlTags,
  type Edit,
  type XmlTag,
} from './xml-tags.js';

/** A comment on a cell. The first line of the text is printed bold. */
export interface Note {
  /** A1. */
  readonly cell: string;
  readonly text: string;
}

/** Author of our comments; by it a later run knows them again. */
export const NOTE_AUTHOR = 'tdkvh';

/** LibreOffice forgets authors: then a comment is ours by its first line, "Phải sửa (VH347)". */
const OWN_FIRST_LINE = /^[^\n]{1,40} \(VH\d{3}\)(?:\n|$)/u;

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** A part without comments. */
export const NO_COMMENTS = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="${MAIN}"><authors></authors><commentList></commentList></comments>`;

interface Comment {
  readonly cell: string;
  readonly author: string;
  /** The element `text`: its opening tag's end, its closing tag's start, and whether it has no content at all. */
  readonly from: number;
  readonly to: number;
}

interface Comments {
  readonly prefix: string;
  readonly authors: readonly string[];
  readonly list: readonly Comment[];
  readonly authorsAt: XmlTag;
  readonly listAt: XmlTag;
}

/** Cells whose comment an earlier run of ours wrote alone; `resolvedText` is what it said of cells put right. */
export const ownComments = (text: string, resolvedText: string): readonly string[] =>
  readComments(text)
    .list.filter((one) => isOwn(text, one, resolvedText))
    .map(({ cell }) => cell);

function isOwn(text: string, { author, from, to }: Comment, resolvedText: string): boolean {
  if (author === NOTE_AUTHOR) return true;
  const said = plainText(text.slice(from, to));
  return OWN_FIRST_LINE.test(said) || said === resolvedText;
}

/** The words of all runs. */
const plainText = (xml: string): string =>
  [...xml.matchAll(/<(?:\w+:)?t(?:\s[^>]*)?>([^<]*)</gu)]
    .map(([, words = '']) => decoded(words))
    .join('')
    .replace(/\r\n?/gu, '\n');

/** Cells with any comment. */
export const commentedCells = (text: string): readonly string[] =>
  readComments(text).list.map(({ cell }) => cell);

/** Adds the notes: to the comment a person wrote on the cell, in place of our own, or as a new one. */
export function withNotes(text: string, notes: readonly Note[], resolvedText: string): string {
  const comments = readComments(text);
  const { prefix, authors, list, authorsAt, listAt } = comments;
  const edits: Edit[] = [];
  const fresh: string[] = [];
  let author = authors.indexOf(NOTE_AUTHOR);
  for (const note of notes) {
    const known = list.find(({ cell }) => cell === note.cell);
    if (known === undefined) {
      if (author < 0) {
        author = authors.length;
        edits.push(child(text, authorsAt, `<${prefix}author>${NOTE_AUTHOR}</${prefix}author>`));
      }
      fresh.push(
        `<${prefix}comment ref="${note.cell}" authorId="${author}"><${prefix}text>${runs(prefix, note.text)}</${prefix}text></${prefix}comment>`,
      );
    } else if (isOwn(text, known, resolvedText)) {
      edits.push({ start: known.from, end: known.to, text: runs(prefix, note.text) });
    } else {
      const said = text.slice(known.from, known.to);
      if (plainText(said).includes(note.text)) continue;
      edits.push({ start: known.from, end: known.to, text: together(prefix, said, note.text) });
    }
  }
  if (fresh.length > 0) edits.push(child(text, listAt, fresh.join('')));
  return applyEdits(text, edits);
}

/** Text under an opening tag, or in an empty element made open. */
function child(text: string, tag: XmlTag, xml: string): Edit {
  if (tag.kind !== 'empty') return { start: tag.start, end: tag.start, text: xml };
  const opening = withoutEnd(text.slice(tag.start, tag.end));
  return { start: tag.start, end: tag.end, text: `${opening}>${xml}</${tag.name}>` };
}

/** What the person wrote stays first; a plain text becomes a run, because only runs may follow one another. */
function together(prefix: string, said: string, text: string): string {
  const plain = new RegExp(`^\\s*(<${prefix}t[\\s>].*?</${prefix}t>)`, 'su').exec(said);
  const kept =
    plain === null ? said : `<${prefix}r>${plain[1] ?? ''}</${prefix}r>${said.slice(plain[0].length)}`;
  const phonetic = new RegExp(`<${prefix}(?:rPh|phoneticPr)\\b`, 'u').exec(kept)?.index ?? kept.length;
  return `${kept.slice(0, phonetic)}${runs(prefix, `\n${text}`)}${kept.slice(phonetic)}`;
}

function runs(prefix: string, text: string): string {
  const clean = xmlText(text);
  const cut = clean.indexOf('\n', clean.startsWith('\n') ? 1 : 0);
  const [head, rest] = cut < 0 ? [clean, ''] : [clean.slice(0, cut), clean.slice(cut)];
  const run = (words: string, bold: boolean): string =>
    words === ''
      ? ''
      : `<${prefix}r><${prefix}rPr>${bold ? `<${prefix}b/>` : ''}<${prefix}sz val="9"/><${prefix}color indexed="81"/><${prefix}rFont val="Tahoma"/><${prefix}family val="2"/></${prefix}rPr><${prefix}t xml:space="preserve">${escapeXml(words)}</${prefix}t></${prefix}r>`;
  return run(head, true) + run(rest, false);
}

function readComments(text: string): Comments {
  const authors: string[] = [];
  const list: Comment[] = [];
  let prefix = '';
  let authorsAt: XmlTag | undefined;
  let listAt: XmlTag | undefined;
  let current: { cell: string; author: string } | undefined;
  let opened = 0;
  for (const tag of xmlTags(text)) {
    const written = (): string => text.slice(tag.start, tag.end);
    if (tag.depth === 0) {
      if (tag.local !== 'comments') refuse('unusual');
      prefix = prefixOf(tag.name);
    } else if (tag.depth === 1) {
      // The closing tag, or an empty element: where a child is added.
      if (tag.kind === 'open') continue;
      if (tag.local === 'authors') authorsAt = tag;
      if (tag.local === 'commentList') listAt = tag;
    } else if (tag.depth === 2 && tag.local === 'author') {
      if (tag.kind === 'open') opened = tag.end;
      else authors.push(tag.kind === 'empty' ? '' : text.slice(opened, tag.start));
    } else if (tag.depth === 2 && tag.local === 'comment' && tag.kind === 'open') {
      const author = authors[Number(attributeOf(written(), 'authorId'))] ?? '';
      current = { cell: attributeOf(written(), 'ref') ?? '', author };
    } else if (tag.depth === 3 && tag.local === 'text' && current !== undefined) {
      if (tag.kind === 'empty') refuse('unusual');
      if (tag.kind === 'open') opened = tag.end;
      else list.push({ ...current, from: opened, to: tag.start });
    }
  }
  return {
    prefix,
    authors,
    list,
    authorsAt: authorsAt ?? refuse('unusual'),
    listAt: listAt ?? refuse('unusual'),
  };
}
