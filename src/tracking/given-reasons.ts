/**
 * Answers that a commune wrote into the boxes of the reply sheet: the box stands directly left of the finding's id.
 * A box with a figure in it is no reason; the figure belongs into the form.
 */
import { finding } from '../findings/finding.js';
import type { Finding, RawCell, RawFile, RawSheet, ReasonGiven } from '../model.js';
import { cellAddress } from '../cell-address.js';
import { cleanText, foldLabel } from '../vietnamese-text.js';

const FINDING_ID = /^[0-9a-v]{10}$/u;

/** What the boxes say. `sheetName` is the name the reply sheet was given; a later one has a number behind it. */
export function givenReasons(
  { source, sheets }: RawFile,
  sheetName: string,
): { readonly reasons: readonly ReasonGiven[]; readonly findings: readonly Finding[] } {
  const sheet = lastReplySheet(sheets, sheetName);
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

/** A workbook that was returned twice has two; the later one counts. */
function lastReplySheet(sheets: readonly RawSheet[], name: string): RawSheet | undefined {
  const wanted = foldLabel(name);
  return sheets.findLast(({ name: actual }) => {
    const folded = foldLabel(actual);
    return (
      folded === wanted || (folded.startsWith(wanted) && /^ \(\d+\)$/u.test(folded.slice(wanted.length)))
    );
  });
}
