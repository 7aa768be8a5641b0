/** Namespaces of OpenDocument 1.x as short prefixes, so that the reader can name elements as the standard does. */
const OASIS = 'urn:oasis:names:tc:opendocument:xmlns';

export const SPACES = {
  office: `${OASIS}:office:1.0`,
  table: `${OASIS}:table:1.0`,
  text: `${OASIS}:text:1.0`,
  style: `${OASIS}:style:1.0`,
  number: `${OASIS}:datastyle:1.0`,
  draw: `${OASIS}:drawing:1.0`,
  dr3d: `${OASIS}:dr3d:1.0`,
  svg: `${OASIS}:svg-compatible:1.0`,
  fo: `${OASIS}:xsl-fo-compatible:1.0`,
  calcext: 'urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0',
} as const;

export type Prefix = keyof typeof SPACES;

const PREFIXES = new Map<string, string>(Object.entries(SPACES).map(([prefix, space]) => [space, prefix]));

/** `table:table-cell`; a name of an unknown namespace begins with a colon. */
export const nameOf = (local: string, space: string): string => `${PREFIXES.get(space) ?? ''}:${local}`;

/** Looks up an attribute of the element that has just opened. */
export type Attribute = (name: string, space?: string) => string | undefined;
