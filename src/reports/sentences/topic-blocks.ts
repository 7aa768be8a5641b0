/** The blocks of one topic: a heading and one or two paragraphs; what equal figures say is said once. */
import type { Block, MeasureRecord } from '../../model.js';
import { apartSentence } from './apart-sentence.js';
import { ASIDE, askedOf, numbersOfUnits, ownFigures, type Asked } from './told-figures.js';
import { countsSentences } from './count-sentences.js';
import { figureName } from './figure-names.js';
import { unitsSentences } from './units-sentences.js';
import { documentSentences, hasDocuments } from './document-sentences.js';
import { exampleSentences } from './example-sentences.js';
import { lacksUnits } from '../../measures/settled-target.js';
import { runsOf } from '../prose/figure-marks.js';
import { openingWords } from '../prose/opening-words.js';
import type { Entry, Topic } from '../wording/outline.js';
import { countWithoutRate, isSteady, rateSentences } from './rate-sentences.js';
import { steadySentences } from './steady-sentences.js';
import { beginParagraph, beginTopic, type UnderLine } from '../prose/base-lines.js';
import { coverageKey, isOfUnits, outsideFigure, wholeOf } from '../prose/outside.js';
import { coverageMark, led, newTelling, type Telling } from '../prose/telling.js';
import { coverageRuns, leadBeside } from './coverage-runs.js';
import {
  figure,
  fractionOf,
  isOutside,
  isReported,
  printed,
  printedRate,
  indicatorResult,
  type Prose,
  type IndicatorResult,
} from '../prose/prose.js';
import { listed, paragraphOf } from '../prose/vietnamese-list.js';
import { append } from '../../values/of-many.js';
import { lowerFirst } from '../../values/vietnamese-text.js';

export { newTelling };

/** Heading and paragraphs; empty for a topic of which the criteria set or the kind of period asks nothing. */
export function topicBlocks(prose: Prose, topic: Topic, telling: Telling): readonly Block[] {
  const asked = topic.entries.flatMap((entry): readonly Asked[] => {
    if (entry.kind === 'document') return hasDocuments(prose, entry) ? [{ entry, results: [] }] : [];
    if (entry.kind === 'examples') return [{ entry, results: [] }];
    const results = askedOf(prose, entry);
    return results.length === 0 ? [] : [{ entry, results }];
  });
  if (asked.every(({ entry }) => entry.kind === 'examples')) return [];
  telling.bases = topic.entries.some(({ kind }) => kind === 'base');
  const parts = inParagraphs(asked);
  const line = beginTopic(prose, parts.map(underOne(prose)), telling);
  const written = paragraphsOf(prose, parts, telling);
  const all = asked.flatMap(({ results }) => results);
  const paragraphs =
    written.length > 0
      ? [...noted(line), ...written, ...unreported(prose, asked).map(paragraph)]
      : asked.every(({ entry }) => entry.optional)
        ? []
        : [paragraph(nothing(prose, whyNothing(prose, all), topic.subject(prose.frame.words)))];
  if (paragraphs.length === 0) return [];
  return [{ kind: 'heading', level: 2, text: topic.title(prose.frame.words) }, ...paragraphs];
}

const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: runsOf(text) });

/** A line on what stands under it. */
const noted = (line: string): readonly Block[] =>
  line === '' ? [] : [{ kind: 'paragraph', runs: runsOf(line, { italic: true }), note: true }];

/** What a paragraph tells, for the line above it; what is told as part of another figure stands with that. */
const underOne =
  (prose: Prose) =>
  (entries: readonly Asked[]): UnderLine => ({
    figures: entries.map(ownFigures).filter((figures) => figures.length > 0),
    ofUnits: entries.flatMap((asked) =>
      asked.entry.kind === 'document'
        ? [wholeOf(prose)]
        : numbersOfUnits(asked).map((one) => outsideFigure(prose, one)),
    ),
  });

/** It applies to no unit, which is an answer; what was reported does not count yet; or nobody has reported it. */
const WHY_NOTHING = ['nothing', 'nothing.wrong', 'nothing.outside'] as const;
type WhyNothing = (typeof WHY_NOTHING)[number];

function whyNothing({ frame }: Prose, results: readonly IndicatorResult[]): WhyNothing {
  if (results.every(isOutside)) return 'nothing.outside';
  const wasSent = frame.leaves.some(({ code }) =>
    results.some(({ indicator }) => isSent(frame.results.measures[code]?.[indicator.id]?.state)),
  );
  return wasSent ? 'nothing.wrong' : 'nothing';
}

const isSent = (state: MeasureRecord['state']): boolean => state === 'excluded' || state === 'partlyReported';

const nothing = (prose: Prose, why: WhyNothing, about: string): string => prose.say(why, { about });

function paragraphsOf(
  prose: Prose,
  paragraphs: readonly (readonly Asked[])[],
  telling: Telling,
): readonly Block[] {
  return paragraphs.flatMap((entries) => {
    const line = beginParagraph(prose, underOne(prose)(entries), telling);
    const text = paragraphOf(writtenSentences(prose, inOrder(prose, entries), telling, line));
    return text === '' ? [] : [paragraph(text)];
  });
}

/** An entry in its place; `apart`: behind the figure that it would stand before, were it of the same units. */
interface OrderedEntry extends Asked {
  readonly apart?: boolean;
}

/** The sentences of a paragraph, those of other units behind the others; `line`: whose figures the paragraph tells. */
function writtenSentences(
  prose: Prose,
  entries: readonly OrderedEntry[],
  telling: Telling,
  line: string,
): readonly string[] {
  const told = telling.told ?? wholeOf(prose);
  const sentences = coverageRuns(prose, entries, told).flatMap(({ other, entries: those }) => {
    telling.told = other?.told ?? told;
    const [first, ...more] = sentencesOf(prose, those, telling);
    return first === undefined ? [] : [led(prose, other?.lead ?? line, first), ...more];
  });
  telling.told = told;
  return sentences;
}

/** The sentences of the same units. One that goes on from the sentence before is written behind it. */
function sentencesOf(prose: Prose, entries: readonly OrderedEntry[], telling: Telling): readonly string[] {
  telling.fresh = true;
  telling.nobody = false;
  telling.steady = entries.filter((one) => isSteadyEntry(prose, one)).length > 1;
  const said: string[] = [];
  const steady: string[] = [];
  // What a sentence says of its figure beyond the figure itself ends it.
  let isOpenEnded = false;
  for (const [index, one] of entries.entries()) {
    const { entry } = one;
    const before = entries[index - 1];
    if (before !== undefined && isToldWith(before, one)) continue;
    const joint = 'joined' in entry ? entry.joined : undefined;
    const joining = joint !== undefined && isOpenEnded && goesOn(prose, one, telling);
    telling.joining = joining;
    telling.within = joining && !ASIDE.includes(joint);
    telling.yearNamed &&= telling.joining;
    const words = entrySentences(prose, one, entries[index + 1], telling);
    append(steady, words.steady);
    const [begun, ...more] = words.sentences;
    if (begun === undefined) continue;
    const first = joining ? begun : led(prose, leadBeside(prose, one, telling.told ?? wholeOf(prose)), begun);
    if (joining) said.push(`${(said.pop() ?? '').replace(/\.$/u, '')}${joint} ${lowerFirst(first)}`);
    else said.push(first);
    append(said, more);
    isOpenEnded = more.length === 0;
  }
  telling.joining = false;
  telling.within = false;
  return [...said, ...steadySentences(prose, steady)];
}

/** Parts go on from what they are parts of only as figures of the same units. */
const goesOn = (prose: Prose, { entry, results }: Asked, { last }: Telling): boolean =>
  ('joined' in entry && ASIDE.includes(entry.joined)) ||
  results.filter(isReported).some((one) => isOfUnits(one) || coverageKey(prose, one) === last);

/** A figure in passing before the one that goes on from it follows behind that where it is of other units. */
function inOrder(prose: Prose, entries: readonly Asked[]): readonly OrderedEntry[] {
  const [first, second, ...rest] = entries;
  if (first?.entry.kind !== 'rate' || second?.entry.kind !== 'rate') return entries;
  if (!first.entry.brief || second.entry.brief) return entries;
  const [one, other] = [first.results.find(isReported), second.results.find(isReported)];
  if (second.entry.joined === undefined || one === undefined || other === undefined) return entries;
  if (coverageKey(prose, one) === coverageKey(prose, other)) return entries;
  return [second, { ...first, apart: true }, ...rest];
}

/** The rate over another base is told in the sentence of the rate before it, where somebody reported that. */
const isToldWith = (before: Asked, { entry }: Asked): boolean =>
  entry.kind === 'base' && before.entry.kind === 'rate' && before.results.some(isReported);

function inParagraphs(asked: readonly Asked[]): readonly (readonly Asked[])[] {
  const paragraphs: Asked[][] = [];
  for (const one of asked) {
    const open = paragraphs.at(-1);
    if (open === undefined || one.entry.paragraph) paragraphs.push([one]);
    else open.push(one);
  }
  return paragraphs;
}

const isSteadyEntry = (prose: Prose, { entry, results: [result] }: Asked): boolean =>
  entry.kind === 'rate' && result !== undefined && isSteady(prose, entry, result);

interface EntryWords {
  readonly sentences: readonly string[];
  readonly steady: readonly string[];
}

const plain = (sentences: readonly string[]): EntryWords => ({ sentences, steady: [] });

function entrySentences(
  prose: Prose,
  { entry, results, apart }: OrderedEntry,
  next: Asked | undefined,
  telling: Telling,
): EntryWords {
  if (entry.kind === 'examples') return plain(exampleSentences(prose, entry));
  if (entry.kind === 'document') return plain(documentSentences(prose, entry, telling));
  if (entry.kind === 'counts') return plain(countsSentences(prose, entry, results, telling));
  const [result] = results;
  if (result === undefined) return plain([]);
  if (entry.kind === 'rate') {
    if (!isReported(result)) return plain(countWithoutRate(prose, entry, result, telling));
    const base = next?.entry.kind === 'base' ? next.entry : undefined;
    const other = base === undefined ? undefined : next?.results[0];
    if (apart) {
      const what = base?.what(prose.frame.words) ?? '';
      return plain(
        apartSentence(
          prose,
          entry,
          result,
          other === undefined ? undefined : { result: other, what },
          telling,
        ),
      );
    }
    const { sentences, steady } = rateSentences(prose, entry, result, telling, other);
    return { sentences, steady: steady === undefined ? [] : [steady] };
  }
  if (!isReported(result)) return plain([]);
  return plain(
    entry.kind === 'units'
      ? unitsSentences(prose, entry, result, telling)
      : otherBase(prose, result, entry, telling),
  );
}

/** Figures of the topic that are due and that nobody gave, each by its name. */
function unreported(prose: Prose, asked: readonly Asked[]): readonly string[] {
  const named = asked.flatMap(({ entry, results }) =>
    results
      .filter(
        (one) =>
          !isReported(one) && isDue(entry, one) && !isToldByParts(prose, asked, entry, one.indicator.id),
      )
      .map((one) => ({ name: figureName(prose, entry, one), why: whyNothing(prose, [one]) })),
  );
  return WHY_NOTHING.flatMap((why) => {
    const names = named.filter((one) => one.why === why).map(({ name }) => name);
    return names.length === 0 ? [] : [nothing(prose, why, listed(names))];
  });
}

/** A headline figure is always due; a part of a total never is. */
const isDue = (entry: Entry, { indicator }: IndicatorResult): boolean =>
  indicator.headline ||
  (!entry.optional && (entry.kind !== 'counts' || entry.indicators.includes(indicator.id)));

/** Its parts, or the count of its numerator, are told instead. */
function isToldByParts(prose: Prose, asked: readonly Asked[], entry: Entry, id: string): boolean {
  const own =
    entry.kind === 'counts'
      ? (entry.parts[id] ?? [])
      : entry.kind === 'rate' && entry.count !== undefined
        ? [entry.count]
        : [];
  const depending = asked.flatMap(({ entry: other }) =>
    other.kind === 'counts' && other.dependsOn === id ? other.indicators : [],
  );
  return [...own, ...depending].some((part) => {
    const found = indicatorResult(prose, part);
    return found !== undefined && isReported(found) && found.measure.n > 0;
  });
}

function otherBase(
  prose: Prose,
  result: IndicatorResult,
  entry: Extract<Entry, { kind: 'base' }>,
  telling: Telling,
): readonly string[] {
  const { indicator, measure } = result;
  const rate = fractionOf(measure);
  if (rate === undefined) return [];
  return [
    prose.say('rate.otherBase', {
      opening: telling.fresh ? openingWords(prose, [result], telling) : '',
      partial: lacksUnits(measure),
      n: figure(prose, indicator.id, 'n', printed(prose, indicator, rate.numerator)),
      base: indicator.baseLabel ?? prose.say('base.unnamed', {}),
      d: figure(prose, indicator.id, 'd', printed(prose, indicator, rate.denominator)),
      unit: indicator.unit,
      what: entry.what(prose.frame.words),
      mark: coverageMark(prose, result, telling),
      rate: figure(prose, indicator.id, 'rate', printedRate(prose, rate)),
    }),
  ];
}
