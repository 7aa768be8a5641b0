/** Dates in a criteria set: no two entries for the same thing on the same day, no period that ends before it begins. */
import { finding } from '../findings/finding.js';
import type { Dated, Finding, RuleDefinition, TitleDefinition } from '../model.js';
import type { AdmittedEntry } from './admitted-entry.js';
import type { Reference } from './references.js';
import type { RuleSchema } from './rule-schema.js';
import { defined } from '../values/defined.js';

interface Interval {
  readonly from?: string;
  readonly to?: string;
}

/** Inclusive on both sides; ISO dates compare as text. */
const overlap = (a: Interval, b: Interval): boolean =>
  (a.to === undefined || b.from === undefined || b.from <= a.to) &&
  (b.to === undefined || a.from === undefined || a.from <= b.to);

const reversed = ({ from, to }: Interval): boolean => from !== undefined && to !== undefined && to < from;

/** A field or rule that ends before it begins. */
export function* datedEntryFaults(
  entry: AdmittedEntry<{ readonly validFrom?: string; readonly validTo?: string }>,
): Iterable<Finding> {
  const { validFrom: from, validTo: to } = entry.value;
  if (from !== undefined && to !== undefined && to < from)
    yield finding('criteria/dates-reversed', entry.at('validTo'), { place: entry.name(), from, to });
}

/** Labels and deciders of a title: one at a time. */
export function* datedTitleFaults(title: AdmittedEntry<TitleDefinition>): Iterable<Finding> {
  for (const key of ['labels', 'decidedBy'] as const) {
    const list: readonly Dated[] = title.value[key];
    for (const [index, dated] of list.entries()) {
      if (reversed(dated)) {
        yield finding('criteria/dates-reversed', title.at(key, index), {
          place: title.name(key, index),
          from: dated.from ?? '',
          to: dated.to ?? '',
        });
      }
      const earlier = list.slice(0, index).findIndex((other) => overlap(other, dated));
      if (earlier >= 0) {
        yield finding(
          'criteria/overlapping-dates',
          title.at(key, index),
          { place: title.name(key, index), other: title.name(key, earlier) },
          { related: [title.at(key, earlier)] },
        );
      }
    }
  }
}

const intervalOf = (rule: RuleDefinition): Interval => ({
  ...defined({ from: rule.validFrom, to: rule.validTo }),
});

/** Two rules of one kind on the same fields would report everything twice, unless they hold at different times. */
export function* datedRuleFaults(
  rules: readonly AdmittedEntry<RuleDefinition>[],
  { subjects }: RuleSchema,
): Iterable<Finding> {
  const earlier = new Map<string, AdmittedEntry<RuleDefinition>[]>();
  for (const rule of rules) {
    const interval = intervalOf(rule.value);
    yield* datedEntryFaults(rule);
    const key = signature(rule.value, subjects(rule.value));
    const same = earlier.get(key) ?? [];
    const other = same.find(
      ({ value }) => overlap(intervalOf(value), interval) && sharePeriodKind(value, rule.value),
    );
    if (other !== undefined) {
      yield finding(
        'criteria/overlapping-dates',
        rule.at('id'),
        { place: rule.name(), other: other.name() },
        { related: [other.at('id')] },
      );
    }
    earlier.set(key, [...same, rule]);
  }
}

function signature(rule: RuleDefinition, subjects: readonly Reference[]): string {
  const against = 'against' in rule ? rule.against : '';
  return JSON.stringify([rule.kind, against, subjects.map(({ path, id, answers }) => [path, id, answers])]);
}

const sharePeriodKind = (a: RuleDefinition, b: RuleDefinition): boolean =>
  a.periodKinds === undefined ||
  b.periodKinds === undefined ||
  a.periodKinds.some((kind) => b.periodKinds?.includes(kind));
