/** Totals that a unit gave in part: what is there is told, what is blank is asked for. */
import { finding } from '../findings/finding.js';
import type { Finding, IndicatorDefinition, SourceRef, ValidatedSubmission } from '../model.js';
import { figurePlace, placeIn } from '../values/cell-address.js';
import { placesOf, type IndexedSet } from './indexed-set.js';
import { evaluateTerm } from './unit-terms.js';

interface LackingTotal {
  readonly label: string;
  readonly given: readonly Addend[];
  readonly blank: readonly Addend[];
}

/** What a total is the sum of. */
interface Addend {
  readonly id: string;
  readonly label: string;
}

/** One finding for what was left blank of a total whose other parts were given; of nested totals for the widest. */
export function* totalFindings(
  submission: ValidatedSubmission,
  indicators: readonly IndicatorDefinition[],
  set: IndexedSet,
  unitName: string,
): Iterable<Finding> {
  const byBlank = new Map<string, LackingTotal>();
  for (const indicator of indicators) {
    const total = lackingTotal(submission, indicator, set);
    if (total === undefined) continue;
    const key = total.blank.map(({ id }) => id).join();
    const known = byBlank.get(key);
    if (known === undefined || known.given.length < total.given.length) byBlank.set(key, total);
  }
  for (const { label, given, blank } of byBlank.values())
    yield finding(
      'unit/total-lacks-part',
      placeOf(blank[0]?.id ?? '', submission, set),
      { unit: unitName, total: label, missing: quoted(blank), given: quoted(given) },
      { unit: submission.unit, period: submission.period, fields: blank.map(({ id }) => id) },
    );
}

function lackingTotal(
  submission: ValidatedSubmission,
  { label, numerator, denominator }: IndicatorDefinition,
  set: IndexedSet,
): LackingTotal | undefined {
  if (denominator !== undefined || !('sum' in numerator) || typeof numerator.sum === 'string')
    return undefined;
  const parts = numerator.sum.map((id) => ({
    id,
    label: set.fields.get(id)?.label ?? id,
    found: evaluateTerm({ sum: id }, submission, set),
  }));
  const given = parts.filter(({ found }) => found.kind === 'value' && found.value > 0);
  const blank = parts.filter(({ found }) => found.kind === 'none' && found.why === 'missing');
  return given.length === 0 || blank.length === 0 ? undefined : { label, given, blank };
}

const quoted = (addends: readonly Addend[]): string => addends.map(({ label }) => `“${label}”`).join(', ');

/** The blank cell; where the form has none, the file that the unit's other figures come from. */
function placeOf(field: string, submission: ValidatedSubmission, set: IndexedSet): SourceRef {
  const [place] = placesOf(field, submission, set);
  if (place !== undefined) {
    const { table, column } = place;
    return figurePlace(table, column, 0);
  }
  const form = set.fields.get(field)?.form;
  const table = form === undefined ? undefined : submission.tables.get(form);
  return table === undefined ? { file: '' } : placeIn(table.file, table.sheet, undefined);
}
