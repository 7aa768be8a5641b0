/**
 * A province of 2026 whose communes redrew their areas: renamed, merged, divided, some names kept for other ground. The
 * generator keeps each area's own line and its years in a row; what the run says of them is compared with that.
 */
import { describe, expect, it } from 'vitest';
import { setInPeriod } from '../../src/criteria/set-in-period.js';
import type { AreaStep, ResultsDocument, SourceFile, UnitVersion } from '../../src/model.js';
import { knownAreas } from '../../src/office/known-areas.js';
import { areaHistory } from '../../src/units/areas/area-history.js';
import { RULE_SCHEMA } from '../../src/validation/rules.js';
import { foldLabel } from '../../src/values/vietnamese-text.js';
import { madeUnit } from '../support/made-units.js';
import { SET } from '../unit/writers/template-support.js';
import { file, randomOf, resultsOf } from '../unit/pipeline/made-levels.js';
import { tries } from '../support/sweep.js';
import { defined } from '../../src/values/defined.js';

const SEEDS = Array.from(
  { length: Number(process.env['TDKVH_AREA_SEEDS'] ?? tries(3, 1)) },
  (_, index) => index + 1,
);
const COMMUNES = Array.from({ length: 12 }, (_, at) => `97${String(at + 101)}`);
const UNITS: readonly UnitVersion[] = [
  { code: '97', name: 'Mẫu', type: 'tỉnh', level: 'province' },
  ...COMMUNES.map((code, at) =>
    madeUnit(code, 'commune', '97', { name: `Xã số ${String(at + 1)}`, type: 'xã' }),
  ),
];

interface Area {
  readonly name: string;
  readonly households: number;
  readonly awarded: boolean;
  /** Years in a row, this one included; 0 without the title. */
  readonly years: number;
}

type Random = (below: number) => number;

/** A year later: who held the title goes on counting, who did not begins anew. */
const nextYear = (area: Omit<Area, 'awarded'>, random: Random): Area => {
  const awarded = random(5) > 0;
  return { ...area, households: area.households + random(5), awarded, years: awarded ? area.years + 1 : 0 };
};

/** What is carried into a new area: the fewest years of its parts, none where one of them is without the title. */
const merged = (name: string, parts: readonly Area[]): Omit<Area, 'awarded'> => ({
  name,
  households: parts.reduce((sum, { households }) => sum + households, 0),
  years: parts.every(({ awarded }) => awarded) ? Math.min(...parts.map(({ years }) => years)) : 0,
});

interface Redrawn {
  readonly areas: readonly Omit<Area, 'awarded'>[];
  readonly steps: readonly Omit<AreaStep, 'unit' | 'at'>[];
}

/**
 * Runs of one to three areas each become one, an area becomes two, or half of it is merged with the next; names may be
 * those of other ground. `fresh`: how areas are called that had no name before.
 */
function redraw(before: readonly Area[], random: Random, date: string, fresh: string): Redrawn {
  const areas: Omit<Area, 'awarded'>[] = [];
  const steps: Omit<AreaStep, 'unit' | 'at'>[] = [];
  const renumbered = random(2) === 0;
  let next = 0;
  for (let at = 0; at < before.length;) {
    const many = 1 + random(3);
    const parts = before.slice(at, at + many);
    at += parts.length;
    next += 1;
    const [first] = parts;
    if (first === undefined) break;
    const name = renumbered
      ? `Thôn ${String(next)}`
      : parts.length === 1
        ? first.name
        : `Thôn ${fresh} ${String(next)}`;
    if (parts.length === 1 && random(4) === 0) {
      // Divided: both halves go on from the same area.
      next += 1;
      const halves = [name, renumbered ? `Thôn ${String(next)}` : `Thôn Nửa ${fresh} ${String(next)}`];
      const joining = random(2) === 0 ? before.slice(at, at + 1) : [];
      at += joining.length;
      for (const half of halves) {
        const joined = half === name ? [] : joining;
        const { households, ...area } = merged(half, [...parts, ...joined]);
        areas.push({ ...area, households: households - Math.floor(first.households / 2) });
        steps.push({ oldName: first.name, newName: half, date, share: { numerator: 1, denominator: 2 } });
        for (const other of joined)
          steps.push({ oldName: other.name, newName: half, date, share: { numerator: 1, denominator: 1 } });
      }
    } else {
      areas.push(merged(name, parts));
      // What keeps its name and its ground need not be listed.
      if (parts.length > 1 || name !== first.name)
        for (const part of parts)
          steps.push({ oldName: part.name, newName: name, date, share: { numerator: 1, denominator: 1 } });
    }
  }
  return { areas, steps };
}

/** Once in the year, or again a few months later. */
function redrawn(before: readonly Area[], random: Random): Redrawn {
  const first = redraw(before, random, random(2) === 0 ? '2026-06-15' : '2026-07-01', 'Mới');
  if (random(2) === 0) return first;
  const between = first.areas.map((area) => ({ ...area, awarded: area.years > 0 }));
  const second = redraw(between, random, '2026-09-01', 'Lập');
  return { areas: second.areas, steps: [...first.steps, ...second.steps] };
}

/** Biểu 01 as CSV; `reported`: the years that the commune writes. */
function formOf(
  code: string,
  period: string,
  areas: readonly Area[],
  reported: (area: Area) => number = ({ years }) => years,
): SourceFile {
  const lines = areas.map(
    (area) =>
      `${code},${period},${area.name},thôn,${String(area.households)},${String(area.households)},${area.awarded ? 'đạt' : 'không đạt'},${area.awarded ? String(reported(area)) : ''}`,
  );
  const head = 'unit_code,period,areaName,areaKind,households,familiesTitled,areaTitle,areaTitleYears';
  return file(`submissions/${code}/${period}/bieu-01.csv`, `${[head, ...lines].join('\n')}\n`);
}

const run = (
  year: number,
  files: readonly SourceFile[],
  more = {},
  units = UNITS,
): Promise<ResultsDocument> =>
  resultsOf({
    unit: '97',
    level: 'province',
    units,
    period: String(year),
    referenceDate: `${String(year)}-12-31`,
    files,
    more: {
      set: setInPeriod(SET, { id: String(year), year, kind: 'year' }, RULE_SCHEMA),
      ...more,
    },
  });

interface Commune {
  readonly code: string;
  /** Areas of 2024, 2025 and 2026. */
  readonly course: readonly [readonly Area[], readonly Area[], readonly Area[]];
  readonly steps: readonly AreaStep[];
  /** Redrawn, but the office has no list. */
  readonly unlisted: boolean;
  /** Areas of 2026 that the commune gives other years than they have. */
  readonly wrong: ReadonlyMap<string, number>;
}

function madeCommune(code: string, random: Random): Commune {
  const first = Array.from({ length: 4 + random(9) }, (_, at): Area => {
    const awarded = random(5) > 0;
    return {
      name: `Thôn ${String(at + 1)}`,
      households: 40 + random(160),
      awarded,
      years: awarded ? 1 + random(6) : 0,
    };
  });
  const second = first.map((area) => nextYear(area, random));
  const kind = random(4);
  const { areas, steps } = kind === 0 ? { areas: second, steps: [] } : redrawn(second, random);
  const third = areas.map((area) => nextYear(area, random));
  const wrong = new Map(
    third.flatMap(({ name, awarded, years }) => {
      const other =
        random(6) > 0 ? years : Math.max(1, years + (random(2) === 0 ? -1 - random(2) : 1 + random(3)));
      return awarded && other !== years ? [[name, other] as const] : [];
    }),
  );
  return {
    code,
    course: [first, second, third],
    steps:
      kind === 1 ? [] : steps.map((step) => ({ ...step, unit: code, at: { file: 'areas.csv', cell: 'B2' } })),
    unlisted: kind === 1,
    wrong,
  };
}

describe.each(SEEDS)('seed %i', (seed) => {
  it('says of every area what its own line says', async () => {
    const random = randomOf(seed * 6151);
    const communes = COMMUNES.map((code) => madeCommune(code, random));
    const areaSteps = communes.flatMap(({ steps }) => steps);
    const documents: { path: string; results: ResultsDocument }[] = [];
    for (const [at, year] of [2024, 2025].entries()) {
      const files = communes.map(({ code, course }) => formOf(code, String(year), course[at] ?? []));
      const results = await run(year, files);
      documents.push({ path: `previous/${String(year)}.results.json`, results });
    }
    const results = await run(
      2026,
      communes.map(({ code, course: [, , now], wrong }) =>
        formOf(code, '2026', now, ({ name, years }) => wrong.get(name) ?? years),
      ),
      { previous: { documents, figures: [], findings: [] }, areaSteps },
    );
    const nameOf = new Map(
      communes.flatMap(({ code, course: [, , now] }) =>
        now.map(({ name }) => [`${code} ${foldLabel(name)}`, name] as const),
      ),
    );
    const said = results.findings
      .filter(({ code }) => code.startsWith('plausibility/years-'))
      .map(({ unit = '', rowKey = '' }) => `${unit} ${nameOf.get(`${unit} ${rowKey}`) ?? rowKey}`);
    const truth = communes.flatMap(({ code, unlisted, wrong }) =>
      // Without a list nobody knows: a commune of another number of areas is asked once.
      unlisted ? [] : [...wrong.keys()].map((name) => `${code} ${name}`),
    );
    const compared = new Set(communes.flatMap(({ code, unlisted }) => (unlisted ? [] : [code])));
    expect(said.filter((one) => compared.has(one.slice(0, 5))).sort()).toEqual([...truth].sort());

    const asked = results.findings.filter(({ code }) => code === 'areas/redrawn').map(({ unit }) => unit);
    expect(asked.sort()).toEqual(
      communes
        .filter(({ unlisted, course: [, before, now] }) => unlisted && before.length !== now.length)
        .map(({ code }) => code)
        .sort(),
    );
    for (const { code, unlisted, course } of communes)
      if (unlisted && course[1].length !== course[2].length)
        expect(said.filter((one) => one.startsWith(code))).toEqual([]);
    expect(results.findings.filter(({ code }) => /^areas\/(?:unknown|without)/u.test(code))).toEqual([]);

    const history = areaHistory(areaSteps);
    for (const { code, unlisted, course } of communes)
      if (!unlisted)
        expect(
          knownAreas(code, documents[1]?.results, [], { history, today: '2026-12-31' })
            .map(({ name }) => name)
            .sort(),
        ).toEqual(course[2].map(({ name }) => name).sort());
  });
});

it('asks about names that the list has wrong, and areas it does not know', async () => {
  const code = COMMUNES[0] ?? '';
  const area = (name: string, years = 1): Area => ({ name, households: 100, awarded: true, years });
  const results = await run(2025, [
    formOf(
      code,
      '2025',
      ['Thôn 1', 'Thôn 2', 'Thôn 3'].map((name) => area(name)),
    ),
  ]);
  const at = { file: 'areas.csv', cell: 'B2' };
  const share = { numerator: 1, denominator: 1 };
  const steps = ['Thôn 1', 'Thôn Hai'].map((oldName) => ({
    unit: code,
    oldName,
    newName: 'Thôn Đông',
    date: '2026-07-01',
    share,
    at,
  }));
  const now = await run(2026, [formOf(code, '2026', [area('Thôn Đông', 2), area('Thôn 3', 2)])], {
    previous: { documents: [{ path: 'previous/2025.json', results }], figures: [], findings: [] },
    areaSteps: steps,
  });
  expect(
    now.findings
      .filter(({ code: one }) => one.startsWith('areas/'))
      .map(({ code: one, message }) => [one, message]),
  ).toEqual([
    ['areas/unknown-name', expect.stringContaining('“Thôn Hai” (01/07/2026)')],
    ['areas/without-origin', expect.stringContaining('“Thôn Đông”')],
  ]);
});

describe('a commune merged and redrawn in one year', () => {
  const [one = '', other = '', joint = ''] = ['97901', '97902', '97903'];
  const dated = (code: string, name: string, days: Partial<UnitVersion>): UnitVersion => ({
    ...madeUnit(code, 'commune', '97', { name, type: 'xã' }),
    ...days,
  });
  const units: readonly UnitVersion[] = [
    { code: '97', name: 'Mẫu', type: 'tỉnh', level: 'province' },
    dated(one, 'Sông Trên', { validTo: '2026-03-31' }),
    dated(other, 'Sông Dưới', { validTo: '2026-03-31' }),
    dated(joint, 'Sông Mới', { validFrom: '2026-04-01' }),
  ];
  const crosswalkSteps = [one, other].map((oldCode) => ({
    oldCode,
    newCode: joint,
    area: 'whole' as const,
    people: 'all' as const,
    at: { file: 'crosswalk.csv' },
  }));
  const area = (name: string, years: number): Area => ({ name, households: 100, awarded: years > 0, years });
  const step = (oldName: string, newName: string, oldFormerUnit?: string): AreaStep => ({
    unit: joint,
    oldName,
    newName,
    date: '2026-07-01',
    share: { numerator: 1, denominator: 1 },
    at: { file: 'areas.csv' },
    ...defined({ oldFormerUnit }),
  });
  const sent = [
    formOf(one, '2025', [area('Thôn 1', 4), area('Thôn 2', 2), area('Thôn 3', 0)]),
    formOf(other, '2025', [area('Thôn 1', 6), area('Thôn 4', 1)]),
  ];
  const both = async (now: readonly Area[], areaSteps: readonly AreaStep[], before = sent) => {
    const results = await run(2025, before, {}, units);
    const documents = [{ path: 'previous/2025.results.json', results }];
    const today = await run(
      2026,
      [formOf(joint, '2026', now)],
      { previous: { documents, figures: [], findings: [] }, areaSteps, crosswalkSteps },
      units,
    );
    const said = today.findings.filter(({ code }) => /^(?:plausibility\/years-|areas\/)/u.test(code));
    return { said: said.map(({ code, message }) => `${code} ${message}`), results };
  };
  const steps = [
    step('Thôn 1', 'Thôn Đông', 'Xã Sông Trên'),
    step('Thôn 1', 'Thôn Đông', 'Xã Sông Dưới'),
    step('Thôn 2', 'Thôn Tây'),
    step('Thôn 3', 'Thôn Tây'),
  ];

  it('counts years over both, and tells a wrong one', async () => {
    const right = [area('Thôn Đông', 5), area('Thôn Tây', 1), area('Thôn 4', 2)];
    expect((await both(right, steps)).said).toEqual([]);
    const wrong = [area('Thôn Đông', 9), area('Thôn Tây', 1), area('Thôn 4', 5)];
    expect((await both(wrong, steps)).said).toHaveLength(2);
  });

  it('fills the form with the areas of today, and asks where a name alone is two', async () => {
    const { results, said } = await both(
      [area('Thôn Đông', 5), area('Thôn Tây', 1), area('Thôn 4', 2)],
      [step('Thôn 1', 'Thôn Đông'), step('Thôn 2', 'Thôn Tây'), step('Thôn 3', 'Thôn Tây')],
    );
    expect(said).toEqual([
      expect.stringMatching(/^areas\/without-origin .* 1 thôn, tổ dân phố mà .*: “Thôn Đông”;/u),
    ]);
    const history = areaHistory(steps);
    expect(
      knownAreas(joint, results, crosswalkSteps, { history, today: '2026-12-31' }).map(({ name }) => name),
    ).toEqual(['Thôn Đông', 'Thôn Tây', 'Thôn 4']);
  });

  it('takes no name for that of one commune while another was not heard of', async () => {
    const now = [area('Thôn Đông', 5), area('Thôn Tây', 9), area('Thôn 3', 7), area('Thôn 4', 2)];
    const listed = [step('Thôn 1', 'Thôn Đông'), step('Thôn 2', 'Thôn Tây')];
    expect((await both(now, listed, sent.slice(0, 1))).said).toEqual([
      expect.stringMatching(/^areas\/without-origin .* 4 thôn, tổ dân phố mà /u),
    ]);
  });
});
