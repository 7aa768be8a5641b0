/** VH226–VH236, VH271, VH272, VH294, VH299: forms of an office's own that are to be filled, and what they say beside the figures of the period. */
import { besideStated, type StatedAgainst } from '../../../src/comparison/beside-stated.js';
import type { Figure } from '../../../src/office/own-forms/result-figures.js';
import { FillLog } from '../../../src/office/own-forms/fill-log.js';
import { filledWithResults } from '../../../src/office/own-forms/form-with-results.js';
import { readyFor } from '../../../src/office/own-forms/form-for-unit.js';
import { cannotFill, ownTemplates } from '../../../src/office/own-forms/make-own-templates.js';
import { fittedForm, notHere, type OpenForm } from '../../../src/office/own-forms/open-form.js';
import type { BesideFigure, FigureTable, Finding } from '../../../src/model.js';
import { gridOf } from '../../../src/submission/layout/sheet-grid.js';
import { DISTRICT, sampleResults } from '../../support/sample-results.js';
import { SET, sheet, treeOf, UNITS, workbook, type Typed } from '../../unit/submission/made-files.js';
import { drawnBook } from '../../unit/submission/own-form/drawn-forms.js';
import { fileOf } from '../../unit/submission/own-form/made-forms.js';
import { setWithForm } from '../../unit/submission/own-form/set-with-form.js';
import type { Cases } from './case.js';

const SAMPLE_RESULTS = sampleResults();
const PERIOD = { id: '2024', year: 2024, kind: 'year' } as const;
const AREAS = `schema: tdkvh/own-form@1
id: mau
label: Mẫu
tables:
  - sheet: S
    rows: area
    key: [Thôn]
    columns:
      - { header: [Tổng số hộ], field: households }
      - { header: [Số hộ đạt], field: familiesTitled }
`;
const PEOPLE = `schema: tdkvh/own-form@1
id: mau
label: Mẫu
tables:
  - sheet: S
    rows: household
    key: [Thôn]
    columns: [{ header: [Kết quả], field: familiesTitled, count: [Đạt] }]
`;

const UNITS_LISTED = `schema: tdkvh/own-form@1
id: mau
label: Mẫu
tables:
  - sheet: S
    rows: unit
    key: [Xã]
    columns: [{ header: [Tổng số hộ], field: households }]
`;

const HEADER = ['TT', 'Thôn', 'Tổng số hộ', 'Số hộ đạt'];

function fitted(yaml: string, ...rows: readonly (readonly Typed[])[]) {
  const set = setWithForm(yaml);
  const file = workbook([sheet('S', rows)], 'mau.xlsx');
  const all = set.own?.forms ?? [];
  return fittedForm({ file, bytes: new Uint8Array(), all, set, period: PERIOD, id: 'mau' });
}
function opened(yaml: string, ...rows: readonly (readonly Typed[])[]): OpenForm {
  const { opened: form } = fitted(yaml, ...rows);
  if (form === undefined) throw new Error('does not fit');
  return form;
}
const sentOut = (form: OpenForm, areas: readonly string[] = [], to = '26119'): readonly Finding[] =>
  ownTemplates(
    form,
    UNITS.filter(({ code }) => code === to),
    {
      tree: treeOf('75'),
      targets: [],
      areasOf: () => areas.map((name) => ({ name })),
      lastYearOf: () => undefined,
      isSameArea: () => true,
    },
  ).findings.filter(({ code }) => code !== 'own-form/cannot-fill');

function told(figure: Figure, ...rows: readonly (readonly Typed[])[]): readonly Finding[] {
  const log = new FillLog('mau.xlsx', 'S');
  log.put(gridOf(sheet('S', rows)), { row: 1, column: 1 }, figure, true);
  return log.findings();
}

/** What Dak Lua's form says beside its figures, against what is known. */
function stated(beside: BesideFigure, against: Partial<StatedAgainst>): readonly Finding[] {
  const table: FigureTable = {
    form: 'bieu-01',
    file: 'submissions/a.xlsx',
    sheet: 'S',
    rowCount: 0,
    sheetRows: [],
    rowKeys: [],
    rowLabels: [],
    columns: new Map(),
    beside: [beside],
  };
  return [
    ...besideStated([{ unit: '26119', period: '2024', tables: new Map([['bieu-01', table]]) }], {
      set: SET,
      period: PERIOD,
      documents: [],
      steps: [],
      targets: [],
      unitOf: (code) => UNITS.find((one) => one.code === code),
      ...against,
    }),
  ];
}
const unitRecord = {
  name: 'Dak Lua',
  type: 'xã',
  level: 'commune',
  leaf: true,
  status: 'reported',
  forms: [],
} as const;

export const FORM_FILLING_CASES: Cases = {
  'own-form/no-longer-fits': () => fitted(AREAS, ['TT', 'Thôn', 'Tổng số hộ']).findings,
  'own-form/not-adopted': notAdopted,
  'own-form/file-not-here': () =>
    notHere('mau', setWithForm(AREAS.replace('label:', 'source: mau.xlsx\nlabel:')).own?.forms ?? [])
      .findings,
  'own-form/not-blank': () => sentOut(opened(AREAS, HEADER, [1, 'Ấp 1', 217, 200])),
  'own-form/too-few-rows': () => {
    const form = opened(AREAS, HEADER, [1], ['', 'Tổng cộng']);
    const [unit] = UNITS.filter(({ code }) => code === '26119');
    if (unit === undefined) throw new Error('no such unit');
    const areas = [{ name: 'Ấp 1' }, { name: 'Ấp 2' }];
    return readyFor(form, form.sheets, { unit, areas, isSameArea: () => true, takenFrom: [], targets: [] })
      .findings;
  },
  'own-form/cannot-fill': () => [cannotFill('mau.xlsx', 'signed')],
  'own-form/left-blank': () => told({ kind: 'none', why: 'chưa có số liệu' }),
  'own-form/units-without-sheet': async () => {
    const set = setWithForm(AREAS.replace('sheet: S', 'sheet: Dak Lua'));
    const names = ['Dak Lua', 'Phú An'];
    const sheets = names.map((name) => ({ name, rows: [[`UBND XÃ ${name}`], [], HEADER, [1]] }));
    const [file, bytes, all] = [fileOf(sheets, 'mau.xlsx'), await drawnBook(sheets), set.own?.forms ?? []];
    const form = fittedForm({ file, bytes, all, set, period: PERIOD, id: 'mau' }).opened;
    return form === undefined ? [] : sentOut(form, [], '26122');
  },
  'own-form/units-not-listed': async () => {
    const rows = [
      ['TT', 'Xã', 'Tổng số hộ'],
      [1, 'Dak Lua'],
      [2, 'Phú An'],
    ];
    const form = opened(UNITS_LISTED, ...rows);
    return sentOut({ ...form, bytes: await drawnBook([{ name: 'S', rows }]) }, [], '26122');
  },
  'own-form/places-lacking': () => {
    const log = new FillLog('mau.xlsx', 'S');
    log.withoutPlace(['Ấp 1', 'Ấp 2'], 'cột', { row: 3, column: 7 });
    return log.findings();
  },
  'own-form/of-some-units': () => told({ kind: 'value', number: '5', partOf: '3/4 đơn vị' }),
  'own-form/kept-content': () => told({ kind: 'value', number: '5' }, [7]),
  'own-form/last-year-differs': () =>
    stated(
      { field: 'households', role: 'lastYear', number: 530, cell: 'G9' },
      {
        documents: [
          {
            results: {
              ...SAMPLE_RESULTS,
              period: { id: '2023', year: 2023, kind: 'year' },
              units: [{ code: '26119', ...unitRecord }],
              measures: { '26119': { households: { n: 528, reported: 1, expected: 1 } } },
            },
          },
        ],
      },
    ),
  'own-form/plan-differs': () =>
    stated(
      { field: 'households', role: 'plan', number: 530, cell: 'D9' },
      {
        targets: [
          {
            indicator: 'households',
            scope: 'xã',
            period: '2024',
            comparator: 'at_least',
            value: '540',
            kind: 'count',
          },
        ],
      },
    ),
  'own-form/rows-not-known': () => {
    const unit = SAMPLE_RESULTS.units.find(({ code }) => code === DISTRICT);
    if (unit === undefined) throw new Error('no such unit');
    const form = opened(PEOPLE, ['TT', 'Họ và tên chủ hộ', 'Thôn', 'Kết quả']);
    return filledWithResults(
      form,
      SAMPLE_RESULTS,
      () => undefined,
      () => unit,
    ).findings;
  },
};

/** No form was adopted at all. */
function notAdopted(): readonly Finding[] {
  const file = workbook([sheet('S', [HEADER])], 'mau.xlsx');
  return fittedForm({ file, bytes: new Uint8Array(), all: [], set: SET, period: PERIOD, id: 'mau' }).findings;
}
