/**
 * Answers that a commune wrote into the boxes of the reply sheet: the box stands directly left of the finding's id.
 * A box with a figure in it is no reason; the figure belongs into the form.
 */
import { finding } from '../findings/finding.js';
import type { Finding, RawCell, RawFile, ReasonGiven } from '../model.js';
import { cellAddress } from '../values/cell-address.js';
import { isReplySheet } from '../model/reply-sheet-mark.js';
import { cleanText } from '../values/vietnamese-text.js';

const FINDING_ID = /^[0-9a-v]{10}$/u;

/** What the boxes say; of a workbook that was returned twice, those of the later sheet. */
export function givenReasons({ source, sheets }: RawFile): {
  readonly reasons: readonly ReasonGiven[];
  readonly findings: readonly Finding[];
} {
  const sheet = sheets.findLast(isReplySheet);
  const reasons: ReasonGiven[] = [];
  const findings: Finding[] = [];
  if (sheet === undefined) return { reasons, findings };
  const cells = new Map(sheet.cells.map((cell) => [cellAddress(cell.row, cell.column), cell]));
  for (const { row, column, raw } of sheet.cells) {
    if (!FINDING_ID.test(raw) || column < 2) continue;
    const cell = cellAddress(row, column - 1);
    const box = cells.get(cell);
    const reason = box === undefined ? '' : cleanText(box.raw);
    if (box === undefined || reason === '') continue;
    const at = { file: source.path, sheet: sheet.name, cell };
    if (isReason(box, reason)) reasons.push({ id: raw, reason, at });
    else findings.push(finding('reply/reason-not-words', at, { text: reason }));
  }
  return { reasons, findings };
}

const isReason = ({ kind }: RawCell, text: string): boolean => kind === 'text' && /\p{L}{2}/u.test(text);
