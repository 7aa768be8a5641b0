/** Fonts of the time before Unicode, told by their names: text set in them is stored at codes of their own. */
import type { LegacyFont } from '../../model.js';

/** `.VnTime`, `.VnTimeH` (capitals only), `VNI-Times`; undefined for every other font. */
export function legacyFontOf(name: string): LegacyFont | undefined {
  const folded = name.trim().toLowerCase();
  if (folded.startsWith('.vn')) return /H(?: |$)/u.test(name.trim()) ? 'tcvn3-capitals' : 'tcvn3';
  return /^vni[- ]/u.test(folded) ? 'vni' : undefined;
}
