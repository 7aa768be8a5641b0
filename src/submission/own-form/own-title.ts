/** What an own form's sheet says of its sender and period: the lines above its tables, and the year over its figures. */
import { cellAddress } from '../../values/cell-address.js';
import type { Period } from '../../model.js';
import type { OwnSheet } from '../layout/own-sheet.js';
import { gridOf } from '../layout/sheet-grid.js';
import { withYears } from '../layout/header-path.js';
import { monthSaid, periodsSaid } from '../layout/period-text.js';
import { titleBlock, type TitleBlock } from '../sender/title-block.js';
import { isCounted } from '../../criteria/own-forms.js';

/**
 * The title block of the sheet. Where no line of it names a period or a month, the header over the figures that are
 * counted may: "Thực hiện năm 2024" stood there and was found with that year. Over figures of half a year or of a
 * registration it would say another period than theirs, so that the office has to say it.
 */
export function ownTitle(own: OwnSheet, { kind }: Pick<Period, 'kind'>): TitleBlock {
  const block = titleBlock(gridOf(own.sheet), own.firstRow);
  // "Số liệu đến 15/11/2024" says when the figures were taken, not of what time they are.
  const isOfMonth = block.months?.some(({ day, period }) => day === undefined || period !== undefined);
  if (block.periods.length > 0 || isOfMonth === true) return block;
  const over = yearOverFigures(own);
  const said = over === undefined ? undefined : withTitle(over, block, own.year);
  const isYear = said?.periods.every((period) => period === String(own.year)) === true;
  return said === undefined || (isYear && kind !== 'year') ? block : { ...block, periods: [said] };
}

type Said = TitleBlock['periods'][number];

/** Undefined where the counted columns are of different periods. */
function yearOverFigures({ tables, year }: OwnSheet): Said | undefined {
  const all = tables.flatMap(({ columns, labelRow }) =>
    [...columns].flatMap(([column, place]): readonly Said[] => {
      const path = column.header.join(' ');
      if (!path.includes('{năm}') || !isCounted(column)) return [];
      const text = withYears(path, year);
      const periods = periodsSaid(text);
      return periods === undefined ? [] : [{ text, cell: cellAddress(labelRow, place), ...periods }];
    }),
  );
  const [first] = all;
  return new Set(all.map(({ periods }) => periods.join(' '))).size === 1 ? first : undefined;
}

/** "BÁO CÁO QUÝ III", "KẾT QUẢ THÁNG 10" above "Thực hiện năm 2024": what the title leaves out is its year only. */
function withTitle(over: Said, { lines = [] }: TitleBlock, year: number): Said | undefined {
  const dated = lines.map((line) => `${line} năm ${String(year)}`);
  if (dated.some((line) => monthSaid(line) !== undefined && periodsSaid(line) === undefined))
    return undefined;
  const parts = dated.flatMap((line) => {
    const said = periodsSaid(line);
    return said === undefined || said.periods.every((period) => period === String(year)) ? [] : [said];
  });
  const [part, ...others] = parts;
  if (part === undefined) return over;
  const isOne = others.every(({ periods }) => periods.join(' ') === part.periods.join(' '));
  return isOne ? { ...over, ...part } : undefined;
}
