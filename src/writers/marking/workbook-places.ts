/** Where in a package its workbook, styles and sheets are. */
import { relationshipsOf, textOf, type OpenPackage } from './open-package.js';
import { refuse } from './refusal.js';
import { attributeOf, declaredPrefix, xmlTags } from './xml-tags.js';

export interface WorkbookPlaces {
  readonly workbook: string;
  readonly styles: string;
  /** Sheet name → part. */
  readonly sheets: ReadonlyMap<string, string>;
  /** Prefix of relationship ids in the workbook part. */
  readonly idPrefix: string;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Follows the relationships; refuses signed packages and the strict variant. */
export function workbookPlaces(opened: OpenPackage): WorkbookPlaces {
  const top = relationshipsOf(opened, '');
  const signed = [...opened.names.keys()].some((name) => name.startsWith('_xmlsignatures/'));
  if (signed || top.some(({ type }) => type === 'origin')) refuse('signed');
  const workbook = top.find(({ type }) => type === 'officeDocument')?.part ?? refuse('unusual');
  const related = relationshipsOf(opened, workbook);
  const styles = related.find(({ type }) => type === 'styles')?.part ?? refuse('unusual');
  const text = textOf(opened, workbook);
  const sheets = new Map<string, string>();
  let idPrefix = '';
  for (const tag of xmlTags(text)) {
    if (tag.kind === 'close') continue;
    const written = text.slice(tag.start, tag.end);
    if (tag.depth === 0) {
      if (declaredPrefix(written, MAIN) === undefined) refuse('strict');
      idPrefix = declaredPrefix(written, RELATIONSHIPS) ?? '';
    }
    if (tag.depth !== 2 || tag.local !== 'sheet') continue;
    const own = declaredPrefix(written, RELATIONSHIPS) ?? idPrefix;
    const id = attributeOf(written, `${own}:id`);
    const part = related.find((relationship) => relationship.id === id)?.part;
    if (part !== undefined) sheets.set(decodeEscapes(attributeOf(written, 'name') ?? ''), part);
  }
  return { workbook, styles, sheets, idPrefix };
}

/** Excel's escape for characters that XML cannot carry (ECMA-376 22.9.2.19). */
const decodeEscapes = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/gu, (_whole, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
