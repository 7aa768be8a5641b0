/** Sums of a unit that can no longer be kept exactly: told, because such a figure is left out of every total. */
import type { FieldId, Finding } from '../model.js';
import { finding } from '../findings/finding.js';
import { formatScaled } from '../values/number-format.js';
import { labelOf, scaleOf } from './scaled.js';
import { unitFigure } from './unit-figure.js';
import type { UnitFigure, UnitView } from './unit-view.js';

export function* sumsTooLarge(view: UnitView): Iterable<Finding> {
  const reported = new Set<FieldId>();
  for (const field of view.context.rules.summed) {
    const figure = unitFigure(view, field.id);
    if (figure?.tooLarge !== true) continue;
    reported.add(field.id);
    yield tooLarge(view, [field.id], figure);
  }
  for (const fields of view.context.rules.summedTogether) {
    const figures = fields.map((field) => unitFigure(view, field));
    const sum = figures.reduce((all, figure) => all + BigInt(figure?.value ?? 0), 0n);
    const largest = figures.reduce(
      (most, figure) => ((figure?.value ?? 0) > (most?.value ?? 0) ? figure : most),
      figures[0],
    );
    if (sum <= BigInt(Number.MAX_SAFE_INTEGER) || largest === undefined) continue;
    if (fields.some((field) => reported.has(field))) continue;
    for (const field of fields) reported.add(field);
    yield tooLarge(view, fields, largest);
  }
}

function tooLarge(view: UnitView, fields: readonly FieldId[], { at, form }: UnitFigure): Finding {
  const [first = ''] = fields;
  return finding(
    'total/sum-too-large',
    at,
    {
      field: fields.map((field) => labelOf(view, field)).join('”, “'),
      limit: formatScaled(Number.MAX_SAFE_INTEGER, scaleOf(view, first)),
    },
    { unit: view.submission.unit, period: view.submission.period, form, fields },
  );
}
