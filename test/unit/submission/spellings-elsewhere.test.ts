/** Q6: every spelling of a number, put into a column of ticks, of dates and of answers: an exact outcome there too. */
import { describe, expect, it } from 'vitest';
import type { FieldDefinition, RawCell } from '../../../src/model.js';
import { readCell } from '../../../src/submission/cells/read-cell.js';
import { madeField } from '../../support/made-criteria.js';
import { SPELLINGS } from './number-spellings.js';

const field = (type: FieldDefinition['type'], more: Partial<FieldDefinition> = {}): FieldDefinition =>
  madeField('f', type, {
    label: 'Khu thể thao thôn',
    core: false,
    marks: { dash: 'missing', ellipsis: 'missing' },
    ...more,
  });
const TICK = field('yesNo');
const DATE = field('date');
const CHOICE = field('choice', {
  choices: [
    { id: 'awarded', label: 'đạt' },
    { id: 'notAwarded', label: 'không đạt' },
    { id: 'pending', label: 'chưa có quyết định', aliases: ['chờ quyết định'] },
  ],
});

function outcome(raw: string, definition: FieldDefinition): string {
  const cell: RawCell = { row: 5, column: 4, kind: 'text', raw };
  const reading = readCell(cell, definition, false);
  if (reading.state === 'excluded') return (reading.problem?.code ?? '?').replace('cell/', '');
  return reading.state === 'value' ? String(reading.text) : reading.state;
}

/** What is not listed is refused in every one of the three columns. */
const EXCEPTIONS: Readonly<Record<string, readonly [tick: string, date: string, choice: string]>> = {
  '0': ['no', 'not-a-date', 'not-a-choice'],
  '1': ['yes', 'not-a-date', 'not-a-choice'],
  '\u200B': ['missing', 'missing', 'missing'],
  '\u200E': ['missing', 'missing', 'missing'],
  '   ': ['missing', 'missing', 'missing'],
  '\u00A0': ['missing', 'missing', 'missing'],
  '-': ['no', 'missing', 'missing'],
  '–': ['no', 'missing', 'missing'],
  '—': ['no', 'missing', 'missing'],
  '−': ['no', 'missing', 'missing'],
  '--': ['no', 'missing', 'missing'],
  '---': ['no', 'missing', 'missing'],
  _: ['no', 'missing', 'missing'],
  __: ['no', 'missing', 'missing'],
  '…': ['missing', 'missing', 'missing'],
  '...': ['missing', 'missing', 'missing'],
  '..': ['missing', 'missing', 'missing'],
  '……': ['missing', 'missing', 'missing'],
  x: ['yes', 'not-a-date', 'not-a-choice'],
  X: ['yes', 'not-a-date', 'not-a-choice'],
  true: ['yes', 'not-a-date', 'not-a-choice'],
  TRUE: ['yes', 'not-a-date', 'not-a-choice'],
  có: ['yes', 'not-a-date', 'not-a-choice'],
  rồi: ['yes', 'not-a-date', 'not-a-choice'],
  'k có': ['no', 'not-a-date', 'not-a-choice'],
  không: ['no', 'not-a-date', 'not-a-choice'],
  Không: ['no', 'not-a-date', 'not-a-choice'],
  KHÔNG: ['no', 'not-a-date', 'not-a-choice'],
  'không có': ['no', 'not-a-date', 'not-a-choice'],
  'Không có': ['no', 'not-a-date', 'not-a-choice'],
  ko: ['no', 'not-a-date', 'not-a-choice'],
  khong: ['no', 'not-a-date', 'not-a-choice'],
  k: ['no', 'not-a-date', 'not-a-choice'],
  'chưa có': ['no', 'not-a-date', 'not-a-choice'],
  chưa: ['no', 'not-a-date', 'not-a-choice'],
  false: ['no', 'not-a-date', 'not-a-choice'],
  'chưa có quyết định': ['not-yes-no', 'not-a-date', 'pending'],
  'chờ quyết định': ['not-yes-no', 'not-a-date', 'pending'],
  // Day before month, always.
  '1/2/2024': ['not-yes-no', '2024-02-01', 'not-a-choice'],
  '01/02/2024': ['not-yes-no', '2024-02-01', 'not-a-choice'],
  '2024-01-02': ['not-yes-no', '2024-01-02', 'not-a-choice'],
  đạt: ['not-yes-no', 'not-a-date', 'awarded'],
};

describe('spellings of numbers', () => {
  it.each(SPELLINGS.map(([text]) => text))('%j', (text) => {
    const expected = EXCEPTIONS[text] ?? ['not-yes-no', 'not-a-date', 'not-a-choice'];
    expect([TICK, DATE, CHOICE].map((definition) => outcome(text, definition))).toEqual(expected);
  });

  it('list no exception that is not among them', () => {
    const known = new Set(SPELLINGS.map(([text]) => text));
    expect(Object.keys(EXCEPTIONS).filter((text) => !known.has(text))).toEqual([]);
  });
});
