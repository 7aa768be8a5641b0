/** How a sentence begins: the period once a section, whose figures follow, the whole once a paragraph. */
import { upperFirst } from '../../values/vietnamese-text.js';
import { lacksUnits } from '../../measures/settled-target.js';
import type { IndicatorResult, Prose } from './prose.js';
import { statedText, statedUnits, type Telling } from './telling.js';

/** "Năm 2024, toàn huyện"; a sum that lacks units is never called that of the whole. `results`: what the sentence tells. */
export function openingWords(prose: Prose, results: readonly IndicatorResult[], telling: Telling): string {
  const partial = results.some(({ measure }) => lacksUnits(measure));
  const { opened, fresh } = telling;
  telling.opened = true;
  telling.fresh = false;
  const stated = statedText(prose, statedUnits(prose, results, telling));
  if (!opened) {
    const period = prose.say(partial || stated !== '' ? 'opening.periodPartial' : 'opening.period', {});
    return stated === '' ? period : `${period} ${stated}`;
  }
  if (stated !== '') return upperFirst(stated);
  return fresh && !partial ? prose.say('opening.whole', {}) : '';
}
