/** theo-doi.html: one page that opens by a double click, without network, safe whatever communes typed. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Board, Chart, LongTable, ResultsDocument, StatusDocument, TraceBook } from '../model.js';
import { PAGE_MARK } from '../model/own-outputs.js';
import { unitFullName } from '../units/names/unit-name.js';
import { formatDate } from '../values/number-format.js';
import { joined, utf8Pieces } from './byte-pieces.js';
import { dataTable, type TableContext } from './html/data-table.js';
import { dotChart } from './html/dot-chart.js';
import { findingGroups, severityFilter } from './html/findings-list.js';
import { headlineCards } from './html/headlines.js';
import { heatTable } from './html/heat-table.js';
import {
  element,
  elementPieces,
  inPieces,
  ownText,
  type Content,
  type Markup,
  type Pieces,
} from './html/markup.js';
import { statusTiles } from './html/status-tiles.js';
import { traceData } from './html/trace-data.js';
import { TraceLinks } from './html/trace-links.js';
import { PAGE_WORDS } from './html/words.js';

export interface TrackingPage {
  readonly results: ResultsDocument;
  readonly status: StatusDocument;
  /** Shown in this order; the tables about senders stand under the status. */
  readonly tables: readonly LongTable[];
  readonly charts?: readonly Chart[];
  /** Headline indicators and units by them. */
  readonly board?: Board;
  /** What leads every figure back to its cells. */
  readonly traces?: TraceBook;
  /** So many units that tables show sums alone. */
  readonly sumsOnly?: boolean;
  readonly title: string;
  readonly draft: boolean;
}

/** Full names by code. */
type UnitNames = ReadonlyMap<string, string>;

/** The look, or the script, of the page: sorting, searching, filtering; everything is readable without it. */
const ownFile = (name: 'theo-doi.css' | 'theo-doi.js'): string =>
  `\n${readFileSync(new URL(`../../templates/reports/${name}`, import.meta.url), 'utf8')}`;

/** Ids of the tables that belong to the status, as in tong-hop.xlsx. */
const isTracking = ({ id }: LongTable): boolean => id.startsWith('tracking-');

/** Nothing may load; no script and no style counts but the page's own, known by their hashes. */
const policy = (style: string, script: string): string =>
  `default-src 'none'; style-src ${hashOf(style)}; script-src ${hashOf(script)}; ` +
  "img-src data:; base-uri 'none'; form-action 'none'";

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The same input gives the same bytes. */
export const writeTrackingPage = (page: TrackingPage): Uint8Array => joined(trackingPagePieces(page));

/** The same, bit by bit: a country has thousands of lines. */
export const trackingPagePieces = (page: TrackingPage): Iterable<Uint8Array> => utf8Pieces(pageText(page));

function* pageText(page: TrackingPage): Pieces {
  const [style, script] = [ownFile('theo-doi.css'), ownFile('theo-doi.js')];
  const head = element(
    'head',
    {},
    element('meta', { charset: 'utf-8' }),
    element('meta', PAGE_MARK),
    element('meta', { 'http-equiv': 'Content-Security-Policy', content: policy(style, script) }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('title', {}, page.draft ? `${PAGE_WORDS.draft} – ${page.title}` : page.title),
    ownText('style', style),
  );
  yield '<!DOCTYPE html>\n';
  yield* elementPieces('html', { lang: 'vi' }, head, body(page, script));
  yield '\n';
}

interface Section {
  readonly id: string;
  readonly heading: string;
  readonly content: readonly (Content | Pieces)[];
}

function sectionsOf(page: TrackingPage, names: UnitNames, context: TableContext): readonly Section[] {
  const { results, status, tables, charts = [], board } = page;
  const { links } = context;
  const toTable = (folded: boolean) => (table: LongTable) => dataTable(table, context, folded);
  const [senders, ...toCall] = tables.filter(isTracking);
  const others = tables.filter((table) => !isTracking(table)).map(toTable(true));
  const only = (section: Section, there: boolean): readonly Section[] => (there ? [section] : []);
  const { headlines = [], heat } = board ?? {};
  return [
    ...only(
      { id: 'chi-tieu', heading: PAGE_WORDS.headlines, content: [headlineCards(headlines, links)] },
      headlines.length > 0,
    ),
    ...(heat === undefined
      ? []
      : [{ id: 'don-vi', heading: PAGE_WORDS.heat, content: [heatTable(heat, context)] }]),
    ...only(
      {
        id: 'bieu-do',
        heading: PAGE_WORDS.charts,
        content: [
          element(
            'div',
            { class: 'charts' },
            charts.map((chart) => dotChart(chart, links)),
          ),
        ],
      },
      charts.length > 0,
    ),
    {
      id: 'can-xu-ly',
      heading: PAGE_WORDS.work,
      content: [
        statusTiles(results, status, links),
        ...toCall.map(toTable(false)),
        ...findingsOf(results, names, links),
      ],
    },
    ...(senders === undefined
      ? []
      : [{ id: 'tinh-hinh', heading: PAGE_WORDS.senders, content: [dataTable(senders, context)] }]),
    ...only({ id: 'bang', heading: PAGE_WORDS.tables, content: others }, others.length > 0),
  ];
}

const findingsOf = (results: ResultsDocument, names: UnitNames, links: TraceLinks): readonly Content[] => [
  element('h3', { id: 'thong-bao' }, PAGE_WORDS.findings),
  ...(results.findings.length === 0
    ? [element('p', {}, PAGE_WORDS.noFindings)]
    : [severityFilter(), findingGroups(results, (code) => names.get(code) ?? code, links)]),
];

/** Names of regions: of two with one title the second is numbered. */
function distinctNames(): (title: string) => string {
  const used = new Map<string, number>();
  return (title) => {
    const times = (used.get(title) ?? 0) + 1;
    used.set(title, times);
    return times === 1 ? title : `${title} (${String(times)})`;
  };
}

function body(page: TrackingPage, script: string): Pieces {
  const { results, title, draft } = page;
  const names: UnitNames = new Map(results.units.map((unit) => [unit.code, unitFullName(unit)]));
  const links = new TraceLinks(page.traces);
  const { decimals, period } = results;
  const context = { decimals, links, nameOf: distinctNames(), sumsOnly: page.sumsOnly === true };
  const sections = sectionsOf(page, names, context);
  return elementPieces(
    'body',
    { class: draft ? 'is-draft' : undefined },
    element('a', { class: 'skip', href: '#can-xu-ly' }, PAGE_WORDS.skip),
    element('div', { class: 'stamp', 'aria-hidden': 'true' }, PAGE_WORDS.draft),
    element(
      'header',
      {},
      draft ? element('div', { class: 'draft' }, PAGE_WORDS.draft) : undefined,
      element('h1', {}, title),
      element('p', { class: 'facts' }, factsOf(results, names)),
      page.traces === undefined ? undefined : element('p', { class: 'note hint' }, PAGE_WORDS.hintFigures),
      element(
        'nav',
        {},
        element(
          'ul',
          {},
          sections.map(({ id, heading }) => element('li', {}, element('a', { href: `#${id}` }, heading))),
        ),
      ),
    ),
    search(),
    elementPieces('main', {}, inTurn(sections)),
    element('footer', {}, element('p', { class: 'note' }, PAGE_WORDS.printed)),
    page.traces === undefined ? undefined : traceBlock(page.traces, links, period.id),
    page.traces === undefined ? undefined : dialog(),
    ownText('script', script),
  );
}

function* inTurn(sections: readonly Section[]): Pieces {
  for (const { id, heading, content } of sections)
    yield* elementPieces('section', { id }, element('h2', {}, heading), inPieces(content));
}

function factsOf(results: ResultsDocument, names: UnitNames): string {
  return [
    names.get(results.unit) ?? results.unit,
    `${PAGE_WORDS.period}${results.period.id}`,
    ...(results.dataAsOf === undefined ? [] : [`${PAGE_WORDS.asOf}${formatDate(results.dataAsOf)}`]),
    results.criteria.label,
  ].join(' · ');
}

/** Read by script alone when a figure is asked for; a block of data is no script. */
const traceBlock = (book: TraceBook, links: TraceLinks, period: string): Pieces =>
  elementPieces('script', { type: 'application/json', id: 'nguon-so' }, traceData(book, links, period));

const dialog = (): Markup =>
  element(
    'dialog',
    { id: 'xem-so', 'aria-labelledby': 'xem-so-ten' },
    element(
      'div',
      { class: 'bar-top' },
      element('button', { type: 'button', id: 'xem-so-lui', hidden: true }, PAGE_WORDS.back),
      element('button', { type: 'button', id: 'xem-so-dong' }, PAGE_WORDS.close),
    ),
    element('h2', { id: 'xem-so-ten' }),
    element('div', { id: 'xem-so-noi-dung' }),
  );

const search = (): Markup =>
  element(
    'div',
    { class: 'find', role: 'search' },
    element('label', { for: 'tim' }, PAGE_WORDS.search),
    element('input', { id: 'tim', type: 'search', placeholder: PAGE_WORDS.searchHint, autocomplete: 'off' }),
    element('button', { type: 'button', id: 'xoa-tim' }, PAGE_WORDS.clear),
    element('span', { id: 'ket-qua-tim', role: 'status', 'aria-live': 'polite' }),
  );
