/** repeated: a block of figures identical to the previous period's, or to another unit's of the same run. */
import { z } from 'zod';
import type { Admitted, FigureTable, RuleOf } from '../../model.js';
import { anyFields } from '../../model/criteria/references.js';
import { NOT_EVALUATED, type Outcome } from '../outcome.js';
import { ruleFinding, softenedBy } from '../rule-finding.js';
import type { RuleModule } from '../rule-module.js';
import { labelOf } from '../scaled.js';
import { unitFigure, usable } from '../unit-figure.js';
import { framesOf, unitLabel, type UnitView } from '../unit-view.js';
import { groupBy } from '../../values/groups.js';
import { figurePlace } from '../../values/cell-address.js';

const shape = z
  .strictObject({
    fields: anyFields.describe('Các chỉ tiêu của khối số liệu.'),
    against: z
      .enum(['previous', 'units'])
      .describe('So với: previous là kỳ trước của chính đơn vị; units là các đơn vị khác cùng kỳ.'),
    minRows: z.int().min(1).describe('Chỉ xét khối có ít nhất số dòng này.'),
  })
  .describe('Cả khối số liệu giống hệt kỳ trước hoặc giống hệt một đơn vị khác.');

declare module '../../model/criteria/rule.js' {
  interface RuleShapes {
    readonly repeated: Admitted<typeof shape>;
  }
}

export const repeated: RuleModule<'repeated'> = { shape, within, across };

/** Against the unit's own previous totals; rows of the previous period are not kept for it. */
function* within(rule: RuleOf<'repeated'>, view: UnitView): Iterable<Outcome> {
  if (rule.against !== 'previous') return;
  const previous = view.context.previous?.get(view.submission.unit);
  const figures = rule.fields.map((field) => unitFigure(view, field));
  const [first] = figures;
  if (previous === undefined || first === undefined || blockSize(rule, view) < rule.minRows) {
    yield NOT_EVALUATED;
    return;
  }
  let anything = false;
  for (const [index, field] of rule.fields.entries()) {
    const now = usable(figures[index], 'skip');
    const before = previous.totals.get(field);
    if (now === undefined || before === undefined) {
      yield NOT_EVALUATED;
      return;
    }
    if (now !== before) return;
    if (now !== 0) anything = true;
  }
  if (!anything) return;
  yield ruleFinding(
    'plausibility/repeated-previous',
    rule,
    view,
    { fields: fieldNames(rule, view), count: rule.fields.length, period: previous.period },
    {
      at: first.at,
      form: first.form,
      fields: rule.fields,
      related: figures.slice(1).flatMap((figure) => figure?.at ?? []),
      ...softenedBy(previous, view),
    },
  );
}

/** Whole columns of two units that agree in every row; each unit is told of the others. */
function* across(rule: RuleOf<'repeated'>, views: readonly UnitView[]): Iterable<Outcome> {
  if (rule.against !== 'units') return;
  // Units whose sums differ cannot be twins: only the others are compared cell by cell.
  for (const [sums, group] of groupBy(views, (view) => sumsOf(rule, view) ?? null)) {
    if (group.length < 2 && sums !== null) continue;
    const twins = groupBy(group, (view) => blockOf(rule, view) ?? null);
    for (const [block, same] of twins) {
      for (const view of same) {
        if (block === null) yield NOT_EVALUATED;
        else if (block !== '' && same.length > 1) yield sameAsOthers(rule, view, same);
      }
    }
  }
}

/** Undefined where a figure is not usable, so that incomplete blocks are still counted as such. */
function sumsOf(rule: RuleOf<'repeated'>, view: UnitView): string | undefined {
  const sums = rule.fields.map((field) => usable(unitFigure(view, field), 'zero'));
  return sums.includes(undefined) ? undefined : sums.join(' ');
}

function sameAsOthers(rule: RuleOf<'repeated'>, view: UnitView, group: readonly UnitView[]): Outcome {
  const others = group.filter((other) => other !== view);
  const place = firstCell(rule, view);
  return ruleFinding(
    'plausibility/repeated-unit',
    rule,
    view,
    {
      unit: unitLabel(view),
      others: others.map(unitLabel).join(', '),
      fields: fieldNames(rule, view),
      rows: place?.table.rowCount ?? 0,
    },
    {
      at: place?.at ?? { file: '' },
      form: place?.table.form ?? '',
      fields: rule.fields,
      related: others.flatMap((other) => firstCell(rule, other)?.at ?? []),
    },
  );
}

const fieldNames = (rule: RuleOf<'repeated'>, view: UnitView): string =>
  rule.fields.map((field) => `“${labelOf(view, field)}”`).join(', ');

function firstCell(rule: RuleOf<'repeated'>, view: UnitView) {
  const [frame] = framesOf(view, rule.fields);
  const column = frame?.columns[0];
  return frame === undefined || column === undefined
    ? undefined
    : { table: frame.table, at: figurePlace(frame.table, column, 0) };
}

/** Rows of a table, or figures of a list: what `minRows` counts. */
function blockSize(rule: RuleOf<'repeated'>, view: UnitView): number {
  const [frame] = framesOf(view, rule.fields);
  return frame === undefined ? rule.fields.length : cellsDown(frame.table, rule);
}

const cellsDown = (table: FigureTable, rule: RuleOf<'repeated'>): number =>
  table.rowCount > 1 ? table.rowCount : Math.max(table.rowCount, rule.fields.length);

/** The block as one text; empty when it is too small or all zero to tell anything, undefined when incomplete. */
function blockOf(rule: RuleOf<'repeated'>, view: UnitView): string | undefined {
  const [frame] = framesOf(view, rule.fields);
  if (frame === undefined) return undefined;
  const { table, columns } = frame;
  if (cellsDown(table, rule) < rule.minRows) return '';
  const cells: string[] = [];
  let anything = false;
  for (let row = 0; row < table.rowCount; row += 1) {
    for (const column of columns) {
      const state = column.states[row];
      if (state !== 'value' && state !== 'notApplicable') return undefined;
      const number = state === 'value' ? (column.numbers[row] ?? Number.NaN) : Number.NaN;
      if (number > 0) anything = true;
      cells.push(state === 'value' ? String(number) : 'x');
    }
  }
  return anything ? cells.join(' ') : '';
}
