/**
 * Everything of a sheet but its body: title, header, notes, widths, panes, print setup; and one sample line per role,
 * from which the body takes its style numbers.
 */
import type { LongTable } from '../../model.js';
import { WORDS } from '../decree30-layout.js';
import { cellText, type Style, type Workbook, type Worksheet } from '../exceljs-adapter.js';
import { largest } from '../../values/of-many.js';
import { headerSpans } from '../header-groups.js';
import { linesIn, type SheetPlan } from './sheet-plan.js';
import {
  DRAFT_STYLE,
  HEADER_STYLE,
  LINE_HEIGHT,
  NOTE_STYLE,
  NUMBERS_STYLE,
  TITLE_STYLE,
  UNIT_LINE_STYLE,
  bodyStyle,
  runOver,
} from './sheet-styles.js';
import { nameColumn } from './row-links.js';
import type { TableSurvey } from './table-survey.js';

export interface FrameOptions {
  readonly sheetName: string;
  readonly draft: boolean;
  readonly decimals: number;
  readonly hidden: boolean;
}

/** Paper number of A4 in SpreadsheetML. */
const A4 = 9;
const INCH = 25.4;
/** Titles over wider tables stay at the left, in sight. */
const CENTRED_TITLE_WIDTH = 150;
/** Notes are read in a line of about so many characters. */
const NOTE_WIDTH = 110;
/** Notes are set in a smaller, slanted type, of which more fits in a line. */
const SLANTED = 1.15;

export function addFrame(
  workbook: Workbook,
  table: LongTable,
  { plan, survey }: { readonly plan: SheetPlan; readonly survey: TableSurvey },
  options: FrameOptions,
): Worksheet {
  const sheet = workbook.addWorksheet(options.sheetName, {
    state: options.hidden ? 'hidden' : 'visible',
    views: [{ state: 'frozen', xSplit: plan.frozenColumns, ySplit: plan.numbers, zoomScale: 100 }],
    pageSetup: {
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: onOnePage(table, survey) ? 1 : 0,
      horizontalCentered: true,
      printTitlesRow: `${plan.groups ?? plan.headers}:${plan.numbers}`,
      margins: {
        left: 15 / INCH,
        right: 10 / INCH,
        top: 15 / INCH,
        bottom: 15 / INCH,
        header: 8 / INCH,
        footer: 8 / INCH,
      },
    },
    headerFooter: { oddFooter: '&C&P/&N', ...(options.draft ? { oddHeader: `&R&B${WORDS.draft}` } : {}) },
  });
  // exceljs names papers in an enum that exists only as a type, so that no number fits it.
  Object.assign(sheet.pageSetup, { paperSize: A4 });
  sheet.properties.outlineLevelRow = [...survey.levels.values()].reduce(
    (most, level) => Math.max(most, level),
    0,
  );
  sheet.columns = plan.widths.map((width) => ({ width }));
  addTitle(sheet, table, plan, options.draft);
  addHeader(sheet, table, plan);
  addSamples(sheet, table, plan, survey, options.decimals);
  addNotes(sheet, table, plan);
  if (filtered(survey)) {
    sheet.autoFilter = {
      from: { row: plan.numbers, column: 1 },
      to: { row: plan.lastBody, column: table.columns.length },
    };
  }
  return sheet;
}

/** So many lines, with header and notes, can still be read when printed on one page. */
const MOST_ON_A_PAGE = 32;

/** A table with its total is not parted from its notes when it need not be. */
const onOnePage = (table: LongTable, { roles }: TableSurvey): boolean =>
  table.rows.length <= MOST_ON_A_PAGE && roles.includes('total');

/** Lists without sums can be filtered; a filter over subtotals would hide what they sum. */
const filtered = ({ roles }: TableSurvey): boolean => roles.length === 1 && roles[0] === 'unit';

function put(sheet: Worksheet, row: number, column: number, text: string, style: Partial<Style>): void {
  const cell = sheet.getCell(row, column);
  cell.value = cellText(text);
  cell.style = style;
}

const widthOf = (plan: SheetPlan, columns = plan.widths.length): number =>
  plan.widths.slice(0, columns).reduce((total, width) => total + width, 0);

function addTitle(sheet: Worksheet, table: LongTable, plan: SheetPlan, draft: boolean): void {
  const last = table.columns.length;
  const total = widthOf(plan);
  const centred = total <= CENTRED_TITLE_WIDTH;
  put(sheet, plan.title, 1, table.title, {
    ...TITLE_STYLE,
    alignment: { ...TITLE_STYLE.alignment, horizontal: centred ? 'center' : 'left', wrapText: centred },
  });
  if (centred && last > 1) sheet.mergeCells(plan.title, 1, plan.title, last);
  // The title's type is a quarter wider than the text's.
  sheet.getRow(plan.title).height = LINE_HEIGHT * 1.4 * (centred ? linesIn(table.title, total / 1.4) : 1);
  if (draft) put(sheet, plan.unitLine, 1, WORDS.draft, DRAFT_STYLE);
  if (table.unitLine !== undefined) put(sheet, plan.unitLine, last, table.unitLine, UNIT_LINE_STYLE);
}

function addHeader(sheet: Worksheet, table: LongTable, plan: SheetPlan): void {
  for (const [index, column] of table.columns.entries()) {
    put(sheet, plan.headers, index + 1, column.header, HEADER_STYLE);
    put(sheet, plan.numbers, index + 1, `(${index + 1})`, NUMBERS_STYLE);
  }
  const lines = (text: string, width: number): number => linesIn(text, width - 1);
  const highest = (heights: readonly number[]): number => largest(heights, 1) * LINE_HEIGHT + 3;
  const ungroupedOver = plan.groups === undefined ? 1 : 2;
  sheet.getRow(plan.headers).height = highest(
    table.columns.map((column, index) => {
      const needed = lines(column.header, plan.widths[index] ?? 1);
      return column.group === undefined ? needed / ungroupedOver : needed;
    }),
  );
  if (plan.groups === undefined) return;
  const heights: number[] = [];
  for (const { group, first, count } of headerSpans(table.columns)) {
    const text = group ?? table.columns[first]?.header ?? '';
    for (let index = first; index < first + count; index += 1)
      put(sheet, plan.groups, index + 1, text, HEADER_STYLE);
    sheet.mergeCells(plan.groups, first + 1, group === undefined ? plan.headers : plan.groups, first + count);
    const width = plan.widths.slice(first, first + count).reduce((sum, each) => sum + each, 0);
    heights.push(lines(text, width) / (group === undefined ? 2 : 1));
  }
  sheet.getRow(plan.groups).height = highest(heights);
}

/** An empty styled line per role, in the order of `survey.roles`, where the body will stand. */
function addSamples(
  sheet: Worksheet,
  table: LongTable,
  plan: SheetPlan,
  survey: TableSurvey,
  decimals: number,
): void {
  const named = nameColumn(table);
  for (const [offset, role] of survey.roles.entries()) {
    for (const [index, column] of table.columns.entries()) {
      const style = bodyStyle(role, column, survey.decimals[index] ?? 0, decimals);
      const isLast = index === table.columns.length - 1;
      sheet.getCell(plan.firstBody + offset, index + 1).style =
        role === 'section' && index >= named
          ? runOver(style, { left: index > named, right: !isLast })
          : style;
    }
  }
}

function addNotes(sheet: Worksheet, table: LongTable, plan: SheetPlan): void {
  let columns = 1;
  while (columns < table.columns.length && widthOf(plan, columns) < NOTE_WIDTH) columns += 1;
  for (const [index, note] of table.notes.entries()) {
    const row = plan.firstNote + index;
    put(sheet, row, 1, note, NOTE_STYLE);
    if (columns > 1) sheet.mergeCells(row, 1, row, columns);
    sheet.getRow(row).height = LINE_HEIGHT * linesIn(note, widthOf(plan, columns) * SLANTED) + 1;
  }
}
