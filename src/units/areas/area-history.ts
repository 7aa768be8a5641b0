/**
 * The history of residential areas inside a commune: which area of today came from which earlier ones, and the reverse.
 * Steps of one day happen together; an area that no step names stays what it is.
 */
import type { AreaStep } from '../../model.js';
import { groupBy } from '../../values/groups.js';
import { exactNameKey } from '../names/unit-name-key.js';
import { defined } from '../../values/defined.js';

/** An area by its name, and by its former unit where the commune has namesakes. */
export interface AreaName {
  readonly name: string;
  readonly formerUnit?: string;
}

/** One of the areas an area of today came from. */
export interface AreaSource extends AreaName {
  /** Some step changed it; otherwise it is the same area under the same name. */
  readonly changed: boolean;
}

export interface AreaHistory {
  /** Days on which steps of the commune lie, after `from` up to `to`. */
  readonly hasSteps: (unit: string, from: string, to: string) => boolean;
  /** Where an area of `to` stood on `from`; undefined where its name belonged to an area that went elsewhere. */
  readonly before: (
    unit: string,
    area: AreaName,
    from: string,
    to: string,
  ) => readonly AreaSource[] | undefined;
  /** What became of an area of `from` by `to`. */
  readonly after: (unit: string, area: AreaName, from: string, to: string) => readonly AreaSource[];
  /** The first names of the steps in between: what the list of `from` must know. */
  readonly named: (unit: string, from: string, to: string) => readonly AreaStep[];
}

export const areaKey = (name: string): string => exactNameKey({ name });

/** One day's steps of a commune, in the order given and by the names that they take and give. */
interface Day {
  readonly date: string;
  readonly steps: readonly AreaStep[];
  readonly byOldName: ReadonlyMap<string, readonly AreaStep[]>;
  readonly byNewName: ReadonlyMap<string, readonly AreaStep[]>;
}

/** What the day made of an area. */
const stepsFrom = ({ name, formerUnit }: AreaName, { byOldName }: Day): readonly AreaStep[] =>
  (byOldName.get(areaKey(name)) ?? []).filter(
    ({ oldFormerUnit }) =>
      oldFormerUnit === undefined ||
      formerUnit === undefined ||
      areaKey(oldFormerUnit) === areaKey(formerUnit),
  );

/** `steps` of all communes, in any order. */
export function areaHistory(steps: readonly AreaStep[]): AreaHistory {
  const byUnit = new Map(
    [...groupBy(steps, ({ unit }) => unit)].map(([unit, own]) => [unit, daysOf(own)] as const),
  );
  const between = (unit: string, from: string, to: string): readonly Day[] =>
    (byUnit.get(unit) ?? []).filter(({ date }) => from < date && date <= to);
  return {
    hasSteps: (unit, from, to) => between(unit, from, to).length > 0,
    before: (unit, area, from, to) => {
      let sources: readonly AreaSource[] | undefined = [{ ...area, changed: false }];
      for (const day of between(unit, from, to).toReversed()) sources = sources && earlierOf(sources, day);
      return sources;
    },
    after: (unit, area, from, to) =>
      between(unit, from, to).reduce<readonly AreaSource[]>(laterOf, [{ ...area, changed: false }]),
    named: (unit, from, to) => {
      const made = new Set<string>();
      return between(unit, from, to).flatMap(({ steps: today }) => {
        const first = today.filter(({ oldName }) => !made.has(areaKey(oldName)));
        for (const { newName } of today) made.add(areaKey(newName));
        return first;
      });
    },
  };
}

const daysOf = (steps: readonly AreaStep[]): readonly Day[] =>
  [...groupBy(steps, ({ date }) => date)]
    .map(([date, own]) => ({
      date,
      steps: own,
      byOldName: groupBy(own, ({ oldName }) => areaKey(oldName)),
      byNewName: groupBy(own, ({ newName }) => areaKey(newName)),
    }))
    .sort((one, other) => (one.date < other.date ? -1 : 1));

/** The areas of the day before; undefined where one of them has a name that its first bearer lost that day. */
function earlierOf(sources: readonly AreaSource[], day: Day): readonly AreaSource[] | undefined {
  const found = sources.map((source): readonly AreaSource[] | undefined => {
    const into = day.byNewName.get(areaKey(source.name)) ?? [];
    if (into.length > 0)
      return into.map((step) => ({
        name: step.oldName,
        ...defined({ formerUnit: step.oldFormerUnit }),
        changed: true,
      }));
    return stepsFrom(source, day).length > 0 ? undefined : [source];
  });
  return found.includes(undefined) ? undefined : distinct(found.flatMap((one) => one ?? []));
}

function laterOf(areas: readonly AreaSource[], day: Day): readonly AreaSource[] {
  return distinct(
    areas.flatMap((area): readonly AreaSource[] => {
      const out = stepsFrom(area, day);
      return out.length === 0 ? [area] : out.map((step) => ({ name: step.newName, changed: true }));
    }),
  );
}

/** An area that gave two parts to one of today (through others) is one source of it. */
const distinct = (sources: readonly AreaSource[]): readonly AreaSource[] => [
  ...new Map(
    sources.map((one) => [`${areaKey(one.name)} | ${areaKey(one.formerUnit ?? '')}`, one] as const),
  ).values(),
];
