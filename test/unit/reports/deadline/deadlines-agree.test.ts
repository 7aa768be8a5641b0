/** One sender, one day, one deadline: the table, the reminder and the letter say the same of it. */
import { describe, expect, it } from 'vitest';
import type { DatedStatus, InputRecord, Report } from '../../../../src/model.js';
import { reminderLetter } from '../../../../src/reports/deadline/letters.js';
import { reminderText } from '../../../../src/reports/deadline/reminders.js';
import { timingWords } from '../../../../src/reports/deadline/timing-words.js';
import { proseOf } from '../../../../src/reports/prose/prose.js';
import { submissionStatus } from '../../../../src/tracking/status.js';
import { formatDate } from '../../../../src/values/number-format.js';
import { builtInWording } from '../../../support/report-wording.js';
import { COMMUNES, sampleResults } from '../../../support/sample-results.js';

const [, , , OWN = '', MISSING = ''] = COMMUNES;
const input = (unit: string): InputRecord => ({
  path: `${unit}.xlsx`,
  sha256: '',
  state: 'used',
  parts: [{ form: 'bieu-01', unit, sheet: 'Biểu 01', submissionNo: 1, state: 'used' }],
});
const results = sampleResults({
  inputs: COMMUNES.slice(0, 3).map(input),
  own: {},
  rows: {},
  units: sampleResults().units.map((unit) =>
    unit.code === OWN ? { ...unit, status: 'documentOnly' } : unit,
  ),
});
const wording = builtInWording();
const prose = proseOf(results, wording);
const statusAt = (asOf: string): DatedStatus => ({
  ...submissionStatus(results, [], { commune: '2024-11-28', exceptions: { [OWN]: '2024-12-05' } }, asOf),
  asOf,
});
const textOf = (report: Report | undefined): string => JSON.stringify(report);

describe.each(['2024-11-20', '2024-11-28', '2024-12-02', '2024-12-05', '2024-12-09'])('on %s', (asOf) => {
  const status = statusAt(asOf);
  const letter = textOf(reminderLetter(prose, wording, status));
  const late = (deadline: string): boolean => deadline < asOf;

  it.each([
    [MISSING, '2024-11-28'],
    [OWN, '2024-12-05'],
  ])('%s is late, or not, everywhere', (code, deadline) => {
    const sender = status.units.find(({ unit }) => unit === code);
    if (sender === undefined) throw new Error('no such unit');
    const words = timingWords(prose.say, sender.state, sender.timing);
    expect(words.includes('quá hạn')).toBe(late(deadline));
    expect(letter).toContain(`; ${words}`);
    const reminder = reminderText(prose, sender, status, 'Ban Chỉ đạo') ?? '';
    expect(reminder.includes('quá hạn')).toBe(late(deadline));
    expect(reminder).toContain(formatDate(deadline));
    // A report in words is not what is due.
    expect(words).not.toContain('đúng hạn');
  });

  it('asks for a day only when it is still to come for all, or the office names one', () => {
    expect(letter.includes('hoàn thành trước hết ngày')).toBe(false);
    const wanted = textOf(reminderLetter(prose, wording, status, '2024-12-12'));
    expect(wanted).toContain('hoàn thành trước hết ngày 12/12/2024');
    for (const sender of status.units) {
      const text = reminderText(prose, sender, status, 'Ban Chỉ đạo', '2024-12-12');
      if (text !== undefined) expect(text).toContain('trước hết ngày 12/12/2024');
    }
  });
});
