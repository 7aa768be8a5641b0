/** What holds the report together: references to its annexes, and how it ends. */
import type { Annex, Block, Report } from '../model.js';
import type { AnnexSeries } from './annex-series.js';
import { CHARTS } from './wording/outline.js';
import { runsOf } from './prose/figure-marks.js';
import type { Prose } from './prose/prose.js';
import { listed } from './prose/vietnamese-list.js';
import { upperFirst } from '../values/vietnamese-text.js';

/** The prose of the text: it names annexes by the numbers they have in this report, and only those that are printed. */
export function pointingTo(prose: Prose, annexes: readonly Annex[], series: AnnexSeries): Prose {
  const numbered = (declared: () => string | undefined) => (): string | undefined => {
    const number = declared();
    const isPrinted = annexes.some((annex) => annex.number === number);
    return number !== undefined && isPrinted ? series.numberOf(number) : undefined;
  };
  return { ...prose, listAnnex: numbered(prose.listAnnex), remarksAnnex: numbered(prose.remarksAnnex) };
}

/** The annexes that the text has not named, then the closing words. Who sent what is a working table, no part of what is reported. */
export function ending(prose: Prose, series: AnnexSeries, issuer: string): readonly Block[] {
  const working = prose.wording.tables.annexes.flatMap(({ shape, id }) =>
    shape === 'submissions' ? [id] : [],
  );
  const items = series
    .rest()
    .filter(({ id }) => !working.includes(id))
    .map((one, index) => prose.say('annexes.restItem', { ...one, first: index === 0 }));
  return [
    ...(items.length === 0 ? [] : [prose.say('annexes.rest', { items: upperFirst(listed(items)) })]),
    prose.say('closing', { issuer }),
  ].map((text): Block => ({ kind: 'paragraph', runs: runsOf(text) }));
}

/** Where the charts stand among the annexes, when they are one. */
export function chartsAnnex(
  prose: Prose,
  annexes: readonly Annex[],
  series: AnnexSeries,
): Report['chartsAnnex'] {
  const { order } = series;
  const at = order.indexOf(CHARTS);
  const number = at < 0 ? undefined : series.numberOf(CHARTS);
  if (number === undefined) return undefined;
  const printed = new Set(annexes.map(({ table }) => table.id));
  const before = order.slice(0, at).filter((id) => printed.has(id)).length;
  return { number, title: upperFirst(prose.say('charts.title', {})), before };
}
