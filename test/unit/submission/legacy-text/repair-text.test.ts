/** Old text is converted when font or known words say so, asked about when not, and Unicode is never touched. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { LegacyFont, RawCell, RawFile } from '../../../../src/model.js';
import { collect } from '../../../../src/submission/legacy-text/known-text.js';
import { repairText } from '../../../../src/submission/legacy-text/repair-text.js';
import { bundledSet } from '../../criteria/sample-files.js';
import { misread, to1258, toMojibake, toTcvn3, toTcvn3Capitals, toVni } from './old-encodings.js';
import { sliceOf } from '../../../support/sweep.js';

const REGISTRY = 'dist/registry/units.csv';
const NAMES = existsSync(REGISTRY)
  ? [
      ...new Set(
        readFileSync(REGISTRY, 'utf8')
          .split(/[,\n]/u)
          .filter((text) => /[^\u0000-\u007f]/u.test(text)),
      ),
    ]
  : [];
if (NAMES.length === 0) console.log('registry: not built, tests over real names skipped');
const LABELS = bundledSet('nd86-2023').fields.map(({ label }) => label);

const known = collect([
  'Xã Tân Lập',
  'Tổng số hộ',
  'Thôn, tổ dân phố',
  'Gia đình văn hóa',
  'Cam Lộ',
  ...LABELS,
]);
const realNames = collect(NAMES);

const fileOf = (cells: readonly Partial<RawCell>[], undecoded = false): RawFile => ({
  source: { path: 'nop/a.xlsx', bytes: new Uint8Array(), sha256: '' },
  format: undecoded ? 'csv' : 'xlsx',
  sheets: [
    {
      name: undecoded ? '' : 'Biểu 01',
      state: 'visible',
      cells: cells.map((cell, index) => ({ row: index + 1, column: 1, kind: 'text', raw: '', ...cell })),
      merges: [],
      hiddenRows: [],
      hiddenColumns: [],
      date1904: false,
      ...(undecoded ? { undecoded: true } : {}),
    },
  ],
});

/** Texts afterwards and the codes of the findings. */
function repaired(file: RawFile, words = known): { texts: readonly string[]; codes: readonly string[] } {
  const { file: made, findings } = repairText(file, words);
  return {
    texts: made?.sheets[0]?.cells.map(({ raw }) => raw) ?? [],
    codes: findings.map(({ code }) => code),
  };
}

const texts = (raws: readonly string[], extra: Partial<RawCell> = {}): RawFile =>
  fileOf(raws.map((raw) => ({ raw, ...extra })));

describe('fonts', () => {
  it.each<[LegacyFont, string, string]>([
    ['tcvn3', 'X· T©n LËp', 'Xã Tân Lập'],
    ['tcvn3-capitals', 'x· t©n lËp', 'XÃ TÂN LẬP'],
    ['vni', 'Xaõ Taân Laäp', 'Xã Tân Lập'],
    ['tcvn3', 'Q§-UBND ngµy 05/11', 'QĐ-UBND ngày 05/11'],
    ['tcvn3', 'Ph­êng Kr«ng N«', 'Phường Krông Nô'],
  ])('%s “%s”', (legacyFont, raw, expected) => {
    expect(repaired(fileOf([{ raw, legacyFont }]))).toEqual({
      texts: [expected],
      codes: ['text/legacy-converted'],
    });
  });

  it('decide readable text when the rest of the file is set that way', () => {
    expect(repaired(texts(['X· T©n LËp', 'Phó Vang', 'Phó Ninh'], { legacyFont: 'tcvn3' })).texts).toEqual([
      'Xã Tân Lập',
      'Phú Vang',
      'Phú Ninh',
    ]);
  });

  it('are not needed, but a cell that mixes old and new letters is asked about', () => {
    const file = texts(['X· T©n LËp', 'T©n LËp', 'LËp T©n', 'Thôn T©n']);
    const { texts: read, codes } = repaired(file);
    expect(read).toEqual(['Xã Tân Lập', 'Tân Lập', 'Lập Tân', 'Thôn T©n']);
    expect(codes).toContain('text/encoding-unclear');
  });

  it('do not speak for text that was typed as Unicode in them', () => {
    const file = texts(['Xã Đắc Lua', 'Thôn Hòa', 'Phú', 'hoạt động'], { legacyFont: 'vni' });
    expect(repaired(file)).toEqual({ texts: ['Xã Đắc Lua', 'Thôn Hòa', 'Phú', 'hoạt động'], codes: [] });
  });

  it('are asked about when a file mixes both', () => {
    const file = texts(['X· T©n LËp', 'Xã Đắc Lua', 'Lé', 'Cam Lé'], { legacyFont: 'tcvn3' });
    expect(repaired(file)).toEqual({
      texts: ['Xã Tân Lập', 'Xã Đắc Lua', 'Lộ', 'Cam Lộ'],
      codes: ['text/legacy-converted'],
    });
    const open = texts(['X· T©n LËp', 'Xã Đắc Lua', 'Nhé'], { legacyFont: 'tcvn3' });
    expect(repaired(open).codes).toEqual(['text/legacy-converted', 'text/encoding-unclear']);
    expect(repaired(open).texts[2]).toBe('Nhé');
  });

  it('of single runs convert those runs only', () => {
    const runs = [{ text: 'Tổng số ' }, { text: 'hé', font: 'tcvn3' as const }];
    const file = fileOf([
      { raw: 'Tổng số hé', legacyRuns: runs },
      { raw: 'T©n LËp', legacyFont: 'tcvn3' },
    ]);
    expect(repaired(file).texts).toEqual(['Tổng số hộ', 'Tân Lập']);
  });

  it('never touch figures', () => {
    const file = fileOf([
      { raw: '1234', kind: 'number', legacyFont: 'tcvn3-capitals' },
      { raw: '1.234', legacyFont: 'vni' },
    ]);
    expect(repaired(file)).toEqual({ texts: ['1234', '1.234'], codes: [] });
  });
});

describe('text without a telling font', () => {
  it.each<[string, string, string]>([
    ['TCVN3', 'Tæng sè hé', 'Tổng số hộ'],
    ['VNI', 'Toång soá hoä', 'Tổng số hộ'],
    ['windows-1258 as 1252', misread(to1258('Tổng số hộ'), 'windows-1252'), 'Tổng số hộ'],
    ['UTF-8 as 1252', toMojibake('Tổng số hộ'), 'Tổng số hộ'],
    ['UTF-8 as 1258', misread(Buffer.from('Gia đình văn hóa'), 'windows-1258'), 'Gia đình văn hóa'],
  ])('%s is converted when the result is known', (_name, raw, expected) => {
    expect(repaired(texts([raw]))).toEqual({ texts: [expected], codes: ['text/legacy-converted'] });
  });

  it('is asked about when the result is not known, and stays', () => {
    expect(repaired(texts(['Th«n §oµi']))).toEqual({
      texts: ['Th«n §oµi'],
      codes: ['text/encoding-unclear'],
    });
  });

  it('is converted when enough of the file is known', () => {
    const file = texts(['X· T©n LËp', 'Tæng sè hé', 'Gia ®×nh v¨n hãa', 'Th«n §oµi']);
    expect(repaired(file).texts[3]).toBe('Thôn Đoài');
  });
});

describe('Unicode', () => {
  const plain = [
    'Hôtel',
    'café',
    'm²',
    '5°',
    'Zalo®',
    '«Gia đình»',
    'Krông Nô',
    'Ê',
    'Ð',
    '§ 1',
    '1½',
    'naïve',
    'Pô Kô',
    'Á – Âu',
  ];
  it.each(plain)('%s stays without a question', (raw) => {
    expect(repaired(texts([raw])).texts).toEqual([raw === 'Ð' ? 'Đ' : raw]);
    expect(repaired(texts([raw])).codes.filter((code) => code !== 'text/look-alike-letters')).toEqual([]);
  });

  it.skipIf(NAMES.length === 0)(
    'names of all units and labels of the set: nothing converted, nothing asked',
    () => {
      const all = [...NAMES, ...LABELS, ...NAMES.flatMap((name) => name.split(' '))];
      for (const words of [known, realNames])
        for (const form of ['NFC', 'NFD']) {
          const result = repaired(texts(all.map((text) => text.normalize(form))), words);
          expect(result.codes).toEqual([]);
          expect(result.texts).toEqual(all);
        }
    },
  );

  it('look-alike letters are replaced and named', () => {
    expect(repaired(texts(['Ðồng Nai', 'Lƣơng Sơn']))).toEqual({
      texts: ['Đồng Nai', 'Lương Sơn'],
      codes: ['text/look-alike-letters'],
    });
  });
});

describe.skipIf(NAMES.length === 0)('names of all units', () => {
  const SOME = sliceOf(NAMES, 1200);
  it.each<[string, (text: string) => string, Partial<RawCell>]>([
    ['TCVN3 font', toTcvn3, { legacyFont: 'tcvn3' }],
    ['VNI font', toVni, { legacyFont: 'vni' }],
    ['TCVN3', toTcvn3, {}],
    ['VNI', toVni, {}],
    ['windows-1258 as 1252', (text) => misread(to1258(text), 'windows-1252'), {}],
    ['UTF-8 as 1252', toMojibake, {}],
  ])('%s: right or asked', (_name, write, extra) => {
    const { file, findings } = repairText(texts(SOME.map(write), extra), realNames);
    const wrong = SOME.filter((name, index) => {
      const raw = file?.sheets[0]?.cells[index]?.raw ?? '';
      return raw !== name && raw !== write(name);
    });
    const left = SOME.filter((name, index) => file?.sheets[0]?.cells[index]?.raw !== name);
    expect(wrong).toEqual([]);
    const asked = findings.find(({ code }) => code === 'text/encoding-unclear')?.message ?? ' 0 ô';
    expect(asked).toContain(` ${String(left.length)} ô`);
    expect(left.length).toBeLessThan(SOME.length / 100);
  });

  it('TCVN3 font of capitals', () => {
    const file = texts(NAMES.map(toTcvn3Capitals), { legacyFont: 'tcvn3-capitals' });
    expect(repaired(file, realNames).texts).toEqual(NAMES.map((name) => name.toUpperCase()));
  });
});

describe('CSV that is not UTF-8', () => {
  const bytes = (text: Uint8Array | string): string =>
    typeof text === 'string' ? text : Buffer.from(text).toString('latin1');
  const rows = ['Xã Tân Lập', 'Tổng số hộ', 'Ghi chú: 5°'];
  it.each<[string, (text: string) => string]>([
    ['TCVN3', (text) => toTcvn3(text.replace('°', ''))],
    ['VNI', (text) => toVni(text.replace('°', ''))],
    ['windows-1258', (text) => bytes(to1258(text))],
  ])('%s is found by its words', (name, write) => {
    const file = fileOf(
      rows.map((text) => ({ raw: write(text) })),
      true,
    );
    const result = repaired(file);
    expect(result.texts.slice(0, 2)).toEqual(rows.slice(0, 2));
    expect(result.codes).toEqual(['text/csv-encoding-read']);
    expect(repairText(file, known).findings[0]?.message).toContain(name.replace('w', 'W'));
  });

  it('with signs only needs no words', () => {
    expect(repaired(fileOf([{ raw: '5\u00b0' }, { raw: 'Ho\u00a0' }], true)).texts).toEqual([
      '5°',
      'Ho\u00a0',
    ]);
  });

  it('is refused when two readings are as good', () => {
    const { file, findings } = repairText(fileOf([{ raw: 'Nh\u00e9' }], true), known);
    expect(file).toBeUndefined();
    expect(findings.map(({ code }) => code)).toEqual(['text/csv-encoding-unclear']);
  });

  it('with letters already lost is said so', () => {
    const file: RawFile = { ...texts(['X? T?n L?p', 'http://a?b']), format: 'csv' };
    expect(repaired(file).codes).toEqual(['text/letters-lost']);
  });
});
