/** What forms of the office's own say of the year before and of the plan, against our own results and targets. */
import { finding } from '../findings/finding.js';
import type {
  BesideFigure,
  CriteriaSet,
  CrosswalkStep,
  FigureTable,
  Finding,
  Period,
  ResultsDocument,
  Target,
  UnitSubmission,
  UnitVersion,
} from '../model.js';
import { unitName } from '../units/names/unit-name.js';
import { inner } from '../values/inner-quotes.js';
import { placeIn } from '../values/cell-address.js';
import { formatScaled } from '../values/number-format.js';
import { nearestTarget } from './assess-targets.js';
import { lastYearOf } from './last-year.js';

export interface StatedAgainst {
  readonly set: CriteriaSet;
  readonly period: Period;
  readonly documents: readonly { readonly results: ResultsDocument }[];
  readonly steps: readonly CrosswalkStep[];
  readonly targets: readonly Target[];
  readonly unitOf: (code: string) => UnitVersion | undefined;
}

/** A question where a form says another figure of last year than was added up, a remark where it says another plan. */
export function* besideStated(
  submissions: Iterable<UnitSubmission>,
  against: StatedAgainst,
): Iterable<Finding> {
  for (const { unit: code, tables } of submissions) {
    const unit = against.unitOf(code);
    if (unit === undefined) continue;
    for (const table of tables.values())
      for (const said of table.beside ?? []) yield* differing(said, table, unit, against);
  }
}

function* differing(
  { field: id, role, number, cell }: BesideFigure,
  table: FigureTable,
  unit: UnitVersion,
  against: StatedAgainst,
): Iterable<Finding> {
  const field = against.set.fields.find((one) => one.id === id);
  if (field === undefined) return;
  const { period } = against;
  const known = role === 'lastYear' ? lastYears(id, unit, against) : planned(id, unit, field.scale, against);
  if (known === undefined || known === number) return;
  const about = {
    field: inner(field.label),
    stated: formatScaled(number, field.scale),
    known: formatScaled(known, field.scale),
    unit: unitName(unit),
  };
  const at = placeIn(table.file, table.sheet, cell);
  const subject = { unit: unit.code, period: period.id, form: table.form, fields: [id] };
  yield role === 'lastYear'
    ? finding('own-form/last-year-differs', at, { ...about, year: period.year - 1 }, subject)
    : finding('own-form/plan-differs', at, about, subject);
}

/** Whole figures alone: of one that lacks something the form may say more. */
function lastYears(
  id: string,
  { code }: UnitVersion,
  { documents, period, steps }: StatedAgainst,
): number | undefined {
  const measure = lastYearOf(code, documents, period, steps)?.measures[code]?.[id];
  if (measure === undefined || measure.state !== undefined || measure.d !== undefined) return undefined;
  return measure.reported > 0 && measure.reported === measure.expected ? measure.n : undefined;
}

function planned(
  id: string,
  unit: UnitVersion,
  scale: number,
  { targets, period }: StatedAgainst,
): number | undefined {
  const target = nearestTarget(unit, id, targets, period);
  return target?.kind === 'count' ? Math.round(Number(target.value) * 10 ** scale) : undefined;
}
