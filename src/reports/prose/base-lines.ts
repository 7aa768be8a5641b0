/**
 * Whose figures a topic or a paragraph tells, said once above it: "Số liệu mục này chưa gồm xã A". Figures of other units
 * then say so behind themselves (`telling.ts`). Lines stand where the reader has the fewest remarks to read.
 */
import { NAMED_AT_MOST, namesOf } from './coverage.js';
import { needsOwnMark } from './exceptions.js';
import { outsideFigure, outsideOfCodes, wholeOf, without, type Outside } from './outside.js';
import { outsideOf, sharesOf, type IndicatorResult, type Prose } from './prose.js';
import type { Telling } from './telling.js';
import { smallest } from '../../values/of-many.js';

/** What stands under one line. */
export interface UnderLine {
  /** Figures told for themselves, those of one sentence together. */
  readonly figures: readonly (readonly IndicatorResult[])[];
  /** Who is outside its numbers of units: these show their own base, and the line must not contradict it. */
  readonly ofUnits: readonly Outside[];
}

/** Begins a topic: the line above it, empty where lines above its paragraphs, or none, say the same with fewer remarks. */
export function beginTopic(prose: Prose, paragraphs: readonly UnderLine[], telling: Telling): string {
  const whole = wholeOf(prose);
  const all = {
    figures: paragraphs.flatMap(({ figures }) => figures),
    ofUnits: paragraphs.flatMap(({ ofUnits }) => ofUnits),
  };
  const remarks = (told: Outside): number =>
    paragraphs.reduce((sum, one) => sum + bestOf(prose, one, told).remarks, 0);
  const choices = candidates(prose, all, whole).map((base) => ({ base, remarks: 1 + remarks(base) }));
  const fewest = smallest(choices.map((one) => one.remarks));
  const unlined = remarks(whole);
  // Instead of as many brackets a line stands only where all of the topic lacks those whom it names.
  const base = choices.find(
    (one) =>
      one.remarks === fewest && (fewest < unlined || (fewest === unlined && isOfAll(prose, all, one.base))),
  )?.base;
  telling.wholeNamed = false;
  telling.toldByTopic = base ?? whole;
  return base === undefined ? '' : lineOf(prose, all, base, 'baseLine.topic');
}

const isOfAll = (prose: Prose, { figures }: UnderLine, { missing }: Outside): boolean =>
  figures.flat().every((one) => without(missing, saidOutside(prose, one).missing).length === 0);

/** Begins a paragraph: the line above it, empty where the one above the topic will do. */
export function beginParagraph(prose: Prose, under: UnderLine, telling: Telling): string {
  const told = telling.toldByTopic ?? wholeOf(prose);
  const { base } = bestOf(prose, under, told);
  telling.told = base ?? told;
  telling.last = '';
  telling.counted.clear();
  return base === undefined ? '' : lineOf(prose, under, base, 'baseLine.paragraph');
}

/** The line with which the paragraph has the fewest remarks, if one is better than none; and how many these are. */
function bestOf(
  prose: Prose,
  under: UnderLine,
  told: Outside,
): { readonly base?: Outside; readonly remarks: number } {
  let best: { readonly base?: Outside; readonly remarks: number } = { remarks: marks(prose, under, told) };
  for (const base of candidates(prose, under, told)) {
    const remarks = 1 + marks(prose, under, base);
    if (remarks < best.remarks) best = { base, remarks };
  }
  return best;
}

/** So many brackets say whom figures lack that are not of those units; one is of all alike in a sentence. */
const marks = (prose: Prose, { figures }: UnderLine, told: Outside): number =>
  figures.reduce(
    (sum, sentence) => sum + new Set(keysOf(prose, sentence).filter((key) => key !== told.key)).size,
    0,
  );

const keysOf = (prose: Prose, figures: readonly IndicatorResult[]): readonly string[] =>
  figures.map((one) => saidOutside(prose, one).key);

/** Of many units a figure that lacks a few passes for one of the whole. */
const saidOutside = (prose: Prose, one: IndicatorResult): Outside =>
  outsideOf(one).length > 0 || needsOwnMark(prose, one) ? outsideFigure(prose, one) : wholeOf(prose);

/** Who is outside some figure, and who is outside all of them; others than `told`, and only what a line can say. */
function candidates(prose: Prose, under: UnderLine, told: Outside): readonly Outside[] {
  const all = under.figures.flat().map((one) => saidOutside(prose, one));
  const [first] = all;
  if (first === undefined) return [];
  const common = outsideOfCodes(
    first.missing.filter((code) => all.every(({ missing }) => missing.includes(code))),
    first.notApplicable.filter((code) => all.every(({ notApplicable }) => notApplicable.includes(code))),
  );
  const byKey = new Map([...all, common].map((one) => [one.key, one]));
  return [...byKey.values()].filter(
    (one) =>
      one.key !== told.key &&
      one.key !== wholeOf(prose).key &&
      isAsOthersHave(under, one) &&
      lineOf(prose, under, one, 'baseLine.topic') !== '',
  );
}

/** No number of units counts one of those whom the line would call missing. */
const isAsOthersHave = ({ ofUnits }: UnderLine, { missing }: Outside): boolean =>
  ofUnits.every((one) => without(missing, one.missing).length === 0);

/** By name where they are few, else how many are in the figures; empty where no figure is of just those. */
function lineOf(prose: Prose, { figures }: UnderLine, base: Outside, id: string): string {
  const lacking = without(base.missing, wholeOf(prose).missing);
  const isOnlyLacking = base.notApplicable.length === 0;
  if (lacking.length === 0 && isOnlyLacking) return '';
  const named = isOnlyLacking && lacking.length <= NAMED_AT_MOST;
  const one = figures.flat().find((figure) => outsideFigure(prose, figure).key === base.key);
  if (named) return prose.say(id, { lacking: namesOf(prose.frame, lacking), ...NO_SHARES });
  return one === undefined ? '' : prose.say(id, { lacking: '', ...sharesOf(prose, one) });
}

const NO_SHARES = { reported: '', expected: '', outside: false } as const;
