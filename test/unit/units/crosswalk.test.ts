/** Faults of a crosswalk, all at once, each at its row; and identity by code and day. */
import { describe, expect, it } from 'vitest';
import type { CrosswalkStep, UnitVersion } from '../../../src/model.js';
import { comparisonBlocks, type Ground } from '../../../src/units/ground/comparison-blocks.js';
import { buildCrosswalk } from '../../../src/units/ground/crosswalk.js';
import { checkGround } from '../../../src/units/ground/ground-checks.js';
import { shareOf, shareText, addShares, NOTHING } from '../../../src/units/ground/exact-share.js';
import { defined } from '../../../src/values/defined.js';
import { madeUnit } from '../../support/made-units.js';

const commune = (code: string, validFrom?: string, validTo?: string, name = code, type = 'xã'): UnitVersion =>
  madeUnit(code, 'commune', undefined, { name, type, ...defined({ validFrom, validTo }) });
const LAST = '2025-06-30';
const FIRST = '2025-07-01';
const LIST = [
  commune('00001', undefined, LAST),
  commune('00002', undefined, LAST),
  commune('00003', undefined, LAST),
  commune('00001', FIRST),
  commune('00009', FIRST),
];
const step = (row: number, text: string): CrosswalkStep => {
  const [oldCode = '', newCode = '', area = '', people = '', weight] = text.split(' ');
  return {
    oldCode,
    newCode,
    area: area === 'part' ? 'part' : 'whole',
    people: people === 'some' ? 'some' : people === 'none' ? 'none' : 'all',
    ...defined({ weight }),
    oldValidTo: LAST,
    at: { file: 'crosswalk.csv', cell: `A${row}` },
  };
};
const faults = (...lines: readonly string[]): readonly string[] =>
  buildCrosswalk({ steps: lines.map((line, index) => step(index + 2, line)), lists: [LIST] }).findings.map(
    ({ code, at }) => `${at.cell ?? ''} ${code.replace('crosswalk/', '')}`,
  );

describe('buildCrosswalk', () => {
  it('admits whole mergers, divisions with and without shares, and land without people', () => {
    expect(faults('00001 00001 whole all', '00002 00001 whole all')).toEqual([]);
    expect(faults('00003 00001 part some', '00003 00009 part some')).toEqual([]);
    expect(faults('00003 00001 part some 0.333', '00003 00009 part some 0.667')).toEqual([]);
    expect(faults('00003 00001 part all 1', '00003 00009 part none 0')).toEqual([]);
  });

  it.each([
    ['unknown old code', ['00008 00001 whole all'], ['A2 unknown-old']],
    ['a new code that is only an old one', ['00001 00002 whole all'], ['A2 unknown-new']],
    ['an old unit whole in two', ['00003 00001 whole all', '00003 00009 part none'], ['A2 counted-twice']],
    ['a part whose rest is lost', ['00003 00001 part all'], ['A2 rest-lost']],
    ['people whole and divided', ['00003 00001 part all', '00003 00009 part some'], ['A2 people-contradict']],
    ['people nowhere', ['00003 00001 part none', '00003 00009 part none'], ['A2 people-contradict']],
    ['people all twice', ['00003 00001 part all', '00003 00009 part all'], ['A2 people-contradict']],
    ['one share missing', ['00003 00001 part some 0.4', '00003 00009 part some'], ['A3 weight-missing']],
    [
      'shares that add to 0,99',
      ['00003 00001 part some 0.33', '00003 00009 part some 0.66'],
      ['A2 weights-sum'],
    ],
    [
      'a share of nobody',
      ['00003 00001 part all', '00003 00009 part none 0.1'],
      ['A3 weight-against-people'],
    ],
  ])('names %s', (_, lines, expected) => {
    expect(faults(...lines)).toEqual(expected);
  });

  it('names all faults at once and is not sound', () => {
    const crosswalk = buildCrosswalk({
      steps: [
        step(2, '00008 00001 whole all'),
        step(3, '00003 00001 part all'),
        step(4, '00001 00007 whole all'),
      ],
      lists: [LIST],
    });
    expect(crosswalk.findings).toHaveLength(3);
    expect(crosswalk.sound).toBe(false);
  });

  it('adds shares as exact decimals, where floating-point numbers do not', () => {
    expect(0.7 + 0.2 + 0.1).not.toBe(1);
    const lines = ['00003 00001 part some 0.1', '00003 00009 part some 0.9'];
    expect(faults(...lines)).toEqual([]);
    const sum = ['0.7', '0.2', '0.1'].reduce(
      (all, text) => addShares(all, shareOf(text) ?? NOTHING),
      NOTHING,
    );
    expect(shareText(sum)).toBe('1');
    expect(shareOf('1.01')).toBeUndefined();
  });

  it('works out the day from the lists when only one fits, and asks when several do', () => {
    const undated = ({ oldCode, newCode, area, people }: CrosswalkStep): CrosswalkStep => ({
      oldCode,
      newCode,
      area,
      people,
    });
    const one = undated(step(2, '00002 00001 whole all'));
    expect(buildCrosswalk({ steps: [one], lists: [LIST] }).from.size).toBe(1);
    const twice = [
      ...LIST.slice(0, 3),
      commune('00001', FIRST, '2026-04-29'),
      commune('00001', '2026-04-30'),
    ];
    const same = undated(step(2, '00001 00001 whole all'));
    expect(buildCrosswalk({ steps: [same], lists: [twice] }).findings.map(({ code }) => code)).toEqual([
      'crosswalk/date-unclear',
    ]);
  });

  it('lets the lines of the office replace those of the map, old unit by old unit', () => {
    const crosswalk = buildCrosswalk({
      steps: [step(2, '00002 00009 whole all')],
      map: [step(2, '00001 00001 whole all'), step(3, '00002 00001 whole all')],
      lists: [LIST],
    });
    expect(crosswalk.sound).toBe(true);
    expect(
      [...crosswalk.from.values()].flat().map(({ step: { oldCode, newCode } }) => [oldCode, newCode]),
    ).toEqual([
      ['00002', '00009'],
      ['00001', '00001'],
    ]);
  });
});

it('a map of which thousands of lines are wrong is left after two thousand, and no figure carried', () => {
  const lines = Array.from({ length: 5_000 }, (_, at) => step(at + 2, `X${at} Y${at} whole all`));
  const { findings, sound } = buildCrosswalk({ steps: lines, lists: [LIST] });
  expect(sound).toBe(false);
  expect(findings.length).toBeLessThan(2_010);
  const last = findings.at(-1);
  expect(last).toMatchObject({
    code: 'crosswalk/rest-unchecked',
    at: { cell: expect.stringMatching(/^A\d+$/u) },
  });
  expect(last?.message).toContain(`còn ${5_000 - Number(last?.at.cell?.slice(1)) + 2} dòng`);
});

describe('comparisonBlocks', () => {
  const ground = (date: string, ...codes: readonly string[]): Ground => ({
    date,
    leaves: codes.map((code) => ({ code, name: code, type: 'xã' })),
  });
  const kinds = (
    lists: readonly (readonly UnitVersion[])[],
    steps: readonly CrosswalkStep[],
    before: Ground,
    after: Ground,
  ): readonly string[] =>
    comparisonBlocks(buildCrosswalk({ steps, lists }), before, after).all.map(
      ({ old, new: units, kind }) =>
        `${old.map(({ code }) => code).join('+')}>${units.map(({ code }) => code).join('+')} ${kind}`,
    );

  it('does not join one code across a cut in the list', () => {
    expect(kinds([LIST], [], ground('2024-12-31', '00001'), ground('2025-12-31', '00001'))).toEqual([
      '>00001 noBasis',
      '00001> noBasis',
    ]);
  });

  it('joins one stretch of a list over both days', () => {
    const both = [ground('2023-12-31', '00001'), ground('2024-12-31', '00001')] as const;
    expect(kinds([LIST], [], ...both)).toEqual(['00001>00001 same']);
    expect(kinds([LIST], [], ground('2025-07-01', '00009'), ground('2025-12-31', '00009'))).toEqual([
      '00009>00009 same',
    ]);
  });

  it('does not let an office list without dates reach over the registry’s change', () => {
    const undated = [commune('00001'), commune('00009')];
    expect(
      kinds([undated, LIST], [], ground('2024-12-31', '00001'), ground('2025-12-31', '00001', '00009')),
    ).toEqual(['>00001 noBasis', '>00009 noBasis', '00001> noBasis']);
  });

  it('does not take a unit of another name or kind for the same, whatever the lists say', () => {
    const undated = [commune('00001')];
    const then = { date: '2024-12-31', leaves: [{ code: '00001', name: 'Thịnh Liệt', type: 'phường' }] };
    const now = { date: '2025-12-31', leaves: [{ code: '00001', name: 'Hoàng Mai', type: 'phường' }] };
    expect(kinds([undated], [], then, now)).toEqual(['00001>00001 noBasis']);
    const hoa = { ...then, leaves: [{ code: '00001', name: 'Hoà Bình', type: 'phường' }] };
    const hòa = { ...now, leaves: [{ code: '00001', name: 'Hòa Bình', type: 'phường' }] };
    expect(kinds([undated], [], hoa, hòa)).toEqual(['00001>00001 same']);
  });

  it('knows no unit that stands in no list, although both results name its code', () => {
    const records = [
      { date: '2024-12-31', units: [{ code: 'X1', name: 'An', type: 'xã' }] },
      { date: '2025-12-31', units: [{ code: 'X1', name: 'An', type: 'xã' }] },
    ];
    const crosswalk = buildCrosswalk({ steps: [], lists: [], records });
    const side = (date: string): Ground => ({ date, leaves: [{ code: 'X1', name: 'An', type: 'xã' }] });
    expect(comparisonBlocks(crosswalk, side('2024-12-31'), side('2025-12-31')).all[0]?.kind).toBe('noBasis');
  });

  it('follows several changes of the map in a row', () => {
    const list = [
      commune('00001', undefined, '2024-11-30'),
      commune('00002', undefined, '2024-11-30'),
      commune('00001', '2024-12-01', LAST),
      commune('00003', undefined, LAST),
      commune('00005', FIRST),
    ];
    const steps = [
      { ...step(2, '00001 00001 whole all'), oldValidTo: '2024-11-30' },
      { ...step(3, '00002 00001 whole all'), oldValidTo: '2024-11-30' },
      step(4, '00001 00005 whole all'),
      step(5, '00003 00005 whole all'),
    ];
    const before = ground('2023-12-31', '00001', '00002', '00003');
    expect(kinds([list], steps, before, ground('2025-12-31', '00005'))).toEqual([
      '00001+00002+00003>00005 sum',
    ]);
    expect(kinds([list], steps.slice(1), before, ground('2025-12-31', '00005'))).toEqual([
      '00002+00003>00005 noBasis',
      '00001> noBasis',
    ]);
  });

  it('goes on from a result’s unit to one that the list begins late, but only into the map', () => {
    const list = [commune('00001', '2025-01-01', LAST, 'An'), commune('00005', FIRST)];
    const records = [{ date: '2024-12-31', units: [{ code: '00001', name: 'An', type: 'xã' }] }];
    const before = { date: '2024-12-31', leaves: records[0]?.units ?? [] };
    const after = ground('2025-12-31', '00005');
    const blocks = (steps: readonly CrosswalkStep[], lists: readonly UnitVersion[], others = records) =>
      comparisonBlocks(buildCrosswalk({ steps, lists: [lists], records: others }), before, after).all;
    expect(blocks([step(2, '00001 00005 whole all')], list)).toMatchObject([
      { kind: 'same', old: [{ code: '00001', id: '00001@' }], new: [{ code: '00005' }], assumed: true },
    ]);
    // Another kind of unit then: the list's day is a real change.
    const town = [{ date: '2024-12-31', units: [{ code: '00001', name: 'An', type: 'thị trấn' }] }];
    expect(blocks([step(2, '00001 00005 whole all')], list, town)[0]?.kind).toBe('noBasis');
    // A list that knows only today's units says nothing about the same code before.
    const today = { date: '2025-12-31', leaves: [{ code: '00001', name: 'An', type: 'xã' }] };
    const postOnly = buildCrosswalk({
      steps: [],
      lists: [[commune('00001', FIRST, undefined, 'An')]],
      records,
    });
    expect(comparisonBlocks(postOnly, before, today).all.map(({ kind }) => kind)).toEqual([
      'noBasis',
      'noBasis',
    ]);
  });
});

it('comparison/no-basis: one code on both days and no line about it; the line to add is given', () => {
  const crosswalk = buildCrosswalk({ steps: [], lists: [LIST] });
  const side = (date: string) => ({
    date,
    leaves: [{ code: '00001', name: 'Một', type: 'xã' }],
    level: 'district' as const,
    above: () => [],
  });
  const { findings } = checkGround(crosswalk, side(LAST), side(FIRST));
  expect(findings.map(({ code, unit }) => [code, unit])).toEqual([['comparison/no-basis', '00001']]);
  expect(`${findings[0]?.message} ${findings[0]?.hint}`).toContain(`00001,${LAST},00001,whole,all`);
});
