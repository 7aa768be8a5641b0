/** What a formula or a cell gives: a number, a text, true or false, nothing, an error. */
import type { RawCell } from '../../model.js';
import { exactOf, whole, type Exact } from './exact-number.js';
import type { Area } from './formula-syntax.js';
import { notCalculated } from './not-calculated.js';

export type FormulaValue =
  | { readonly kind: 'number'; readonly number: Exact }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'blank' }
  | { readonly kind: 'error'; readonly text: string };

export const BLANK: FormulaValue = { kind: 'blank' };
export const numberValue = (number: Exact): FormulaValue => ({ kind: 'number', number });
export const truth = (value: boolean): FormulaValue => ({ kind: 'boolean', value });
export const errorValue = (text: string): FormulaValue => ({ kind: 'error', text });

/** What a formula sees of the workbook. */
export interface CellsSeen {
  /** The one cell of an area. */
  readonly value: (area: Area) => FormulaValue;
  /** Values of the stored cells of an area. */
  readonly values: (area: Area) => Iterable<FormulaValue>;
  /** The numbers of an area added up, or its first error. */
  readonly sum: (area: Area) => Exact | { readonly error: string };
}

/** A cell as it is stored; undefined where nothing usable is. */
export function storedValue(cell: RawCell): FormulaValue | undefined {
  if (cell.uncalculated === true) return undefined;
  switch (cell.kind) {
    case 'number': {
      const number = exactOf(cell.raw);
      return number === undefined ? undefined : numberValue(number);
    }
    case 'text':
      return { kind: 'text', text: cell.raw };
    case 'boolean':
      return truth(cell.raw === '1');
    case 'error':
      return errorValue(cell.raw);
  }
}

/** Letters that say no number, date or time, in whatever language the sheet is read. */
const NO_NUMBER = /^[^\d]*[\p{L}\-–—…][^\d]*$/u;

/** A value where arithmetic needs a number: blank is 0, plain digits count, other words are #VALUE!. */
export function asNumber(value: FormulaValue): Exact | { readonly error: string } {
  switch (value.kind) {
    case 'number':
      return value.number;
    case 'blank':
      return whole(0);
    case 'boolean':
      return whole(value.value ? 1 : 0);
    case 'error':
      return { error: value.text };
    case 'text':
      // "1.234" and "1/2" are read by the language of the sender's program; so is what looks empty.
      if (/^\d{1,15}$/u.test(value.text)) return whole(BigInt(value.text));
      return NO_NUMBER.test(value.text) ? { error: '#VALUE!' } : notCalculated();
  }
}

export const isFault = (number: Exact | { readonly error: string }): number is { readonly error: string } =>
  'error' in number;
