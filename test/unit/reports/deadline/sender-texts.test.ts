/** What communes are told: nothing of the office's own files, reasons kept in their boxes, nothing to do where it was accepted. */
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../../../src/findings/catalogue/catalogue.js';
import { finding } from '../../../../src/findings/finding.js';
import { isOfficeMatter } from '../../../../src/findings/acceptance.js';
import type { Finding, Reply } from '../../../../src/model.js';
import { cellMarks } from '../../../../src/reports/deadline/cell-marks.js';
import { replyGrid } from '../../../../src/reports/deadline/reply-grid.js';
import { senderHint, REWORDED_HINTS } from '../../../../src/reports/deadline/sender-hint.js';
import { proseOf } from '../../../../src/reports/prose/prose.js';
import { builtInWording } from '../../../support/report-wording.js';
import { COMMUNES, sampleResults } from '../../../support/sample-results.js';

const [A = ''] = COMMUNES;
const prose = proseOf(sampleResults(), builtInWording());
const question: Finding = {
  ...finding(
    'submission/rivals',
    { file: 'a.xlsx', sheet: 'Biểu 01', cell: 'A1' },
    {
      form: 'Biểu 01',
      unit: 'Xã A',
      count: 2,
      submissionNo: 1,
      files: 'a; b',
      settlement: '- { sha256: 0f }',
    },
    { unit: A, rule: 'r' },
  ),
};
const reply = (parts: Partial<Reply>): Reply => ({
  unit: A,
  name: 'Xã A',
  period: '2024',
  corrections: [],
  gaps: [],
  questions: [],
  accepted: [],
  ...parts,
});
const lines = (one: Reply, reasons: ReadonlyMap<string, string> = new Map()) =>
  replyGrid(prose, one, false, reasons).rows.filter(({ style }) => style === 'line');

describe('texts for senders', () => {
  it('name no file or command of the office, whatever the finding', () => {
    // Hand-over files come from offices that have these files themselves; what it traces and seals is the office's own.
    const others =
      /^(?:lower|change|crosswalk|configuration|accepted|tracking|return|reply|accept|estimate|trace|sealed|verify)\//u;
    // Told while the office takes in or fills a form of its own, never of what was sent.
    const filling =
      /^own-form\/(?:no-longer-fits|not-adopted|of-some-units|rows-not-known|unnamed-columns|columns-of-several|columns-beside-names)$/u;
    const offices = /tdkvh|\{settlement\}|sha256|(?:units|targets|crosswalk|accepted|received)\.csv/u;
    const wrong = Object.entries(CATALOGUE)
      .filter(([code, { number }]) => /^VH[1-6]/u.test(number) && !others.test(code) && !filling.test(code))
      .filter(([code]) => !isOfficeMatter({ code: code }))
      .filter(([code, { severity, hint }]) => {
        return severity !== 'info' && offices.test(hint) && !REWORDED_HINTS.has(code);
      });
    expect(wrong.map(([code]) => code)).toEqual([]);
    for (const code of REWORDED_HINTS.keys()) expect(CATALOGUE).toHaveProperty([code]);
  });

  it('tell of two versions without the lines for tdkvh.yaml', () => {
    const hint = senderHint(prose.say, question);
    expect(hint).toContain('Lần nộp');
    const texts = [
      ...cellMarks(prose.say, reply({ corrections: [question] }), 'a.xlsx').map(({ text }) => text),
      ...lines(reply({ corrections: [question] })).flatMap(({ cells }) => cells),
    ];
    expect(texts.join(' ')).toContain(hint);
    expect(texts.join(' ')).not.toMatch(/sha256|tdkvh/u);
  });

  it('keep a reason in its box while it waits, and ask nothing where one was accepted', () => {
    const waiting = lines(reply({ questions: [question] }), new Map([[question.id, 'Hai thôn nhập lại']]));
    expect(waiting[0]?.cells[5]).toBe('Hai thôn nhập lại');
    const accepted: Finding = { ...question, accepted: { reason: 'đúng', person: 'p', date: '2024-12-01' } };
    expect(lines(reply({ accepted: [accepted] }))[0]?.cells[3]).toBe('');
  });
});
