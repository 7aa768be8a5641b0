/** unique: one row per thing; two rows of one name are an error, or a question while the telling field is blank. */
import { z } from 'zod';
import type { Admitted, FieldColumn, FigureTable, RuleOf } from '../../model.js';
import { anyField, anyFields } from '../../model/criteria/references.js';
import { foldLabel } from '../../values/vietnamese-text.js';
import { NOT_EVALUATED, type Outcome } from '../outcome.js';
import { ruleFinding } from '../rule-finding.js';
import type { RuleModule } from '../rule-module.js';
import { labelOf } from '../scaled.js';
import { columnOf, framesOf, rowLabel, rowNumber, type UnitView } from '../unit-view.js';
import { addTo } from '../../values/groups.js';
import { figurePlace } from '../../values/cell-address.js';

const shape = z
  .strictObject({
    fields: anyFields.describe('Các chỉ tiêu hợp lại để phân biệt từng dòng.'),
    askWhenBlank: z
      .exactOptional(anyField)
      .describe('Chỉ tiêu giúp phân biệt các dòng trùng tên; để trống thì chỉ hỏi lại, không báo lỗi.'),
  })
  .describe('Mỗi đối tượng chỉ có một dòng: hai dòng trùng tên là lỗi.');

declare module '../../model/criteria/rule.js' {
  interface RuleShapes {
    readonly unique: Admitted<typeof shape>;
  }
}

export const unique: RuleModule<'unique'> = { shape, within };

function* within(rule: RuleOf<'unique'>, view: UnitView): Iterable<Outcome> {
  const [leading] = rule.fields;
  if (leading === undefined) return;
  const frames = framesOf(view, [leading]);
  if (frames.length === 0) yield NOT_EVALUATED;
  for (const { table, columns } of frames) {
    const [first] = columns;
    for (const rows of rowsOfOneKey(rule, table)) {
      const [, second] = rows;
      if (second === undefined) continue;
      const asks = rule.askWhenBlank;
      const telling = asks === undefined ? undefined : columnOf(table, asks);
      const open = asks !== undefined && (telling === undefined || telling.states[second] !== 'value');
      yield ruleFinding(
        open ? 'row/same-name-unclear' : 'row/duplicate-key',
        rule,
        view,
        {
          row: rowLabel(view, table, second),
          times: rows.length,
          rows: rows.map((row) => rowNumber(table, row)).join(', '),
          telling: asks === undefined ? '' : labelOf(view, asks),
        },
        {
          at: figurePlace(table, first, second),
          form: table.form,
          row: { table, index: rows[0] ?? second },
          fields: rule.fields,
          related: rows.filter((row) => row !== second).map((row) => figurePlace(table, first, row)),
          ...(open ? { atMost: 'warning' as const } : {}),
        },
      );
    }
  }
}

/** Rows grouped by the folded text of the key fields; rows without a name are another rule's business. */
function rowsOfOneKey(rule: RuleOf<'unique'>, table: FigureTable): Iterable<readonly number[]> {
  const columns = rule.fields.map((field) => columnOf(table, field));
  const groups = new Map<string, number[]>();
  for (let row = 0; row < table.rowCount; row += 1) {
    if (columns[0]?.states[row] !== 'value') continue;
    const key = columns.map((column) => keyPart(column, row)).join('\u001f');
    addTo(groups, key, row);
  }
  return groups.values();
}

function keyPart(column: FieldColumn | undefined, row: number): string {
  if (column?.states[row] !== 'value') return '';
  const text = column.texts[row];
  return text === undefined ? String(column.numbers[row]) : foldLabel(text);
}
