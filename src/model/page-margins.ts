/** Margins of an official document, each with its range: Decree 30/2020/NĐ-CP, Appendix I, Part I, 3. */

import type { PageMargins } from './results/settings.js';

export const MARGIN_RANGES = {
  top: { least: 20, most: 25 },
  bottom: { least: 20, most: 25 },
  left: { least: 30, most: 35 },
  right: { least: 15, most: 20 },
} as const satisfies Record<keyof PageMargins, { readonly least: number; readonly most: number }>;

/** In millimetres; the least of every range: what leaves most room for tables. */
export const DEFAULT_MARGINS: PageMargins = { top: 20, bottom: 20, left: 30, right: 15 };
