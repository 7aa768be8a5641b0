/** Sentences that count units: "có 03/14 xã, thị trấn được đề nghị …". */
import { NOTHING } from './comparison-sentences.js';
import { isOtherLaw, numberComparison } from './number-comparison.js';
import { countedNames } from '../prose/counted-units.js';
import { isOwn } from '../prose/frame.js';
import { openingWords } from '../prose/opening-words.js';
import { figure, type IndicatorResult, type Prose } from '../prose/prose.js';
import { coverageMark, type Telling } from '../prose/telling.js';
import { targetOfWhole } from './judged-targets.js';
import { targetSentences } from './target-sentences.js';
import type { Entry } from '../wording/outline.js';

type UnitsEntry = Extract<Entry, { kind: 'units' }>;

/** "có 03/14 xã, thị trấn được đề nghị …"; no rate, the title being selective and decided later. */
export function unitsSentences(
  prose: Prose,
  entry: UnitsEntry,
  result: IndicatorResult,
  telling: Telling,
): readonly string[] {
  const { indicator, measure } = result;
  const pending = measure.pending ?? 0;
  // What waits for its decision was said of the units that were proposed.
  const isSaid = pending > 0 || (telling.nobody && targetOfWhole(prose, result) === undefined);
  if (measure.n === 0 && (isSaid || !indicator.headline)) return [];
  telling.nobody ||= measure.n === 0;
  const { count } = prose.frame;
  const what = entry.what(prose.frame.words);
  const dated = entry.dated && telling.fresh && prose.frame.words['asOf'] !== '';
  const quantity = measure.d === undefined ? 'reported' : 'd';
  const data = {
    opening: dated ? '' : openingWords(prose, [result], telling),
    n: figure(prose, indicator.id, 'n', count(measure.n)),
    d: figure(prose, indicator.id, quantity, count(measure.d ?? measure.reported)),
    what,
    mark: coverageMark(prose, result, telling),
    names: countedNames(prose, indicator.id),
    yes: measure.n > 0,
    dated,
    allPending: pending > 0 && pending === measure.n,
    pending: pending === 0 ? '' : figure(prose, indicator.id, 'pending', count(pending)),
  };
  telling.fresh = false;
  const own = isOwn(prose.frame.results, prose.frame.leaves);
  // Under another law it is another title.
  const compared = isOtherLaw(prose, result)
    ? NOTHING
    : numberComparison(prose, result, {
        name: prose.say('comparison.name', { unit: prose.say('unit.communes', {}), what }),
        unit: prose.say('comparison.unit', {}),
        ofCommunes: true,
        pendingTold: true,
      });
  return [
    prose.say(own ? 'units.own' : measure.n === 0 ? 'units.zero' : 'units', {
      ...data,
      comparison: compared.clause,
    }),
    ...compared.after,
    ...targetSentences(prose, result, { unit: prose.say('unit.communes', {}) }),
  ];
}
