/** Adds a worksheet as the last one: the list of sheets, its relationship, its content type and docProps/app.xml. */
import { decoded, escapeXml } from '../xml-text.js';
import {
  addOverride,
  addRelationship,
  freeName,
  relationshipsOf,
  setText,
  textOf,
  type OpenPackage,
} from './open-package.js';
import { refuse } from './refusal.js';
import type { WorkbookPlaces } from './workbook-places.js';
import { applyEdits, attributeOf, prefixOf, withAttribute, xmlTags, type Edit } from './xml-tags.js';

const WORKSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Under the wanted name, or the first with a number that is free in the workbook. */
export function addSheet(opened: OpenPackage, places: WorkbookPlaces, wanted: string, xml: string): void {
  const name = freeSheetName(wanted, places.sheets.keys());
  const folder = places.workbook.slice(0, places.workbook.lastIndexOf('/') + 1);
  const part = freeName(opened, `${folder}worksheets/sheet`, '.xml');
  setText(opened, part, xml);
  addOverride(opened, part, WORKSHEET);
  const id = addRelationship(opened, places.workbook, 'worksheet', part);
  setText(opened, places.workbook, withSheet(textOf(opened, places.workbook), places.idPrefix, name, id));
  const properties = relationshipsOf(opened, '').find(({ type }) => type === 'extended-properties')?.part;
  if (properties !== undefined) setText(opened, properties, withTitle(textOf(opened, properties), name));
}

function withSheet(text: string, idPrefix: string, name: string, id: string): string {
  let last = 0;
  for (const tag of xmlTags(text)) {
    if (tag.depth === 2 && tag.local === 'sheet' && tag.kind !== 'close')
      last = Math.max(last, Number(attributeOf(text.slice(tag.start, tag.end), 'sheetId') ?? 0));
    if (tag.depth !== 1 || tag.local !== 'sheets' || tag.kind !== 'close') continue;
    const declaration = idPrefix === '' ? ` xmlns:r="${RELATIONSHIPS}"` : '';
    const xml = `<${prefixOf(tag.name)}sheet name="${escapeXml(name)}" sheetId="${last + 1}"${declaration} ${idPrefix === '' ? 'r' : idPrefix}:id="${id}"/>`;
    return applyEdits(text, [{ start: tag.start, end: tag.start, text: xml }]);
  }
  return refuse('unusual');
}

/** Titles of sheets are kept for search programs only: a list of unusual make is left alone. */
function withTitle(text: string, name: string): string {
  const texts: { start: number; end: number; local: string; path: string; value: string }[] = [];
  const path: string[] = [];
  let vector: { start: number; end: number } | undefined;
  let opened = 0;
  for (const tag of xmlTags(text)) {
    if (tag.kind === 'open') {
      path.push(tag.local);
      opened = tag.end;
      if (path.slice(1).join('/') === 'TitlesOfParts/vector') vector = { start: tag.start, end: tag.end };
    } else if (tag.kind === 'close') {
      const value = decoded(text.slice(opened, tag.start)).trim();
      texts.push({ start: opened, end: tag.start, local: tag.local, path: path.slice(1).join('/'), value });
      path.pop();
    }
  }
  // Pairs of a heading and a count: worksheets come first among the titles.
  const count = texts.find(({ path: at, local }) => at.startsWith('HeadingPairs/') && local === 'i4');
  const titles = texts.filter(({ path: at }) => at === 'TitlesOfParts/vector/lpstr');
  const lastSheet = titles[Number(count?.value ?? 0) - 1];
  if (count === undefined || vector === undefined || lastSheet === undefined) return text;
  const size = text.slice(vector.start, vector.end);
  const closing = text.indexOf('>', lastSheet.end) + 1;
  const element = text.slice(text.lastIndexOf('<', lastSheet.start - 1), closing);
  const title = element.replace(/>[^<]*</u, () => `>${escapeXml(name)}<`);
  const edits: readonly Edit[] = [
    { start: count.start, end: count.end, text: String(Number(count.value) + 1) },
    { start: vector.start, end: vector.end, text: withAttribute(size, 'size', String(titles.length + 1)) },
    { start: closing, end: closing, text: title },
  ];
  return applyEdits(text, edits);
}

/** The name, or the name with a number when a sheet has it already. Case does not matter to Excel. */
function freeSheetName(wanted: string, taken: Iterable<string>): string {
  const known = new Set([...taken].map((name) => name.toLowerCase()));
  if (!known.has(wanted.toLowerCase())) return wanted;
  for (let number = 2; ; number += 1) {
    const name = `${wanted} (${number})`;
    if (!known.has(name.toLowerCase())) return name;
  }
}
