/** The place in a worksheet part that names the drawing of its comments (ECMA-376 18.3.1.99, order of children). */
import { refuse } from './refusal.js';
import { applyEdits, attributeOf, declaredPrefix, prefixOf, xmlTags, type XmlTag } from './xml-tags.js';

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Children of a worksheet that stand before `legacyDrawing`. */
const EARLIER = new Set(
  (
    'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios ' +
    'autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations ' +
    'hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ' +
    'ignoredErrors smartTags drawing'
  ).split(' '),
);

/** Relationship id of the sheet's drawing of comments and controls. */
export function legacyDrawingId(text: string): string | undefined {
  let root = '';
  for (const tag of xmlTags(text)) {
    if (tag.depth === 0 && tag.kind === 'open') root = text.slice(tag.start, tag.end);
    if (tag.depth !== 1 || tag.local !== 'legacyDrawing' || tag.kind === 'close') continue;
    const written = text.slice(tag.start, tag.end);
    const prefix = declaredPrefix(written, RELATIONSHIPS) ?? declaredPrefix(root, RELATIONSHIPS);
    return prefix === undefined ? refuse('unusual') : attributeOf(written, `${prefix}:id`);
  }
  return undefined;
}

/** Names the drawing, after the last child that has to stand before it. */
export function withLegacyDrawing(text: string, id: string): string {
  let last: XmlTag | undefined;
  let prefix = '';
  for (const tag of xmlTags(text)) {
    if (tag.depth === 0) prefix = prefixOf(tag.name);
    else if (tag.depth === 1 && tag.kind !== 'open' && EARLIER.has(tag.local)) last = tag;
  }
  if (last === undefined) return refuse('unusual');
  const xml = `<${prefix}legacyDrawing xmlns:r="${RELATIONSHIPS}" r:id="${id}"/>`;
  return applyEdits(text, [{ start: last.end, end: last.end, text: xml }]);
}
