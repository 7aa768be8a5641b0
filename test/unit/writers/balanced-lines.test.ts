/** Centred names over several lines end at the end of a word of several syllables, in a wider font too. */
import { describe, expect, it } from 'vitest';
import { USUAL_PAPER, headLeft, pointsToTwips } from '../../../src/writers/decree30-layout.js';
import { balancedWidth } from '../../../src/writers/docx/balanced-lines.js';
import { textWidth } from '../../../src/writers/text-width.js';

/** Lines as a word processor breaks them, in a font `wider` times as wide. */
function linesOf(text: string, points: number, width: number, wider: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = [lines.at(-1), word].filter((part) => part !== undefined).join(' ');
    if (lines.length > 0 && pointsToTwips(textWidth(longer, points, true) * wider) <= width)
      lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

describe('balanced lines', () => {
  it.each([
    ['SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH', 12, headLeft(USUAL_PAPER.textWidth), /(VĂN|THỂ|DU)$/u],
    [
      'Kết quả thực hiện Phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa” năm 2024, phương hướng, nhiệm vụ năm 2025',
      14,
      USUAL_PAPER.textWidth,
      /(Phong|“Toàn|đoàn|xây|đời|văn|năm|phương|nhiệm)$/u,
    ],
  ])('%s', (text, points, width, parted) => {
    const narrow = balancedWidth(text, points, true, width);
    for (const wider of [1, 1.03]) {
      const lines = linesOf(text, points, narrow, wider);
      expect(lines).toHaveLength(2);
      expect(lines[0]).not.toMatch(parted);
    }
  });
});
