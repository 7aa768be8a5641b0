/** The label most like another, when it is near enough to be worth asking about. Suggests, never decides. */
import type { FieldDefinition } from '../model.js';
import { foldMarks } from '../vietnamese-text.js';

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

/** Abbreviations of the movement's own words, as offices write them in narrow columns. */
const SHORT_FORMS: readonly (readonly [short: RegExp, long: string])[] = [
  [/\bgdvh\b/gu, 'gia dinh van hoa'],
  [/\bnvh\b/gu, 'nha van hoa'],
  [/\bkdc\b/gu, 'khu dan cu'],
  [/\btdp\b/gu, 'to dan pho'],
  [/\bclb\b/gu, 'cau lac bo'],
  [/\btdtt\b/gu, 'the duc the thao'],
  [/\bvh\b/gu, 'van hoa'],
];

const spelledOut = (label: string): string =>
  SHORT_FORMS.reduce((text, [short, long]) => text.replace(short, long), foldMarks(label));

/** All words of the shorter one, three at least, stand in the longer one. */
function sharesWords(one: string, other: string): boolean {
  const [few = [], many = []] = [one, other]
    .map((text) => text.split(/[^a-z0-9]+/u).filter((word) => word !== ''))
    .sort((a, b) => a.length - b.length);
  return few.length >= 3 && few.every((word) => many.includes(word));
}

/** Best of `candidates`; undefined when none is within a third of the label's length or contained in it. */
export function nearestLabel(label: string, candidates: readonly string[]): string | undefined {
  const wanted = spelledOut(label);
  let best: { candidate: string; score: number } | undefined;
  for (const candidate of candidates) {
    const folded = spelledOut(candidate);
    if (folded === '') continue;
    const limit = Math.ceil(Math.max(wanted.length, folded.length) / 3);
    const contained =
      folded.length >= 3 &&
      (wanted.includes(folded) || folded.includes(wanted) || sharesWords(wanted, folded));
    const score = contained ? 1 : distance(wanted, folded, limit);
    if (score <= limit && score < (best?.score ?? Number.POSITIVE_INFINITY)) best = { candidate, score };
  }
  return best?.candidate;
}

/** The field one of whose labels or aliases is most like the label. */
export function nearestField(label: string, fields: readonly FieldDefinition[]): FieldDefinition | undefined {
  const byName = new Map(
    fields.flatMap((field) => [field.label, ...(field.aliases ?? [])].map((name) => [name, field] as const)),
  );
  const near = nearestLabel(label, [...byName.keys()]);
  return near === undefined ? undefined : byName.get(near);
}
