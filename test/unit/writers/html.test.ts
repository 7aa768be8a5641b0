/** The tracking page: what stands in it, that nothing in it comes alive, and how it behaves in a browser. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { finding } from '../../../src/findings/finding.js';
import type { Chart, Finding, ResultsDocument, Table } from '../../../src/model.js';
import { writeTrackingPage, type TrackingPage } from '../../../src/writers/html.js';
import { chromiumName, withPage, type Page } from '../../support/chromium.js';
import { integer, MISSING, SAMPLE_TABLE, text } from '../../support/sample-report.js';
import { submissionStatus } from '../../../src/tracking/status.js';
import { sampleResults } from '../../support/sample-results.js';

const STATUS: Table = {
  id: 'submissions',
  sheetName: 'Tình hình gửi',
  title: 'Tình hình gửi báo cáo',
  columns: [
    { id: 'ordinal', header: 'TT', kind: 'ordinal' },
    { id: 'unit', header: 'Đơn vị', kind: 'text' },
    { id: 'errors', header: 'Phải sửa', kind: 'count' },
  ],
  rows: ['Xã Đắc Lua', 'Xã Ân Tình', 'Xã An Bình', 'Xã Ấm Thượng'].map((name, index) => ({
    role: 'unit',
    cells: [
      text(String(index + 1)),
      text(name),
      index === 1 ? MISSING : integer([12, 0, 3, 100][index] ?? 0),
    ],
  })),
  notes: [],
};

const CHART: Chart = {
  id: 'familyTitleRate',
  title: 'Tỷ lệ theo đơn vị',
  bars: [
    { label: 'Xã Đắc Lua', rate: { numerator: 9, denominator: 10 } },
    { label: 'Toàn huyện', rate: { numerator: 8, denominator: 10 }, whole: true },
    { label: 'Xã An Bình', rate: { numerator: 1, denominator: 2 } },
  ],
  gapAfter: 2,
  decimals: 2,
  notes: ['Có số liệu của 2/4 đơn vị.'],
  description: 'Cao nhất là Xã Đắc Lua (90,00%).',
};

const about = (severity: Finding['severity'], unit: string | undefined, message: string): Finding => ({
  ...finding('output/locked', { file: `${unit ?? 'chung'}.xlsx` }, { file: 'x' }),
  id: `${severity}-${String(unit)}-${message}`,
  severity,
  message,
  ...(unit === undefined ? {} : { unit }),
});

const statusOf = (results: ResultsDocument) =>
  submissionStatus(results, [], { commune: '2024-11-28', exceptions: {} }, '2024-11-30');

const page = (more: Partial<TrackingPage> = {}, results: Partial<ResultsDocument> = {}): TrackingPage => ({
  status: statusOf(sampleResults(results)),
  results: sampleResults({
    findings: [
      about('warning', '90101', 'Số hộ tăng nhiều'),
      about('error', '90102', 'Số hộ đạt lớn hơn tổng số hộ'),
      about('info', undefined, 'Tệp được bỏ qua'),
    ],
    ...results,
  }),
  tables: [SAMPLE_TABLE, STATUS],
  charts: [CHART],
  title: 'Theo dõi năm 2024',
  draft: true,
  ...more,
});
const html = (input: TrackingPage): string => new TextDecoder().decode(writeTrackingPage(input));

/** The page read as XML: every element closed, every attribute quoted. */
function outline(markup: string): {
  readonly elements: readonly string[];
  readonly handlers: readonly string[];
} {
  const elements: string[] = [];
  const handlers: string[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    elements.push(name);
    handlers.push(...Object.keys(attributes).filter((attribute) => attribute.startsWith('on')));
  });
  const closed = markup
    .replace('<!DOCTYPE html>', '')
    .replace(/<(meta|br|input)\b([^>]*)>/gu, '<$1$2/>')
    .replace(/\s(checked|open)(?=[\s>/])/gu, ' $1=""')
    .replace(/<(style|script)>.*?<\/\1>/gsu, '<$1/>');
  parser.write(closed).close();
  return { elements, handlers };
}

describe('writeTrackingPage', () => {
  it('is one Vietnamese page that may load nothing', () => {
    const markup = html(page());
    expect(markup).toMatch(/^<!DOCTYPE html>\n<html lang="vi">/u);
    expect(markup).toContain('default-src &#39;none&#39;');
    expect(markup).not.toMatch(/(?:src|href)="(?!#)/u);
    expect(markup).not.toMatch(/url\(|@import|https?:/u);
    expect(outline(markup).elements.filter((name) => name === 'script')).toHaveLength(1);
  });

  it('holds status, figures as printed, charts and findings by unit, the serious first', () => {
    const markup = html(page());
    for (const printed of ['4/5', '4.035', '95,74', 'Toàn huyện', '90,00%', 'Có số liệu của 2/4 đơn vị.'])
      expect(markup).toContain(printed);
    const places = ['Thị trấn Mỹ Lâm</b>', 'Số hộ tăng nhiều', 'Xã Hòa Phong</b>', 'Số hộ đạt lớn'].map(
      (part) => markup.indexOf(part),
    );
    expect(places.every((place) => place > 0)).toBe(true);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
  });

  it('is marked only as a draft', () => {
    expect(html(page()).match(/DỰ THẢO/gu)).toHaveLength(3);
    // The stamp for paper is there but only drafts show it.
    expect(html(page({ draft: false })).match(/DỰ THẢO/gu)).toHaveLength(1);
    expect(html(page({ draft: false }))).not.toContain('class="is-draft"');
  });

  it('gives the same bytes for the same input', () => {
    expect(writeTrackingPage(page())).toEqual(writeTrackingPage(page()));
  });

  it('cuts endless lists of findings and says how many are left out', () => {
    const many = Array.from({ length: 6000 }, (_, index) => about('error', '90101', `Lỗi ${String(index)}`));
    const markup = html(page({}, { findings: many }));
    expect(markup.match(/<li class="error"/gu)).toHaveLength(5000);
    expect(markup).toContain('1.000');
  });

  const PAYLOADS = [
    '<script>document.title="hacked"</script>',
    '"><img src=x onerror=document.title=1>',
    "' onmouseover='document.title=1",
    '</script><script>document.title=1</script>',
    '</style><svg onload=document.title=1>',
    '<!-- -->',
    ']]>',
    '{{constructor}}',
    '=HYPERLINK("http://x")',
    '\u001B[31m\u202Eđảo\u0000\uD800\uFFFE',
    '__proto__',
    'javascript:alert(1)',
  ];

  it('shows payloads as text in every field', () => {
    for (const payload of PAYLOADS) {
      const markup = html(hostile(payload));
      const { elements, handlers } = outline(markup);
      expect(handlers).toEqual([]);
      expect(elements.filter((name) => ['script', 'img', 'iframe', 'a'].includes(name))).toEqual(
        outline(html(hostile('x'))).elements.filter((name) =>
          ['script', 'img', 'iframe', 'a'].includes(name),
        ),
      );
      expect(markup).not.toMatch(/[\u0000-\u0008\u001B\u202A-\u202E\uFFFE]/u);
    }
  });

  function hostile(payload: string): TrackingPage {
    const base = sampleResults();
    const named = { ...base, units: base.units.map((unit) => ({ ...unit, name: payload })) };
    return {
      status: statusOf(named),
      results: {
        ...base,
        period: { ...base.period, id: payload },
        criteria: { ...base.criteria, label: payload },
        units: base.units.map((unit) => ({ ...unit, name: payload, group: payload })),
        findings: [
          {
            ...about('error', base.units[1]?.code, payload),
            number: payload,
            hint: payload,
            basis: payload,
            at: { file: payload, sheet: payload, cell: payload },
            accepted: { reason: payload, person: payload, date: payload },
          },
        ],
      },
      tables: [
        {
          ...STATUS,
          id: payload,
          title: payload,
          unitLine: payload,
          notes: [payload],
          columns: STATUS.columns.map((column) => ({ ...column, header: payload, group: payload })),
          rows: [{ role: 'unit', cells: STATUS.columns.map(() => text(payload)) }],
        },
      ],
      charts: [
        {
          ...CHART,
          title: payload,
          description: payload,
          notes: [payload],
          bars: [{ label: payload, rate: { numerator: 1, denominator: 2 } }],
        },
      ],
      title: payload,
      draft: true,
    };
  }

  const chromium = chromiumName();
  describe.skipIf(chromium === undefined)('in Chromium', () => {
    const opened = async <T>(input: TrackingPage, look: (page: Page) => Promise<T>): Promise<T> => {
      const folder = mkdtempSync(join(tmpdir(), 'tdkvh-page-'));
      try {
        const path = join(folder, 'theo-doi.html');
        writeFileSync(path, writeTrackingPage(input));
        return await withPage(chromium ?? '', pathToFileURL(path).href, look);
      } finally {
        rmSync(folder, { recursive: true });
      }
    };
    const NAMES = `[...document.querySelectorAll('#bang-submissions tbody tr:not([hidden]) th')].map((each) => each.textContent)`;

    it('sorts by click and by keyboard, in Vietnamese, missing figures last', async () => {
      await opened(page(), async (view) => {
        const sort = (column: number): string =>
          `document.querySelector('#bang-submissions button[data-column="${String(column)}"]')`;
        await view.evaluate(`${sort(1)}.click()`);
        expect(await view.evaluate(NAMES)).toEqual([
          'Xã An Bình',
          'Xã Ấm Thượng',
          'Xã Ân Tình',
          'Xã Đắc Lua',
        ]);
        await view.evaluate(`${sort(2)}.focus()`);
        await view.press('Enter');
        expect(await view.evaluate(NAMES)).toEqual([
          'Xã An Bình',
          'Xã Đắc Lua',
          'Xã Ấm Thượng',
          'Xã Ân Tình',
        ]);
        await view.press('Enter');
        expect(await view.evaluate(NAMES)).toEqual([
          'Xã Ấm Thượng',
          'Xã Đắc Lua',
          'Xã An Bình',
          'Xã Ân Tình',
        ]);
        expect(await view.evaluate(`${sort(2)}.closest('th').getAttribute('aria-sort')`)).toBe('descending');
        await view.press('Enter');
        expect(await view.evaluate(NAMES)).toEqual([
          'Xã Đắc Lua',
          'Xã Ân Tình',
          'Xã An Bình',
          'Xã Ấm Thượng',
        ]);
        expect(view.complaints).toEqual([]);
        expect(view.requests).toEqual([]);
      });
    });

    it('keeps totals last and hides subtotals while a table is sorted', async () => {
      await opened(page(), async (view) => {
        await view.evaluate(`document.querySelector('#bang-titles button[data-column="2"]').click()`);
        const shown = await view.evaluate(
          `[...document.querySelectorAll('#bang-titles tbody tr')].filter((row) => getComputedStyle(row).display !== 'none').map((row) => row.cells[1].textContent)`,
        );
        expect(shown).toEqual([
          'Xã Bình Định',
          'Xã An Thịnh',
          'Thị trấn Thứa',
          'Xã Lai Hạ',
          'Xã Mỹ Hương',
          'TỔNG CỘNG',
        ]);
      });
    });

    it('finds names and findings without marks, filters by severity, and Escape shows all again', async () => {
      await opened(page(), async (view) => {
        const type = async (words: string): Promise<void> => {
          await view.evaluate(`document.getElementById('tim').focus()`);
          await view.evaluate(`document.getElementById('tim').value = ${JSON.stringify(words)}`);
          await view.press('Enter');
        };
        const groups = `[...document.querySelectorAll('details.unit:not([hidden]) summary b')].map((each) => each.textContent)`;
        await type('dac lua');
        expect(await view.evaluate(NAMES)).toEqual(['Xã Đắc Lua']);
        await type('HOA phong');
        expect(await view.evaluate(NAMES)).toEqual([]);
        expect(await view.evaluate(groups)).toEqual(['Xã Hòa Phong']);
        await view.press('Escape');
        expect(await view.evaluate(groups)).toHaveLength(3);
        await view.evaluate(`document.querySelector('input[data-severity=warning]').click()`);
        expect(await view.evaluate(groups)).toHaveLength(2);
      });
    });

    it('runs nothing that came with the data', async () => {
      const everything = hostile(PAYLOADS.join(' '));
      await opened(everything, async (view) => {
        expect(await view.evaluate('document.title')).toContain('hacked');
        expect(await view.evaluate(`document.title.startsWith('DỰ THẢO')`)).toBe(true);
        expect(await view.evaluate(`document.querySelectorAll('img, iframe, svg[onload]').length`)).toBe(0);
        expect(view.requests).toEqual([]);
        expect(view.complaints).toEqual([]);
      });
    });

    it('does not even run a script that were to slip in', async () => {
      await opened(page(), async (view) => {
        await view.evaluate(
          `document.body.appendChild(Object.assign(document.createElement('script'), { textContent: 'document.title = "x"' }))`,
        );
        expect(await view.evaluate('document.title')).not.toBe('x');
        expect(view.complaints).toHaveLength(1);
      });
    });
  });
});
