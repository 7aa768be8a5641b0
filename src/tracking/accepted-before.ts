/**
 * What was accepted as true a year before, brought to mind again where the same unit's same figures are in question
 * this year: an acceptance holds for one period, its reason may hold still.
 */
import { finding } from '../findings/finding.js';
import type { Finding, Period, ResultsDocument } from '../model.js';
import { formatDate } from '../values/number-format.js';
import { defined } from '../values/defined.js';

/** One reminder for each acceptance of the year before that touches an open finding of today. */
export function acceptedBefore(
  findings: readonly Finding[],
  previous: readonly { readonly results: ResultsDocument }[],
  { year, kind }: Period,
): readonly Finding[] {
  const before = previous.find(({ results: { period } }) => period.year === year - 1 && period.kind === kind);
  if (before === undefined) return [];
  const { period, findings: earlier } = before.results;
  const open = findings.filter(
    (one) => one.accepted === undefined && one.severity !== 'info' && one.trial !== true,
  );
  const reminders = new Map<string, Finding>();
  for (const { accepted, ...old } of earlier) {
    const now = accepted === undefined ? undefined : open.find((one) => sameMatter(old, one));
    if (accepted === undefined || now === undefined) continue;
    const { unit = '', form, rowKey, fields } = now;
    const { reason, person, date } = accepted;
    const made = finding(
      'accepted/last-year',
      now.at,
      { period: period.id, number: old.number, reason, person, date: formatDate(date), id: now.id },
      {
        unit,
        ...defined({ form, rowKey, fields }),
      },
    );
    if (!reminders.has(made.id)) reminders.set(made.id, made);
  }
  return [...reminders.values()];
}

/** The same unit, and the same row and a figure in common; without figures the same kind of finding. */
function sameMatter(old: Finding, now: Finding): boolean {
  if (old.unit === undefined || old.unit !== now.unit || old.rowKey !== now.rowKey) return false;
  const fields = old.fields ?? [];
  return fields.length === 0
    ? old.code === now.code
    : now.fields?.some((field) => fields.includes(field)) === true;
}
