/** Archives of submissions: every file inside ends as a file of its own; nothing nested, nothing out of the archive. */
import { describe, expect, it } from 'vitest';
import type { SourceFile } from '../../../src/model.js';
import { expandSource } from '../../../src/readers/package/archive.js';
import { openSources } from '../../../src/readers/open-sources.js';
import { sha256 } from '../../../src/readers/read-source.js';
import { sourceOf, workbook } from './workbook-builder.js';
import { buildZip, type BuiltPart } from './zip-builder.js';

const archive = (parts: readonly BuiltPart[], path = 'nop/a.zip'): SourceFile =>
  sourceOf(buildZip(parts), path);

/** `path state codes` of every file, in order. */
const shown = (source: SourceFile): string[] =>
  [...expandSource(source)].map((item) => {
    const [path, state] = 'source' in item ? [item.source.path, 'file'] : [item.path, item.state];
    return [path, state, ...item.findings.map(({ code }) => code)].join(' ');
  });

describe('expandSource', () => {
  it('leaves every other file as it is', () => {
    const source = sourceOf(workbook());
    expect([...expandSource(source)]).toEqual([{ source, findings: [] }]);
  });

  it('gives the files inside in the order of their names, with bytes and hash of their own', () => {
    const book = workbook();
    const source = archive([
      { name: 'xã/', content: '', stored: true },
      { name: 'xã/b.xlsx', content: book },
      { name: 'a.csv', content: 'a,b\n1,2\n' },
    ]);
    expect(shown(source)).toEqual(['nop/a.zip/a.csv file file/archive-opened', 'nop/a.zip/xã/b.xlsx file']);
    const second = [...expandSource(source)][1];
    expect(second !== undefined && 'source' in second ? second.source.sha256 : '').toBe(sha256(book));
  });

  it('looks for bundles no further than it unpacks files: many large manifests hold nobody up', () => {
    // As dense as an honest part: what is denser is refused before.
    let seed = 20261129;
    const dense = Array.from({ length: 2_000 }, () => {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      return String.fromCharCode(35 + ((seed >>> 16) % 57));
    });
    const content = `${dense.join('')}${' '.repeat(62_000)}`.repeat(240);
    const large = Array.from({ length: 8 }, (_, index) => ({
      name: `${String(index)}/manifest.json`,
      content,
    }));
    const sealed = { name: 'x/manifest.json', content: `{"schema":"tdkvh/sealed@1"}${content}` };
    const states = (count: number): readonly string[] =>
      [...expandSource(archive([...large.slice(0, count), sealed]))].flatMap(({ findings }) =>
        findings.flatMap(({ code }) => (code === 'file/sealed-bundle' ? ['x'] : [])),
      );
    expect([states(1), states(8)]).toEqual([['x'], []]);
  });

  it('skips a sealed bundle as the one thing it is, also inside a folder of an archive', () => {
    const manifest = '{ "schema":"tdkvh/sealed@1", "period":{ "kind":"year", "id":"2024" } }';
    const parts = [
      { name: 'manifest.json', content: manifest },
      { name: 'dau-vao/submissions/a.csv', content: 'a,b\n1,2\n' },
    ];
    const [whole, ...others] = [...expandSource(archive(parts))];
    expect(others).toEqual([]);
    expect(whole).toMatchObject({ path: 'nop/a.zip', state: 'skipped', findings: [{ severity: 'info' }] });
    expect(whole?.findings[0]?.message).toContain('của kỳ 2024');
    const inFolder = parts.map(({ name, ...part }) => ({ ...part, name: `goi/${name}` }));
    const beside = { name: 'b.csv', content: 'a,b\n1,2\n' };
    expect(shown(archive([...inFolder, beside]))).toEqual([
      'nop/a.zip/goi skipped file/sealed-bundle',
      'nop/a.zip/b.csv file file/archive-opened',
    ]);
    const other = { name: 'manifest.json', content: '{ "schema":"other" }' };
    expect(shown(archive([other, beside])).length).toBe(2);
  });

  it('reads nothing of the program itself, packed with or among what was sent', () => {
    const parts = [
      { name: 'app/fixtures/district-2024/submissions/xa.csv', content: 'a,b\n1,2\n' },
      { name: 'app/package.json', content: '{ "name":"tdkvh" }' },
      ...['node/node.exe', 'tdkvh.cmd', 'huong-dan.txt'].map((name) => ({ name, content: 'x' })),
    ];
    const moved = (folder: string): readonly BuiltPart[] =>
      parts.map(({ name, content }) => ({ name: `${folder}/${name}`, content }));
    const beside = { name: 'node-xa.csv', content: 'a,b\n1,2\n' };
    const told = (folder: string): string => `nop/a.zip${folder} skipped file/own-program`;
    const read = 'nop/a.zip/node-xa.csv file file/archive-opened';
    expect(shown(archive(parts))).toEqual([told('/app')]);
    expect(shown(archive(moved('tdkvh')))).toEqual([told('/tdkvh/app')]);
    expect(shown(archive([...parts, beside]))).toEqual([told('/app'), read]);
    expect(shown(archive([...moved('x/tdkvh'), beside]))).toEqual([told('/x/tdkvh/app'), read]);
  });

  it('skips what nobody meant to send', () => {
    const parts = ['__MACOSX/._b.xlsx', 'Thumbs.db', '~$b.xlsx'].map((name) => ({ name, content: 'x' }));
    expect(
      shown(archive([...parts, { name: 'a.csv', content: 'a' }])).map((line) => line.split(' ')[1]),
    ).toEqual(['skipped', 'skipped', 'file', 'skipped']);
  });

  it.each<[string, readonly BuiltPart[], string]>([
    ['nothing inside', [], 'nop/a.zip rejected file/archive-empty'],
    ['folders only', [{ name: 'x/', content: '' }], 'nop/a.zip rejected file/archive-empty'],
    ['a password', [{ name: 'a.csv', content: 'a', flags: 1 }], 'nop/a.zip rejected file/archive-locked'],
    [
      'too many files',
      Array.from({ length: 2001 }, (_, index) => ({ name: `${index}.csv`, content: '' })),
      'nop/a.zip rejected file/archive-over-limit',
    ],
  ])('refuses %s as one file', (_name, parts, expected) => {
    expect(shown(archive(parts))).toEqual([expected]);
  });

  it('refuses a cut archive as one file', () => {
    const bytes = buildZip([{ name: 'a.csv', content: 'a,b\n' }]);
    expect(shown(sourceOf(bytes.subarray(0, -5), 'a.zip'))).toEqual(['a.zip rejected file/archive-damaged']);
  });

  it.each<[string, BuiltPart, string]>([
    ['damage', { name: 'b.csv', content: 'a,b\n1,2\n', crc: 1 }, 'file/archive-entry-damaged'],
    [
      'an archive',
      { name: 'b.zip', content: buildZip([{ name: 'c.csv', content: 'a' }]) },
      'file/archive-nested',
    ],
    ['a path out of it', { name: '../b.csv', content: 'a' }, 'file/archive-unsafe-name'],
    ['a path of a drive', { name: 'C:/b.csv', content: 'a' }, 'file/archive-unsafe-name'],
    ['a bomb', { name: 'b.csv', content: new Uint8Array(65 * 1024 * 1024) }, 'file/archive-over-limit'],
  ])('refuses %s inside and goes on', (_name, part, code) => {
    const lines = shown(archive([part, { name: 'z.csv', content: 'a,b\n' }]));
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain(code);
    expect(lines[1]).toBe('nop/a.zip/z.csv file');
  });

  it('reads names of Vietnamese Windows', () => {
    const name = Buffer.from([0x58, 0x61, 0xde, 0x2e, 0x63, 0x73, 0x76]);
    const bytes = Buffer.from(buildZip([{ name: 'AAAAAAA', content: 'a,b\n' }]));
    for (let at = bytes.indexOf('AAAAAAA'); at >= 0; at = bytes.indexOf('AAAAAAA')) name.copy(bytes, at);
    expect(shown(sourceOf(bytes, 'a.zip'))).toEqual(['a.zip/Xã.csv file file/archive-opened']);
  });
});

describe('openSources', () => {
  it('opens files and archives in order, each with one end', async () => {
    const sources = [
      sourceOf(workbook(), 'a.xlsx'),
      archive([
        { name: 'b.xlsx', content: workbook() },
        { name: 'c.pdf', content: '%PDF-1.4' },
        { name: 'd.xlsx', content: 'PK' },
        { name: 'Thumbs.db', content: 'x' },
      ]),
      sourceOf(Buffer.from('X\u00b7,H\u00e9\nA,1\n', 'latin1'), 'e.csv'),
    ];
    const ends: string[] = [];
    for await (const { path, state, file } of openSources(sources))
      ends.push(
        `${path} ${state ?? file?.format ?? ''}${file?.sheets[0]?.undecoded === true ? ' bytes' : ''}`,
      );
    expect(ends).toEqual([
      'a.xlsx xlsx',
      'nop/a.zip/Thumbs.db skipped',
      'nop/a.zip/b.xlsx xlsx',
      'nop/a.zip/c.pdf skipped',
      'nop/a.zip/d.xlsx rejected',
      'e.csv csv bytes',
    ]);
  });
});
