/** Blocks of a comparison: those under some of today's units, and the totals of those that were divided. */
import type {
  ComparedFigure,
  ComparedFigures,
  ComparisonBlock,
  MeasureRecord,
  ResultsFigures,
} from '../model.js';
import { comparedYear, type YearFacts } from './compare-figure.js';
import type { RestatedFigures } from './restate.js';
import { addCounts, countsOf, isUsable, type ComparedIndicator, type Counts } from './sum-old-units.js';

/** Blocks that hold any of these leaves and none beyond them, each once. */
export function blocksUnder(
  { blocks }: RestatedFigures,
  leaves: readonly string[],
): readonly ComparisonBlock[] {
  const inside = new Set(leaves);
  const found = new Set(leaves.flatMap((leaf) => blocks.ofNew.get(leaf) ?? []));
  return [...found].filter(
    ({ kind, new: units }) => kind !== 'noBasis' && units.every(({ code }) => inside.has(code)),
  );
}

/** Figures of the divided blocks: today's units together against the old ones together. */
export function blockFigures(
  current: ResultsFigures,
  restated: RestatedFigures,
  facts: YearFacts,
): Readonly<Record<string, ComparedFigures>> {
  const byBlock: Record<string, ComparedFigures> = {};
  for (const block of restated.blocks.all) {
    const totals = restated.blockTotals.get(block.id);
    if (totals === undefined) continue;
    const found: Record<string, ComparedFigure> = {};
    for (const indicator of current.indicators) {
      const figure = totals[indicator.id];
      const measure = sumOfNewUnits(current, block, indicator);
      if (figure === undefined) continue;
      const year = comparedYear(
        {
          current: measure,
          restated: figure,
          published: [],
          landMoved: block.landMoved,
          assumed: block.assumed === true,
        },
        indicator,
        facts,
      );
      if (year !== undefined) found[indicator.id] = { current: measure, years: [year] };
    }
    byBlock[block.id] = found;
  }
  return byBlock;
}

/** Today's units of a block together, with coverage; a unit without the figure is missing, not zero. */
function sumOfNewUnits(
  { measures }: ResultsFigures,
  block: ComparisonBlock,
  indicator: ComparedIndicator,
): MeasureRecord {
  let total: Counts | undefined;
  const missing: string[] = [];
  const outside: string[] = [];
  for (const { code } of block.new) {
    const measure = measures[code]?.[indicator.id];
    if (measure?.state === 'notApplicable') {
      outside.push(code);
      continue;
    }
    const counts = measure !== undefined && isUsable(measure, indicator) ? countsOf(measure) : undefined;
    const sum = counts === undefined || total === undefined ? counts : addCounts(total, counts);
    if (sum === undefined) missing.push(code);
    else total = sum;
  }
  return {
    ...(total ?? { n: 0 }),
    reported: block.new.length - outside.length - missing.length,
    expected: block.new.length - outside.length,
    ...(missing.length === 0 ? {} : { missing }),
    ...(outside.length === 0 ? {} : { notApplicable: outside }),
  };
}
