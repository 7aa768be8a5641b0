/** The last paragraph of a topic: who is in none of its figures, then who is not in single ones. */
import { upperFirst } from '../values/vietnamese-text.js';
import { groupBy } from '../values/groups.js';
import {
  absentCount,
  absentKey,
  absentNames,
  NAMED_AT_MOST,
  namesOrCount,
  reasonsText,
  type Absent,
} from './coverage.js';
import { outsideOf, type Prose, type IndicatorResult } from './prose.js';
import { listed, paragraphOf } from './vietnamese-list.js';

/** A figure that was printed, with the units that are not in it. */
export interface Spoken {
  readonly result: IndicatorResult;
  readonly absent: Absent;
  /** What the figure is called inside a sentence. */
  readonly name: string;
  /** A rate was printed, so that its lowest and highest value matter. */
  readonly asRate: boolean;
}

/** `named`: sets of units already named with their reasons, so that they are only recalled. */
export function coverageParagraph(
  prose: Prose,
  spoken: readonly Spoken[],
  named: Set<string>,
): readonly string[] {
  const common = commonToAll(spoken.map(({ absent }) => absent));
  const sentences = [
    ...commonSentence(prose, common, named),
    ...singleSentence(prose, spoken, common),
    ...outsideSentences(prose, spoken),
    ...unboundedSentence(prose, spoken.filter(isUnbounded)),
  ];
  return sentences.length === 0 ? [] : [paragraphOf(sentences)];
}

/** "Xã A không thuộc diện báo cáo số nhà văn hóa; số liệu của 3/3 đơn vị thuộc diện.", figures of the same units together. */
function outsideSentences(prose: Prose, spoken: readonly Spoken[]): readonly string[] {
  const groups = groupBy(
    spoken.filter(({ result }) => outsideOf(result).length > 0),
    ({ result }) => outsideOf(result).join(),
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { reported, expected } = first.result.measure;
    const alike = group.every(({ result: { measure } }) => measure.reported === reported);
    const names = upperFirst(namesOrCount(prose, outsideOf(first.result), NAMED_AT_MOST));
    const data = {
      names,
      figures: listed([...new Set(group.map(({ name }) => name))]),
      reported: alike ? prose.frame.count(reported) : '',
      expected: prose.frame.count(expected),
    };
    return [prose.say('coverage.outside', data)];
  });
}

/** Other rates of the topic may have bounds: those that have none are named. */
function unboundedSentence(prose: Prose, unbounded: readonly Spoken[]): readonly string[] {
  if (unbounded.length === 0) return [];
  return [prose.say('coverage.unbounded', { names: listed(unbounded.map(({ name }) => name)) })];
}

/** A headline rate that lacks units and for which the run found no lowest and highest value. */
const isUnbounded = ({ result, absent, asRate }: Spoken): boolean =>
  asRate && result.indicator.headline && absentCount(absent) > 0 && result.measure.bounds === undefined;

/** Units absent from every figure for the same reason. */
function commonToAll(sets: readonly Absent[]): Absent {
  const [first, ...others] = sets;
  const common = [...(first ?? [])].map(
    ([reason, codes]) =>
      [
        reason,
        codes.filter((code) => others.every((one) => one.get(reason)?.includes(code) === true)),
      ] as const,
  );
  return new Map(common.filter(([, codes]) => codes.length > 0));
}

function commonSentence(prose: Prose, common: Absent, named: Set<string>): readonly string[] {
  if (absentCount(common) === 0) return [];
  const key = absentKey(common);
  if (named.has(key)) {
    return [prose.say('coverage.again', { names: absentNames(prose.frame, prose.say, common) })];
  }
  named.add(key);
  const reasons = reasonsText(prose, common);
  return [prose.say('coverage.partial', { reasons, several: common.size > 1 })];
}

/** "Ngoài ra, chưa tính được số liệu của xã A (số hộ đăng ký); xã B và xã C (…)." */
function singleSentence(prose: Prose, spoken: readonly Spoken[], common: Absent): readonly string[] {
  const shared = new Set([...common.values()].flat());
  const figuresByUnit = new Map<string, string[]>();
  for (const { absent, name } of spoken) {
    for (const code of [...absent.values()].flat()) {
      if (!shared.has(code)) figuresByUnit.set(code, [...(figuresByUnit.get(code) ?? []), name]);
    }
  }
  const unitsByFigures = new Map<string, string[]>();
  for (const [code, names] of figuresByUnit) {
    const figures = listed([...new Set(names)]);
    unitsByFigures.set(figures, [...(unitsByFigures.get(figures) ?? []), code]);
  }
  if (unitsByFigures.size === 0) return [];
  const items = [...unitsByFigures].map(([figures, codes]) =>
    prose.say('coverage.single', { names: namesOrCount(prose, codes), figures }),
  );
  return [prose.say('coverage.besides', { items: items.join('; '), besides: shared.size > 0 })];
}
