/** The launchers and the guide of the packed folder: what Windows needs of them, since it cannot be tried here. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..', '..');
interface Texts {
  readonly windowsLauncher: () => string;
  readonly guideAsText: (markdown: string) => string;
  readonly guideAsPage: (markdown: string, pictureOf: (name: string) => string) => string;
}
const path = join(ROOT, 'build', 'dist-texts.js');
const { windowsLauncher, guideAsText, guideAsPage } = (await import(path)) as Texts;

describe('tdkvh.cmd', () => {
  const lines = windowsLauncher().split('\r\n');

  it('is ASCII with Windows line ends', () => {
    expect(windowsLauncher()).toMatch(/^[\r\n\x20-\x7e]*$/u);
    expect(lines.some((line) => /[\r\n]/u.test(line))).toBe(false);
  });

  it('quotes every path and never expands inside one', () => {
    const outside = lines
      .map((line) => line.replaceAll(/"[^"]*"/gu, '""'))
      .filter((line) => !line.startsWith('rem'));
    expect(outside.filter((line) => /%~|%RUNTIME%|%PROGRAM%/u.test(line))).toEqual([]);
    expect(outside.filter((line) => /[()]|enabledelayedexpansion/u.test(line))).toEqual([]);
    // A backslash before a closing quote would be taken for a quote by the program.
    expect(lines.filter((line) => /PROGRAM%" .*%~(?:f|dp)?\d"/u.test(line))).toEqual([]);
  });

  it('waits only for people: a command line given by a batch ends by itself', () => {
    const start = lines.indexOf(':command');
    const end = lines.indexOf(':menu');
    expect(lines.slice(start, end)).not.toContain('pause');
    expect(lines.slice(start, end)).toContain('exit /b %errorlevel%');
  });

  it('jumps to places that exist', () => {
    const labels = lines.filter((line) => line.startsWith(':')).map((line) => line.slice(1));
    const jumps = lines.flatMap((line) => /goto (\w+)$/u.exec(line)?.[1] ?? []);
    expect(jumps.filter((jump) => !labels.includes(jump))).toEqual([]);
  });
});

describe('guide', () => {
  const guide = readFileSync(join(ROOT, 'templates', 'forms', 'huong-dan-may-tinh.md'), 'utf8');

  it('loses its marks and nothing else', () => {
    const text = guideAsText(guide);
    expect(text).not.toMatch(/\*\*|`|^#/mu);
    const words = (from: string): readonly string[] => from.match(/\p{L}+/gu) ?? [];
    const without = (from: string): string =>
      from.replace(/!\[[^\]]*\]\([^)]*\)/gu, '').replace(/\(Hình: [^)]*\)/gu, '');
    expect(words(without(text))).toEqual(words(without(guide)));
  });

  it('is one page with its pictures, which are there and small', () => {
    const pictureOf = (name: string): string =>
      readFileSync(join(ROOT, 'fixtures', 'pictures', name), 'base64');
    const page = guideAsPage(guide, pictureOf);
    const shown = [...page.matchAll(/src="data:image\/png;base64,([^"]+)"/gu)].map(([, data = '']) => data);
    expect(shown).toHaveLength(2);
    for (const data of shown) expect(data.length).toBeLessThan(100_000);
    expect(page).not.toMatch(/\*\*|!\[|src="(?!data:)/u);
  });
});
