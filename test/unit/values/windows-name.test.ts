/** Names that Windows refuses, cuts or takes for a device, and what to choose. */
import { describe, expect, it } from 'vitest';
import { nearestForWindows, troubleOnWindows } from '../../../src/values/windows-name.js';

const FORBIDDEN = ['a?b.xlsx', 'a*', 'x:y', '<a>', 'a"b', 'a|b', 'a\\b', 'a\u0007b', 'a\tb'];
const CUT = ['bc.docx.', 'kỳ mới.', 'trả lại. ', 'xã ', '...'];
const DEVICES = ['CON', 'nul.docx', 'LPT9.2024', 'prn', 'Aux.tar.gz', 'COM¹', 'conin$', 'NUL .txt'];
const USABLE = [
  ...['CONG', 'com0', 'com10', 'lpt', 'nul-1', 'xã Côn.xlsx', 'aux_', '.tdkvh', 'a.b.c', ' đầu', 'báo cáo'],
  ...["a&b^c%d!(1) [2] {3};,=+'~#@$`"],
];

describe('names on Windows', () => {
  it.each([
    [FORBIDDEN, 'ký tự không được dùng'],
    [CUT, 'kết thúc bằng dấu chấm hoặc dấu cách'],
    [DEVICES, 'tên thiết bị'],
  ])('%j: %s', (names, reason) => {
    expect(names.filter((name) => troubleOnWindows(name)?.includes(reason) !== true)).toEqual([]);
  });

  it('all others are names', () => {
    expect(USABLE.filter((name) => troubleOnWindows(name) !== undefined)).toEqual([]);
  });

  it('what is proposed can be taken, keeps its ending and stays as it is where nothing is wrong', () => {
    const bad = [...FORBIDDEN, ...CUT, ...DEVICES, 'NUL ', 'con:', '???', 'prn.'];
    expect(bad.map(nearestForWindows).filter((name) => troubleOnWindows(name) !== undefined)).toEqual([]);
    expect(USABLE.map(nearestForWindows)).toEqual(USABLE);
    expect(['a?b.xlsx', 'nul.docx', 'LPT9.2024', 'kỳ mới.', '...'].map(nearestForWindows)).toEqual([
      ...['a-b.xlsx', 'nul-1.docx', 'LPT9-1.2024', 'kỳ mới', 'ket-qua'],
    ]);
  });
});
