/** XML as events with resolved namespaces; well-formed to the last byte or refused. The only user of saxes. */
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { refuse } from '../read-fault.js';
import { NotWellFormed, XML_LIMITS, type XmlListener } from './xml-listener.js';
import { isPlainXml, scanXml } from './xml-scan.js';
import { decodeXml } from './xml-text.js';

/** Parts above this size are parsed piece by piece, so that their text never stands in memory whole. */
const LARGEST_WHOLE = 16 * 1024 * 1024;

/** Parses one part, whole or in pieces; faults raised by the listener go through unchanged. */
export function parseXml(
  part: string,
  bytes: Uint8Array | Iterable<Uint8Array>,
  listener: XmlListener,
): void {
  if (bytes instanceof Uint8Array && bytes.length <= LARGEST_WHOLE) {
    const text = [...decodeXml(part, bytes)].join('');
    if (isPlainXml(text)) {
      scanPlain(part, text, listener);
      return;
    }
  }
  parseFully(part, bytes, listener);
}

function scanPlain(part: string, text: string, listener: XmlListener): void {
  try {
    scanXml(text, listener);
  } catch (error) {
    if (error instanceof NotWellFormed) refuse('file/bad-xml', { part });
    throw error;
  }
}

/** The full parser: comments, sections, instructions; refuses DOCTYPE. Also the measure of the quick scanner. */
export function parseFully(
  part: string,
  bytes: Uint8Array | Iterable<Uint8Array>,
  listener: XmlListener,
): void {
  const parser = new SaxesParser({ xmlns: true, position: false });
  let tag: SaxesTagNS | undefined;
  const attribute = (name: string, space?: string): string | undefined => {
    if (tag === undefined) return undefined;
    if (space === undefined) return tag.attributes[name]?.value;
    for (const found of Object.values(tag.attributes))
      if (found.local === name && found.uri === space) return found.value;
    return undefined;
  };
  parser.on('error', () => refuse('file/bad-xml', { part }));
  parser.on('doctype', () => refuse('file/doctype', { part }));
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && !XML_LIMITS.encodings.test(encoding)) refuse('file/bad-xml', { part });
  });
  let depth = 0;
  let attributes = 0;
  parser.on('attribute', () => {
    attributes += 1;
    if (attributes > XML_LIMITS.attributes) refuse('file/bad-xml', { part });
  });
  parser.on('opentag', (opened) => {
    depth += 1;
    attributes = 0;
    if (depth > XML_LIMITS.depth) refuse('file/bad-xml', { part });
    tag = opened;
    listener.open(opened.local, opened.uri, attribute);
  });
  const text = listener.text?.bind(listener);
  if (text !== undefined) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  const close = listener.close?.bind(listener);
  parser.on('closetag', (closed) => {
    depth -= 1;
    close?.(closed.local, closed.uri);
  });
  for (const piece of decodeXml(part, bytes)) parser.write(piece);
  parser.close();
}
