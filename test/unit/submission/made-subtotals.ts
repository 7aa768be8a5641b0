/** Seeded tables of areas: honest ones, and ones with rows that are sums of others. */
import { AREA_HEADER, formula, SET, type Typed } from './made-files.js';

export interface MadeForm {
  readonly rows: readonly (readonly Typed[])[];
  /** Of all areas, no sum among them. */
  readonly households: number;
  readonly what: string;
}

const NAMES =
  'Cộng Hòa|Toàn Thắng|Tổ 1 + 2|Thôn Tổng|Đông Phong|Thôn Đoài|Xóm Chợ|Cụm 7|Khu 4|Tổ dân phố số 3|Ấp Tân Lập|Bản Nà Cạn|Cống|Tống Xá|Tân Toàn|Liên Cơ|Đồng Tổng|Buôn Tría|Phum Rạch|Làng Vạn|Hòa Cộng|Tổng Ngòi|Khu phố Nhất|Thượng|Hạ|Trung Tâm|Đội 5|Xóm 12|Nam Cụm|Tiểu khu 6|Khối Vinh|Chung Toàn'.split(
    '|',
  );
const SURE =
  'Cộng|Tổng cộng nhóm|Cộng xã Đông Phong (cũ)|T.cộng|Cộng cụm 1|Tổng số khu A|Tổng cộng xã Trung Nghĩa|Lũy kế|Luỹ kế|Total|TC|Tổng hợp|Tiểu cộng|Cộng:|Tổng xã Yên Phụ (cũ)|Cộng phường Lim cũ'.split(
    '|',
  );
const LIKELY =
  'Cụm 1|Cụm dân cư số 2|Xã Đông Phong (cũ)|Khu A|Liên khu 3|Nhóm II|Đông Phong (cũ)|Khu trung tâm|Cong xa Dong Phong'.split(
    '|',
  );
const NEUTRAL = 'Đông Phong|Yên Phụ|Hợp tác xã Tiến Bộ|Làng Vạn|Địa phận Bắc|Chi bộ 2'.split('|');

const random = (seed: number): (() => number) => {
  let state = (seed * 2654435761) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
};

const label = (id: string): string => SET.fields.find((field) => field.id === id)?.label ?? id;
const MORE = [
  'population',
  'poorHouseholds',
  'nearPoorHouseholds',
  'familiesRegistered',
  'weddings',
  'sportsClubs',
];

type Figures = readonly number[];

/** Rows of a short form: name and figures. */
export const areaForm = (
  rows: readonly (readonly [string, ...number[]])[],
): readonly (readonly Typed[])[] => [
  AREA_HEADER,
  ...rows.map(([name, households, titled], index) => [index + 1, name, households, titled, 'đạt']),
];

class Maker {
  readonly next: () => number;
  readonly more: readonly string[];
  readonly numbered: boolean;

  constructor(seed: number) {
    this.next = random(seed);
    this.more = MORE.slice(0, this.below(MORE.length + 1));
    this.numbered = this.next() < 0.7;
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  pick<T>(list: readonly T[]): T | undefined {
    return list[this.below(list.length)];
  }

  header(): readonly Typed[] {
    return [...AREA_HEADER, ...this.more.map(label)];
  }

  figures(): Figures {
    const households = 31 + this.below(560);
    const titled = Math.round(households * (0.7 + this.next() * 0.3));
    const population = Math.round(households * (3 + this.next() * 2));
    const small = (most: number): number => this.below(most);
    return [
      households,
      titled,
      population,
      small(20),
      small(25),
      households - small(9),
      small(12),
      small(4),
    ].slice(0, 2 + this.more.length);
  }

  row(
    name: string,
    [households, titled, ...more]: Figures,
    ordinal: number | null,
    title: string | null,
  ): readonly Typed[] {
    return [this.numbered ? ordinal : null, name, households, titled, title, ...more];
  }

  names(count: number): readonly string[] {
    const shift = this.below(NAMES.length);
    return Array.from({ length: count }, (_, index) => NAMES[(index + shift) % NAMES.length] ?? '');
  }
}

const add = (rows: readonly Figures[]): Figures =>
  (rows[0] ?? []).map((_, column) => rows.reduce((all, row) => all + (row[column] ?? 0), 0));

export function honestForm(seed: number): MadeForm {
  const maker = new Maker(seed);
  const count = 2 + maker.below(29);
  const figures = Array.from({ length: count }, () => maker.figures());
  const rows = maker
    .names(count)
    .map((name, index) =>
      maker.row(name, figures[index] ?? [], index + 1, maker.next() < 0.8 ? 'đạt' : 'không đạt'),
    );
  const sums = add(figures);
  const total = maker.row(maker.pick(['Tổng cộng', 'Toàn xã', 'Tổng', 'T.Cộng']) ?? '', sums, null, null);
  const asFormula = total.map((cell) => (typeof cell === 'number' ? formula(cell) : cell));
  const last = maker.pick([[], [total], [asFormula]]) ?? [];
  return {
    rows: [maker.header(), ...rows, ...last],
    households: sums[0] ?? 0,
    what: 'honest',
  };
}

export interface Planting {
  readonly words?: 'sure' | 'likely' | 'neutral';
  /** Every sum is right. */
  readonly right?: boolean;
}

/** Areas in groups, each group with its sum before or behind it, and sums of groups over them in some forms. */
export function plantedForm(seed: number, planting: Planting = {}): MadeForm {
  const maker = new Maker(seed * 7919);
  const words = planting.words ?? maker.pick(['sure', 'likely', 'neutral'] as const) ?? 'sure';
  const list = { sure: SURE, likely: LIKELY, neutral: NEUTRAL }[words];
  const right = planting.right ?? (words === 'neutral' || maker.next() < 0.75);
  const ahead = planting.words === undefined && maker.next() < 0.3;
  const groups = 1 + maker.below(5);
  const nested = groups > 2 && maker.next() < 0.3;
  const all: Figures[] = [];
  const rows: (readonly Typed[])[] = [];
  let number = 0;
  const sumRow = (figures: Figures): readonly Typed[] => {
    const slip = right ? 0 : 1 + maker.below(9);
    return maker.row(
      maker.pick(list) ?? '',
      figures.map((one, column) => (column < 2 ? one + slip : one)),
      null,
      null,
    );
  };
  for (let group = 0; group < groups; group += 1) {
    const figures = Array.from({ length: 2 + maker.below(5) }, () => maker.figures());
    const names = maker.names(figures.length);
    const own = figures.map((one, index) => maker.row(names[index] ?? '', one, (number += 1), 'đạt'));
    const sum = sumRow(add(figures));
    rows.push(...(ahead ? [sum, ...own] : [...own, sum]));
    all.push(...figures);
    if (nested && group === 1 && !ahead) rows.push(sumRow(add(all)));
  }
  const sums = add(all);
  const total = maker.row('Tổng cộng', sums, null, null);
  const last = maker.next() < 0.5 ? [total] : [];
  return {
    rows: [maker.header(), ...rows, ...last],
    households: sums[0] ?? 0,
    what: `${words} ${right ? 'right' : 'wrong'} ${ahead ? 'ahead' : 'behind'} ${nested ? 'nested' : ''}`,
  };
}

/** What goes wrong when a subtotal is typed or its formula is not widened after a row was put in. */
export const SLIPS = ['leftOut', 'twice', 'turned', 'everywhere', 'blank'] as const;

/** The sums of a form with right neutral ones, each spoiled in one way; their rows have no title and often no number. */
export function slippedForm(seed: number, kind: (typeof SLIPS)[number]): MadeForm {
  const form = plantedForm(seed, { words: 'neutral', right: true });
  const next = random(seed * 104_729);
  const one = (below: number): number => Math.floor(next() * below);
  let group: (readonly Typed[])[] = [];
  const rows = form.rows.map((row, at) => {
    if (at === 0 || row[TITLE] !== null || row[1] === 'Tổng cộng') {
      if (at > 0) group.push(row);
      return row;
    }
    const spoiled = [...row];
    const columns = row.flatMap((cell, column) => (column > 1 && typeof cell === 'number' ? [column] : []));
    const member = group[one(group.length)] ?? [];
    group = [];
    const change = (column: number, by: (old: number, own: number) => Typed): void => {
      spoiled[column] = by(Number(row[column]), Number(member[column] ?? 0));
    };
    const [any = 2] = [columns[one(columns.length)]];
    if (kind === 'turned') change(any, (old) => turned(old, one(9)));
    else if (kind === 'blank') {
      for (const column of columns.slice(1)) if (next() < 0.5) spoiled[column] = null;
      change(2, (old) => old + 1 + one(9));
    } else
      for (const column of columns)
        change(column, (old, own) => {
          if (kind === 'everywhere') return old + 1 + one(11);
          return kind === 'leftOut' ? old - own : old + own;
        });
    return spoiled;
  });
  return { ...form, rows, what: kind };
}

/** The place of the title in a row. */
const TITLE = 4;

/** Two neighbouring digits change places. */
function turned(number: number, at: number): number {
  const digits = [...String(number)];
  const place = at % Math.max(1, digits.length - 1);
  const [first = '', second = ''] = digits.slice(place, place + 2);
  digits.splice(place, 2, second, first);
  return Number(digits.join(''));
}
