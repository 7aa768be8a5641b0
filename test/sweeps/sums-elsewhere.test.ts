/** Sums of groups that stand away from their rows, or amid them, and totals that count them too: never added in silence. */
import { describe, expect, it } from 'vitest';
import { randomNumbers } from '../unit/validation/random-numbers.js';
import {
  AREA_HEADER,
  information,
  recognise,
  SET,
  sheet,
  workbook,
  type Typed,
} from '../unit/submission/made-files.js';
import { tries } from '../support/sweep.js';

const SEED = 20261129;
const FORMS = tries(10, 1);
const HONEST = tries(60, 3);
const MORE = ['population', 'poorHouseholds', 'familiesRegistered'];
const NAMES =
  'Đông Phong|Yên Phụ|Cụm 1|Cụm 2|Nông thôn|Thành thị|Khu A|Khu B|Miền trên|Chi bộ 2|Vùng cao|Vùng thấp'.split(
    '|',
  );

const EXACT = [
  'layout/row-is-sum',
  'layout/row-perhaps-sum',
  'layout/row-perhaps-copy',
  'layout/rows-repeat-all',
  'layout/rows-perhaps-repeat-all',
];

interface Row {
  readonly name: string;
  readonly figures: readonly number[];
  readonly isSum: boolean;
}
type Random = ReturnType<typeof randomNumbers>;

const sumOf = (rows: readonly Row[]): readonly number[] =>
  (rows[0]?.figures ?? []).map((_, at) => rows.reduce((sum, { figures }) => sum + (figures[at] ?? 0), 0));

const shuffled = <One>(random: Random, many: readonly One[]): readonly One[] =>
  many
    .map((one) => ({ one, at: random.upTo(1e9) }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);

/** Groups of villages and the sum of each. */
function groupsOf(random: Random): readonly { readonly rows: readonly Row[]; readonly sum: Row }[] {
  const names = shuffled(random, NAMES);
  let number = 0;
  return Array.from({ length: 2 + random.upTo(3) }, (_, group) => {
    const rows = Array.from({ length: 2 + random.upTo(5) }, () => {
      const households = 40 + random.upTo(400);
      const [titled, registered] = [households - random.upTo(households >> 2), households - random.upTo(8)];
      const figures = [
        households,
        titled,
        households * 3 + random.upTo(households),
        random.upTo(25),
        registered,
      ];
      return { name: `Thôn ${String((number += 1))}`, figures, isSum: false };
    });
    return { rows, sum: { name: names[group] ?? '', figures: sumOf(rows), isSum: true } };
  });
}

const ARRANGED: Readonly<Record<string, (random: Random) => readonly Row[]>> = {
  'amid their groups': (random) =>
    groupsOf(random).flatMap(({ rows, sum }) => {
      const at = random.upTo(rows.length);
      return [...rows.slice(0, at), sum, ...rows.slice(at)];
    }),
  'at the end': (random) => {
    const groups = groupsOf(random);
    return [...groups.flatMap(({ rows }) => rows), ...groups.map(({ sum }) => sum)];
  },
  'at the end of rows that were sorted': (random) => {
    const groups = groupsOf(random);
    return [
      ...shuffled(
        random,
        groups.flatMap(({ rows }) => rows),
      ),
      ...groups.map(({ sum }) => sum),
    ];
  },
  'at the beginning': (random) => {
    const groups = groupsOf(random);
    return [...groups.map(({ sum }) => sum), ...groups.flatMap(({ rows }) => rows)];
  },
  'at the end, but for one group': (random) => {
    const groups = groupsOf(random);
    return [...groups.flatMap(({ rows }) => rows), ...groups.slice(1).map(({ sum }) => sum)];
  },
  'of rows that lie anywhere': (random) => {
    const rows = groupsOf(random)
      .flatMap((group) => group.rows)
      .slice(0, 20);
    const sum = sumOf(shuffled(random, rows).slice(0, 2 + random.upTo(rows.length - 3)));
    return shuffled(random, [...rows, { name: 'Liên Trung', figures: sum, isSum: true }]);
  },
  'that are rows said again under another name': (random) => {
    const rows = groupsOf(random).flatMap((group) => group.rows);
    const again = random.of(rows);
    return [...rows, { ...again, name: 'Đông Phong', isSum: true }];
  },
  'of two groups at the end': (random) => {
    const groups = groupsOf(random);
    const sum = sumOf(groups.slice(0, 2).flatMap(({ rows }) => rows));
    return [...groups.flatMap(({ rows }) => rows), { name: 'Liên cụm', figures: sum, isSum: true }];
  },
};

/** `numbered`: who has a number of his own; `answered`: whether sums answer the title too. */
interface Habit {
  readonly numbered: 'areas' | 'all' | 'none';
  readonly answered: boolean;
  readonly total: 'none' | 'doubled';
}
const HABITS: readonly Habit[] = (['areas', 'all', 'none'] as const).flatMap((numbered) =>
  [true, false].flatMap((answered) =>
    (['none', 'doubled'] as const).map((total) => ({ numbered, answered, total })),
  ),
);

function read(rows: readonly Row[], { numbered, answered, total }: Habit) {
  let number = 0;
  const typed = rows.map(({ name, figures: [households, titled, ...more], isSum }): readonly Typed[] => [
    numbered === 'none' || (numbered === 'areas' && isSum) ? null : (number += 1),
    name,
    households,
    titled,
    isSum && !answered ? null : 'đạt',
    ...more,
  ]);
  const [households, titled, ...more] = sumOf(rows);
  const last = total === 'none' ? [] : [[null, 'Tổng cộng', households, titled, null, ...more]];
  const labels = MORE.map((id) => SET.fields.find((field) => field.id === id)?.label);
  const outcome = recognise(
    workbook([information(), sheet('Biểu 01', [[...AREA_HEADER, ...labels], ...typed, ...last])]),
  );
  return {
    told: outcome.findings.filter(({ severity }) => severity !== 'info').map(({ code }) => code),
    messages: outcome.findings.map(({ message }) => message),
    households: outcome
      .column('bieu-01', 'households')
      .reduce<number>((sum, one) => sum + (typeof one === 'number' ? one : 0), 0),
    about: `seed ${String(SEED)}\n${typed.map((row) => row.join('|')).join('\n')}`,
  };
}

describe('sums of groups', () => {
  it.each(Object.keys(ARRANGED))(
    `%s are told, with a total that counts them too or none: ${String(FORMS)} forms of every habit`,
    (kind) => {
      const random = randomNumbers(SEED);
      for (const habit of HABITS)
        for (let form = 0; form < FORMS; form += 1) {
          const rows = ARRANGED[kind]?.(random) ?? [];
          const { told, households, about } = read(rows, habit);
          const right = sumOf(rows.filter(({ isSum }) => !isSum))[0];
          expect(told.length > 0 || households === right, about).toBe(true);
        }
    },
  );
});

describe('rows that are still blank', () => {
  const ALL: Habit = { numbered: 'all', answered: true, total: 'none' };
  const blankRows = (count: number): readonly Row[] =>
    Array.from({ length: count }, (_, at) => ({
      name: `Xóm ${String(at + 1)}`,
      figures: [0, 0, 0, 0, 0],
      isSum: false,
    }));

  it('hide no sum of rows that lie anywhere, however many they are', () => {
    const random = randomNumbers(SEED);
    for (const blank of [3, 12, 17, 40]) {
      const rows = groupsOf(random)
        .flatMap((group) => group.rows)
        .slice(0, 8);
      const [first, , third, ...more] = rows;
      const sum = sumOf([first, third, more.at(-1)].flatMap((row) => row ?? []));
      const list = [{ name: 'Liên Trung', figures: sum, isSum: true }, ...rows, ...blankRows(blank)];
      const { told, about } = read(shuffled(random, list), ALL);
      expect(
        told.filter((code) => EXACT.includes(code)),
        about,
      ).toHaveLength(1);
    }
  });

  it('cost nothing: every group would be one with and without each of them', () => {
    const random = randomNumbers(SEED);
    const figures = (rows: number, blank: number): number => {
      const areas = groupsOf(random)
        .flatMap((group) => group.rows)
        .slice(0, rows);
      const before = process.cpuUsage();
      read([...areas, ...blankRows(blank)], ALL);
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    figures(4, 4);
    // 2 to the power of 18 groups of nothing took a hundred times as long.
    expect(figures(4, 18)).toBeLessThan(20 * figures(4, 4) + 200_000);
  });
});

describe('a row copied from another', () => {
  const areas = (random: Random): Row[] => groupsOf(random).flatMap(({ rows }) => [...rows]);
  const ALL: Habit = { numbered: 'all', answered: true, total: 'none' };

  it(`with one figure changed is asked about in most of ${String(FORMS * 12)} forms, and says where it differs`, () => {
    const random = randomNumbers(SEED);
    let asked = 0;
    for (let form = 0; form < FORMS * 12; form += 1) {
      const rows = areas(random);
      const copied = random.of(rows);
      const figures = copied.figures.map((one, at) => (at === 2 ? one + 1 + random.upTo(30) : one));
      const { told, messages } = read([...rows, { name: 'Thôn Mới', figures, isSum: false }], ALL);
      if (!told.includes('layout/row-perhaps-near-copy')) continue;
      asked += 1;
      expect(messages.join()).toContain(`“Thôn Mới” của Biểu 01 giống hệt dòng “${copied.name}”, chỉ khác ở`);
    }
    expect(asked).toBeGreaterThan(FORMS * 6);
  });

  it(`is found in none of ${String(HONEST * 12)} forms without one`, () => {
    const random = randomNumbers(SEED);
    const told = Array.from({ length: HONEST * 12 }, () => read(areas(random), ALL).told).flat();
    expect(told.filter((code) => code.includes('copy'))).toEqual([]);
  });
});

describe('sums of groups with a slip in them', () => {
  it(`are told though the total counts them as areas: ${String(FORMS * 4)} forms`, () => {
    const random = randomNumbers(SEED);
    for (let form = 0; form < FORMS * 4; form += 1) {
      const rows = groupsOf(random).flatMap((group) => {
        const slip = random.upTo(5);
        const figures = group.sum.figures.map((one, at) => (at === slip ? one + 1 + random.upTo(5) : one));
        return [...group.rows, { ...group.sum, figures }];
      });
      const { told, about } = read(rows, { numbered: 'all', answered: true, total: 'doubled' });
      expect(told.length > 0, about).toBe(true);
    }
  });
});

describe('columns that follow one another', () => {
  /** Estimates: four to a household, nine of ten with the title. */
  const estimated = (random: Random, count: number): readonly Row[] =>
    Array.from({ length: count }, (_, at) => {
      const households = 60 + random.upTo(300);
      const figures = [households, Math.round(households * 0.92), households * 4, 2, households];
      return { name: `Thôn ${String(at + 1)}`, figures, isSum: false };
    });
  const ALL: Habit = { numbered: 'all', answered: true, total: 'none' };

  it(`refuse none of ${String(HONEST * 4)} honest forms, and areas with as many households are hardly ever copies`, () => {
    const random = randomNumbers(SEED);
    const told = Array.from(
      { length: HONEST * 4 },
      () => read(estimated(random, 4 + random.upTo(16)), ALL).told,
    ).flat();
    expect(told.filter((code) => !code.includes('perhaps'))).toEqual([]);
    expect(told.filter((code) => code.includes('copy')).length).toBeLessThanOrEqual(1 + HONEST / 30);
  });

  it('leave groups with a sum each an error', () => {
    const random = randomNumbers(SEED);
    for (let form = 0; form < FORMS; form += 1) {
      const rows = ['Đông Phong', 'Yên Phụ', 'Tam Đa'].flatMap((name) => {
        const group = estimated(random, 3 + random.upTo(3));
        return [...group, { name, figures: sumOf(group), isSum: true }];
      });
      const { told, about } = read(rows, ALL);
      expect(told, about).toContain('layout/row-is-sum');
    }
  });
});

describe('estimates of every habit', () => {
  const rounded = (number: number, step: number): number => Math.round(number / step) * step;
  const HABITS_OF_ESTIMATES: Readonly<Record<string, (random: Random) => readonly number[]>> = {
    'shares of the households': (random) => {
      const households = 60 + random.upTo(300);
      return [households, Math.round(households * 0.92), households * 4, 2, households];
    },
    'shares rounded to tens': (random) => {
      const households = rounded(60 + random.upTo(300), 10);
      return [
        households,
        rounded(households * 0.9, 10),
        rounded(households * 4, 50),
        rounded(households * 0.05, 5),
        households,
      ];
    },
    'villages of a few households': (random) => {
      const households = 12 + random.upTo(50);
      const [titled, registered] = [households - random.upTo(4), households - random.upTo(2)];
      return [households, titled, households * 4, random.upTo(5), registered];
    },
    'in fifties': (random) => {
      const households = rounded(100 + random.upTo(600), 50);
      return [households, households - 50 * random.upTo(2), households * 4, random.upTo(8), households];
    },
  };
  const ALL: Habit = { numbered: 'all', answered: true, total: 'none' };

  it.each(Object.keys(HABITS_OF_ESTIMATES))(`%s: none of ${String(HONEST * 4)} forms is refused`, (habit) => {
    const random = randomNumbers(SEED);
    const make = HABITS_OF_ESTIMATES[habit];
    for (let form = 0; form < HONEST * 4; form += 1) {
      const rows = Array.from({ length: 3 + random.upTo(16) }, (_, at) => ({
        name: `Thôn ${String(at + 1)}`,
        figures: make?.(random) ?? [],
        isSum: false,
      }));
      const { told, about } = read(rows, ALL);
      expect(
        told.filter((code) => !code.includes('perhaps')),
        about,
      ).toEqual([]);
    }
  });

  it('two rows that make a third in columns close to one another are asked about', () => {
    const [one, two] = [
      [20, 17, 80, 0, 20],
      [39, 38, 156, 4, 38],
    ];
    const rows = [[43, 43, 172, 0, 42], [25, 25, 100, 5, 23], one, two, [59, 55, 236, 4, 58]].map(
      (figures, at) => ({ name: `Thôn ${String(at + 1)}`, figures, isSum: false }),
    );
    expect(read(rows, ALL).told).toEqual(['layout/row-perhaps-sum']);
  });

  it('a row near the sum of others in columns that follow one another is asked about', () => {
    const shares = (households: number): number[] => [
      households,
      Math.round(households * 0.92),
      households * 4,
      2,
      households,
    ];
    const rows = [120, 233, 353, 247, 132, 184, 336].map((households, at) => ({
      name: `Thôn ${String(at + 1)}`,
      figures: shares(households),
      isSum: false,
    }));
    expect(read(rows, ALL).told).toEqual(['layout/row-perhaps-near-sum']);
  });
});

describe('areas with round figures', () => {
  it('are no rows said again because two of them are estimated alike', () => {
    const random = randomNumbers(SEED);
    const round = (number: number): number => Math.round(number / 10) * 10;
    let asked = 0;
    for (let form = 0; form < HONEST; form += 1) {
      const rows = Array.from({ length: 14 }, (_, at) => {
        const households = round(60 + random.upTo(240));
        const figures = [households, households - 10 * random.upTo(2), households * 4, 0, households];
        return { name: `Thôn ${String(at + 1)}`, figures, isSum: false };
      });
      const { told } = read(rows, { numbered: 'all', answered: true, total: 'none' });
      if (told.includes('layout/row-perhaps-copy')) asked += 1;
    }
    expect(asked).toBeLessThanOrEqual(1 + HONEST / 20);
  });
});

describe('areas without any sum', () => {
  it(`are no sums of others: ${String(HONEST)} forms of every habit`, () => {
    const random = randomNumbers(SEED);
    for (const habit of HABITS)
      for (let form = 0; form < HONEST; form += 1) {
        const { told, about } = read(
          groupsOf(random).flatMap(({ rows }) => rows),
          habit,
        );
        expect(
          told.filter((code) => EXACT.includes(code)),
          about,
        ).toEqual([]);
      }
  });
});

describe('two columns alone', () => {
  const TWO: Habit = { numbered: 'all', answered: true, total: 'none' };
  const areas = (random: Random): readonly Row[] =>
    Array.from({ length: 4 + random.upTo(14) }, (_, at) => {
      const households = 100 + random.upTo(400);
      const figures = [households, households - random.upTo(households >> 2)];
      return { name: `Thôn ${String(at + 1)}`, figures, isSum: false };
    });

  it(`a sum of two to five rows anywhere, like them in all else, is told: ${String(FORMS * 12)} forms`, () => {
    const random = randomNumbers(SEED);
    for (let form = 0; form < FORMS * 12; form += 1) {
      const rows = areas(random);
      const first = random.upTo(rows.length - 2);
      const sum = sumOf(rows.slice(first, first + 2 + random.upTo(4)));
      const at = random.upTo(rows.length + 1);
      const moved = [
        ...rows.slice(0, at),
        { name: 'Đông Phong', figures: sum, isSum: true },
        ...rows.slice(at),
      ];
      const { told, about } = read(moved, TWO);
      expect(told.length > 0, about).toBe(true);
    }
  });

  it(`of ${String(HONEST * 12)} honest forms hardly any is asked about, and none refused`, () => {
    const random = randomNumbers(SEED);
    const told = Array.from({ length: HONEST * 12 }, () => read(areas(random), TWO).told).flat();
    expect(told.filter((code) => !code.includes('perhaps'))).toEqual([]);
    expect(told.length).toBeLessThanOrEqual(1 + HONEST / 10);
  });
});
