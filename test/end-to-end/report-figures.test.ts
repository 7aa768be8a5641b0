/** Every figure printed in bao-cao.docx leads back to results.json: bookmark → unit, indicator, quantity, period → the same text. */
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { FigureId, IndicatorRecord, MeasureRecord, ResultsDocument } from '../../src/model.js';
import { bookmarkName } from '../../src/writers/figure-names.js';
import type { FixtureName } from './expectation.js';
import { sharedRun } from './fixture-run.js';
import { defined } from '../../src/values/defined.js';

const MEASURED = ['n', 'd', 'rate', 'pending', 'low', 'high', 'allAwarded', 'reported', 'expected'] as const;
/** Derived from several figures or from a target; that they are numbers is all that is asked here. */
const DERIVED = [
  'rates',
  'without',
  'target',
  'targetPoints',
  'targetNeeded',
  'assigned',
  'unitsReached',
  'unitsExceeded',
  'nSum',
  'dSum',
  'points',
  'change',
  'pointsCommon',
  'changeCommon',
  'rateCommon',
  'nCommon',
  'share',
  'ofWhole',
  'shareOfWhole',
  'withBelow',
  'districts',
  'planNumber',
  'targetsMet',
  'targetsMissed',
  'up',
  'down',
  'same',
  'compared',
  'targetsOpen',
  'reachWhole',
  'shortOfWhole',
  'heldAgainstWhole',
] as const;

/** The text between the two ends of each bookmark. */
function bookmarks(xml: string): readonly { readonly name: string; readonly text: string }[] {
  return [...xml.matchAll(/<w:bookmarkStart\b[^>]*>/gu)].map((match) => {
    const [start] = match;
    const id = /w:id="(\d+)"/u.exec(start)?.[1] ?? '';
    const from = match.index + start.length;
    const to = xml.indexOf(`<w:bookmarkEnd w:id="${id}"/>`, from);
    return {
      name: /w:name="([^"]*)"/u.exec(start)?.[1] ?? '',
      text: xml.slice(from, to).replace(/<[^>]*>/gu, ''),
    };
  });
}

function identities(results: ResultsDocument): ReadonlyMap<string, FigureId> {
  const units = [...results.units.map(({ code }) => code), ...Object.keys(results.groups)];
  const indicators = [...results.indicators.map(({ id }) => id), 'units'];
  const periods = [undefined, ...(results.comparison?.previous.map(({ period }) => period.id) ?? [])];
  const found = new Map<string, FigureId>();
  for (const unit of units)
    for (const indicator of indicators)
      for (const quantity of [...MEASURED, ...DERIVED])
        for (const period of periods) {
          const id: FigureId = { unit, indicator, quantity, ...defined({ period }) };
          found.set(bookmarkName(id), id);
        }
  return found;
}

const group = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/gu, '.');

/** By its own arithmetic: half up on exact integers. */
function percent(n: number, d: number, decimals: number): string {
  const scaled = (BigInt(n) * 100n * 10n ** BigInt(decimals) * 2n + BigInt(d)) / (BigInt(d) * 2n);
  const digits = String(scaled).padStart(decimals + 1, '0');
  return decimals === 0 ? digits : `${group(digits.slice(0, -decimals))},${digits.slice(-decimals)}`;
}

function expected(
  figure: FigureId,
  measure: MeasureRecord,
  { scale }: IndicatorRecord,
  decimals: number,
): readonly string[] {
  const count = (value: number): readonly string[] => [group(String(value)), String(value).padStart(2, '0')];
  const amount = (value: number): readonly string[] => {
    if (scale === 0) return count(value);
    const digits = String(value).padStart(scale + 1, '0');
    const whole = group(digits.slice(0, -scale));
    const fraction = digits.slice(-scale);
    const short = fraction.replace(/0+$/u, '');
    // In a table as many decimals as the column needs.
    const padded = Array.from({ length: scale }, (_, at) => fraction.slice(0, at + 1));
    const shown = padded.filter((digits) => digits.length >= short.length);
    return [...(short === '' ? [whole] : []), ...shown.map((digits) => `${whole},${digits}`)];
  };
  const rate = (n: number, d: number): readonly string[] => [
    percent(n, d, decimals),
    `${percent(n, d, decimals)}%`,
    ...(n === 0 || n === d ? [`${percent(n, d, 0)}%`] : []),
  ];
  switch (figure.quantity) {
    case 'n':
      return amount(measure.n);
    case 'd':
      return measure.d === undefined ? [] : amount(measure.d);
    case 'rate':
      return measure.d === undefined ? [] : rate(measure.n, measure.d);
    case 'pending':
      return measure.pending === undefined ? [] : count(measure.pending);
    case 'allAwarded': {
      const { n, d = 0, pending = 0 } = measure;
      return rate(Math.min(n + pending, d), d);
    }
    case 'low':
    case 'high': {
      const range = measure.bounds?.[figure.quantity];
      if (range !== undefined) return rate(range[0], range[1]);
      const { n, d, pending } = measure;
      if (d === undefined || pending === undefined) return [];
      return figure.quantity === 'low' ? rate(n, d) : rate(Math.min(n + pending, d), d);
    }
    case 'reported':
      return count(measure.reported);
    default:
      return count(measure.expected);
  }
}

/** Digits that are no figures of the results: years, dates, words of a criterion, headings, numbers of units named. */
const NO_FIGURES =
  /\d{2}\/\d{2}\/\d{4}|(?:[Nn]ăm|quý|Nghị định số) \S*\d\S*|6 tháng|từ \d+ năm (?:liên tục|trở lên|có)|Trong đó có (?:các )?mô hình [^.]*\.|\d+ đơn vị|\((?:ở )?mục [IVX\d., ]+\)/gu;

describe.each<FixtureName>(['district-2024', 'province-2025'])('figures of the report of %s', (fixture) => {
  const run = sharedRun(fixture);
  const results = run.results();
  const xml = strFromU8(unzipSync(run.output('bao-cao.docx'))['word/document.xml'] ?? new Uint8Array());

  it('carry unique names that Word keeps', () => {
    const names = bookmarks(xml).map(({ name }) => name.toLowerCase());
    expect(names.length).toBeGreaterThan(500);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^sl_\w{1,37}$/u);
  });

  it('say what results.json says', () => {
    const known = identities(results);
    const wrong = bookmarks(xml).flatMap(({ name, text }) => {
      const figure = known.get(name) ?? known.get(name.replace(/_\d+$/u, ''));
      if (figure === undefined) return [`${name}: leads nowhere (${text})`];
      if (figure.indicator === 'units' || DERIVED.some((quantity) => quantity === figure.quantity))
        return /^-?[\d.]+(?:,\d+)?%?$/u.test(text) ? [] : [`${name}: ${text}`];
      const { unit, indicator } = figure;
      const measure = results.measures[unit]?.[indicator] ?? results.groups[unit]?.[indicator];
      const record = results.indicators.find(({ id }) => id === indicator);
      if (measure === undefined || record === undefined) return [`${name}: no figure (${text})`];
      const printed = expected(figure, measure, record, results.decimals);
      // In brackets stands what is in no sum.
      return printed.includes(text.replace(/^\((.*)\)$/u, '$1'))
        ? []
        : [`${name}: printed ${text}, results ${printed.join(' or ')}`];
    });
    expect(wrong).toEqual([]);
  });

  it('are all marked: no other digits stand in the generated sentences', () => {
    const text = xml.replace(/<w:tbl>.*?<\/w:tbl>/gsu, '');
    const paragraphs = text.match(/<w:p>.*?<\/w:p>/gsu) ?? [];
    const generated = paragraphs.filter((one) => one.includes('"NoiDung"') && !one.includes('<w:numPr>'));
    const left = generated
      .map((one) =>
        one
          .replace(/<w:bookmarkStart\b.*?<w:bookmarkEnd[^>]*>/gsu, ' ')
          .replace(/<[^>]*>/gu, '')
          .replace(NO_FIGURES, ' '),
      )
      .filter((one) => /\d/u.test(one));
    expect(left).toEqual([]);
  });
});
