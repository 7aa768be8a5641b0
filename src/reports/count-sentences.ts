/** Sentences that list counts, and those that count units: "các xã đã ban hành 18 văn bản và tổ chức 07 cuộc họp". */
import { numberComparison } from './comparison-sentences.js';
import { absentCount, absentFrom } from './coverage.js';
import { isOwn } from './frame.js';
import type { CountPhrase, Entry } from './outline.js';
import { targetSentences } from './target-sentences.js';
import { figure, isHeard, printed, sharesOf, type Teller, type Told } from './teller.js';
import { listed, lowerFirst } from './vietnamese-list.js';

type CountsEntry = Extract<Entry, { kind: 'counts' }>;
type UnitsEntry = Extract<Entry, { kind: 'units' }>;

/** The list of what was reported, then what did not occur, then targets. */
export function countsSentences(
  teller: Teller,
  entry: CountsEntry,
  told: readonly Told[],
): readonly string[] {
  const heard = told.filter(isHeard);
  const some = heard.filter(({ measure }) => measure.n !== 0);
  const none = heard.filter(({ measure }) => measure.n === 0);
  const leads =
    entry.dependsOn === undefined || some.some(({ indicator }) => indicator.id === entry.dependsOn);
  // "in which …" needs what it is part of; without it the figures are told plainly.
  const form: CountsEntry = leads ? entry : { ...entry, lead: 'whole', phrases: {} };
  return [
    ...(some.length === 0 ? [] : [listSentence(teller, form, some)]),
    ...(none.length === 0
      ? []
      : [
          teller.say('counts.zero', {
            items: none.map((one) => figureName(teller, entry, one)).join('; '),
            partial: none.some(isPartial),
          }),
        ]),
    ...heard.flatMap((one) =>
      numberComparison(teller, one, { name: countName(teller, entry, one), unit: one.indicator.unit }),
    ),
    ...heard.flatMap((one) => targetSentences(teller, one, one.indicator.unit, isPartial(one))),
  ];
}

/** "số mô hình điểm"; an amount by its label. */
const countName = (teller: Teller, entry: CountsEntry, told: Told): string => {
  const name = figureName(teller, entry, told);
  return told.indicator.kind === 'amount' || /^(số|tổng) /u.test(name)
    ? name
    : teller.say('comparison.countName', { name });
};

const isPartial = ({ measure }: Told): boolean => measure.reported < measure.expected;

/** Who reported is said once when it holds for the whole list, else behind each figure. */
function listSentence(teller: Teller, entry: CountsEntry, told: readonly Told[]): string {
  const shares = told.map((one) => `${String(one.measure.reported)}/${String(one.measure.expected)}`);
  const alike = new Set(shares).size === 1;
  const items = told.map((one) => {
    const phrase: CountPhrase | undefined = entry.phrases[one.indicator.id];
    const n = figure(teller, one.indicator.id, 'n', printed(teller, one.indicator, one.measure.n));
    const text =
      phrase === undefined
        ? teller.say('counts.item', { n, unit: one.indicator.unit, label: label(one) })
        : phrase.rest({ ...teller.frame.words, n });
    const share = alike || !isPartial(one) ? '' : ` ${teller.say('counts.share', sharesOf(teller, one))}`;
    return { verb: phrase?.verb ?? '', text: text + share };
  });
  const texts = items.map(({ verb, text }, index) =>
    verb === '' || items[index - 1]?.verb === verb ? text : `${verb} ${text}`,
  );
  const [first] = told;
  return teller.say(`counts.${entry.lead}`, {
    list: listed(texts, entry.joint),
    partial: told.some(isPartial),
    alike,
    ...(first === undefined ? {} : sharesOf(teller, first)),
  });
}

const label = ({ indicator }: Told): string => lowerFirst(indicator.label);

/** What a figure is called inside a sentence: counts by their phrase without the number, others by their label. */
export function figureName(teller: Teller, entry: Entry, told: Told): string {
  if (entry.kind === 'base') {
    return teller.say('rate.otherBaseName', {
      base: told.indicator.baseLabel ?? teller.say('base.unnamed', {}),
    });
  }
  const phrase = entry.kind === 'counts' ? entry.phrases[told.indicator.id] : undefined;
  return phrase === undefined || told.indicator.kind === 'amount'
    ? label(told)
    : phrase.rest({ ...teller.frame.words, n: '' });
}

/** "có 03/14 xã, thị trấn được đề nghị …"; no rate, the title being selective and decided later. */
export function unitsSentences(
  teller: Teller,
  entry: UnitsEntry,
  told: Told,
  /** The sentence before named the day and the units without decision. */
  again = false,
): readonly string[] {
  const { indicator, measure } = told;
  const partial = absentCount(absentFrom(teller.frame, measure, indicator.id)) > 0;
  const { count } = teller.frame;
  const what = entry.what(teller.frame.words);
  const data = {
    where: teller.say('units.where', { partial }),
    n: figure(teller, indicator.id, 'n', count(measure.n)),
    d: figure(
      teller,
      indicator.id,
      measure.d === undefined ? 'reported' : 'd',
      count(measure.d ?? measure.reported),
    ),
    what,
    yes: measure.n > 0,
    dated: entry.dated && !again && teller.frame.words['asOf'] !== '',
    pending:
      again || measure.pending === undefined || measure.pending === 0
        ? ''
        : figure(teller, indicator.id, 'pending', count(measure.pending)),
  };
  return [
    teller.say(
      isOwn(teller.frame.results, teller.frame.leaves)
        ? 'units.own'
        : measure.n === 0
          ? 'units.zero'
          : 'units',
      data,
    ),
    ...numberComparison(teller, told, {
      name: teller.say('comparison.name', { unit: teller.say('unit.communes', {}), what }),
      unit: teller.say('comparison.unit', {}),
    }),
    ...targetSentences(teller, told, teller.say('unit.communes', {}), partial),
  ];
}
