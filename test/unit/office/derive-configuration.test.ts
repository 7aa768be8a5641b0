/** Without a workspace: period, unit and set from options first, then from what the files say; never from their names. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deriveConfiguration } from '../../../src/office/derive-configuration.js';
import { openFiles } from '../../../src/readers/open-sources.js';
import type { Registry } from '../../../src/model.js';
import { madeUnit } from '../../support/made-units.js';

const registry: Registry = {
  name: 'thử',
  asOf: '2024-12-31',
  sha256: '',
  units: [
    madeUnit('27', 'province'),
    madeUnit('264', 'district', '27'),
    madeUnit('258', 'district', '27'),
    madeUnit('259', 'district', '27'),
    ...['09496', '09499', '09502'].map((code) => madeUnit(code, 'commune', '264')),
    madeUnit('09193', 'commune', '258'),
    madeUnit('09196', 'commune', '259'),
  ],
};

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tdkvh-derive-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function derive(
  said: readonly (readonly [unit: string, period: string])[],
  given: Readonly<Record<string, string>> = {},
) {
  const entries = said.map(([code, period], index) => {
    const path = `tep-${index}.csv`;
    writeFileSync(join(folder, path), `unit_code,period,key,value\n${code},${period},unitName,Xã\n`);
    return { path, absolute: join(folder, path) };
  });
  const { config, findings } = await deriveConfiguration(openFiles(entries), given, registry, 'thu-muc');
  return config === undefined
    ? findings.map(({ code }) => code)
    : { unit: config.unit, level: config.level, period: config.period.id, criteria: config.criteria };
}

const DISTRICT = { unit: '264', level: 'district', period: '2024', criteria: 'nd86-2023' };

describe('deriveConfiguration', () => {
  it('takes the district above all communes', async () => {
    expect(
      await derive([
        ['09496', '2024'],
        ['09499', '2024'],
      ]),
    ).toEqual(DISTRICT);
  });
  it('is not moved by one stray of another year or district', async () => {
    expect(
      await derive([
        ['09496', '2024'],
        ['09499', '2024'],
        ['09502', '2024'],
        ['09193', '2023'],
      ]),
    ).toEqual(DISTRICT);
  });
  it('takes the province when no district has more than half', async () => {
    const provincial = await derive([
      ['09496', '2024'],
      ['09193', '2024'],
      ['09196', '2024'],
    ]);
    expect(provincial).toEqual({ ...DISTRICT, unit: '27', level: 'province' });
  });
  it('asks when the files disagree or say nothing', async () => {
    expect(
      await derive([
        ['09496', '2024'],
        ['09499', '2023'],
      ]),
    ).toEqual(['cli/run-not-identified']);
    expect(await derive([])).toEqual(['cli/run-not-identified']);
  });
  it('names the files that could not be opened: they are why nobody said anything', async () => {
    writeFileSync(join(folder, 'rong.xlsx'), '');
    const entry = { path: 'rong.xlsx', absolute: join(folder, 'rong.xlsx') };
    const { findings } = await deriveConfiguration(openFiles([entry]), {}, registry, 'rong.xlsx');
    expect(findings.map(({ code, at }) => [code, at.file])).toEqual([
      ['file/empty', 'rong.xlsx'],
      ['cli/run-not-identified', ''],
    ]);
  });
  it('lets options win over the files', async () => {
    expect(await derive([['09496', '2024']], { unit: '27', period: '2022' })).toEqual({
      unit: '27',
      level: 'province',
      period: '2022',
      criteria: 'nd122-2018',
    });
    expect(await derive([['09496', '2024']], { unit: '999' })).toEqual(['cli/unit-not-found']);
    expect(await derive([['09496', '2024']], { period: 'năm nay' })).toEqual(['cli/bad-value']);
  });
  it('hands on what it opened, every file once and in order', async () => {
    const entries = Array.from({ length: 45 }, (_, index) => {
      const path = `tep-${String(index).padStart(2, '0')}.csv`;
      writeFileSync(join(folder, path), 'unit_code,period,key,value\n09496,2024,unitName,Xã\n');
      return { path, absolute: join(folder, path) };
    });
    const opened: string[] = [];
    async function* counted() {
      for await (const file of openFiles(entries)) {
        opened.push(file.path);
        yield file;
      }
    }
    const derived = await deriveConfiguration(counted(), {}, registry, 'thu-muc');
    expect(opened).toHaveLength(40);
    const handedOn: string[] = [];
    for await (const { path } of derived.opened) handedOn.push(path);
    const all = entries.map(({ path }) => path);
    expect(handedOn).toEqual(all);
    expect(opened).toEqual(all);
  });
});
