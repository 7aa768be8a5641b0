/** The data files an office may edit: every fault is named by file, line and place, with the nearest right word. */
import { describe, expect, it } from 'vitest';
import { readYaml } from '../../../src/readers/yaml-document.js';
import { prepareWording } from '../../../src/reports/wording/report-wording.js';
import { reportData, reportTemplates } from '../../support/report-wording.js';

type Name = keyof ReturnType<typeof reportData>;

const faults = (name: Name, text: string): readonly string[] =>
  prepareWording(reportTemplates(), {
    ...reportData(),
    bundledAnnexes: reportData().annexes,
    [name]: readYaml(text, `templates/${name}.yaml`),
  }).findings.map(
    ({ code, at, message, hint }) => `${code} ${at.file} ${at.cell ?? ''} ${message} ${hint ?? ''}`,
  );

const OUTLINE = 'outlines: { local: [a], ministry: [] }\ntopics: [{ id: families, title: A, subject: a }]\n';
const ANNEX = 'number: I, id: a, sheet: A, title: A, shape: models';
const SHEET = '{ sheet: A, title: A }';
const annexes = (...entries: readonly string[]): string =>
  `annexes:\n${entries.map((entry) => `  - { ${entry} }\n`).join('')}sheets: { details: ${SHEET}, findings: ${SHEET}, sources: ${SHEET} }\n`;

describe('prepareWording', () => {
  it('admits what the product brings', () => {
    expect(prepareWording(reportTemplates(), reportData()).findings).toEqual([]);
  });

  it.each<readonly [string, Name, string, RegExp]>([
    [
      'an outline that names a topic nobody declares',
      'outline',
      `${OUTLINE}parts: [{ id: a, title: A, topics: [familes] }]\n`,
      /^template\/wrong-value templates\/outline\.yaml dòng 3, .*parts › a › topics › 1.*Có phải “families”\?/u,
    ],
    [
      'an outline that points to an annex nobody declares',
      'outline',
      `${OUTLINE.replace('subject: a }', 'subject: a, annexes: [charts, phu-luc-31] }')}parts: [{ id: a, title: A }]\n`,
      /^template\/wrong-value templates\/outline\.yaml dòng 2, .*families › annexes › 2.*Có phải “phu-luc-1”\?/u,
    ],
    [
      'a name nobody reads: a comma in a text without quotes',
      'outline',
      `${OUTLINE}parts: [{ id: a, title: LÃNH ĐẠO, CHỈ ĐẠO }]\n`,
      /^template\/unknown-key templates\/outline\.yaml dòng 3, .*“CHỈ ĐẠO”.*dấu phẩy/u,
    ],
    [
      'a misspelt key of a sentence',
      'outline',
      `${OUTLINE}parts: [{ id: a, title: A }]\n`.replace(
        'subject: a }',
        'subject: a, entries: [{ rate: x, vreb: y }] }',
      ),
      /^template\/unknown-key .* dòng 2, .*“vreb”.*Có phải “verb”\?/u,
    ],
    [
      'a preset without a post',
      'signatures',
      ['BC-BCD', 'BC-UBND', 'BC-PHONG', 'BC-SO']
        .map((name) => `  ${name}: { symbol: A, agency: A${name === 'BC-SO' ? '' : ', post: A'} }\n`)
        .join('')
        .replace(/^/u, 'presets:\n'),
      /^template\/missing-key templates\/signatures\.yaml dòng 5, .*“post” ở presets › BC-SO/u,
    ],
    [
      'an annex of an unknown shape',
      'annexes',
      annexes(ANNEX.replace('models', 'byUnits')),
      /^template\/wrong-value templates\/annexes\.yaml dòng 2, .*annexes › a › shape.*Có phải “byUnit”\?/u,
    ],
    [
      'two annexes of one number',
      'annexes',
      annexes(ANNEX, ANNEX.replace('id: a', 'id: b').replace('sheet: A', 'sheet: B')),
      /^template\/wrong-value templates\/annexes\.yaml dòng 3, .*annexes › b › number/u,
    ],
    [
      'a rate without its two columns',
      'annexes',
      annexes(`${ANNEX}, columns: [{ id: r, header: R, rate: familyTitleRate }]`),
      /^template\/missing-key .* dòng 2, .*“of” ở annexes › a › columns › r/u,
    ],
    [
      'a rate of a column that the table has not',
      'annexes',
      annexes(
        `${ANNEX}, columns: [{ id: homes, header: H, n: households }, { id: r, header: R, rate: familyTitleRate, of: [homes, hmoes] }]`,
      ),
      /^template\/wrong-value .* dòng 2, .*annexes › a › columns › r › of › 2.*Có phải “homes”\?/u,
    ],
    [
      'a column of a table by unit that says of nothing what it shows',
      'annexes',
      annexes(`${ANNEX.replace('models', 'byUnit')}, columns: [{ id: homes, header: H }]`),
      /^template\/missing-key .* dòng 2, .*“n” ở annexes › a › columns › homes/u,
    ],
    [
      'a kind of unit that there is not',
      'signatures',
      `${['BC-BCD', 'BC-UBND', 'BC-PHONG', 'BC-SO']
        .map((name) => `  ${name}: { symbol: A, agency: A, post: A }\n`)
        .join('')
        .replace(/^/u, 'presets:\n')}party: { phưòng: Đảng ủy }\n`,
      /^template\/.* templates\/signatures\.yaml dòng 6, /u,
    ],
    [
      'a phrase that cannot be filled',
      'annexes',
      annexes(ANNEX.replace('title: A', "title: '{{#each x}}'")),
      /^template\/wrong-value .* dòng 2, .*annexes › a › title/u,
    ],
    [
      'something that is no mapping',
      'outline',
      'x',
      /^template\/wrong-value templates\/outline\.yaml dòng 1, /u,
    ],
  ])('refuses %s', (_, name, text, message) => {
    const [only, ...more] = faults(name, text);
    expect(more).toEqual([]);
    expect(only).toMatch(message);
  });

  it('names all faults of a file together', () => {
    expect(faults('signatures', 'presets: {}\n').join('\n')).toMatch(/BC-BCD[\s\S]*BC-SO/u);
  });
});
