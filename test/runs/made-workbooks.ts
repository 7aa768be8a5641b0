/**
 * The communes of made-edges.ts as workbooks of the office kind: columns in any order with their numbers, subtotals by former
 * unit, a total, formulas fresh and stale, money in the wrong unit. What each disturbance may change is kept beside the sheets.
 */
import type { OpenedFile } from '../../src/readers/open-sources.js';
import type { RawSheet } from '../../src/model.js';
import { information, SET, sheet, workbook, written, type Typed } from '../unit/submission/made-files.js';
import { ROW_FIELDS, SECOND_FIELDS, type Field, type MadeCommune, type MadeRow } from './made-edges.js';

type Random = (below: number) => number;

/** Money of Biểu 02 in thousandths of a million đồng, as the commune means it; `slip`: what it was typed times. */
export interface MadeMoney {
  readonly spent: readonly number[];
  readonly planned: readonly number[];
  readonly slip?: { readonly line: number; readonly times: 1000 | 1_000_000 };
}

export interface MadeWorkbooks {
  readonly files: readonly OpenedFile[];
  /** Fields of which one cell holds an old result of its formula. */
  readonly stale: ReadonlySet<Field>;
  readonly money: MadeMoney | undefined;
  /** A row of sums whose figures are not those sums. */
  readonly wrongSubtotal: boolean;
  /** The names of what was done, for the count and for a failure's text. */
  readonly kinds: readonly string[];
}

const FIELDS: readonly Field[] = [...ROW_FIELDS, ...SECOND_FIELDS];
const COLUMNS = ['areaName', 'formerUnit', 'areaKind', 'areaTitle', ...FIELDS] as const;
type Column = (typeof COLUMNS)[number];
const SPENT = ['K6', 'K7', 'K8', 'K9', 'K10'];
const PLANNED = ['K1', 'K2', 'K3', 'K4', 'K5'];
const FORMERS = ['Xã Đông Phong', 'Xã Yên Phụ'];

const label = (id: string): string => SET.fields.find((field) => field.id === id)?.label ?? id;
const letter = (column: number): string => String.fromCharCode(64 + column);

function shuffled<Item>(random: Random, items: readonly Item[]): readonly Item[] {
  const rest = [...items];
  return items.map(() => rest.splice(random(rest.length), 1)[0] as Item);
}

function madeMoney(random: Random): MadeMoney {
  const draw = (): number => 1000 + random(90_000);
  const spent = SPENT.map(draw);
  // A plan lies near what was spent.
  const planned = spent.map((one) => one + random(500));
  const times = random(2) === 0 ? 1000 : 1_000_000;
  return { spent, planned, ...(random(3) === 0 ? { slip: { line: random(5), times } } : {}) };
}

/** A decimal with three places, exact. */
const million = (thousandths: number): Partial<Typed & object> => ({
  kind: 'number',
  raw: `${String(Math.floor(thousandths / 1000))}.${String(thousandths % 1000).padStart(3, '0')}`,
});

interface Choices {
  readonly random: Random;
  readonly columns: readonly Column[];
  readonly numbered: 'none' | 'moved' | 'plain';
  readonly groups: boolean;
  readonly total: boolean;
  readonly formulas: boolean;
  readonly wrongSubtotal: boolean;
  readonly stale?: { readonly row: number; readonly field: Field };
}

interface Line {
  readonly cells: readonly Typed[];
}

function rowCells(made: MadeRow, former: string, row: number, choices: Choices): Line {
  const { columns, stale, random } = choices;
  const text = { areaName: made.name, formerUnit: former, areaKind: made.kind, areaTitle: made.title };
  return {
    cells: columns.map((column): Typed => {
      if (column in text) return text[column as keyof typeof text];
      const cell = made.cells[column as Field];
      if (typeof cell !== 'number') return cell;
      const first = random(cell + 1);
      const expression = `${String(first)}+${String(cell - first)}`;
      if (stale?.row === row && stale.field === column)
        return written(`${String(first)}+${String(cell - first + 3)}`, cell);
      return choices.formulas && random(6) === 0 ? written(expression, cell) : cell;
    }),
  };
}

/** Sums of the rows between two rows of the sheet, as formulas or as figures. */
function sumLine(name: string, rows: readonly MadeRow[], from: number, slip: number, choices: Choices): Line {
  const to = from + rows.length - 1;
  return {
    cells: choices.columns.map((column, at): Typed => {
      if (column === 'areaName') return name;
      if (!FIELDS.includes(column as Field)) return null;
      const numbers = rows
        .map(({ cells }) => cells[column as Field])
        .filter((one) => typeof one === 'number');
      if (numbers.length === 0) return null;
      const sum = numbers.reduce((all, one) => all + one, 0) + slip;
      const range = `SUM(${letter(at + 2)}${String(from)}:${letter(at + 2)}${String(to)})`;
      return choices.formulas && slip === 0 ? written(range, sum) : sum;
    }),
  };
}

function areaSheet(rows: readonly MadeRow[], choices: Choices): RawSheet {
  const { columns, numbered, groups, total, wrongSubtotal } = choices;
  const head: (readonly Typed[])[] = [
    ['Năm 2024'],
    ['TT', ...columns.map(label)],
    ...(numbered === 'none'
      ? []
      : [
          [
            '(1)',
            ...columns.map(
              (column, at) => `(${String((numbered === 'plain' ? at : COLUMNS.indexOf(column)) + 2)})`,
            ),
          ],
        ]),
  ];
  const body: (readonly Typed[])[] = [];
  const place = (): number => head.length + body.length + 1;
  const split = groups ? Math.floor(rows.length / 2) : rows.length;
  let ordinal = 0;
  for (const [group, block] of [rows.slice(0, split), rows.slice(split)].entries()) {
    if (block.length === 0) continue;
    const from = place();
    const former = FORMERS[group] ?? '';
    for (const one of block) {
      body.push([ordinal + 1, ...rowCells(one, former, ordinal, choices).cells]);
      ordinal += 1;
    }
    if (groups)
      body.push([
        null,
        ...sumLine(`Cộng ${former} (cũ)`, block, from, wrongSubtotal && group === 0 ? 7 : 0, choices).cells,
      ]);
  }
  if (total) {
    const plain = { ...choices, formulas: false };
    body.push([null, ...sumLine('Tổng cộng', rows, 0, 0, plain).cells]);
  }
  return sheet('Biểu 01', [...head, ...body]);
}

function lineSheet(own: Readonly<Record<string, number | string>>, money: MadeMoney | undefined): RawSheet {
  const typed = (codes: readonly string[], amounts: readonly number[], slips: boolean) =>
    codes.map((code, at): readonly [string, Typed] => {
      const amount = amounts[at] ?? 0;
      const slip = slips && money?.slip?.line === at ? money.slip.times : 1;
      return [code, slip === 1 ? million(amount) : amount * (slip / 1000)];
    });
  const cells = new Map<string, Typed>([
    ...Object.entries(own),
    ...(money === undefined
      ? []
      : [...typed(PLANNED, money.planned, false), ...typed(SPENT, money.spent, true)]),
  ]);
  const rows = SET.fields.flatMap((field) => {
    const code = field.form === 'bieu-02' ? field.code : field.alsoIn?.code;
    return code === undefined || !cells.has(code)
      ? []
      : [[code, field.label, field.unit ?? '', cells.get(code)]];
  });
  return sheet('Biểu 02', [['Mã số', 'Chỉ tiêu', 'Đơn vị tính', 'Số liệu', 'Ghi chú'], ...rows]);
}

function choicesOf(rows: readonly MadeRow[], random: Random): Choices {
  const moved = random(3) > 0;
  // An area twice would be two areas in two former units.
  const once = new Set(rows.map(({ name }) => name)).size === rows.length;
  const groups = once && rows.length >= 4 && random(2) === 0;
  const stale =
    random(4) === 0 ? { row: random(rows.length), field: FIELDS[random(FIELDS.length)] as Field } : undefined;
  const usable = stale !== undefined && typeof rows[stale.row]?.cells[stale.field] === 'number';
  return {
    random,
    columns: moved ? ['areaName', ...shuffled(random, COLUMNS.slice(1))] : COLUMNS,
    numbered: (['none', 'moved', 'plain'] as const)[random(3)] ?? 'none',
    groups,
    total: random(2) === 0,
    formulas: random(2) === 0,
    wrongSubtotal: groups && random(5) === 0,
    ...(usable ? { stale } : {}),
  };
}

const opened = (path: string, sheets: readonly RawSheet[]): OpenedFile => ({
  path,
  sha256: path,
  file: workbook(sheets, path, path),
  findings: [],
});

/** The commune's workbook, and its second one where two of the same number are in conflict. */
export function workbooksOf(commune: MadeCommune, name: string, random: Random): MadeWorkbooks {
  const { code, rows, own, declared, rival, areaClass } = commune;
  const choices = rows === undefined ? undefined : choicesOf(rows, random);
  const money = own === undefined ? undefined : madeMoney(random);
  const about = information({
    'Mã đơn vị hành chính': code,
    'Tên đơn vị': name,
    ...(declared === undefined ? {} : { [label('areasDeclared')]: declared }),
    ...(areaClass === undefined ? {} : { [label('areaClass')]: areaClass }),
  });
  const area = rows === undefined || choices === undefined ? [] : [areaSheet(rows, choices)];
  const other =
    rows?.map((row): MadeRow => {
      const { population } = row.cells;
      return {
        ...row,
        cells: { ...row.cells, population: typeof population === 'number' ? population + 1 : population },
      };
    }) ?? [];
  const files = [
    opened(`submissions/${code}.xlsx`, [
      about,
      ...area,
      ...(own === undefined ? [] : [lineSheet(own, money)]),
    ]),
    ...(rival && choices !== undefined
      ? [opened(`submissions/${code} khac.xlsx`, [about, areaSheet(other, choices)])]
      : []),
  ];
  const kinds = [
    ...(choices?.columns === COLUMNS ? [] : ['moved columns']),
    ...(choices?.groups === true ? [choices.wrongSubtotal ? 'wrong subtotal' : 'subtotals'] : []),
    ...(choices?.stale === undefined ? [] : ['stale formula']),
    ...(money?.slip === undefined ? [] : [`money times ${String(money.slip.times)}`]),
    ...(rival ? ['conflict'] : []),
    ...(rows === undefined || own === undefined ? ['form left out'] : []),
    ...(Object.values(own ?? {}).includes('x') ||
    rows?.some(({ cells }) => Object.values(cells).includes('x')) === true
      ? ['not applicable']
      : []),
    ...(rows?.some(({ cells }) => Object.values(cells).includes('')) === true ? ['partial form'] : []),
    ...(SECOND_FIELDS.some((field) => rows?.every(({ cells }) => cells[field] === ''))
      ? ['second place']
      : []),
  ];
  return {
    files,
    stale: new Set(choices?.stale === undefined ? [] : [choices.stale.field]),
    money,
    wrongSubtotal: choices?.wrongSubtotal === true,
    kinds,
  };
}
