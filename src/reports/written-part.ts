/** Parts a machine cannot know: the office's own text, or a marked place to write with a first draft from the figures. */
import type { Block, OwnRecord } from '../model.js';
import { absentCount, absentNames, silentUnits } from './coverage.js';
import { lowestAndHighest, unitRates } from './extremes.js';
import { unitName } from './frame.js';
import type { PartText } from './narrative.js';
import type { OutlinePart, Slot } from './outline.js';
import { aimText, targetOfWhole, targetPeriod } from './target-sentences.js';
import { runsOf, unmarked } from './figure-marks.js';
import { figure, fractionOf, isHeard, printedRate, toldOf, type Teller, type Told } from './teller.js';
import { upperFirst } from './vietnamese-list.js';

export interface WrittenPart {
  readonly blocks: readonly Block[];
  /** Titles of what the office still has to write. */
  readonly empty: readonly string[];
}

/** A part with text of its own needs no more; otherwise every slot without text gets its marked place. */
export function writtenPart(teller: Teller, part: OutlinePart, text: PartText | undefined): WrittenPart {
  const own = text?.own ?? [];
  const slots = part.slots.map((slot) => ({ slot, written: text?.bySlot.get(slot.id) ?? [] }));
  const wanted = own.length > 0 ? slots.filter(({ written }) => written.length > 0) : slots;
  const single = part.slots.length === 1;
  const blocks = wanted.flatMap(({ slot, written }): readonly Block[] => [
    ...(single ? [] : [{ kind: 'heading', level: 2, text: slot.title } as const]),
    ...(written.length > 0 ? written : placeToWrite(teller, slot)),
  ]);
  return {
    blocks: [...own, ...blocks],
    empty: wanted.filter(({ written }) => written.length === 0).map(({ slot }) => slot.title),
  };
}

function placeToWrite(teller: Teller, slot: Slot): readonly Block[] {
  const drafts = draftItems(teller, slot.draft);
  const marked = (text: string): Block => ({ kind: 'paragraph', runs: runsOf(text, { draft: true }) });
  const place = marked(teller.say('draft.write', { title: slot.title }));
  if (drafts.length === 0) return [place];
  return [
    place,
    marked(teller.say('draft.intro', {})),
    { kind: 'list', ordered: false, items: drafts.map((text) => runsOf(text, { draft: true })) },
  ];
}

function draftItems(teller: Teller, draft: Slot['draft']): readonly string[] {
  switch (draft) {
    case 'strengths':
      return headlineRates(teller).flatMap((told) => judgedItem(teller, told, true));
    case 'difficulties':
      return [
        ...notSentItem(teller),
        ...headlineRates(teller).flatMap((told) => [
          ...judgedItem(teller, told, false),
          ...lowestItem(teller, told),
        ]),
        ...saidByUnits(teller, 'difficulties'),
      ];
    case 'proposals':
      return saidByUnits(teller, 'proposals');
    case 'none':
      return [];
  }
}

const headlineRates = (teller: Teller): readonly Told[] =>
  teller.frame.results.indicators
    .filter(({ headline, kind }) => headline && kind === 'rate')
    .flatMap(({ id }) => toldOf(teller, id) ?? [])
    .filter(isHeard);

/** Targets met are strengths, targets missed are difficulties. */
function judgedItem(teller: Teller, told: Told, met: boolean): readonly string[] {
  const judged = targetOfWhole(teller, told);
  const rate = fractionOf(told.measure);
  if (judged === undefined || rate === undefined || (judged.outcome.state !== 'missed') !== met) return [];
  const data = {
    label: told.indicator.label,
    rate: figure(teller, told.indicator.id, 'rate', printedRate(teller, rate)),
    aim: aimText(teller, judged),
    targetPeriod: targetPeriod(teller, judged.target),
  };
  return [teller.say(met ? 'draft.reached' : 'draft.missed', data)];
}

function lowestItem(teller: Teller, told: Told): readonly string[] {
  const rates = unitRates(teller, told.indicator.id);
  const whole = fractionOf(told.measure);
  const plain = rates.every(({ rate }) => rate.denominator === 1);
  if (rates.length < 2 || whole === undefined || plain) return [];
  const [lowest, highest] = lowestAndHighest(teller, rates);
  if (lowest.printed === highest.printed) return [];
  const data = {
    label: told.indicator.label,
    lowest: lowest.names,
    lowRate: figure(teller, told.indicator.id, 'rate', lowest.printed, { unit: lowest.unit }),
    rate: figure(teller, told.indicator.id, 'rate', printedRate(teller, whole)),
  };
  return [teller.say('draft.lowest', data)];
}

function notSentItem(teller: Teller): readonly string[] {
  const silent = silentUnits(teller.frame);
  if (absentCount(silent) === 0) return [];
  return [teller.say('draft.notSent', { names: absentNames(teller.frame, teller.say, silent) })];
}

/** Free text of the units' Thông tin, unit by unit. */
export function saidByUnits(
  teller: Teller,
  field: 'difficulties' | 'proposals' | 'goodPractice',
): readonly string[] {
  return teller.frame.leaves.flatMap((leaf) => {
    const text = textOf(teller.frame.results.own[leaf.code]?.[field]);
    return text === '' ? [] : [teller.say('draft.says', { name: upperFirst(unitName(leaf)), text })];
  });
}

export const textOf = (own: OwnRecord | undefined): string =>
  own?.state === 'value' && typeof own.value === 'string' ? unmarked(own.value).trim() : '';
