/** The bytes of a results.json as a document, or why they are none; each caller says it in its own words. */
import type { ResultsDocument } from '../../model.js';
import { resultsSchema } from '../../model/results/document.js';
import { admitInSlices } from '../../admission/admit-in-slices.js';
import { formatCount } from '../../values/number-format.js';

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
  const beyond = beyondLimits(bytes);
  if (beyond !== undefined) return { kind: 'malformed', count: 1, place: beyond };
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
  const { value: admitted, count, first = [] } = admitInSlices(resultsSchema, value);
  return count === 0
    ? { kind: 'results', results: admitted as ResultsDocument }
    : { kind: 'malformed', count, place: first.map(String).join('.') };
}

/** Results nest a dozen levels; millions of brackets become millions of objects before anybody looks at them. */
const DEEPEST = 64;
const [QUOTE, BACKSLASH, LIST, OBJECT, LIST_END, OBJECT_END] = Buffer.from('"\\[{]}');

/** Ours have one for every 74 bytes: 1.8 million in the 128 MB that are read at most (`read-source.ts`). */
const MOST = 2_000_000;

/** What there is too much of, before it becomes objects. */
function beyondLimits(bytes: Uint8Array): string | undefined {
  let depth = 0;
  let count = 0;
  let inText = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (inText) {
      if (byte === BACKSLASH) at += 1;
      else if (byte === QUOTE) inText = false;
    } else if (byte === QUOTE) inText = true;
    else if (byte === LIST || byte === OBJECT) {
      depth += 1;
      count += 1;
      if (depth > DEEPEST) return `lồng sâu quá ${DEEPEST} lớp`;
      if (count > MOST) return `quá ${formatCount(MOST)} mục`;
    } else if (byte === LIST_END || byte === OBJECT_END) depth -= 1;
  }
  return undefined;
}
