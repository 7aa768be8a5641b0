/** Which answer a typed text is: as it is spelled, with its footnote taken off, with "không" spelled out. */
import type { FieldDefinition } from '../../model.js';
import { foldBare, foldLabel, foldMarks } from '../../values/vietnamese-text.js';
import { withNotSpelledOut, withoutNote } from './cell-words.js';

/** From the spelling that is surely meant to the one that only comes near. */
const CHOICE_FOLDS = [foldLabel, foldMarks, foldBare];
/** No answer has this id. */
const SEVERAL = '';
type Choices = NonNullable<FieldDefinition['choices']>;
const knownSpellings = new WeakMap<Choices, readonly ReadonlyMap<string, string>[]>();

/** Per way of folding: a spelling and the one answer it means, or `SEVERAL`. Made once for a field, asked for each cell. */
function choiceSpellings(choices: Choices): readonly ReadonlyMap<string, string>[] {
  const before = knownSpellings.get(choices);
  if (before !== undefined) return before;
  const made = CHOICE_FOLDS.map((fold) => {
    const meant = new Map<string, string>();
    for (const { id, label, aliases = [] } of choices)
      for (const spelling of [id, label, ...aliases].map(fold))
        meant.set(spelling, (meant.get(spelling) ?? id) === id ? id : SEVERAL);
    return meant;
  });
  knownSpellings.set(choices, made);
  return made;
}

/** "Đ", "KĐ": the first letters of what a column of titles is answered with; "CĐ" may be "chưa có quyết định". */
const INITIALS: ReadonlyMap<string, string> = new Map([
  ['đ', 'đạt'],
  ['kđ', 'không đạt'],
  ['k', 'không'],
]);
const spelledOut = (text: string): string =>
  INITIALS.get(text.normalize('NFC').toLowerCase().replaceAll(/[.\s]/gu, '')) ?? text;

/** "Đạt?": who asks has not answered; letters alone would say so. */
const ASKS = /[?？]/u;

function oneMeant(text: string, choices: Choices): string | undefined {
  for (const [index, spellings] of choiceSpellings(choices).entries()) {
    const only = spellings.get(CHOICE_FOLDS[index]?.(text) ?? text);
    if (only !== undefined && only !== SEVERAL) return only;
  }
  return undefined;
}

/** Undefined where it is none, or may be several. */
export function choiceMeant(text: string, choices: Choices): string | undefined {
  if (ASKS.test(text)) return undefined;
  const plain = spelledOut(withNotSpelledOut(withoutNote(text)));
  return oneMeant(text, choices) ?? (plain === text ? undefined : oneMeant(plain, choices));
}
