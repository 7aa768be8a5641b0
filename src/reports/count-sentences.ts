/** Sentences that list counts, and those that count units: "các xã đã ban hành 18 văn bản và tổ chức 07 cuộc họp". */
import { numberComparison } from './comparison-sentences.js';
import { absentCount, absentFrom } from './coverage.js';
import { isOwn } from './frame.js';
import type { CountPhrase, Entry } from './outline.js';
import { targetSentences } from './target-sentences.js';
import { figure, isReported, printed, sharesOf, type Prose, type IndicatorResult } from './prose.js';
import { listed } from './vietnamese-list.js';
import { lowerFirst } from '../values/vietnamese-text.js';

type CountsEntry = Extract<Entry, { kind: 'counts' }>;
type UnitsEntry = Extract<Entry, { kind: 'units' }>;

/** The list of what was reported, then what did not occur, then targets. */
export function countsSentences(
  prose: Prose,
  entry: CountsEntry,
  results: readonly IndicatorResult[],
): readonly string[] {
  const reported = results.filter(isReported);
  const some = reported.filter(({ measure }) => measure.n !== 0);
  const none = reported.filter(({ measure }) => measure.n === 0);
  const leads =
    entry.dependsOn === undefined || some.some(({ indicator }) => indicator.id === entry.dependsOn);
  // "in which …" needs what it is part of; without it the figures are listed plainly.
  const form: CountsEntry = leads ? entry : { ...entry, lead: 'whole', phrases: {} };
  return [
    ...(some.length === 0 ? [] : [listSentence(prose, form, some)]),
    ...(none.length === 0
      ? []
      : [
          prose.say('counts.zero', {
            items: none.map((one) => figureName(prose, entry, one)).join('; '),
            partial: none.some(isPartial),
          }),
        ]),
    ...reported.flatMap((one) =>
      numberComparison(prose, one, { name: countName(prose, entry, one), unit: one.indicator.unit }),
    ),
    ...reported.flatMap((one) => targetSentences(prose, one, one.indicator.unit, isPartial(one))),
  ];
}

/** "số mô hình điểm"; an amount by its label. */
const countName = (prose: Prose, entry: CountsEntry, result: IndicatorResult): string => {
  const name = figureName(prose, entry, result);
  return result.indicator.kind === 'amount' || /^(số|tổng) /u.test(name)
    ? name
    : prose.say('comparison.countName', { name });
};

const isPartial = ({ measure }: IndicatorResult): boolean => measure.reported < measure.expected;

/** Who reported is said once when it holds for the whole list, else behind each figure. */
function listSentence(prose: Prose, entry: CountsEntry, results: readonly IndicatorResult[]): string {
  const shares = results.map((one) => `${String(one.measure.reported)}/${String(one.measure.expected)}`);
  const alike = new Set(shares).size === 1;
  const items = results.map((one) => {
    const phrase: CountPhrase | undefined = entry.phrases[one.indicator.id];
    const n = figure(prose, one.indicator.id, 'n', printed(prose, one.indicator, one.measure.n));
    const text =
      phrase === undefined
        ? prose.say('counts.item', { n, unit: one.indicator.unit, label: label(one) })
        : phrase.rest({ ...prose.frame.words, n });
    const share = alike || !isPartial(one) ? '' : ` ${prose.say('counts.share', sharesOf(prose, one))}`;
    return { verb: phrase?.verb ?? '', text: text + share };
  });
  const texts = items.map(({ verb, text }, index) =>
    verb === '' || items[index - 1]?.verb === verb ? text : `${verb} ${text}`,
  );
  const [first] = results;
  return prose.say(`counts.${entry.lead}`, {
    list: listed(texts, entry.joint),
    partial: results.some(isPartial),
    alike,
    ...(first === undefined ? {} : sharesOf(prose, first)),
  });
}

const label = ({ indicator }: IndicatorResult): string => lowerFirst(indicator.label);

/** What a figure is called inside a sentence: counts by their phrase without the number, others by their label. */
export function figureName(prose: Prose, entry: Entry, result: IndicatorResult): string {
  if (entry.kind === 'base') {
    return prose.say('rate.otherBaseName', {
      base: result.indicator.baseLabel ?? prose.say('base.unnamed', {}),
    });
  }
  const phrase = entry.kind === 'counts' ? entry.phrases[result.indicator.id] : undefined;
  return phrase === undefined || result.indicator.kind === 'amount'
    ? label(result)
    : phrase.rest({ ...prose.frame.words, n: '' });
}

/** "có 03/14 xã, thị trấn được đề nghị …"; no rate, the title being selective and decided later. */
export function unitsSentences(
  prose: Prose,
  entry: UnitsEntry,
  result: IndicatorResult,
  /** The sentence before named the day and the units without decision. */
  again = false,
): readonly string[] {
  const { indicator, measure } = result;
  const partial = absentCount(absentFrom(prose.frame, measure, indicator.id)) > 0;
  const { count } = prose.frame;
  const what = entry.what(prose.frame.words);
  const data = {
    where: prose.say('units.where', { partial }),
    n: figure(prose, indicator.id, 'n', count(measure.n)),
    d: figure(
      prose,
      indicator.id,
      measure.d === undefined ? 'reported' : 'd',
      count(measure.d ?? measure.reported),
    ),
    what,
    yes: measure.n > 0,
    dated: entry.dated && !again && prose.frame.words['asOf'] !== '',
    pending:
      again || measure.pending === undefined || measure.pending === 0
        ? ''
        : figure(prose, indicator.id, 'pending', count(measure.pending)),
  };
  return [
    prose.say(
      isOwn(prose.frame.results, prose.frame.leaves) ? 'units.own' : measure.n === 0 ? 'units.zero' : 'units',
      data,
    ),
    ...numberComparison(prose, result, {
      name: prose.say('comparison.name', { unit: prose.say('unit.communes', {}), what }),
      unit: prose.say('comparison.unit', {}),
    }),
    ...targetSentences(prose, result, prose.say('unit.communes', {}), partial),
  ];
}
