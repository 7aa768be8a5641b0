/** The data files an office may edit: faults are named by file and place, all at once. */
import { describe, expect, it } from 'vitest';
import { prepareWording } from '../../../src/reports/report-wording.js';
import { WordingFault } from '../../../src/reports/wording.js';
import { reportData, reportTemplates } from '../../support/report-wording.js';

const prepare = (change: Readonly<Record<string, unknown>>) => () =>
  prepareWording(reportTemplates(), { ...reportData(), ...change });

describe('prepareWording', () => {
  it('admits what the product brings', () => {
    expect(prepare({})).not.toThrow();
  });

  it.each([
    [
      'an outline that names a topic nobody declares',
      {
        outline: {
          parts: [{ id: 'a', title: 'A', topics: ['x'] }],
          outlines: { local: ['a'], ministry: [] },
        },
      },
      /topics\[0\]/u,
    ],
    [
      'a name nobody reads',
      { outline: { parts: [{ id: 'a', title: 'A', 'CHỈ ĐẠO': null }], outlines: {} } },
      /CHỈ ĐẠO/u,
    ],
    ['a preset without a post', { signatures: { presets: {} } }, /BC-BCD\.post/u],
    [
      'an annex of an unknown shape',
      { annexes: { annexes: [{ number: 'I', id: 'a', sheet: 'A', title: 'A', shape: 'pie' }] } },
      /shape/u,
    ],
    ['something that is no mapping', { outline: 'x' }, /outline/u],
  ])('refuses %s', (_, change, message) => {
    expect(prepare(change)).toThrow(WordingFault);
    expect(prepare(change)).toThrow(message);
  });

  it('names all faults of a file together', () => {
    expect(prepare({ signatures: { presets: {} } })).toThrow(/BC-BCD[\s\S]*BC-SO/u);
  });
});
