/** Submissions written as rows of cells, recognised against the bundled criteria set and a small district. */
import type {
  CriteriaSet,
  Finding,
  Part,
  RawCell,
  RawFile,
  RawRange,
  RawSheet,
  Settlement,
  UnitTree,
  UnitVersion,
} from '../../../src/model.js';
import { parseCellAddress } from '../../../src/values/cell-address.js';
import type { UnitScope } from '../../../src/submission/sender/unit-scope.js';
import { recogniseFile, type RecognitionContext } from '../../../src/submission/recognise.js';
import { chooseAmongRivals } from '../../../src/submission/rivals.js';
import { madeUnit } from '../../support/made-units.js';
import { SET } from '../writers/template-support.js';

export { SET };

/** A number, a text, nothing, or a cell with more to say. */
export type Typed = number | string | null | undefined | Partial<RawCell>;

/** `=` before a number: a formula with that result; `=` alone: a formula never calculated. */
export const formula = (result: number): Partial<RawCell> => ({
  kind: 'number',
  raw: String(result),
  formula: true,
});
/** `written('A1+B1', 5)`: the formula with the result that the file stores for it. */
export const written = (expression: string, result: number): Partial<RawCell> => ({
  ...formula(result),
  expression,
});
export const uncalculated: Partial<RawCell> = { kind: 'text', raw: '', formula: true, uncalculated: true };
export const errorCell = (raw: string): Partial<RawCell> => ({ kind: 'error', raw });

export interface SheetOptions {
  readonly top?: number;
  readonly left?: number;
  readonly state?: RawSheet['state'];
  /** "A1:C1" */
  readonly merges?: readonly string[];
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
}

export function sheet(
  name: string,
  rows: readonly (readonly Typed[])[],
  options: SheetOptions = {},
): RawSheet {
  const { top = 1, left = 1 } = options;
  const cells = rows.flatMap((row, down) =>
    row.flatMap((typed, right): RawCell[] => {
      if (typed === null || typed === undefined || typed === '') return [];
      const place = { row: top + down, column: left + right };
      if (typeof typed === 'number') return [{ ...place, kind: 'number', raw: String(typed) }];
      if (typeof typed === 'string') return [{ ...place, kind: 'text', raw: typed }];
      return [{ kind: 'text', raw: '', ...typed, ...place }];
    }),
  );
  return {
    name,
    state: options.state ?? 'visible',
    cells,
    merges: (options.merges ?? []).map(rangeOf),
    hiddenRows: options.hiddenRows ?? [],
    hiddenColumns: options.hiddenColumns ?? [],
    date1904: false,
  };
}

function rangeOf(text: string): RawRange {
  const [first = '', last = first] = text.split(':');
  const from = parseCellAddress(first);
  const to = parseCellAddress(last);
  if (from === undefined || to === undefined) throw new Error(text);
  return { top: from.row, left: from.column, bottom: to.row, right: to.column };
}

export const SHA = 'ab'.repeat(32);

export const workbook = (
  sheets: readonly RawSheet[],
  path = 'submissions/xa.xlsx',
  sha256 = SHA,
): RawFile => ({
  source: { path, bytes: new Uint8Array(), sha256 },
  format: 'xlsx',
  sheets,
});

/** A CSV file from its records. */
export const csv = (rows: readonly (readonly string[])[], path = 'submissions/bieu.csv'): RawFile => ({
  source: { path, bytes: new Uint8Array(), sha256: SHA },
  format: 'csv',
  sheets: [sheet('', rows)],
});

const commune = (code: string, name: string, parentCode: string, type = 'xã'): UnitVersion =>
  madeUnit(code, 'commune', parentCode, { name, type });

/** Tỉnh Đồng Nai: huyện Tân Phú and huyện Định Quán, both with a xã Phú Lộc. */
export const UNITS: readonly UnitVersion[] = [
  { code: '75', name: 'Đồng Nai', type: 'tỉnh', level: 'province' },
  { code: '734', name: 'Tân Phú', type: 'huyện', level: 'district', parentCode: '75' },
  { code: '736', name: 'Định Quán', type: 'huyện', level: 'district', parentCode: '75' },
  commune('26116', 'Tân Phú', '734', 'thị trấn'),
  commune('26119', 'Dak Lua', '734'),
  commune('26122', 'Nam Cát Tiên', '734'),
  commune('26125', 'Phú An', '734'),
  commune('26131', 'Phú Lộc', '734'),
  commune('26206', 'Phú Lộc', '736'),
  commune('26209', 'Phú Vinh', '736'),
  commune('09187', 'An Bình', '736'),
];

export function treeOf(root: string, units: readonly UnitVersion[] = UNITS): UnitTree {
  const below = (code: string): readonly UnitVersion[] => units.filter((unit) => unit.parentCode === code);
  const byCode = new Map<string, UnitVersion>();
  const children = new Map<string, readonly string[]>();
  const visit = (unit: UnitVersion): void => {
    byCode.set(unit.code, unit);
    children.set(
      unit.code,
      below(unit.code).map(({ code }) => code),
    );
    below(unit.code).forEach(visit);
  };
  units.filter(({ code }) => code === root).forEach(visit);
  const leaves = [...byCode.values()].filter(({ level }) => level === 'commune').map(({ code }) => code);
  return { root, byCode, children, leaves, due: new Set(leaves) };
}

export const scopeOf = (root = '75', more: Partial<UnitScope> = {}): UnitScope => ({
  tree: treeOf(root),
  everywhere: new Map(UNITS.map((unit) => [unit.code, unit])),
  ...more,
});

export interface RunOptions {
  readonly set?: CriteriaSet;
  readonly scope?: UnitScope;
  readonly period?: RecognitionContext['period'];
  readonly settlements?: readonly Settlement[];
}

export const contextOf = (options: RunOptions = {}): RecognitionContext => ({
  set: options.set ?? SET,
  scope: options.scope ?? scopeOf(),
  period: options.period ?? { id: '2024', kind: 'year' },
  settlements: options.settlements ?? [],
});

export interface Outcome {
  readonly parts: readonly Part[];
  readonly findings: readonly Finding[];
  readonly codes: readonly string[];
  part(form: string): Part | undefined;
  /** Figures of a column of a form, row by row: numbers, states, or texts. */
  column(form: string, field: string): readonly (number | string)[];
}

/** Recognises files and settles rivals, as a run does. */
export function recognise(files: RawFile | readonly RawFile[], options: RunOptions = {}): Outcome {
  const context = contextOf(options);
  const list = 'sheets' in files ? [files] : files;
  const recognised = list.map((file) => recogniseFile(file, context));
  const settled = chooseAmongRivals(
    recognised.flatMap(({ parts }) => parts),
    context.set,
    (code) => code,
  );
  const findings = [
    ...recognised.flatMap((one) => one.findings),
    ...settled.findings,
    ...settled.parts.flatMap((part) => part.findings ?? []),
  ];
  const part = (form: string): Part | undefined => settled.parts.find((one) => one.form === form);
  return {
    parts: settled.parts,
    findings,
    codes: findings.map(({ code }) => code),
    part,
    column: (form, field) => {
      const column = part(form)?.table?.columns.get(field);
      return (column?.states ?? []).map((state, row) =>
        state === 'value' ? (column?.texts[row] ?? column?.numbers[row] ?? '?') : state,
      );
    },
  };
}

/** The findings of an outcome with one code. */
export const found = (outcome: Outcome, code: string): readonly Finding[] =>
  outcome.findings.filter((finding) => finding.code === code);

/** Thông tin of a commune, as rows. */
export const information = (
  said: Readonly<Record<string, Typed>> = {},
  options: SheetOptions = {},
): RawSheet =>
  sheet(
    'Thông tin',
    Object.entries<Typed>({
      'Mã đơn vị hành chính': '26119',
      'Tên đơn vị': 'Dak Lua',
      'Kỳ báo cáo': '2024',
      ...said,
    }).flatMap(([label, value]): readonly (readonly Typed[])[] => (value === null ? [] : [[label, value]])),
    options,
  );

export const AREA_HEADER = [
  'TT',
  'Tên thôn, tổ dân phố',
  'Tổng số hộ',
  'Số hộ được tặng danh hiệu “Gia đình văn hóa”',
  'Danh hiệu “Thôn, tổ dân phố văn hóa”',
];

/** Biểu 01 with the required columns. */
export const areas = (rows: readonly (readonly Typed[])[], options: SheetOptions = {}): RawSheet =>
  sheet('Biểu 01', [AREA_HEADER, ...rows], options);

export const THREE_AREAS: readonly (readonly Typed[])[] = [
  [1, 'Ấp 1', 120, 100, 'đạt'],
  [2, 'Ấp 2', 80, 70, 'đạt'],
  [3, 'Ấp 3', 50, 45, 'không đạt'],
];

/** Every line of Biểu 02 that the set has, with figures by code. */
export function lines(figures: Readonly<Record<string, Typed>> = {}, options: SheetOptions = {}): RawSheet {
  const rows = SET.fields.flatMap((field) => {
    const code = field.form === 'bieu-02' ? field.code : field.alsoIn?.code;
    return code === undefined ? [] : [[code, field.label, field.unit ?? '', figures[code]]];
  });
  return sheet('Biểu 02', [['Mã số', 'Chỉ tiêu', 'Đơn vị tính', 'Số liệu', 'Ghi chú'], ...rows], options);
}

/** The hidden sheet of a form that was sent out: columns of Biểu 01 by field id. */
export const identity = (
  said: Readonly<Record<string, string>> = {},
  places: Readonly<Record<string, string>> = {},
): RawSheet =>
  sheet(
    '_tdkvh',
    [
      ...Object.entries({
        schema: 'tdkvh/form@1',
        version: SET.formVersion,
        criteria: SET.id,
        unit: '26119',
        period: '2024',
        ...said,
      }),
      ['field', 'sheet', 'cell', 'kind'],
      ...Object.entries(places).map(([field, cell]) => [field, 'Biểu 01', cell, 'column']),
    ],
    { state: 'veryHidden' },
  );
