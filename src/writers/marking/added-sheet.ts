/** Adds a worksheet as the first one, on which the workbook opens: the list of sheets, its relationship, its content type and docProps/app.xml. */
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
import { unselectSheets, withFirstSheet } from './first-sheet.js';
import type { WorkbookPlaces } from './workbook-places.js';
import { applyEdits, withAttribute, xmlTags, type Edit } from './xml-tags.js';

const WORKSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';

/** Under the wanted name, or the first with a number that is free in the workbook. */
export function addSheet(opened: OpenPackage, places: WorkbookPlaces, wanted: string, xml: string): void {
  const name = freeSheetName(wanted, places.sheets.keys());
  unselectSheets(opened, places.workbook);
  const folder = places.workbook.slice(0, places.workbook.lastIndexOf('/') + 1);
  const part = freeName(opened, `${folder}worksheets/sheet`, '.xml');
  setText(opened, part, xml);
  addOverride(opened, part, WORKSHEET);
  const id = addRelationship(opened, places.workbook, 'worksheet', part);
  const workbook = textOf(opened, places.workbook);
  setText(opened, places.workbook, withFirstSheet(workbook, places.idPrefix, name, id));
  const properties = relationshipsOf(opened, '').find(({ type }) => type === 'extended-properties')?.part;
  if (properties !== undefined) setText(opened, properties, withTitle(textOf(opened, properties), name));
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
  const first = titles[0];
  if (count === undefined || vector === undefined || first === undefined) return text;
  const size = text.slice(vector.start, vector.end);
  const opening = text.lastIndexOf('<', first.start - 1);
  const element = text.slice(opening, text.indexOf('>', first.end) + 1);
  const title = element.replace(/>[^<]*</u, () => `>${escapeXml(name)}<`);
  const edits: readonly Edit[] = [
    { start: count.start, end: count.end, text: String(Number(count.value) + 1) },
    { start: vector.start, end: vector.end, text: withAttribute(size, 'size', String(titles.length + 1)) },
    { start: opening, end: opening, text: title },
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
