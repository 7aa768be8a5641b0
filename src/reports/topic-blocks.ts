/** The blocks of one topic: a paragraph per entry, then who is not in the figures. */
import type { Block, MeasureRecord } from '../model.js';
import { countsSentences, labelsOf, unitsSentences } from './count-sentences.js';
import { absentCount, absentFrom, absentKey, absentNames, reasonsText, type Absent } from './coverage.js';
import type { Entry, Topic } from './outline.js';
import { rateSentences } from './rate-sentences.js';
import { fractionOf, isHeard, printed, printedRate, toldOf, type Teller, type Told } from './teller.js';
import { listed, lowerFirst, paragraphOf } from './vietnamese-list.js';

/** What a part has already said, so that it is not said again. */
export interface PartMemory {
  /** The period was named. */
  opened: boolean;
  /** Absent units already named with their reasons. */
  readonly named: Set<string>;
}

export const freshMemory = (): PartMemory => ({ opened: false, named: new Set() });

interface Spoken {
  readonly told: Told;
  readonly absent: Absent;
}

/** Heading and paragraphs; empty for a topic without any indicator in this criteria set. */
export function topicBlocks(teller: Teller, topic: Topic, memory: PartMemory): readonly Block[] {
  const known = topic.entries.flatMap((entry) => {
    const told = indicatorsOf(entry).flatMap((id) => toldOf(teller, id) ?? []);
    return told.length === 0 ? [] : [{ entry, told }];
  });
  if (known.length === 0) return [];
  const all = known.flatMap(({ told }) => told);
  const paragraphs = all.some(isHeard)
    ? toldParagraphs(teller, known, memory)
    : [teller.say('nothing', { about: topic.subject(teller.frame.words) })];
  return [
    { kind: 'heading', level: 2, text: topic.title(teller.frame.words) },
    ...paragraphs.map((text): Block => ({ kind: 'paragraph', runs: [{ text }] })),
  ];
}

export const indicatorsOf = (entry: Entry): readonly string[] =>
  entry.kind === 'counts' ? entry.indicators : [entry.indicator];

function toldParagraphs(
  teller: Teller,
  known: readonly { readonly entry: Entry; readonly told: readonly Told[] }[],
  memory: PartMemory,
): readonly string[] {
  const paragraphs: string[] = [];
  const spoken: Spoken[] = [];
  const unheard: Told[] = [];
  let last: string | undefined;
  for (const { entry, told } of known) {
    const heard = told.filter(isHeard).map((one) => ({ told: one, absent: absentOf(teller, one) }));
    if (!entry.optional) unheard.push(...told.filter((one) => !isHeard(one)));
    const [first] = heard;
    if (first === undefined) continue;
    spoken.push(...heard);
    const key = absentKey(first.absent);
    const opening = entry.kind !== 'rate' || key === last ? '' : openingOf(teller, first, memory);
    if (entry.kind === 'rate') last = key;
    paragraphs.push(paragraphOf(entrySentences(teller, entry, told, first, opening)));
  }
  return [
    ...paragraphs.filter((text) => text !== ''),
    ...(unheard.length === 0 ? [] : [teller.say('nothing', { about: labelsOf(unheard) })]),
    ...coverageParagraph(teller, spoken, memory),
  ];
}

const absentOf = (teller: Teller, { indicator, measure }: Told): Absent =>
  absentFrom(teller.frame, measure, indicator.id);

function entrySentences(
  teller: Teller,
  entry: Entry,
  told: readonly Told[],
  first: Spoken,
  opening: string,
): readonly string[] {
  switch (entry.kind) {
    case 'rate':
      return rateSentences(teller, entry, first.told, first.absent, opening);
    case 'base':
      return otherBase(teller, first.told, entry);
    case 'units':
      return unitsSentences(teller, entry, first.told);
    case 'counts':
      return countsSentences(teller, entry, told);
  }
}

/** "Năm 2024, toàn huyện": the period once a part, the whole once a topic, who reported when not all did. */
function openingOf(teller: Teller, { told, absent }: Spoken, memory: PartMemory): string {
  const partial = absentCount(absent) > 0;
  const kind = memory.opened ? (partial ? 'partial' : 'whole') : partial ? 'periodPartial' : 'period';
  memory.opened = true;
  return teller.say(`opening.${kind}`, shares(teller, told.measure));
}

const shares = ({ frame }: Teller, measure: MeasureRecord) => ({
  reported: frame.count(measure.reported),
  expected: frame.count(measure.expected),
});

function otherBase(
  teller: Teller,
  { indicator, measure }: Told,
  entry: Extract<Entry, { kind: 'base' }>,
): readonly string[] {
  const rate = fractionOf(measure);
  if (rate === undefined) return [];
  return [
    teller.say('rate.otherBase', {
      base: indicator.baseLabel ?? teller.say('base.unnamed', {}),
      d: printed(teller, indicator, rate.denominator),
      unit: entry.unit ?? indicator.unit,
      what: entry.what(teller.frame.words),
      rate: printedRate(teller, rate),
    }),
  ];
}

/** A headline rate for which the run found no lowest and highest value. */
const isUnbounded = ({ indicator, measure }: Told): boolean =>
  indicator.headline && indicator.kind === 'rate' && measure.bounds === undefined;

/** One sentence for each set of absent units; the figures are named when a topic has more than one. */
function coverageParagraph(teller: Teller, spoken: readonly Spoken[], memory: PartMemory): readonly string[] {
  const sets = new Map<string, Spoken[]>();
  for (const one of spoken) {
    const key = absentKey(one.absent);
    sets.set(key, [...(sets.get(key) ?? []), one]);
  }
  const several = sets.size > 1;
  const sentences = [...sets].flatMap(([key, members]) => {
    const [first] = members;
    if (first === undefined || absentCount(first.absent) === 0) return [];
    const about = several ? listed(members.map(({ told }) => lowerFirst(told.indicator.label))) : '';
    const data = {
      about,
      several: first.absent.size > 1,
      unbounded: members.some(({ told }) => isUnbounded(told)),
      ...shares(teller, first.told.measure),
    };
    if (memory.named.has(key)) {
      return [
        teller.say('coverage.again', { ...data, names: absentNames(teller.frame, teller.say, first.absent) }),
      ];
    }
    memory.named.add(key);
    return [
      teller.say('coverage.partial', {
        ...data,
        reasons: reasonsText(teller.frame, teller.say, first.absent),
      }),
    ];
  });
  return sentences.length === 0 ? [] : [paragraphOf(sentences)];
}
