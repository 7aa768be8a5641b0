/** The texts of `explain`: one for every code, none without a code, and a fault of a file told with its line. */
import { mkdtempSync, cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../../src/findings/catalogue/catalogue.js';
import type { FindingEntry } from '../../../src/findings/catalogue/define.js';
import { loadExplanations } from '../../../src/office/load-explanations.js';
import { FINDING_TEXTS_FOLDER } from '../../../src/office/package-files.js';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** The bundled texts with one of them changed. */
function changed(name: string, from: string, to: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'tdkvh-texts-'));
  folders.push(folder);
  cpSync(FINDING_TEXTS_FOLDER, folder, { recursive: true });
  const text = readFileSync(join(folder, name), 'utf8');
  expect(text).toContain(from);
  writeFileSync(join(folder, name), text.replace(from, to));
  return folder;
}

const faults = async (folder: string) =>
  (await loadExplanations(folder)).findings.map(
    ({ code, at, message, hint }) => `${code} ${at.file} ${at.cell ?? ''} ${message} ${hint ?? ''}`,
  );

describe('texts of findings', () => {
  it('are there for every code and for no other, each in one file', async () => {
    const { texts, findings } = await loadExplanations();
    expect(findings).toEqual([]);
    expect([...(texts ?? new Map()).keys()].sort()).toEqual(Object.keys(CATALOGUE).sort());
  });

  it('stand beside the number that people know', () => {
    const numbers: Readonly<Record<string, FindingEntry>> = CATALOGUE;
    const lines = readdirSync(FINDING_TEXTS_FOLDER).flatMap((name) =>
      [
        ...readFileSync(join(FINDING_TEXTS_FOLDER, name), 'utf8').matchAll(/^([a-z-]+\/[a-z0-9-]+):(.*)$/gmu),
      ].map(([, code = '', rest]) => ({ code, rest })),
    );
    expect(lines).toHaveLength(Object.keys(CATALOGUE).length);
    expect(lines.filter(({ code, rest }) => rest !== ` # ${numbers[code]?.number ?? ''}`)).toEqual([]);
  });

  it('of an unknown code are told with the line and the nearest code', async () => {
    const [only, ...more] = await faults(changed('yaml.yaml', 'file/yaml-tag:', 'file/yaml-tga:'));
    expect(more).toEqual([]);
    expect(only).toMatch(
      /^template\/unknown-key templates\/findings\/yaml\.yaml dòng \d+, cột 1 .*“file\/yaml-tga”/u,
    );
    expect(only).toContain('Có phải “file/yaml-tag”?');
  });

  it('with a wrong key, an empty text or no text are told, all of a file at once', async () => {
    const found = await faults(
      changed('yaml.yaml', /file\/yaml-tag.*\n(?: .*\n)+/u.exec(yamlTexts())?.[0] ?? '', BROKEN),
    );
    expect(found.map((line) => /^\S+/u.exec(line)?.[0])).toEqual([
      'template/missing-key',
      'template/missing-key',
      'template/unknown-key',
    ]);
    expect(found[2]).toContain('Có phải “cause”?');
  });

  it('that are no text are told with what was typed', async () => {
    const whole = /file\/yaml-tag.*\n(?: .*\n)+/u.exec(yamlTexts())?.[0] ?? '';
    const found = await faults(changed('yaml.yaml', whole, 'file/yaml-tag: # VH194\n  cause: [1, 2]\n'));
    expect(found.map((line) => /^\S+/u.exec(line)?.[0])).toContain('template/wrong-value');
  });

  it('missing as a whole are told by code', async () => {
    const whole = /file\/yaml-tag.*\n(?: .*\n)+/u.exec(yamlTexts())?.[0] ?? '';
    const [only, ...more] = await faults(changed('yaml.yaml', whole, ''));
    expect(more).toEqual([]);
    expect(only).toMatch(/^template\/missing-key templates\/findings .*“file\/yaml-tag”/u);
  });
});

const yamlTexts = (): string => readFileSync(join(FINDING_TEXTS_FOLDER, 'yaml.yaml'), 'utf8');
const BROKEN = 'file/yaml-tag:\n  causse: Gõ nhầm.\n  example:\n  remedy: Sửa.\n';
