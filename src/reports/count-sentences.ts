/** Sentences that list counts, and those that count units: "các xã đã ban hành 18 văn bản và tổ chức 07 cuộc họp". */
import { absentCount, absentFrom } from './coverage.js';
import { isOwn } from './frame.js';
import type { CountPhrase, Entry } from './outline.js';
import { targetSentences } from './target-sentences.js';
import { isHeard, printed, type Teller, type Told } from './teller.js';
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
  const base = heard.find(({ indicator }) => indicator.id === entry.dependsOn);
  const usable = entry.dependsOn === undefined || base !== undefined ? heard : [];
  const some = usable.filter(({ measure }) => measure.n !== 0);
  const none = usable.filter(({ measure }) => measure.n === 0);
  const shown = entry.dependsOn !== undefined && base?.measure.n === 0 ? [] : some;
  return [
    ...(shown.length === 0 ? [] : [listSentence(teller, entry, shown)]),
    ...(none.length === 0 ? [] : [teller.say('counts.zero', { labels: labelsOf(none) })]),
    ...heard.flatMap((one) => targetSentences(teller, one, one.indicator.unit, isPartial(one))),
  ];
}

const isPartial = ({ measure }: Told): boolean => measure.reported < measure.expected;

function listSentence(teller: Teller, entry: CountsEntry, told: readonly Told[]): string {
  const items = told.map((one) => {
    const phrase: CountPhrase | undefined = entry.phrases[one.indicator.id];
    const n = printed(teller, one.indicator, one.measure.n);
    return phrase === undefined
      ? { verb: '', text: teller.say('counts.item', { n, unit: one.indicator.unit, label: label(one) }) }
      : { verb: phrase.verb, text: phrase.rest({ ...teller.frame.words, n }) };
  });
  const texts = items.map(({ verb, text }, index) =>
    verb === '' || items[index - 1]?.verb === verb ? text : `${verb} ${text}`,
  );
  return teller.say(`counts.${entry.lead}`, {
    list: listed(texts, entry.joint),
    partial: told.some(isPartial),
  });
}

const label = ({ indicator }: Told): string => lowerFirst(indicator.label);

/** "số lớp tập huấn; số cuộc kiểm tra". */
export const labelsOf = (told: readonly Told[]): string => told.map(label).join('; ');

/** "có 03/14 xã, thị trấn được đề nghị …"; no rate, the title being selective and decided later. */
export function unitsSentences(teller: Teller, entry: UnitsEntry, told: Told): readonly string[] {
  const { indicator, measure } = told;
  const partial = absentCount(absentFrom(teller.frame, measure, indicator.id)) > 0;
  const { count } = teller.frame;
  const what = entry.what(teller.frame.words);
  const data = {
    where: teller.say('units.where', { partial }),
    n: count(measure.n),
    d: count(measure.d ?? measure.reported),
    what,
    yes: measure.n > 0,
    dated: entry.dated && teller.frame.words['asOf'] !== '',
    pending: measure.pending === undefined || measure.pending === 0 ? '' : count(measure.pending),
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
    ...targetSentences(teller, told, teller.say('unit.communes', {}), partial),
  ];
}
