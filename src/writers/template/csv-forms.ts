/** The same forms as CSV (UTF-8 with BOM, CRLF), unit and period filled in; headers are field ids or Vietnamese titles. */
import type { FieldDefinition } from '../../model.js';
import { csvBytes } from '../csv.js';
import { asPrinted, knownArea, knownCriterion, knownInformation } from './known-values.js';
import { layoutForms } from './layout.js';
import type { FormLayout, TableLayout } from './layout.js';
import { codeIn } from './template-options.js';
import type { TemplateOptions } from './template-options.js';

export interface CsvOptions extends TemplateOptions {
  /** Row 1: ids (default) or the titles of the columns. */
  readonly headers?: 'ids' | 'titles';
}

/** File name → bytes, one file per form. */
export function writeCsvForms(options: CsvOptions): ReadonlyMap<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  for (const layout of layoutForms(options)) {
    // As a file of its own it would be taken for the unit's; an agency's form names unit and period in every row.
    if (layout.kind === 'pairs' && options.senderForms === 'agency') continue;
    const [header = [], ...rows] = rowsOf(layout, options);
    files.set(`${layout.form.id}.csv`, csvBytes(header, rows));
  }
  return files;
}

function rowsOf(layout: FormLayout, options: CsvOptions): readonly (readonly string[])[] {
  const who = [options.unit.code, options.period.id];
  if (layout.kind === 'table') {
    return [
      ['unit_code', 'period', ...layout.places.map(({ field }) => nameOf(field, options))],
      ...tableRows(layout, options).map((row) => [...who, ...row]),
    ];
  }
  if (layout.kind === 'pairs') {
    const known = knownInformation(options);
    return [
      ['unit_code', 'period', 'key', 'value'],
      ...layout.places.map(({ field }) => {
        const value = known.get(field.id)?.value;
        return [...who, nameOf(field, options), value === undefined ? '' : String(asPrinted(field, value))];
      }),
    ];
  }
  const lines = layout.places.map(({ field }) => [...who, codeIn(field, layout.form), '', '']);
  return [['unit_code', 'period', 'code', 'value', 'note'], ...lines];
}

function tableRows(layout: TableLayout, options: CsvOptions): readonly (readonly string[])[] {
  const areas = layout.form.rowKey?.includes('areaName') === true ? (options.areas ?? []) : [];
  const known = layout.form.shape === 'criteria' ? layout.criteria.map(knownCriterion) : areas.map(knownArea);
  const rows = known.length === 0 ? [new Map<string, string>()] : known;
  return rows.map((row) =>
    layout.places.map(({ field }) => {
      const value = row.get(field.id);
      return value === undefined ? '' : String(asPrinted(field, value));
    }),
  );
}

const nameOf = (field: FieldDefinition, options: CsvOptions): string =>
  options.headers === 'titles' ? field.label : field.id;
