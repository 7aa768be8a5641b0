/** The tracking page in a browser: it sorts, searches and filters, and runs nothing that came with the data. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeTrackingPage, type TrackingPage } from '../../src/writers/html.js';
import { chromiumName, openBrowser, type Browser, type Page } from '../support/chromium.js';
import { hostile, page, PAYLOADS, tracedPage } from '../support/sample-page.js';

const chromium = chromiumName();
/** The rules of accessibility as a script, where they are installed. */
const AXE = ((): string | undefined => {
  try {
    return readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  } catch {
    return undefined;
  }
})();
describe.skipIf(chromium === undefined)('the tracking page in Chromium', () => {
  let browser: Browser;
  beforeAll(() => {
    browser = openBrowser(chromium ?? '');
  });
  afterAll(() => browser.close());
  const opened = async <T>(input: TrackingPage, look: (page: Page) => Promise<T>): Promise<T> => {
    const folder = mkdtempSync(join(tmpdir(), 'tdkvh-page-'));
    try {
      const path = join(folder, 'theo-doi.html');
      writeFileSync(path, writeTrackingPage(input));
      return await browser.withPage(pathToFileURL(path).href, look);
    } finally {
      rmSync(folder, { recursive: true });
    }
  };
  const NAMES = `[...document.querySelectorAll('#bang-submissions tbody tr:not([hidden]) th')].map((each) => each.textContent)`;

  it('sorts by click and by keyboard, in Vietnamese, missing figures last', async () => {
    await opened(page(), async (view) => {
      // Tables that are no page's first matter are folded.
      await view.evaluate(
        `document.querySelectorAll('details.table').forEach((each) => { each.open = true; })`,
      );
      const sort = (column: number): string =>
        `document.querySelector('#bang-submissions button[data-column="${String(column)}"]')`;
      await view.evaluate(`${sort(1)}.click()`);
      expect(await view.evaluate(NAMES)).toEqual(['Xã An Bình', 'Xã Ấm Thượng', 'Xã Ân Tình', 'Xã Đắc Lua']);
      await view.evaluate(`${sort(2)}.focus()`);
      await view.press('Enter');
      expect(await view.evaluate(NAMES)).toEqual(['Xã An Bình', 'Xã Đắc Lua', 'Xã Ấm Thượng', 'Xã Ân Tình']);
      await view.press('Enter');
      expect(await view.evaluate(NAMES)).toEqual(['Xã Ấm Thượng', 'Xã Đắc Lua', 'Xã An Bình', 'Xã Ân Tình']);
      expect(await view.evaluate(`${sort(2)}.closest('th').getAttribute('aria-sort')`)).toBe('descending');
      await view.press('Enter');
      expect(await view.evaluate(NAMES)).toEqual(['Xã Đắc Lua', 'Xã Ân Tình', 'Xã An Bình', 'Xã Ấm Thượng']);
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
      const folds = `[...document.querySelectorAll('details.table, details.unit')].map((each) => each.open)`;
      // What the reader opened by hand.
      await view.evaluate(
        `document.querySelectorAll('details.table, details.unit').forEach((each, index) => { each.open = index % 2 === 0; })`,
      );
      const before = await view.evaluate(folds);
      await type('dac lua');
      expect(await view.evaluate(NAMES)).toEqual(['Xã Đắc Lua']);
      await type('HOA phong');
      expect(await view.evaluate(NAMES)).toEqual([]);
      expect(await view.evaluate(groups)).toEqual(['Xã Hòa Phong']);
      await view.press('Escape');
      expect(await view.evaluate(groups)).toHaveLength(3);
      expect(await view.evaluate(folds)).toEqual(before);
      await view.evaluate(`document.querySelector('input[data-severity=warning]').click()`);
      expect(await view.evaluate(folds)).toEqual(before);
      expect(await view.evaluate(groups)).toHaveLength(2);
    });
  });

  it('opens the trace of a figure by click and by keyboard, and the card of a unit', async () => {
    await opened(tracedPage(), async (view) => {
      const shown = `document.getElementById('xem-so').open && document.getElementById('xem-so').textContent`;
      const cell = `document.querySelector('table.heat tr:nth-child(2) td[data-f]')`;
      await view.evaluate(`${cell}.click()`);
      expect(await view.evaluate(shown)).toContain('9 / 10 = 90,00%');
      expect(await view.evaluate(shown)).toContain('D7');
      await view.press('Escape');
      expect(await view.evaluate(shown)).toBe(false);
      await view.evaluate(`document.querySelector('table.heat [tabindex="0"]').focus()`);
      await view.press('End');
      await view.press('Enter');
      expect(await view.evaluate(shown)).toContain('20 / 30');
      await view.evaluate(`document.querySelector('#xem-so td button').click()`);
      expect(await view.evaluate(shown)).toContain('D7');
      await view.evaluate(`document.getElementById('xem-so-dong').click()`);
      await view.evaluate(`document.querySelector('table.heat tr:nth-child(2) th').click()`);
      expect(await view.evaluate(shown)).toContain('Mọi số liệu');
      expect(view.complaints).toEqual([]);
    });
  });

  it('prints heads of tables in words that are painted again, and the draft mark beside everything', async () => {
    await opened(page(), async (view) => {
      await view.show({ width: 1050, print: true });
      // Chromium repeats the head of a table on the next page, but paints no control of it.
      const controls = `[...document.querySelectorAll('thead button')].filter((each) => getComputedStyle(each).display !== 'contents').length`;
      expect(await view.evaluate(controls)).toBe(0);
      expect(await view.evaluate(`getComputedStyle(document.querySelector('.stamp')).display`)).toBe('block');
      const under = `[...document.querySelectorAll('.card, figure, h2')].filter((each) => each.getBoundingClientRect().right > document.querySelector('.stamp').getBoundingClientRect().left).length`;
      expect(await view.evaluate(under)).toBe(0);
      // What nobody must do is counted in the line of its unit, not printed.
      const seen = (what: string): string =>
        `[...document.querySelectorAll('${what}')].filter((each) => each.checkVisibility()).length`;
      expect(await view.evaluate(seen('li.info'))).toBe(0);
      expect(await view.evaluate(seen('li.error, li.warning'))).toBeGreaterThan(0);
    });
  });

  it.skipIf(AXE === undefined)(
    'has nothing that keeps somebody out: phone, screen, dark, paper',
    async () => {
      await opened(tracedPage(), async (view) => {
        await view.evaluate(AXE ?? '');
        await view.evaluate(`document.querySelectorAll('details').forEach((each) => { each.open = true; })`);
        const found = `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
        violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').flatMap(({ id, nodes }) =>
          nodes.map(({ target }) => id + ' ' + target.join(' '))))`;
        const states = [
          { width: 390 },
          { width: 1366 },
          { width: 1366, dark: true },
          { width: 794, print: true },
        ];
        for (const state of states) {
          await view.show(state);
          expect(await view.evaluate(found), JSON.stringify(state)).toEqual([]);
        }
        await view.show({ width: 390 });
        await view.evaluate(`document.querySelector('table.heat td[data-f]').click()`);
        expect(await view.evaluate(found), 'with a trace').toEqual([]);
      });
    },
  );

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
