/** A reminder for one unit, ready to paste into a message: what exactly it still owes, and until when. */
import { formatDate } from '../../values/number-format.js';
import type { DatedStatus, Debt, Finding, SenderStatus } from '../../model.js';
import type { Prose } from '../prose/prose.js';
import { listed } from '../prose/vietnamese-list.js';
import type { Say } from '../wording/wording.js';
import { senderHint } from './sender-hint.js';
import { deadlineWords, placeWords, unitInSentence } from './timing-words.js';
import { upperFirst } from '../../values/vietnamese-text.js';

/** A message is read on a telephone; the reply sheet has the rest. */
const SHOWN = 8;

/** Undefined for a sender that owes nothing. */
export function reminderText(
  prose: Prose,
  sender: SenderStatus,
  status: Pick<DatedStatus, 'asOf'>,
  issuer: string,
  until?: string,
): string | undefined {
  const { debts, state, timing } = sender;
  if (debts.length === 0) return undefined;
  const { say } = prose;
  const opening =
    sender.agency !== undefined && state === 'notSent'
      ? 'agency'
      : state === 'notSent' || state === 'documentOnly'
        ? state
        : 'sent';
  const lines = debts.flatMap((debt) => debtLine(prose, debt) ?? []);
  const shown = lines.slice(0, SHOWN);
  const more = lines.length - shown.length;
  const overdue = timing.daysLeft !== undefined && timing.daysLeft < 0;
  const deadline = deadlineWords(timing.deadline);
  const wanted = deadlineWords(until);
  const late = { deadline, days: String(-(timing.daysLeft ?? 0)), until: wanted };
  const closing = overdue
    ? say(opening === 'sent' ? 'reminder.again' : 'reminder.overdue', late)
    : wanted !== '' || deadline !== ''
      ? say('reminder.until', { deadline: wanted === '' ? deadline : wanted })
      : say('reminder.noDeadline', {});
  return [
    say(`reminder.opening.${opening}`, {
      unit: sender.name,
      unitInside: sender.agency ?? unitInSentence(sender.name),
      addressee: sender.agency ?? say('reminder.addressee', { unitInside: unitInSentence(sender.name) }),
      asOf: formatDate(status.asOf),
      office: upperFirst(issuer),
    }),
    ...shown.map((line, index) => `${index + 1}. ${line}`),
    ...(more > 0 ? [say('reminder.more', { count: String(more) })] : []),
    closing,
  ].join('\n');
}

/** Nothing where the opening says it all. */
function debtLine({ say }: Pick<Prose, 'say'>, debt: Debt): string | undefined {
  switch (debt.kind) {
    case 'everything':
      return debt.sheets === undefined
        ? undefined
        : say('reminder.everything', { forms: listed(debt.sheets) });
    case 'form':
      return say('reminder.form', { form: debt.sheet });
    case 'correction':
    case 'completion':
    case 'confirmation':
      return say(`reminder.${debt.kind}`, findingData(say, debt.finding));
  }
}

const findingData = (say: Say, one: Finding) => ({
  place: placeWords(one.at),
  message: one.message,
  hint: senderHint(say, one),
});
