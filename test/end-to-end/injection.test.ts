/** Q15: what a commune, a file name or the office types is text in every output: no formula, no markup, no command. */
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { parse } from 'csv-parse/sync';
import type * as Excel from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '../../src/readers/read-source.js';
import { tdkvh as program } from '../support/program.js';
import { sliceOf } from '../support/sweep.js';

const { Workbook } = createRequire(import.meta.url)('exceljs') as typeof Excel;

/** Found in an output, it says which payload came through. */
const MARK = 'TIEMMAU';
const PAYLOADS: readonly string[] = [
  `=${MARK}(1)`,
  `+${MARK}(2)`,
  `-${MARK}(3)`,
  `@${MARK}(4)`,
  `\t=${MARK}(5)`,
  `＝${MARK}(6)`,
  `=HYPERLINK("http://x.test","${MARK}7")`,
  `{{${MARK}8}}{{#each this}}{{{this}}}{{/each}}`,
  `</script><script>${MARK}(9)</script>`,
  `"><img src=x onerror=${MARK}(10)>`,
  `\u001b]0;${MARK}11\u0007\u001b[2J`,
  `\u202E${MARK}12\u2066`,
  `__proto__ ${MARK}13`,
  `_x003D_${MARK}14`,
  // A link and a colour of a terminal in both spellings, and a start that nobody sees.
  `\u200B\u001b]8;;http://x.test\u001b\\${MARK}15\u001b]8;;\u001b\\\u009b31m`,
  // Every way to end a line, half a letter, and a mark of order.
  `\uFEFF\uD800${MARK}16\r\n=1\u0085=2\u2028=3\u2029=4`,
];

/** Those that a commune types into its form; all of them stand in names of units, days and headings. */
const TYPED = sliceOf(PAYLOADS, 4);
const isWhole = TYPED.length === PAYLOADS.length;

const folder = mkdtempSync(join(tmpdir(), 'tdkvh-injection-'));
const workspace = join(folder, '2024');
const codeOf = (index: number): string => String(50_000 + index);
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** All that the commands printed. */
let printed = '';

async function tdkvh(...args: readonly string[]): Promise<number> {
  const { code, stdout, stderr } = await program(...args, '--workspace', workspace, '--no-color');
  printed += stdout + stderr;
  return code;
}

/** Text that a workbook can hold at all. */
const storable = (text: string): string => text.replace(/[\u0000-\u0008\u000b-\u001f]/gu, '');
/** No system takes these in a name of a file or of a sheet. */
const inName = (text: string): string =>
  storable(text)
    .replace(/[\\/:*?"<>|[\]\t]/gu, '')
    .slice(0, 30);

async function sent(form: Uint8Array, payload: string): Promise<Uint8Array> {
  const workbook = new Workbook();
  await workbook.xlsx.load(form as unknown as Parameters<typeof workbook.xlsx.load>[0]);
  const text = storable(payload);
  const identity = workbook.getWorksheet('_tdkvh');
  identity?.eachRow((row) => {
    const [field, sheet, cell] = [1, 2, 3].map((column) => row.getCell(column).text);
    const page = workbook.getWorksheet(sheet ?? '');
    if (page === undefined || cell === undefined || !/^[A-Z]+\d+$/u.test(cell)) return;
    const target = page.getCell(cell);
    const typed: Readonly<Record<string, string | number>> = {
      areaName: text,
      formerUnit: text,
      households: 100,
      familiesTitled: 90,
      familiesRegistered: 95,
      areaTitle: 'đạt',
      population: text,
      note: text,
      planTheme: text,
      planNumber: text,
      poorFund: text,
      dataAsOf: '25/11/2024',
      areasDeclared: 1,
      householdsDeclared: 100,
      householdsSource: text,
      preparedBy: text,
      phone: text,
      reportNumber: text,
      modelName: text,
      modelArea: text,
      modelResult: text,
    };
    const value =
      typed[field ?? ''] ?? (page.name === 'Thông tin' && target.value === null ? text : undefined);
    if (value !== undefined && field !== 'submissionNo') target.value = value;
  });
  const area = workbook.getWorksheet('Biểu 01');
  if (area !== undefined) {
    const column = area.columnCount + 1;
    area.getCell(7, column).value = text;
    area.getCell(9, column).value = 5;
  }
  workbook.addWorksheet(inName(payload)).getCell('A1').value = 77;
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const YAML = `schema: tdkvh/workspace@1
period: "2024"
unit: "999"
level: district
referenceDate: 2024-12-31
criteria: nd86-2023
dataAsOf: 2024-11-25
deadlines: { commune: 2024-11-28 }
report:
  signature: BC-BCD
  date: 2024-12-10
  superior: ${JSON.stringify(PAYLOADS[9])}
  agency: ${JSON.stringify(PAYLOADS[0])}
  number: ${JSON.stringify(PAYLOADS[3])}
  place: ${JSON.stringify(PAYLOADS[8])}
  signer: ${JSON.stringify(PAYLOADS[7])}
  to: [${JSON.stringify(PAYLOADS[7])}]
  recipients: [${JSON.stringify(PAYLOADS[6])}]
  annexes: [I, II, III, IV, V, VI, VII, VIII, IX, X]
`;

function filesUnder(place: string): readonly string[] {
  return readdirSync(place, { recursive: true, encoding: 'utf8' })
    .map((name) => join(place, name))
    .filter((path) => statSync(path).isFile());
}

const OUTPUTS = join(workspace, 'out');
const outputs = (extension: string): readonly (readonly [name: string, bytes: Uint8Array])[] =>
  filesUnder(OUTPUTS)
    .filter((path) => extname(path) === extension)
    .map((path) => [path.slice(OUTPUTS.length), new Uint8Array(readFileSync(path))]);
const texts = (extension: string): readonly (readonly [name: string, text: string])[] =>
  outputs(extension).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]);

type XmlParts = readonly (readonly [name: string, xml: string])[];

/** Parts of a package that are XML, checked to be well-formed. */
function partsIn(bytes: Uint8Array): XmlParts {
  return Object.entries(unzipSync(bytes))
    .filter(([name]) => /\.(?:xml|rels|vml)$/u.test(name))
    .map(([name, part]) => {
      const xml = strFromU8(part);
      new SaxesParser({ xmlns: true }).write(xml).close();
      return [name, xml];
    });
}

/** Hash of a package → its parts: each file is looked at by several tests. */
const parsed = new Map<string, XmlParts>();
function xmlParts(bytes: Uint8Array): XmlParts {
  const key = sha256(bytes);
  const parts = parsed.get(key) ?? partsIn(bytes);
  parsed.set(key, parts);
  return parts;
}

const TURNING = /[\u202A-\u202E\u2066-\u2069]/u;
/** What no text output may hold: commands of terminals, controls of direction, line ends that only some programs see. */
const LIVE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u;
const before = Object.getOwnPropertyNames(Object.prototype).join();

beforeAll(async () => {
  mkdirSync(join(workspace, 'submissions'), { recursive: true });
  writeFileSync(join(workspace, 'tdkvh.yaml'), YAML);
  const header =
    'code,name,type,level,parent_code,valid_from,valid_to,area_class,region,urban,group,households,contact';
  const rows = PAYLOADS.map(
    (payload, index) =>
      `${codeOf(index)},${quoted(payload)},xã,commune,999,,,ordinary,plain,rural,${quoted(payload)},100,${quoted(payload)}`,
  );
  const units = [
    header,
    '999,Thử nghiệm,huyện,district,,,,,,,,,',
    ...rows,
    `${codeOf(PAYLOADS.length)},Chưa nộp =${MARK},xã,commune,999,,,ordinary,plain,rural,,100,`,
  ];
  writeFileSync(join(workspace, 'units.csv'), `${units.join('\n')}\n`);
  writeFileSync(
    join(workspace, 'narrative.md'),
    // Raw, as somebody may have pasted it; also as headings that nobody knows.
    `# Đánh giá chung\n\n## Ưu điểm\n\n${PAYLOADS.join('\n\n')}\n\n${PAYLOADS.map((payload) => `## ${payload}\n\nx`).join('\n\n')}\n`,
  );
  const receipts = (date: (payload: string) => string): string =>
    [
      'file,unit_code,form,date',
      ...PAYLOADS.flatMap((payload) => [
        `${quoted(`submissions/${payload}`)},,,${date(payload)}`,
        `,${quoted(payload)},${quoted(payload)},${date(payload)}`,
      ]),
    ].join('\n');
  // Days that are none end the run, and are told.
  writeFileSync(join(workspace, 'received.csv'), receipts(quoted));
  expect(await tdkvh('validate')).not.toBe(0);
  writeFileSync(join(workspace, 'received.csv'), `${receipts(() => '2024-11-20')}\n`);
  writeFileSync(
    join(workspace, 'targets.csv'),
    `indicator,unit_or_class,period,comparator,value,kind,source\nfamilyTitleRate,999,2024,at_least,80,rate,${quoted(PAYLOADS[0] ?? '')}\n`,
  );
  for (const asked of isWhole ? [[]] : TYPED.map((payload) => ['--unit', codeOf(PAYLOADS.indexOf(payload))]))
    expect(await tdkvh('template', ...asked), printed).toBe(0);
  const forms = filesUnder(join(OUTPUTS, 'bieu-mau')).filter((path) => path.includes('bieu-01-04'));
  for (const payload of TYPED) {
    const code = codeOf(PAYLOADS.indexOf(payload));
    const form = forms.find((path) => path.includes(code));
    if (form === undefined) throw new Error(`no form for ${code}`);
    writeFileSync(
      join(workspace, 'submissions', `${inName(payload)} ${code}.xlsx`),
      await sent(new Uint8Array(readFileSync(form)), payload),
    );
  }
  // A CSV file whose header and cells are payloads too.
  writeFileSync(
    join(workspace, 'submissions', `=${MARK}.csv`),
    `unit_code,period,areaName,households,familiesTitled,areaTitle,${quoted(PAYLOADS[0] ?? '')}\n${PAYLOADS.map(
      (payload) => `${codeOf(PAYLOADS.length)},2024,${quoted(storable(payload))},10,9,đạt,5\n`,
    ).join('')}`,
  );
  if (isWhole) await tdkvh('validate');
  await tdkvh('aggregate', '--findings', join(OUTPUTS, 'kiem-tra.csv'));
  await tdkvh('status', '--as-of', '2024-11-27', '--remind');
  const board = join(OUTPUTS, 'theo-doi.xlsx');
  await tdkvh('status', '--as-of', '2024-11-30', '--letter', join(OUTPUTS, 'don-doc.docx'), '--out', board);
  await tdkvh('return', '--letter', '--until', '2024-12-05');
}, 300_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('payloads in every field', () => {
  it('reach every kind of output', () => {
    expect(filesUnder(join(OUTPUTS, 'returns')).length).toBeGreaterThan(TYPED.length);
    const packages = (kind: string): readonly string[] =>
      outputs(kind).flatMap(([, bytes]) => xmlParts(bytes).map(([, xml]) => xml));
    const plain = (kind: string): readonly string[] => texts(kind).map(([, text]) => text);
    const said: Readonly<Record<string, readonly string[]>> = {
      xlsx: packages('.xlsx'),
      docx: packages('.docx'),
      csv: plain('.csv'),
      json: plain('.json'),
      html: plain('.html'),
      terminal: [printed],
    };
    const silent = Object.entries(said).flatMap(([kind, all]) =>
      PAYLOADS.flatMap((_, index) => {
        const mark = new RegExp(`${MARK}\\(?${String(index + 1)}(?!\\d)`, 'u');
        return all.some((text) => mark.test(text)) ? [] : [`${kind} ${String(index + 1)}`];
      }),
    );
    expect(silent).toEqual([]);
  });

  it('are no formula, link or field of a workbook or a Word file', () => {
    for (const [name, bytes] of [...outputs('.xlsx'), ...outputs('.docx')])
      for (const [part, xml] of xmlParts(bytes)) {
        const place = `${name} ${part}`;
        for (const [, formula = ''] of xml.matchAll(/<f(?: [^>]*)?>([^<]*)<\/f>/gu))
          expect(formula, place).not.toMatch(new RegExp(`${MARK}|HYPERLINK`, 'u'));
        for (const [, said = ''] of xml.matchAll(/<w:instrText[^>]*>([^<]*)</gu))
          expect(said, place).not.toContain(MARK);
        for (const [tag] of xml.matchAll(/<(?:w:fldSimple|w:hyperlink|hyperlink|definedName)\b[^>]*>[^<]*/gu))
          expect(tag, place).not.toContain(MARK);
        if (part.endsWith('.rels')) expect(xml, place).not.toContain('TargetMode="External"');
        // Excel reads _x003D_ as “=”, unless its own first sign is written that way.
        if (/sharedStrings|worksheets/u.test(part)) expect(xml, place).not.toMatch(/(?<!_x005F)_x003D_/u);
      }
  });

  it('do not turn the direction of a text in a document', () => {
    for (const [name, bytes] of [...outputs('.xlsx'), ...outputs('.docx')])
      for (const [part, xml] of xmlParts(bytes))
        if (!name.includes('returns')) expect(TURNING.test(xml), `${name} ${part}`).toBe(false);
    for (const [name, text] of texts('.html')) expect(TURNING.test(text), name).toBe(false);
  });

  it('are no formula of a CSV file', () => {
    for (const [name, text] of texts('.csv')) {
      const rows: readonly (readonly string[])[] = parse(text, { bom: true, relax_column_count: true });
      const cells = rows.flat();
      expect(
        cells.filter((cell) => /^[=+\-@\t\r＝＋－＠]/u.test(cell) && !/^-?\d+(?:[.,]\d+)?$/u.test(cell)),
        name,
      ).toEqual([]);
    }
  });

  it('are no markup of a page', () => {
    for (const [name, html] of texts('.html')) {
      expect(html, name).toContain('Content-Security-Policy');
      for (const live of [`<script>${MARK}`, '<img src=x', '"><img'])
        expect(html.includes(live), `${name} ${live}`).toBe(false);
      for (const [tag] of html.matchAll(/<[a-z][^>"]*(?:"[^"]*"[^>"]*)*>/giu))
        expect(tag.replaceAll(/"[^"]*"/gu, ''), name).not.toContain(MARK);
    }
  });

  it('are no instruction of a template of sentences', () => {
    const words = outputs('.docx').flatMap(([, bytes]) => xmlParts(bytes).map(([, xml]) => xml));
    expect(words.some((xml) => xml.includes(`{{${MARK}8}}{{#each this}}`))).toBe(true);
    expect(words.filter((xml) => xml.includes('[object Object]'))).toEqual([]);
  });

  it('are no command of a terminal, printed or in a text file that is looked at there', () => {
    expect(printed).not.toMatch(LIVE);
    expect(printed).not.toMatch(/[\t\r]/u);
    const files = ['.csv', '.json', '.html', '.md'].flatMap(texts);
    expect(files.filter(([, text]) => LIVE.test(text)).map(([name]) => name)).toEqual([]);
  });

  it('are plain JSON and change no object of the program', () => {
    for (const [, text] of texts('.json')) {
      expect(() => JSON.parse(text) as unknown).not.toThrow();
      expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/u);
    }
    expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(before);
  });
});
