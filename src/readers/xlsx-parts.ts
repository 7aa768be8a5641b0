/** The parts of a workbook besides its sheets: the list of sheets, the text store, the number formats. */
import type { RawCell, RawSheet } from '../model.js';
import { relationshipsOf, type Relationship } from './package-parts.js';
import { refuse } from './read-fault.js';
import { parseXml } from './xml-events.js';
import { isMain, isTrue, RELATIONSHIP_SPACES } from './xlsx-namespaces.js';
import { builtInFormat, formatMeaning } from './xlsx-number-format.js';
import { decodeEscapes, TextCollector } from './xlsx-text.js';

type Parts = ReadonlyMap<string, Uint8Array>;

export interface SheetEntry {
  readonly name: string;
  readonly state: RawSheet['state'];
  readonly part: string;
  readonly bytes: Uint8Array;
}

export interface WorkbookParts {
  readonly date1904: boolean;
  readonly sheets: readonly SheetEntry[];
  readonly texts: readonly string[];
  /** By style number of a cell. */
  readonly formats: readonly RawCell['numberFormat'][];
}

/** Follows the relationships from the package to the workbook and from there to its parts. */
export function readWorkbookParts(parts: Parts): WorkbookParts {
  const workbook = relationshipsOf(parts, '').find(({ type }) => type === 'officeDocument')?.target;
  const bytes = workbook === undefined ? undefined : parts.get(workbook);
  if (workbook === undefined || bytes === undefined) return refuse('file/not-workbook', {});
  const related = relationshipsOf(parts, workbook);
  const { date1904, listed } = readSheetList(workbook, bytes);
  const sheets = listed.map(({ name, state, id }) => {
    const part = related.find((relationship) => relationship.id === id)?.target;
    const content = part === undefined ? undefined : parts.get(part);
    if (part === undefined || content === undefined) return refuse('file/missing-part', { part: name });
    return { name, state, part, bytes: content };
  });
  if (sheets.length === 0) refuse('file/no-sheets', {});
  const twice = sheets.find(({ part }, index) => sheets.findIndex((other) => other.part === part) !== index);
  if (twice !== undefined) refuse('file/doubled-part', { part: twice.part });
  return {
    date1904,
    sheets,
    texts: fromPart(parts, related, 'sharedStrings', readTexts) ?? [],
    formats: fromPart(parts, related, 'styles', readFormats) ?? [],
  };
}

function fromPart<Result>(
  parts: Parts,
  related: readonly Relationship[],
  type: string,
  read: (part: string, bytes: Uint8Array) => Result,
): Result | undefined {
  const part = related.find((relationship) => relationship.type === type)?.target;
  const bytes = part === undefined ? undefined : parts.get(part);
  return part === undefined || bytes === undefined ? undefined : read(part, bytes);
}

function readSheetList(
  part: string,
  bytes: Uint8Array,
): { date1904: boolean; listed: readonly { name: string; state: RawSheet['state']; id: string }[] } {
  const listed: { name: string; state: RawSheet['state']; id: string }[] = [];
  let date1904 = false;
  let root = true;
  parseXml(part, bytes, {
    open(local, space, attribute) {
      if (root && (local !== 'workbook' || !isMain(space))) refuse('file/not-workbook', {});
      root = false;
      if (!isMain(space)) return;
      if (local === 'workbookPr') date1904 = isTrue(attribute('date1904'));
      if (local !== 'sheet') return;
      const state = attribute('state');
      const ids = RELATIONSHIP_SPACES.map((relationships) => attribute('id', relationships));
      listed.push({
        name: decodeEscapes(attribute('name') ?? ''),
        state: state === 'hidden' || state === 'veryHidden' ? state : 'visible',
        id: ids.find((id) => id !== undefined) ?? '',
      });
    },
  });
  return { date1904, listed };
}

/** The text store; every `si` counts, also an empty one, because cells refer by position. */
function readTexts(part: string, bytes: Uint8Array): readonly string[] {
  const texts: string[] = [];
  let depth = 0;
  let entry: TextCollector | undefined;
  parseXml(part, bytes, {
    open(local, space, attribute) {
      depth += 1;
      if (depth === 1 && (local !== 'sst' || !isMain(space))) refuse('file/bad-xml', { part });
      else if (depth === 2 && local === 'si' && isMain(space)) entry = new TextCollector();
      else entry?.open(isMain(space) ? local : '', attribute('xml:space'));
    },
    text(text) {
      entry?.text(text);
    },
    close() {
      depth -= 1;
      if (depth === 1 && entry !== undefined) {
        texts.push(entry.value);
        entry = undefined;
      } else entry?.close();
    },
  });
  return texts;
}

/** Cell style number → what its number format shows. Only `cellXfs` belong to cells. */
function readFormats(part: string, bytes: Uint8Array): readonly RawCell['numberFormat'][] {
  const codes = new Map<string, RawCell['numberFormat']>();
  const ids: string[] = [];
  let group = '';
  parseXml(part, bytes, {
    open(local, space, attribute) {
      if (!isMain(space)) return;
      if (local === 'numFmts' || local === 'cellXfs') group = local;
      if (local === 'numFmt' && group === 'numFmts')
        codes.set(attribute('numFmtId') ?? '', formatMeaning(attribute('formatCode') ?? ''));
      if (local === 'xf' && group === 'cellXfs') ids.push(attribute('numFmtId') ?? '0');
    },
    close(local) {
      // `dxfs` and `cellStyleXfs` hold elements of the same names that do not belong to cells.
      if (local === group) group = '';
    },
  });
  return ids.map((id) => (codes.has(id) ? codes.get(id) : builtInFormat(Number(id))));
}
