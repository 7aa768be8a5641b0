/** State and timing of a sender in words, the same in tables, reminders and letters. */
import { formatDate } from '../../values/number-format.js';
import type { SenderStatus, Timing } from '../../model.js';
import { listed } from '../prose/vietnamese-list.js';
import type { Say } from '../wording/wording.js';
import { lowerFirst } from '../../values/vietnamese-text.js';

/** "Phải sửa". */
export const stateWords = (say: Say, state: SenderStatus['state']): string => say(`state.${state}`, {});

/** "đúng hạn", "muộn 3 ngày", "còn 2 ngày", "quá hạn 4 ngày", "không rõ ngày nhận"; a deadline of its own is named. */
export function timingWords(say: Say, state: SenderStatus['state'], timing: Timing): string {
  const words = plainTiming(say, state, timing);
  return timing.exception === true && timing.deadline !== undefined && words !== ''
    ? say('timing.ownDeadline', { words, deadline: formatDate(timing.deadline) })
    : words;
}

function plainTiming(say: Say, state: SenderStatus['state'], timing: Timing): string {
  const { punctuality, daysLate, daysLeft, deadline } = timing;
  if (deadline === undefined) return say('timing.noDeadline', {});
  const sent = hasSentFigures(state);
  switch (punctuality) {
    case 'onTime':
      return say('timing.onTime', {});
    case 'late':
      return say(sent ? 'timing.late' : 'timing.overdue', { days: String(daysLate ?? '') });
    case 'unknown':
      return sent ? say('timing.unknownDate', {}) : '';
    case 'open':
      return daysLeft === undefined ? '' : daysToWords(say, daysLeft);
  }
}

/** Figures are due; a report in words is none. */
export const hasSentFigures = (state: SenderStatus['state']): boolean =>
  state !== 'notSent' && state !== 'documentOnly';

/** Days from the day counted from to a deadline: the same words wherever they stand. */
export const daysToWords = (say: Say, days: number): string =>
  days > 0
    ? say('timing.open', { days: String(days) })
    : days === 0
      ? say('timing.today', {})
      : say('timing.overdue', { days: String(-days) });

/** "chưa gửi Biểu 02; 3 nội dung phải sửa": all that a sender owes, in one line. */
export function debtWords(say: Say, sender: SenderStatus): string {
  const { debts, state } = sender;
  const count = (kind: 'correction' | 'completion' | 'confirmation'): number =>
    debts.filter((debt) => debt.kind === kind).length;
  const forms = debts.flatMap((debt) => (debt.kind === 'form' ? [debt.sheet] : []));
  const whole = debts.some(({ kind }) => kind === 'everything');
  const unusable =
    state === 'mustCorrect' && sender.submissionNo === undefined && sender.agency === undefined;
  const [corrections, gaps, confirmations] = [
    count('correction'),
    count('completion'),
    count('confirmation'),
  ];
  return [
    ...(whole && !unusable
      ? [say(state === 'documentOnly' ? 'debt.everythingAfterDocument' : 'debt.everything', {})]
      : []),
    ...(unusable ? [say('debt.unusable', {})] : []),
    ...(forms.length === 0 ? [] : [say('debt.forms', { forms: listed(forms) })]),
    ...(corrections === 0 ? [] : [say('debt.corrections', { count: String(corrections) })]),
    ...(gaps === 0 ? [] : [say('debt.completions', { count: String(gaps) })]),
    ...(confirmations === 0 ? [] : [say('debt.confirmations', { count: String(confirmations) })]),
  ].join('; ');
}

/** "Biểu 01, ô D17"; empty for what has no place in a sheet. */
export const placeWords = ({ sheet, cell }: { readonly sheet?: string; readonly cell?: string }): string =>
  [
    ...(sheet === undefined || sheet === '' ? [] : [sheet]),
    ...(cell === undefined ? [] : [`ô ${cell}`]),
  ].join(', ');

/** The deadline as printed, or nothing. */
export const deadlineWords = (deadline: string | undefined): string =>
  deadline === undefined ? '' : formatDate(deadline);

/** "Xã An Bình" inside a sentence: "xã An Bình". */
export const unitInSentence = (name: string): string => lowerFirst(name);
