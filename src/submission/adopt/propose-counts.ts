/** What of a list of households is counted: the column of its results, or the marks under yes. */
import type { OwnColumn } from '../../model.js';
import { cleanText, foldMarks } from '../../values/vietnamese-text.js';
import { isAddressHeader } from '../layout/area-header.js';
import { leafLabel, type FoundTable } from './find-tables.js';
import { countedMarks, isBesideMarks } from './mark-columns.js';
import { doubtfulField, ignored, type Proposing } from './proposing.js';

const WHY_MARKED: Readonly<Record<string, string>> = {
  yes: 'đếm hộ đánh dấu ở cột này',
  notConsidered: 'hộ đánh dấu ở cột này không được đếm, như hộ không đạt',
};

/** Of a list of households: answers that say yes are counted; the title of the list says of what. */
export function countedColumns(
  table: FoundTable,
  own: readonly (readonly [number, readonly string[]])[],
  proposing: Proposing,
): OwnColumn[] {
  const { grid, lastRow, endRow } = table;
  const marks = countedMarks(table, own, 'familiesTitled');
  const key = table.paths.get(table.key) ?? [];
  if (isAddressHeader(key.at(-1) ?? '') === 'any')
    proposing.doubts.push({
      sheet: grid.sheet.name,
      header: key.join(' › '),
      proposal: 'lấy làm thôn, tổ dân phố của hộ; không phải thì sửa key trong tệp .yaml',
    });
  return own.map(([column, path]): OwnColumn => {
    const label = leafLabel(path);
    const at = { sheet: grid.sheet.name, header: path.join(' › ') };
    const mark = marks.find((one) => one.column === column);
    if (mark !== undefined && proposing.set.fields.some(({ id }) => id === mark.field)) {
      const why = WHY_MARKED[mark.answer];
      if (why !== undefined) proposing.doubts.push(doubtfulField(at, mark.field, why));
      return { header: [...path], field: mark.field, answer: mark.answer };
    }
    if (isBesideMarks(table, column, path, marks)) {
      proposing.doubts.push({
        ...at,
        proposal: 'không đọc: chưa rõ hộ đánh dấu ở cột này có được đếm',
        proposed: 'ignored',
      });
      return ignored(path);
    }
    if (
      !/^(?:ket (?:qua|luan)(?: (?:binh )?xet| de nghi| cong nhan)?|dat(?:\s?[/,]\s?khong dat)?|danh hieu|xep loai|(?:dat )?(?:gia dinh van hoa|gdvh))$/u.test(
        label,
      )
    )
      return ignored(path);
    const answers = new Set(
      grid.rows.flatMap((row) => {
        const text = row > lastRow && row <= endRow ? cleanText(grid.at(row, column)?.raw ?? '') : '';
        return text === '' ? [] : [text];
      }),
    );
    const isYes = (text: string): boolean =>
      /^(?:dat|co|x|cong nhan|duoc cong nhan|gdvh)$/u.test(foldMarks(text));
    const yes = [...answers].filter(isYes);
    const field = 'familiesTitled';
    if (!proposing.set.fields.some(({ id }) => id === field)) return ignored(path);
    const counted = yes.length === 0 ? ['Đạt'] : yes;
    proposing.doubts.push(doubtfulField(at, field, `đếm “${counted.join(', ')}”`));
    const others = [...answers].filter((text) => !isYes(text));
    return {
      header: [...path],
      field,
      count: counted,
      ...(others.length === 0 ? { others: ['Không đạt', 'Không xét'] } : { others }),
    };
  });
}
