/** The borderless two-column tables around the text: head of the letter, and recipients beside the signature. */
import {
  BorderStyle,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
  type IBorderOptions,
  type Paragraph,
} from 'docx';

/** The same rule around a table and between its cells. */
export const bordersOf = (rule: IBorderOptions) => ({
  top: rule,
  bottom: rule,
  left: rule,
  right: rule,
  insideHorizontal: rule,
  insideVertical: rule,
});
const NO_BORDERS = bordersOf({ style: BorderStyle.NONE, size: 0, color: 'auto' });
const NO_MARGINS = { marginUnitType: WidthType.DXA, top: 0, bottom: 0, left: 0, right: 0 };

/** One row as wide as the text, never split over pages; widths in twips. */
export function sideBySide(
  left: readonly Paragraph[],
  right: readonly Paragraph[],
  leftWidth: number,
  textWidth: number,
): Table {
  const widths = [leftWidth, textWidth - leftWidth];
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    borders: NO_BORDERS,
    margins: NO_MARGINS,
    rows: [
      new TableRow({
        cantSplit: true,
        children: [left, right].map((children, index) => {
          const width = widths[index];
          return new TableCell({
            children,
            ...(width === undefined ? {} : { width: { size: width, type: WidthType.DXA } }),
          });
        }),
      }),
    ],
  });
}
