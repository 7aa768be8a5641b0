/**
 * A quick scanner for plain XML: elements, attributes, text, the declaration; no comments, sections, instructions or
 * DOCTYPE, which go to the full parser. As strict as that one: what is not well-formed is refused, never skipped.
 * Reading workbooks is nearly all XML, and this is what makes hundreds of them a matter of seconds.
 */
import { NotWellFormed, XML_LIMITS, type XmlListener } from './xml-listener.js';

const DECLARATION =
  /^\uFEFF?<\?xml\s+version\s*=\s*(?:"1\.[0-9]+"|'1\.[0-9]+')(?:\s+encoding\s*=\s*(?:"([A-Za-z][\w.-]*)"|'([A-Za-z][\w.-]*)'))?(?:\s+standalone\s*=\s*(?:"(?:yes|no)"|'(?:yes|no)'))?\s*\?>/u;
/** Characters that XML 1.0 does not allow. */
const FORBIDDEN =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;
const NAME = /[\p{L}_][\p{L}\p{M}\p{N}_.\-]*(?::[\p{L}_][\p{L}\p{M}\p{N}_.\-]*)?/uy;
const ATTRIBUTE =
  /[ \t\r\n]+([\p{L}_][\p{L}\p{M}\p{N}_.\-]*(?::[\p{L}_][\p{L}\p{M}\p{N}_.\-]*)?)[ \t\r\n]*=[ \t\r\n]*(?:"([^<"]*)"|'([^<']*)')/uy;
const TAG_END = /[ \t\r\n]*(\/?)>/y;
const CLOSE_END = /[ \t\r\n]*>/y;
const BLANK = /^[ \t\r\n]*$/;
const ENTITY = /&(?:#(\d{1,7})|#x([0-9A-Fa-f]{1,6})|(amp|lt|gt|quot|apos));|&/g;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const XML_SPACE = 'http://www.w3.org/XML/1998/namespace';

/** True when the text holds only what this scanner reads. */
export const isPlainXml = (text: string): boolean =>
  !text.includes('<!') && text.indexOf('<?', text.charCodeAt(0) === 0xfeff ? 2 : 1) === -1;

/** Sends the events of a whole document. Throws NotWellFormed; faults of the listener go through. */
export function scanXml(text: string, listener: XmlListener): void {
  if (FORBIDDEN.test(text)) throw new NotWellFormed('character');
  let position = skipDeclaration(text);
  const open: string[] = [];
  const scopes: (Scope | undefined)[] = [];
  let scope: Scope = new Map([['xml', XML_SPACE]]);
  let attributes: string[] = [];
  let rootSeen = false;
  const attribute = (name: string, space?: string): string | undefined => {
    for (let index = 0; index < attributes.length; index += 2) {
      const written = attributes[index] ?? '';
      if (
        space === undefined
          ? written === name
          : localOf(written) === name && uriOf(written, scope, true) === space
      )
        return attributes[index + 1];
    }
    return undefined;
  };
  for (;;) {
    const tag = text.indexOf('<', position);
    const between = text.slice(position, tag === -1 ? undefined : tag);
    if (open.length === 0 ? !BLANK.test(between) : tag === -1) throw new NotWellFormed('text');
    if (between !== '' && open.length > 0) listener.text?.(characters(between));
    if (tag === -1) break;
    if (text.charCodeAt(tag + 1) === 0x2f) {
      const name = matched(NAME, text, tag + 2)[0];
      CLOSE_END.lastIndex = NAME.lastIndex;
      if (!CLOSE_END.test(text) || open.pop() !== name) throw new NotWellFormed('end tag');
      position = CLOSE_END.lastIndex;
      listener.close?.(localOf(name), uriOf(name, scope, false));
      scope = scopes.pop() ?? scope;
      continue;
    }
    if (open.length === 0 && rootSeen) throw new NotWellFormed('second root');
    rootSeen = true;
    const name = matched(NAME, text, tag + 1)[0];
    attributes = [];
    const outer = scope;
    position = readAttributes(text, NAME.lastIndex, attributes);
    scope = declared(attributes, scope);
    for (let index = 0; index < attributes.length; index += 2) uriOf(attributes[index] ?? '', scope, true);
    const isEmpty = matched(TAG_END, text, position)[1] === '/';
    position = TAG_END.lastIndex;
    if (open.length >= XML_LIMITS.depth) throw new NotWellFormed('depth');
    const local = localOf(name);
    const uri = uriOf(name, scope, false);
    listener.open(local, uri, attribute);
    if (isEmpty) {
      listener.close?.(local, uri);
      scope = outer;
    } else {
      open.push(name);
      scopes.push(outer);
    }
  }
  if (!rootSeen || open.length > 0) throw new NotWellFormed('end');
}

const localOf = (name: string): string => name.slice(name.indexOf(':') + 1);

function skipDeclaration(text: string): number {
  const found = DECLARATION.exec(text);
  if (found === null) {
    if (text.startsWith('<?') || text.startsWith('\uFEFF<?')) throw new NotWellFormed('declaration');
    return text.charCodeAt(0) === 0xfeff ? 1 : 0;
  }
  const encoding = found[1] ?? found[2];
  if (encoding !== undefined && !XML_LIMITS.encodings.test(encoding)) throw new NotWellFormed('encoding');
  return found[0].length;
}

function matched(pattern: RegExp, text: string, at: number): RegExpExecArray {
  pattern.lastIndex = at;
  const found = pattern.exec(text);
  if (found === null) throw new NotWellFormed('tag');
  return found;
}

/** Fills name, value, name, value …; returns where the attributes end. */
function readAttributes(text: string, start: number, attributes: string[]): number {
  let position = start;
  for (;;) {
    ATTRIBUTE.lastIndex = position;
    const found = ATTRIBUTE.exec(text);
    if (found === null) return position;
    position = ATTRIBUTE.lastIndex;
    const name = found[1] ?? '';
    for (let index = 0; index < attributes.length; index += 2)
      if (attributes[index] === name) throw new NotWellFormed('attribute twice');
    attributes.push(name, attributeValue(found[2] ?? found[3] ?? ''));
    if (attributes.length > 2 * XML_LIMITS.attributes) throw new NotWellFormed('attributes');
  }
}

/** The namespace prefixes in force inside an element. */
type Scope = ReadonlyMap<string, string>;

function uriOf(name: string, scope: Scope, isAttribute: boolean): string {
  const colon = name.indexOf(':');
  if (colon === -1) return isAttribute ? '' : (scope.get('') ?? '');
  const uri = scope.get(name.slice(0, colon));
  if (uri === undefined) throw new NotWellFormed('prefix');
  return uri;
}

function declared(attributes: readonly string[], outer: Scope): Scope {
  let scope: Map<string, string> | undefined;
  for (let index = 0; index < attributes.length; index += 2) {
    const name = attributes[index] ?? '';
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
    const uri = attributes[index + 1] ?? '';
    if (name !== 'xmlns' && uri === '') throw new NotWellFormed('prefix');
    scope ??= new Map([...outer, ['xmlns', 'http://www.w3.org/2000/xmlns/']]);
    scope.set(name === 'xmlns' ? '' : name.slice('xmlns:'.length), uri);
  }
  return scope ?? outer;
}

/** Character data: line ends become LF, references their characters; `]]>` may not stand in it. */
function characters(raw: string): string {
  if (raw.includes(']]>')) throw new NotWellFormed('text');
  return references(raw.includes('\r') ? raw.replace(/\r\n?/gu, '\n') : raw);
}

/** Attribute values: white space becomes single spaces, references their characters. */
const attributeValue = (raw: string): string =>
  references(/[\t\r\n]/u.test(raw) ? raw.replace(/\r\n|[\t\r\n]/gu, ' ') : raw);

function references(raw: string): string {
  if (!raw.includes('&')) return raw;
  return raw.replace(ENTITY, (_, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED[name] ?? '';
    const code =
      decimal === undefined ? (hex === undefined ? Number.NaN : Number.parseInt(hex, 16)) : Number(decimal);
    const isSurrogate = code >= 0xd800 && code <= 0xdfff;
    if (!(code > 0 && code <= 0x10ffff) || isSurrogate) throw new NotWellFormed('reference');
    const character = String.fromCodePoint(code);
    if (FORBIDDEN.test(character)) throw new NotWellFormed('reference');
    return character;
  });
}
