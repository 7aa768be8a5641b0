/** Fields that may be entered by area or by commune: filled at both places, they must say the same (forms.md, enterAt). */
import type { Finding } from '../model.js';
import { finding } from '../findings/finding.js';
import { NOT_EVALUATED } from './outcome.js';
import { figureText, labelOf } from './scaled.js';
import { twoPlaces } from './total-comparison.js';
import type { UnitView } from './unit-view.js';

export function* placesThatDiffer(view: UnitView): Iterable<Finding> {
  for (const field of view.context.rules.twoPlaces) {
    const comparison = twoPlaces(field.id, view);
    if (comparison === NOT_EVALUATED || comparison.total === comparison.sum) continue;
    const { total, sum, at, related, form } = comparison;
    const text = (number: number): string => figureText(view, field.id, number);
    yield finding(
      'total/two-places-differ',
      at,
      {
        field: labelOf(view, field.id),
        total: text(total),
        sum: text(sum),
        difference: text(Math.abs(total - sum)),
      },
      {
        unit: view.submission.unit,
        period: view.submission.period,
        form,
        fields: [field.id],
        related,
        actual: text(total),
        expected: [text(sum)],
        basis: field.basis,
      },
    );
  }
}
