/** What figures are called inside sentences. */
import type { IndicatorResult, Prose } from '../prose/prose.js';
import { GOES_ON } from '../prose/vietnamese-list.js';
import { lowerFirst } from '../../values/vietnamese-text.js';
import type { CountsEntry, Entry } from '../wording/outline.js';

/** A phrase without its figures. */
const NO_DATA = {
  n: '',
  d: '',
  rate: '',
  change: '',
  share: '',
  sum: '',
  districts: '',
  names: '',
  kinds: '',
  beyond: '',
  first: '',
  all: '',
};

/** What a figure is called inside a sentence: counts by their phrase without the number, others by their label. */
export function figureName(prose: Prose, entry: Entry, { indicator }: IndicatorResult): string {
  if (entry.kind === 'base') {
    return prose.say('rate.otherBaseName', { base: indicator.baseLabel ?? prose.say('base.unnamed', {}) });
  }
  const phrase = entry.kind === 'counts' ? entry.phrases[indicator.id] : undefined;
  // A phrase that goes on from the one before it is no name.
  if (phrase === undefined || indicator.kind !== 'count' || phrase.verb.startsWith(GOES_ON))
    return lowerFirst(indicator.label);
  const data = { ...prose.frame.words, ...NO_DATA };
  return `${phrase.rest(data)} ${phrase.of?.(data) ?? ''}`.replace(/\s+/gu, ' ').trim();
}

/** "số mô hình điểm"; an amount by its label. */
export const countName = (prose: Prose, entry: CountsEntry, result: IndicatorResult): string => {
  const name = figureName(prose, entry, result);
  return result.indicator.kind === 'amount' || /^(số|tổng) /u.test(name)
    ? name
    : prose.say('comparison.countName', { name });
};
