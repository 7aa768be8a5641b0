/** The history of residential areas: chains of steps both ways, and drafts of them from two lists. */
import { describe, expect, it } from 'vitest';
import type { AreaStep } from '../../../src/model.js';
import { areaHistory } from '../../../src/units/areas/area-history.js';
import { proposeAreas, proposeMerged } from '../../../src/units/areas/propose-areas.js';

const step = (oldName: string, newName: string, date = '2026-07-01'): AreaStep => ({
  unit: '1',
  oldName,
  newName,
  date,
  share: { numerator: 1, denominator: 1 },
  at: { file: 'areas.csv' },
});
const FROM = '2025-12-31';
const TO = '2026-12-31';

describe('areaHistory', () => {
  const history = areaHistory([
    step('Thôn 1', 'Thôn Đông', '2026-03-01'),
    step('Thôn 2', 'Thôn Đông', '2026-03-01'),
    step('Thôn Đông', 'Thôn 1', '2026-09-01'),
    step('Thôn 3', 'Thôn 2', '2026-09-01'),
    step('Thôn 9', 'Thôn 10', '2027-03-01'),
  ]);
  const before = (name: string, from = FROM, to = TO) =>
    history.before('1', { name }, from, to)?.map((one) => one.name);
  const after = (name: string) => history.after('1', { name }, FROM, TO).map((one) => one.name);

  it('leads back through several days, by the names of each day', () => {
    expect(before('Thôn 1')).toEqual(['Thôn 1', 'Thôn 2']);
    expect(before('Thôn 01', '2026-03-01')).toEqual(['Thôn Đông']);
    expect(before('Thôn 2')).toEqual(['Thôn 3']);
    expect(before('Thôn 7')).toEqual(['Thôn 7']);
    expect(before('Thôn 9')).toEqual(['Thôn 9']);
    // Its first bearer went elsewhere, and nothing says where this one comes from.
    expect(before('Thôn 3')).toBeUndefined();
    expect(history.before('2', { name: 'Thôn 1' }, FROM, TO)?.[0]?.changed).toBe(false);
  });

  it('leads forward the same way', () => {
    expect(after('Thôn 1')).toEqual(['Thôn 1']);
    expect(after('Thôn 2')).toEqual(['Thôn 1']);
    expect(after('Thôn 3')).toEqual(['Thôn 2']);
    expect(history.hasSteps('1', '2026-09-01', TO)).toBe(false);
    expect(history.named('1', FROM, TO).map(({ oldName }) => oldName)).toEqual([
      'Thôn 1',
      'Thôn 2',
      'Thôn 3',
    ]);
  });
});

describe('proposeAreas', () => {
  const random = (seed: number) => (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;

  it('finds the merged neighbours of made communes by their households', () => {
    let right = 0;
    let all = 0;
    for (let seed = 1; seed <= 60; seed += 1) {
      const next = random(seed * 7907);
      const then = Array.from({ length: 4 + next(20) }, (_, at) => ({
        name: `Thôn ${String(at + 1)}`,
        households: 40 + next(200),
      }));
      const now: { name: string; households: number }[] = [];
      const truth: string[] = [];
      for (let at = 0; at < then.length;) {
        const parts = then.slice(at, at + 1 + next(3));
        at += parts.length;
        const name = `Thôn ${String(now.length + 1)}`;
        now.push({ name, households: parts.reduce((sum, { households }) => sum + households, next(3)) });
        for (const part of parts)
          if (parts.length > 1 || part.name !== name) truth.push(`${part.name} > ${name}`);
      }
      const drafted = new Set(
        proposeAreas(then, now).map(({ oldName, newName }) => `${oldName} > ${newName}`),
      );
      all += truth.length;
      right += truth.filter((one) => drafted.has(one)).length;
    }
    expect(all).toBeGreaterThan(400);
    expect(right / all).toBeGreaterThan(0.97);
  });

  it('says nothing of equal lists, and marks what the households do not show', () => {
    const list = [
      { name: 'Thôn 1', households: 90 },
      { name: 'Thôn 2', households: 120 },
    ];
    expect(proposeAreas(list, list)).toEqual([]);
    expect(proposeAreas(list, [{ name: 'Thôn Mới', households: 400 }])).toMatchObject([
      { oldName: 'Thôn 1', newName: 'Thôn Mới', basis: 'order' },
      { oldName: 'Thôn 2', newName: 'Thôn Mới', basis: 'order' },
    ]);
    expect(
      proposeAreas(
        [{ name: 'Thôn 1', households: 100 }],
        [
          { name: 'Thôn 1', households: 60 },
          { name: 'Thôn 2', households: 40 },
        ],
      ),
    ).toEqual([
      { oldName: 'Thôn 1', newName: 'Thôn 1', share: '60/100', basis: 'households' },
      { oldName: 'Thôn 1', newName: 'Thôn 2', share: '40/100', basis: 'households' },
    ]);
  });

  it('says what only the households say, and names what would fit as well', () => {
    const listOf = (areas: Readonly<Record<string, number>>) =>
      Object.entries(areas).map(([name, households]) => ({ name, households }));
    const said = (then: Readonly<Record<string, number>>, now: Readonly<Record<string, number>>) =>
      proposeAreas(listOf(then), listOf(now)).map(
        ({ oldName, newName, basis, alsoInto = [] }) =>
          `${oldName} > ${newName} ${basis}${alsoInto.map((one) => ` | ${one}`).join('')}`,
      );
    const alike = { 'Thôn Đông': 100, 'Thôn Tây': 101, 'Thôn Nam': 99, 'Thôn Bắc': 100 };
    expect(said(alike, { 'Thôn Hòa Bình': 201, 'Thôn Thống Nhất': 200 })).toEqual([
      'Thôn Đông > Thôn Hòa Bình households | Thôn Thống Nhất',
      'Thôn Tây > Thôn Hòa Bình households | Thôn Thống Nhất',
      'Thôn Nam > Thôn Thống Nhất households | Thôn Hòa Bình',
      'Thôn Bắc > Thôn Thống Nhất households | Thôn Hòa Bình',
    ]);
    // The names leave no choice, and numbers are no names.
    expect(said(alike, { 'Thôn Đông Tây': 201, 'Thôn Nam Bắc': 200 })).toEqual([
      'Thôn Đông > Thôn Đông Tây name',
      'Thôn Tây > Thôn Đông Tây name',
      'Thôn Nam > Thôn Nam Bắc name',
      'Thôn Bắc > Thôn Nam Bắc name',
    ]);
    expect(said({ 'Thôn 1': 100, 'Thôn 2': 240 }, { 'Thôn 12': 340 })).toEqual([
      'Thôn 1 > Thôn 12 households',
      'Thôn 2 > Thôn 12 households',
    ]);
    expect(said({ 'Thôn Én': 90 }, { 'Tổ dân phố Én': 91 })).toEqual(['Thôn Én > Tổ dân phố Én name']);
    expect(said({ 'Thôn Én': 90 }, { 'Tổ dân phố Én': 191 })).toEqual(['Thôn Én > Tổ dân phố Én order']);
  });

  it('propose nothing for a list against itself, whoever left households blank', () => {
    for (let blanks = 0; blanks < 64; blanks += 1) {
      const list = Array.from({ length: 6 }, (_, at) => ({
        name: `Thôn ${String(at + 1)}`,
        ...((blanks >> at) % 2 === 0 ? { households: 100 + at } : {}),
      }));
      expect(proposeAreas(list, list)).toEqual([]);
    }
  });
});

describe('proposeMerged', () => {
  const then = [
    {
      formerUnit: 'Xã Đông Thọ',
      areas: [
        { name: 'Thôn 1', households: 200 },
        { name: 'Thôn 2', households: 210 },
      ],
    },
    {
      formerUnit: 'Xã Văn Môn',
      areas: [
        { name: 'Thôn 1', households: 300 },
        { name: 'Thôn Đoài', households: 90 },
      ],
    },
  ];
  const said = (now: Parameters<typeof proposeMerged>[1]): readonly string[] =>
    proposeMerged(then, now).map(
      ({ oldName, oldFormerUnit = '', newName, basis }) =>
        `${oldName} (${oldFormerUnit}) > ${newName}${basis === 'order' ? '?' : ''}`,
    );

  it('lays the areas of each commune beside its own, whatever order they are sent in', () => {
    const now = [
      { name: 'Thôn Văn', households: 390, formerUnit: 'Văn Môn' },
      { name: 'Thôn Thọ', households: 410, formerUnit: 'Xã Đông Thọ' },
    ];
    expect(said(now)).toEqual([
      'Thôn 1 (Xã Đông Thọ) > Thôn Thọ',
      'Thôn 2 () > Thôn Thọ',
      'Thôn 1 (Xã Văn Môn) > Thôn Văn',
      'Thôn Đoài () > Thôn Văn',
    ]);
  });

  it('asks about a name that two communes had where nobody says which', () => {
    const now = [
      { name: 'Thôn Thọ', households: 410 },
      { name: 'Thôn Văn', households: 390 },
    ];
    expect(said(now)).toEqual([
      'Thôn 1 () > Thôn Thọ?',
      'Thôn 2 () > Thôn Thọ',
      'Thôn 1 () > Thôn Văn?',
      'Thôn Đoài () > Thôn Văn',
    ]);
  });
});
