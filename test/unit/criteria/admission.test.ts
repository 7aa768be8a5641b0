/** Every fault of a criteria file: its code, and the line an officer is sent to. */
import { describe, expect, it } from 'vitest';
import { admitCriteriaSet } from '../../../src/criteria/admit-criteria-set.js';
import type { Finding } from '../../../src/model.js';
import { RULE_SCHEMA } from '../../../src/validation/rules.js';
import { admit, bundledFile, bundledSet, child, criteriaFile, SMALL, smallFile } from './sample-files.js';

const lineOf = (text: string, part: string): number => text.slice(0, text.indexOf(part)).split('\n').length;
const summary = ({ code, at }: Finding): string =>
  `${code} ${at.file} ${(at.cell ?? '').split(',')[0] ?? ''}`;

/** The small set with one piece of text exchanged; `where` is the text on the line of the finding. */
function faultsOf(from: string, to: string): { codes: string[]; lines: (part: string) => string } {
  const text = SMALL.replace(from, to);
  if (text === SMALL) throw new Error(`not in the set: ${from}`);
  const { set, findings } = admit([criteriaFile(text, 'national.yaml')]);
  expect(set).toBeUndefined();
  return {
    codes: findings.map(summary),
    lines: (part) => `national.yaml dòng ${String(lineOf(text, part))}`,
  };
}

describe('one fault', () => {
  it.each([
    [
      'an unknown key of a rule',
      'level: both',
      'level: both\n    severty: x',
      'criteria/unknown-key',
      'severty',
    ],
    [
      'an unknown key at the top',
      'formVersion:',
      'colour: red\nformVersion:',
      'criteria/unknown-key',
      'colour',
    ],
    ['a value outside its list', 'severity: error', 'severity: heavy', 'criteria/wrong-value', 'severity'],
    ['a wrong type', 'headline: true', 'headline: 1', 'criteria/wrong-value', 'headline'],
    [
      'an unknown kind of rule',
      'kind: partOfWhole',
      'kind: formula',
      'criteria/wrong-value',
      'kind: formula',
    ],
    ['a date that is none', '2025-06-30', '2025-02-30', 'criteria/wrong-value', '2025-02-30'],
    ['a missing key', '    unit: hộ\n    numerator', '    numerator', 'criteria/missing-key', '- id: rate'],
    ['a missing kind', '    kind: partOfWhole\n', '', 'criteria/missing-key', '- id: within'],
    [
      'a field nobody has, in a rule',
      'parts: [titled]',
      'parts: [titled, honoured]',
      'criteria/unknown-reference',
      'parts',
    ],
    ['a field nobody has, in a term', 'sum: homes', 'sum: houses', 'criteria/unknown-reference', 'houses'],
    [
      'a field nobody has, in an example',
      'pass: { rows: [{ homes: 10',
      'pass: { rows: [{ house: 10',
      'criteria/unknown-reference',
      'house: 10',
    ],
    [
      'a form nobody has',
      'homes, form: table',
      'homes, form: sheet',
      'criteria/unknown-reference',
      'form: sheet',
    ],
    [
      'a group its form has not',
      'homes, form: table, group: g',
      'homes, form: table, group: h',
      'criteria/unknown-reference',
      'group: h',
    ],
    [
      'a second label in the group',
      'label: Số hộ đạt',
      'label: tổng số  hộ',
      'criteria/repeated-label',
      'id: titled',
    ],
    [
      'a second word for another answer',
      'label: không đạt',
      'label: Có',
      'criteria/repeated-label',
      'label: Có',
    ],
    ['an answer twice', 'id: bad', 'id: good', 'criteria/repeated-id', 'không đạt'],
    ['a second code in a list', 'code: A2', 'code: a1', 'criteria/repeated-code', 'id: clans'],
    [
      'labels that overlap by a day',
      'from: 2025-07-01',
      'from: 2025-06-30',
      'criteria/overlapping-dates',
      'Tên mới',
    ],
    [
      'a period that ends before it begins',
      'from: 2025-07-01,',
      'from: 2025-07-01, to: 2025-07-00,',
      'criteria/wrong-value',
      'to: 2025-07-00',
    ],
    [
      'no failing example',
      '      fail: { rows: [{ homes: 10, titled: 12 }] }\n',
      '',
      'criteria/no-example',
      'examples:',
    ],
    [
      'entry at either place, but no second place',
      'label: Số hộ đạt,',
      'label: Số hộ đạt, enterAt: either,',
      'criteria/entry-place',
      'enterAt: either',
    ],
    [
      'a second place, but entry by area',
      'label: Số hộ đạt,',
      'label: Số hộ đạt, alsoIn: { form: list, code: A9 },',
      'criteria/entry-place',
      'alsoIn',
    ],
    ['a line of a list without code', 'code: A1, ', '', 'criteria/missing-key', 'id: meetings'],
    ['a text summed', 'sum: titled', 'sum: result', 'criteria/unsuitable-field', 'sum: result'],
    [
      'a number asked for answers',
      '{ sum: titled }',
      '{ count: titled, in: [good] }',
      'criteria/unsuitable-field',
      'count: titled',
    ],
    [
      'an answer nobody gives',
      '{ sum: titled }',
      '{ count: result, in: [excellent] }',
      'criteria/unknown-choice',
      'excellent',
    ],
    [
      'rows left out by an answer of another form',
      'indicators:\n',
      `  - { id: kind, form: list, group: A, code: A3, label: Loại, type: choice, choices: [{ id: old, label: cũ }] }
indicators:
  - id: kept
    label: Còn lại
    unit: hộ
    numerator:
      sum: titled
      where: { field: result, in: [good], unless: { field: kind, in: [old] } }
    headline: false
    basis: Luật
    confirmed: true
`,
      'criteria/unknown-reference',
      'unless',
    ],
    [
      'answers for a count',
      'label: Số hộ đạt,',
      'label: Số hộ đạt, choices: [{ id: a, label: a }],',
      'criteria/unknown-key',
      'choices: [{',
    ],
    [
      'a choice without answers',
      '    choices:\n      - { id: good, label: đạt, aliases: [có] }\n      - { id: bad, label: không đạt }\n',
      '',
      'criteria/missing-key',
      'id: result',
    ],
  ])('%s', (_name, from, to, code, where) => {
    const { codes, lines } = faultsOf(from, to);
    expect(codes).toEqual([`${code} ${lines(where)}`]);
  });
});

it('reports an id that two entries share, and dates that are reversed', () => {
  const twice = SMALL.replace(
    'indicators:',
    '  - { id: homes, form: table, label: Lặp, type: count }\nindicators:',
  );
  expect(admit([criteriaFile(twice, 'a.yaml')]).findings.map(summary)).toEqual([
    `criteria/repeated-id a.yaml dòng ${String(lineOf(twice, 'label: Lặp'))}`,
  ]);
  const reversed = SMALL.replace('from: 2025-07-01,', 'from: 2025-07-01, to: 2025-01-01,');
  expect(admit([criteriaFile(reversed, 'a.yaml')]).findings.map(({ code }) => code)).toEqual([
    'criteria/dates-reversed',
  ]);
});

it('reports two rules of one kind on the same fields in one period of time', () => {
  const rule = SMALL.slice(SMALL.indexOf('  - id: within'), SMALL.indexOf('titles:\n'));
  const second = (dates: string) =>
    SMALL.replace('titles:\n', `${rule.replace('id: within', `id: again\n    ${dates}`)}titles:\n`);
  const codes = (text: string) => admit([criteriaFile(text, 'a.yaml')]).findings.map(({ code }) => code);
  expect(codes(second('trial: false'))).toEqual(['criteria/overlapping-dates']);
  const from = second('validFrom: 2025-01-01').replace(
    'kind: partOfWhole',
    'kind: partOfWhole\n    validTo: 2024-12-31',
  );
  expect(codes(from)).toEqual([]);
});

it('suggests the nearest right word for a key, a kind and a choice', () => {
  const suggested = (from: string, to: string) =>
    admit([criteriaFile(SMALL.replace(from, to), 'a.yaml')]).findings.map(({ hint, expected }) => [
      /Có phải “([^”]+)”\?$/u.exec(hint ?? '')?.[1],
      ...(expected ?? []),
    ]);
  expect(suggested('level: both', 'level: both\n    instructon: x')).toEqual([
    ['instruction', 'instruction'],
  ]);
  expect(suggested('kind: partOfWhole', 'kind: partofWhol')).toEqual([['partOfWhole', 'partOfWhole']]);
  expect(suggested('severity: error', 'severity: eror')).toEqual([['error', 'error']]);
});

it('finds all faults of all files at once, each in the file that wrote it', () => {
  const base = smallFile((text) => text.replace('severity: error', 'severity: heavy'));
  const province = child(`rules: [{ id: within, missing: guess }]
fields: [{ id: homes, core: 1 }, { id: fresh, form: table, label: Mới }]
remove: { indicators: [nothing] }
enable: [unknown-group]
wrong: 1
`);
  expect(admit([base, province]).findings.map(summary).sort()).toEqual(
    [
      'criteria/missing-key province.yaml dòng 5',
      'criteria/nothing-to-change province.yaml dòng 6',
      'criteria/nothing-to-change province.yaml dòng 7',
      'criteria/unknown-key province.yaml dòng 8',
      `criteria/wrong-value national.yaml dòng ${String(lineOf(SMALL, 'severity: error'))}`,
      'criteria/wrong-value province.yaml dòng 4',
      'criteria/wrong-value province.yaml dòng 5',
    ].sort(),
  );
});

it('says which word was meant, of every kind of name', () => {
  const advice = (text: string) =>
    admit([smallFile(), child(text)]).findings.map(
      ({ hint }) => /Có phải “([^”]+)”\?$/u.exec(hint ?? '')?.[1],
    );
  expect(advice('rules: [{ id: within, whole: home }]')).toEqual(['homes']);
  expect(advice('fields: [{ id: homes, form: tabel }]')).toContain('table');
  expect(advice('fields: [{ id: homes, after: titeld }]')).toEqual(['titled']);
  expect(advice('remove: { rules: [witin] }')).toEqual(['within']);
  expect(new Set(advice('rules: [{ id: withim, severity: info }]'))).toEqual(new Set(['within']));
});

it('says which set was meant to be extended', () => {
  const { findings } = admitCriteriaSet([child('', 'nd86-2032')], RULE_SCHEMA, undefined, ['nd86-2023']);
  expect(findings.map(({ code, hint = '' }) => [code, hint.includes('“nd86-2023”')])).toEqual([
    ['criteria/extends-unknown', true],
  ]);
});

it.each([
  ['kind: partOfWhole', 'knid: partOfWhole', 'knid'],
  ['kind: partOfWhole', 'Kind: partOfWhole', 'Kind'],
])('names the key that was misspelt where one is missing: %s', (from, to, misspelt) => {
  const { findings } = admit([smallFile((text) => text.replace(from, to))]);
  const [missing] = findings.filter(({ code }) => code === 'criteria/missing-key');
  expect(missing?.hint).toContain(`“${misspelt}” đã gõ sai`);
});

it('tells what a file lost, not what others say of it', () => {
  const lost = (from: string, to: string) => faultsOf(from, to).codes.map((code) => code.split(' ')[0]);
  expect(lost('fields:', 'feilds:')).toEqual(['criteria/unknown-key']);
  expect(lost('byType:', 'byTyp:')).toEqual(['criteria/unknown-key']);
});

it.each(['', '# chưa dùng\n', '{}\n', 'rules: []\n', 'defaults: {}\nfields: []\n'])(
  'takes no set with a file that lost what stood in it: %j',
  (text) => {
    const empty = criteriaFile(text, 'de-danh.yaml');
    // What else is wrong with the shapes of files is told in the same run, what is lost with the file is not.
    const told = (body: string) =>
      admit([smallFile(), { ...child(body), included: [empty] }]).findings.map(
        ({ at, code }) => `${at.file} ${code}`,
      );
    expect(told('')).toEqual(['de-danh.yaml criteria/wrong-value']);
    expect(told('rules: [{ id: within, whole: visitors }]')).toEqual(['de-danh.yaml criteria/wrong-value']);
    expect(told('remove: { rules: [visitors-a-day] }')).toEqual(['de-danh.yaml criteria/wrong-value']);
    expect(told('titels: []')).toContain('province.yaml criteria/unknown-key');
  },
);

describe('the cause alone, not what others say of it', () => {
  const file = bundledFile('nd86-2023');
  const bundled = bundledSet('nd86-2023');
  const told = (body: string) =>
    admit([file, child(body, 'nd86-2023')]).findings.map(({ code, at }) => `${code} ${at.file}`);

  // Row keys, rates and conditions speak of these, indicators and rules of most; what is wrong with one is in its own line.
  const rowFields = bundled.forms.flatMap(({ rowKey = [], rowEnds = '' }) => [...rowKey, rowEnds]);
  const others = bundled.fields.flatMap(({ id, rateOf = '', appliesWhen }) =>
    rateOf === '' && appliesWhen === undefined ? [] : [id, rateOf, appliesWhen?.field ?? ''],
  );
  const named = [...new Set([...rowFields, ...others])].filter((id) => id !== '');

  it.each(named)('a field with a misspelt form, or type: %s', (id) => {
    const form = `fields: [{ id: ${id}, form: bieu-011, group: null }]`;
    expect(told(form)).toEqual(['criteria/unknown-reference province.yaml']);
    expect(told(`fields: [{ id: ${id}, type: txet }]`)).toEqual(['criteria/wrong-value province.yaml']);
  });

  it.each(['areaTitle', 'areaKind', 'communeTitle', 'itemKind'])(
    'a field that lost its answers: %s',
    (id) => {
      const codes = told(`fields: [{ id: ${id}, choices: null }]`);
      expect(codes).toEqual(['criteria/missing-key province.yaml']);
    },
  );
});

it('names a shared property that is wrong once, not once a field', () => {
  const { codes, lines } = faultsOf('marks: { dash: zero }', 'marks: { dash: nought }');
  expect(codes).toEqual([`criteria/wrong-value ${lines('nought')}`]);
});

describe('the chain', () => {
  const codes = (...chain: Parameters<typeof admit>[0]) => admit(chain).findings.map(({ code }) => code);

  it('must end in a set that extends nothing', () => {
    expect(codes(child('label: Bộ của tỉnh'))).toContain('criteria/extends-unknown');
  });

  it('must not come back to itself', () => {
    const [first, second] = [child('', 'b', 'a'), child('', 'a', 'b')];
    expect(codes(first, second, first)).toContain('criteria/extends-cycle');
    expect(codes(first, second, first)).not.toContain('criteria/extends-unknown');
  });

  it.each([1, 2, 3, 5])('names every set of a circle of %i, and each line once', (size) => {
    const ids = Array.from({ length: size }, (_, index) => `bo-${String(index)}`);
    const circle = ids.map((id, index) => child('', ids[(index + 1) % size] ?? '', id));
    const above = child('', 'bo-0', 'huyen');
    // Base first, and the file that closes the circle once more before all.
    const chain = [...circle.toReversed().slice(-size), above];
    const { findings } = admit([...circle.slice(0, 1), ...chain]);
    const [found, ...others] = findings.filter(({ code }) => code === 'criteria/extends-cycle');
    expect(others).toEqual([]);
    for (const id of ids) expect(found?.message).toContain(`“${id}” (${id}.yaml)`);
    expect(found?.message).not.toContain('huyen');
    const places = [found?.at, ...(found?.related ?? [])].map((at) => `${at?.file ?? ''} ${at?.cell ?? ''}`);
    expect(places.toSorted()).toEqual(ids.map((id) => `${id}.yaml dòng 3, cột 1`));
  });

  it('tells two files of one id apart', () => {
    const copy = child('', 'national', 'national');
    const [found] = admit([smallFile(), { ...copy, file: 'tinh.yaml' }]).findings;
    expect(found?.code).toBe('criteria/extends-cycle');
    expect(found?.message).toContain('tinh.yaml');
    expect(found?.hint).toContain('đổi id của tệp ấy');
  });

  it('must consist of criteria files', () => {
    expect(codes(criteriaFile('schema: tdkvh/workspace@1', 'tdkvh.yaml'))).toContain('criteria/not-a-set');
    expect(codes(criteriaFile('', 'empty.yaml'))).toEqual(['criteria/not-a-set']);
    expect(codes()).toEqual([]);
  });
});
