/** What both parsers of XML share: who receives the elements, how far they go, how they refuse. */

/** Receives a part's elements. `local` is the name without prefix. */
export interface XmlListener {
  open(local: string, space: string, attribute: (name: string, space?: string) => string | undefined): void;
  text?(text: string): void;
  close?(local: string, space: string): void;
}

/** Far above any honest part; without them a small file can exhaust the memory. */
export const XML_LIMITS = {
  depth: 100,
  attributes: 500,
  encodings: /^(utf-?8|utf-?16(le|be)?|us-ascii|ascii)$/iu,
} as const;

/** Raised for XML that is not well-formed; the caller knows the part and words it. */
export class NotWellFormed extends Error {}
