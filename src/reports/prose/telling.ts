/** What the report has already said, so that it is not said again: the period, and whose figures the last ones were. */
import { namesOf, TIED_NAMED_AT_MOST } from './coverage.js';
import { needsOwnMark } from './exceptions.js';
import { coverageKey, isOfUnits, outsideFigure, wholeOf, without, type Outside } from './outside.js';
import { outsideOf, sharesOf, type IndicatorResult, type Prose } from './prose.js';
import { lowerFirst } from '../../values/vietnamese-text.js';

/** Changes while a section of the report is written. */
export interface Telling {
  /** The period was named in this section. */
  opened: boolean;
  /** The topic has said that its figures are of the whole. */
  wholeNamed: boolean;
  /** Who is outside the figures spoken of: those whom the line above the topic or paragraph names; else the introduction. */
  told: Outside | undefined;
  /** The same where a paragraph says nothing of its own. */
  toldByTopic: Outside | undefined;
  /** Key of those outside the figure told last. */
  last: string;
  /** The sentence tells parts of the figure before it. */
  within: boolean;
  /** Who is outside the rates of the paragraph, by their base: another number of funerals needs a word. */
  readonly counted: Map<string, Outside>;
  /** Nothing of the paragraph has been written yet. */
  fresh: boolean;
  /** The paragraph has said that no unit has something: of what follows from that it need not say so again. */
  nobody: boolean;
  /** The sentence goes on from the one before. */
  joining: boolean;
  /** The sentence has named last year: its other changes are beside the same one. */
  yearNamed: boolean;
  /** The topic tells rates over other bases too: each names its base. */
  bases: boolean;
  /** Several rates of the paragraph have not changed: one sentence says it of all. */
  steady: boolean;
}

export const newTelling = (): Telling => ({
  opened: false,
  wholeNamed: false,
  told: undefined,
  toldByTopic: undefined,
  last: '',
  within: false,
  counted: new Map(),
  fresh: true,
  nobody: false,
  joining: false,
  yearNamed: false,
  bases: false,
  steady: false,
});

/** How a figure stands among others. */
export interface MarkedFigure {
  /** The bracket stands behind several figures and is of each of them. */
  readonly many?: boolean;
  /** It says so of this figure even where the introduction has. */
  readonly always?: boolean;
}

/** "chưa gồm xã A", for the bracket behind a figure of other units than those spoken of; nothing behind the others. */
export function coverageMark(
  prose: Prose,
  result: IndicatorResult,
  telling: Telling,
  { many = false, always = false }: MarkedFigure = {},
): string {
  if (isOfUnits(result)) return '';
  const own = outsideFigure(prose, result);
  const beside = besideOf(prose, result, telling);
  const { baseLabel } = result.indicator;
  if (baseLabel !== undefined) telling.counted.set(baseLabel, own);
  const told = telling.told ?? wholeOf(prose);
  const isTold = own.key === told.key || (telling.within && own.key === telling.last);
  telling.last = own.key;
  if (beside !== undefined) return markOf(prose, result, many, own, beside);
  return isTold || !(always || isMarked(prose, result, telling))
    ? ''
    : markOf(prose, result, many, own, told);
}

/** "Không kể xã A": begins the sentence of a figure of other units than those spoken of. */
export const leadOf = (prose: Prose, result: IndicatorResult, told: Outside): string =>
  prose.say('coverage.lead', {
    ...sharesOf(prose, result),
    ...named(prose, outsideFigure(prose, result), told),
  });

/** The sentence behind whose figures it tells. */
export const led = (prose: Prose, lead: string, sentence: string): string =>
  lead === '' ? sentence : prose.say('coverage.led', { lead, sentence: lowerFirst(sentence) });

const markOf = (prose: Prose, result: IndicatorResult, many: boolean, own: Outside, told: Outside): string =>
  prose.say('coverage.mark', { ...sharesOf(prose, result), many, ...named(prose, own, told) });

/** Who is outside the rate before it over the same base of other units, where the introduction alone says so. */
function besideOf(prose: Prose, result: IndicatorResult, telling: Telling): Outside | undefined {
  const { baseLabel } = result.indicator;
  const before = baseLabel === undefined ? undefined : telling.counted.get(baseLabel);
  const isOther = before !== undefined && !telling.within && before.key !== coverageKey(prose, result);
  return isOther && !isMarked(prose, result, telling) ? before : undefined;
}

/** Neither the introduction nor a line above says whom it lacks. */
function isMarked(prose: Prose, result: IndicatorResult, { told }: Telling): boolean {
  const isSaidAbove = told !== undefined && told.key !== wholeOf(prose).key;
  return isSaidAbove || outsideOf(result).length > 0 || needsOwnMark(prose, result);
}

/** By whose figures a list is ordered: what needs no bracket stands with the units spoken of. */
export const listedWith = (
  prose: Prose,
  result: IndicatorResult,
  telling: Telling,
  spokenOf: string,
): string =>
  isOfUnits(result) || (!isMarked(prose, result, telling) && besideOf(prose, result, telling) === undefined)
    ? spokenOf
    : coverageKey(prose, result);

/** Who is not in it where that is not as told, and who is in it beside those spoken of, by name where they are few. */
function named(prose: Prose, own: Outside, told: Outside) {
  // All whom it lacks, not only those whom the others have: a reader does not add up two sentences.
  const isAsTold = without(own.missing, told.missing).length === 0;
  const lacking = isAsTold ? [] : without(own.missing, wholeOf(prose).missing);
  const also = without(told.missing, own.missing);
  const isNamed =
    lacking.length + also.length > 0 &&
    lacking.length + also.length <= TIED_NAMED_AT_MOST &&
    [...own.notApplicable, ...told.notApplicable].every(
      (code) => own.notApplicable.includes(code) && told.notApplicable.includes(code),
    );
  return {
    named: isNamed,
    lacking: isNamed ? namesOf(prose.frame, lacking) : '',
    also: isNamed ? namesOf(prose.frame, also) : '',
  };
}

/** A remark in the bracket with which the text ends, or in one of its own. */
export const bracketed = (text: string, remark: string): string =>
  remark === '' ? text : text.endsWith(')') ? `${text.slice(0, -1)}; ${remark})` : `${text} (${remark})`;
