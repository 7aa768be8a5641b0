/** Labels that name the year as well: "Tổng số hộ năm 2024". They are the field's where no column has its plain label. */
import type { FieldId } from '../../model.js';
import { addTo } from '../../values/groups.js';
import { cleanText } from '../../values/vietnamese-text.js';
import { fieldFor, type LabelIndex } from './label-index.js';

const AT_ITS_END = /\s*[,–-]?\s*(?:trong\s+|của\s+)?(?:năm\s+)?20\d\d$/iu;

/** Two columns of different years bind nothing: which of them counts nobody knows. */
export function bindDated(
  columns: Map<FieldId, number>,
  unknown: Map<number, string>,
  said: ReadonlyMap<number, readonly string[]>,
  index: LabelIndex,
): void {
  const meant = new Map<FieldId, number[]>();
  for (const [column, label] of unknown) {
    const clean = cleanText(label);
    const plain = clean.replace(AT_ITS_END, '');
    if (plain === clean || plain === '') continue;
    const [, ...headings] = said.get(column) ?? [];
    const field = fieldFor(plain, headings, index, headings);
    if (field !== undefined) addTo(meant, field.id, column);
  }
  for (const [field, [column = 0, ...others]] of meant) {
    if (columns.has(field) || others.length > 0) continue;
    columns.set(field, column);
    unknown.delete(column);
  }
}
