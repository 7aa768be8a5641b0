/** The folder previous/: results of earlier periods, and every file in it that cannot be used. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPreviousFolder } from '../../../src/readers/results/previous-results.js';
import { readRegistryMap } from '../../../src/readers/registry.js';
import { admitCrosswalk } from '../../../src/workspace/crosswalk.js';
import { sampleResults } from '../../support/sample-results.js';

const folderWith = (files: Readonly<Record<string, string>>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'tdkvh-previous-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
};
const good = JSON.stringify(sampleResults());

describe('readPreviousFolder', () => {
  it('reads results and so-lieu.csv, in the order of their names', async () => {
    const folder = folderWith({
      '2023.results.json': good,
      '2022.results.json': good,
      'so-lieu.csv': 'unit_code,period,indicator,numerator,source\n901,2021,households,1,BC\n',
      '.DS_Store': 'x',
    });
    const { documents, figures, findings } = await readPreviousFolder(folder);
    expect(findings).toEqual([]);
    expect(documents.map(({ path }) => path)).toEqual([
      'previous/2022.results.json',
      'previous/2023.results.json',
    ]);
    expect(figures?.rows).toHaveLength(1);
  });

  it('names every file that it does not use, with the reason', async () => {
    const folder = folderWith({
      'results.json': good,
      'ghi-chu.txt': 'x',
      'a.results.json': good.slice(0, 200),
      'b.results.json': good.replace('tdkvh/results@1', 'tdkvh/results@9'),
      'c.results.json': JSON.stringify({ ...sampleResults(), decimals: '2', extra: 1 }),
      'd.results.json': '[]',
    });
    mkdirSync(join(folder, 'e.results.json'));
    const { documents, findings } = await readPreviousFolder(folder);
    expect(documents).toEqual([]);
    expect(findings.map(({ code, at }) => [at.file, code])).toEqual([
      ['previous/a.results.json', 'previous/not-json'],
      ['previous/b.results.json', 'previous/other-schema'],
      ['previous/c.results.json', 'previous/malformed'],
      ['previous/d.results.json', 'previous/other-schema'],
      ['previous/e.results.json', 'configuration/not-a-file'],
      ['previous/ghi-chu.txt', 'previous/not-read'],
      ['previous/results.json', 'previous/not-read'],
    ]);
    const file = await readPreviousFolder(join(folder, 'a.results.json'));
    expect(file.findings.map(({ code }) => code)).toEqual(['previous/unreadable']);
  });
});

describe('readRegistryMap', () => {
  const HEADER = 'old_code,new_code,area,people,basis\n';

  it('takes the last day of the old units from the file’s name', async () => {
    const folder = folderWith({
      'map-2025-07.csv': `${HEADER}00001,00002,whole,all,NQ\n`,
      'map-2026-04-30.csv': `${HEADER}00003,00003,whole,all,NQ\n`,
      'units.csv': 'x',
    });
    const { maps, findings } = await readRegistryMap(folder);
    expect(findings).toEqual([]);
    const steps = maps.flatMap((table) => admitCrosswalk(table).values);
    expect(steps.map(({ oldCode, oldValidTo }) => [oldCode, oldValidTo])).toEqual([
      ['00001', '2025-06-30'],
      ['00003', '2026-04-29'],
    ]);
    expect(steps[0]?.at?.cell).toBe('A2');
  });

  it('keeps the days that rows say themselves, and has none for a map without a date', async () => {
    const own = `old_valid_to,${HEADER}2024-11-30,00001,00002,whole,all,NQ\n`;
    const { maps } = await readRegistryMap(
      folderWith({ 'map-2025-07.csv': own, 'map.csv': `${HEADER}1,2,whole,all,\n` }),
    );
    const steps = maps.flatMap((table) => admitCrosswalk(table).values);
    expect(steps.map(({ oldValidTo }) => oldValidTo)).toEqual(['2024-11-30', undefined]);
  });

  it('finds no map in a folder without one', async () => {
    expect(await readRegistryMap(folderWith({ 'units.csv': 'x' }))).toEqual({ maps: [], findings: [] });
  });
});
