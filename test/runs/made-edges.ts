/**
 * Communes whose figures stand at the edges: in either of two places, at both, the same or not; not applicable; blank;
 * a form left out, sent twice, with a row too few or a row twice; a part above its whole, accepted or not. What each says is
 * kept beside the files as plain values.
 */
import type { SourceFile } from '../../src/model.js';
import { file } from '../unit/pipeline/made-levels.js';

/** A cell: a number, a blank, or "x". */
export type Cell = number | '' | 'x';

/** Fields that may stand in both forms, with their line of Biểu 02. */
export const SECOND_PLACES = {
  regularExercisers: 'E7',
  sportsFamilies: 'E8',
  weddings: 'L1',
  weddingsCivilised: 'L2',
  funerals: 'L3',
  funeralsCivilised: 'L4',
  cremations: 'L5',
} as const;
export type SecondField = keyof typeof SECOND_PLACES;
export const SECOND_FIELDS = Object.keys(SECOND_PLACES) as readonly SecondField[];

/** Columns of Biểu 01 alone. */
export const ROW_FIELDS = ['households', 'population', 'familiesTitled', 'cultureHouses'] as const;
/** Lines of Biểu 02 alone. */
export const OWN_PLACES = { communeCentre: 'D1', festivals: 'F2', festivalsByRules: 'F3' } as const;
export type Field = (typeof ROW_FIELDS)[number] | SecondField;

export interface MadeRow {
  readonly name: string;
  readonly kind: 'thôn' | 'tổ dân phố' | '';
  readonly title: 'đạt' | 'không đạt' | 'chưa có quyết định' | '';
  readonly cells: Readonly<Record<Field, Cell>>;
}

/** What one commune sends, as it means it. */
export interface MadeCommune {
  readonly code: string;
  /** Undefined: Biểu 01 is left out. */
  readonly rows?: readonly MadeRow[];
  /** Line → cell; undefined: Biểu 02 is left out. */
  readonly own?: Readonly<Record<string, Cell>>;
  readonly declared?: number;
  /** Biểu 01 came in two versions with the same number. */
  readonly rival: boolean;
  readonly areaClass?: string;
}

type Random = (below: number) => number;
const pick = <Value>(random: Random, values: readonly Value[]): Value =>
  values[random(values.length)] as Value;

function truthOf(random: Random): Readonly<Record<Field, number>> {
  const households = 40 + random(200);
  const exercisers = 60 + random(60);
  const weddings = random(9);
  const funerals = random(9);
  return {
    households,
    population: households * 4 - random(20),
    familiesTitled: households - random(30),
    cultureHouses: random(3),
    regularExercisers: exercisers,
    sportsFamilies: Math.min(20 + random(20), households),
    weddings,
    weddingsCivilised: random(weddings + 1),
    funerals,
    funeralsCivilised: random(funerals + 1),
    cremations: random(funerals + 1),
  };
}

/** Whole and parts go the same way, so that a part is never compared with what is not there. */
const FAMILIES: readonly (readonly SecondField[])[] = [
  ['regularExercisers', 'sportsFamilies'],
  ['weddings', 'weddingsCivilised'],
  ['funerals', 'funeralsCivilised', 'cremations'],
];
const WAYS = [
  'rows',
  'rows',
  'own',
  'own',
  'both',
  'differ',
  'blank',
  'someBlank',
  'x',
  'ownX',
  'someX',
  'someBlankOwn',
] as const;

function sumOf(rows: readonly MadeRow[], field: Field): number {
  return rows.reduce((sum, { cells }) => sum + (typeof cells[field] === 'number' ? cells[field] : 0), 0);
}

/** One commune; every choice from the generator's own numbers. */
export function madeCommune(code: string, random: Random): MadeCommune | undefined {
  if (random(12) === 0) return undefined;
  const rows = Array.from({ length: 2 + random(4) }, (_, index): MadeRow => ({
    name: `Thôn ${String(index + 1)}`,
    kind: random(15) === 0 ? '' : pick(random, ['thôn', 'thôn', 'tổ dân phố'] as const),
    title: random(25) === 0 ? '' : pick(random, ['đạt', 'đạt', 'không đạt', 'chưa có quyết định'] as const),
    cells: truthOf(random),
  }));
  const own: Record<string, Cell> = {};
  const changed = rows.map(({ cells }): Record<Field, Cell> => ({ ...cells }));
  for (const family of FAMILIES) {
    const way = pick(random, WAYS);
    const first = random(rows.length);
    for (const field of family) {
      const sum = sumOf(rows, field);
      const line = SECOND_PLACES[field];
      const each = (change: (cell: Cell, row: number) => Cell): void => {
        changed.forEach((cells, row) => {
          cells[field] = change(cells[field], row);
        });
      };
      if (way === 'both' || way === 'own' || way === 'someBlankOwn') own[line] = sum;
      if (way === 'differ') own[line] = sum + (field === family[0] ? 1000 : 0);
      if (way === 'own' || way === 'blank') each(() => '');
      if (way === 'x' || way === 'ownX') each(() => (way === 'x' ? 'x' : ''));
      if (way === 'ownX') own[line] = 'x';
      if (way === 'someX') each((cell, row) => (row === first ? 'x' : cell));
      if (way === 'someBlank' || way === 'someBlankOwn') each((cell, row) => (row === first ? '' : cell));
    }
  }
  if (random(4) === 0) changed.forEach((cells) => (cells.cultureHouses = 'x'));
  if (random(9) === 0) (changed[0] as Record<Field, Cell>).population = '';
  if (random(9) === 0) {
    const cells = changed[random(rows.length)] as Record<Field, Cell>;
    cells.familiesTitled = (cells.households as number) + 1;
  }
  const lines: Record<string, Cell> = {
    ...own,
    [OWN_PLACES.communeCentre]: pick(random, [0, 1, 1, 'x', '']),
    ...pick<Record<string, Cell>>(random, [
      { F2: 'x', F3: 'x' },
      { F2: 5, F3: 3 },
      { F2: 4, F3: 4 },
      { F2: '', F3: '' },
    ]),
  };
  const made = rows.map((row, index) => ({ ...row, cells: changed[index] as Record<Field, Cell> }));
  const twice = random(10) === 0;
  const [head] = made;
  const sent = twice && head !== undefined ? [...made, head] : made;
  const left = random(8);
  return {
    code,
    ...(left === 0 ? {} : { rows: sent }),
    ...(left === 1 ? {} : { own: lines }),
    ...(random(3) === 0 ? { declared: sent.length + (random(2) === 0 ? 1 : 0) } : {}),
    rival: random(12) === 0 && left !== 0,
    ...(random(2) === 0 ? { areaClass: pick(random, ['thông thường', 'đặc biệt khó khăn']) } : {}),
  };
}

const FIELDS: readonly Field[] = [...ROW_FIELDS, ...SECOND_FIELDS];

/** The commune's files, as CSV. */
export function filesOfCommune(commune: MadeCommune, period = '2024'): readonly SourceFile[] {
  const { code, rows, own, declared, rival, areaClass } = commune;
  const answers: readonly (readonly [string, number | string])[] = [
    ...(declared === undefined ? [] : [['areasDeclared', declared] as const]),
    ...(areaClass === undefined ? [] : [['areaClass', areaClass] as const]),
  ];
  const table = (more: number): string =>
    [
      ['unit_code', 'period', 'areaName', 'formerUnit', 'areaKind', 'areaTitle', ...FIELDS].join(','),
      ...(rows ?? []).map(({ name, kind, title, cells }) =>
        [
          code,
          period,
          name,
          'Xã Cũ',
          kind,
          title,
          ...FIELDS.map((field) =>
            field === 'population' && typeof cells[field] === 'number'
              ? String(cells[field] + more)
              : String(cells[field]),
          ),
        ].join(','),
      ),
      '',
    ].join('\n');
  const list = (head: string, lines: readonly (readonly [string, number | string])[]): string =>
    [head, ...lines.map(([key, cell]) => `${code},${period},${key},${String(cell)}`), ''].join('\n');
  return [
    ...(rows === undefined ? [] : [file(`submissions/${code}/bieu-01.csv`, table(0))]),
    ...(rows === undefined || !rival ? [] : [file(`submissions/${code}/lan khac/bieu-01.csv`, table(1))]),
    ...(own === undefined
      ? []
      : [file(`submissions/${code}/bieu-02.csv`, list('unit_code,period,code,value', Object.entries(own)))]),
    ...(answers.length === 0
      ? []
      : [file(`submissions/${code}/thong-tin.csv`, list('unit_code,period,key,value', answers))]),
  ];
}
