/**
 * Indicators that the outline does not name and that are told all the same: what a set of the locality adds, under the
 * topic of its group on the form, and headline figures of any set, under the topic that takes the rest.
 */
import type { FieldRecord, IndicatorRecord } from '../../model.js';
import { lowerFirst } from '../../values/vietnamese-text.js';
import { sectionsOf, type Entry, type OutlineSection, type Topic } from '../wording/outline.js';
import { indicatorResult, isReported, type Prose } from '../prose/prose.js';
import { indicatorsOf } from './told-figures.js';
import { defined } from '../../values/defined.js';

/** The sections of the report with everything that is told in its topic; as declared where nothing is added. */
export function printedSections(prose: Prose): readonly OutlineSection[] {
  const { results } = prose.frame;
  const sections = declaredSections(prose);
  const topics = sections.flatMap((section) => section.topics);
  const placed = new Set(topics.flatMap(({ entries }) => entries.flatMap(indicatorsOf)));
  const unplaced = results.indicators.filter(
    ({ id, headline, added, notDue }) =>
      ((headline && notDue !== true) || added !== undefined) && !placed.has(id),
  );
  if (unplaced.length === 0) return sections;
  const annexes = prose.wording.tables.annexes.flatMap(({ id, shape }) => (shape === 'added' ? [id] : []));
  const withOwn = (topic: Topic): Topic => {
    const own = unplaced.filter((one) => topicOf(one, topics)?.id === topic.id);
    if (own.length === 0) return topic;
    return {
      ...topic,
      entries: [...topic.entries, ...entriesOf(prose, own)],
      annexes: own.some(({ added }) => added !== undefined) ? [...topic.annexes, ...annexes] : topic.annexes,
    };
  };
  return sections.map((section) => ({ ...section, topics: section.topics.map(withOwn) }));
}

const declaredSections = ({ frame, wording }: Prose): readonly OutlineSection[] =>
  sectionsOf(wording.outline, frame.results);

/** What the locality adds, in the order of the topics, each with the title of its topic. */
export function addedWithTitles(
  prose: Prose,
): readonly { readonly indicator: IndicatorRecord; readonly title: string }[] {
  const topics = declaredSections(prose).flatMap((section) => section.topics);
  const added = prose.frame.results.indicators.filter((one) => one.added !== undefined);
  return [...topics, undefined].flatMap((topic) =>
    added
      .filter((one) => topicOf(one, topics)?.id === topic?.id)
      .map((indicator) => ({ indicator, title: topic?.title(prose.frame.words) ?? '' })),
  );
}

/** By the topic that the set names, else by the group on the form; what belongs nowhere goes to the rest. */
function topicOf({ added }: IndicatorRecord, topics: readonly Topic[]): Topic | undefined {
  const group = added === undefined ? undefined : `${added.form ?? ''}.${added.group ?? ''}`;
  return (
    topics.find(({ id }) => id === added?.topic) ??
    topics.find(({ groups }) => group !== undefined && groups.includes(group)) ??
    topics.find(({ rest }) => rest)
  );
}

const PLAIN = {
  parts: {},
  plus: {},
  phrases: {},
  alone: 'whole',
  unmarked: false,
  covered: false,
  complete: false,
  several: false,
  paragraph: false,
} as const;

/** Rates one by one; counts and amounts in one sentence, those that must be told apart from the others; answers by field. */
function entriesOf(prose: Prose, indicators: readonly IndicatorRecord[]): readonly Entry[] {
  const rates = indicators.filter(({ kind }) => kind === 'rate');
  const answered = indicators.flatMap((one) => {
    const field = rates.includes(one) ? undefined : answeredField(prose, one);
    return field === undefined ? [] : [{ one, field }];
  });
  const inRates = new Set(rates.flatMap((rate) => countInRate(prose, rate)));
  const counts = indicators.filter(
    (one) => !rates.includes(one) && !answered.some((other) => other.one === one) && !inRates.has(one.id),
  );
  const fields = [...new Set(answered.map(({ field }) => field))];
  return [
    ...rates.map((rate) => rateEntry(prose, rate)),
    ...[true, false].flatMap((headline): readonly Entry[] => {
      const ids = counts.filter((one) => one.headline === headline).map(({ id }) => id);
      const shared = { ...PLAIN, kind: 'counts' as const, lead: 'named', named: true, joint: '; ' };
      return ids.length === 0 ? [] : [{ ...shared, indicators: ids, optional: !headline }];
    }),
    ...fields.flatMap((field) =>
      answersEntry(
        prose,
        field,
        answered.flatMap((one) => (one.field === field && !inRates.has(one.one.id) ? [one.one] : [])),
      ),
    ),
  ];
}

const rateEntry = (prose: Prose, { id, headline, added }: IndicatorRecord): Entry => ({
  kind: 'rate',
  indicator: id,
  verb: prose.say('verb.usual', {}),
  ofCommunes: false,
  extremes: false,
  brief: false,
  covered: false,
  baseSaid: false,
  remainder: {},
  optional: !headline,
  paragraph: false,
  ...defined({ count: added?.count }),
});

/** The count that a rate tells with it: that of the same units. */
function countInRate(prose: Prose, { id, added }: IndicatorRecord): readonly string[] {
  const rate = indicatorResult(prose, id);
  const count = added?.count === undefined ? undefined : indicatorResult(prose, added.count);
  if (rate === undefined || count === undefined || !isReported(rate)) return [];
  return rate.measure.n === count.measure.n && (rate.measure.d ?? 0) > 0 ? [count.indicator.id] : [];
}

/** The field of which the indicator counts one answer: `field:answer`. */
function answeredField({ frame }: Prose, { id }: IndicatorRecord): FieldRecord | undefined {
  const [name, answer] = id.split(':');
  const field = frame.results.fields.find((one) => one.id === name);
  return answer !== undefined && field?.choices?.[answer] !== undefined ? field : undefined;
}

/** "Thư viện số: 12 đơn vị cấp xã có": of a question with yes and no, how often it is yes. */
function answersEntry(
  prose: Prose,
  field: FieldRecord,
  indicators: readonly IndicatorRecord[],
): readonly Entry[] {
  const counted = indicators.filter(({ id }) => field.type !== 'yesNo' || id === `${field.id}:yes`);
  if (counted.length === 0) return [];
  const phrases = Object.fromEntries(
    counted.map(({ id, unit }) => {
      const choice = field.choices?.[id.slice(field.id.length + 1)] ?? id;
      const answer = field.type === 'yesNo' ? '' : lowerFirst(choice);
      const rest = (data: Readonly<Record<string, unknown>>): string =>
        prose.say('counts.answer', { n: data['n'], unit, answer });
      return [id, { verb: '', rest }];
    }),
  );
  const ids = counted.map(({ id }) => id);
  const subject = lowerFirst(field.label);
  return [
    {
      ...PLAIN,
      kind: 'counts',
      lead: 'answers',
      named: false,
      subject,
      indicators: ids,
      phrases,
      optional: true,
    },
  ];
}
