/**
 * Units between changes of the map. A code is cut at every day on which any list or the crosswalk says that
 * something changed; between two cuts it means one ground (00331 was Thịnh Liệt and is now Hoàng Mai).
 */
import type { CrosswalkStep, DatedUnit, UnitVersion } from '../model.js';
import { isInForce } from './unit-dates.js';
import { defined } from '../values/defined.js';
import { dayAfter, dayBefore } from '../values/calendar-day.js';

/** A unit from one cut to the next; both days inclusive, absent = open. */
export interface Stretch extends DatedUnit {
  readonly from?: string;
  readonly to?: string;
  /** A dated list holds the unit on the day asked for; otherwise only a results.json of that time names it. */
  readonly listed: boolean;
}

/** A step of the crosswalk whose ends are known units. */
export interface DatedStep {
  readonly step: CrosswalkStep;
  readonly old: Stretch;
  readonly new: Stretch;
}

/** Units that a results.json names, with the day on which its list was in force. */
export interface RecordedUnits {
  readonly date: string;
  readonly units: readonly { readonly code: string; readonly name: string; readonly type: string }[];
}

interface Entry {
  readonly versions: UnitVersion[];
  readonly records: { readonly date: string; readonly name: string; readonly type: string }[];
  /** First days of stretches, ascending after construction. */
  readonly cuts: string[];
}

export class DatedUnits {
  readonly #entries = new Map<string, Entry>();

  /**
   * `lists`: the office's units.csv before the registry, so that its spelling wins. `cuts`: further first days of a
   * new ground, from the crosswalk.
   */
  constructor(
    lists: readonly (readonly UnitVersion[])[],
    records: readonly RecordedUnits[],
    cuts: Iterable<readonly [code: string, day: string]>,
  ) {
    for (const version of lists.flat()) {
      const entry = this.#entry(version.code);
      entry.versions.push(version);
      if (version.validFrom !== undefined) entry.cuts.push(version.validFrom);
      if (version.validTo !== undefined) entry.cuts.push(dayAfter(version.validTo));
    }
    for (const { date, units } of records)
      for (const { code, name, type } of units) this.#entry(code).records.push({ date, name, type });
    for (const [code, day] of cuts) this.#entry(code).cuts.push(day);
    for (const entry of this.#entries.values()) entry.cuts.sort();
  }

  /** The ground a code means on a day; undefined when nobody knows the code then. */
  at(code: string, date: string): Stretch | undefined {
    const entry = this.#entries.get(code);
    if (entry === undefined) return undefined;
    const from = entry.cuts.findLast((day) => day <= date);
    const next = entry.cuts.find((day) => day > date);
    const version = entry.versions.find((one) => isInForce(one, date));
    const named =
      version ??
      entry.records.find(
        (one) => (from === undefined || one.date >= from) && (next === undefined || one.date < next),
      );
    if (named === undefined) return undefined;
    return {
      id: `${code}@${from ?? ''}`,
      code,
      name: named.name,
      type: named.type,
      ...defined({ from }),
      ...(next === undefined ? {} : { to: dayBefore(next) }),
      listed: version !== undefined,
    };
  }

  /** Every version of a code in the dated lists. */
  versionsOf(code: string): readonly UnitVersion[] {
    return this.#entries.get(code)?.versions ?? [];
  }

  #entry(code: string): Entry {
    const known = this.#entries.get(code);
    if (known !== undefined) return known;
    const entry: Entry = { versions: [], records: [], cuts: [] };
    this.#entries.set(code, entry);
    return entry;
  }
}

/** True when the stretch holds the day. */
export const covers = (stretch: Stretch, date: string): boolean =>
  (stretch.from === undefined || stretch.from <= date) && (stretch.to === undefined || date <= stretch.to);
