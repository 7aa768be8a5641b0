/** VH237–VH239, VH281–VH290, VH266, VH267, VH268–VH270, VH297, VH298, VH338, VH792–VH798: the smallest form of an office's own for each finding about it. */
import { faultsOf } from '../../../src/submission/adopt/adoption-faults.js';
import { proposeOwnForm } from '../../../src/submission/adopt/propose.js';
import { OLD_UNITS, resultsOf } from '../../unit/pipeline/made-levels.js';
import { drawnBook } from '../../unit/submission/own-form/drawn-forms.js';
import { recognise, SET, sheet, workbook, type Typed } from '../../unit/submission/made-files.js';
import { joined, setWithForm } from '../../unit/submission/own-form/set-with-form.js';
import type { Cases } from './case.js';

const HEAD = 'schema: tdkvh/own-form@1\nid: mau\nlabel: Mẫu\n';
const AREAS = `tables:
  - sheet: S
    rows: area
    key: [Thôn]
    columns:
      - { header: [Tổng số hộ], field: households }
      - { header: [Số hộ đạt], field: familiesTitled }
`;
const LINES = `tables:
  - sheet: S
    rows: indicator
    key: [Chỉ tiêu]
    columns: [{ header: [Kết quả] }]
    lines:
      - { label: Tổng số hộ, field: households }
      - { label: Số hộ đạt, field: familiesTitled }
`;
const ACROSS = LINES.replace('indicator', 'area\n    across: true').replace(/ +columns:.*\n/u, '');
const HOUSEHOLDS = `tables:
  - sheet: S
    rows: household
    key: [Thôn]
    columns: [{ header: [Kết quả], field: familiesTitled, count: [Đạt], others: [Không] }]
`;
const HOUSEHOLDS_MARKED = HOUSEHOLDS.replace(
  /columns: .*/u,
  `columns:
      - { header: [Kết quả, Đạt], field: familiesTitled, answer: yes }
      - { header: [Kết quả, Không], field: familiesTitled, answer: no }
      - { header: [Kết quả, Chờ], role: ignored }`,
);
const MARKS = AREAS.replace('field: familiesTitled', 'field: areaTitle, answer: awarded').replace(
  /$/u,
  '      - { header: [Số hộ không đạt], field: areaTitle, answer: notAwarded }\n',
);
const LIST = `tables:
  - rows: household
    areaAbove: true
    key: [Họ và tên]
    columns: [{ header: [Kết quả], field: familiesTitled, count: [Đạt] }]
`;
const UNITS = `tables:
  - sheet: S
    rows: unit
    key: [Xã]
    columns: [{ header: [Tổng số hộ], field: households }]
`;
const KINDS = `tables:
  - sheet: S
    rows: indicator
    key: [Chỉ tiêu]
    columns: [{ header: [Kết quả] }]
    lines:
      - { label: Tổng số thôn, field: areaCount }
      - { label: Số thôn, field: areaCountThon }
      - { label: Số tổ, field: areaCountToDanPho }
`;
const SECOND = `  - sheet: S
    rows: area
    above: 2. Thiết chế
    key: [Thôn]
    columns:
      - { header: [Nhà văn hóa], field: cultureHouses }
      - { header: [Tủ sách], field: readingPoints }
`;

const faults = (yaml: string) => joined(HEAD + yaml).findings;

/** What is said of the form as sent; whose form it is said to be is no matter here. */
const sent = (yaml: string, ...rows: readonly (readonly Typed[])[]) => {
  const file = workbook([sheet('S', [['UBND XÃ DAK LUA'], ['Năm 2024'], [], ...rows])]);
  return recognise(file, { set: setWithForm(HEAD + yaml) }).findings.filter(
    ({ code }) => code !== 'submission/unit-from-title',
  );
};
/** The same list on each of the sheets, under what stands above it. */
const lists = (...above: readonly string[]) => {
  const sheets = above.map((one, at) =>
    sheet(`S${at}`, [
      ['UBND XÃ DAK LUA'],
      ['Năm 2024'],
      [one],
      ['TT', 'Họ và tên', 'Kết quả'],
      [1, 'A', 'Đạt'],
    ]),
  );
  return recognise(workbook(sheets), { set: setWithForm(HEAD + LIST) }).findings.filter(
    ({ code }) => code !== 'submission/unit-from-title',
  );
};
/** What speaks against adopting the form. */
const adopting = (...rows: readonly (readonly Typed[])[]) => adoptingWithout([], ...rows);
const adoptingWithout = (unread: readonly string[], ...rows: readonly (readonly Typed[])[]) => {
  const named = { id: 'mau', label: 'Mẫu', source: 'mau.xlsx', year: 2024, unread };
  const proposal = proposeOwnForm(workbook([sheet('S', [...rows])]), SET, named);
  return proposal === undefined ? [] : faultsOf('mau.xlsx', proposal, false);
};
const HEADER = ['TT', 'Thôn', 'Tổng số hộ', 'Số hộ đạt'];
const ROW = [1, 'Ấp 1', 217, 193];

export const OWN_FORM_CASES: Cases = {
  'own-form/refused': () => sent(AREAS, ['TT', 'Tên gọi', 'Tổng số hộ', 'Số hộ đạt'], ROW),
  'own-form/column-missing': () => sent(AREAS, ['TT', 'Thôn', 'Tổng số hộ'], [1, 'Ấp 1', 217]),
  'cell/share-differs': () =>
    sent(
      `${AREAS}      - { header: [Tỷ lệ], role: share }\n`,
      [...HEADER, 'Tỷ lệ'],
      [1, 'Ấp 1', 200, 180, 55.5],
    ),
  'own-form/line-missing': () => sent(LINES, ['Chỉ tiêu', 'Kết quả'], ['Tổng số hộ', 217]),
  'own-form/line-unknown': () =>
    sent(LINES, ['Chỉ tiêu', 'Kết quả'], ['Tổng số hộ', 217], ['Số hộ đạt', 193], ['Số ao cá', 3]),
  'own-form/answer-unknown': () => sent(HOUSEHOLDS, ['TT', 'Thôn', 'Kết quả'], [1, 'Ấp 1', 'chưa rõ']),
  'own-form/communes-over-areas': () =>
    adopting(
      ['TT', 'Thôn, tổ dân phố', 'Tổng số hộ'],
      ['I', 'Xã Dak Lua'],
      [1, 'Ấp 1'],
      ['II', 'Xã Phú An'],
      [1, 'Ấp 1'],
    ),
  'own-form/answer-elsewhere': () =>
    sent(
      HOUSEHOLDS_MARKED,
      ['TT', 'Thôn', 'Kết quả'],
      ['', '', 'Đạt', 'Không', 'Chờ'],
      [1, 'Ấp 1', '', '', 'x'],
    ),
  'own-form/answer-blank': () => sent(HOUSEHOLDS, ['TT', 'Thôn', 'Kết quả'], [1, 'Ấp 1'], [2, 'Ấp 1', 'Đạt']),
  'own-form/row-without-area': () =>
    sent(HOUSEHOLDS, ['TT', 'Thôn', 'Kết quả'], [1, 'Ấp 1', 'Đạt'], [2, null, 'Đạt']),
  'own-form/marks-not-one': () => sent(MARKS, [...HEADER, 'Số hộ không đạt'], [1, 'Ấp 1', 217, 'x', 'x']),
  'own-form/unknown-answer': () => faults(MARKS.replace('answer: awarded', 'answer: dat')),
  'own-form/list-without-area': () => lists('Thôn: ……'),
  'own-form/read-from-sheets': () => lists('Thôn: Một', 'Thôn: Hai'),
  'own-form/area-listed-twice': () => lists('Thôn: Một', 'Thôn: Một'),
  'own-form/sheet-perhaps-again': () => {
    const sheets = (
      [
        ['Đông', 217, 200],
        ['Tây', 180, 238],
      ] as const
    ).map(([at, one, other]) =>
      sheet(at, [
        ['UBND XÃ DAK LUA'],
        ['Năm 2024'],
        HEADER,
        [1, `Ấp ${at}`, one, one - 24],
        [2, `Xóm ${at}`, other, other - 10],
      ]),
    );
    return recognise(workbook(sheets), { set: setWithForm(HEAD + AREAS) }).findings.filter(
      ({ severity }) => severity !== 'info',
    );
  },
  'own-form/sheet-counts-again': () => {
    const sheets = ['Đông', 'Tây'].map((at) =>
      sheet(at, [
        ['UBND XÃ DAK LUA'],
        ['Năm 2024'],
        HEADER,
        [1, `Ấp ${at}`, 217, 193],
        [2, `Xóm ${at}`, 200, 190],
      ]),
    );
    return recognise(workbook(sheets), { set: setWithForm(HEAD + AREAS) }).findings.filter(
      ({ severity }) => severity !== 'info',
    );
  },
  'own-form/total-of-sheet': () => {
    const sheets = [1, 2].map((at) =>
      sheet(`S${at}`, [
        ['UBND XÃ DAK LUA'],
        ['Năm 2024'],
        HEADER,
        [1, `Ấp ${at}`, 217 + at * 30, 193 + at * 25],
        [2, `Xóm ${at}`, 130 * at, 190],
        ['', 'Tổng cộng', 217 + at * 160 + at - 1, 383 + at * 25],
      ]),
    );
    return recognise(workbook(sheets), { set: setWithForm(HEAD + AREAS) }).findings.filter(
      ({ severity }) => severity !== 'info',
    );
  },
  'own-form/area-not-in-both': () =>
    sent(
      AREAS + SECOND,
      HEADER,
      ROW,
      [],
      ['2. Thiết chế'],
      ['TT', 'Thôn', 'Nhà văn hóa', 'Tủ sách'],
      [1, 'Ấp 1', 1, 1],
      [2, 'Ấp 2', 2, 1],
    ),
  'own-form/unit-unknown': () =>
    sent(UNITS, ['TT', 'Xã', 'Tổng số hộ'], [1, 'Xã Dak Lua', 541], [2, 'Xã Không Có', 12]),
  'own-form/unnamed-columns': () =>
    adopting(['Chỉ tiêu', 'An Thịnh', 'Bình Lâm', 'Tổng số'], ['Tổng số hộ', 217, 193, 410]),
  'own-form/columns-of-several': () =>
    adopting(
      ['Chỉ tiêu', 'An Thịnh', null, 'Bình Lâm'],
      [null, 'Kế hoạch', 'Thực hiện', 'Kế hoạch', 'Thực hiện'],
      ['Tổng số hộ', 200, 217, 190, 193],
    ),
  'own-form/columns-beside-names': () =>
    adopting(['Chỉ tiêu', 'Ấp 1', 'Ấp 2', 'Phấn Động', 'Cộng'], ['Tổng số hộ', 217, 193, 12, 422]),
  'cell/row-of-nobody': () =>
    sent(LIST, ['Thôn: Ấp 1'], ['TT', 'Họ và tên', 'Kết quả'], [1, 'A', 'Đạt'], [2, null, 'Đạt']),
  'cell/rows-of-another-area': () =>
    sent(LIST, ['Thôn: Ấp 1'], ['TT', 'Họ và tên', 'Kết quả'], [1, 'A', 'Đạt'], [1, 'B', 'Đạt']),
  'own-form/not-reviewed': () =>
    faults(AREAS.replace('field: households', 'field: households, review: true')),
  'own-form/unread-not-there': () =>
    adoptingWithout(['Phấn Đồi'], ['Chỉ tiêu', 'Ấp 1', 'Ấp 2', 'Cộng'], ['Tổng số hộ', 217, 193, 410]),
  'total/kinds-differ': async () => {
    const labels = ['Tổng số thôn', 'Số thôn', 'Số tổ'].map((label, at) => [label, [4, 3, 2][at] ?? 0]);
    const name = OLD_UNITS.find(({ level }) => level === 'commune')?.name ?? '';
    const rows = [['NĂM 2024'], [`Xã: ${name}`], [], ['Chỉ tiêu', 'Kết quả'], ...labels];
    const bytes = await drawnBook([{ name: 'S', rows }]);
    const file = { path: 'submissions/a.xlsx', bytes, sha256: 'a'.repeat(64) };
    const { findings } = await resultsOf({
      unit: '97',
      level: 'province',
      files: [file],
      more: { set: setWithForm(HEAD + KINDS) },
    });
    return findings.filter(({ code }) => code === 'total/kinds-differ');
  },
  'own-form/no-unit-filled': () =>
    sent(UNITS, ['TT', 'Xã', 'Tổng số hộ'], [1, 'Xã Dak Lua'], [2, 'Xã Phú An']),
  'own-form/column-no-area': () =>
    sent(ACROSS, ['Chỉ tiêu', 'Ấp 1', 'Kết quả'], ['Tổng số hộ', 217, 217], ['Số hộ đạt', 193, 193]),
  'own-form/table-missing': () => sent(AREAS + SECOND, HEADER, ROW),
  'own-form/unknown-field': () => faults(AREAS.replace('households', 'househlds')),
  'own-form/field-twice': () => faults(AREAS.replace('familiesTitled', 'households')),
  'own-form/header-twice': () => faults(AREAS.replace('[Số hộ đạt]', '[Tổng số hộ]')),
  'own-form/wrong-level': () => faults(LINES.replace('familiesTitled', 'areaTitle')),
  'own-form/id-taken': () =>
    faults(`${AREAS}fields: [{ id: population, label: Dân số, type: count, aggregation: sum, scale: 0 }]\n`),
};
