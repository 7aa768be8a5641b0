/** The bytes of a results.json as a document, or why they are none; each caller says it in its own words. */
import type { ResultsDocument } from '../../model.js';
import { RESULTS_SCHEMA } from '../../model/results.js';
import { parseResults } from '../../results-schema.js';

export type ResultsRead =
  | { readonly kind: 'results'; readonly results: ResultsDocument }
  | { readonly kind: 'not-json' }
  /** `actual`: what the document says of itself, a dash when it says nothing. */
  | { readonly kind: 'other-schema'; readonly actual: string }
  | {
      readonly kind: 'malformed';
      readonly count: number;
      /** The first fault: `measures.256.households.n`. */
      readonly place: string;
    };

const LONGEST = 60;

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
  if (schema !== RESULTS_SCHEMA)
    return { kind: 'other-schema', actual: typeof schema === 'string' ? schema.slice(0, LONGEST) : '—' };
  const { results, issues } = parseResults(value);
  if (results !== undefined) return { kind: 'results', results };
  const [first] = issues;
  return { kind: 'malformed', count: issues.length, place: first?.path ?? '' };
}
