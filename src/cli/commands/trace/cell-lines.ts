/** The cells behind a figure of one unit, form by form: address, row, as typed, how much of it counts. */
import type { CriteriaSet, FigureTrace, Contribution } from '../../../model.js';
import type { SourceFiles } from '../../../office/tracing/source-files.js';
import { isUncounted, readCell, sourceGroups, type SourceGroup } from '../../../tracing/source-groups.js';
import { cellAddress } from '../../../values/cell-address.js';
import { safeText } from '../../../values/safe-text.js';
import { textTable } from '../../screen/text-table.js';
import { shownPath } from '../../screen/shown-path.js';
import { hanging } from '../../screen/wrap-text.js';

export function cellLines(
  { sources, name }: Contribution,
  { scale }: FigureTrace,
  files: SourceFiles,
  set: CriteriaSet,
  lead: string,
  columns: number,
): readonly string[] {
  const lines = sourceGroups(sources, scale, set).flatMap((group) => groupLines(group, files, lead, columns));
  return lines.length > 0
    ? lines
    : [hanging(lead, safeText(`${name}: không có ô nào trong tệp đã gửi.`), columns)];
}

function groupLines(
  { side, label, total, file, sheet, field, cells }: SourceGroup,
  files: SourceFiles,
  lead: string,
  columns: number,
): readonly string[] {
  const rows = cells.map((cell) => {
    const read = readCell(cell, field);
    const typed = files.typed(cell.file, cell.sheet, cell.row, cell.column)?.normalize('NFC').trim();
    const asTyped = typed === undefined || typed === read ? '' : `gõ “${typed}”`;
    const not = isUncounted(cell) ? 'không tính' : '';
    return [
      cellAddress(cell.row, cell.column),
      safeText(cell.label),
      safeText(read),
      safeText([asTyped, not].filter((part) => part !== '').join(', ')),
    ];
  });
  const title = side === 'n' ? 'Tử số' : 'Mẫu số';
  const place = `${shownPath(file)}${sheet === '' ? '' : `, ${sheet}`}`;
  return [
    hanging(lead, safeText(`${title}: “${label}” = ${total} (${place})`), columns),
    ...textTable(rows, [2])
      .split('\n')
      .map((line) => `${lead}  ${line}`.trimEnd()),
  ];
}
