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

/** A sentence that points to annexes which the text has not named; `of`: of what shape, the charts being of none. */
export function pointingToRest(
  prose: Prose,
  series: AnnexSeries,
  of: (shape: string | undefined) => boolean,
): readonly Block[] {
  const shapes = new Map(prose.wording.tables.annexes.map(({ id, shape }) => [id, shape]));
  const items = series
    .rest((id) => of(shapes.get(id)))
    .map((one, index) => prose.say('annexes.restItem', { ...one, first: index === 0 }));
  return items.length === 0
    ? []
    : [paragraph(prose.say('annexes.rest', { items: upperFirst(listed(items)) }))];
}

export const closing = (prose: Prose, issuer: string): Block => paragraph(prose.say('closing', { issuer }));

const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: runsOf(text) });

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
