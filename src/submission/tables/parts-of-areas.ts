/** Rows of a table of areas that are parts of the area above them: "- Xóm 1", "Gồm: xóm 1", "1.1" below "1". */
import type { FigureTable } from '../../model.js';
import { cleanText } from '../../values/vietnamese-text.js';
import { isRowNumber } from '../layout/row-words.js';
import type { SheetGrid } from '../layout/sheet-grid.js';

/** "- Xóm 1", "Gồm: xóm 1": a part of the row above, where other rows do not begin so. */
const PART =
  /^(?:[-+•*]\s*|\(.*\)$|(?:bao )?gồm(?![\p{L}\p{M}])|riêng (?:thôn|xóm|tổ|ấp|bản|khu|cụm)(?![\p{L}\p{M}]))/u;

/**
 * Rows marked as parts below a row that has figures of its own, none of theirs above its. Where all rows are marked so, or the
 * row above is a heading alone, they are areas.
 */
export function partsOfAbove(
  { columns, rowLabels, rowCount }: FigureTable,
  numbered: readonly boolean[],
  ahead: (row: number) => string,
): ReadonlySet<number> {
  const isCounted = countedBelow(numbered, ahead);
  const isNamed = rowLabels.map(
    (label, row) => numbered[row] !== true && PART.test(cleanText(label).normalize('NFC').toLowerCase()),
  );
  const named = isNamed.filter((one) => one).length * 2 <= rowCount;
  const isPart = isNamed.map((one, row) => (one && named) || isCounted[row] === true);
  const found = new Set<number>();
  let above: number | undefined;
  let parts: number[] = [];
  for (let row = 0; row <= rowCount; row += 1)
    if (isPart[row] === true) {
      const isOwn = above !== undefined && isCounted[row] === true && !saysLess(columns, row, above);
      if (above !== undefined && !isOwn && isWithin(columns, row, above)) parts.push(row);
    } else {
      if (above !== undefined && !isFarBeyond(columns, parts, above))
        for (const part of parts) found.add(part);
      [above, parts] = [row, []];
    }
  return found;
}

/** "1.1" below "1", "a" below a number: what its own number says, however many they are. */
const NUMBER_OF_PART = /^(?:(\d{1,3})[.-]\d{1,2}\.?|[a-eđ][.)]?)$/u;

function countedBelow(numbered: readonly boolean[], ahead: (row: number) => string): readonly boolean[] {
  let above: string | undefined;
  return numbered.map((isNumbered, row) => {
    const said = ahead(row);
    if (isNumbered) above = said.replace(/[.)]$/u, '');
    const [is, whole] = NUMBER_OF_PART.exec(said) ?? [];
    return !isNumbered && above !== undefined && is !== undefined && (whole ?? above) === above;
  });
}

/** What stands left of the name of each row, and whether one of it is a number of its own. */
export function besideNames(
  grid: SheetGrid,
  { sheetRows }: Pick<FigureTable, 'sheetRows'>,
  nameColumn: number,
): { readonly isNumbered: (row: number) => boolean; readonly ahead: (row: number) => string } {
  const leftOf = (row: number): readonly string[] =>
    grid.inRow(sheetRows[row] ?? 0).flatMap(({ column, raw }) => (column < nameColumn ? [raw.trim()] : []));
  return {
    isNumbered: (row) => leftOf(row).some((text) => isRowNumber(text)),
    ahead: (row) => leftOf(row).join(' ').trim(),
  };
}

/** "1.1 Thôn Đông" below "1 Xã Yên Phụ (cũ)" answers of itself what only areas answer; "1.1 Xóm Trên" leaves it to the area above. */
function saysLess(columns: FigureTable['columns'], row: number, above: number): boolean {
  const answers = (at: number): number =>
    [...columns.values()].filter(({ states, numbers }) => states[at] === 'value' && Number.isNaN(numbers[at]))
      .length;
  return answers(row) < answers(above);
}

/** What parts together may be above their whole by a slip. */
const SLIP = 1.1;

/** Together they are more than a slip above the row in most columns, so that they are no parts of it. */
function isFarBeyond(columns: FigureTable['columns'], parts: readonly number[], above: number): boolean {
  let [beyond, compared] = [0, 0];
  for (const { numbers } of columns.values()) {
    const whole = numbers[above] ?? Number.NaN;
    if (Number.isNaN(whole)) continue;
    compared += 1;
    if (parts.reduce((sum, row) => sum + (numbers[row] || 0), 0) > whole * SLIP) beyond += 1;
  }
  return beyond * 2 > compared;
}

/** Some figures of the row, all of which the other row has as well, and none of them smaller there. */
function isWithin(columns: FigureTable['columns'], row: number, other: number): boolean {
  let filled = 0;
  for (const { states, numbers } of columns.values()) {
    const [own, whole] = [numbers[row] ?? Number.NaN, numbers[other] ?? Number.NaN];
    if (states[row] !== 'value' || Number.isNaN(own)) continue;
    if (states[other] !== 'value' || !(own <= whole)) return false;
    filled += 1;
  }
  return filled > 0;
}
