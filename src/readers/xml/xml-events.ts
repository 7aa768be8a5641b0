/** XML as events with resolved namespaces, for parts that are read once and are small; sheets and texts move the scanner themselves. */
import { CLOSE, END, OPEN, XmlScanner } from './xml-scanner.js';

/** Receives a part's elements. `local` is the name without prefix. */
export interface XmlListener {
  open(local: string, space: string, attribute: (name: string, space?: string) => string | undefined): void;
  text?(text: string): void;
  close?(local: string, space: string): void;
}

/** Parses one part: well-formed to the last byte or refused; faults raised by the listener go through unchanged. */
export function parseXml(part: string, bytes: Uint8Array, listener: XmlListener): void {
  const scanner = new XmlScanner(part, bytes);
  const { attributes } = scanner;
  const attribute = (name: string, space?: string): string | undefined =>
    space === undefined ? attributes.value(name) : attributes.valueIn(name, space);
  for (;;) {
    const token = scanner.next();
    if (token === END) return;
    if (token === OPEN) listener.open(scanner.name(), scanner.uri, attribute);
    else if (token === CLOSE) listener.close?.(scanner.name(), scanner.uri);
    else listener.text?.(scanner.text());
  }
}
