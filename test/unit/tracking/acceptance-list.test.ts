/** accepted.csv is only added to, in its own columns and separator, and reads back as what was accepted. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Acceptance } from '../../../src/model.js';
import { readDelimitedTable } from '../../../src/readers/csv/delimited-table.js';
import { appendAcceptance } from '../../../src/tracking/acceptance-list.js';
import { cleanText } from '../../../src/values/vietnamese-text.js';
import { admitAccepted } from '../../../src/workspace/accepted.js';

const ACCEPTANCE: Acceptance = {
  id: '0a1b2c3d4e',
  value: '98 hộ',
  reason: 'đã kiểm tra hồ sơ; "đúng", đủ',
  person: 'Nguyễn Văn A',
  date: '2024-12-01',
};
const admitted = (text: string) =>
  admitAccepted(readDelimitedTable(new TextEncoder().encode(text), 'accepted.csv'));

describe('appendAcceptance', () => {
  it('makes the list when there is none', () => {
    expect(admitted(appendAcceptance(undefined, ACCEPTANCE))).toEqual({ values: [ACCEPTANCE], findings: [] });
  });

  it.each([
    ['no line end', 'id,value,reason,person,date\nx,1,r,p,2024-01-02'],
    ['semicolons, other order, until', 'date;id;value;reason;person;until\r\n2024-01-02;x;1;r;p;\r\n'],
    ['byte order mark', '\uFEFFid,value,reason,person,date,until\r\nx,1,r,p,2024-01-02,\r\n'],
  ])('keeps every letter of what stands there: %s', (_, text) => {
    const { columns } = readDelimitedTable(new TextEncoder().encode(text), 'accepted.csv');
    const longer = appendAcceptance({ text, columns }, ACCEPTANCE);
    expect(longer.startsWith(text)).toBe(true);
    expect(admitted(longer).findings).toEqual([]);
    expect(admitted(longer).values.at(-1)).toEqual(ACCEPTANCE);
  });

  it('writes no character that a terminal or an editor obeys', () => {
    const typed = { ...ACCEPTANCE, reason: 'x\u001b]0;hi\u0007 đúng', person: 'B\u001b[31m\u202e' };
    const text = appendAcceptance(undefined, typed);
    expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e]/u);
    expect(admitted(text).values).toMatchObject([
      { reason: 'x⟨U+001B⟩]0;hi⟨U+0007⟩ đúng', person: 'B⟨U+001B⟩[31m⟨U+202E⟩' },
    ]);
  });

  it('allows a later line for a changed value', () => {
    const first = appendAcceptance(undefined, ACCEPTANCE);
    const columns = ['id', 'value', 'reason', 'person', 'date', 'until'];
    const second = appendAcceptance({ text: first, columns }, { ...ACCEPTANCE, value: '89 hộ' });
    expect(admitted(second)).toMatchObject({
      values: [{ value: '98 hộ' }, { value: '89 hộ' }],
      findings: [],
    });
  });

  it('reads back whatever was accepted', () => {
    const words = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .map(cleanText)
      .filter((text) => text !== '' && !/^[=+\-@＝＋－＠]/u.test(text) && !text.includes('\0'));
    fc.assert(
      fc.property(words, words, (value, reason) => {
        const acceptance = { ...ACCEPTANCE, value, reason };
        expect(admitted(appendAcceptance(undefined, acceptance)).values).toEqual([acceptance]);
      }),
    );
  });

  it('keeps negative figures and disarms what a spreadsheet would run', () => {
    const line = (value: string): string =>
      appendAcceptance(undefined, { ...ACCEPTANCE, value }).split('\r\n')[1] ?? '';
    expect(line('-5,2')).toContain('"-5,2"');
    expect(line('=1+1')).toContain("'=1+1");
  });
});
