/** Bookmarks on printed figures and native charts of the Word report, read from the produced XML. */
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Chart, FigureId, Report, Table } from '../../src/model.js';
import { bookmarkName } from '../../src/writers/figure-names.js';
import { writeDocx } from '../../src/writers/docx.js';
import { SAMPLE_REPORT, SAMPLE_TABLE } from '../support/sample-report.js';

const partsOf = async (report: Report): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries(
    Object.entries(unzipSync(await writeDocx(report))).map(([name, bytes]) => [name, strFromU8(bytes)]),
  );
const body = async (report: Report): Promise<string> => (await partsOf(report))['word/document.xml'] ?? '';

const RATE: FigureId = { unit: '264', indicator: 'familyTitleRate', quantity: 'rate' };
const COUNT: FigureId = {
  unit: 'Cụm số 1',
  indicator: 'areaTitle:awarded',
  quantity: 'n',
  period: '2025-H1',
};

/** The text between the two ends of each bookmark, by name. */
function marked(xml: string): readonly (readonly [string, string])[] {
  return [...xml.matchAll(/<w:bookmarkStart [^>]*>/gu)].map(([start]) => {
    const id = /w:id="(\d+)"/u.exec(start)?.[1] ?? '';
    const name = /w:name="([^"]*)"/u.exec(start)?.[1] ?? '';
    const from = xml.indexOf(start);
    const to = xml.indexOf(`<w:bookmarkEnd w:id="${id}"/>`);
    return [name, xml.slice(from, to).replace(/<[^>]*>/gu, '')] as const;
  });
}

describe('bookmarks', () => {
  const report: Report = {
    ...SAMPLE_REPORT,
    blocks: [
      {
        kind: 'paragraph',
        runs: [
          { text: 'Đạt ' },
          { text: '92,11%', figure: RATE },
          { text: '; cụm số 1 có ' },
          { text: '128', figure: COUNT },
          { text: '.' },
        ],
      },
      { kind: 'list', ordered: false, items: [[{ text: '92,11%', figure: RATE, bold: true }]] },
    ],
    annexes: [{ number: 'I', table: withFigures(SAMPLE_TABLE) }],
  };

  it('hold exactly the figure, in text, lists and tables', async () => {
    const found = marked(await body(report));
    expect(found.slice(0, 3).map(([, text]) => text)).toEqual(['92,11%', '128', '92,11%']);
    expect(found[0]?.[0]).toBe('sl_264_familyTitleRate_rate');
    expect(found[2]?.[0]).toBe('sl_264_familyTitleRate_rate_2');
    expect(found).toContainEqual(['sl_u1_households_n', '3.120']);
    expect(found.filter(([name]) => name.startsWith('sl_u'))).toHaveLength(7);
  });

  it('have names that Word keeps: unique, at most 40 letters, digits and underscores', async () => {
    const names = marked(await body(report)).map(([name]) => name.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z]\w{0,39}$/u);
  });

  it('differ for different figures and stay the same for the same figure', () => {
    const id = fc.record({
      unit: fc.string({ maxLength: 20 }),
      indicator: fc.string({ maxLength: 20 }),
      quantity: fc.constantFrom('n', 'd', 'rate'),
    });
    fc.assert(
      fc.property(id, id, (a, b) => {
        const same = a.unit === b.unit && a.indicator === b.indicator && a.quantity === b.quantity;
        expect(bookmarkName(a) === bookmarkName(b)).toBe(same);
        expect(bookmarkName(a)).toMatch(/^[a-z]\w{0,34}$/iu);
      }),
    );
    expect(bookmarkName({ unit: 'a_b', indicator: 'c', quantity: 'n' })).not.toBe(
      bookmarkName({ unit: 'a', indicator: 'b_c', quantity: 'n' }),
    );
  });

  it('leave a report without figures as it was', async () => {
    expect(await body(SAMPLE_REPORT)).not.toContain('w:bookmarkStart');
  });
});

function withFigures(table: Table): Table {
  return {
    ...table,
    rows: table.rows.map((row, index) =>
      row.role === 'unit'
        ? {
            ...row,
            cells: row.cells.map((cell, column) =>
              cell.kind === 'integer' && column < 4
                ? {
                    ...cell,
                    figure: {
                      unit: `u${String(index)}`,
                      indicator: table.columns[column]?.id ?? '',
                      quantity: 'n',
                    },
                  }
                : cell,
            ),
          }
        : row,
    ),
  };
}

describe('charts', () => {
  const chart: Chart = {
    id: 'familyTitleRate',
    title: 'Tỷ lệ hộ được tặng danh hiệu <“Gia đình văn hóa”> & theo đơn vị',
    bars: [
      { label: 'Xã An Thịnh', rate: { numerator: 2987, denominator: 3120 } },
      { label: 'Toàn huyện', rate: { numerator: 1, denominator: 3 }, whole: true },
      { label: 'Xã "Lai Hạ" \u0000', rate: { numerator: 0, denominator: 7 } },
    ],
    gapAfter: 2,
    decimals: 2,
    notes: ['Có số liệu của 2/5 đơn vị.'],
    description: 'Cao nhất là Xã An Thịnh (95,74%).',
  };
  const at = (xml: string, text: string): number => xml.indexOf(text);

  it('stand after the block they name, or before the annexes', async () => {
    const inside = await body({ ...SAMPLE_REPORT, charts: [{ ...chart, after: 5 }] });
    expect(at(inside, '<c:chart')).toBeGreaterThan(at(inside, '31.245/33.920'));
    expect(at(inside, '<c:chart')).toBeLessThan(at(inside, 'Theo đơn vị'));
    const apart = await body({ ...SAMPLE_REPORT, charts: [chart] });
    expect(at(apart, '<c:chart')).toBeGreaterThan(at(apart, 'Nơi nhận:'));
    expect(at(apart, '<c:chart')).toBeLessThan(at(apart, 'Phụ lục I'));
    expect(apart.match(/<w:sectPr/gu)).toHaveLength(4);
  });

  it('are native, with the printed figures as labels, the exact ones beneath, and words for screen readers', async () => {
    const parts = await partsOf({ ...SAMPLE_REPORT, charts: [chart] });
    const xml =
      Object.entries(parts).find(([name]) => /^word\/charts\/chart\d*\.xml$/u.test(name))?.[1] ?? '';
    for (const label of ['95,74%', '33,33%', '0,00%']) expect(xml).toContain(`>${label}<`);
    for (const value of ['95.74', '33.33', '0']) expect(xml).toContain(`<c:v>${value}</c:v>`);
    expect(xml).toContain('<c:barDir val="bar"/>');
    expect(parts['word/document.xml']).toContain('descr="Cao nhất là Xã An Thịnh (95,74%)."');
    expect(Object.keys(parts).some((name) => name.endsWith('.xlsx'))).toBe(true);
  });

  it('give the same bytes each time', async () => {
    const report = { ...SAMPLE_REPORT, charts: [chart, { ...chart, id: 'two', after: 0 }] };
    expect(await writeDocx(report)).toEqual(await writeDocx(report));
  });
});
