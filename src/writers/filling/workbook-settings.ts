/** What a filled workbook says of itself in its list of sheets: texts under defined names, and that formulas are to be calculated when it is opened. */
import { append } from '../../values/of-many.js';
import { escapeXml } from '../xml-text.js';
import { refuse } from '../marking/refusal.js';
import {
  applyEdits,
  attributeOf,
  prefixOf,
  withAttribute,
  withoutEnd,
  xmlTags,
  type Edit,
} from '../marking/xml-tags.js';

/** Children of the workbook that stand before its names, and before its settings of calculation. */
const BEFORE_NAMES = new Set(['sheets', 'functionGroups', 'externalReferences']);
const BEFORE_CALCULATION = new Set([...BEFORE_NAMES, 'definedNames']);

interface Child {
  readonly prefix: string;
  /** Place behind the last of the children asked for. */
  readonly end: number;
}

/** The workbook part with each name standing for its text; names of that spelling that were there are replaced. */
export function withNames(text: string, names: ReadonlyMap<string, string>): string {
  if (names.size === 0) return text;
  const wanted = new Set([...names.keys()].map((name) => name.toLowerCase()));
  const edits: Edit[] = [];
  let from: number | undefined;
  let list: { readonly end: number; readonly written: string; readonly empty: boolean } | undefined;
  for (const tag of xmlTags(text)) {
    const written = text.slice(tag.start, tag.end);
    if (tag.depth === 1 && tag.local === 'definedNames')
      list = { end: tag.kind === 'close' ? tag.start : tag.end, written, empty: tag.kind === 'empty' };
    if (tag.depth !== 2 || tag.local !== 'definedName') continue;
    if (tag.kind !== 'close')
      from = wanted.has((attributeOf(written, 'name') ?? '').toLowerCase()) ? tag.start : undefined;
    if (tag.kind !== 'open' && from !== undefined) edits.push({ start: from, end: tag.end, text: '' });
  }
  const { prefix, end } = childrenOf(text, BEFORE_NAMES);
  const xml = [...names]
    .map(([name, said]) => {
      const constant = escapeXml(`"${said.replaceAll('"', '""')}"`);
      return `<${prefix}definedName name="${escapeXml(name)}" hidden="1">${constant}</${prefix}definedName>`;
    })
    .join('');
  const whole = `<${prefix}definedNames>${xml}</${prefix}definedNames>`;
  if (list === undefined) edits.push({ start: end, end, text: whole });
  else if (list.empty) edits.push({ start: list.end - list.written.length, end: list.end, text: whole });
  else edits.push({ start: list.end, end: list.end, text: xml });
  return applyEdits(text, edits);
}

/** The workbook part with the wish that every formula is calculated anew by the program that opens it. */
export function withFullCalculation(text: string): string {
  for (const tag of xmlTags(text)) {
    if (tag.depth !== 1 || tag.local !== 'calcPr' || tag.kind === 'close') continue;
    const written = withAttribute(text.slice(tag.start, tag.end), 'fullCalcOnLoad', '1');
    return applyEdits(text, [{ start: tag.start, end: tag.end, text: written }]);
  }
  const { prefix, end } = childrenOf(text, BEFORE_CALCULATION);
  return applyEdits(text, [{ start: end, end, text: `<${prefix}calcPr fullCalcOnLoad="1"/>` }]);
}

function childrenOf(text: string, wanted: ReadonlySet<string>): Child {
  let found: Child | undefined;
  for (const tag of xmlTags(text))
    if (tag.depth === 1 && tag.kind !== 'open' && wanted.has(tag.local))
      found = { prefix: prefixOf(tag.name), end: tag.end };
  return found ?? refuse('unusual');
}

/** Where a formula keeps a result that the new values may have made old. */
export function withoutResults(text: string): string {
  const edits: Edit[] = [];
  let cell: { readonly start: number; readonly end: number } | undefined;
  let value: number | undefined;
  let results: Edit[] = [];
  let formula = false;
  for (const tag of xmlTags(text)) {
    if (tag.depth === 3 && tag.local === 'c') {
      if (tag.kind === 'open') [cell, formula, results] = [tag, false, []];
      else if (tag.kind === 'close' && cell !== undefined && formula) {
        const written = text.slice(cell.start, cell.end);
        const plain = `${withoutEnd(written).replace(/\s+t\s*=\s*(?:"[^"]*"|'[^']*')/u, '')}>`;
        append(edits, [{ start: cell.start, end: cell.end, text: plain }, ...results]);
      }
      continue;
    }
    if (tag.depth !== 4 || cell === undefined) continue;
    if (tag.local === 'f') formula = true;
    if (tag.local !== 'v') continue;
    if (tag.kind === 'open') value = tag.start;
    else
      results.push({
        start: tag.kind === 'empty' ? tag.start : (value ?? tag.start),
        end: tag.end,
        text: '',
      });
  }
  return applyEdits(text, edits);
}
