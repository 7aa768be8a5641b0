/** VH301-VH339: one cell of Biểu 01 each. */
import {
  AREA_HEADER,
  areas,
  errorCell,
  information,
  lines,
  recognise,
  SET,
  sheet,
  uncalculated,
  workbook,
  written,
  type Typed,
} from '../../unit/submission/made-files.js';
import { setInPeriod } from '../../../src/criteria/set-in-period.js';
import { RULE_SCHEMA } from '../../../src/validation/rules.js';
import type { Cases } from './case.js';

const households = (typed: Typed) =>
  recognise(workbook([information(), areas([[1, 'Ấp 1', typed, 1, 'đạt']])])).findings;
const funds = (first: Typed, second?: Typed) =>
  recognise(workbook([information(), lines({ K1: first, K2: second })])).findings;
const merged = (rows: readonly (readonly Typed[])[], range: string) =>
  recognise(workbook([information(), areas(rows, { merges: [range] })])).findings;

const IN_2026 = setInPeriod(SET, { id: '2026', year: 2026, kind: 'year' }, RULE_SCHEMA);

export const CELL_CASES: Cases = {
  'row/not-asked-of-unit': () =>
    recognise(
      workbook([
        information({
          'Mã đơn vị hành chính': '26116',
          'Tên đơn vị': 'Tân Phú',
          'Loại đơn vị': 'thị trấn',
        }),
        lines({ A4: 7, C10: 'giữ vững' }),
      ]),
    ).findings,
  'row/no-longer-asked': () =>
    recognise(workbook([information({ 'Kỳ báo cáo': '2026' }), lines({ A4: 7, K3: 30 })]), {
      set: IN_2026,
      period: { id: '2026', kind: 'year' },
    }).findings,
  'cell/not-a-number': () => households('trên 300'),
  // What it counts is told by its first cells.
  'cell/more-of-same': () =>
    recognise(
      workbook([
        information(),
        areas(Array.from({ length: 203 }, (_, at) => [at + 1, `Ấp ${at + 1}`, 'nhiều', 1, 'đạt'])),
      ]),
    ).findings.filter(({ code }) => code !== 'cell/not-a-number'),
  'cell/not-whole': () => households('97,5'),
  'cell/negative': () => households(-5),
  'cell/ambiguous-number': () => funds('1.234'),
  'cell/too-many-decimals': () => funds('12,34567'),
  'cell/too-large': () => households('9007199254740993'),
  'cell/error-value': () => households(errorCell('#REF!')),
  'cell/stale-formula': () => households(written('60*2+1', 120)),
  'cell/uncalculated': () => households(uncalculated),
  'cell/mark-not-understood': () => households('chờ QĐ'),
  'cell/not-a-choice': () =>
    recognise(workbook([information(), areas([[1, 'Ấp 1', 120, 100, 'tốt']])])).findings,
  'cell/not-yes-no': () =>
    recognise(
      workbook([
        information(),
        sheet('Biểu 01', [
          [...AREA_HEADER, 'Khu thể thao thôn'],
          [1, 'Ấp 1', 120, 100, 'đạt', 'một phần'],
        ]),
      ]),
    ).findings,
  'cell/not-a-date': () =>
    recognise(
      workbook([
        information({ 'Số liệu tính đến ngày': '30/02/2024' }),
        areas([[1, 'Ấp 1', 120, 100, 'đạt']]),
      ]),
    ).findings,
  'cell/number-and-words': () => households('khoảng 300'),
  'cell/tidied-number': () => households('1.234'),
  'cell/under-merge': () =>
    merged(
      [
        [1, 'Ấp 1', null, 1, 'đạt'],
        [2, 'Ấp 2', 80, 1, 'đạt'],
      ],
      'C2:C3',
    ),
  'cell/merged-figure': () =>
    merged(
      [
        [1, 'Ấp 1', 120, 1, 'đạt'],
        [2, 'Ấp 2', null, 1, 'đạt'],
      ],
      'C2:C3',
    ),
  'cell/letter-for-digit': () => households('12O'),
  'cell/settled-number': () => funds('12,5', '1.234'),
  'cell/merged-across': () => merged([[1, 'Ấp 1', 120, null, 'đạt']], 'C2:D2'),
  'cell/merged-answer': () =>
    merged(
      [
        [1, 'Ấp 1', 120, 1, 'đạt'],
        [2, 'Ấp 2', 80, 1],
      ],
      'E2:E3',
    ),
  'cell/date-for-number': () => households({ kind: 'number', raw: '45631', numberFormat: 'date' }),
  'cell/shown-otherwise': () =>
    funds({
      kind: 'number',
      raw: '27070000',
      shown: { text: '27,07', decimals: 2, words: '', otherwise: true },
    }),
  'cell/shown-as-dong': () =>
    funds({ kind: 'number', raw: '74', shown: { text: '74 ₫', decimals: 0, words: '₫' } }),
  'cell/other-unit': () => {
    const header = AREA_HEADER.map((label, at) => (at === 2 ? `${String(label)} (nghìn hộ)` : label));
    return recognise(workbook([information(), sheet('Biểu 01', [header, [1, 'Ấp 1', 120, 100, 'đạt']])]))
      .findings;
  },
  'cell/percent-for-number': () => households({ kind: 'number', raw: '1', numberFormat: 'percent' }),
};
