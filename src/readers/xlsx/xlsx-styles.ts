/** Styles of cells: what the number format shows, and whether the font is one of an old encoding. */
import type { LegacyFont, RawCell } from '../../model.js';
import { legacyFontOf } from './legacy-font.js';
import { parseXml } from '../xml/xml-events.js';
import { isMain } from './xlsx-namespaces.js';
import { builtInShape, numberShape, type NumberShape } from './shown-number.js';
import { builtInFormat, formatMeaning } from './xlsx-number-format.js';

/** By the style number of a cell. */
export interface CellStyles {
  readonly formats: readonly RawCell['numberFormat'][];
  /** What the number formats make of a number; undefined where they show it as it is. */
  readonly shapes: readonly (NumberShape | undefined)[];
  readonly fonts: ReadonlyMap<number, LegacyFont>;
}

export const NO_STYLES: CellStyles = { formats: [], shapes: [], fonts: new Map() };

const GROUPS = new Set(['numFmts', 'fonts', 'cellXfs']);

/** Communes fill one form, so the styles of a file are nearly always those of the file before, byte for byte. */
const KEPT = 1 << 20;
let last: { readonly bytes: Buffer; readonly styles: CellStyles } | undefined;

/** As `stylesOf`, made again only where the bytes differ from those of the last file. */
export function readStyles(part: string, bytes: Uint8Array): CellStyles {
  if (last?.bytes.equals(bytes) === true) return last.styles;
  const styles = stylesOf(part, bytes);
  if (bytes.length <= KEPT) last = { bytes: Buffer.from(bytes), styles };
  return styles;
}

/** Cell style number → what its number format shows and its font, if old. Only `cellXfs` belong to cells. */
function stylesOf(part: string, bytes: Uint8Array): CellStyles {
  const codes = new Map<string, string>();
  const names: string[] = [];
  const styles: { format: string; font: number }[] = [];
  let group = '';
  parseXml(part, bytes, {
    open(local, space, attribute) {
      if (!isMain(space)) return;
      if (group === '' && GROUPS.has(local)) group = local;
      if (local === 'numFmt' && group === 'numFmts')
        codes.set(attribute('numFmtId') ?? '', attribute('formatCode') ?? '');
      if (group === 'fonts' && local === 'font') names.push('');
      if (group === 'fonts' && local === 'name') names[names.length - 1] = attribute('val') ?? '';
      if (local === 'xf' && group === 'cellXfs')
        styles.push({ format: attribute('numFmtId') ?? '0', font: Number(attribute('fontId') ?? '0') });
    },
    close(local) {
      // `dxfs` and `cellStyleXfs` hold elements of the same names that do not belong to cells.
      if (local === group) group = '';
    },
  });
  const fonts = new Map<number, LegacyFont>();
  styles.forEach(({ font }, style) => {
    const legacy = legacyFontOf(names[font] ?? '');
    if (legacy !== undefined) fonts.set(style, legacy);
  });
  const known = new Map(
    [...codes].map(([id, code]) => [id, { meaning: formatMeaning(code), shape: numberShape(code) }]),
  );
  const formats = styles.map(({ format }) =>
    known.has(format) ? known.get(format)?.meaning : builtInFormat(Number(format)),
  );
  const shapes = styles.map(({ format }) =>
    known.has(format) ? known.get(format)?.shape : builtInShape(Number(format)),
  );
  return { formats, shapes, fonts };
}
