/** What to do, as said to the sender: lines for the office's own files (tdkvh.yaml, lists, commands) are not its to mend. */
import type { Finding } from '../../model.js';
import type { Say } from '../wording/wording.js';

/** Findings whose own hint speaks to the office, and the sentence that the sender gets instead. */
export const REWORDED_HINTS: ReadonlyMap<string, string> = new Map([
  ['layout/no-form', 'senderHint.form'],
  ['submission/unit-unknown', 'senderHint.identity'],
  ['submission/unit-conflict', 'senderHint.identity'],
  ['submission/unit-not-due', 'senderHint.identity'],
  ['submission/unit-ended', 'senderHint.ended'],
  ['submission/changed-ground', 'senderHint.ended'],
  ['submission/part-of-new-unit', 'senderHint.ended'],
  ['submission/period-conflict', 'senderHint.period'],
  ['submission/period-unsaid', 'senderHint.period'],
  ['submission/several-years', 'senderHint.period'],
  ['submission/sheet-of-other-period', 'senderHint.period'],
  ['submission/rivals', 'senderHint.rivals'],
  ['submission/in-parts', 'senderHint.parts'],
  ['submission/form-of-communes', 'senderHint.communes'],
  ['submission/sheet-of-other-unit', 'senderHint.sheet'],
  ['lower/two-documents', 'senderHint.rivals'],
  ['lower/two-sources', 'senderHint.oneSource'],
]);

/** Empty when nothing is to be done. */
export function senderHint(say: Say, { code, hint = '' }: Pick<Finding, 'code' | 'hint'>): string {
  const own = REWORDED_HINTS.get(code);
  return own === undefined ? hint : say(own, {});
}
