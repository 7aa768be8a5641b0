/** asOfMismatch: figures taken before the cut-off of their field, tested against dataAsOf and never against today. */
import { z } from 'zod';
import type { Admitted, FieldDefinition, RuleOf } from '../../model.js';
import { anyFields } from '../../model/criteria/references.js';
import { formatDate } from '../../values/number-format.js';
import { NOT_EVALUATED, type Outcome } from '../outcome.js';
import { ruleFinding } from '../rule-finding.js';
import type { RuleModule } from '../rule-module.js';
import { labelOf } from '../scaled.js';
import { statedDay } from '../stated-day.js';
import { ownPlace, rowsPlace, type Place } from '../unit-figure.js';
import { fieldOf, type UnitView } from '../unit-view.js';
import { figurePlace } from '../../values/cell-address.js';
import { addTo } from '../../values/groups.js';

const shape = z
  .strictObject({
    fields: anyFields.describe('Các chỉ tiêu được xét.'),
  })
  .describe('Số liệu được chốt trước thời điểm quy định ở khóa asOf của chỉ tiêu.');

declare module '../../model/criteria/rule.js' {
  interface RuleShapes {
    readonly asOfMismatch: Admitted<typeof shape>;
  }
}

export const asOfMismatch: RuleModule<'asOfMismatch'> = { shape, within };

/** The line of Thông tin that says how the figures were taken. */
const STATUS_FIELD = 'figureStatus';
/** Of the answers to `STATUS_FIELD`, the one that claims final figures. */
const OFFICIAL = 'official';

function* within(rule: RuleOf<'asOfMismatch'>, view: UnitView): Iterable<Outcome> {
  const day = statedDay(view);
  if (day === undefined) {
    yield NOT_EVALUATED;
    return;
  }
  const { date, place: own } = day;
  // An estimate for the whole year says itself that the cut-off is still to come.
  const status = ownPlace(view, STATUS_FIELD)?.column;
  if (status?.states[0] === 'value' && status.texts[0] !== OFFICIAL) return;
  for (const [cutOff, fields] of fieldsByCutOff(rule, view)) {
    if (date >= cutOff) continue;
    const [first] = fields;
    const filled = first === undefined ? undefined : filledPlace(view, first.id);
    if (filled === undefined) continue;
    const place = figurePlace(filled.table, filled.column, 0);
    yield ruleFinding(
      'row/before-cut-off',
      rule,
      view,
      {
        date: formatDate(date),
        cutOff: formatDate(cutOff),
        fields: fields.map(({ id }) => `“${labelOf(view, id)}”`).join(', '),
      },
      {
        at: own === undefined ? place : figurePlace(own.table, own.column, 0),
        form: filled.table.form,
        fields: fields.map(({ id }) => id),
        ...(own === undefined ? {} : { related: [place] }),
        actual: formatDate(date),
        expected: [`≥ ${formatDate(cutOff)}`],
      },
    );
  }
}

/** Fields that were filled in, by the last day they count to; dates that hang on a decision have none. */
function fieldsByCutOff(
  rule: RuleOf<'asOfMismatch'>,
  view: UnitView,
): ReadonlyMap<string, readonly FieldDefinition[]> {
  const [year = ''] = view.submission.period.split('-');
  const half = view.context.rules.periodKind !== 'year';
  const groups = new Map<string, FieldDefinition[]>();
  for (const id of rule.fields) {
    const field = fieldOf(view, id);
    if (field === undefined || filledPlace(view, id) === undefined) continue;
    const day = field.asOf === 'year' ? '12-31' : field.asOf;
    if (day === undefined || !/^\d\d-\d\d$/u.test(day)) continue;
    // A half-year report is not late for a cut-off of December.
    if (half && day > '06-30') continue;
    const cutOff = `${year}-${day}`;
    addTo(groups, cutOff, field);
  }
  return groups;
}

/** Where the field stands, if somebody filled it in: a figure, or a yes or no. */
const filledPlace = (view: UnitView, field: string): Place | undefined =>
  [rowsPlace(view, field), ownPlace(view, field)].find((place) => place?.column.states.includes('value'));
