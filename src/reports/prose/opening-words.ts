/** How a sentence begins: the period once a section, the whole once a paragraph, nothing in the sentences behind it. */
import { isPartialFigure } from './coverage.js';
import type { IndicatorResult, Prose } from './prose.js';
import type { Telling } from './telling.js';

/** "Năm 2024, toàn huyện"; a sum that lacks units is never called that of the whole. */
export function openingWords(prose: Prose, result: IndicatorResult, telling: Telling): string {
  const partial = isPartialFigure(result.measure);
  const { opened, fresh } = telling;
  telling.opened = true;
  telling.fresh = false;
  if (!opened) return prose.say(partial ? 'opening.periodPartial' : 'opening.period', {});
  return fresh && !partial ? prose.say('opening.whole', {}) : '';
}
