/**
 * Puts a new worksheet before all others and makes the workbook open on it: whatever counts sheets by their place moves by
 * one, and no other sheet stays selected, since what is typed would go into every selected one.
 */
import { escapeXml } from '../xml-text.js';
import { relationshipsOf, setText, textOf, type OpenPackage } from './open-package.js';
import { refuse } from './refusal.js';
import { applyEdits, attributeOf, prefixOf, withAttribute, xmlTags, type Edit } from './xml-tags.js';

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SHEET_PARTS: ReadonlySet<string> = new Set(['worksheet', 'chartsheet', 'dialogsheet']);

/** The text of the workbook part with the sheet named first. `id`: of its relationship. */
export function withFirstSheet(text: string, idPrefix: string, name: string, id: string): string {
  const edits: Edit[] = [];
  let last = 0;
  let sheets: { readonly end: number; readonly prefix: string } | undefined;
  for (const tag of xmlTags(text)) {
    if (tag.kind === 'close') continue;
    const written = text.slice(tag.start, tag.end);
    const replaced = (now: string): void => {
      edits.push({ start: tag.start, end: tag.end, text: now });
    };
    if (tag.depth === 1 && tag.local === 'sheets' && tag.kind === 'open')
      sheets = { end: tag.end, prefix: prefixOf(tag.name) };
    if (tag.depth !== 2) continue;
    if (tag.local === 'sheet') last = Math.max(last, Number(attributeOf(written, 'sheetId') ?? 0));
    if (tag.local === 'workbookView')
      replaced(withAttribute(withAttribute(written, 'firstSheet', '0'), 'activeTab', '0'));
    const place = tag.local === 'definedName' ? attributeOf(written, 'localSheetId') : undefined;
    if (place !== undefined && /^\d+$/u.test(place))
      replaced(withAttribute(written, 'localSheetId', String(Number(place) + 1)));
  }
  if (sheets === undefined) return refuse('unusual');
  const { end, prefix } = sheets;
  const declaration = idPrefix === '' ? ` xmlns:r="${RELATIONSHIPS}"` : '';
  const xml = `<${prefix}sheet name="${escapeXml(name)}" sheetId="${last + 1}"${declaration} ${idPrefix === '' ? 'r' : idPrefix}:id="${id}"/>`;
  return applyEdits(text, [...edits, { start: end, end, text: xml }]);
}

/** No sheet of the workbook is selected any more. */
export function unselectSheets(opened: OpenPackage, workbook: string): void {
  for (const { type, part } of relationshipsOf(opened, workbook)) {
    if (part === undefined || !SHEET_PARTS.has(type)) continue;
    const text = textOf(opened, part);
    const edits = selectedViews(text);
    if (edits.length > 0) setText(opened, part, applyEdits(text, edits));
  }
}

function selectedViews(text: string): readonly Edit[] {
  const edits: Edit[] = [];
  for (const tag of xmlTags(text)) {
    // Views stand before the rows, and rows are most of the part.
    if (tag.local === 'sheetData') break;
    if (tag.local !== 'sheetView' || tag.kind === 'close') continue;
    const written = text.slice(tag.start, tag.end);
    if (attributeOf(written, 'tabSelected') === undefined) continue;
    edits.push({ start: tag.start, end: tag.end, text: withAttribute(written, 'tabSelected', '0') });
  }
  return edits;
}
