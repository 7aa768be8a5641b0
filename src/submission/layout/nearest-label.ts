/** The label most like another, when it is near enough to be worth asking about. Suggests, never decides. */
import type { FieldDefinition } from '../../model.js';
import { spelledOut } from './short-forms.js';

/** Edit distance with early exit once it exceeds `limit`. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const substitution = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(substitution, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? limit + 1;
}

/** All words of the shorter one, three at least, stand in the longer one. */
function sharesWords(one: string, other: string): boolean {
  const [few = [], many = []] = [one, other]
    .map((text) => text.split(/[^a-z0-9]+/u).filter((word) => word !== ''))
    .sort((a, b) => a.length - b.length);
  return few.length >= 3 && few.every((word) => many.includes(word));
}

/** Candidates nearest to the label; none when none is within a third of its length or contained in it. */
function nearest(label: string, candidates: readonly string[]): readonly string[] {
  const wanted = spelledOut(label);
  let best: readonly string[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const folded = spelledOut(candidate);
    if (folded === '') continue;
    const limit = Math.ceil(Math.max(wanted.length, folded.length) / 3);
    const contained =
      folded.length >= 3 &&
      (wanted.includes(folded) || folded.includes(wanted) || sharesWords(wanted, folded));
    const score = contained ? 1 : distance(wanted, folded, limit);
    if (score > limit || score > least) continue;
    best = score === least ? [...best, candidate] : [candidate];
    least = score;
  }
  return best;
}

/** Best of `candidates`, the first of equals. */
export const nearestLabel = (label: string, candidates: readonly string[]): string | undefined =>
  nearest(label, candidates)[0];

/** The fields one of whose labels or aliases is most like the label, best first; several are equally near. */
export function nearestFields(label: string, fields: readonly FieldDefinition[]): readonly FieldDefinition[] {
  const byName = new Map(
    fields.flatMap((field) => [field.label, ...(field.aliases ?? [])].map((name) => [name, field] as const)),
  );
  return [...new Set(nearest(label, [...byName.keys()]).flatMap((name) => byName.get(name) ?? []))];
}
