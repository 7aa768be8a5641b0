/**
 * The crosswalk: which unit became which on every change of the map, from crosswalk.csv and the registry's map.
 * Both ends of a step are a code and a day; a doubtful map carries no figure.
 */
import type { CrosswalkStep, Finding, UnitVersion } from '../../model.js';
import { finding } from '../../findings/finding.js';
import { formatDate } from '../../values/number-format.js';
import { checkSteps } from './crosswalk-checks.js';
import { DatedUnits, type DatedStep, type RecordedUnits } from '../dated-units.js';
import { groupBy } from '../../values/groups.js';
import { IN_CROSSWALK } from '../../findings/places.js';
import { dayAfter } from '../../values/calendar-day.js';
import { LineFindings } from '../../findings/rest-unchecked.js';
import { parseCellAddress } from '../../values/cell-address.js';

export interface CrosswalkInput {
  /** crosswalk.csv. Its lines replace the map's, old unit by old unit. */
  readonly steps: readonly CrosswalkStep[];
  /** The map of a registry. */
  readonly map?: readonly CrosswalkStep[];
  /** Dated lists: units.csv, then the registry. */
  readonly lists: readonly (readonly UnitVersion[])[];
  /** Units named by today's and by earlier results, for codes that no list knows. */
  readonly records?: readonly RecordedUnits[];
}

export interface Crosswalk {
  readonly units: DatedUnits;
  /** `id` of an old unit → its steps. */
  readonly from: ReadonlyMap<string, readonly DatedStep[]>;
  /** `id` of a new unit → the steps that lead to it. */
  readonly to: ReadonlyMap<string, readonly DatedStep[]>;
  /** Without faults. Nothing is restated otherwise. */
  readonly sound: boolean;
  readonly findings: readonly Finding[];
}

/** Admits the map as a whole, with everything that is wrong with it at once. */
export function buildCrosswalk(input: CrosswalkInput): Crosswalk {
  const dates = new DatedUnits(input.lists, [], []);
  const findings: Finding[] = [];
  const dated = (steps: readonly CrosswalkStep[]): readonly LastDayStep[] =>
    steps.flatMap((step) => {
      const oldValidTo = step.oldValidTo ?? lastDayOf(step, dates);
      if (oldValidTo === undefined) findings.push(dateUnclear(step));
      return oldValidTo === undefined ? [] : [{ ...step, oldValidTo }];
    });
  const office = dated(input.steps);
  const replaced = new Set(office.map(oldEnd));
  const steps = [...office, ...dated(input.map ?? []).filter((step) => !replaced.has(oldEnd(step)))];

  const cuts = steps.flatMap(({ oldCode, newCode, oldValidTo }) =>
    [oldCode, newCode].map((code) => [code, dayAfter(oldValidTo)] as const),
  );
  const units = new DatedUnits(input.lists, input.records ?? [], cuts);
  const known: DatedStep[] = [];
  const faulty = new LineFindings(findings, 'crosswalk/rest-unchecked');
  let stopped = false;
  /** Whether the rest of the map is left: it is told once. */
  const isEnough = (step: CrosswalkStep | undefined, left: number): boolean => {
    stopped ||= faulty.isEnough(() => step?.at ?? IN_CROSSWALK, lineOf(step), left);
    return stopped;
  };
  for (const [index, step] of steps.entries()) {
    if (isEnough(step, steps.length - index)) break;
    const start = dayAfter(step.oldValidTo);
    const [before, after] = [units.at(step.oldCode, step.oldValidTo), units.at(step.newCode, start)];
    if (before === undefined)
      faulty.add([unknownCode('crosswalk/unknown-old', step, step.oldCode, step.oldValidTo)]);
    if (after === undefined) faulty.add([unknownCode('crosswalk/unknown-new', step, step.newCode, start)]);
    if (before !== undefined && after !== undefined) known.push({ step, old: before, new: after });
  }
  const from = groupBy(known, (one) => one.old.id);
  let left = known.length;
  for (const ofUnit of from.values()) {
    if (isEnough(ofUnit[0]?.step, left)) break;
    faulty.add(checkSteps(ofUnit));
    left -= ofUnit.length;
  }
  const to = groupBy(known, (one) => one.new.id);
  return { units, from, to, sound: faulty.all.length === 0, findings: faulty.all };
}

/** Line of crosswalk.csv that a step stands in; 1 where it comes from the national map. */
const lineOf = (step: CrosswalkStep | undefined): number => parseCellAddress(step?.at?.cell ?? '')?.row ?? 1;

type LastDayStep = CrosswalkStep & { readonly oldValidTo: string };

const oldEnd = (step: LastDayStep): string => `${step.oldCode}@${step.oldValidTo}`;

/** The one day on which a listed old unit ended and a listed new one began; undefined when none or several fit. */
function lastDayOf(step: CrosswalkStep, units: DatedUnits): string | undefined {
  const starts = new Set(units.versionsOf(step.newCode).map(({ validFrom }) => validFrom));
  const [only, ...others] = new Set(
    units
      .versionsOf(step.oldCode)
      .flatMap(({ validTo }) => (validTo !== undefined && starts.has(dayAfter(validTo)) ? [validTo] : [])),
  );
  return others.length === 0 ? only : undefined;
}

const dateUnclear = (step: CrosswalkStep): Finding =>
  finding('crosswalk/date-unclear', step.at ?? IN_CROSSWALK, { old: step.oldCode, new: step.newCode });

const unknownCode = (
  code: 'crosswalk/unknown-old' | 'crosswalk/unknown-new',
  step: CrosswalkStep,
  unit: string,
  date: string,
): Finding =>
  finding(code, step.at ?? IN_CROSSWALK, { code: unit, date: formatDate(date) }, { actual: unit });
