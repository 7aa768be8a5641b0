/** Rows of a table of areas whose names name no area: averages, other years, "in which", notes with figures. */
import { finding } from '../../findings/finding.js';
import type { FigureTable, Finding, FormDefinition } from '../../model.js';
import { cellAddress, placeIn } from '../../values/cell-address.js';
import { inner } from '../../values/inner-quotes.js';
import { cleanText, foldMarks } from '../../values/vietnamese-text.js';
import { listed, shortened } from '../listed.js';

/** No area is called so, whatever follows. Folded: without marks, in small letters. */
const NEVER: readonly RegExp[] = [
  /^trong do\b/u,
  /^so voi\b/u,
  /^(?:ty|ti) (?:le|trong)\b/u,
  /^(?:cung ky|ky truoc|nam truoc|nam ngoai)\b/u,
  /^(?:nam|ky) 20\d\d\b/u,
  /^(?:tang|giam)(?:\s*[,/(-]| so voi\b)/u,
  /^chenh lech\b/u,
  /^(?:ke hoach|chi tieu|muc tieu) (?:giao|nam|de ra|20)/u,
  /^(?:thuc hien|uoc thuc hien|uoc) (?:nam|20)/u,
  /^(?:ghi chu|luu y)\b/u,
  /^(?:nguoi|ngay) lap\b/u,
  /^(?:so )?dien thoai(?:\s*[:.\d]|$)/u,
  /^(?:sdt|dt)\s*[:.\d]/u,
  /^(?:tong )?so (?:ho|nguoi|nhan khau|khau|gia dinh|thon|to dan pho|tdp)\b/u,
  /^(?:binh quan|trung binh)(?:\s*[/:(]| (?:chung|cac|moi|toan|mot|1)\b)/u,
  /^nguon\s*:/u,
];
/** What may stand before such words. */
const BULLET = /^[-+*•(\s]+/u;
/** Named so, a row without the number that all others have is none; a village Bình Quân has its number. */
const UNNUMBERED =
  /^(?:binh quan|trung binh|ke hoach|chi tieu|muc tieu|thuc hien|tang|giam|con lai|dat|chua dat|quy i{1,3}|quy iv)$/u;
/** "(*) Thôn Đông có 5 hộ tạm trú": the mark of a footnote. */
const FOOTNOTE = /^\(?\*+\)?\s*\S/u;

const NAMED = 6;

/** `isNumbered`: whether a row of the table, from 0, carries a number of its own. */
export function notAreas(
  table: FigureTable,
  form: FormDefinition,
  subject: { readonly unit?: string; readonly period?: string },
  isNumbered: (row: number) => boolean,
): Finding | undefined {
  if (form.totalLabel === undefined) return undefined;
  const numbered = table.sheetRows.map((_, row) => isNumbered(row));
  const most = numbered.filter((one) => one).length * 2 > table.rowCount;
  const found = table.rowLabels.flatMap((label, row) => {
    const words = foldMarks(cleanText(label));
    const odd = most && numbered[row] === false;
    const bare = words.replace(BULLET, '');
    const isNone =
      NEVER.some((one) => one.test(bare)) || FOOTNOTE.test(words) || (odd && UNNUMBERED.test(words));
    return isNone ? [{ label, row }] : [];
  });
  const [first] = found;
  if (first === undefined) return undefined;
  const column = table.columns.get(form.rowKey?.[0] ?? '')?.column ?? 1;
  return finding(
    'layout/rows-no-area',
    placeIn(table.file, table.sheet, cellAddress(table.sheetRows[first.row] ?? 1, column)),
    {
      form: form.sheet,
      count: found.length,
      area: form.rowUnit ?? 'dòng số liệu',
      rows: listed(
        found.map(({ label, row }) => `“${inner(shortened(label))}” (dòng ${table.sheetRows[row] ?? 0})`),
        'dòng',
        NAMED,
      ),
    },
    { ...subject, form: form.id, fields: [...table.columns.keys()] },
  );
}
