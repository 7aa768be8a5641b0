/** What one cell of an .ods workbook stores: its typed value in the attributes, its text only where that is the value. */
import type { RawCell } from '../../model.js';
import { SPACES, type Attribute } from './ods-names.js';

/** Attributes of a cell that say what it holds. */
export interface StoredValue {
  readonly type: string | undefined;
  readonly value: string | undefined;
  readonly isError: boolean;
  readonly formula: string | undefined;
  /** The formula fills several cells at once. */
  readonly isMatrix: boolean;
}

export type Content = Pick<RawCell, 'kind' | 'raw' | 'numberFormat'>;

/** `xsd:double` without INF and NaN, which no figure is. */
const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/u;
const DATE = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d):(\d\d(?:\.\d+)?))?Z?$/u;
const DURATION = /^(-?)P(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:[.,]\d+)?)S)?$/u;
/** Older programs store 0 or an empty text where a formula fails, and show this. */
const ERROR = /^(?:#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A)|(?:Err|Lỗi):\d{3})$/u;
const DAY = 86_400;
/** Days from the first day of the 1904 system back to that of 1900. */
const SINCE_1904 = 1462;

/** By value type, the attribute that holds the value. */
const HOLDERS: Readonly<Record<string, string>> = {
  float: 'value',
  percentage: 'value',
  currency: 'value',
  date: 'date-value',
  time: 'time-value',
  boolean: 'boolean-value',
  string: 'string-value',
};

export function storedValue(attribute: Attribute): StoredValue {
  const type = attribute('value-type', SPACES.office);
  const number = attribute('value', SPACES.office);
  return {
    // A number without its type is a number; everything else without one is text.
    type: type ?? (number === undefined ? undefined : 'float'),
    value: attribute(HOLDERS[type ?? 'float'] ?? '', SPACES.office),
    isError: attribute('value-type', SPACES.calcext) === 'error',
    formula: attribute('formula', SPACES.table),
    isMatrix: attribute('number-matrix-rows-spanned', SPACES.table) !== undefined,
  };
}

/**
 * The content; undefined for a blank cell or a formula without result, `unclear` where a value is announced and absent.
 * `text`: what stands in the paragraphs, undefined without any.
 */
export function contentOf(
  stored: StoredValue,
  text: string | undefined,
  date1904: boolean,
): Content | undefined | 'unclear' {
  const { type, value, formula } = stored;
  const shown = text ?? '';
  if (stored.isError || (formula !== undefined && ERROR.test(shown)))
    return { kind: 'error', raw: shown === '' ? '#N/A' : shown };
  switch (type) {
    case undefined:
    case 'string': {
      const raw = value === undefined || value === '' ? shown : value;
      if (raw !== '') return { kind: 'text', raw };
      // An empty result is a result; an absent one means never calculated.
      const isResult = formula !== undefined && (value ?? text) !== undefined;
      return isResult ? { kind: 'text', raw } : undefined;
    }
    case 'void':
      return shown === '' ? undefined : { kind: 'text', raw: shown };
    case 'float':
    case 'percentage':
    case 'currency':
    case 'date':
    case 'time':
    case 'boolean': {
      const raw = (value ?? '').trim();
      if (raw !== '') return typed(type, raw, date1904);
      if (shown !== '') return { kind: 'text', raw: shown };
      return formula === undefined ? 'unclear' : undefined;
    }
    default:
      return 'unclear';
  }
}

/** A value that is not of its type keeps its spelling as text, so that the reader of figures can name it. */
function typed(type: string, raw: string, date1904: boolean): Content {
  const asText: Content = { kind: 'text', raw };
  if (type === 'boolean')
    return raw === 'true' || raw === 'false' ? { kind: 'boolean', raw: raw === 'true' ? '1' : '0' } : asText;
  if (type === 'date' || type === 'time') {
    const serial = type === 'date' ? serialOfDate(raw, date1904) : daysOfDuration(raw);
    return serial === undefined ? asText : { kind: 'number', raw: String(serial), numberFormat: 'date' };
  }
  if (!NUMBER.test(raw)) return asText;
  return { kind: 'number', raw, ...(type === 'percentage' ? { numberFormat: 'percent' } : {}) };
}

/** The number that an .xlsx workbook would store for the day and time. */
function serialOfDate(text: string, date1904: boolean): number | undefined {
  const match = DATE.exec(text);
  if (match === null) return undefined;
  const [year = 0, month = 0, day = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(1)
    .map((part: string | undefined) => Number(part ?? 0));
  const time = Date.UTC(year, month - 1, day);
  if (new Date(time).toISOString().slice(0, 10) !== text.slice(0, 10)) return undefined;
  const serial = time / (DAY * 1000) + 25_569 - (date1904 ? SINCE_1904 : 0);
  return serial + (hours * 3600 + minutes * 60 + seconds) / DAY;
}

function daysOfDuration(text: string): number | undefined {
  const match = DURATION.exec(text);
  if (match === null) return undefined;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(2)
    .map((part: string | undefined) => Number((part ?? '0').replace(',', '.')));
  return (match[1] === '-' ? -1 : 1) * (days + (hours * 3600 + minutes * 60 + seconds) / DAY);
}
