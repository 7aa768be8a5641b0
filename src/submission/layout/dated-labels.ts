/** Labels that name the year as well: "Tổng số hộ năm 2024". They are the field's where no column has its plain label. */
import type { FieldId } from '../../model.js';
import { addTo } from '../../values/groups.js';
import { cleanText } from '../../values/vietnamese-text.js';
import { fieldFor, type LabelIndex } from './label-index.js';

const AT_ITS_END = /\s*[,–-]?\s*(?:(?:trong\s+|của\s+)?(?:(?:cả\s+)?năm\s+)?20\d\d|(?:năm|kỳ)\s+nay)$/iu;
/** "thực hiện", "ước thực hiện", "ước" before the year. */
const DONE = /\s*[,–-]?\s+(?:(?:ước\s+)?(?:thực hiện|TH)|ƯTH|ước(?:\s+(?:đạt|tính))?)$/iu;

interface Dated {
  readonly field: FieldId;
  readonly first: number;
  readonly second: number;
  readonly labels: readonly [first: string, second: string];
}

/** Binds them; two columns of different years are one field twice, of which the period of the form tells one. */
export function bindDated(
  columns: Map<FieldId, number>,
  unknown: Map<number, string>,
  said: ReadonlyMap<number, readonly string[]>,
  index: LabelIndex,
): readonly Dated[] {
  const meant = new Map<FieldId, number[]>();
  for (const [column, label] of unknown) {
    const clean = cleanText(label);
    const plain = clean.replace(AT_ITS_END, '');
    if (plain === clean || plain === '') continue;
    const [, ...headings] = said.get(column) ?? [];
    const field = [plain, plain.replace(DONE, '')]
      .map((one) => fieldFor(one, headings, index, headings))
      .find((one) => one !== undefined);
    if (field !== undefined) addTo(meant, field.id, column);
  }
  const doubled: Dated[] = [];
  for (const [field, [column = 0, ...others]] of meant) {
    if (columns.has(field)) continue;
    columns.set(field, column);
    const [first, ...labels] = [column, ...others].map((one) => unknown.get(one) ?? '');
    others.forEach((second, at) =>
      doubled.push({ field, first: column, second, labels: [first ?? '', labels[at] ?? ''] }),
    );
    for (const one of [column, ...others]) unknown.delete(one);
  }
  return doubled;
}
