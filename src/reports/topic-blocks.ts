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
  isOutside,
  isReported,
  printed,
  printedRate,
  sharesOf,
  indicatorResult,
  type Prose,
  type IndicatorResult,
} from './prose.js';
import { paragraphOf } from './vietnamese-list.js';
import { append } from '../values/of-many.js';

/** What a part has already said, so that it is not said again. */
export interface PartMemory {
  /** The period was named. */
  opened: boolean;
  /** Absent units already named with their reasons. */
  readonly named: Set<string>;
}

export const freshMemory = (): PartMemory => ({ opened: false, named: new Set() });

/** Heading and paragraphs; empty for a topic of which the criteria set or the kind of period asks nothing. */
export function topicBlocks(prose: Prose, topic: Topic, memory: PartMemory): readonly Block[] {
  const known = topic.entries.flatMap((entry) => {
    const results = indicatorsOf(entry)
      .flatMap((id) => indicatorResult(prose, id) ?? [])
      .filter(isAskedOrSent);
    return results.length === 0 ? [] : [{ entry, results }];
  });
  if (known.length === 0) return [];
  const all = known.flatMap(({ results }) => results);
  const paragraphs = all.some(isReported)
    ? reportedParagraphs(prose, known, memory)
    : [nothing(prose, all.every(isOutside), topic.subject(prose.frame.words))];
  return [
    { kind: 'heading', level: 2, text: topic.title(prose.frame.words) },
    ...paragraphs.map((text): Block => ({ kind: 'paragraph', runs: runsOf(text) })),
  ];
}

interface IndicatorName {
  readonly name: string;
  readonly outside: boolean;
}

/** Nobody has reported it; or it applies to no unit, which is an answer. */
const nothing = (prose: Prose, outside: boolean, about: string): string =>
  prose.say(outside ? 'nothing.outside' : 'nothing', { about });

/** What the kind of period does not ask for is left to the report of the year, unless somebody gave a figure. */
const isAskedOrSent = ({ indicator, measure }: IndicatorResult): boolean =>
  indicator.notDue !== true || measure.n > 0 || (measure.d ?? 0) > 0;

export const indicatorsOf = (entry: Entry): readonly string[] =>
  entry.kind === 'counts' ? entry.indicators : [entry.indicator];

function reportedParagraphs(
  prose: Prose,
  known: readonly { readonly entry: Entry; readonly results: readonly IndicatorResult[] }[],
  memory: PartMemory,
): readonly string[] {
  const paragraphs: string[] = [];
  const spoken: Spoken[] = [];
  const unreported: IndicatorName[] = [];
  let last: string | undefined;
  let undecided: string | undefined;
  for (const { entry, results } of known) {
    const reported = results.filter(isReported).map((one) => spokenOf(prose, entry, one));
    if (!entry.optional) {
      append(
        unreported,
        results
          .filter((one) => !isReported(one))
          .map((one) => ({ name: figureName(prose, entry, one), outside: isOutside(one) })),
      );
    }
    const [first] = reported;
    if (first === undefined) continue;
    append(spoken, reported);
    const key = absentKey(first.absent);
    const opens = entry.kind === 'rate' || entry.kind === 'base';
    const opening = !opens || key === last ? '' : openingOf(prose, first, memory);
    if (opens) last = key;
    const open = entry.kind === 'units' && entry.dated ? undecidedKey(first) : undefined;
    const again = open !== undefined && open === undecided;
    undecided = open;
    paragraphs.push(paragraphOf(entrySentences(prose, entry, results, first, { opening, again })));
  }
  return [
    ...paragraphs.filter((text) => text !== ''),
    ...[false, true].flatMap((outside) => {
      const names = unreported.filter((one) => one.outside === outside).map(({ name }) => name);
      return names.length === 0 ? [] : [nothing(prose, outside, names.join('; '))];
    }),
    ...coverageParagraph(prose, spoken, memory.named),
  ];
}

/** Two titles of the same units that wait for the same decisions: the second sentence need not say it again. */
const undecidedKey = ({ result: { measure }, absent }: Spoken): string =>
  `${String(measure.pending ?? 0)} ${absentKey(absent)}`;

const spokenOf = (prose: Prose, entry: Entry, result: IndicatorResult): Spoken => ({
  result,
  absent: absentFrom(prose.frame, result.measure, result.indicator.id),
  name: figureName(prose, entry, result),
  asRate: entry.kind === 'rate',
});

function entrySentences(
  prose: Prose,
  entry: Entry,
  results: readonly IndicatorResult[],
  first: Spoken,
  { opening, again }: { readonly opening: string; readonly again: boolean },
): readonly string[] {
  switch (entry.kind) {
    case 'rate':
      return rateSentences(prose, entry, first.result, first.absent, opening);
    case 'base':
      return otherBase(prose, first, entry, opening);
    case 'units':
      return unitsSentences(prose, entry, first.result, again);
    case 'counts':
      return countsSentences(prose, entry, results);
  }
}

/** "Năm 2024, toàn huyện": the period once a part, the whole once a topic, who reported when not all did. */
function openingOf(prose: Prose, { result, absent }: Spoken, memory: PartMemory): string {
  const partial = absentCount(absent) > 0;
  const kind = memory.opened ? (partial ? 'partial' : 'whole') : partial ? 'periodPartial' : 'period';
  memory.opened = true;
  return prose.say(`opening.${kind}`, sharesOf(prose, result));
}

function otherBase(
  prose: Prose,
  { result: { indicator, measure }, absent }: Spoken,
  entry: Extract<Entry, { kind: 'base' }>,
  opening: string,
): readonly string[] {
  const rate = fractionOf(measure);
  if (rate === undefined) return [];
  return [
    prose.say('rate.otherBase', {
      opening,
      partial: absentCount(absent) > 0,
      n: figure(prose, indicator.id, 'n', printed(prose, indicator, rate.numerator)),
      base: indicator.baseLabel ?? prose.say('base.unnamed', {}),
      d: figure(prose, indicator.id, 'd', printed(prose, indicator, rate.denominator)),
      unit: entry.unit ?? indicator.unit,
      what: entry.what(prose.frame.words),
      rate: figure(prose, indicator.id, 'rate', printedRate(prose, rate)),
    }),
  ];
}
