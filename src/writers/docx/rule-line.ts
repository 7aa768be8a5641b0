/** The rules under agency, tiêu ngữ and trích yếu: an almost empty line with a top border, indented to its length. */
import { AlignmentType, BorderStyle, LineRuleType, Paragraph } from 'docx';
import { COLOUR, RULES, pointsToTwips } from '../decree30-layout.js';
import { textWidth } from '../text-width.js';
import { balancedWidth } from './balanced-lines.js';

/**
 * A rule as long as `share` of the text above it, centred in `width` twips. Text longer than the column wraps; the rule
 * then follows the length of its lines.
 */
export function ruleUnder(text: string, points: number, width: number, share: number): Paragraph {
  const line = Math.min(
    pointsToTwips(textWidth(text, points, true)),
    balancedWidth(text, points, true, width),
  );
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
