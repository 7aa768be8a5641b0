/** How a sentence begins: the period once a section, whose figures follow, the whole once a topic. */
import { lacksUnits } from '../../measures/settled-target.js';
import type { IndicatorResult, Prose } from './prose.js';
import type { Telling } from './telling.js';

/** "Năm 2024, toàn huyện"; a sum that lacks units is never called that of the whole. `results`: what the sentence tells. */
export function openingWords(prose: Prose, results: readonly IndicatorResult[], telling: Telling): string {
  const partial = results.some(({ measure }) => lacksUnits(measure));
  const { opened, fresh, wholeNamed } = telling;
  telling.opened = true;
  telling.fresh = false;
  telling.wholeNamed ||= !partial && (!opened || fresh);
  if (!opened) return prose.say(partial ? 'opening.periodPartial' : 'opening.period', {});
  return fresh && !partial && !wholeNamed ? prose.say('opening.whole', {}) : '';
}
