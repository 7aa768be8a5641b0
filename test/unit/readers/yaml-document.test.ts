/** YAML: plain data with the line of every value, and all faults of the text at once. */
import { describe, expect, it, vi } from 'vitest';
import { readTemplateYaml } from '../../../src/readers/template-yaml.js';
import { readYaml } from '../../../src/readers/yaml-document.js';

const codes = (text: string): string[] => readYaml(text, 'tdkvh.yaml').findings.map(({ code }) => code);

/** Each line holds the one before it nine times. */
const nested = (depth: number): string =>
  Array.from({ length: depth }, (_, at) => {
    const [own, other] = [at + 1, at].map((one) => String.fromCharCode(97 + one));
    return `${own ?? ''}: &${own ?? ''} [${Array.from({ length: 9 }, () => `*${other ?? ''}`).join(', ')}]\n`;
  }).join('');

describe('readYaml', () => {
  it('gives data and places', () => {
    const { value, findings, locate } = readYaml(
      'unit: "256"\nreport:\n  to:\n    - A\n    - B\n',
      'tdkvh.yaml',
    );
    expect(findings).toEqual([]);
    expect(value).toEqual({ unit: '256', report: { to: ['A', 'B'] } });
    const line = (...path: (string | number)[]): string | undefined =>
      /\d+/u.exec(locate(path).cell ?? '')?.[0];
    expect(line('unit')).toBe('1');
    expect(line('report', 'to')).toBe('3');
    expect(line('report', 'to', 1)).toBe('5');
    expect(line('report', 'missing')).toBe('2');
    expect(line('missing', 'deeper')).toBe('1');
    expect(locate(['unit']).file).toBe('tdkvh.yaml');
  });

  it('reads an empty text as nothing', () => {
    expect(readYaml('', 'x')).toMatchObject({ value: null, findings: [] });
  });

  it.each([
    ['tab', 'report:\n\tplace: x', 'file/yaml-indent'],
    ['a line too far left', 'fields:\n  - id: x\n   form: y\n', 'file/yaml-indent'],
    ['a forgotten colon', 'unit: "256"\nperiod 2024\n', 'file/yaml-syntax'],
    ['unclosed quote', 'unit: "256', 'file/yaml-quote'],
    ['unclosed quote of the other kind', "unit: '256\nperiod: 2024", 'file/yaml-quote'],
    ['unclosed bracket before the next key', 'to: [a, b\nunit: 1\n', 'file/yaml-quote'],
    ['unclosed bracket', 'to: [a, b', 'file/yaml-quote'],
    ['doubled key', 'unit: 1\nunit: 2', 'file/yaml-doubled-key'],
    ['unknown tag', 'name: !Xã a', 'file/yaml-tag'],
    ['unknown alias', 'unit: *ma', 'file/yaml-alias'],
    ['two documents', 'a: 1\n---\nb: 2', 'file/yaml-syntax'],
  ])('%s', (_name, text, code) => {
    const { value, findings } = readYaml(text, 'tdkvh.yaml');
    expect(findings.map((found) => found.code)).toContain(code);
    expect(value).toBeUndefined();
  });

  it.each([
    ['a quote', 'a: 1\nperiod: "2024\n\n# ghi chú\n', 2, 9, 'period: "2024'],
    ['a single quote', "a: 'x\n", 1, 4, "a: 'x"],
    ['a list', 'to: [1,\n  2\n', 1, 5, 'to: [1,'],
    ['a map in a list', 'to: [1, {b: 2\n\n', 1, 9, 'to: [1, {b: 2'],
    ['a quote in a list', 'to: [1,\n  "x\n\n', 2, 3, '"x'],
    ['a quote before a comment that ends the file', 'a: 1\nb: "x\n# ghi chú', 2, 4, 'b: "x'],
  ])(
    '%s that stays open is told where it begins, not where nothing stands',
    (_name, text, line, column, shown) => {
      const [found] = readYaml(text, 'tdkvh.yaml').findings;
      expect(found).toMatchObject({
        code: 'file/yaml-quote',
        at: { cell: `dòng ${line}, cột ${column}` },
      });
      expect(found?.message).toContain(`“${shown}”`);
    },
  );

  it('names what stands last where nothing stands', () => {
    const [found] = readYaml('annexes: [I]|\n', 'tdkvh.yaml').findings;
    expect(found?.at.cell).toMatch(/^dòng 1,/u);
    expect(found?.message).toContain('“annexes: [I]|”');
  });

  it('says nothing by itself of a key that is a list', () => {
    const warned = vi.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
    expect(readYaml('[a, b]: 1\n', 'tdkvh.yaml').value).toEqual({ '[ a, b ]': 1 });
    expect(warned).not.toHaveBeenCalled();
    warned.mockRestore();
  });

  it.each([
    ['of nothing', 'a: 1\nb: [*x]\n', 'dòng 2, cột 5'],
    ['of what comes after it', 'a: *x\nb: &x 1\n', 'dòng 1, cột 4'],
    ['of what it stands in', 'a: 1\nb: &x { c: [*x] }\n', 'dòng 2, cột 13'],
    ['of much', `a: &a [1]\n${nested(12)}`, 'dòng 2, cột 8'],
  ])('an alias %s is told where it stands', (_name, text, cell) => {
    const { value, findings } = readYaml(text, 'tdkvh.yaml');
    expect(findings.map(({ code, at }) => `${code} ${at.cell ?? ''}`)).toEqual([`file/yaml-alias ${cell}`]);
    expect(value).toBeUndefined();
  });

  it('an anchor that is given twice is the one before the alias', () => {
    expect(readYaml('a: &x 1\nb: *x\nc: &x 2\nd: *x\n', 'f.yaml').value).toEqual({ a: 1, b: 1, c: 2, d: 2 });
  });

  it('a path of Windows in double quotes is told as that', () => {
    const [found] = readYaml('template: "D:\\mau\\bao-cao.docx"\n', 'tdkvh.yaml').findings;
    expect(found).toMatchObject({ code: 'file/yaml-syntax', at: { cell: 'dòng 1, cột 14' } });
    expect(found?.hint).toContain('viết dấu \\ hai lần (\\\\)');
  });

  it('gives all faults at once', () => {
    expect(codes('unit: 1\nunit: 2\nperiod: 1\nperiod: 2\n')).toHaveLength(2);
  });

  it('limits aliases', () => {
    const levels = Array.from(
      { length: 9 },
      (_, level) => `a${level + 1}: &a${level + 1} [${Array(9).fill(`*a${level}`).join(', ')}]`,
    );
    expect(codes(['a0: &a0 x', ...levels].join('\n'))).toEqual(['file/yaml-alias']);
  });

  it('shows what a terminal or an editor would obey', () => {
    expect(readYaml('label: "Bộ \\e[31m\\u202E"\nlist: ["a\\u200F\\nb", 1]', 'a.yaml').value).toEqual({
      label: 'Bộ ⟨U+001B⟩[31m⟨U+202E⟩',
      list: ['a⟨U+200F⟩\nb', 1],
    });
  });

  it('finds every key, also one that is a list, a map or nothing', () => {
    const text = 'a: 1\n? [x, y]\n: 2\n? { p: 1 }\n: 3\n? - u\n  - v\n:\n  k: 1\n? \n: 4\n7: 5\n';
    const { value, locate } = readYaml(text, 'tdkvh.yaml');
    const lines = Object.keys(value as object).map((key) => `${key} ${locate([key]).cell ?? ''}`);
    expect(lines.map((line) => line.replace(/,[^,]*$/u, ''))).toEqual([
      '7 dòng 12',
      'a dòng 1',
      '[ x, y ] dòng 2',
      '{ p: 1 } dòng 4',
      '[ u, v ] dòng 6',
      ' dòng 10',
    ]);
    expect(locate(['[ u, v ]', 'k']).cell).toBe('dòng 9, cột 3');
  });

  it.each([
    ['open brackets', `a:\nx: ${'['.repeat(400_000)}`, 'file/yaml-deep', 'dòng 2, cột 204'],
    ['maps in maps', `x: ${'{a: '.repeat(1_000)}`, 'file/yaml-deep', 'dòng 1, cột 804'],
    ['lists in lists that are closed', `x: ${'['.repeat(300)}${']'.repeat(300)}`, 'file/yaml-deep'],
    ['levels that are indented', '- '.repeat(40_000), 'file/yaml-deep'],
    ['items', '- a\n'.repeat(60_000), 'configuration/text-too-long', 'dòng 50001, cột 1'],
    [
      'keys',
      Array.from({ length: 60_000 }, (_, at) => `k${at}: 1`).join('\n'),
      'configuration/text-too-long',
    ],
    ['blank lines', '\n'.repeat(200_000), 'configuration/text-too-long'],
    ['one text', `x: "${'a'.repeat(3_000_000)}"`, 'configuration/text-too-long', 'dòng 1, cột 2000001'],
    ['open quotes', 'a: "\n'.repeat(60_000), 'configuration/text-too-long'],
  ])('too much of %s is told with its place, before anything is made of it', (_name, text, code, cell?) => {
    const { value, findings } = readYaml(text, 'tdkvh.yaml');
    expect(findings.map((found) => found.code)).toEqual([code]);
    if (cell !== undefined) expect(findings[0]?.at.cell).toBe(cell);
    expect(value).toBeUndefined();
  });

  it('a line for every commune of the country is not too much', () => {
    const lines = Array.from(
      { length: 10_000 },
      (_, at) => `  '${String(at).padStart(5, '0')}': 2024-12-03\n`,
    );
    expect(codes(`deadlines:\n${lines.join('')}`)).toEqual([]);
  });

  it('keeps odd keys as data', () => {
    expect(Object.keys(readYaml('__proto__: 1\n', 'x').value as object)).toEqual(['__proto__']);
  });
});

describe('readTemplateYaml', () => {
  it.each([
    [
      'letters of one byte',
      Buffer.from('a: 1\nlabel: T\xeAn\nb: 2\n', 'latin1'),
      'dòng 2',
      'label: T\uFFFDn',
    ],
    ['letters of two bytes', Buffer.from('\uFEFFa: Tên\n', 'utf16le'), undefined, 'UTF-16'],
    ['letters of two bytes without a mark', Buffer.from('a: Ten\n', 'utf16le'), undefined, 'UTF-16'],
    ['a letter cut in half', Buffer.from('a: 1\r\nb: Hộ').subarray(0, -1), 'dòng 2', 'b: H\uFFFD'],
  ])('reads no figure and no name from %s', (_name, bytes, cell, text) => {
    const { value, findings } = readTemplateYaml(bytes, 'chi-tieu.yaml');
    expect(value).toBeUndefined();
    expect(findings).toMatchObject([{ code: 'file/not-utf8', at: { file: 'chi-tieu.yaml' } }]);
    expect(findings[0]?.at.cell).toBe(cell);
    expect(findings[0]?.message).toContain(text);
    expect(findings[0]?.message).not.toContain('U+0000');
  });
});
