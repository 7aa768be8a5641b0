/** A row that is no area heads what its cells lack: nobody is advised to fill in a note. */
import { describe, expect, it } from 'vitest';
import { blocksOf } from '../../../src/findings/causes.js';
import type { Finding } from '../../../src/model.js';

const told = (code: string, cell: string, more: Partial<Finding> = {}): Finding => ({
  id: `${code} ${cell}`,
  code,
  number: 'VH000',
  severity: 'error',
  at: { file: 'xa.xlsx', sheet: 'Biểu 01', cell },
  message: code,
  unit: '26119',
  period: '2024',
  form: 'bieu-01',
  ...more,
});

describe('a row that is no area', () => {
  const note = told('layout/rows-no-area', 'B8', {
    fields: ['areaName', 'households', 'areaTitle'],
    related: [{ file: 'xa.xlsx', sheet: 'Biểu 01', cell: 'B9' }],
  });
  const lacks = (cell: string): Finding =>
    told('row/required', cell, { fields: ['areaTitle'], rowKey: `ấp #${cell}` });

  it('heads the findings of its cells, and of those of the other rows it names', () => {
    const blocks = blocksOf([lacks('F8'), lacks('F9'), lacks('F5'), note]);
    expect(blocks.map(({ head, following }) => [head.at.cell, following.map(({ at }) => at.cell)])).toEqual([
      ['F5', []],
      ['B8', ['F8', 'F9']],
    ]);
  });

  it('leaves out no finding, and takes none that weighs more or that somebody accepted', () => {
    const accepted = { ...lacks('F8'), accepted: { reason: 'đúng' } } as unknown as Finding;
    const blocks = blocksOf([accepted, note]);
    expect(blocks.flatMap(({ head, following }) => [head, ...following])).toHaveLength(2);
    expect(blocks).toHaveLength(2);
  });
});
