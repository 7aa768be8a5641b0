/**
 * The reply sheet as rows of texts: required corrections, questions with a box for the reason, what was accepted,
 * and the comparison with the submission before. The finding's id stands directly right of its box.
 */
import { isAcceptable } from '../../findings/acceptance.js';
import type { Finding, Reply, ReplyGrid, ReplyRow, ResubmissionComparison } from '../../model.js';
import type { Prose } from '../prose/prose.js';
import type { Say } from '../wording/wording.js';
import { senderHint } from './sender-hint.js';
import { placeWords } from './timing-words.js';

/** Ordinal, place, message, what to do, value, reason, id. */
const WIDTHS = [5, 18, 46, 34, 16, 36, 13] as const;
const REASON = 5;
const SHOWN_CHANGES = 50;

/** `alone`: in a workbook of its own, because the commune's could not be marked. */
export function replyGrid(prose: Prose, reply: Reply, alone: boolean, reasons: Reasons): ReplyGrid {
  const { say } = prose;
  const text = (id: string, data = {}): ReplyRow => ({ style: 'text', cells: [say(id, data)] });
  return {
    sheetName: say('sheet.name', {}),
    widths: WIDTHS,
    rows: [
      { style: 'title', cells: [say('sheet.title', {})] },
      text('sheet.about', { unit: reply.name }),
      text(alone ? 'sheet.guideAlone' : 'sheet.guide'),
      text('sheet.reason'),
      text(alone ? 'sheet.againAlone' : 'sheet.again'),
      ...(reply.comparison === undefined ? [] : [text('sheet.replaces')]),
      ...section(prose, 'corrections', [...reply.corrections, ...reply.gaps], 'open', reasons),
      ...section(prose, 'questions', reply.questions, 'open', reasons),
      ...section(prose, 'accepted', reply.accepted, 'accepted'),
      ...(reply.comparison === undefined ? [] : comparisonRows(prose, reply.comparison)),
    ],
  };
}

type Kind = 'open' | 'accepted';
/** Id of a finding → what the commune wrote into its box. */
export type Reasons = ReadonlyMap<string, string>;

function section(
  { say }: Prose,
  id: 'corrections' | 'questions' | 'accepted',
  findings: readonly Finding[],
  kind: Kind,
  reasons: Reasons = new Map(),
): readonly ReplyRow[] {
  const heading: ReplyRow = {
    style: 'heading',
    cells: [say(`sheet.${id}`, { count: String(findings.length) })],
  };
  const empty: ReplyRow = { style: 'text', cells: [''] };
  if (findings.length === 0) return [empty, heading, { style: 'text', cells: [say('sheet.none', {})] }];
  const reason = kind === 'accepted' ? 'acceptedReason' : 'reason';
  const columns = ['ordinal', 'place', 'message', 'hint', 'value', reason, 'id'];
  return [
    empty,
    heading,
    { style: 'header', cells: columns.map((column) => say(`sheet.column.${column}`, {})) },
    ...findings.map((one, index) => findingRow(say, one, index, kind, reasons)),
  ];
}

/** A reason that waits for the office's word stands in its box again; a reason helps only where the figure may be right; what cannot be read has no box. */
function findingRow(say: Say, one: Finding, index: number, kind: Kind, reasons: Reasons): ReplyRow {
  // What was accepted is not to be corrected any more.
  const todo = kind === 'accepted' ? '' : senderHint(say, one);
  const cells = [String(index + 1), placeWords(one.at), one.message, todo, one.actual ?? ''];
  if (kind === 'accepted') return { style: 'line', cells: [...cells, one.accepted?.reason ?? '', one.id] };
  return isAcceptable(one)
    ? { style: 'line', cells: [...cells, reasons.get(one.id) ?? '', one.id], input: REASON }
    : { style: 'line', cells: [...cells, '', ''] };
}

function comparisonRows(
  { say }: Prose,
  { corrected, notCorrected, fresh, unasked }: ResubmissionComparison,
): readonly ReplyRow[] {
  const counted = (id: string, count: number): readonly ReplyRow[] =>
    count === 0 ? [] : [{ style: 'text', cells: [say(`comparison.${id}`, { count: String(count) })] }];
  const changes = unasked
    .slice(0, SHOWN_CHANGES)
    .map(({ at, row = '', label, before, after, kind = 'change' }, index): ReplyRow => ({
      style: 'line',
      cells: [String(index + 1), placeWords(at), say(`comparison.${kind}`, { row, label, before, after })],
    }));
  return [
    { style: 'text', cells: [''] },
    { style: 'heading', cells: [say('sheet.comparison', {})] },
    ...counted('corrected', corrected.length),
    ...counted('notCorrected', notCorrected.length),
    ...counted('fresh', fresh.length),
    ...counted('unasked', unasked.length),
    ...changes,
  ];
}
