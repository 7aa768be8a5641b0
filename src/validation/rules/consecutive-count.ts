/** consecutiveCount: what holds for n years in a row is no more than all that held in any of the n-1 years before. */
import { z } from 'zod';
import type { Admitted, FigureTable, Finding, RuleOf } from '../../model.js';
import { numberField } from '../../model/criteria/references.js';
import type { EarlierYear } from '../context.js';
import { earlierCell, earlierRows, earlierValue } from '../earlier-rows.js';
import { NOT_EVALUATED, type Outcome } from '../outcome.js';
import { ruleFinding, softenedBy, type RuleSubject } from '../rule-finding.js';
import type { RuleModule } from '../rule-module.js';
import { figureText, labelOf } from '../scaled.js';
import { unitFigure, usable } from '../unit-figure.js';
import { framesOf, numberAt, rowLabel, unitLabel, type UnitView } from '../unit-view.js';
import { figurePlace } from '../../values/cell-address.js';

const shape = z
  .strictObject({
    part: numberField.describe('Chỉ tiêu ghi số đạt liên tục.'),
    whole: numberField.describe('Chỉ tiêu ghi số đạt của từng năm.'),
    years: z.int().min(2).describe('Số năm liên tục.'),
  })
  .describe('Số đạt liên tục nhiều năm không lớn hơn số đạt của bất kỳ năm nào trong các năm đó.');

declare module '../../model/criteria/rule.js' {
  interface RuleShapes {
    readonly consecutiveCount: Admitted<typeof shape>;
  }
}

export const consecutiveCount: RuleModule<'consecutiveCount'> = { shape, within };

type Rule = RuleOf<'consecutiveCount'>;

/** Row by row where rows can be told apart; the unit's sums where no row says it already. */
function* within(rule: Rule, view: UnitView): Iterable<Outcome> {
  const course = view.context.course?.get(view.submission.unit) ?? [];
  const years = course.filter(({ yearsBack }) => yearsBack > 0 && yearsBack < rule.years);
  let evaluated = false;
  let found = false;
  for (const { table } of framesOf(view, [rule.part])) {
    const rows = rowOutcomes(rule, view, table, years);
    for (const outcome of rows) {
      evaluated ||= outcome !== NOT_EVALUATED;
      found ||= outcome !== undefined && outcome !== NOT_EVALUATED;
      // With rows of earlier periods at hand, a row that is not among them is told; without any, the sums decide.
      if (outcome === NOT_EVALUATED && years.some(({ tables }) => tables.length > 0)) yield outcome;
      else if (outcome !== undefined && outcome !== NOT_EVALUATED) yield outcome;
    }
  }
  const whole = wholeOutcome(rule, view, years);
  if (whole !== undefined && (whole === NOT_EVALUATED ? !evaluated : !found)) yield whole;
}

/** The smallest whole of the earlier periods is the limit. */
interface Limit {
  readonly year: EarlierYear;
  readonly before: number;
  readonly subject: Pick<RuleSubject, 'related'>;
}

const smallest = (limits: readonly Limit[]): Limit | undefined =>
  limits.reduce<Limit | undefined>(
    (least, one) => (least === undefined || one.before < least.before ? one : least),
    undefined,
  );

function rowOutcomes(
  rule: Rule,
  view: UnitView,
  table: FigureTable,
  years: readonly EarlierYear[],
): readonly (Outcome | undefined)[] {
  const column = table.columns.get(rule.part);
  if (column === undefined) return [];
  const byYear = years.map((year) => ({ year, rows: earlierRows(view, table, year) }));
  return table.sheetRows.map((_, row) => {
    const now = numberAt(column, row, rule.missing);
    const limit = smallest(
      byYear.flatMap(({ year, rows }): readonly Limit[] => {
        const area = rows[row];
        // An area made of several, or of a part of one, has at most what all of them had.
        const parts = area?.map((part) => earlierValue(part, rule.whole)) ?? [];
        const known = parts.flatMap((part) => (typeof part === 'number' ? [part] : []));
        if (area === undefined || known.length < parts.length) return [];
        const before = known.reduce((sum, part) => sum + part, 0);
        const related = area.map((part) => earlierCell(part, rule.whole));
        return [{ year, before, subject: { related } }];
      }),
    );
    if (now === undefined || limit === undefined) return NOT_EVALUATED;
    if (now <= limit.before) return undefined;
    return breach(rule, view, rowLabel(view, table, row), now, limit, {
      at: figurePlace(table, column, row),
      form: table.form,
      row: { table, index: row },
      fields: [rule.part],
      ...limit.subject,
    });
  });
}

function wholeOutcome(rule: Rule, view: UnitView, years: readonly EarlierYear[]): Outcome | undefined {
  const figure = unitFigure(view, rule.part);
  const now = usable(figure, rule.missing);
  const limit = smallest(
    years.flatMap((year): readonly Limit[] => {
      const before = year.totals.get(rule.whole);
      return before === undefined ? [] : [{ year, before, subject: {} }];
    }),
  );
  if (figure === undefined || now === undefined || limit === undefined) return NOT_EVALUATED;
  if (now <= limit.before) return undefined;
  const { at, form } = figure;
  return breach(rule, view, unitLabel(view), now, limit, { at, form, fields: [rule.part] });
}

function breach(
  rule: Rule,
  view: UnitView,
  name: string,
  now: number,
  { year, before }: Limit,
  subject: RuleSubject,
): Finding {
  return ruleFinding(
    'plausibility/consecutive-count',
    rule,
    view,
    {
      name,
      part: labelOf(view, rule.part),
      now: figureText(view, rule.part, now),
      whole: labelOf(view, rule.whole),
      period: year.period,
      before: figureText(view, rule.whole, before),
    },
    {
      ...subject,
      actual: figureText(view, rule.part, now),
      expected: [figureText(view, rule.whole, before)],
      ...softenedBy(year, view),
    },
  );
}
