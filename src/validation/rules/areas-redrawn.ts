/** areasRedrawn: a commune whose residential areas changed since the last period is asked once how, not area by area. */
import { z } from 'zod';
import type { Admitted, FigureTable, RuleOf } from '../../model.js';
import { formId } from '../../model/criteria/references.js';
import { areaKey } from '../../units/areas/area-history.js';
import { formatDate } from '../../values/number-format.js';
import type { EarlierYear } from '../context.js';
import { countThen, earlierRows, isRedrawn } from '../earlier-rows.js';
import { NOT_EVALUATED, type Outcome } from '../outcome.js';
import { ruleFinding } from '../rule-finding.js';
import type { RuleModule } from '../rule-module.js';
import { columnOf, rowLabel, unitLabel, type UnitView } from '../unit-view.js';

const shape = z
  .strictObject({
    form: formId.describe('Mã biểu mẫu có mỗi dòng một thôn, tổ dân phố.'),
  })
  .describe(
    'Thôn, tổ dân phố được sắp xếp lại so với kỳ trước: hỏi một lần cho cả đơn vị khi areas.csv chưa cho biết nơi nào thành nơi nào.',
  );

declare module '../../model/criteria/rule.js' {
  interface RuleShapes {
    readonly areasRedrawn: Admitted<typeof shape>;
  }
}

export const areasRedrawn: RuleModule<'areasRedrawn'> = { shape, within };

const NAMED = 6;

function* within(rule: RuleOf<'areasRedrawn'>, view: UnitView): Iterable<Outcome> {
  const table = view.submission.tables.get(rule.form);
  const year = view.context.course
    ?.get(view.submission.unit)
    ?.find(({ tables }) => tables.some(({ form }) => form === rule.form));
  if (table === undefined || table.namesSome === true || year === undefined) {
    yield NOT_EVALUATED;
    return;
  }
  if (isRedrawn(view, table, year)) {
    yield areaFinding('areas/redrawn', rule, view, table, {
      now: table.rowCount,
      before: countThen(rule.form, year),
      period: year.period,
    });
    return;
  }
  yield* againstList(rule, view, table, year);
}

/** Names that areas.csv has and the last period had not; areas of today that neither of them knows. */
function* againstList(
  rule: RuleOf<'areasRedrawn'>,
  view: UnitView,
  table: FigureTable,
  year: EarlierYear,
): Iterable<Outcome> {
  const { areas, today = '' } = view.context;
  const { referenceDate = '' } = year;
  const { unit } = view.submission;
  if (areas?.hasSteps(unit, referenceDate, today) !== true) return;
  const [nameField = ''] = view.context.rules.forms.get(rule.form)?.rowKey ?? [];
  const known = new Set(
    year.tables.flatMap(({ form, rows }) =>
      form === rule.form
        ? (rows.columns[nameField]?.values ?? []).flatMap((name) =>
            typeof name === 'string' ? [areaKey(name)] : [],
          )
        : [],
    ),
  );
  const strange = areas
    .named(unit, referenceDate, today)
    .filter(({ oldName }) => !known.has(areaKey(oldName)));
  if (strange.length > 0)
    yield areaFinding('areas/unknown-name', rule, view, table, {
      period: year.period,
      names: listed(strange.map(({ oldName, date }) => `“${oldName}” (${formatDate(date)})`)),
    });
  const names = columnOf(table, nameField);
  const found = earlierRows(view, table, year);
  const without = found.flatMap((area, row) =>
    area === undefined && names?.states[row] === 'value' ? [`“${rowLabel(view, table, row)}”`] : [],
  );
  if (without.length > 0)
    yield areaFinding('areas/without-origin', rule, view, table, {
      count: without.length,
      period: year.period,
      names: listed(without),
    });
}

const listed = (names: readonly string[]): string =>
  `${names.slice(0, NAMED).join(', ')}${names.length > NAMED ? ` và ${String(names.length - NAMED)} nơi khác` : ''}`;

function areaFinding(
  code: 'areas/redrawn' | 'areas/unknown-name' | 'areas/without-origin',
  rule: RuleOf<'areasRedrawn'>,
  view: UnitView,
  table: FigureTable,
  facts: {
    readonly period: string;
    readonly now?: number;
    readonly before?: number;
    readonly count?: number;
    readonly names?: string;
  },
): Outcome {
  const { now = 0, before = 0, count = 0, names = '', period } = facts;
  return ruleFinding(
    code,
    rule,
    view,
    { unit: unitLabel(view), now, before, count, names, period },
    { at: { file: table.file, sheet: table.sheet }, form: table.form, fields: [] },
  );
}
