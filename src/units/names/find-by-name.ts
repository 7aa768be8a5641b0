/**
 * A name looked up among the units of one known parent. Accepts the name itself and nothing merely similar:
 * what differs by more than marks is only suggested.
 */
import type { NameMatch, UnitVersion } from '../../model.js';
import { editDistance } from '../../values/edit-distance.js';
import {
  exactNameKey,
  hasNoMarks,
  looseNameKey,
  readUnitName,
  spacedLooseKey,
  tonelessKey,
  unitNameKey,
  type NameReading,
} from './unit-name-key.js';
import { remembering } from '../../values/vietnamese-text.js';
import { groupBy } from '../../values/groups.js';
import { defined } from '../../values/defined.js';

interface Keyed {
  readonly unit: UnitVersion;
  readonly exact: string;
  readonly loose: string;
}

interface ReadingKeys {
  readonly type?: string;
  readonly unmarked: boolean;
  readonly exact: string;
  readonly loose: string;
}

const MOST_SUGGESTIONS = 3;

/**
 * `exact`: the name, with the type agreeing or not given. `loose`: marks missing or a wrong tone, and only
 * one unit it can be; to be told. `ambiguous`: several. `none`: nothing, with up to three suggestions.
 */
export function findByName(candidates: readonly UnitVersion[], text: string): NameMatch {
  const readings = readingsOf(text);
  const units = candidates.map(keyed);
  return matchOf(units, text, readings) ?? { kind: 'none', suggestions: suggest(units, readings) };
}

/** The unit that was named exactly; undefined for a name that is only near, or several units'. */
export const exactMatch = (match: NameMatch): UnitVersion | undefined =>
  match.kind === 'exact' ? match.unit : undefined;

/**
 * Whether a text is the name of one or several of these units, save the one with the code `except`: what `findByName`
 * says, for thousands of texts and one list of units. Near names, which cost most, are not looked for.
 */
export function namesOf(candidates: readonly UnitVersion[]): (text: string, except?: string) => boolean {
  // Who has the exact key has the loose one too.
  const byLooseKey = groupBy(candidates.map(keyed), ({ loose }) => loose);
  return (text, except) => {
    const readings = readingsOf(text);
    const loose = new Set(readings.map((reading) => reading.loose));
    const units = [...loose]
      .flatMap((key) => byLooseKey.get(key) ?? [])
      .filter(({ unit }) => unit.code !== except);
    if (units.length === 0) return false;
    const kind = matchOf(units, text, readings)?.kind;
    return kind === 'exact' || kind === 'ambiguous';
  };
}

/** Undefined where the text is no name of these. */
function matchOf(
  units: readonly Keyed[],
  text: string,
  readings: readonly ReadingKeys[],
): NameMatch | undefined {
  const matching = (same: (unit: Keyed, reading: ReadingKeys) => boolean): Keyed[] =>
    units.filter((unit) =>
      readings.some((reading) => (reading.type ?? unit.unit.type) === unit.unit.type && same(unit, reading)),
    );

  const exact = matching((unit, reading) => unit.exact === reading.exact);
  const loose = matching((unit, reading) => unit.loose === reading.loose);
  const unmarked = hasNoMarks(text);
  const [only] = exact.length > 0 ? exact : loose;
  if (only === undefined) return undefined;
  if (exact.length === 1) {
    // "sa pa" may be Sa Pa, or Sả Pa typed without marks.
    return unmarked && loose.length > 1 ? ambiguous(loose) : { kind: 'exact', unit: only.unit };
  }
  if (exact.length > 1) return ambiguous(exact);
  if (loose.length > 1) return ambiguous(loose);
  const readingOfOnly = readings.filter((reading) => reading.loose === only.loose);
  const acceptable = readingOfOnly.some(
    (reading) => reading.unmarked || tonelessKey(reading.exact) === tonelessKey(only.exact),
  );
  return acceptable ? { kind: 'loose', unit: only.unit } : undefined;
}

const ambiguous = (matches: readonly Keyed[]): NameMatch => ({
  kind: 'ambiguous',
  candidates: matches.map((match) => match.unit),
});

/** Keys depend on the unit alone; a run asks for the same few units thousands of times. */
const known = new WeakMap<UnitVersion, Keyed>();

function keyed(unit: UnitVersion): Keyed {
  const before = known.get(unit);
  if (before !== undefined) return before;
  const exact = unitNameKey(unit);
  const keys = { unit, exact, loose: looseNameKey(exact) };
  known.set(unit, keys);
  return keys;
}

/** The same names stand in row after row, and are asked of one list after another. */
const MOST_READINGS = 5_000;
const readingsOf = remembering(
  (text): readonly ReadingKeys[] => readUnitName(text).map(keysOf),
  MOST_READINGS,
);

function keysOf(reading: NameReading): ReadingKeys {
  const exact = exactNameKey(reading);
  return {
    ...defined({ type: reading.type }),
    unmarked: hasNoMarks(reading.name),
    exact,
    loose: looseNameKey(exact),
  };
}

const allowedDistance = (key: string): number => (key.length <= 5 ? 1 : key.length <= 12 ? 2 : 3);

/** The nearest names, a missing tone nearer than another letter. Numbers are near to one another and mean nothing. */
function suggest(units: readonly Keyed[], readings: readonly ReadingKeys[]): UnitVersion[] {
  const near = units.flatMap((unit) => {
    const ranks = readings.flatMap((reading) => {
      const key = spacedLooseKey(reading.exact);
      if (/^\d+$/u.test(key)) return [];
      const other = spacedLooseKey(unit.exact);
      // A long text is near to no name; its distances are not worth the time.
      if (Math.abs(key.length - other.length) > allowedDistance(key)) return [];
      const distance = editDistance(key, other);
      if (distance > allowedDistance(key)) return [];
      const marks = editDistance(reading.exact.normalize('NFD'), unit.exact.normalize('NFD'));
      return [{ unit: unit.unit, distance, marks }];
    });
    ranks.sort((a, b) => a.distance - b.distance || a.marks - b.marks);
    return ranks.slice(0, 1);
  });
  return near
    .sort((a, b) => a.distance - b.distance || a.marks - b.marks)
    .slice(0, MOST_SUGGESTIONS)
    .map((entry) => entry.unit);
}
