/** One sheet that holds the tables of several units: side by side, or below headings of their own where no title names one. */
import { finding } from '../findings/finding.js';
import type { Finding, RawFile } from '../model.js';
import { cellAddress } from '../values/cell-address.js';
import { inner } from '../values/inner-quotes.js';
import { cleanText } from '../values/vietnamese-text.js';
import { fieldsEnteredOn } from './layout/fields-of-form.js';
import type { FoundForm } from './layout/form-sheets.js';
import { labelIndex } from './layout/label-index.js';
import { locateHeader } from './layout/locate-header.js';
import { gridOf, type SheetGrid } from './layout/sheet-grid.js';
import { listed, shortened } from './listed.js';
import type { RecognitionContext } from './recognition.js';
import { isFormerName } from './sender/row-names.js';
import { unitCalled, unitsBelow } from './sender/unit-scope.js';
import { lineSays, type TitleBlock } from './sender/title-block.js';

/** Headings hold one or two cells, or three with a label beside its value. */
const MOST_IN_HEADING = 4;
const NAMED = 4;

/** `isKnown`: whether something says whose the sheet is as a whole. */
function unitsOnOneSheet(
  { form, sheet, own }: FoundForm,
  title: TitleBlock | undefined,
  isKnown: boolean,
  { source }: RawFile,
  { scope, set }: RecognitionContext,
): Finding | undefined {
  if (form.shape !== 'table' || own !== undefined) return undefined;
  const titled = title?.units ?? [];
  // Nearly every sheet is of one: its header need not be looked for here as well.
  if (isKnown && titled.length < 2) return undefined;
  const grid = gridOf(sheet);
  const header = locateHeader(grid, labelIndex(form, fieldsEnteredOn(set, form)));
  if (header === undefined) return undefined;
  const isDoubled = header.doubled.some(({ field }) => field === form.rowKey?.[0]);
  const said = isDoubled ? titled : isKnown ? [] : headings(grid, header.lastRow);
  // A list of the country has ten thousand: nearly no sheet needs it.
  if (said.length < 2) return undefined;
  const units = unitsBelow(scope);
  const found = new Map(
    said.flatMap((one) => {
      const unit = unitCalled(scope, one, units);
      return unit === undefined ? [] : [[unit.code, one] as const];
    }),
  );
  const [first] = found.values();
  if (first === undefined || found.size < 2) return undefined;
  const named = [...found.values()].map(({ text, cell }) => `“${inner(shortened(text))}” (ô ${cell})`);
  return finding(
    'submission/units-on-one-sheet',
    { file: source.path, sheet: sheet.name, cell: first.cell },
    { sheet: sheet.name, said: listed(named, 'đơn vị', NAMED) },
  );
}

/** Lines between the rows that name a unit: "I. Xã Phú An". */
function headings(grid: SheetGrid, lastRow: number): TitleBlock['units'] {
  return grid.rows.flatMap((row) => {
    const cells = row > lastRow ? grid.inRow(row) : [];
    if (cells.length > MOST_IN_HEADING) return [];
    return cells.flatMap((cell) => {
      const text = cleanText(cell.raw);
      const unit =
        cell.kind === 'text' ? lineSays(grid, withoutNumber(text), row, cell.column).unit : undefined;
      return unit === undefined || isFormerName(text)
        ? []
        : [{ ...unit, text, cell: cellAddress(row, cell.column) }];
    });
  });
}

const withoutNumber = (text: string): string =>
  text.replace(/^\(?(?:\d{1,3}|[ivxlc]+|\p{L})\s*[.)/-]\s*/iu, '');

/** Sheets that hold the tables of several units each, with what is said of them. */
export const sheetsOfSeveral = (
  forms: readonly FoundForm[],
  titles: ReadonlyMap<FoundForm, TitleBlock>,
  isKnown: (found: FoundForm) => boolean,
  file: RawFile,
  context: RecognitionContext,
): ReadonlyMap<FoundForm, Finding> =>
  new Map(
    forms.flatMap((found) => {
      const told = unitsOnOneSheet(found, titles.get(found), isKnown(found), file, context);
      return told === undefined ? [] : [[found, told] as const];
    }),
  );
