/** Registries as folders: the bundled form, plain folders of lists, and folders that are neither. */
import { copyFileSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundledRegistryDirectory, readRegistry } from '../../../src/readers/registry.js';
import { buildRegistry } from '../units/built-registry.js';

const HEADER = 'code,name,type,parent_code,valid_from,valid_to\n';
const folderWith = (files: Record<string, string>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'tdkvh-lists-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
};
const codes = async (folder: string): Promise<string[]> =>
  (await readRegistry(folder)).findings.map((one) => one.code);

describe('readRegistry', () => {
  let built: string;
  beforeAll(async () => {
    built = await buildRegistry();
  });

  it('reads the bundled form with its name, dates and hash', async () => {
    const { registry, findings } = await readRegistry(built);
    expect(findings).toEqual([]);
    expect(registry?.asOf).toBe('2026-04-30');
    expect(registry?.knownFrom).toBe('2025-01-01');
    expect(registry?.name).not.toBe('');
  });

  it('says when the list was changed after it was made', async () => {
    const folder = folderWith({ 'units.csv': `${HEADER}99,Minh Hòa,tỉnh,,,\n` });
    copyFileSync(join(built, 'registry.json'), join(folder, 'registry.json'));
    const { registry, findings } = await readRegistry(folder);
    expect(findings.map((one) => one.code)).toEqual(['registry/changed']);
    expect(registry?.units).toHaveLength(1);
  });

  it('merges the unit lists of a plain folder and ignores other files', async () => {
    const before = `${HEADER}99,Minh Hòa,tỉnh,,,2025-06-30\n901,Sông Lam,huyện,99,,2025-06-30\n`;
    const after = `${HEADER}98,Minh Hòa,tỉnh,,2025-07-01,\n90001,An Bình,xã,98,2025-07-01,\n`;
    const folder = folderWith({
      'units-pre.csv': before,
      'units-post.csv': after,
      'map-2025.csv': 'old_code,new_code\n',
      'README.md': 'x',
    });
    const { registry, findings } = await readRegistry(folder);
    expect(findings).toEqual([]);
    expect(registry?.units.map((unit) => [unit.code, unit.level])).toEqual([
      ['98', 'province'],
      ['90001', 'commune'],
      ['99', 'province'],
      ['901', 'district'],
    ]);
    expect(registry?.asOf).toBe('2025-07-01');
    expect(registry?.sha256).toMatch(/^[0-9a-f]{64}$/u);
  });

  it('is known by the hash of its one list', async () => {
    const text = `${HEADER}99,Minh Hòa,tỉnh,,,\n`;
    const { registry } = await readRegistry(folderWith({ 'units.csv': text }));
    expect(registry?.sha256).toBe(createHash('sha256').update(text).digest('hex'));
  });

  it('answers with findings for folders that hold no registry', async () => {
    expect(await codes(join(tmpdir(), 'tdkvh-khong-co'))).toEqual(['registry/unreadable']);
    expect(await codes(folderWith({ 'map.csv': 'x' }))).toEqual(['registry/no-list']);
    const folderAsList = folderWith({});
    mkdirSync(join(folderAsList, 'units.csv'));
    expect(await codes(folderAsList)).toEqual(['configuration/not-a-file']);
    expect(await codes(folderWith({ 'units.csv': 'ma,ten\n1,An\n' }))).toContain(
      'configuration/csv-missing-column',
    );
    expect(await codes(folderWith({ 'units.csv': '' }))).toEqual(['table/no-header']);
  });

  it('looks for the bundled list where the build writes it', () => {
    expect(bundledRegistryDirectory().replaceAll('\\', '/')).toMatch(/\/dist\/registry$/u);
  });
});
