/** What holds the report together: references to its annexes, and how it ends. */
import type { Annex, Block, Report, TextRun } from '../model.js';
import type { AnnexSeries } from './annex-series.js';
import { CHARTS } from './wording/outline.js';
import { runsOf } from './prose/figure-marks.js';
import type { Prose } from './prose/prose.js';
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

/** The first paragraph with "(Phụ lục I)" before its full stop. */
export function withReference(
  prose: Prose,
  blocks: readonly Block[],
  numbers: readonly string[],
): readonly Block[] {
  if (numbers.length === 0) return blocks;
  const at = blocks.findIndex(({ kind }) => kind === 'paragraph');
  const text = prose.say('annexes.here', { numbers: numbers.join(', ') });
  return blocks.map((block, index) =>
    index === at && block.kind === 'paragraph' ? { ...block, runs: endingWith(block.runs, text) } : block,
  );
}

function endingWith(runs: readonly TextRun[], text: string): readonly TextRun[] {
  const last = runs.at(-1);
  if (last === undefined) return runs;
  const stopped = last.text.replace(/\.$/u, '');
  // Brackets do not follow upon brackets.
  const ended = stopped.endsWith(')') ? `${stopped.slice(0, -1)}; ${text.slice(1)}` : `${stopped} ${text}`;
  // A figure stays a run of its own.
  return last.figure === undefined
    ? [...runs.slice(0, -1), { ...last, text: `${ended}.` }]
    : [...runs, { text: ` ${text}.` }];
}

/** The annexes that the text has not named, then the closing words. */
export function ending(prose: Prose, series: AnnexSeries, issuer: string): readonly Block[] {
  const items = series.rest().map((one) => prose.say('annexes.restItem', one));
  return [
    ...(items.length === 0 ? [] : [prose.say('annexes.rest', { items: items.join('; ') })]),
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
