/** Two official letters of deadline work: one to all units that owe something, one to a unit with what it must correct. */
import { formatDate } from '../../values/number-format.js';
import type { DatedStatus, Finding, Reply, Report, SenderStatus } from '../../model.js';
import type { ReportWording } from '../wording/report-wording.js';
import type { Prose } from '../prose/prose.js';
import { issuerWords, list, officialLetter, paragraph } from './official-letter.js';
import type { Say } from '../wording/wording.js';
import { senderHint } from './sender-hint.js';
import {
  deadlineWords,
  debtWords,
  hasSentFigures,
  placeWords,
  timingWords,
  unitInSentence,
} from './timing-words.js';

/** The collective reminder; undefined when nobody owes anything. `until`: the day the office wants it by. */
export function reminderLetter(
  prose: Prose,
  wording: ReportWording,
  { units, agencies, asOf, deadlines }: DatedStatus,
  until?: string,
): Report | undefined {
  const { say, frame } = prose;
  const owing = (states: readonly SenderStatus['state'][]): readonly SenderStatus[] =>
    units.filter(({ state, debts }) => states.includes(state) && debts.length > 0);
  const groups = [
    ['notSent', owing(['notSent', 'documentOnly'])],
    ['mustCorrect', owing(['mustCorrect'])],
    ['toConfirm', owing(['toConfirm'])],
    ['agencies', agencies.filter(({ state }) => state === 'notSent')],
  ] as const;
  if (groups.every(([, senders]) => senders.length === 0)) return undefined;
  const deadline = deadlineWords(deadlines.commune);
  const owed = groups.flatMap(([, senders]) => senders);
  const ending = (index: number, count: number): string => (index === count - 1 ? '.' : ';');
  return officialLetter(prose, wording, {
    about: say('letter.about.reminder', {}),
    title: say('letter.title.reminder', {}),
    to: [
      ...(groups.slice(0, -1).some(([, senders]) => senders.length > 0)
        ? [say('letter.reminder.to', {})]
        : []),
      ...(agencies.some(({ state }) => state === 'notSent') ? [say('letter.reminder.toAgencies', {})] : []),
    ],
    blocks: [
      paragraph(
        say('letter.reminder.opening', {
          deadline,
          asOf: formatDate(asOf),
          issuer: issuerWords(prose, wording),
          passed: frame.count(units.filter(({ state }) => state === 'passed').length),
          expected: frame.count(units.length),
        }),
      ),
      ...groups.flatMap(([group, senders]) =>
        senders.length === 0
          ? []
          : [
              paragraph(
                say(`letter.reminder.${group}`, {
                  count: frame.count(senders.length),
                  overdue: senders.some(isOverdue),
                }),
              ),
              list(senders.map((sender, index) => reminderItem(say, sender) + ending(index, senders.length))),
            ],
      ),
      paragraph(say('letter.reminder.closing', { deadline: deadlineWords(until ?? commonDeadline(owed)) })),
    ],
  });
}

const reminderItem = (say: Say, sender: SenderStatus): string =>
  say('letter.reminder.item', {
    unit: sender.name,
    owes: debtWords(say, sender),
    timing: hasSentFigures(sender.state) ? '' : timingWords(say, sender.state, sender.timing),
  });

const isOverdue = ({ timing: { daysLeft } }: SenderStatus): boolean => daysLeft !== undefined && daysLeft < 0;

/** The day that holds for all who owe something; none when it is past for one of them, or they have several. */
function commonDeadline(senders: readonly SenderStatus[]): string | undefined {
  if (senders.some(isOverdue)) return undefined;
  const [day, ...others] = new Set(senders.map(({ timing }) => timing.deadline));
  return others.length === 0 ? day : undefined;
}

/** The letter to one unit. `deadline` is the one that holds for it, when it is not past. */
export function replyLetter(
  prose: Prose,
  wording: ReportWording,
  { name, corrections, gaps, questions }: Reply,
  deadline?: string,
): Report {
  const { say, frame } = prose;
  const words = { unit: name, unitInside: unitInSentence(name) };
  const items = (findings: readonly Finding[]) =>
    list(
      findings.map((one) =>
        say('letter.reply.item', {
          place: placeWords(one.at),
          message: one.message,
          hint: senderHint(say, one),
        }),
      ),
    );
  const section = (id: 'corrections' | 'gaps' | 'questions', findings: readonly Finding[]) =>
    findings.length === 0
      ? []
      : [paragraph(say(`letter.reply.${id}`, { count: frame.count(findings.length) })), items(findings)];
  return officialLetter(prose, wording, {
    about: say('letter.about.reply', {}),
    title: say('letter.title.reply', words),
    to: [say('letter.reply.to', words)],
    blocks: [
      paragraph(say('letter.reply.opening', { ...words, issuer: issuerWords(prose, wording) })),
      ...section('corrections', corrections),
      ...section('gaps', gaps),
      ...section('questions', questions),
      paragraph(say('letter.reply.closing', { deadline: deadlineWords(deadline) })),
    ],
  });
}
