/** Old fonts of the text cells of an .xls workbook (BIFF8), which the library does not tell: [MS-XLS] Font, XF, BoundSheet8. */
import type { LegacyFont } from '../../model.js';
import { legacyFontOf } from '../xlsx/legacy-font.js';
import type { FontsOfCells } from './foreign-sheets.js';

const BOF = 0x0809;
const BOUND_SHEET = 0x0085;
const FONT = 0x0031;
const XF = 0x00e0;
/** Records of a cell with text: LabelSst, Label, RString, and Formula, whose result may be one. */
const TEXT_CELLS = new Set([0x00fd, 0x0204, 0x00d6, 0x0006]);
const BIFF8 = 0x0600;

interface BiffRecord {
  readonly type: number;
  /** Where the record begins in the stream. */
  readonly start: number;
  readonly data: DataView;
}

/** Fonts by sheet and cell; empty for older streams, damaged ones, and workbooks without old fonts. */
export function fontsOfCells(stream: Uint8Array): FontsOfCells {
  const fonts: (LegacyFont | undefined)[] = [];
  const styles: (LegacyFont | undefined)[] = [];
  const sheets = new Map<number, string>();
  const found = new Map<string, Map<string, LegacyFont>>();
  let cells: Map<string, LegacyFont> | undefined;
  for (const { type, start, data } of records(stream)) {
    if (type === BOF && data.byteLength >= 2 && data.getUint16(0, true) !== BIFF8) return new Map();
    if (type === FONT && data.byteLength > 16) {
      // Number 4 is left out in the numbering of fonts.
      if (fonts.length === 4) fonts.push(undefined);
      fonts.push(legacyFontOf(shortText(data, 14)));
    } else if (type === XF && data.byteLength >= 2) styles.push(fonts[data.getUint16(0, true)]);
    else if (type === BOUND_SHEET && data.byteLength > 8)
      sheets.set(data.getUint32(0, true), shortText(data, 6));
    else if (type === BOF) {
      const name = sheets.get(start);
      cells = name === undefined ? undefined : new Map();
      if (name !== undefined && cells !== undefined) found.set(name, cells);
    } else if (TEXT_CELLS.has(type) && data.byteLength >= 6) {
      const font = styles[data.getUint16(4, true)];
      const place = `${String(data.getUint16(0, true) + 1)},${String(data.getUint16(2, true) + 1)}`;
      if (font !== undefined) cells?.set(place, font);
    }
  }
  return found;
}

function* records(stream: Uint8Array): Generator<BiffRecord> {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  let at = 0;
  while (at + 4 <= view.byteLength) {
    const length = view.getUint16(at + 2, true);
    if (at + 4 + length > view.byteLength) return;
    yield {
      type: view.getUint16(at, true),
      start: at,
      data: new DataView(stream.buffer, stream.byteOffset + at + 4, length),
    };
    at += 4 + length;
  }
}

/** ShortXLUnicodeString: count, then whether letters take two bytes. */
function shortText(data: DataView, at: number): string {
  const count = data.getUint8(at);
  const wide = (data.getUint8(at + 1) & 1) === 1;
  const size = wide ? 2 * count : count;
  if (at + 2 + size > data.byteLength) return '';
  const bytes = new Uint8Array(data.buffer, data.byteOffset + at + 2, size);
  return wide ? new TextDecoder('utf-16le').decode(bytes) : Buffer.from(bytes).toString('latin1');
}
