/** consecutiveYears: the years in a row of an area, against what the earlier periods say of its title and its years. */
import { z } from 'zod';
import type { Admitted, FieldColumn, FigureTable, RuleOf } from '../../model.js';
import { answeringField, answers, numberField } from '../../model/criteria/references.js';
import type { EarlierYear } from '../context.js';
import {
  earlierCell,
  earlierRows,
  earlierValue,
  type EarlierArea,
  type EarlierRow,
} from '../earlier-rows.js';
import { NOT_EVALUATED, type Outcome } from '../outcome.js';
import { ruleFinding, softenedBy } from '../rule-finding.js';
import type { RuleModule } from '../rule-module.js';
import { answerText } from '../condition.js';
import { figureText, labelOf, scaledOf, scaleOf } from '../scaled.js';
import { columnOf, framesOf, numberAt, rowLabel, type UnitView } from '../unit-view.js';
import { defined } from '../../values/defined.js';
import { smallest } from '../../values/of-many.js';
import { figurePlace } from '../../values/cell-address.js';

const shape = z
  .strictObject({
    field: numberField.describe('Chỉ tiêu ghi số năm liên tục.'),
    title: answeringField('held', 'lost').describe('Chỉ tiêu ghi kết quả xét danh hiệu.'),
    held: answers.describe('Các câu trả lời nghĩa là được công nhận.'),
    lost: answers.describe(
      'Các câu trả lời nghĩa là không được công nhận; câu trả lời khác (đang chờ) được để ngỏ.',
    ),
  })
  .describe('Số năm liên tục giữ danh hiệu phải phù hợp với kết quả và số năm của các kỳ trước.');

declare module '../../model/criteria/rule.js' {
  interface RuleShapes {
    readonly consecutiveYears: Admitted<typeof shape>;
  }
}

export const consecutiveYears: RuleModule<'consecutiveYears'> = { shape, within };

type Rule = RuleOf<'consecutiveYears'>;

/** A row beside its earlier ones, the latest first. */
interface Place {
  readonly table: FigureTable;
  readonly column: FieldColumn;
  readonly row: number;
  readonly now: number;
  readonly awarded: boolean;
}

/** The area in an earlier period: itself, or the areas it was made of. */
interface Earlier {
  readonly area: EarlierArea;
  readonly year: EarlierYear;
}

function* within(rule: Rule, view: UnitView): Iterable<Outcome> {
  const course = view.context.course?.get(view.submission.unit) ?? [];
  const frames = framesOf(view, [rule.field]);
  if (frames.length === 0 || course.every(({ tables }) => tables.length === 0)) {
    yield NOT_EVALUATED;
    return;
  }
  for (const { table, columns } of frames) {
    const [column] = columns;
    const titles = columnOf(table, rule.title);
    const byYear = course.map((year) => ({ year, rows: earlierRows(view, table, year) }));
    for (let row = 0; row < table.rowCount; row += 1) {
      const now = numberAt(column, row, rule.missing);
      const title = titles?.states[row] === 'value' ? titles.texts[row] : undefined;
      const awarded = title !== undefined && rule.held.includes(title);
      if (now === undefined && title !== undefined && rule.lost.includes(title)) continue;
      const earlier = byYear.flatMap(({ year, rows }): readonly Earlier[] => {
        const found = rows[row];
        return found === undefined ? [] : [{ area: found, year }];
      });
      if (now === undefined || earlier.length === 0) yield NOT_EVALUATED;
      else yield* against(rule, view, { table, column, row, now, awarded }, earlier);
    }
  }
}

/** The first contradiction, from the latest period backwards; where nothing is known there is nothing to say. */
function* against(rule: Rule, view: UnitView, place: Place, earlier: readonly Earlier[]): Iterable<Outcome> {
  let known = false;
  for (const one of earlier) {
    const { title, years } = saidThen(rule, one.area);
    const back = scaledOf(one.year.yearsBack, scaleOf(view, rule.field)) ?? one.year.yearsBack;
    const year = scaledOf(1, scaleOf(view, rule.field)) ?? 1;
    const text = (figure: number): string => figureText(view, rule.field, figure);
    const answer = typeof title === 'string' ? answerText(view, rule.title, title) : '';
    if (typeof title === 'string' && rule.lost.includes(title)) {
      if (place.now > back)
        yield breach('plausibility/years-without-title', rule, view, place, one, rule.title, {
          title: answer,
          most: text(back),
        });
      return;
    }
    if (typeof years === 'number') {
      const awardedBoth =
        place.awarded && typeof title === 'string' && rule.held.includes(title) && one.year.yearsBack === 1;
      const facts = { before: text(years), title: answer };
      if (place.now > years + back)
        yield breach('plausibility/years-too-many', rule, view, place, one, rule.field, {
          ...facts,
          most: text(years + back),
        });
      else if (awardedBoth && place.now < years + year)
        yield breach('plausibility/years-too-few', rule, view, place, one, rule.field, {
          ...facts,
          expected: text(years + year),
        });
      if (place.now !== years + back) return;
    }
    known ||= years !== undefined || (typeof title === 'string' && rule.held.includes(title));
  }
  if (!known) yield NOT_EVALUATED;
}

/**
 * What an area carries over: its own title and years; of several areas it was made of the title only where all held it,
 * and then the fewest years.
 */
export function saidThen(
  rule: Pick<Rule, 'field' | 'title' | 'held' | 'lost'>,
  area: EarlierArea,
): { readonly title?: string; readonly years?: number } {
  const titles = area.map((part) => earlierValue(part, rule.title));
  const years = area.map((part) => earlierValue(part, rule.field));
  const texts = titles.flatMap((title) => (typeof title === 'string' ? [title] : []));
  const lost = texts.find((title) => rule.lost.includes(title));
  const title =
    lost ??
    (texts.length === area.length ? (texts.find((one) => !rule.held.includes(one)) ?? texts[0]) : undefined);
  const numbers = years.flatMap((number) => (typeof number === 'number' ? [number] : []));
  return {
    ...defined({ title }),
    ...(numbers.length === area.length ? { years: smallest(numbers) } : {}),
  };
}

/** The part that decides: the one that lost the title, else the one with the fewest years. */
function decidingPart(rule: Rule, area: EarlierArea): EarlierRow {
  const lost = area.find((part) => {
    const title = earlierValue(part, rule.title);
    return typeof title === 'string' && rule.lost.includes(title);
  });
  if (lost !== undefined) return lost;
  return area.reduce((least, part) => {
    const [one, other] = [earlierValue(part, rule.field), earlierValue(least, rule.field)];
    return typeof one === 'number' && typeof other === 'number' && one < other ? part : least;
  });
}

type Facts = Readonly<Partial<Record<'before' | 'title' | 'most' | 'expected', string>>>;

function breach(
  code: 'plausibility/years-without-title' | 'plausibility/years-too-many' | 'plausibility/years-too-few',
  rule: Rule,
  view: UnitView,
  { table, column, row, now }: Place,
  earlier: Earlier,
  field: string,
  { before = '', title = '', most = '', expected = '' }: Facts,
): Outcome {
  const { year, area } = earlier;
  const parts = area.map(({ table: then, index }) => nameThen(view, then, index)).join(', ');
  return ruleFinding(
    area.length > 1 ? 'plausibility/years-of-merged' : code,
    rule,
    view,
    {
      row: rowLabel(view, table, row),
      field: labelOf(view, rule.field),
      now: figureText(view, rule.field, now),
      period: year.period,
      before,
      title,
      most,
      expected,
      parts,
      count: area.length,
      least: before === '' ? `“${title}”` : before,
      limit: expected === '' ? `nhiều nhất là ${most}` : `là ${expected}`,
    },
    {
      at: figurePlace(table, column, row),
      form: table.form,
      row: { table, index: row },
      fields: [rule.field],
      related: [earlierCell(decidingPart(rule, area), field)],
      actual: figureText(view, rule.field, now),
      expected: [before === '' ? title : before],
      ...softenedBy(year, view),
    },
  );
}

/** How an area of then is called. */
function nameThen(view: UnitView, { form, rows }: EarlierRow['table'], index: number): string {
  const [nameField = ''] = view.context.rules.forms.get(form)?.rowKey ?? [];
  const name = rows.columns[nameField]?.values[index];
  return `“${typeof name === 'string' ? name : String(rows.sheetRows[index] ?? '')}”`;
}
