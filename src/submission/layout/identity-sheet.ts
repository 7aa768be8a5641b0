/** Reads the hidden sheet `_tdkvh` (schema tdkvh/form@1): who the form was made for and where its fields stand. */
import { parseCellAddress } from '../../values/cell-address.js';
import type { FieldId, RawSheet } from '../../model.js';
import { cleanText } from '../../values/vietnamese-text.js';
import { defined } from '../../values/defined.js';

export const IDENTITY_SHEET = '_tdkvh';
const SCHEMA = 'tdkvh/form@1';

export interface FormIdentity {
  readonly formVersion?: string;
  readonly criteria?: string;
  readonly unit?: string;
  readonly period?: string;
  readonly fingerprint?: string;
  /** The form of the office's own that it is, when it says whose it is by defined names (`ownIdentity`). */
  readonly ownForm?: string;
  /** Sheet name → field → first cell. */
  readonly places: ReadonlyMap<
    string,
    ReadonlyMap<FieldId, { readonly row: number; readonly column: number }>
  >;
}

/** What a filled form of the office's own says of itself, wherever its rows and columns were moved. */
export function ownIdentity(names: ReadonlyMap<string, string> = new Map()): FormIdentity | undefined {
  const ownForm = names.get('form');
  if (ownForm === undefined) return undefined;
  return { ownForm, ...defined({ unit: names.get('unit'), period: names.get('period') }), places: new Map() };
}

/** Undefined when there is no identity sheet or it is of another schema. */
export function readIdentity(sheets: readonly RawSheet[]): FormIdentity | undefined {
  const sheet = sheets.find((candidate) => candidate.name.trim().toLowerCase() === IDENTITY_SHEET);
  if (sheet === undefined) return undefined;
  const rows = new Map<number, Map<number, string>>();
  for (const cell of sheet.cells) {
    const row = rows.get(cell.row) ?? new Map<number, string>();
    row.set(cell.column, cleanText(cell.raw));
    rows.set(cell.row, row);
  }
  const values = new Map<string, string>();
  const places = new Map<string, Map<FieldId, { row: number; column: number }>>();
  let inTable = false;
  for (const row of [...rows.keys()].sort((a, b) => a - b)) {
    const cells = rows.get(row);
    const [a = '', b = '', c = ''] = [1, 2, 3].map((column) => cells?.get(column) ?? '');
    if (a === 'field' && b === 'sheet') {
      inTable = true;
      continue;
    }
    if (!inTable) {
      values.set(a.toLowerCase(), b);
      continue;
    }
    const address = parseCellAddress(c);
    if (address === undefined) continue;
    const known = places.get(b);
    if (known === undefined) places.set(b, new Map([[a, address]]));
    else known.set(a, address);
  }
  if (values.get('schema') !== SCHEMA) return undefined;
  const said = (...keys: readonly string[]): string | undefined =>
    keys.map((key) => values.get(key)).find((value) => value !== undefined && value !== '');
  const [formVersion, criteria, unit, period, fingerprint] = [
    said('form set version', 'formversion', 'form_set_version', 'version'),
    said('criteria'),
    said('unit'),
    said('period'),
    said('fingerprint'),
  ];
  return {
    ...defined({ formVersion, criteria, unit, period, fingerprint }),
    places,
  };
}
