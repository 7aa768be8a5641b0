/** Words and names that converted text is compared with: labels of the criteria set and names of units. */
import type { CriteriaSet, UnitVersion } from '../../model.js';
import { foldLabel } from '../../values/vietnamese-text.js';
import { markedWords, wordKey } from './words.js';

export interface KnownText {
  /** Whole labels and names, folded. */
  readonly phrases: ReadonlySet<string>;
  /** Their words that hold a Vietnamese letter. */
  readonly words: ReadonlySet<string>;
}

/** Collected when first asked for: most runs hold no old text at all. */
export function knownText(set: CriteriaSet, units: Iterable<UnitVersion>): KnownText {
  let made: KnownText | undefined;
  const collected = (): KnownText => (made ??= collect([...labelsOf(set), ...namesOf(units)]));
  return {
    get phrases() {
      return collected().phrases;
    },
    get words() {
      return collected().words;
    },
  };
}

/** From any list of labels and names. */
export function collect(texts: Iterable<string>): KnownText {
  const phrases = new Set<string>();
  const words = new Set<string>();
  for (const text of new Set(texts)) {
    phrases.add(foldLabel(text));
    for (const word of markedWords(text)) words.add(wordKey(word));
  }
  return { phrases, words };
}

function* labelsOf(set: CriteriaSet): Generator<string> {
  yield set.label;
  for (const form of set.forms) {
    yield* [form.title, form.sheet, ...(form.sheetAliases ?? [])];
    for (const group of form.groups) yield group.label;
  }
  for (const field of set.fields) {
    yield* [field.label, ...(field.aliases ?? [])];
    for (const choice of field.choices ?? []) yield* [choice.label, ...(choice.aliases ?? [])];
  }
}

function* namesOf(units: Iterable<UnitVersion>): Generator<string> {
  for (const { type, name } of units) yield* [name, `${type} ${name}`];
}
