/** Sets that extend others: a province the nation's, a district its province's. */
import { describe, expect, it } from 'vitest';
import { extendsOf } from '../../../src/criteria/chain-file.js';
import { fieldIndex, fieldsOfForm } from '../../../src/criteria/set-queries.js';
import { admit, admitted, child, smallFile } from './sample-files.js';

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
    expect(alone.findings.map(({ code, at }) => [code, at.file])).toEqual([
      ['criteria/unknown-reference', 'national.yaml'],
      ['criteria/unknown-reference', 'national.yaml'],
      ['criteria/unknown-reference', 'national.yaml'],
      ['criteria/unknown-reference', 'national.yaml'],
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

it('tells the caller which file comes first', () => {
  expect(extendsOf(child('', 'tinh/bo.yaml').value)).toBe('tinh/bo.yaml');
  expect(extendsOf(national.value)).toBeUndefined();
  expect(extendsOf(['extends'])).toBeUndefined();
});
