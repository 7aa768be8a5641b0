/** A workspace on disk: found from below, all faults at once, registry by precedence, criteria sets that extend others. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadCriteria } from '../../src/office/load-criteria.js';
import { openRegistry, openWorkspace } from '../../src/office/open-workspace.js';
import { findWorkspace } from '../../src/office/workspace-files.js';

let folder = '';
const put = (path: string, text: string): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const registry = (name: string): string => {
  put(
    `${name}/units.csv`,
    'code,name,type,parent_code\n27,Bắc Ninh,tỉnh,\n264,Lương Tài,huyện,27\n09496,Thứa,thị trấn,264\n',
  );
  return join(folder, name);
};
const CONFIGURATION = `schema: tdkvh/workspace@1
period: "2024"
unit: "264"
level: district
criteria: nd86-2023
registry: own
`;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tdkvh-workspace-'));
  vi.stubEnv('TDKVH_REGISTRY', '');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
  vi.unstubAllEnvs();
});

describe('findWorkspace', () => {
  it('looks from a folder upwards', async () => {
    put('2024/tdkvh.yaml', '');
    put('2024/submissions/xa/a.txt', '');
    expect(await findWorkspace(join(folder, '2024', 'submissions', 'xa'))).toBe(join(folder, '2024'));
    expect(await findWorkspace(folder)).toBeUndefined();
  });
});

describe('openRegistry', () => {
  it('takes the option before the environment before the configuration', async () => {
    const [option, environment] = [registry('option'), registry('environment')];
    registry('own');
    const name = async (chosen?: string) => (await openRegistry(folder, chosen, 'own')).registry?.name;
    expect(await name()).toBe('own');
    vi.stubEnv('TDKVH_REGISTRY', environment);
    expect(await name()).toBe('environment');
    expect(await name(option)).toBe('option');
  });
});

describe('openWorkspace', () => {
  it('gives everything the files say', async () => {
    registry('own');
    put('tdkvh.yaml', CONFIGURATION);
    put(
      'units.csv',
      'code,name,type,level,parent_code\n264,Lương Tài,huyện,district,27\n09496,Thứa,thị trấn,commune,264\n',
    );
    put('received.csv', 'file,unit_code,form,date\nxa.xlsx,,,2024-11-20\n');
    const { workspace, findings } = await openWorkspace(folder);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(workspace?.units).toHaveLength(2);
    expect(workspace?.received).toEqual([{ file: 'xa.xlsx', date: '2024-11-20' }]);
    expect(workspace?.set.id).toBe('nd86-2023');
    expect(workspace?.registry.name).toBe('own');
  });

  it('tells the faults of all files in one run', async () => {
    registry('own');
    put('tdkvh.yaml', CONFIGURATION.replace('level: district', 'level: province\nunitt: x'));
    put('units.csv', 'code,type\n264,huyện\n');
    put('accepted.csv', 'id,value,reason,person\n');
    put('targets.csv', 'indicator,unit_or_class,period,comparator,value,kind\nx,264,2024,at_least,90,rate\n');
    const { workspace, findings } = await openWorkspace(folder);
    expect(workspace).toBeUndefined();
    expect(new Set(findings.map(({ at, code }) => `${at.file} ${code}`))).toEqual(
      new Set([
        'tdkvh.yaml configuration/level-and-unit',
        'tdkvh.yaml configuration/misspelt-key',
        'units.csv configuration/csv-missing-column',
        'accepted.csv configuration/csv-missing-column',
        'targets.csv configuration/csv-unknown-indicator',
      ]),
    );
  });

  it('says where a YAML text cannot be read', async () => {
    put('tdkvh.yaml', 'schema: "tdkvh\nunit 264\n');
    const { findings } = await openWorkspace(folder);
    expect(findings.map(({ code }) => code.split('-')[0])).toContain('file/yaml');
  });
});

describe('loadCriteria', () => {
  const extending = (id: string, base: string): string =>
    `schema: tdkvh/criteria@1\nid: ${id}\nextends: ${base}\nlabel: Bộ tiêu chí ${id}\n`;

  it('follows a chain of files to a bundled set', async () => {
    put('bo/tinh.yaml', extending('tinh', 'nd86-2023'));
    put('huyen.yaml', extending('huyen', 'bo/tinh.yaml'));
    const { set, findings, sha256 } = await loadCriteria('huyen.yaml', folder);
    expect(findings).toEqual([]);
    expect(set?.label).toBe('Bộ tiêu chí huyen');
    expect(sha256).toMatch(/^[0-9a-f]{64}$/u);
    expect(sha256).not.toBe((await loadCriteria('nd86-2023', folder)).sha256);
  });

  it.each([
    ['khong-co', 'cli/unknown-criteria'],
    ['vong.yaml', 'criteria/extends-cycle'],
    ['le.yaml', 'criteria/extends-unknown'],
  ])('%s: %s', async (name, code) => {
    put('vong.yaml', extending('vong', 'vong-2.yaml'));
    put('vong-2.yaml', extending('vong-2', 'vong.yaml'));
    put('le.yaml', extending('le', 'khong-co.yaml'));
    const { set, findings } = await loadCriteria(name, folder);
    expect(set).toBeUndefined();
    expect(findings.map((found) => found.code)).toContain(code);
  });
});
