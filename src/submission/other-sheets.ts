/** The sheets of a workbook that are no form of the set. */
import { finding } from '../findings/finding.js';
import type { Finding, RawFile } from '../model.js';
import type { FoundSheets, OtherSheet } from './layout/form-sheets.js';
import type { Attributed } from './sender/attribute-sender.js';

/** Sheets with figures that are no form, in one sentence each: nothing of a file is passed over in silence. */
export const otherSheets = (
  file: RawFile,
  { others }: FoundSheets,
  { unit, period }: Attributed,
): readonly Finding[] =>
  others.map((other) => {
    const { sheet, figures } = other;
    return finding(
      'layout/other-sheet',
      { file: file.source.path, sheet: sheet.name },
      {
        sheet: sheet.name,
        count: figures,
        hidden: sheet.state === 'visible' ? '' : ' (đang bị ẩn)',
        why: whyOther(other),
      },
      unit === undefined ? {} : { unit, period, rowKey: `#${sheet.name}` },
    );
  });

function whyOther({ sheet, year, like }: OtherSheet): string {
  if (year !== undefined) return `mang tên năm ${year}`;
  if (like !== undefined && sheet.state !== 'visible')
    return `có bảng như ${like.form.sheet}, nhưng trang ẩn không mang tên biểu thì không được đọc`;
  return like === undefined
    ? 'không phải là biểu mẫu'
    : `có bảng như ${like.form.sheet}, nhưng trang “${like.sheet.name}” của tệp đã được đọc là biểu này`;
}
