/** Whether a number format shows a date or a percentage (ECMA-376 18.8.30-31); all other formats do not change meaning. */
import type { RawCell } from '../../model.js';

type Meaning = RawCell['numberFormat'];

const PERCENT_IDS = new Set([9, 10]);
/** Dates and times: the common ones, the East Asian and Thai ones. */
const DATE_IDS: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
  [71, 81],
];

/** Meaning of a format that the file does not spell out. */
export function builtInFormat(id: number): Meaning {
  if (PERCENT_IDS.has(id)) return 'percent';
  return DATE_IDS.some(([from, to]) => id >= from && id <= to) ? 'date' : undefined;
}

/** Excel takes 255 letters; far longer ones are made to be tried at every length. */
const LONGEST_CODE = 4096;

/**
 * Meaning of a format code. Letters that are only shown (`0\d`, `"ngày"0`, `0"%"`), fillers and colour
 * or condition brackets say nothing; `[h]` is elapsed time; E+ is an exponent.
 */
export function formatMeaning(code: string): Meaning {
  if (code.length > LONGEST_CODE) return undefined;
  const bare = code
    .replace(/"[^"]*"?|\\.|[_*]./gsu, '')
    .replace(/\[(h+|m+|s+)\]/giu, 'h')
    .replace(/\[[^\]]*\]/gu, '')
    .replace(/general|e[+-]/giu, '');
  if (/[ymdhsbg]|am\/pm|a\/p/iu.test(bare)) return 'date';
  return bare.includes('%') ? 'percent' : undefined;
}
