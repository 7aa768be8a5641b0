/** What the report has already said, so that it is not said again: the period, and whose figures the last ones were. */
import { absentFrom, namesOf, silentUnits, TIED_NAMED_AT_MOST, type Absent } from './coverage.js';
import { needsOwnMark } from './exceptions.js';
import { outsideOf, sharesOf, type IndicatorResult, type Prose } from './prose.js';

/** Units outside a figure: those that it lacks, and those to which it does not apply. */
interface Outside {
  /** The same units, for whatever reason. */
  readonly key: string;
  readonly missing: readonly string[];
  readonly notApplicable: readonly string[];
}

/** Changes while a section of the report is written. */
export interface Telling {
  /** The period was named in this section. */
  opened: boolean;
  /** The topic has said that its figures are of the whole. */
  wholeNamed: boolean;
  /** Who is outside the figures spoken of: at first those whom the introduction names. */
  told: Outside | undefined;
  /** Key of those outside most figures of the paragraph: said at the first of them, it holds for the others. */
  usual: string;
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
  usual: '',
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

/** A topic speaks of the units that the introduction names, until it says otherwise. */
export function beginTopic(telling: Telling): void {
  telling.told = undefined;
  telling.wholeNamed = false;
}

/**
 * `results`: what the paragraph tells. What most of them lack it says once, at the first; what the topic has said holds
 * as long as some figure of the paragraph is of the same units.
 */
export function beginParagraph(prose: Prose, results: readonly IndicatorResult[], telling: Telling): void {
  const whole = wholeOf(prose);
  const keys = results.map((one) => coverageKey(prose, one));
  const before = telling.told?.key ?? whole.key;
  telling.usual = before !== whole.key && keys.includes(before) ? before : mostFrequent(keys, whole.key);
  if (before !== telling.usual) telling.told = whole;
  telling.told ??= whole;
  telling.last = '';
  telling.counted.clear();
}

/** Of equally many the preferred one, then the first. */
function mostFrequent(keys: readonly string[], preferred: string): string {
  const times = new Map<string, number>();
  for (const key of keys) times.set(key, (times.get(key) ?? 0) + 1);
  let best = preferred;
  for (const [key, many] of times) if (many > (times.get(best) ?? 0)) best = key;
  return best;
}

/** Those that sent nothing that could be read. */
const wholeOf = (prose: Prose): Outside => outside(silentUnits(prose.frame), []);

function outside(absent: Absent, notApplicable: readonly string[]): Outside {
  const missing = [...absent.values()].flat();
  return {
    key: `${[...missing].sort().join()}|${[...notApplicable].sort().join()}`,
    missing,
    notApplicable,
  };
}

const outsideFigure = (prose: Prose, result: IndicatorResult): Outside =>
  outside(absentFrom(prose.frame, result.measure, result.indicator.id), outsideOf(result));

export const coverageKey = (prose: Prose, result: IndicatorResult): string =>
  outsideFigure(prose, result).key;

/** It counts units: how many have reported is its own base, "11/12 xã". */
export const isOfUnits = ({ indicator, measure }: IndicatorResult): boolean =>
  indicator.kind === 'rate' && measure.d === measure.reported;

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
  if (beside !== undefined || (!always && !isMarked(prose, result))) {
    telling.last = own.key;
    return beside === undefined ? '' : markOf(prose, result, many, own, beside, beside);
  }
  const told = telling.told ?? wholeOf(prose);
  const isTold = own.key === told.key || (telling.within && own.key === telling.last);
  telling.last = own.key;
  if (own.key === telling.usual) telling.told = own;
  return isTold ? '' : markOf(prose, result, many, own, told, wholeOf(prose));
}

/** `from`: those whose absence needs no word here. */
const markOf = (
  prose: Prose,
  result: IndicatorResult,
  many: boolean,
  own: Outside,
  told: Outside,
  from: Outside,
): string =>
  prose.say('coverage.mark', { ...sharesOf(prose, result), many, ...named(prose, own, told, from) });

/** Who is outside the rate before it over the same base of other units, where the introduction alone says so. */
function besideOf(prose: Prose, result: IndicatorResult, { counted, within }: Telling): Outside | undefined {
  const { baseLabel } = result.indicator;
  const before = baseLabel === undefined ? undefined : counted.get(baseLabel);
  const isOther = before !== undefined && !within && before.key !== coverageKey(prose, result);
  return isOther && !isMarked(prose, result) ? before : undefined;
}

/** The introduction does not say whom it lacks. */
function isMarked(prose: Prose, result: IndicatorResult): boolean {
  return outsideOf(result).length > 0 || needsOwnMark(prose, result);
}

/** By whose figures a list is ordered: what needs no bracket stands with the units spoken of. */
export const listedWith = (
  prose: Prose,
  result: IndicatorResult,
  telling: Telling,
  spokenOf: string,
): string =>
  isOfUnits(result) || (!isMarked(prose, result) && besideOf(prose, result, telling) === undefined)
    ? spokenOf
    : coverageKey(prose, result);

/** Who is not in it of those that sent something, by name, where they are few; or who is in it beside those spoken of. */
function named(prose: Prose, own: Outside, told: Outside, from: Outside) {
  const without = (some: readonly string[], others: readonly string[]): readonly string[] =>
    some.filter((code) => !others.includes(code));
  const lacking = without(own.missing, from.missing);
  const also = lacking.length === 0 ? without(told.missing, own.missing) : [];
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
