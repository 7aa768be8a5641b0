/** What an own form's sheet says of its sender and period: the lines above its tables, and the year over its figures. */
import { cellAddress } from '../../values/cell-address.js';
import type { OwnSheet } from '../layout/own-sheet.js';
import { gridOf } from '../layout/sheet-grid.js';
import { withYears } from '../layout/header-path.js';
import { periodsSaid } from '../sender/period-text.js';
import { titleBlock, type TitleBlock } from '../sender/title-block.js';
import { isCounted } from '../../criteria/own-forms.js';

/**
 * The title block of the sheet. Where no line of it names a period or a month, the header over the figures that are
 * counted may: "Thực hiện năm 2024" stood there and was found with that year.
 */
export function ownTitle(own: OwnSheet): TitleBlock {
  const block = titleBlock(gridOf(own.sheet), own.firstRow);
  if (block.periods.length > 0 || block.months !== undefined) return block;
  const said = yearOverFigures(own);
  return said === undefined ? block : { ...block, periods: [said] };
}

function yearOverFigures({ tables, year }: OwnSheet): TitleBlock['periods'][number] | undefined {
  for (const { columns, labelRow } of tables)
    for (const [column, place] of columns) {
      const header = column.header.findLast((one) => one.includes('{năm}'));
      if (header === undefined || !isCounted(column)) continue;
      const text = withYears(header, year);
      const periods = periodsSaid(text);
      if (periods !== undefined) return { text, cell: cellAddress(labelRow, place), ...periods };
    }
  return undefined;
}
