/** The bytes of a results.json as a document, or why they are none; each caller says it in its own words. */
import type { ResultsDocument } from '../../model.js';
import { resultsSchema } from '../../model/results/document.js';

export type ResultsRead =
  | { readonly kind: 'results'; readonly results: ResultsDocument }
  | { readonly kind: 'not-json' }
  /** `actual`: what the document says of itself, a dash when it says nothing. */
  | { readonly kind: 'other-schema'; readonly actual: string; readonly expected: string }
  | {
      readonly kind: 'malformed';
      readonly count: number;
      /** The first fault: `measures.256.households.n`. */
      readonly place: string;
    };

const LONGEST = 60;
const EXPECTED = resultsSchema.shape.schema.value;

/** Reads `tdkvh/results@1`; never throws for what the bytes hold. */
export function readResultsJson(bytes: Uint8Array): ResultsRead {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return { kind: 'not-json' };
  }
  const schema: unknown =
    typeof value === 'object' && value !== null ? Reflect.get(value, 'schema') : undefined;
  if (schema !== EXPECTED) {
    const actual = typeof schema === 'string' ? schema.slice(0, LONGEST) : '—';
    return { kind: 'other-schema', actual, expected: EXPECTED };
  }
  const { data, error } = resultsSchema.safeParse(value);
  if (data !== undefined) return { kind: 'results', results: data };
  const [first] = error.issues;
  return { kind: 'malformed', count: error.issues.length, place: first?.path.map(String).join('.') ?? '' };
}
