/** Namespaces of workbooks: transitional (what Excel saves) and strict ISO 29500. */
const MAIN = new Set([
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  'http://purl.oclc.org/ooxml/spreadsheetml/main',
]);

/** Attribute namespaces of `r:id`. */
export const RELATIONSHIP_SPACES = [
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'http://purl.oclc.org/ooxml/officeDocument/relationships',
] as const;

let last = '';
let isLastMain = false;

/** Elements of other namespaces (extensions) never carry cell values. Asked for every element, nearly always of one namespace. */
export function isMain(space: string): boolean {
  if (space !== last) {
    last = space;
    isLastMain = MAIN.has(space);
  }
  return isLastMain;
}

/** `xsd:boolean` of an attribute. */
export const isTrue = (value: string | undefined): boolean =>
  value === '1' || value === 'true' || value === 'on';
