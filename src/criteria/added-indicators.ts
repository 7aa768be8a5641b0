/** What sets of the locality add to the law they extend, and where on the forms it belongs: the report finds its topic by that. */
import type { CriteriaSet, FieldDefinition, IndicatorDefinition, IndicatorRecord } from '../model.js';
import type { Term } from '../model/criteria/indicator.js';
import { defined } from '../values/defined.js';
import { indicatorReferences } from './references.js';
import { indicatorsOf } from './set-queries.js';

type Added = NonNullable<IndicatorRecord['added']>;

/**
 * Indicators that the farthest set for the same years has not: its text stands in the report word for word, theirs
 * does not. A set that stands by itself, or is for other years than what it borrows from, adds nothing; forms of the
 * office's own add to it.
 */
export function addedIndicators(set: CriteriaSet): ReadonlyMap<string, Added> {
  const base = set.ancestors?.at(-1) ?? set.own?.base;
  if (base === undefined) return new Map();
  const known = new Set(indicatorsOf(base).map(({ id }) => id));
  return new Map(
    indicatorsOf(set).flatMap((indicator) =>
      known.has(indicator.id) ? [] : [[indicator.id, placeOf(indicator, set)] as const],
    ),
  );
}

function placeOf(indicator: IndicatorDefinition, set: CriteriaSet): Added {
  const references = indicatorReferences(indicator).filter(({ path: [side] }) => side === 'numerator');
  const named = references.flatMap(({ to, id }): readonly Pick<FieldDefinition, 'form' | 'group'>[] =>
    to === 'form' ? [{ form: id }] : set.fields.filter((field) => field.id === id),
  );
  const found = named.find(({ group }) => group !== undefined) ?? named[0];
  return defined({
    topic: indicator.topic,
    form: found?.form,
    group: found?.group,
    count: indicator.denominator === undefined ? undefined : wholeCount(indicator.numerator),
  });
}

/** The indicator that counts the same without any base; none for a part of a field, or several of them. */
function wholeCount(term: Term): string | undefined {
  if ('where' in term) return undefined;
  if ('sum' in term) return typeof term.sum === 'string' ? term.sum : undefined;
  const [answer, ...more] = 'in' in term ? term.in : [];
  if (answer === undefined || more.length > 0) return undefined;
  if ('count' in term) return `${term.count}:${answer}`;
  return 'field' in term ? `${term.field}:${answer}` : undefined;
}
