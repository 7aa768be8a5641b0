/** What the scanner of XML is measured by: saxes over the decoded text, with the same limits. Slow, and not ours. */
import { SaxesParser, type SaxesTagNS } from 'saxes';
import type { XmlListener } from '../../src/readers/xml/xml-events.js';
import { XML_LIMITS } from '../../src/readers/xml/xml-limits.js';
import { xmlEncoding } from '../../src/readers/xml/xml-text.js';

/** Sends the events of a part, or throws for whatever reason it is not well-formed. */
export function parseBySaxes(bytes: Uint8Array, listener: XmlListener): void {
  const refuse = (): never => {
    throw new Error('not well-formed');
  };
  const text = new TextDecoder(xmlEncoding(bytes), { fatal: true }).decode(bytes);
  const isDeclared = /^\uFEFF?<\?xml[ \t\r\n]/u.test(text);
  // A damaged declaration is no instruction that happens to stand first.
  if (!isDeclared && /^\uFEFF?<\?/u.test(text)) refuse();
  const parser = new SaxesParser({ xmlns: true, position: false });
  let tag: SaxesTagNS | undefined;
  let depth = 0;
  let attributes = 0;
  const attribute = (name: string, space?: string): string | undefined => {
    if (tag === undefined) return undefined;
    if (space === undefined) return tag.attributes[name]?.value;
    return Object.values(tag.attributes).find(({ local, uri }) => local === name && uri === space)?.value;
  };
  parser.on('error', refuse);
  parser.on('doctype', refuse);
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && !XML_LIMITS.encodings.test(encoding)) refuse();
  });
  parser.on('attribute', () => {
    attributes += 1;
    if (attributes > XML_LIMITS.attributes) refuse();
  });
  parser.on('opentag', (opened) => {
    depth += 1;
    attributes = 0;
    if (depth > XML_LIMITS.depth) refuse();
    tag = opened;
    listener.open(opened.local, opened.uri, attribute);
  });
  parser.on('text', (piece) => listener.text?.(piece));
  parser.on('cdata', (piece) => listener.text?.(piece));
  parser.on('closetag', (closed) => {
    depth -= 1;
    listener.close?.(closed.local, closed.uri);
  });
  parser.write(text).close();
}
