/**
 * A hand-made results document of a small invented district: five communes in two groups, one that sent nothing,
 * one with a blank in the titled column, areas still without a decision, one target.
 * The figures of the areas stand below; sums are added here, by this file's own arithmetic.
 */
import type {
  IndicatorRecord,
  MeasureRecord,
  OwnRecord,
  ResultsDocument,
  RowsRecord,
  UnitRecord,
} from '../../src/model.js';
import { defined } from '../../src/values/defined.js';

export const DISTRICT = '901';

/** name, kind, households, registered, titled (null = left blank), title, houses, standard houses, ground, convention. */
type Area = readonly [
  name: string,
  kind: 'thon' | 'to-dan-pho',
  households: number,
  registered: number,
  titled: number | null,
  title: 'awarded' | 'notAwarded' | 'pending',
  houses: number,
  standard: number,
  ground: 'yes' | 'no',
  convention: 'yes' | 'no',
];

/** The areas of each commune that sent Biểu 01. */
export const AREAS: Readonly<Record<string, readonly Area[]>> = {
  '90101': [
    ['Tổ dân phố Trung Tâm', 'to-dan-pho', 310, 305, 298, 'awarded', 1, 1, 'yes', 'yes'],
    ['Tổ dân phố Bến Đò', 'to-dan-pho', 268, 260, 251, 'awarded', 1, 1, 'yes', 'yes'],
    ['Tổ dân phố Chợ Mới', 'to-dan-pho', 225, 214, 197, 'notAwarded', 0, 0, 'no', 'yes'],
  ],
  '90102': [
    ['Thôn Đông', 'thon', 184, 180, 171, 'awarded', 1, 1, 'yes', 'yes'],
    ['Thôn Đoài', 'thon', 203, 201, 188, 'awarded', 1, 0, 'yes', 'yes'],
  ],
  '90103': [
    ['Thôn Hạ', 'thon', 156, 150, 139, 'awarded', 1, 1, 'yes', 'yes'],
    ['Thôn Thượng', 'thon', 147, 140, null, 'pending', 1, 0, 'no', 'no'],
  ],
  '90104': [
    ['Thôn Cầu', 'thon', 212, 208, 186, 'pending', 1, 1, 'yes', 'yes'],
    ['Thôn Giếng', 'thon', 119, 112, 97, 'notAwarded', 1, 0, 'no', 'yes'],
  ],
};

const GROUP_1 = 'Cụm thi đua số 1';
const GROUP_2 = 'Cụm thi đua số 2';

const unit = (
  code: string,
  type: string,
  name: string,
  group: string,
  status: UnitRecord['status'],
): UnitRecord => ({
  code,
  name,
  type,
  level: 'commune',
  parent: DISTRICT,
  leaf: true,
  group,
  areaClass: 'ordinary',
  status,
  forms:
    status === 'missing'
      ? []
      : [
          { form: 'thong-tin', submissionNo: 1, file: `${code}.xlsx` },
          { form: 'bieu-01', submissionNo: 1, file: `${code}.xlsx` },
          { form: 'bieu-02', submissionNo: 1, file: `${code}.xlsx` },
        ],
});

const UNITS: readonly UnitRecord[] = [
  {
    code: DISTRICT,
    name: 'An Bình',
    type: 'huyện',
    level: 'district',
    leaf: false,
    status: 'notDue',
    forms: [],
  },
  unit('90101', 'thị trấn', 'Mỹ Lâm', GROUP_1, 'reported'),
  unit('90102', 'xã', 'Hòa Phong', GROUP_1, 'reported'),
  unit('90103', 'xã', 'Phú Lộc', GROUP_1, 'reportedWithErrors'),
  unit('90104', 'xã', 'Tân Hương', GROUP_2, 'reported'),
  { ...unit('90105', 'xã', 'Yên Sơn', GROUP_2, 'missing'), households: 320 },
];

/** Codes of the communes, in the order of the list. */
export const COMMUNES: readonly string[] = UNITS.filter((one) => one.leaf).map((one) => one.code);

const indicator = (
  id: string,
  label: string,
  unitOfMeasure: string,
  more: Partial<IndicatorRecord> = {},
): IndicatorRecord => ({
  id,
  label,
  unit: unitOfMeasure,
  kind: 'count',
  scale: 0,
  headline: false,
  basis: 'Biểu 01',
  confirmed: true,
  ...more,
});
const rate = (
  id: string,
  label: string,
  unitOfMeasure: string,
  baseLabel: string,
  headline = true,
): IndicatorRecord => indicator(id, label, unitOfMeasure, { kind: 'rate', baseLabel, headline });

const AREA_UNIT = 'thôn, tổ dân phố';
const INDICATORS: readonly IndicatorRecord[] = [
  indicator('households', 'Tổng số hộ', 'hộ'),
  indicator('familiesRegistered', 'Số hộ đăng ký', 'hộ'),
  indicator('familiesTitled', 'Số hộ được tặng danh hiệu “Gia đình văn hóa”', 'hộ'),
  indicator('areaTitle:awarded', 'Thôn, tổ dân phố văn hóa: đạt', AREA_UNIT),
  indicator('areaTitle:notAwarded', 'Thôn, tổ dân phố văn hóa: không đạt', AREA_UNIT),
  indicator('areaTitle:pending', 'Thôn, tổ dân phố văn hóa: chưa có quyết định', AREA_UNIT),
  indicator('cultureHouses', 'Số nhà văn hóa', 'nhà'),
  indicator('cultureHousesStandard', 'Nhà văn hóa đạt chuẩn', 'nhà'),
  indicator('sportsGround:yes', 'Khu thể thao thôn: có', AREA_UNIT),
  indicator('convention:yes', 'Hương ước, quy ước được công nhận: có', AREA_UNIT),
  indicator('documentsIssued', 'Số văn bản chỉ đạo, hướng dẫn đã ban hành', 'văn bản', { basis: 'Biểu 02' }),
  indicator('inspections', 'Số cuộc kiểm tra, phúc tra', 'cuộc', { basis: 'Biểu 02' }),
  indicator('agencies', 'Tổng số cơ quan, đơn vị, doanh nghiệp', 'đơn vị', { basis: 'Biểu 02' }),
  indicator('agenciesTitled', 'Số cơ quan, đơn vị, doanh nghiệp được công nhận đạt chuẩn văn hóa', 'đơn vị', {
    basis: 'Biểu 02',
  }),
  indicator('fundsTotal', 'Tổng kinh phí thực hiện', 'triệu đồng', {
    kind: 'amount',
    scale: 3,
    basis: 'Biểu 02',
  }),
  rate('familyTitleRate', 'Tỷ lệ hộ được tặng danh hiệu “Gia đình văn hóa”', 'hộ', 'tổng số hộ'),
  rate('areaTitleRate', 'Tỷ lệ thôn, tổ dân phố văn hóa', AREA_UNIT, 'tổng số thôn, tổ dân phố'),
  rate(
    'areasWithCultureHouseRate',
    'Tỷ lệ thôn, tổ dân phố có nhà văn hóa',
    AREA_UNIT,
    'tổng số thôn, tổ dân phố',
  ),
  rate('cultureHouseStandardRate', 'Tỷ lệ nhà văn hóa đạt chuẩn', 'nhà', 'tổng số nhà văn hóa', false),
  rate(
    'sportsGroundRate',
    'Tỷ lệ thôn, tổ dân phố có khu thể thao',
    AREA_UNIT,
    'tổng số thôn, tổ dân phố',
    false,
  ),
  rate('conventionRate', 'Tỷ lệ thôn, tổ dân phố có hương ước', AREA_UNIT, 'tổng số thôn, tổ dân phố'),
  rate('agencyTitleRate', 'Tỷ lệ cơ quan, đơn vị đạt chuẩn', 'đơn vị', 'tổng số cơ quan, đơn vị'),
  rate('exerciserRate', 'Tỷ lệ người tập thể dục thể thao thường xuyên', 'người', 'tổng số nhân khẩu'),
];

/** Own figures of Biểu 02: documents, inspections, agencies, agencies titled, funds in nghìn đồng. */
const OWN: Readonly<Record<string, readonly [number, number, number, number, number]>> = {
  '90101': [6, 2, 14, 13, 45500],
  '90102': [4, 1, 8, 8, 18250],
  '90103': [5, 2, 9, 7, 12000],
  '90104': [3, 0, 7, 6, 20125],
};
const OWN_FIELDS = ['documentsIssued', 'inspections', 'agencies', 'agenciesTitled', 'fundsTotal'] as const;

type Leaf = Readonly<Record<string, MeasureRecord>>;
const known = (n: number, d?: number, pending?: number): MeasureRecord => ({
  n,
  ...defined({ d }),
  reported: 1,
  expected: 1,
  ...(pending === undefined || pending === 0 ? {} : { pending }),
});
const unknown = (state: NonNullable<MeasureRecord['state']>, withBase = false): MeasureRecord => ({
  n: 0,
  ...(withBase ? { d: 0 } : {}),
  reported: 0,
  expected: 1,
  state,
});

function leafMeasures(code: string): Leaf {
  const areas = AREAS[code];
  const own = OWN[code];
  if (areas === undefined || own === undefined) {
    return Object.fromEntries(INDICATORS.map((one) => [one.id, unknown('notReported', one.kind === 'rate')]));
  }
  const sum = (take: (area: Area) => number): number => areas.reduce((total, area) => total + take(area), 0);
  const blank = areas.some((area) => area[4] === null);
  const titled = sum((area) => (area[4] === null ? 0 : area[4]));
  const households = sum((area) => area[2]);
  const counted = (answer: Area[5]): number => sum((area) => (area[5] === answer ? 1 : 0));
  const yes = (index: 8 | 9): number => sum((area) => (area[index] === 'yes' ? 1 : 0));
  const withHouse = sum((area) => (area[6] > 0 ? 1 : 0));
  const all = areas.length;
  return {
    households: known(households),
    familiesRegistered: known(sum((area) => area[3])),
    familiesTitled: blank ? { ...unknown('partlyReported'), n: titled } : known(titled),
    'areaTitle:awarded': known(counted('awarded')),
    'areaTitle:notAwarded': known(counted('notAwarded')),
    'areaTitle:pending': known(counted('pending')),
    cultureHouses: known(sum((area) => area[6])),
    cultureHousesStandard: known(sum((area) => area[7])),
    'sportsGround:yes': known(yes(8)),
    'convention:yes': known(yes(9)),
    ...Object.fromEntries(OWN_FIELDS.map((field, index) => [field, known(own[index] ?? Number.NaN)])),
    familyTitleRate: blank ? unknown('partlyReported', true) : known(titled, households),
    areaTitleRate: known(counted('awarded'), all, counted('pending')),
    areasWithCultureHouseRate: known(withHouse, all),
    cultureHouseStandardRate: known(
      sum((area) => area[7]),
      sum((area) => area[6]),
    ),
    sportsGroundRate: known(yes(8), all),
    conventionRate: known(yes(9), all),
    agencyTitleRate: known(own[3], own[2]),
    exerciserRate: unknown('missing', true),
  };
}

const LEAVES: Readonly<Record<string, Leaf>> = Object.fromEntries(
  COMMUNES.map((code) => [code, leafMeasures(code)]),
);

/** Adds measures of the named communes; only those that reported count. */
function added(codes: readonly string[]): Leaf {
  return Object.fromEntries(
    INDICATORS.map(({ id, kind, headline }) => {
      const parts = codes.flatMap((code) => {
        const measure = LEAVES[code]?.[id];
        return measure === undefined ? [] : [{ code, measure }];
      });
      const reporting = parts.filter(({ measure }) => measure.reported === 1);
      const missing = parts.filter(({ measure }) => measure.reported === 0).map(({ code }) => code);
      const total = (take: (measure: MeasureRecord) => number): number =>
        reporting.reduce((sum, { measure }) => sum + take(measure), 0);
      const pending = total((measure) => measure.pending ?? 0);
      const n = total((measure) => measure.n);
      const d = total((measure) => measure.d ?? 0);
      const record: MeasureRecord = {
        n,
        ...(kind === 'rate' ? { d } : {}),
        reported: reporting.length,
        expected: parts.length,
        ...(pending === 0 ? {} : { pending }),
        ...(missing.length === 0 ? {} : { missing }),
      };
      return [
        id,
        headline && id === 'familyTitleRate' ? { ...record, ...familyBounds(n, d, missing) } : record,
      ];
    }),
  );
}

/** Phú Lộc has its own households; Yên Sơn stands in units.csv with 320. */
function familyBounds(n: number, d: number, missing: readonly string[]): Pick<MeasureRecord, 'bounds'> {
  const bases: Readonly<Record<string, number>> = { '90103': 303, '90105': 320 };
  const rest = missing.reduce((sum, code) => sum + (bases[code] ?? 0), 0);
  return rest === 0
    ? {}
    : {
        bounds: {
          low: [n, d + rest],
          high: [n + rest, d + rest],
          sources: ['own', 'households'],
        },
      };
}

const rowsOf = (code: string, areas: readonly Area[]): RowsRecord => {
  const column = (at: string, values: readonly (number | string | null)[]) => ({
    at,
    values,
    states: values.map((value) => (value === null ? 'm' : 'v')).join(''),
  });
  const take = (index: number): (number | string | null)[] => areas.map((area) => area[index] ?? null);
  return {
    file: `${code}.xlsx`,
    sheet: 'Biểu 01',
    sheetRows: areas.map((_, index) => 8 + index),
    columns: {
      areaName: column('B', take(0)),
      areaKind: column('D', take(1)),
      households: column('E', take(2)),
      familiesRegistered: column('G', take(3)),
      familiesTitled: column('J', take(4)),
      areaTitle: column('S', take(5)),
      cultureHouses: column('U', take(6)),
      cultureHousesStandard: column('V', take(7)),
      sportsGround: column('W', take(8)),
      convention: column('X', take(9)),
    },
  };
};

const text = (code: string, value: string, cell: string): OwnRecord => ({
  state: 'value',
  value,
  file: `${code}.xlsx`,
  sheet: 'Thông tin',
  cell,
});

const field = (id: string, form: string, label: string, type: string, unitOfMeasure?: string) => ({
  id,
  form,
  label,
  type,
  scale: 0,
  ...defined({ unit: unitOfMeasure }),
});
const YES_NO = { yes: 'Có', no: 'Không' };

/** The document; `overrides` replaces whole top-level parts. */
export function sampleResults(overrides: Partial<ResultsDocument> = {}): ResultsDocument {
  return {
    schema: 'tdkvh/results@1',
    tool: { name: 'tdkvh', version: '0.1.0' },
    period: { id: '2024', year: 2024, kind: 'year' },
    unit: DISTRICT,
    level: 'district',
    referenceDate: '2024-12-31',
    dataAsOf: '2024-11-25',
    decimals: 2,
    complete: false,
    final: false,
    criteria: {
      id: 'nd86-2023',
      label: 'Nghị định 86/2023/NĐ-CP',
      sha256: '1'.repeat(64),
      formVersion: '1',
      titles: {
        family: 'Gia đình văn hóa',
        area: 'Thôn, tổ dân phố văn hóa',
        commune: 'Xã, phường, thị trấn tiêu biểu',
      },
    },
    registry: { name: 'Danh mục mẫu', asOf: '2025-03-01', sha256: '2'.repeat(64) },
    report: {
      outline: 'local',
      superior: 'UBND HUYỆN AN BÌNH',
      agency: 'BAN CHỈ ĐẠO PHONG TRÀO “TOÀN DÂN ĐOÀN KẾT XÂY DỰNG ĐỜI SỐNG VĂN HÓA”',
      signature: 'BC-BCD',
      place: 'An Bình',
      date: '2024-12-10',
      to: [],
      recipients: [],
      annexes: ['I', 'II', 'III', 'VI', 'VII'],
    },
    inputs: COMMUNES.filter((code) => AREAS[code] !== undefined).map((code, index) => ({
      path: `submissions/${code}.xlsx`,
      sha256: String(index + 3).repeat(64),
      state: 'used',
      parts: ['Thông tin', 'Biểu 01', 'Biểu 02'].map((sheet) => ({
        form: sheet === 'Thông tin' ? 'thong-tin' : sheet === 'Biểu 01' ? 'bieu-01' : 'bieu-02',
        unit: code,
        period: '2024',
        sheet,
        submissionNo: 1,
        state: 'used' as const,
      })),
    })),
    conservation: {
      parts: { used: 12, superseded: 0, duplicate: 0, rejected: 0, skipped: 0, unattributed: 0, total: 12 },
      files: { used: 4, superseded: 0, duplicate: 0, rejected: 0, skipped: 0, unattributed: 0, total: 4 },
    },
    units: UNITS,
    fields: [
      field('areaName', 'bieu-01', 'Tên thôn, tổ dân phố', 'text'),
      {
        ...field('areaKind', 'bieu-01', 'Loại', 'choice'),
        choices: { thon: 'thôn', 'to-dan-pho': 'tổ dân phố' },
      },
      field('households', 'bieu-01', 'Tổng số hộ', 'count', 'hộ'),
      { ...field('familiesRegistered', 'bieu-01', 'Số hộ đăng ký', 'count', 'hộ'), group: 'family' },
      { ...field('familiesTitled', 'bieu-01', 'Số hộ được tặng danh hiệu', 'count', 'hộ'), group: 'family' },
      {
        ...field('areaTitle', 'bieu-01', 'Thôn, tổ dân phố văn hóa', 'choice'),
        choices: { awarded: 'đạt', notAwarded: 'không đạt', pending: 'chưa có quyết định' },
      },
      field('cultureHouses', 'bieu-01', 'Số nhà văn hóa', 'count', 'nhà'),
      field('cultureHousesStandard', 'bieu-01', 'Trong đó đạt chuẩn', 'count', 'nhà'),
      { ...field('sportsGround', 'bieu-01', 'Khu thể thao thôn', 'yesNo'), choices: YES_NO },
      { ...field('convention', 'bieu-01', 'Hương ước, quy ước', 'yesNo'), choices: YES_NO },
      field('difficulties', 'thong-tin', 'Khó khăn, vướng mắc', 'text'),
      field('proposals', 'thong-tin', 'Kiến nghị, đề xuất', 'text'),
    ],
    indicators: INDICATORS,
    measures: { [DISTRICT]: added(COMMUNES), ...LEAVES },
    groups: {
      [GROUP_1]: added(['90101', '90102', '90103']),
      [GROUP_2]: added(['90104', '90105']),
    },
    rows: Object.fromEntries(
      Object.entries(AREAS).map(([code, areas]) => [code, { 'bieu-01': rowsOf(code, areas) }]),
    ),
    own: {
      '90102': {
        difficulties: text('90102', 'Kinh phí tu sửa nhà văn hóa thôn còn hạn hẹp', 'B30'),
        proposals: text('90102', 'Đề nghị hỗ trợ kinh phí mua sắm trang thiết bị nhà văn hóa', 'B31'),
      },
      '90104': {
        difficulties: text('90104', 'Chưa bố trí được quỹ đất xây dựng khu thể thao thôn Giếng', 'B30'),
      },
    },
    targets: [
      {
        indicator: 'familyTitleRate',
        scope: DISTRICT,
        period: '2024',
        comparator: 'at_least',
        value: '92',
        kind: 'rate',
        source: 'Kế hoạch năm 2024',
      },
    ],
    findings: [
      {
        id: 'a1b2c3d4',
        code: 'unit/partly-reported',
        number: 'VH502',
        severity: 'error',
        unit: '90103',
        period: '2024',
        form: 'bieu-01',
        fields: ['familiesTitled'],
        at: { file: 'submissions/90103.xlsx', sheet: 'Biểu 01', cell: 'J9' },
        message: 'Xã Phú Lộc chưa báo cáo đủ cột “Số hộ được tặng danh hiệu”: thiếu thôn Thượng.',
        hint: 'Bổ sung số liệu của thôn Thượng rồi gửi lại.',
      },
    ],
    notEvaluated: {},
    ...overrides,
  };
}

/** The document with one measure of one node replaced: for sentences of a chosen case. */
export function withMeasure(
  results: ResultsDocument,
  node: string,
  id: string,
  measure: MeasureRecord,
): ResultsDocument {
  const own = results.measures[node];
  return { ...results, measures: { ...results.measures, [node]: { ...own, [id]: measure } } };
}
