/** The outline of the report as data: parts, topics, which indicator is said by which form of sentence (outline.yaml). */
import { z } from 'zod';
import type { ResultsDocument } from '../model.js';
import { periodKind } from '../model/criteria/shapes.js';
import { flag, text } from '../admission/data-values.js';
import { compiled, phrase, type Phrase } from './phrase-schema.js';

/** Nothing is written while nobody has reported it. */
const optional = flag;

/** The entry begins a new paragraph. */
const paragraph = flag;

const rateSchema = z
  .strictObject({
    rate: text,
    what: z.exactOptional(phrase),
    verb: text.default('đạt'),
    unit: z.exactOptional(text),
    ofCommunes: flag,
    /** "chưa có …": names the units without, instead of highest and lowest. */
    lacking: z.exactOptional(text),
    /** Names the highest and the lowest unit. */
    extremes: flag,
    /** What the rate is of, as it is called beside others: "nhà văn hóa". */
    short: z.exactOptional(text),
    /** The count of its numerator: told where the rate itself cannot be. */
    count: z.exactOptional(text),
    optional,
    paragraph,
  })
  .transform(({ rate, ...entry }) => ({ kind: 'rate' as const, indicator: rate, ...entry }));

const baseSchema = z
  .strictObject({
    base: text,
    what: phrase,
    unit: z.exactOptional(text),
    optional: z.exactOptional(z.boolean()),
    paragraph,
  })
  .transform(({ base, ...entry }) => ({ kind: 'base' as const, indicator: base, ...entry, optional: true }));

const unitsSchema = z
  .strictObject({ units: text, what: phrase, dated: flag, optional, paragraph })
  .transform(({ units, ...entry }) => ({ kind: 'units' as const, indicator: units, ...entry }));

/** "tổ chức | {{n}} hội nghị": equal verbs of neighbours are written once. */
const countPhrase = text.transform((written, context) => {
  const [first = '', second] = written.split('|').map((part) => part.trim());
  return second === undefined
    ? { verb: '', rest: compiled(first, context) }
    : { verb: first.trim(), rest: compiled(second, context) };
});

export type CountPhrase = Readonly<z.infer<typeof countPhrase>>;

const countsSchema = z
  .strictObject({
    counts: z.array(text),
    lead: text.default('whole'),
    phrases: z.record(z.string(), countPhrase).default({}),
    /** Where this figure is of other units, the lead is `alone`; where nobody gave it, `without`. */
    dependsOn: z.exactOptional(text),
    alone: text.default('whole'),
    without: z.exactOptional(text),
    /** A total → what it is made of: told instead of it by those who gave only parts. */
    parts: z.record(z.string(), z.array(text)).default({}),
    /** The whole of which the amounts are shares. */
    shareOf: z.exactOptional(text),
    /** A figure of the units above → the communes' figure it is added to: both and their sum are told. */
    plus: z.record(z.string(), text).default({}),
    joint: z.exactOptional(text),
    /** Items without a phrase begin with their names: "số tòa chung cư văn hóa là 12 tòa". */
    named: flag,
    /** What the items are answers to. */
    subject: z.exactOptional(text),
    /** Of the units it counts: how many gave it is nothing to speak of. */
    unmarked: flag,
    optional,
    paragraph,
  })
  .transform(({ counts, ...entry }) => ({ kind: 'counts' as const, indicators: counts, ...entry }));

/** A document by its number, date and theme where the unit reports for itself; of many units, how many have one. */
const documentSchema = z
  .strictObject({
    /** Field with its number, of what each unit says of itself. */
    document: text,
    date: z.exactOptional(text),
    theme: z.exactOptional(text),
    /** "kế hoạch triển khai Phong trào". */
    what: phrase,
    paragraph,
  })
  .transform(({ document, ...entry }) => ({
    kind: 'document' as const,
    field: document,
    ...entry,
    optional: true,
  }));

/** A few rows of a table form by their names: those that say something under `told`. */
const examplesSchema = z
  .strictObject({ examples: text, name: text, place: z.exactOptional(text), told: text, paragraph })
  .transform(({ examples, ...entry }) => ({
    kind: 'examples' as const,
    form: examples,
    ...entry,
    optional: true,
  }));

/** How one or several indicators of a topic are said. */
const entrySchema = z.union([
  rateSchema,
  baseSchema,
  unitsSchema,
  countsSchema,
  documentSchema,
  examplesSchema,
]);

export type Entry = Readonly<z.infer<typeof entrySchema>>;

/** Stands among the ids of annexes for the charts. */
export const CHARTS = 'charts';

const topicSchema = z.strictObject({
  id: text,
  title: phrase,
  subject: phrase,
  entries: z.array(entrySchema).default([]),
  /** Ids of the annexes it points to; `charts` for those of the headline rates. */
  annexes: z.array(text).default([]),
  /** Headings of forms (`bieu-02.A`): what a set of the locality adds under them is told here. */
  groups: z.array(text).default([]),
  /** Takes the headline indicators, and what the locality adds, that stand nowhere else. */
  rest: flag,
  /** The overall judgement, made from the headline figures of the whole report. */
  overall: flag,
});

export type Topic = Readonly<z.infer<typeof topicSchema>>;

const slotSchema = z.strictObject({
  id: text,
  title: text,
  /** Headings of narrative.md that belong here; matched from their beginning. */
  headings: z.array(text).default([]),
  draft: z.enum(['none', 'strengths', 'difficulties', 'proposals']),
});

export type Slot = Readonly<z.infer<typeof slotSchema>>;

const names = z.array(text).default([]);

const partSchema = z.strictObject({
  id: text,
  title: phrase,
  topics: names,
  slots: names,
  headings: names,
  /** Names the targets of the coming period before what the office writes. */
  aims: flag,
});

export interface OutlinePart {
  readonly id: string;
  readonly title: Phrase;
  readonly topics: readonly Topic[];
  readonly slots: readonly Slot[];
  readonly headings: readonly string[];
  readonly aims: boolean;
}

/** Shape of outline.yaml; what is named in a part must be declared below. */
export const outlineSchema = z
  .strictObject({
    outlines: z.strictObject({
      local: names,
      ministry: names,
      /** Of a registration, whichever of the two is wanted; without parts it has none of its own. */
      registration: names.default([]),
    }),
    /** Indicators whose charts a kind of period shows instead of those of the headline titles. */
    charts: z.partialRecord(periodKind, z.array(text)).default({}),
    /** Names of titles for sets that name none. */
    titles: z.record(z.string(), text).default({}),
    parts: z.array(partSchema),
    slots: z.array(slotSchema).default([]),
    topics: z.array(topicSchema).default([]),
    /** Headings of narrative.md for text that stands with the introduction. */
    opening: z.array(text).default(['Mở đầu']),
  })
  .transform(({ outlines, titles, charts, ...declared }, context) => {
    const pick = <T extends { readonly id: string }>(
      wanted: readonly string[],
      from: readonly T[],
      path: readonly (string | number)[],
    ): readonly T[] =>
      wanted.flatMap((name, index) => {
        const found = from.find(({ id }) => id === name);
        const values = from.map(({ id }) => id);
        if (found === undefined)
          context.addIssue({ code: 'invalid_value', values, input: name, path: [...path, index] });
        return found ?? [];
      });
    const parts = declared.parts.map((part, index): OutlinePart => ({
      ...part,
      topics: pick(part.topics, declared.topics, ['parts', index, 'topics']),
      slots: pick(part.slots, declared.slots, ['parts', index, 'slots']),
    }));
    return {
      outlines: {
        local: pick(outlines.local, parts, ['outlines', 'local']),
        ministry: pick(outlines.ministry, parts, ['outlines', 'ministry']),
        registration: pick(outlines.registration, parts, ['outlines', 'registration']),
      },
      charts,
      titles,
      opening: declared.opening,
    };
  });

export type Outline = Readonly<z.infer<typeof outlineSchema>>;

/** The parts of a report of that kind of period. */
export const partsOf = (
  { outlines }: Outline,
  { period, report }: Pick<ResultsDocument, 'period' | 'report'>,
): readonly OutlinePart[] =>
  period.kind === 'registration' && outlines.registration.length > 0
    ? outlines.registration
    : outlines[report.outline];
