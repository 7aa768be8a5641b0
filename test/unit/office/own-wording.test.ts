/** What an office rewords itself: a name that nothing reads is told at its line, and no key stands in print for a word. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { loadWording } from '../../../src/office/load-wording.js';
import { REPORT_WORDING_FOLDER } from '../../../src/office/package-files.js';
import type { Labels } from '../../../src/reports/wording/labels.js';
import { builtInWording } from '../../support/report-wording.js';

const folder = mkdtempSync(join(tmpdir(), 'tdkvh-own-wording-'));
const put = (name: string, text: string): void => {
  writeFileSync(join(folder, name), text);
};
beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'templates'), { recursive: true });
  put('tdkvh.yaml', 'schema: tdkvh/workspace@1\ncriteria: nd86-2023\n');
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const bundled = (name: string): string => readFileSync(join(REPORT_WORDING_FOLDER, name), 'utf8');
const told = async () =>
  (await loadWording(folder)).findings.map(
    ({ code, at, hint = '' }) =>
      `${code} ${at.file} ${at.cell?.split(',')[0] ?? ''} ${/Có phải “(.+)”\?/u.exec(hint)?.[1] ?? ''}`,
  );

/** Lines of a file that match, each with the word that is misspelt on it. */
const lines = (name: string, pattern: RegExp): readonly (readonly [word: string, line: number])[] =>
  bundled(name)
    .split('\n')
    .flatMap((line, index) => {
      const word = line.startsWith('#') ? undefined : pattern.exec(line)?.[1];
      return word === undefined ? [] : [[word, index] as const];
    });
const every = <One>(list: readonly One[], step: number): readonly One[] =>
  list.filter((_, index) => index % step === 0);

/** Two letters exchanged, as hands do: never another word of the files. */
const misspelt = (word: string): string => {
  const at = Math.floor(word.length / 2);
  const [left = '', right = ''] = [word[at - 1], word[at]];
  return left === right ? `${word}x` : `${word.slice(0, at - 1)}${right}${left}${word.slice(at + 1)}`;
};

/** The file with the word on that line misspelt. */
const withFault = (name: string, [word, line]: readonly [string, number]): string =>
  bundled(name)
    .split('\n')
    .map((text, index) =>
      index === line
        ? text.replace(new RegExp(`\\b${word}\\b(?!.*\\b${word}\\b)`, 'u'), misspelt(word))
        : text,
    )
    .join('\n');

it('says nothing of copies of the files that come with the program', async () => {
  for (const name of ['annexes.yaml', 'outline.yaml', 'signatures.yaml', 'sentences.hbs', 'deadline.hbs'])
    put(`templates/${name}`, bundled(name));
  expect(await told()).toEqual([]);
});

describe('a misspelt name', () => {
  it.each([
    ['annexes.yaml', /\bn: '?([a-z]\w{4,}(?::\w+)?)'?\b/u, 30],
    ['annexes.yaml', /\brate: (\w{5,})/u, 8],
    ['annexes.yaml', /\bd: \[(\w{5,})/u, 1],
    ['annexes.yaml', /\babout: \['?([\w:]{5,})/u, 1],
    ['annexes.yaml', /^ {4}form: (bieu-\d+)/u, 1],
    ['annexes.yaml', /^ {6}- \{ id: (\w{5,}), (?:group: [^,]+, )?header: [^{]*width/u, 15],
    ['outline.yaml', /- \{? ?(?:rate|base|units): (\w{5,})/u, 15],
    ['outline.yaml', /^ {10}'?([a-z]\w{5,}(?::\w+)?)'?: /u, 40],
    ['outline.yaml', /\bdependsOn: (\w{5,})/u, 2],
  ] as const)('in %s, %s', async (name, pattern, step) => {
    const places = every(lines(name, pattern), step);
    expect(places.length).toBeGreaterThan(0);
    for (const [word, line] of places) {
      put(`templates/${name}`, withFault(name, [word, line]));
      const [found, ...more] = await told();
      expect(more, word).toEqual([]);
      const place = `templates/${name} dòng ${String(line + 1)} ${word}`;
      expect([`template/wrong-value ${place}`, `template/unknown-key ${place}`]).toContain(found);
    }
  });

  it('of a sentence in a *.hbs', async () => {
    for (const name of ['sentences.hbs', 'deadline.hbs', 'comparison.hbs'])
      for (const [id, line] of every(lines(name, /^## ([\w.]{6,})$/u), 60)) {
        put(`templates/${name}`, `Lời văn của tỉnh.\n\n## ${misspelt(id)}\nCâu của tỉnh.\n`);
        const [found, ...more] = await told();
        expect(more, `${name} ${String(line)}`).toEqual([]);
        expect(found).toMatch(new RegExp(`^template/unknown-key templates/${name} dòng 3 .`, 'u'));
        rmSync(join(folder, 'templates', name));
      }
  });
});

describe('words that tables share', () => {
  const usual = builtInWording().tables.labels;
  const groups = Object.entries(usual).filter(([name]) => name !== 'forms' && name !== 'noOverlap');
  const keys = groups.flatMap(([group, words]) => Object.keys(words).map((key) => ({ group, key })));
  const withoutLabels = bundled('annexes.yaml').replace(/\nlabels:\n[^]*$/u, '\n');
  const labels = async (text: string): Promise<Labels | undefined> => {
    put('templates/annexes.yaml', `${withoutLabels}${text}`);
    return (await loadWording(folder)).wording?.tables.labels;
  };

  it.each(every(keys, 5))('a misspelt $group › $key is told', async ({ group, key }) => {
    const wrong = `${key}x`;
    put('templates/annexes.yaml', `${withoutLabels}labels: { ${group}: { ${wrong}: A } }\n`);
    const line = withoutLabels.split('\n').length;
    expect(await told()).toEqual([`template/unknown-key templates/annexes.yaml dòng ${String(line)} ${key}`]);
  });

  it('a misspelt group is told', async () => {
    put('templates/annexes.yaml', `${withoutLabels}labels: { haeders: { ordinal: TT } }\n`);
    expect((await told()).join()).toMatch(/^template\/unknown-key .* headers$/u);
  });

  it('what the office leaves out is as in the file that comes with the program', async () => {
    expect(await labels('')).toEqual(usual);
    expect(await labels('labels:\n')).toEqual(usual);
    expect(await labels('labels: { headers: }\n')).toEqual(usual);
    for (const { group, key } of every(keys, 9)) {
      const said = Reflect.get(Reflect.get(usual, group) as object, key) as string;
      const own = await labels(`labels: { ${group}: { '${key}': Chữ khác } }\n`);
      expect(own).toEqual({
        ...usual,
        [group]: { ...(Reflect.get(usual, group) as object), [key]: 'Chữ khác' },
      });
      expect(await labels(`labels: { ${group}: { '${key}': } }\n`), said).toEqual(usual);
    }
  });

  it('ways to say that nothing overlaps are the office’s own where it has some', async () => {
    expect((await labels('labels: { noOverlap: { chua: chưa } }\n'))?.noOverlap).toEqual({ chua: 'chưa' });
  });
});

describe('names of an office’s own set', () => {
  const set = `schema: tdkvh/criteria@1
id: tinh
extends: nd86-2023
fields:
  - { id: villageTowers, form: bieu-02, group: D, code: D99, label: Số tháp, type: count, unit: tháp, basis: Văn bản, confirmed: true }
`;
  const column = (id: string): string =>
    bundled('annexes.yaml').replace(
      '      - { id: artClubs,',
      `      - { id: towers, header: Tháp, n: ${id} }\n      - { id: artClubs,`,
    );

  it('are known, and the nearest of them is offered', async () => {
    put('tinh.yaml', set);
    put('tdkvh.yaml', 'schema: tdkvh/workspace@1\ncriteria: tinh.yaml\n');
    put('templates/annexes.yaml', column('villageTowers'));
    expect(await told()).toEqual([]);
    put('templates/annexes.yaml', column('vilageTowers'));
    expect((await told()).join()).toMatch(/^template\/wrong-value .* villageTowers$/u);
  });
});
