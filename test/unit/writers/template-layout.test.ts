import { describe, expect, it } from 'vitest';
import { instructionBlocks } from '../../../src/writers/template/instructions-text.js';
import { layoutForms } from '../../../src/writers/template/layout.js';
import type { TableLayout } from '../../../src/writers/template/layout.js';
import { printPages } from '../../../src/writers/template/print-pages.js';
import { wrappedLines } from '../../../src/writers/template/wrapped-lines.js';
import { COMMUNE } from './template-support.js';

function areasTable(short: boolean): TableLayout {
  const layout = layoutForms({ ...COMMUNE, short }).find(({ form }) => form.id === 'bieu-01');
  if (layout?.kind !== 'table') throw new Error('Biểu 01 is a table');
  return layout;
}

describe('printPages', () => {
  it('ends pages between groups only', () => {
    const layout = areasTable(false);
    const widths = Array.from({ length: layout.lastColumn }, () => 12);
    const { breaks, scale } = printPages(widths, layout);
    expect(breaks.length).toBeGreaterThan(0);
    for (const column of breaks)
      expect(layout.groups.some(({ from, to }) => from <= column && to > column)).toBe(false);
    expect(scale).toBeGreaterThanOrEqual(30);
    expect(scale).toBeLessThanOrEqual(100);
  });

  it('leaves a narrow table on one page', () => {
    const layout = areasTable(true);
    expect(
      printPages(
        Array.from({ length: layout.lastColumn }, () => 5),
        layout,
      ).breaks,
    ).toEqual([]);
  });
});

describe('wrappedLines', () => {
  it('counts more lines for a narrower column and keeps written line ends', () => {
    const text = 'Số hộ được tặng danh hiệu “Gia đình văn hóa”';
    expect(wrappedLines(text, 200, 11)).toBe(1);
    expect(wrappedLines(text, 12, 11)).toBeGreaterThan(3);
    expect(wrappedLines('a\nb', 50, 11)).toBe(2);
  });
});

describe('instructionBlocks', () => {
  it('leaves out lines whose word is unknown and counts steps anew', () => {
    const text = '# T\n1. một\n2. {thieu}hai\n3. ba {ten}\n## H\n1. lại\n| a | b |';
    expect(instructionBlocks(text, { ten: 'X' })).toEqual([
      { kind: 'title', text: 'T' },
      { kind: 'step', number: 1, text: 'một' },
      { kind: 'step', number: 2, text: 'ba X' },
      { kind: 'heading', text: 'H' },
      { kind: 'step', number: 1, text: 'lại' },
      { kind: 'row', cells: ['a', 'b'] },
    ]);
  });
});
