/** What the names of rows say of parts: "Tổ 1 - A" below "Tổ 1" is perhaps one, "1A" ahead of "Tổ 1A" is not. */
import type { FigureTable } from '../../model.js';
import { cleanText, foldMarks } from '../../values/vietnamese-text.js';

type Named = Pick<FigureTable, 'rowLabels'>;

/** "1A" ahead of "Tổ 1A" is the number that the area is called by. */
export const calledByNumber =
  ({ rowLabels }: Named, ahead: (row: number) => string) =>
  (row: number): boolean => {
    const number = ahead(row).toLowerCase();
    if (!/^\d{1,3}[a-zđ]$/u.test(number)) return false;
    const words = cleanText(rowLabels[row] ?? '')
      .toLowerCase()
      .split(/[\s.]+/u);
    return words.at(-1) === number;
  };

/** Behind the name of the row above: "Tổ 1 - B", "Tổ 1/2", "Thôn Đông 1", "Thôn Đông Trong", "Thôn Đông (xóm Chùa)". */
const BEHIND_NAME =
  /^(?:\s*[-–/.,(]\s*\S.{0,30}|\s+(?:\d{1,2}|[ivx]{1,4}|[a-h]|tren|duoi|trong|ngoai|giua|thuong|trung|ha|dong|tay|nam|bac))$/u;

/** Rows called by the name of the row that they stand below and something more. */
export function namedAfterAbove({ rowLabels }: Named): readonly boolean[] {
  let above = '';
  return rowLabels.map((label) => {
    const name = foldMarks(cleanText(label));
    const isPart = above !== '' && name.startsWith(above) && isBehind(name, above);
    if (!isPart) above = name;
    return isPart;
  });
}

/** "Tổ 1A" below "Tổ 1" as well. */
const isBehind = (name: string, above: string): boolean =>
  BEHIND_NAME.test(name.slice(above.length)) ||
  (/\d$/u.test(above) && /^[a-z]$/u.test(name.slice(above.length)));
