/** A file that is no form but has a table like one: which labels were recognised, and which would be needed. */
import type { CriteriaSet, RawFile } from '../../model.js';
import { fieldsEnteredOn } from './fields-of-form.js';
import { labelIndex } from './label-index.js';
import { listed } from '../listed.js';
import { locateHeader } from './locate-header.js';
import { gridOf } from './sheet-grid.js';
import { inner } from '../../values/inner-quotes.js';

const SEARCHED_SHEETS = 20;
const FEWEST = 2;

/** " Trang “Sheet1” có các cột giống Biểu 01 …"; empty when nothing comes near. */
export function nearForm(file: RawFile, set: CriteriaSet): string {
  let best:
    | { readonly sheet: string; readonly form: string; readonly has: string[]; readonly lacks: string[] }
    | undefined;
  for (const sheet of file.sheets.slice(0, SEARCHED_SHEETS)) {
    for (const form of set.forms) {
      if (form.shape !== 'table') continue;
      const fields = fieldsEnteredOn(set, form);
      const columns = locateHeader(gridOf(sheet), labelIndex(form, fields))?.columns;
      if (columns === undefined || columns.size < FEWEST || columns.size <= (best?.has.length ?? 0)) continue;
      const owed = fields.filter(({ id, requiredIn }) => requiredIn.length > 0 && !columns.has(id));
      best = {
        sheet: sheet.name,
        form: form.sheet,
        has: fields.filter(({ id }) => columns.has(id)).map(({ label }) => `“${inner(label)}”`),
        lacks: owed.map(({ label }) => `“${inner(label)}”`),
      };
    }
  }
  if (best === undefined) return '';
  const where = best.sheet === '' ? 'Bảng' : `Trang “${inner(best.sheet)}”`;
  const lacks = best.lacks.length === 0 ? '' : `, nhưng thiếu ${listed(best.lacks, 'cột')}`;
  return ` ${where} có cột ${listed(best.has, 'cột')} giống ${best.form}${lacks}.`;
}
