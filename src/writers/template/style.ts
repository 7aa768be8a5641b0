/** Look of the printed forms: one font, four fills, thin borders. */
import {
  cellText,
  type Alignment,
  type Borders,
  type Cell,
  type Fill,
  type Font,
} from '../exceljs-adapter.js';
import { FONT } from '../decree30-layout.js';
import { defined } from '../../values/defined.js';

export const font = (size: number, more: Partial<Font> = {}): Partial<Font> => ({
  name: FONT,
  family: 1,
  size,
  ...more,
});

const solid = (argb: string): Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } });

export const FILLS = {
  /** Where the sender types. */
  input: solid('FFFFFCE5'),
  header: solid('FFDCE6F1'),
  /** Known beforehand or computed; locked. */
  fixed: solid('FFEFEFEF'),
  section: solid('FFE9EFE3'),
} as const;

/** Fills of conditional formats, which Excel reads from `bgColor`. */
export const ALERT_FILLS = {
  contradiction: { type: 'pattern', pattern: 'solid', bgColor: { argb: 'FFF8B4B4' } },
  requiredBlank: { type: 'pattern', pattern: 'solid', bgColor: { argb: 'FFFAD7A0' } },
} as const satisfies Record<string, Fill>;

const LINE = { style: 'thin', color: { argb: 'FF8C8C8C' } } as const;
export const BOX: Partial<Borders> = { top: LINE, left: LINE, bottom: LINE, right: LINE };

export interface Look {
  readonly font?: Partial<Font>;
  readonly fill?: Fill;
  readonly box?: boolean;
  readonly align?: Partial<Alignment>['horizontal'];
  readonly vertical?: Partial<Alignment>['vertical'];
  readonly format?: string;
  readonly unlocked?: boolean;
}

/** Dresses a cell; every text wraps. */
export function dress(cell: Cell, look: Look): void {
  cell.font = look.font ?? font(11);
  cell.alignment = {
    wrapText: true,
    vertical: look.vertical ?? 'middle',
    ...defined({ horizontal: look.align }),
    ...(look.box === true && look.align !== undefined && look.align !== 'center' ? { indent: 1 } : {}),
  };
  if (look.fill !== undefined) cell.fill = look.fill;
  if (look.box === true) cell.border = BOX;
  if (look.format !== undefined) cell.numFmt = look.format;
  if (look.unlocked === true) cell.protection = { locked: false };
}

/** A text in a cell with its look. */
export function writeText(cell: Cell, text: string, look: Look): void {
  cell.value = cellText(text);
  dress(cell, look);
}
