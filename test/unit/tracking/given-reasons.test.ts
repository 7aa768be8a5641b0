/** Answers in the boxes of the reply sheet: words are taken over, figures are not, the latest sheet counts. */
import { describe, expect, it } from 'vitest';
import type { RawCell, RawFile, RawSheet } from '../../../src/model.js';
import { REPLY_SHEET_MARK } from '../../../src/model/reply-sheet-mark.js';
import { givenReasons } from '../../../src/tracking/given-reasons.js';

const ID = '0a1b2c3d4e';
const text = (row: number, column: number, raw: string): RawCell => ({ row, column, kind: 'text', raw });
const sheet = (name: string, cells: readonly RawCell[], ours = true): RawSheet => ({
  name,
  state: 'visible',
  cells: [...(ours ? [text(1, 8, REPLY_SHEET_MARK)] : []), ...cells],
  merges: [],
  hiddenRows: [],
  hiddenColumns: [],
  date1904: false,
});
const file = (...sheets: readonly RawSheet[]): RawFile => ({
  source: { path: 'a.xlsx', bytes: new Uint8Array(), sha256: '' },
  format: 'xlsx',
  sheets,
});
const read = (...sheets: readonly RawSheet[]) => givenReasons(file(...sheets));

describe('givenReasons', () => {
  it('reads the box left of the id', () => {
    const outcome = read(
      sheet('Đề nghị sửa', [text(9, 6, ' Hai thôn chuyển  sang xã bên '), text(9, 7, ID)]),
    );
    expect(outcome.reasons).toEqual([
      {
        id: ID,
        reason: 'Hai thôn chuyển sang xã bên',
        at: { file: 'a.xlsx', sheet: 'Đề nghị sửa', cell: 'F9' },
      },
    ]);
  });

  it('asks for words where a figure was filled in', () => {
    const number: RawCell = { row: 9, column: 6, kind: 'number', raw: '125' };
    for (const box of [number, text(9, 6, '125 '), text(9, 6, 'x')]) {
      const { reasons, findings } = read(sheet('Đề nghị sửa', [box, text(9, 7, ID)]));
      expect(reasons).toEqual([]);
      expect(findings.map(({ code, at }) => [code, at.cell])).toEqual([['reply/reason-not-words', 'F9']]);
    }
  });

  it('passes over blank boxes and other sheets', () => {
    expect(
      read(
        sheet('Đề nghị sửa', [text(9, 7, ID)]),
        sheet('Đề nghị sửa (2)', [text(9, 6, 'lý do'), text(9, 7, ID)], false),
      ),
    ).toEqual({
      reasons: [],
      findings: [],
    });
  });

  it('takes the last of several reply sheets', () => {
    const cells = (reason: string) => [text(9, 6, reason), text(9, 7, ID)];
    const { reasons } = read(
      sheet('Đề nghị sửa', cells('cũ rồi')),
      sheet('Đề nghị sửa (2)', cells('mới đây')),
    );
    expect(reasons.map(({ reason }) => reason)).toEqual(['mới đây']);
  });
});
