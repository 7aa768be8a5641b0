/** How every sender stands and whom to call first: the same for `status` and for the outputs of `aggregate`. */
import type { FixFirstEntry, ResultsDocument, StatusDocument } from '../../model.js';
import { fixFirst } from '../../tracking/fix-first.js';
import { submissionStatus } from '../../tracking/status.js';
import type { PreparedRun } from '../prepare-run.js';
import { previousResults } from '../previous-period.js';
import { defined } from '../../values/defined.js';

export interface DeadlineWork {
  readonly status: StatusDocument;
  readonly first: readonly FixFirstEntry[];
}

/** `asOf`: the day to count from; outputs that must be the same tomorrow take it from the configuration, or none. */
export function deadlineWork(
  { facts }: PreparedRun,
  results: ResultsDocument,
  asOf: string | undefined,
): DeadlineWork {
  const { config, set, received, units = [], registry } = facts;
  const contacts = new Map(
    (units.length > 0 ? units : registry.units).flatMap(({ code, contact }) =>
      contact === undefined ? [] : [[code, contact] as const],
    ),
  );
  const forms = new Map(set.forms.map((form) => [form.id, form]));
  const previous = previousResults(facts, results.period);
  const agencies = (previous?.memberAgencies ?? []).flatMap(({ name, forms }) =>
    forms.length === 0 ? [] : [name],
  );
  return {
    status: submissionStatus(results, received, config.deadlines, asOf, { contacts, forms, agencies }),
    first: fixFirst(results, set, { contacts, ...defined({ previous }) }),
  };
}

/** The configured day, or the last one on which something was noted as received: never the clock's. */
export const dayOfOutputs = ({
  config: { dataAsOf, report },
  received,
}: PreparedRun['facts']): string | undefined =>
  [...(dataAsOf === undefined ? [report.date ?? ''] : [dataAsOf]), ...received.map(({ date }) => date)]
    .filter((day) => day !== '')
    .sort()
    .at(-1);
