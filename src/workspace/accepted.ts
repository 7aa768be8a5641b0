/** Admits accepted.csv: findings the office vouches for, each with reason, person and date. */
import type { Acceptance, DelimitedTable } from '../model.js';
import { finding } from '../findings/finding.js';
import { formatDate } from '../values/number-format.js';
import { parseDay } from '../values/calendar-day.js';
import { admitLines, type Admitted, type CsvLine } from './csv-lines.js';

type Column = 'id' | 'value' | 'reason' | 'person' | 'date' | 'until';

/** All lines of accepted.csv, or what is wrong with them. A missing unit has no value, so `value` may be blank. */
export function admitAccepted(table: DelimitedTable): Admitted<Acceptance> {
  return admitLines<Column, Acceptance>(
    table,
    { required: ['id', 'value', 'reason', 'person', 'date'], optional: ['until'] },
    admitAcceptance,
    // The list is only added to: a later line may accept the changed value, or for longer.
    ({ id, value, until = '' }) => [id, value, until].filter((part) => part !== '').join(', '),
  );
}

function admitAcceptance(line: CsvLine<Column>): Acceptance | undefined {
  const id = line.required('id');
  const value = line.optional('value') ?? '';
  const reason = line.required('reason');
  const person = line.required('person');
  const date = line.parsed('date', line.required('date'), parseDay, 'configuration/csv-not-a-date');
  const until = line.parsed('until', line.optional('until'), parseDay, 'configuration/csv-not-a-date');
  if (date !== undefined && until !== undefined && until < date) {
    const days = { laterDate: formatDate(until), earlierDate: formatDate(date) };
    const at = line.at('until');
    line.findings.push(finding('configuration/date-order', at, { later: 'until', earlier: 'date', ...days }));
  }
  if (id === undefined || reason === undefined || person === undefined || date === undefined)
    return undefined;
  const what = { id, value, reason, person, date };
  return until === undefined ? what : { ...what, until };
}
