/** What a sender says of its unit, and in which words a question quotes it. */
import type { UnitVersion } from '../../model.js';
import { inner } from '../../values/inner-quotes.js';
import { cleanText } from '../../values/vietnamese-text.js';
import { listed, shortened } from '../listed.js';

export interface UnitSaid {
  /** Code of the identity sheet. */
  readonly identityCode?: string;
  /** Code and name people see and may edit (Thông tin, CSV, title lines). */
  readonly code?: string;
  readonly name?: string;
  /** Units above, as the sender names them. */
  readonly district?: string;
  readonly province?: string;
  /** Units that the titles name where nothing else says whose it is: more than one. */
  readonly titled?: readonly { readonly text: string; readonly cell: string; readonly unit: UnitVersion }[];
  /** Sheets that are called after units where nothing else names one. */
  readonly sheets?: readonly { readonly sheet: string; readonly unit: UnitVersion }[];
  /** It is asked of this sheet alone: the others of the workbook name their units. */
  readonly ofSheet?: string;
  /** A CSV file, which says it in its columns. */
  readonly inColumns?: true;
  /** The heading of the names in a table whose rows are communes; looked for where nothing else names the sender. */
  readonly rowsAreUnits?: () => string | undefined;
  /** The lines of the titles, which may mention a unit among other words. */
  readonly lines?: readonly string[];
  /** The office has decided whose it is. */
  readonly settled?: true;
}

export const textOf = (text: string | undefined): string | undefined => {
  const clean = cleanText(text ?? '');
  return clean === '' ? undefined : clean;
};

export function wordsOf(said: UnitSaid): string {
  const { identityCode, code, name, district, province, titled = [], sheets = [], settled, ofSheet } = said;
  if (settled === true) return `mã “${inner(shortened(code ?? ''))}” ghi ở mục submissions của tdkvh.yaml`;
  const words = [
    ['mã', textOf(code) ?? textOf(identityCode)],
    ['tên', textOf(name)],
    ['huyện', textOf(district)],
    ['tỉnh', textOf(province)],
  ].flatMap(([what, text]) => (text === undefined ? [] : [`${what ?? ''} “${inner(shortened(text))}”`]));
  const inForm = textOf(identityCode);
  if (inForm !== undefined && textOf(code) !== undefined && inForm !== textOf(code))
    words.push(`mã in sẵn trong biểu mẫu “${inForm}”`);
  if (titled.length > 0)
    words.push(
      `các dòng tiêu đề nêu nhiều đơn vị: ${titled.map(({ text, cell }) => `“${inner(shortened(text))}” (ô ${cell})`).join(', ')}`,
    );
  if (words.length > 0) return words.join(', ');
  if (ofSheet !== undefined) return `trang “${inner(shortened(ofSheet))}” không ghi tên đơn vị`;
  const heading = said.rowsAreUnits?.();
  if (heading !== undefined)
    return `không có mã và tên đơn vị; cột “${inner(shortened(heading))}” cho biết mỗi dòng là một xã, phường, nên đây là bảng của nhiều xã, không phải biểu của một xã`;
  const names = sheets.map(({ sheet }) => `“${inner(shortened(sheet))}”`);
  return names.length === 0
    ? 'không có mã và tên đơn vị'
    : `không có mã và tên đơn vị, chỉ tên trang ghi ${listed(names)}`;
}
