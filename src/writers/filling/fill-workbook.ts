/**
 * An office's own workbook with values written into cells: the cells keep their styles, formulas stay, and every
 * other part of the package keeps its bytes. Never by loading and saving with a library. Results that formulas keep
 * may be old then: they are taken out, and the workbook asks to be calculated when it is opened.
 */
import { cellAddress } from '../../values/cell-address.js';
import { escapeXml } from '../xml-text.js';
import { pack, setText, textOf, unpack, type OpenPackage } from '../marking/open-package.js';
import { MarkRefused, type MarkRefusal } from '../marking/refusal.js';
import { markCells, shownPlace } from '../marking/sheet-marks.js';
import { workbookPlaces } from '../marking/workbook-places.js';
import { withFullCalculation, withNames, withoutResults } from './workbook-settings.js';
import { applyEdits, attributeOf, prefixOf, withoutEnd, xmlTags, type Edit } from '../marking/xml-tags.js';

export interface FilledCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  /** Digits with a point, text, or nothing: the cell is emptied. */
  readonly value: { readonly number: string } | { readonly text: string } | 'blank';
}

export interface FillOptions {
  /** Defined name → text: what the workbook says of itself. */
  readonly names?: ReadonlyMap<string, string>;
}

/** The filled copy, or why there is none. */
export function fillWorkbook(
  bytes: Uint8Array,
  cells: readonly FilledCell[],
  { names = new Map() }: FillOptions = {},
): { readonly bytes: Uint8Array } | { readonly refused: MarkRefusal } {
  try {
    const opened = unpack(bytes);
    const places = workbookPlaces(opened);
    for (const [name, part] of places.sheets) {
      const own = cells.filter(({ sheet }) => sheet === name);
      if (own.length > 0) setText(opened, part, filledSheet(textOf(opened, part), own));
    }
    const hasFormulas = cells.length > 0 && takeResults(opened, [...places.sheets.values()]);
    const named = withNames(textOf(opened, places.workbook), names);
    if (hasFormulas || names.size > 0)
      setText(opened, places.workbook, hasFormulas ? withFullCalculation(named) : named);
    return { bytes: pack(opened) };
  } catch (error) {
    if (error instanceof MarkRefused) return { refused: error.reason };
    throw error;
  }
}

/** Takes the results out of the formulas of all sheets; whether there was any. */
function takeResults(opened: OpenPackage, parts: readonly string[]): boolean {
  let any = false;
  for (const part of parts) {
    const text = textOf(opened, part);
    if (!/<(?:\w+:)?f[\s/>]/u.test(text)) continue;
    any = true;
    setText(opened, part, withoutResults(text));
  }
  return any;
}

function filledSheet(text: string, cells: readonly FilledCell[]): string {
  const shown = shownPlace(text);
  const values = new Map(
    cells.map((cell) => {
      const { row, column } = shown(cell);
      return [cellAddress(row, column), cell] as const;
    }),
  );
  const withCells = markCells(text, cells.map(shown), (_, base) => base);
  return applyEdits(withCells, valueEdits(withCells, values));
}

function valueEdits(text: string, values: ReadonlyMap<string, FilledCell>): readonly Edit[] {
  const edits: Edit[] = [];
  let open:
    | { readonly start: number; readonly end: number; readonly cell: FilledCell; formula: boolean }
    | undefined;
  for (const tag of xmlTags(text)) {
    if (open !== undefined && tag.local === 'f') open.formula = true;
    if (tag.local !== 'c' || tag.depth !== 3) continue;
    if (tag.kind === 'close') {
      if (open !== undefined && !open.formula)
        edits.push({
          start: open.start,
          end: tag.end,
          text: cellXml(text.slice(open.start, open.end), open.cell),
        });
      open = undefined;
      continue;
    }
    const written = text.slice(tag.start, tag.end);
    const cell = values.get(attributeOf(written, 'r') ?? '');
    if (cell === undefined) continue;
    if (tag.kind === 'empty') edits.push({ start: tag.start, end: tag.end, text: cellXml(written, cell) });
    else open = { start: tag.start, end: tag.end, cell, formula: false };
  }
  return edits;
}

/** The cell with its style and its new value as its only content. */
function cellXml(written: string, { value }: FilledCell): string {
  const name = /^<([^\s/>]+)/u.exec(written)?.[1] ?? 'c';
  const prefix = prefixOf(name);
  const kept = withoutEnd(written).replace(/\s+t\s*=\s*(?:"[^"]*"|'[^']*')/u, '');
  if (value === 'blank') return `${kept}/>`;
  return 'number' in value
    ? `${kept}><${prefix}v>${escapeXml(value.number)}</${prefix}v></${name}>`
    : `${kept} t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">${escapeXml(value.text)}</${prefix}t></${prefix}is></${name}>`;
}
