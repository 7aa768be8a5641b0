/** Colours that show a contradiction or a required blank while typing; the checks proper come after sending. */
import { cellAddress, columnLetter } from '../../values/cell-address.js';
import type { CriteriaSet } from '../../model.js';
import type { Fill, Worksheet } from '../exceljs-adapter.js';
import type { TableLayout } from './layout.js';
import { ALERT_FILLS } from './style.js';
import { isRequired, type TemplateOptions } from './template-options.js';

/** Marks a part that exceeds its whole in red and a required cell left blank on a named row in orange. */
export function markContradictions(sheet: Worksheet, layout: TableLayout, options: TemplateOptions): void {
  const columnOf = new Map(layout.places.map((place) => [place.field.id, place.column]));
  const rangeOf = (column: number): string =>
    `${cellAddress(layout.firstRow, column)}:${cellAddress(layout.bottomRow, column)}`;
  const cellOf = (column: number): string => `$${columnLetter(column)}${layout.firstRow}`;
  let priority = 0;
  const alert = (column: number, formula: string, fill: Fill): void => {
    priority += 1;
    sheet.addConditionalFormatting({
      ref: rangeOf(column),
      rules: [{ type: 'expression', priority, formulae: [formula], style: { fill } }],
    });
  };
  for (const { parts, whole } of rowComparisons(options.set)) {
    const wholeColumn = columnOf.get(whole);
    const columns = parts.flatMap((part) => columnOf.get(part) ?? []);
    const [first] = columns;
    if (wholeColumn === undefined || first === undefined || columns.length !== parts.length) continue;
    const sum = columns.map((column) => `N(${cellOf(column)})`).join('+');
    const formula = `AND(ISNUMBER(${cellOf(wholeColumn)}),${sum}>${cellOf(wholeColumn)})`;
    for (const column of columns) alert(column, formula, ALERT_FILLS.contradiction);
  }
  const name = columnOf.get(layout.form.rowKey?.[0] ?? '');
  if (name === undefined || layout.form.shape === 'criteria') return;
  for (const { field, column } of layout.places) {
    if (column === name || !isRequired(field, options.period.kind)) continue;
    alert(column, `AND(LEN(${cellOf(name)})>0,LEN(${cellOf(column)})=0)`, ALERT_FILLS.requiredBlank);
  }
}

/** Comparisons of a part with its whole that are errors in each row. */
const rowComparisons = (
  set: CriteriaSet,
): readonly { readonly parts: readonly string[]; readonly whole: string }[] =>
  set.rules.flatMap((rule) =>
    rule.kind === 'partOfWhole' && rule.level !== 'unit' && rule.severity === 'error' ? [rule] : [],
  );
