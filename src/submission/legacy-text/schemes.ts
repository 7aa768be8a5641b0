/** The old encodings in which text may be stored, each with its way to Unicode. */
import type { LegacyFont } from '../../model.js';
import { fromTcvn3 } from './tcvn3.js';
import { fromVni } from './vni.js';
import { bytesOf1252, bytesOf1258, from1258, fromUtf8 } from './windows-bytes.js';

export type SchemeId = 'tcvn3' | 'vni' | 'windows-1258' | 'utf-8-misread';

export interface Scheme {
  readonly id: SchemeId;
  /** As an officer knows it. */
  readonly label: string;
  /** Undefined when the text cannot be of this encoding. */
  readonly convert: (text: string) => string | undefined;
}

/** UTF-8 shown as windows-1252 or 1258 begins each letter with one of few signs, followed by another sign. */
const MISREAD = /[ÃĂÄÅÆÌ][\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u0300-\u0309\u2013-\u2122]|á[º»]/u;

export const looksMisread = (text: string): boolean => MISREAD.test(text);

export const SCHEMES: readonly Scheme[] = [
  { id: 'tcvn3', label: 'TCVN3 (ABC)', convert: (text) => fromTcvn3(text) },
  { id: 'vni', label: 'VNI', convert: fromVni },
  {
    id: 'windows-1258',
    label: 'Windows-1258',
    convert: (text) => {
      const bytes = bytesOf1252(text);
      return bytes === undefined ? undefined : from1258(bytes);
    },
  },
  { id: 'utf-8-misread', label: 'UTF-8 đọc nhầm', convert: fromMisreadUtf8 },
];

function fromMisreadUtf8(text: string): string | undefined {
  if (!looksMisread(text)) return undefined;
  for (const bytesOf of [bytesOf1252, bytesOf1258]) {
    const bytes = bytesOf(text);
    const read = bytes === undefined ? undefined : fromUtf8(bytes);
    if (read !== undefined) return read;
  }
  return undefined;
}

/** The scheme a font stands for, with the font's own capitals. */
export function convertByFont(font: LegacyFont, text: string): string {
  switch (font) {
    case 'tcvn3':
      return fromTcvn3(text);
    case 'tcvn3-capitals':
      return fromTcvn3(text, true);
    case 'vni':
      return fromVni(text);
  }
}

export const FONT_LABELS: Readonly<Record<LegacyFont, string>> = {
  tcvn3: 'TCVN3 (ABC)',
  'tcvn3-capitals': 'TCVN3 (ABC)',
  vni: 'VNI',
};
