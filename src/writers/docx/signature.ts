/** Nơi nhận on the left, authority, post and name on the right (Decree 30/2020/NĐ-CP, Appendix I, II.7 to II.9). */
import { AlignmentType, type Paragraph, type Table } from 'docx';
import type { SignatureBlock } from '../../model.js';
import { SIGNATURE_LEFT, SIGNATURE_ROOM_PT, SIZES, WORDS } from '../decree30-layout.js';
import { withoutEnd } from './letter-head.js';
import { sideBySide } from './plain-table.js';
import { spacing } from './styles.js';
import { line } from './text-runs.js';

export function signature(recipients: readonly string[], block: SignatureBlock, textWidth: number): Table {
  return sideBySide(recipientList(recipients), signer(block), SIGNATURE_LEFT, textWidth);
}

function recipientList(recipients: readonly string[]): readonly Paragraph[] {
  const last = recipients.length - 1;
  return [
    line(
      WORDS.recipients,
      { points: SIZES.recipientsLabel, bold: true, italic: true },
      { spacing: spacing(12), keepNext: true },
    ),
    ...recipients.map((recipient, index) =>
      line(
        `- ${withoutEnd(recipient)}${index === last ? '.' : ';'}`,
        { points: SIZES.recipients },
        { spacing: spacing(0), keepNext: index < last },
      ),
    ),
  ];
}

function signer(block: SignatureBlock): readonly Paragraph[] {
  const bold = { points: SIZES.signature, bold: true };
  const centred = (text: string, beforePt: number): Paragraph =>
    line(text, bold, { alignment: AlignmentType.CENTER, spacing: spacing(beforePt), keepNext: true });
  const posts = [block.authority, block.post, block.onBehalf, block.governmentPost].filter(
    (text) => text !== undefined,
  );
  return [
    ...posts.map((text, index) => centred(text.toLocaleUpperCase('vi'), index === 0 ? 12 : 0)),
    line(block.name, bold, { alignment: AlignmentType.CENTER, spacing: spacing(SIGNATURE_ROOM_PT) }),
  ];
}
