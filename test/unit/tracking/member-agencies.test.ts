/** Member agencies: one expected agency whatever it signs with, each row with its own, nobody twice. */
import { describe, expect, it } from 'vitest';
import type { CriteriaSet, RowsRecord } from '../../../src/model.js';
import { agencyFindings, memberAgencies } from '../../../src/tracking/member-agencies.js';

const SET = {
  forms: [{ id: 'bieu-06', sender: 'agency', rowKey: ['agencyName', 'campaign'] }],
} as unknown as CriteriaSet;

const table = (file: string, names: readonly (string | null)[]): RowsRecord => ({
  file,
  sheet: 'Biểu 06',
  sheetRows: names.map((_, index) => index + 7),
  columns: {
    agencyName: { at: 'B', values: names, states: names.map((name) => (name === null ? 'm' : 'v')).join('') },
  },
});

describe('member agencies', () => {
  const rows = {
    '258': {
      'bieu-06/a': table('phu-nu.xlsx', ['HỘI  LHPN huyện', null]),
      'bieu-06/b; c': table('chung.xlsx', ['Công an huyện', 'Hội Nông dân', 'Công an huyện']),
    },
    '09187': { 'bieu-01': table('xa.xlsx', ['Thôn 1']) },
  };
  const expected = [
    { name: 'Hội Liên hiệp Phụ nữ', aliases: ['Hội LHPN huyện'], contact: '0912' },
    { name: 'Công an huyện', aliases: [] },
    { name: 'Đoàn Thanh niên', aliases: [] },
  ];
  const agencies = memberAgencies({ rows }, SET, expected);

  it('are found under every name they sign with, row by row', () => {
    expect(agencies.map(({ name, forms }) => [name, forms.map((one) => [one.file, one.rows])])).toEqual([
      ['Hội Liên hiệp Phụ nữ', [['phu-nu.xlsx', [0, 1]]]],
      ['Công an huyện', [['chung.xlsx', [0, 2]]]],
      ['Đoàn Thanh niên', []],
      ['Hội Nông dân', [['chung.xlsx', [1]]]],
    ]);
  });

  it('are missed when expected, and remarked on when not', () => {
    expect(agencyFindings(agencies, '258', '2024').map(({ code, fields }) => [code, fields])).toEqual([
      ['agency/not-reported', ['Đoàn Thanh niên']],
      ['agency/not-expected', ['Hội Nông dân']],
    ]);
  });

  it('are not remarked on where the office keeps no list', () => {
    expect(agencyFindings(memberAgencies({ rows }, SET, []), '258', '2024')).toEqual([]);
  });
});
