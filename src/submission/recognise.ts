/**
 * A file becomes parts: which forms, of which unit and period, with their figures. A file with no part of ours is one
 * unattributed part; a file the office has decided not to use is one skipped part,
 * as is a reply sheet that came back alone.
 */
import { finding } from '../findings/finding.js';
import type { Part, RawFile } from '../model.js';
import { isReplySheet } from '../model/reply-sheet-mark.js';
import { nearForm } from './layout/near-form.js';
import { recogniseCsv } from './recognise-csv.js';
import { recogniseWorkbook } from './recognise-workbook.js';
import { isOwnOutput } from './own-output.js';
import { partOf, type Recognition, type RecognitionContext } from './recognition.js';

export type { Recognition, RecognitionContext } from './recognition.js';

/** Every part of the file with a state. */
export function recogniseFile(file: RawFile, context: RecognitionContext): Recognition {
  const at = { file: file.source.path };
  const whole = context.settlements.filter(
    ({ sha256, form, sheet }) => sha256 === file.source.sha256 && form === undefined && sheet === undefined,
  );
  const notUsed = whole.find(({ use }) => use === false);
  if (notUsed !== undefined && (notUsed.unit === undefined || file.format !== 'csv')) {
    return {
      parts: leftOut(file, context),
      findings: [finding('submission/not-used', at, { decision: 'use: false' })],
    };
  }
  if (isOwnOutput(file)) {
    return {
      parts: [partOf(file, { sheet: '', state: 'skipped' })],
      findings: [finding('lower/own-output', at, {})],
    };
  }
  const recognised = formsIn(file, context);
  // Answers to questions are read when replies are made; they hold no figures.
  if (recognised === undefined && file.sheets.some(isReplySheet))
    return {
      parts: [partOf(file, { sheet: '', state: 'skipped' })],
      findings: [finding('reply/sheet-alone', at, {})],
    };
  return (
    recognised ?? {
      parts: [partOf(file, { sheet: '', state: 'unattributed' })],
      findings: [finding('layout/no-form', at, { set: context.set.id, near: nearForm(file, context.set) })],
    }
  );
}

/** A form saved as CSV keeps its titles and headers: it is read like the sheet it was. */
const formsIn = (file: RawFile, context: RecognitionContext): Recognition | undefined =>
  (file.format === 'csv' ? recogniseCsv(file, context) : undefined) ?? recogniseWorkbook(file, context);

/** The forms of a file that the office does not use: they came, so nobody is asked to send them. */
function leftOut(file: RawFile, context: RecognitionContext): readonly Part[] {
  const settlements = context.settlements.filter(({ sha256 }) => sha256 !== file.source.sha256);
  const parts = formsIn(file, { ...context, settlements })?.parts ?? [];
  const known = parts.flatMap(({ sheet, form, unit }) =>
    unit === undefined || form === undefined ? [] : [partOf(file, { sheet, form, unit, state: 'skipped' })],
  );
  return known.length > 0 ? known : [partOf(file, { sheet: '', state: 'skipped' })];
}
