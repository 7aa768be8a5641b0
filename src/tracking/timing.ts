/** On time, late or still open, against the deadline that holds for a sender. */
import type { ReceiptDate, SenderStatus, Timing } from '../model.js';
import { daysBetween } from './calendar.js';
import { defined } from '../values/defined.js';

/** The day of the deadline itself is on time. Without a day to count from, only what arrived is judged. */
export function timingOf(
  state: SenderStatus['state'],
  deadline: string | undefined,
  received: ReceiptDate,
  asOf: string | undefined,
): Timing {
  const facts = {
    received,
    ...defined({ deadline }),
    ...(deadline === undefined || asOf === undefined ? {} : { daysLeft: daysBetween(asOf, deadline) }),
  };
  if (deadline === undefined) return { ...facts, punctuality: state === 'notSent' ? 'open' : 'unknown' };
  const arrived = state === 'notSent' ? asOf : received.date;
  if (arrived === undefined) return { ...facts, punctuality: 'unknown' };
  const late = daysBetween(deadline, arrived);
  if (late > 0) return { ...facts, punctuality: 'late', daysLate: late };
  return { ...facts, punctuality: state === 'notSent' ? 'open' : 'onTime' };
}
