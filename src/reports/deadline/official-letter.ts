/** The frame of an official letter (công văn): no name of type, the subject under the number (Decree 30/2020/NĐ-CP, Appendix III, form 1.5). */
import type { Block, Report, ReportSettings, Table } from '../../model.js';
import { writeLetter } from '../letter.js';
import type { ReportWording } from '../wording/report-wording.js';
import type { Prose } from '../prose/prose.js';
import { defined } from '../../values/defined.js';

export interface LetterText {
  /** V/v …, under the number. */
  readonly about: string;
  /** For the document's properties. */
  readonly title: string;
  readonly to: readonly string[];
  readonly blocks: readonly Block[];
  /** An annex with the line that says what it belongs to. */
  readonly annex?: { readonly table: Table; readonly reference: string };
}

/** Number and day are written by hand when the letter is issued: those of the report are not the letter's. */
export function officialLetter(prose: Prose, wording: ReportWording, text: LetterText): Report {
  const { results } = prose.frame;
  const { date } = results.report;
  const letter = writeLetter(
    { ...prose.frame, results: { ...results, report: undated(results.report) } },
    wording.signatures,
  );
  return {
    // The symbol of a letter names the issuer alone, not a type of document.
    head: { ...letter.head, number: letter.head.number.replace('/BC-', '/'), about: text.about },
    documentType: '',
    subject: text.about,
    to: text.to,
    blocks: text.blocks,
    recipients: [prose.say('letter.recipients.first', {}), prose.say('letter.recipients.last', {})],
    signature: letter.signature,
    annexes: text.annex === undefined ? [] : [{ number: '', table: text.annex.table }],
    annexReference: text.annex?.reference ?? '',
    draft: false,
    ...defined({ date }),
    title: text.title,
  };
}

/** The office's names without the number and the day of its report. */
const undated = ({
  outline,
  superior,
  agency,
  signature,
  place,
  to,
  recipients,
  signer,
  annexes,
}: ReportSettings): ReportSettings => ({
  outline,
  signature,
  to,
  recipients,
  annexes,
  ...defined({ superior, agency, place, signer }),
});

/** The issuer inside a sentence: the preset's words, or the configured name. */
export const issuerWords = (prose: Prose, wording: ReportWording): string =>
  writeLetter(prose.frame, wording.signatures).reference.issuer;

export const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] });
export const list = (items: readonly string[]): Block => ({
  kind: 'list',
  ordered: true,
  items: items.map((text) => [{ text }]),
});
