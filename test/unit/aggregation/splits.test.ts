/** Splits of the whole add up to the whole again, by kind of unit and by kind of residential area. */
import { describe, expect, it } from 'vitest';
import type {
  CriteriaSet,
  FieldDefinition,
  UnitTree,
  UnitVersion,
  ValidatedSubmission,
} from '../../../src/model.js';
import { measureRun } from '../../../src/aggregation/results-document.js';

const field = (id: string, more: Partial<FieldDefinition> = {}): FieldDefinition => ({
  id,
  form: 'bieu-01',
  label: id,
  type: 'count',
  scale: 0,
  aggregation: 'sum',
  requiredIn: [],
  enterAt: 'area',
  core: true,
  marks: {},
  basis: '',
  confirmed: true,
  ...more,
});

const SET: CriteriaSet = {
  id: 'thu',
  label: 'Thử',
  formVersion: '1',
  basis: '',
  titleYears: { from: 2024 },
  forms: [
    {
      id: 'bieu-01',
      sheet: 'Biểu 01',
      title: '',
      shape: 'table',
      sender: 'commune',
      rowKey: ['areaName'],
      groups: [],
    },
  ],
  fields: [
    field('areaName', { type: 'text', aggregation: 'none' }),
    field('areaKind', {
      type: 'choice',
      choices: [
        { id: 'thon', label: 'thôn' },
        { id: 'to-dan-pho', label: 'tổ dân phố' },
      ],
    }),
    field('households'),
    field('titled'),
  ],
  indicators: [
    {
      id: 'rate',
      label: '',
      unit: 'hộ',
      numerator: { sum: 'titled' },
      denominator: { sum: 'households' },
      headline: false,
      basis: '',
      confirmed: true,
    },
  ],
  rules: [],
  titles: [],
};

const submission = (
  unit: string,
  rows: readonly (readonly [kind: string, households: number, titled: number])[],
): ValidatedSubmission => {
  const column = (id: string, texts: readonly (string | undefined)[], numbers: readonly number[]) =>
    [
      id,
      {
        field: id,
        states: rows.map(() => 'value' as const),
        texts,
        numbers: Float64Array.from(numbers),
        column: 1,
      },
    ] as const;
  const none = rows.map(() => undefined);
  const columns = new Map([
    column(
      'areaName',
      rows.map((_, row) => `Thôn ${String(row)}`),
      rows.map(() => Number.NaN),
    ),
    column(
      'areaKind',
      rows.map(([kind]) => kind),
      rows.map(() => Number.NaN),
    ),
    column(
      'households',
      none,
      rows.map(([, households]) => households),
    ),
    column(
      'titled',
      none,
      rows.map(([, , titled]) => titled),
    ),
  ]);
  const table = {
    form: 'bieu-01',
    file: '',
    sheet: '',
    rowCount: rows.length,
    sheetRows: rows.map((_, row) => row),
    rowKeys: [],
    rowLabels: [],
    columns,
  };
  return {
    unit,
    period: '2024',
    tables: new Map([['bieu-01', table]]),
    excludedFields: new Map(),
  } as unknown as ValidatedSubmission;
};

const commune = (code: string, type: string, region?: string): UnitVersion => ({
  code,
  name: code,
  type,
  level: 'commune',
  ...(region === undefined ? {} : { region }),
});

const TREE: UnitTree = {
  root: 'D',
  byCode: new Map([
    ['D', { code: 'D', name: 'D', type: 'huyện', level: 'district' }],
    ['1', commune('1', 'xã', 'miền núi')],
    ['2', commune('2', 'xã')],
    ['3', commune('3', 'thị trấn', 'đồng bằng')],
  ]),
  children: new Map([
    ['D', ['1', '2', '3']],
    ['1', []],
    ['2', []],
    ['3', []],
  ]),
  leaves: ['1', '2', '3'],
};

const run = measureRun(
  TREE,
  new Map([
    [
      '1',
      submission('1', [
        ['thon', 100, 90],
        ['thon', 50, 40],
      ]),
    ],
    [
      '3',
      submission('3', [
        ['to-dan-pho', 200, 150],
        ['thon', 10, 10],
      ]),
    ],
  ]),
  SET.indicators,
  SET,
);

describe('splits', () => {
  it('count each unit once, those that have not reported included', () => {
    expect(run.splits['type']?.['xã']?.['rate']).toMatchObject({ n: 130, d: 150, reported: 1, expected: 2 });
    expect(run.splits['type']?.['thị trấn']?.['rate']).toMatchObject({
      n: 160,
      d: 210,
      reported: 1,
      expected: 1,
    });
    expect(run.measures['D']?.['rate']).toMatchObject({ n: 290, d: 360, reported: 2, expected: 3 });
  });
  it('keep units that declare no value apart, and leave out what nobody declares', () => {
    expect(Object.keys(run.splits['region'] ?? {})).toEqual(['miền núi', '', 'đồng bằng']);
    expect(run.splits['urban']).toBeUndefined();
  });
  it('divide rows by the kind of area', () => {
    expect(run.splits['areaKind']?.['thon']?.['rate']).toMatchObject({ n: 140, d: 160, reported: 2 });
    expect(run.splits['areaKind']?.['to-dan-pho']?.['rate']).toMatchObject({ n: 150, d: 200, reported: 2 });
  });
});
