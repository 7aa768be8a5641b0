/** The parts of a workbook besides its sheets: the list of sheets, the text store, the styles. */
import type { CalculationState, RawSheet } from '../../model.js';
import { constantText, ownNameOf } from '../own-names.js';
import type { PackageParts as Parts } from '../package/inflated-parts.js';
import { relationshipsOf, type Relationship } from '../package/package-parts.js';
import { refuse } from '../read-fault.js';
import { parseXml } from '../xml/xml-events.js';
import { hasOutsideLinks } from './xlsx-guests.js';
import { isMain, isTrue, RELATIONSHIP_SPACES } from './xlsx-namespaces.js';
import { NO_STYLES, readStyles, type CellStyles } from './xlsx-styles.js';
import { NO_TEXTS, readSharedTexts, type SharedTexts } from './xlsx-shared-texts.js';
import { decodeEscapes } from './xlsx-text.js';
import { defined } from '../../values/defined.js';

export interface SheetEntry {
  readonly name: string;
  readonly state: RawSheet['state'];
  readonly part: string;
}

export interface WorkbookParts extends CellStyles {
  readonly date1904: boolean;
  readonly sheets: readonly SheetEntry[];
  readonly texts: SharedTexts;
  readonly outsideLinks: boolean;
  readonly calculation?: CalculationState;
  readonly names?: ReadonlyMap<string, string>;
}

/** Follows the relationships from the package to the workbook and from there to its parts. */
export function readWorkbookParts(parts: Parts): WorkbookParts {
  const workbook = relationshipsOf(parts, '').find(({ type }) => type === 'officeDocument')?.target;
  const bytes = workbook === undefined ? undefined : parts.get(workbook);
  if (workbook === undefined || bytes === undefined) return refuse('file/not-workbook', {});
  const related = relationshipsOf(parts, workbook);
  const { date1904, calculation, names, listed } = readSheetList(workbook, bytes);
  const sheets = listed.map(({ name, state, id }) => {
    const part = related.find((relationship) => relationship.id === id)?.target;
    if (part === undefined || !parts.has(part)) return refuse('file/missing-part', { part: name });
    return { name, state, part };
  });
  if (sheets.length === 0) refuse('file/no-sheets', {});
  const twice = sheets.find(({ part }, index) => sheets.findIndex((other) => other.part === part) !== index);
  if (twice !== undefined) refuse('file/doubled-part', { part: twice.part });
  return {
    date1904,
    ...defined({ calculation, names: names.size === 0 ? undefined : names }),
    sheets,
    // A link whose part is lost is still one: the results come from elsewhere.
    outsideLinks: hasOutsideLinks(parts) || related.some(({ type }) => type.startsWith('externalLink')),
    texts: fromPart(parts, related, 'sharedStrings', readSharedTexts) ?? NO_TEXTS,
    ...(fromPart(parts, related, 'styles', readStyles) ?? NO_STYLES),
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
): {
  date1904: boolean;
  calculation: CalculationState | undefined;
  names: ReadonlyMap<string, string>;
  listed: readonly { name: string; state: RawSheet['state']; id: string }[];
} {
  const listed: { name: string; state: RawSheet['state']; id: string }[] = [];
  let date1904 = false;
  let calculation: CalculationState | undefined;
  const names = new Map<string, string>();
  let root = true;
  let name: string | undefined;
  let text = '';
  parseXml(part, bytes, {
    open(local, space, attribute) {
      if (root && (local !== 'workbook' || !isMain(space))) refuse('file/not-workbook', {});
      root = false;
      if (!isMain(space)) return;
      if (local === 'workbookPr') date1904 = isTrue(attribute('date1904'));
      if (local === 'calcPr') calculation ??= calculationOf(attribute);
      if (local === 'definedName') [name, text] = [ownNameOf(attribute('name')), ''];
      if (local !== 'sheet') return;
      const state = attribute('state');
      const ids = RELATIONSHIP_SPACES.map((relationships) => attribute('id', relationships));
      listed.push({
        name: decodeEscapes(attribute('name') ?? ''),
        state: state === 'hidden' || state === 'veryHidden' ? state : 'visible',
        id: ids.find((id) => id !== undefined) ?? '',
      });
    },
    text(more) {
      if (name !== undefined) text += more;
    },
    close(local) {
      if (local !== 'definedName' || name === undefined) return;
      const said = constantText(text);
      if (said !== undefined && !names.has(name)) names.set(name, said);
      name = undefined;
    },
  });
  return { date1904, calculation, names, listed };
}

/** Results that were stored as they stood, or calculated from rounded numbers. */
function calculationOf(attribute: (name: string) => string | undefined): CalculationState | undefined {
  const says = (name: string, whenAbsent: boolean): boolean => {
    const written = attribute(name);
    return written === undefined ? whenAbsent : isTrue(written);
  };
  if (!says('fullPrecision', true)) return 'as-shown';
  if (attribute('calcMode') === 'manual') return 'manual';
  if (!says('calcCompleted', true)) return 'not-completed';
  return says('fullCalcOnLoad', false) ? 'on-load' : undefined;
}
