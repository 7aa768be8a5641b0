/** The shape of templates/verification/words.yaml. */
import { z } from 'zod';

const words = z.array(z.string()).min(1);

export const wordsSchema = z.strictObject({
  numbers: z.record(z.string(), z.number().int().positive()),
  exactly: words,
  scales: z.record(z.string(), z.number().int().positive()),
  nouns: z.array(words).min(1),
  notFigures: z.strictObject({ before: words, after: words }),
  hedges: z.strictObject({
    above: words,
    near: words,
    below: words,
    around: words,
    atLeast: words,
    atMost: words,
  }),
  notHedges: words,
  changes: z.strictObject({ up: words, down: words, same: words, filler: words, levels: words }),
  targets: z.strictObject({ words, ofPlan: words, goals: words, reached: words, missed: words }),
  previous: words,
  parts: z.strictObject({
    all: words,
    some: words,
    rest: words,
    sum: words,
    wholes: words,
    except: words,
    bases: words,
    achieved: words,
    done: words,
    apart: z.array(words).min(1),
  }),
  units: z.strictObject({
    kinds: words,
    whole: words,
    highest: words,
    lowest: words,
    next: words,
    all: words,
    average: words,
    rank: words,
  }),
  coverage: words,
  anaphora: words,
  tables: z.strictObject({
    order: words,
    total: words,
    rate: words,
    rank: words,
    mean: words,
    part: words,
    missing: words,
  }),
  stopWords: words,
});

export type WordLists = Readonly<z.infer<typeof wordsSchema>>;
export type HedgeKind = keyof WordLists['hedges'];
