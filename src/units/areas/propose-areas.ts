/**
 * A draft of areas.csv from two lists of a commune: neighbours that became one, one that was divided, new names. Lists keep
 * their order when areas are merged, so runs of earlier areas are laid beside today's by their households.
 */
import { areaKey } from './area-history.js';
import { apart, fits, isKept, sumOf, type ListedArea, type Pair } from './area-pairs.js';
import { alsoInto, isSaidByName } from './draft-basis.js';

export interface ProposedStep {
  readonly oldName: string;
  /** Where several communes became one: which of them had the area. */
  readonly oldFormerUnit?: string;
  readonly newName: string;
  /** whole, or "2/5". */
  readonly share: string;
  /**
   * What speaks for it: the names themselves; only the households of both years; or nothing but the order of the lists,
   * where the households say otherwise or are unknown.
   */
  readonly basis: 'name' | 'households' | 'order';
  /** Other areas of today into which it may have gone as well, by the households. */
  readonly alsoInto?: readonly string[];
}

/** Most areas that become one in a draft; more is left to the office. */
const MOST_PARTS = 6;
/** Lists beyond this length are not laid beside each other: no commune has so many areas. */
const MOST_AREAS = 400;

/** Steps for what changed; nothing for an area that stays what it was under its name. */
export function proposeAreas(
  then: readonly ListedArea[],
  now: readonly ListedArea[],
): readonly ProposedStep[] {
  if (then.length > MOST_AREAS || now.length > MOST_AREAS) return [];
  const pairs = pairsOf(then, now);
  return pairs.flatMap((pair) => stepsOf(pair, pairs));
}

/**
 * Steps of a commune that several became: where its areas say which of these they lie in, each is laid beside its own;
 * else all of them in the order of the communes.
 */
export function proposeMerged(
  then: readonly { readonly formerUnit?: string; readonly areas: readonly ListedArea[] }[],
  now: readonly ListedArea[],
): readonly ProposedStep[] {
  const all = then.flatMap(({ areas }) => areas);
  const names = all.map(({ name }) => areaKey(name));
  /** Only a name that two of the communes had needs to say whose it was. */
  const named = (steps: readonly ProposedStep[], formerUnit: string): readonly ProposedStep[] =>
    steps.map((step) => {
      const isShared = names.filter((name) => name === areaKey(step.oldName)).length > 1;
      return isShared && formerUnit !== '' ? { ...step, oldFormerUnit: formerUnit } : step;
    });
  const of = (unit: string): readonly ListedArea[] =>
    now.filter(({ formerUnit = '' }) => bareKey(formerUnit) === bareKey(unit));
  const parted = then.map(({ formerUnit = '', areas }) => ({ formerUnit, areas, today: of(formerUnit) }));
  const isParted = then.length > 1 && parted.reduce((sum, { today }) => sum + today.length, 0) === now.length;
  if (isParted)
    return parted.flatMap(({ formerUnit, areas, today }) => named(proposeAreas(areas, today), formerUnit));
  // Of a name that two of the communes had nobody can say from the order whose it was.
  return proposeAreas(all, now).map((step) =>
    all.filter(({ name }) => name === step.oldName).length > 1 ? { ...step, basis: 'order' as const } : step,
  );
}

/** "Xã Đông Thọ" and "Đông Thọ" are one. */
const bareKey = (unit: string): string =>
  areaKey(unit.replace(/^\s*(?:xã|phường|thị trấn|đặc khu)\s+/iu, ''));

/** A name that stays is a sign, but not alone: areas are often numbered anew. Merging costs a little, lest it be preferred. */
function costOf(pair: Pair): number {
  const names = new Set(pair.now.map(({ name }) => areaKey(name)));
  const kept = pair.then.filter(({ name }) => names.has(areaKey(name))).length;
  const away = pair.now.length === 0 || pair.then.length === 0 ? 1 : apart(pair);
  return away + (pair.then.length + pair.now.length - 2) * 0.002 - (kept > 0 ? 0.02 : 0);
}

interface Best {
  readonly cost: number;
  readonly pair?: Pair;
  readonly from?: readonly [number, number];
}

/** The cheapest way to lay both lists beside each other: n to one, one to two, or one side alone. */
function pairsOf(then: readonly ListedArea[], now: readonly ListedArea[]): readonly Pair[] {
  const best = new Map<string, Best>([['0 0', { cost: 0 }]]);
  const at = (i: number, j: number): Best | undefined => best.get(`${String(i)} ${String(j)}`);
  for (let i = 0; i <= then.length; i += 1)
    for (let j = 0; j <= now.length; j += 1) {
      if (i === 0 && j === 0) continue;
      let found: Best | undefined;
      for (const [parts, into] of MOVES) {
        const before = i < parts || j < into ? undefined : at(i - parts, j - into);
        if (before === undefined) continue;
        const pair = { then: then.slice(i - parts, i), now: now.slice(j - into, j) };
        const cost = before.cost + costOf(pair);
        if (found === undefined || cost < found.cost) found = { cost, pair, from: [i - parts, j - into] };
      }
      if (found !== undefined) best.set(`${String(i)} ${String(j)}`, found);
    }
  const pairs: Pair[] = [];
  let place: readonly [number, number] | undefined = [then.length, now.length];
  while (place !== undefined) {
    const here: Best | undefined = at(place[0], place[1]);
    if (here?.pair !== undefined) pairs.unshift(here.pair);
    place = here?.from;
  }
  return pairs;
}

const MOVES: readonly (readonly [parts: number, into: number])[] = [
  ...Array.from({ length: MOST_PARTS }, (_, at) => [at + 1, 1] as const),
  [1, 2],
  [1, 3],
  [1, 0],
  [0, 1],
];

function stepsOf(pair: Pair, all: readonly Pair[]): readonly ProposedStep[] {
  const { then, now } = pair;
  const [first] = then;
  const [only] = now;
  if (first === undefined || only === undefined) return [];
  const basis = fits(pair) ? 'households' : 'order';
  if (now.length > 1) {
    const whole = sumOf(now) ?? 0;
    return now.map(({ name, households = 0 }) => ({
      oldName: first.name,
      newName: name,
      share: whole > 0 && households > 0 ? `${String(households)}/${String(whole)}` : '?',
      basis,
    }));
  }
  if (isKept(pair)) return [];
  return then.map((area): ProposedStep => {
    const others = basis === 'order' ? [] : alsoInto(area, pair, all);
    return {
      oldName: area.name,
      newName: only.name,
      share: 'whole',
      basis: basis === 'households' && isSaidByName(area.name, only.name) ? 'name' : basis,
      ...(others.length === 0 ? {} : { alsoInto: others }),
    };
  });
}
