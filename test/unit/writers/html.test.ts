/** The tracking page: what stands in it, and that nothing in it comes alive. */
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { writeTrackingPage, type TrackingPage } from '../../../src/writers/html.js';
import { about, hostile, page, PAYLOADS, tracedPage } from '../../support/sample-page.js';

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
    .replace(/\s(checked|open|hidden)(?=[\s>/])/gu, ' $1=""')
    .replace(/<(style|script)\b[^>]*>.*?<\/\1>/gsu, '<$1/>');
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

  it('holds the traces as data that nothing in it can end, read as they were', () => {
    for (const payload of [...PAYLOADS, '\u2028\r"\\']) {
      const markup = html(tracedPage(payload));
      const scripts = outline(markup).elements.filter((name) => name === 'script');
      expect(scripts).toHaveLength(2);
      const [, block = ''] = /id="nguon-so">(.*?)<\/script>/su.exec(markup) ?? [];
      const { units, told } = JSON.parse(block) as {
        units: readonly (readonly unknown[])[];
        told: Record<string, readonly string[]>;
      };
      expect(units).toHaveLength(2);
      expect(Object.keys(told)).toContain('0.0.target');
      expect(markup).not.toMatch(/[\u0000-\u0008\u001B\u202A-\u202E\uFFFE]/u);
    }
  });

  it('names no two regions alike', () => {
    const markup = html(page({ tables: [...page().tables, ...page().tables] }));
    const names = Array.from(markup.matchAll(/role="region" aria-label="([^"]+)"/gu), ([, name]) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('shows sums alone of more units than a page can hold, and says so', () => {
    const all = html(page());
    const sums = html(page({ sumsOnly: true }));
    expect(all).toContain('Xã An Thịnh');
    expect(sums).not.toContain('Xã An Thịnh');
    expect(sums).toContain('đủ cả trong tong-hop.xlsx');
  });

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
});
