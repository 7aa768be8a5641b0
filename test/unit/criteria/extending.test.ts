/** Sets that extend others: a province the nation's, a district its province's. */
import { describe, expect, it } from 'vitest';
import { extendsOf } from '../../../src/criteria/chain-file.js';
import { fieldIndex, fieldsOfForm } from '../../../src/criteria/set-queries.js';
import { admit, admitted, bundledFile, bundledSet, child, smallFile } from './sample-files.js';

const national = smallFile();

describe('two levels', () => {
  const province = child(`label: Bộ của tỉnh
fields:
  - { id: homes, label: Tổng số hộ dân, core: true }
  - { id: poor, form: table, group: g, label: Hộ nghèo, type: count, after: homes }
rules:
  - { id: within, severity: warning, trial: true }
`);
  const district = child(
    `fields:
  - { id: poor, label: Số hộ nghèo }
rules:
  - { id: within, trial: null }
`,
    'province',
    'district',
  );
  const set = admitted(admit([national, province, district], 'abc'));
  const fields = fieldIndex(set);

  it('lays each over the one before, key by key', () => {
    expect(set).toMatchObject({ id: 'district', label: 'Bộ của tỉnh', basis: 'Luật', sha256: 'abc' });
    expect(fields.get('homes')).toMatchObject({ label: 'Tổng số hộ dân', core: true, unit: 'hộ' });
    expect(fields.get('poor')).toMatchObject({ label: 'Số hộ nghèo', scale: 0, enterAt: 'area' });
    expect(set.rules).toMatchObject([{ id: 'within', severity: 'warning', whole: 'homes' }]);
    expect(set.rules[0]?.trial).toBeUndefined();
  });

  it('places a field where the file says', () => {
    expect(fieldsOfForm(set, 'table').map(({ id }) => id)).toEqual(['homes', 'poor', 'titled', 'result']);
  });
});

describe('dropping and switching on', () => {
  it('leaves out what is removed, and says what still needs it', () => {
    const alone = admit([national, child('remove: { fields: [titled] }')]);
    expect(alone.findings.map(({ code, at, related = [] }) => [code, at.file, related.length])).toEqual([
      ['criteria/removed-in-use', 'province.yaml', 4],
    ]);
    const whole = child('remove: { fields: [titled], indicators: [rate], rules: [within] }');
    expect(fieldIndex(admitted(admit([national, whole]))).has('titled')).toBe(false);
  });

  it('starts an entry afresh that is removed and written again', () => {
    const again = child(`remove: { fields: [meetings] }
fields: [{ id: meetings, form: list, group: A, code: A7, label: Họp, type: count }]
`);
    expect(fieldIndex(admitted(admit([national, again]))).get('meetings')?.unit).toBeUndefined();
  });

  it('admits an extension group only where it is switched on', () => {
    const lines = (...chain: Parameters<typeof admit>[0]) =>
      fieldsOfForm(admitted(admit(chain)), 'list').map(({ id }) => id);
    expect(lines(national)).toEqual(['meetings']);
    expect(lines(national, child('enable: [clans]'))).toEqual(['meetings', 'clans']);
  });

  it('drops the rules and indicators of an extension group that is off', () => {
    const indicator = child(`indicators:
  - { id: clanCount, label: Tộc họ, unit: tộc họ, numerator: { sum: clans }, headline: false, basis: Luật, confirmed: true }
`);
    expect(admitted(admit([national, indicator])).indicators.map(({ id }) => id)).toEqual(['rate']);
  });
});

describe('one finding for all that still use what was removed', () => {
  const { forms, fields: small, titles, indicators, rules } = admitted(admit([national]));
  const all = Object.entries({ forms, fields: small, titles, indicators, rules }).flatMap(([list, some]) =>
    some.map(({ id }) => ({ list, id })),
  );

  it.each(all)('$list: $id', ({ list, id }) => {
    const { set, findings } = admit([national, child(`remove: { ${list}: [${id}] }`)]);
    // What nothing refers to goes without a word; of all else the removal is the cause, and the only one.
    expect(findings.map(({ code, at }) => [code, at.file, at.cell])).toEqual(
      set === undefined ? [['criteria/removed-in-use', 'province.yaml', findings[0]?.at.cell]] : [],
    );
    for (const { at, message, related = [] } of findings) {
      expect(at.cell).toContain('dòng 4,');
      for (const place of related) expect(place.file).toBe('national.yaml');
      expect(message).toContain(`“${id}”`);
      expect(message).toContain('national.yaml dòng');
    }
  });

  it('says what must go with it and what must be written anew, and following that mends it', () => {
    const chain = (body: string) => admit([bundledFile('nd86-2023'), child(body, 'nd86-2023')]);
    const [first, ...others] = chain('remove: { fields: [fundsSpentSocial] }').findings;
    expect(others).toEqual([]);
    expect(first?.at.file).toBe('province.yaml');
    const lists = [...(first?.hint ?? '').matchAll(/(indicators|rules|totals): \[([^\]]*)\]/gu)];
    const keys = [...(first?.hint ?? '').matchAll(/(\w+) › ([\w-]+) › (\w+)(?=[;.])/gu)];
    expect(lists.length * keys.length).toBeGreaterThan(0);
    const remove = lists.map(([, list = '', ids = '']) => `${list}: [${ids}]`).join(', ');
    const bundled = bundledSet('nd86-2023');
    const written = keys.map(([, list = '', id = '', key = '']) => {
      const entry = [...bundled.indicators, ...bundled.rules].find(
        (one) => one.id === id,
      ) as unknown as Record<string, unknown>;
      const text = JSON.stringify(entry[key]).replaceAll(
        /,?"fundsSpentSocial"|(?<=\[)"fundsSpentSocial",?/gu,
        '',
      );
      return [list, `  - { id: ${id}, ${key}: ${text} }\n`] as const;
    });
    const body = ['indicators', 'rules']
      .map((list) => {
        const lines = written.flatMap(([of, line]) => (of === list ? [line] : []));
        return lines.length === 0 ? '' : `${list}:\n${lines.join('')}`;
      })
      .join('');
    const { findings } = chain(`remove: { fields: [fundsSpentSocial], ${remove} }\n${body}`);
    expect(findings.map(({ message }) => message)).toEqual([]);
  });

  it('counts what the file itself still says, and names the key', () => {
    const body = `remove: { fields: [titled], rules: [within] }
indicators: [{ id: rate, numerator: { sum: titled } }]
`;
    const [found, ...others] = admit([national, child(body)]).findings;
    expect(others).toEqual([]);
    expect(found?.hint).toContain('indicators › rate › numerator');
    expect(found?.hint).not.toContain('ghi thêm vào remove');
  });

  it('of a place behind an entry that is gone, names the removal', () => {
    const removed = child('remove: { fields: [meetings] }');
    const district = child('fields: [{ id: homes, after: meetings }]', 'province', 'district');
    const { findings } = admit([national, removed, district]);
    expect(
      findings.map(({ code, at, hint = '' }) => [code, at.file, hint.includes('province.yaml dòng 4')]),
    ).toEqual([['criteria/nothing-to-change', 'district.yaml', true]]);
  });
});

it('tells the caller which file comes first', () => {
  expect(extendsOf(child('', 'tinh/bo.yaml').value)).toBe('tinh/bo.yaml');
  expect(extendsOf(national.value)).toBeUndefined();
  expect(extendsOf(['extends'])).toBeUndefined();
});
