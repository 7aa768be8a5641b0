/** What is aimed at next, from targets.csv: the next year's targets, or those of the year that is still running. */
import type { Block, IndicatorRecord, Target } from '../../model.js';
import { printedAim } from '../../measures/target-outcome.js';
import { runsOf } from '../prose/figure-marks.js';
import { figure, indicatorResult, type Prose } from '../prose/prose.js';
import { targetOfWhole } from './judged-targets.js';
import { listed } from '../prose/vietnamese-list.js';
import { lowerFirst } from '../../values/vietnamese-text.js';

/** Nothing where no target of the compiling unit is known. */
export function aimBlocks(prose: Prose): readonly Block[] {
  const { results, root } = prose.frame;
  const { year, kind } = results.period;
  const aimed = String(kind === 'year' ? year + 1 : year);
  const items = results.indicators.flatMap((indicator) => {
    const target = [results.unit, root?.type ?? '']
      .map((scope) =>
        results.targets.find(
          (one) => one.indicator === indicator.id && one.scope === scope && one.period === aimed,
        ),
      )
      .find((one) => one !== undefined);
    const isOpen = kind !== 'H1' || !isReached(prose, indicator);
    return target === undefined || !isOpen ? [] : (aimItem(prose, indicator, target) ?? []);
  });
  if (items.length === 0) return [];
  const data = { aimedPeriod: `năm ${aimed}`, items: listed(items) };
  return [{ kind: 'paragraph', runs: runsOf(prose.say('aims', data)) }];
}

function isReached(prose: Prose, { id }: IndicatorRecord): boolean {
  const result = indicatorResult(prose, id);
  const state = result === undefined ? undefined : targetOfWhole(prose, result)?.outcome.state;
  return state === 'reached' || state === 'exceeded';
}

function aimItem(prose: Prose, indicator: IndicatorRecord, target: Target): string | undefined {
  const value = printedAim(target);
  if (value === undefined) return undefined;
  const printed = figure(prose, indicator.id, 'target', value, { period: target.period });
  return prose.say('aims.item', {
    name: lowerFirst(indicator.label),
    aim: prose.say(`aim.${target.comparator}`, { value: printed, full: value === '100%' }),
    unit: target.kind === 'count' ? indicator.unit : '',
    atMost: target.comparator === 'at_most',
  });
}
