/** The scanner of XML against saxes: the same events, or both refuse; and the cells of workbooks read by other means. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { RawCell } from '../../src/model.js';
import { readWorkbook } from '../../src/readers/xlsx/xlsx.js';
import { parseXml, type XmlListener } from '../../src/readers/xml/xml-events.js';
import { cellsByOracle } from '../support/cell-oracle.js';
import { parseBySaxes } from '../support/xml-oracle.js';
import { MAIN, sheetXml, sourceOf, workbook } from '../unit/readers/workbook-builder.js';
import { sliceOf, tries } from '../support/sweep.js';

const ROOT = join(import.meta.dirname, '..', '..');
const FIXTURES = join(ROOT, 'fixtures', 'libreoffice');
const SHARED = join(ROOT, '..', 'shared', 'data', 'workbooks');

type Parse = (bytes: Uint8Array, listener: XmlListener) => void;
const parseByScanner: Parse = (bytes, listener) => {
  parseXml('x', bytes, listener);
};

/** Everything a listener is told, joined texts once; or that the part was refused. */
function events(parse: Parse, bytes: Uint8Array): string {
  const told: string[] = [];
  let text = '';
  let depth = 0;
  const flush = (): void => {
    if (text !== '') told.push(`"${text}`);
    text = '';
  };
  try {
    parse(bytes, {
      open: (local, space, attribute) => {
        flush();
        depth += 1;
        told.push(
          `<${local} ${space} ${attribute('r') ?? ''} ${attribute('s') ?? ''} ${attribute('t') ?? ''} ${attribute('ref') ?? ''}`,
        );
        told.push(
          attribute('id', 'http://schemas.openxmlformats.org/officeDocument/2006/relationships') ?? '',
        );
      },
      text: (piece) => {
        // White space around the root belongs to nobody.
        if (depth > 0) text += piece;
      },
      close: (local) => {
        flush();
        depth -= 1;
        told.push(`>${local}`);
      },
    });
  } catch {
    return 'refused';
  }
  return told.join('\n');
}

const same = (bytes: Uint8Array): boolean => events(parseByScanner, bytes) === events(parseBySaxes, bytes);
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('plain XML', () => {
  it.each([
    '<a/>',
    '<a></a>',
    ' <a/> \n',
    '<a b="1" c=\'2\'/>',
    '<a b="1" b="2"/>',
    '<a b="x<y"/>',
    '<a b=1/>',
    '<a b="1"c="2"/>',
    '<a><b></a></b>',
    '<a/><b/>',
    '<a>',
    'x<a/>',
    '<a/>x',
    '<a>]]></a>',
    '<a>&amp;&#233;&#x1EA1;</a>',
    '<a>&nbsp;</a>',
    '<a>&</a>',
    '<a>&#0;</a>',
    '<a>&#xD800;</a>',
    '<a>\u0001</a>',
    '<a>x\r\ny\rz</a>',
    '<a b="x\ty\nz"/>',
    '<p:a/>',
    '<p:a xmlns:p="u"/>',
    '<a xmlns="u"><b xmlns=""/></a>',
    '<a xmlns:p=""/>',
    '<a p:b="1"/>',
    '< a/>',
    '<a /b>',
    '<a b/>',
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><a/>',
    '<?xml version="1.0"?>\r\n<a/>',
    '<?xml?><a/>',
    ' <?xml version="1.0"?><a/>',
    '<?xml version="1.0" encoding="windows-1252"?><a/>',
    '\uFEFF<a/>',
    '',
    '   ',
    '<',
    '<a',
    '</a>',
    '<a><!-- x --></a>',
    '<a><![CDATA[<x>&]]></a>',
    '<!DOCTYPE a><a/>',
    '<a><?x y?></a>',
    '<tên/>',
    '<a>ngô</a>',
    '<a-b.c/>',
    '<1a/>',
    '<a:b:c xmlns:a="u"/>',
    '<:a/>',
    '<a:/>',
    '<a xmlns:p="u" xmlns:q="u" p:b="1" q:b="2"/>',
    '<a xmlns:p="u" xmlns:q="v" p:b="1" q:b="2"/>',
    '<p:a xmlns:p="u"><p:b xmlns:p="v"/><p:c/></p:a>',
    '<p:a xmlns:p="u"></q:a>',
    '<a xmlns:xml="u"/>',
    '<a xmlns="http://www.w3.org/2000/xmlns/"/>',
    '<xmlns:a/>',
    '<a xml:space="preserve"> </a>',
    '<a>x<!-- y -->z</a>',
    '<a><!-- -- --></a>',
    '<a><!-- \u0001 --></a>',
    '<a><![CDATA[]]]]></a>',
    '<a><![CDATA[x\r\ny]]></a>',
    '<![CDATA[x]]><a/>',
    '<a/><!-- x --><?y?>',
    '<a><?xml y?></a>',
    '<a><?x:y z?></a>',
    '<a><??></a>',
    '<a><?x?y?></a>',
    '<a>&#x00000041;&#0000000065;</a>',
    '<a>&#xFFFE;</a>',
    '<a>&lt</a>',
    '<a>&lt',
    '<a b="&gt"/>',
    '<a b="&gt;&quot;&#10;"/>',
    '<a b="\u0001"/>',
    '<a>\uFFFE</a>',
    '<a>]]\u0041></a>',
    '<a>dài hơn bốn byte ]]> ở giữa</a>',
    '<a b="dài hơn bốn byte < ở giữa"/>',
    "<a b='một \" hai'/>",
    '<a b="một \' hai"/>',
    `<a ${Array.from({ length: 40 }, (_, index) => `b${String(index)}="1"`).join(' ')}/>`,
    `<a ${Array.from({ length: 40 }, (_, index) => `b${String(index % 39)}="1"`).join(' ')}/>`,
    `${'<a>'.repeat(101)}${'</a>'.repeat(101)}`,
    '<tên\u00d7/>',
    '<\u0300a/>',
    '<\u{10000}a/>',
  ])('%j', (text) => {
    expect(events(parseByScanner, encode(text))).toBe(events(parseBySaxes, encode(text)));
  });
});

const partsOf = (path: string): readonly Uint8Array[] => {
  try {
    return Object.entries(unzipSync(readFileSync(path)))
      .filter(([name]) => /\.(?:xml|rels)$/iu.test(name))
      .map(([, bytes]) => bytes);
  } catch {
    return [];
  }
};
const workbooksIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.xlsx'))
    .sort()
    .map((path) => join(folder, path));

describe('parts of workbooks', () => {
  it('of the fixtures read the same', () => {
    const parts = workbooksIn(FIXTURES).flatMap(partsOf);
    expect(parts.length).toBeGreaterThan(5);
    expect(parts.filter((part) => !same(part)).length).toBe(0);
  });

  it.skipIf(!existsSync(SHARED))('of foreign workbooks read the same', () => {
    const parts = sliceOf(workbooksIn(SHARED), 30).flatMap(partsOf);
    expect(parts.filter((part) => part.length < 2_000_000 && !same(part)).length).toBe(0);
  });

  it('read the same, or are refused by both, after random damage', () => {
    const parts = [...workbooksIn(FIXTURES).flatMap(partsOf), ...OWN.map(encode)].filter(
      ({ length }) => length > 0 && length < 12_000,
    );
    const differing: string[] = [];
    for (let round = 0; round < tries(1500, 200); round += 1) {
      const bytes = damaged(parts[random(parts.length)] ?? new Uint8Array(), random(3));
      if (!same(bytes)) differing.push(new TextDecoder().decode(bytes).slice(0, 300));
    }
    expect(parts.length).toBeGreaterThan(10);
    expect(differing).toEqual([]);
  });
});

let seed = 20241122;
function random(below: number): number {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return Math.floor((seed / 4294967296) * below);
}

const MARKS = [...encode('<>&"\'=/ ;:x-]!?\n\u0001')];

/** One byte more than `more` is another one, in places that a seed chose. */
function damaged(part: Uint8Array, more: number): Uint8Array {
  const bytes = Uint8Array.from(part);
  for (let edit = 0; edit <= more; edit += 1) bytes[random(bytes.length)] = MARKS[random(MARKS.length)] ?? 0;
  return bytes;
}

/** Small parts with everything that forms and other programs write. */
const OWN = [
  sheetXml(
    '<row r="1" spans="1:3" x14ac:dyDescent="0.25" xmlns:x14ac="u"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1"/></row>',
  ),
  '<x:a xmlns:x="u" x:b="1"><!-- c --><x:d><![CDATA[ <&> ]]></x:d><?e f?>&#7913;&amp;</x:a>',
  '<sst><si><t xml:space="preserve"> Đắc Lua </t></si><si><r><rPr><rFont val=".VnTime"/></rPr><t>a</t></r></si></sst>',
];

const byPlace = (one: RawCell, other: RawCell): number => one.row - other.row || one.column - other.column;
const shown = (
  cells: readonly { row: number; column: number; kind: string; raw: string; formula?: boolean }[],
) =>
  cells.map(
    ({ row, column, kind, raw, formula }) => `${row},${column} ${kind} ${formula === true ? '=' : ''}${raw}`,
  );

/** Differences between the reader and the oracle; undefined where one of them refuses the file. */
function differences(bytes: Uint8Array): readonly string[] | undefined {
  const { file } = readWorkbook(sourceOf(bytes));
  if (file === undefined) return undefined;
  const expected = cellsByOracle(bytes);
  return file.sheets.flatMap(({ name, cells }) => {
    const theirs = shown([...(expected.get(name) ?? [])].sort(byPlace as never));
    const ours = shown(cells);
    return ours.length === theirs.length
      ? ours.filter((cell, index) => cell !== theirs[index])
      : [`${name}: ${String(ours.length)} cells, ${String(theirs.length)} by the oracle`];
  });
}

/** A row written in one of the ways in which programs write rows. */
function invented(row: number): string {
  const place = (column: number): string => `${String.fromCharCode(65 + column)}${String(row)}`;
  const ways: readonly ((at: string) => string)[] = [
    (at) => `<c r="${at}" s="1"/>`,
    (at) => `<c r="${at}" s="2"><v>${String(random(100_000))}</v></c>`,
    (at) => `<c r="${at}"><v>-${String(random(99))}.5</v></c>`,
    (at) => `<c r="${at}"><v>1.5E-3</v></c>`,
    (at) => `<c r="${at}"><v>007</v></c>`,
    (at) => `<c r="${at}"><v> 12 </v></c>`,
    (at) => `<c r="${at}"><v>12<!-- x -->34</v></c>`,
    (at) => `<c r="${at}"><v>1</v><v>2</v></c>`,
    (at) => `<c r="${at}"><v>12345678901234567890</v></c>`,
    (at) => `<c r="${at}"><v>..</v></c>`,
    (at) => `<c  r='${at}' t='s' ><v >${String(random(4))}</v ></c >`,
    (at) => `<c r="${at}" s="3" t="s"><v>${String(random(4))}</v></c>`,
    (at) => `<c t="s" r="${at}"><v>&#4${String(8 + random(2))};</v></c>`,
    (at) => `<c r="${at}" t="str"><f>A1&amp;"x"</f><v>kết &lt; quả</v></c>`,
    (at) => `<c r="${at}" t="inlineStr"><is><t>Tổ dân phố</t></is></c>`,
    (at) => `<c r="${at}" t="inlineStr"><is><r><t>Xã </t></r><r><t>Đắc</t></r><rPh><t>bỏ</t></rPh></is></c>`,
    (at) => `<c r="${at}" t="b"><v>1</v></c>`,
    (at) => `<c r="${at}" t="e"><v>#REF!</v></c>`,
    (at) => `<c r="${at}"><f>SUM(A1:A2)</f></c>`,
    (at) => `<x:c xmlns:x="khac" r="${at}"><x:v>9</x:v></x:c>`,
    () => '<c><v>3</v></c>',
    (at) => `<c r="${at}" t="d"><v>2025-01-31T00:00:00</v></c>`,
  ];
  const cells = Array.from({ length: 12 }, (_, column) => ways[random(ways.length)]?.(place(column)) ?? '');
  return `<row r="${String(row)}" hidden="0">${cells.join('\n')}</row>`;
}

const STORE = `<sst xmlns="${MAIN}"><si><t>Xã Đắc Lua</t></si><si><t xml:space="preserve"> a </t></si><si><t> b<!-- --> c </t></si><si><r><t>d </t></r><r><t>e_x0041_</t></r></si></sst>`;

describe('cells', () => {
  it('of generated sheets are those of the oracle', () => {
    for (let round = 0; round < 40; round += 1) {
      const bytes = workbook({
        'xl/worksheets/sheet1.xml': sheetXml(
          Array.from({ length: 6 }, (_, row) => invented(row + 1)).join(''),
        ),
        'xl/sharedStrings.xml': STORE,
      });
      expect(differences(bytes)).toEqual([]);
    }
  });

  it('of damaged sheets are those of the oracle, or the file is refused', () => {
    const rows = Array.from({ length: 4 }, (_, row) => invented(row + 1)).join('');
    let read = 0;
    for (let round = 0; round < 400; round += 1) {
      const sheet = damaged(encode(sheetXml(rows)), random(2));
      const bytes = workbook({ 'xl/worksheets/sheet1.xml': sheet, 'xl/sharedStrings.xml': STORE });
      const found = differences(bytes);
      if (found !== undefined) read += 1;
      expect(found ?? []).toEqual([]);
    }
    expect(read).toBeGreaterThan(20);
  });

  it('of the fixtures are those of the oracle', () => {
    for (const path of workbooksIn(FIXTURES)) expect(differences(readFileSync(path)), path).toEqual([]);
  });

  it.skipIf(!existsSync(SHARED))('of foreign workbooks are those of the oracle', () => {
    const read = sliceOf(workbooksIn(SHARED), 40).filter((path) => {
      const bytes = readFileSync(path);
      if (bytes.length > 200_000) return false;
      const found = differences(bytes);
      expect(found ?? [], path).toEqual([]);
      return found !== undefined;
    });
    expect(read.length).toBeGreaterThan(tries(200, 20));
  });
});
