/** theo-doi.html: one page that opens by a double click, without network, safe whatever communes typed. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Chart, LongTable, ResultsDocument, StatusDocument } from '../model.js';
import { unitFullName } from '../units/names/unit-name.js';
import { formatCount, formatDate } from '../values/number-format.js';
import { upperFirst } from '../values/vietnamese-text.js';
import { joined, utf8Pieces } from './byte-pieces.js';
import { barChart } from './html/bar-chart.js';
import { dataTable } from './html/data-table.js';
import { findingGroups, severityFilter } from './html/findings-list.js';
import {
  element,
  elementPieces,
  inPieces,
  ownText,
  type Content,
  type Markup,
  type Pieces,
} from './html/markup.js';
import { daysLeftWords, PAGE_WORDS } from './html/words.js';

export interface TrackingPage {
  readonly results: ResultsDocument;
  readonly status: StatusDocument;
  /** Shown in this order; the tables about senders stand under the status. */
  readonly tables: readonly LongTable[];
  readonly charts?: readonly Chart[];
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

function sectionsOf({ results, status, tables, charts = [] }: TrackingPage, names: UnitNames): Section[] {
  const toTable = (table: LongTable): Pieces => dataTable(table, results.decimals);
  const senders = tables.filter(isTracking).map(toTable);
  const others = tables.filter((table) => !isTracking(table)).map(toTable);
  const drawn: Section = {
    id: 'bieu-do',
    heading: PAGE_WORDS.charts,
    content: [element('div', { class: 'charts' }, charts.map(barChart))],
  };
  return [
    { id: 'tinh-hinh', heading: PAGE_WORDS.status, content: [statusOf(results, status), ...senders] },
    ...(charts.length === 0 ? [] : [drawn]),
    { id: 'bang', heading: PAGE_WORDS.tables, content: others },
    {
      id: 'can-xu-ly',
      heading: PAGE_WORDS.findings,
      content:
        results.findings.length === 0
          ? [element('p', {}, PAGE_WORDS.noFindings)]
          : [severityFilter(), findingGroups(results, (code) => names.get(code) ?? code)],
    },
  ];
}

function body(page: TrackingPage, script: string): Pieces {
  const { results, title, draft } = page;
  const names: UnitNames = new Map(results.units.map((unit) => [unit.code, unitFullName(unit)]));
  const sections = sectionsOf(page, names);
  return elementPieces(
    'body',
    { class: draft ? 'is-draft' : undefined },
    element('a', { class: 'skip', href: '#bang' }, PAGE_WORDS.skip),
    element('div', { class: 'stamp', 'aria-hidden': 'true' }, PAGE_WORDS.draft),
    element(
      'header',
      {},
      draft ? element('div', { class: 'draft' }, PAGE_WORDS.draft) : undefined,
      element('h1', {}, title),
      element('p', { class: 'facts' }, factsOf(results, names)),
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

function statusOf(results: ResultsDocument, { counts, units, ...days }: StatusDocument): Content {
  const silent = units.filter(({ state }) => state === 'notSent' || state === 'documentOnly');
  const tile = (figure: string, label: string): Markup => element('li', {}, element('b', {}, figure), label);
  const { files } = results.conservation;
  return [
    element('p', {}, countedFrom(days)),
    element(
      'ul',
      { class: 'tiles' },
      tile(`${formatCount(units.length - silent.length)}/${formatCount(units.length)}`, PAGE_WORDS.reported),
      tile(formatCount(counts.passed), PAGE_WORDS.passed),
      tile(formatCount(counts.mustCorrect), PAGE_WORDS.mustCorrect),
      tile(formatCount(counts.toConfirm), PAGE_WORDS.toConfirm),
      tile(formatCount(silent.length), PAGE_WORDS.silent),
      tile(formatCount(files.total), PAGE_WORDS.files),
    ),
    silent.length === 0
      ? element('p', {}, PAGE_WORDS.noSilent)
      : element(
          'p',
          {},
          element('b', {}, PAGE_WORDS.silentList),
          `${silent.map(({ name }) => name).join('; ')}.`,
        ),
  ];
}

/** "Tính đến ngày 30/11/2024; hạn nộp của cấp xã: 28/11/2024, đã quá 2 ngày." */
function countedFrom({
  asOf,
  deadlines: { commune },
  daysLeft,
}: Pick<StatusDocument, 'asOf' | 'deadlines' | 'daysLeft'>): string | undefined {
  const day = asOf === undefined ? [] : [`${PAGE_WORDS.countedFrom}${formatDate(asOf)}`];
  const left = daysLeft === undefined ? '' : `, ${daysLeftWords(daysLeft)}`;
  const due = commune === undefined ? [] : [`${PAGE_WORDS.deadline}${formatDate(commune)}${left}`];
  const text = [...day, ...due].join('; ');
  if (text === '') return undefined;
  return `${upperFirst(text)}.`;
}

const search = (): Markup =>
  element(
    'div',
    { class: 'find', role: 'search' },
    element('label', { for: 'tim' }, PAGE_WORDS.search),
    element('input', { id: 'tim', type: 'search', placeholder: PAGE_WORDS.searchHint, autocomplete: 'off' }),
    element('button', { type: 'button', id: 'xoa-tim' }, PAGE_WORDS.clear),
    element('span', { id: 'ket-qua-tim', role: 'status', 'aria-live': 'polite' }),
  );
