/** An Office package as it was sent: parts under their own names in their own order, with relationships and content types to add to. */
import { unzipSync, zipSync, type Zippable } from 'fflate';
import { escapeXml } from '../xml-text.js';
import { refuse } from './refusal.js';
import { applyEdits, attributeOf, prefixOf, withoutEnd, xmlTags } from './xml-tags.js';

export interface OpenPackage {
  /** In the order of the file; new ones come last. */
  readonly parts: Map<string, Uint8Array>;
  /** Lower-case name → name as written. */
  readonly names: Map<string, string>;
}

export interface Relationship {
  readonly id: string;
  /** Last word of the type's address. */
  readonly type: string;
  /** Name of the part as written in the package; undefined for external targets. */
  readonly part: string | undefined;
}

const CONTENT_TYPES = '[Content_Types].xml';
const RELATIONSHIP_TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The parts; names that need more care than a copy gives are refused. */
export function unpack(bytes: Uint8Array): OpenPackage {
  const parts = new Map(Object.entries(unzipSync(bytes)).filter(([name]) => !name.endsWith('/')));
  const names = new Map<string, string>();
  for (const name of parts.keys()) {
    if (/^\/|[\\%]/u.test(name) || names.has(name.toLowerCase())) refuse('unusual');
    names.set(name.toLowerCase(), name);
  }
  return { parts, names };
}

/** Bytes with fixed zip dates; the same parts give the same bytes. */
export function pack({ parts }: OpenPackage): Uint8Array {
  const packed: Zippable = {};
  for (const [name, content] of parts) packed[name] = content;
  return zipSync(packed, { level: 6, mtime: new Date(1980, 0, 1) });
}

/** Text of a UTF-8 part, its byte order mark included, so that encoding it again gives the same bytes. */
export function textOf(opened: OpenPackage, name: string): string {
  const bytes = opened.parts.get(name);
  if (bytes === undefined) return refuse('unusual');
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.includes('\u0000') ? refuse('unusual') : text;
  } catch {
    return refuse('unusual');
  }
}

/** Sets a part's text; a new part is added last. */
export function setText(opened: OpenPackage, name: string, text: string): void {
  opened.parts.set(name, new TextEncoder().encode(text));
  opened.names.set(name.toLowerCase(), name);
}

/** `xl/comments1.xml`, `xl/comments2.xml` … : the first name that is free. */
export function freeName(opened: OpenPackage, before: string, after: string): string {
  for (let number = 1; ; number += 1) {
    const name = `${before}${number}${after}`;
    if (!opened.names.has(name.toLowerCase())) return name;
  }
}

/** Name of the relationships part of a part; of the package itself for ''. */
export const relationshipsName = (part: string): string => {
  const cut = part.lastIndexOf('/') + 1;
  return `${part.slice(0, cut)}_rels/${part.slice(cut)}.rels`;
};

/** Relationships of a part; none without a relationships part. */
export function relationshipsOf(opened: OpenPackage, part: string): readonly Relationship[] {
  const name = opened.names.get(relationshipsName(part).toLowerCase());
  if (name === undefined) return [];
  const text = textOf(opened, name);
  const found: Relationship[] = [];
  for (const tag of xmlTags(text)) {
    if (tag.local !== 'Relationship' || tag.kind === 'close') continue;
    const written = text.slice(tag.start, tag.end);
    const type = attributeOf(written, 'Type') ?? '';
    const external = attributeOf(written, 'TargetMode') === 'External';
    const target = resolved(part, attributeOf(written, 'Target') ?? '');
    found.push({
      id: attributeOf(written, 'Id') ?? '',
      type: type.slice(type.lastIndexOf('/') + 1),
      part: external ? undefined : opened.names.get(target.toLowerCase()),
    });
  }
  return found;
}

function resolved(source: string, target: string): string {
  const folder = target.startsWith('/') ? '' : source.slice(0, source.lastIndexOf('/') + 1);
  const segments: string[] = [];
  for (const segment of (folder + target).split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}

/** Adds a relationship to another part of the package and returns its id. */
export function addRelationship(opened: OpenPackage, from: string, type: string, to: string): string {
  const known = relationshipsOf(opened, from);
  let number = known.length + 1;
  while (known.some(({ id }) => id === `rId${number}`)) number += 1;
  const id = `rId${number}`;
  const name = opened.names.get(relationshipsName(from).toLowerCase()) ?? relationshipsName(from);
  const exists = opened.parts.has(name);
  if (!exists) ensureDefault(opened, 'rels', 'application/vnd.openxmlformats-package.relationships+xml');
  const text = exists
    ? textOf(opened, name)
    : `${DECLARATION}<Relationships xmlns="${RELATIONSHIPS}"></Relationships>`;
  const target = escapeXml(relativeTarget(from, to));
  setText(
    opened,
    name,
    appended(
      text,
      (prefix) =>
        `<${prefix}Relationship Id="${id}" Type="${RELATIONSHIP_TYPES}${type}" Target="${target}"/>`,
    ),
  );
  return id;
}

/** Path from the folder of one part to another; other software does not understand absolute ones. */
function relativeTarget(from: string, to: string): string {
  const here = from.split('/').slice(0, -1);
  const there = to.split('/');
  let shared = 0;
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared += 1;
  return [...here.slice(shared).map(() => '..'), ...there.slice(shared)].join('/');
}

/** Says the content type of a new part. */
export function addOverride(opened: OpenPackage, part: string, type: string): void {
  editTypes(opened, (prefix) => `<${prefix}Override PartName="/${escapeXml(part)}" ContentType="${type}"/>`);
}

/** Says the content type of an ending, unless it is known already. */
export function ensureDefault(opened: OpenPackage, extension: string, type: string): void {
  const text = textOf(opened, typesName(opened));
  for (const tag of xmlTags(text)) {
    if (tag.local !== 'Default') continue;
    if (attributeOf(text.slice(tag.start, tag.end), 'Extension')?.toLowerCase() === extension) return;
  }
  editTypes(opened, (prefix) => `<${prefix}Default Extension="${extension}" ContentType="${type}"/>`);
}

const typesName = (opened: OpenPackage): string =>
  opened.names.get(CONTENT_TYPES.toLowerCase()) ?? CONTENT_TYPES;

function editTypes(opened: OpenPackage, element: (prefix: string) => string): void {
  const name = typesName(opened);
  setText(opened, name, appended(textOf(opened, name), element));
}

/** A last child of the root element, in the root's own prefix. */
export function appended(text: string, element: (prefix: string) => string): string {
  for (const tag of xmlTags(text)) {
    if (tag.depth > 0) continue;
    const child = element(prefixOf(tag.name));
    if (tag.kind === 'close') return applyEdits(text, [{ start: tag.start, end: tag.start, text: child }]);
    if (tag.kind !== 'empty') continue;
    const open = `${withoutEnd(text.slice(tag.start, tag.end))}>${child}</${tag.name}>`;
    return applyEdits(text, [{ start: tag.start, end: tag.end, text: open }]);
  }
  return refuse('unusual');
}
