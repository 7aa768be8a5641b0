/** The blocks of one topic: a paragraph per entry, then who is not in the figures. */
import type { Block } from '../model.js';
import { countsSentences, figureName, unitsSentences } from './count-sentences.js';
import { absentCount, absentFrom, absentKey } from './coverage.js';
import { coverageParagraph, type Spoken } from './coverage-paragraph.js';
import { runsOf } from './figure-marks.js';
import type { Entry, Topic } from './outline.js';
import { rateSentences } from './rate-sentences.js';
import {
  figure,
  fractionOf,
  isHeard,
  printed,
  printedRate,
  sharesOf,
  toldOf,
  type Teller,
  type Told,
} from './teller.js';
import { paragraphOf } from './vietnamese-list.js';

/** What a part has already said, so that it is not said again. */
export interface PartMemory {
  /** The period was named. */
  opened: boolean;
  /** Absent units already named with their reasons. */
  readonly named: Set<string>;
}

export const freshMemory = (): PartMemory => ({ opened: false, named: new Set() });

/** Heading and paragraphs; empty for a topic of which the criteria set or the kind of period asks nothing. */
export function topicBlocks(teller: Teller, topic: Topic, memory: PartMemory): readonly Block[] {
  const known = topic.entries.flatMap((entry) => {
    const told = indicatorsOf(entry)
      .flatMap((id) => toldOf(teller, id) ?? [])
      .filter(isAskedOrSent);
    return told.length === 0 ? [] : [{ entry, told }];
  });
  if (known.length === 0) return [];
  const all = known.flatMap(({ told }) => told);
  const paragraphs = all.some(isHeard)
    ? toldParagraphs(teller, known, memory)
    : [teller.say('nothing', { about: topic.subject(teller.frame.words) })];
  return [
    { kind: 'heading', level: 2, text: topic.title(teller.frame.words) },
    ...paragraphs.map((text): Block => ({ kind: 'paragraph', runs: runsOf(text) })),
  ];
}

/** What the kind of period does not ask for is left to the report of the year, unless somebody gave a figure. */
const isAskedOrSent = ({ indicator, measure }: Told): boolean =>
  indicator.notDue !== true || measure.n > 0 || (measure.d ?? 0) > 0;

export const indicatorsOf = (entry: Entry): readonly string[] =>
  entry.kind === 'counts' ? entry.indicators : [entry.indicator];

function toldParagraphs(
  teller: Teller,
  known: readonly { readonly entry: Entry; readonly told: readonly Told[] }[],
  memory: PartMemory,
): readonly string[] {
  const paragraphs: string[] = [];
  const spoken: Spoken[] = [];
  const unheard: string[] = [];
  let last: string | undefined;
  let undecided: string | undefined;
  for (const { entry, told } of known) {
    const heard = told.filter(isHeard).map((one) => spokenOf(teller, entry, one));
    if (!entry.optional) {
      unheard.push(...told.filter((one) => !isHeard(one)).map((one) => figureName(teller, entry, one)));
    }
    const [first] = heard;
    if (first === undefined) continue;
    spoken.push(...heard);
    const key = absentKey(first.absent);
    const opens = entry.kind === 'rate' || entry.kind === 'base';
    const opening = !opens || key === last ? '' : openingOf(teller, first, memory);
    if (opens) last = key;
    const open = entry.kind === 'units' && entry.dated ? undecidedKey(first) : undefined;
    const again = open !== undefined && open === undecided;
    undecided = open;
    paragraphs.push(paragraphOf(entrySentences(teller, entry, told, first, { opening, again })));
  }
  return [
    ...paragraphs.filter((text) => text !== ''),
    ...(unheard.length === 0 ? [] : [teller.say('nothing', { about: unheard.join('; ') })]),
    ...coverageParagraph(teller, spoken, memory.named),
  ];
}

/** Two titles of the same units that wait for the same decisions: the second sentence need not say it again. */
const undecidedKey = ({ told: { measure }, absent }: Spoken): string =>
  `${String(measure.pending ?? 0)} ${absentKey(absent)}`;

const spokenOf = (teller: Teller, entry: Entry, told: Told): Spoken => ({
  told,
  absent: absentFrom(teller.frame, told.measure, told.indicator.id),
  name: figureName(teller, entry, told),
  asRate: entry.kind === 'rate',
});

function entrySentences(
  teller: Teller,
  entry: Entry,
  told: readonly Told[],
  first: Spoken,
  { opening, again }: { readonly opening: string; readonly again: boolean },
): readonly string[] {
  switch (entry.kind) {
    case 'rate':
      return rateSentences(teller, entry, first.told, first.absent, opening);
    case 'base':
      return otherBase(teller, first, entry, opening);
    case 'units':
      return unitsSentences(teller, entry, first.told, again);
    case 'counts':
      return countsSentences(teller, entry, told);
  }
}

/** "Năm 2024, toàn huyện": the period once a part, the whole once a topic, who reported when not all did. */
function openingOf(teller: Teller, { told, absent }: Spoken, memory: PartMemory): string {
  const partial = absentCount(absent) > 0;
  const kind = memory.opened ? (partial ? 'partial' : 'whole') : partial ? 'periodPartial' : 'period';
  memory.opened = true;
  return teller.say(`opening.${kind}`, sharesOf(teller, told));
}

function otherBase(
  teller: Teller,
  { told: { indicator, measure }, absent }: Spoken,
  entry: Extract<Entry, { kind: 'base' }>,
  opening: string,
): readonly string[] {
  const rate = fractionOf(measure);
  if (rate === undefined) return [];
  return [
    teller.say('rate.otherBase', {
      opening,
      partial: absentCount(absent) > 0,
      n: figure(teller, indicator.id, 'n', printed(teller, indicator, rate.numerator)),
      base: indicator.baseLabel ?? teller.say('base.unnamed', {}),
      d: figure(teller, indicator.id, 'd', printed(teller, indicator, rate.denominator)),
      unit: entry.unit ?? indicator.unit,
      what: entry.what(teller.frame.words),
      rate: figure(teller, indicator.id, 'rate', printedRate(teller, rate)),
    }),
  ];
}
