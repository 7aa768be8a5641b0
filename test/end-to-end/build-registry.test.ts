/** The builder where the data packages are absent, and with a correction that does not apply. */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A copy of the builder and its corrections, with or without the data packages. */
function installation(withPackages: boolean): string {
  const folder = mkdtempSync(join(tmpdir(), 'tdkvh-install-'));
  for (const part of ['build/build-registry.js', 'templates/registry/corrections.csv', 'package.json'])
    cpSync(join(ROOT, part), join(folder, part));
  if (withPackages) symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
  return folder;
}
const build = (folder: string) =>
  spawnSync(process.execPath, [join(folder, 'build', 'build-registry.js')], { encoding: 'utf8' });

describe('build-registry', () => {
  it('fails without packages and without a list', () => {
    expect(build(installation(false)).status).toBe(1);
  });

  it('leaves a list that came with the package alone, and says so', () => {
    const folder = installation(false);
    const registry = join(folder, 'dist', 'registry');
    mkdirSync(registry, { recursive: true });
    for (const name of ['units.csv', 'registry.json']) writeFileSync(join(registry, name), 'as shipped');
    const { status, stdout } = build(folder);
    expect(status).toBe(0);
    expect(stdout).toContain('vietnam-provinces-js');
    expect(readFileSync(join(registry, 'units.csv'), 'utf8')).toBe('as shipped');
  });

  it.each([
    ['a code that is not there', 'before,close,99999,,,,,2025-01-31,x'],
    ['no date', 'before,close,00001,,,,,,x'],
    ['no basis', 'before,spell,00001,,Phúc Xa,,,,'],
    ['a wrong number of units', 'before,drop,00001,,,,,,x'],
    ['an unknown action', 'before,forget,00001,,,,,,x'],
  ])('stops at a correction with %s', (_name, line) => {
    const folder = installation(true);
    const corrections = join(folder, 'templates', 'registry', 'corrections.csv');
    writeFileSync(corrections, `${readFileSync(corrections, 'utf8')}${line}\n`);
    expect(build(folder).status).toBe(1);
    expect(existsSync(join(folder, 'dist', 'registry', 'units.csv'))).toBe(false);
  });
});
