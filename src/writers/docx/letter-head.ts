/** Head of the letter, title and addressees: Decree 30/2020/NĐ-CP, Appendix I, II.1 to II.5. */
import { AlignmentType, BorderStyle, HeadingLevel, LineRuleType, Paragraph, type Table } from 'docx';
import type { LetterHead, Report } from '../../model.js';
import {
  COLOUR,
  PARAGRAPH,
  RULES,
  SIZES,
  WORDS,
  headLeft,
  pointsToTwips,
  twips,
} from '../decree30-layout.js';
import { textWidth as widthOf } from '../text-width.js';
import { sideBySide } from './plain-table.js';
import { balancedIndent, balancedWidth } from './balanced-lines.js';
import { STYLE, spacing } from './styles.js';
import { line, textRuns, type RunLook } from './text-runs.js';

const centred = (text: string, look: RunLook, beforePt = 0): Paragraph =>
  line(text, look, { alignment: AlignmentType.CENTER, spacing: spacing(beforePt) });

/** A name of several lines, none much longer than the others. */
const balanced = (
  text: string,
  look: Required<Pick<RunLook, 'points'>> & RunLook,
  width: number,
  beforePt = 0,
): Paragraph =>
  line(text, look, {
    alignment: AlignmentType.CENTER,
    spacing: spacing(beforePt),
    indent: balancedIndent(text, look.points, look.bold === true, width),
  });

/** The two columns over the title; `textWidth` in twips. */
export function letterHead(head: LetterHead, textWidth: number): Table {
  const agency = head.agency.toLocaleUpperCase('vi');
  const left = headLeft(textWidth);
  return sideBySide(
    [
      ...(head.superior === undefined
        ? []
        : [balanced(head.superior.toLocaleUpperCase('vi'), { points: SIZES.agency }, left)]),
      balanced(agency, { points: SIZES.agency, bold: true }, left),
      ruleUnder(agency, SIZES.agency, left, RULES.shareOfText),
      centred(head.number, { points: SIZES.number }, 4),
      // The subject of a letter without name of type stands under its number (II.5).
      ...(head.about === undefined ? [] : [centred(head.about, { points: SIZES.about })]),
    ],
    [
      centred(WORDS.nation, { points: SIZES.nation, bold: true }),
      centred(WORDS.motto, { points: SIZES.motto, bold: true }),
      ruleUnder(WORDS.motto, SIZES.motto, textWidth - left, RULES.mottoShare),
      centred(head.placeAndDate, { points: SIZES.placeAndDate, italic: true }, 4),
    ],
    left,
    textWidth,
  );
}

/** Tên loại, trích yếu with its rule, and "Kính gửi:" when the report goes up; a letter (công văn) has only the last. */
export function titleBlock(
  report: Pick<Report, 'documentType' | 'subject' | 'to'>,
  textWidth: number,
): readonly Paragraph[] {
  if (report.documentType === '') return addressees(report.to, textWidth);
  return [
    new Paragraph({
      heading: HeadingLevel.TITLE,
      children: textRuns(report.documentType.toLocaleUpperCase('vi')),
    }),
    new Paragraph({
      style: STYLE.subject,
      indent: balancedIndent(report.subject, SIZES.title, true, textWidth),
      children: textRuns(report.subject),
    }),
    ruleUnder(report.subject, SIZES.title, textWidth, RULES.shareOfText),
    ...addressees(report.to, textWidth),
  ];
}

/** One addressee stands on the line of "Kính gửi:", several each on a line of their own (II.9). */
function addressees(to: readonly string[], textWidth: number): readonly Paragraph[] {
  const look = { points: SIZES.addressee };
  const [first] = to;
  if (first === undefined) return [];
  if (to.length === 1) return [balanced(`${WORDS.addressee} ${first}`, look, textWidth, 12)];
  const indent = twips(PARAGRAPH.firstLineMm);
  const item = (text: string, index: number): Paragraph =>
    line(`- ${withoutEnd(text)}${index === to.length - 1 ? '.' : ';'}`, look, {
      indent: { left: indent * 3 },
      spacing: spacing(2),
    });
  return [
    line(WORDS.addressee, look, { indent: { left: indent * 2 }, spacing: spacing(12) }),
    ...to.map(item),
  ];
}

/** The list sets its own punctuation. */
export const withoutEnd = (text: string): string =>
  text.replace(/^\s*-\s*/u, '').replace(/(?<![;.\s])[;.\s]+$/u, '');

/**
 * A rule as long as `share` of the text above it, centred in `width` twips. Text longer than the column wraps; the rule
 * then follows the length of its lines.
 */
function ruleUnder(text: string, points: number, width: number, share: number): Paragraph {
  const line = Math.min(pointsToTwips(widthOf(text, points, true)), balancedWidth(text, points, true, width));
  const length = line * share;
  const side = Math.max(0, Math.round((width - length) / 2));
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    indent: { left: side, right: side, firstLine: 0 },
    spacing: {
      before: pointsToTwips(RULES.gapPt),
      after: 0,
      line: pointsToTwips(RULES.heightPt),
      lineRule: LineRuleType.EXACT,
    },
    border: { top: { style: BorderStyle.SINGLE, size: RULES.thickness, space: 1, color: COLOUR } },
    keepNext: true,
  });
}
