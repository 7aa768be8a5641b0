/**
 * Whom to call first: units ranked by how far they can move a headline rate of the whole, because they are missing,
 * because an error keeps their figure out, or because a figure that counts is still in question.
 */
import { indicatorReferences } from '../criteria/references.js';
import { indicatorsOf } from '../criteria/set-queries.js';
import { isStandingError } from '../findings/acceptance.js';
import type {
  CriteriaSet,
  Effect,
  Finding,
  FixFirstEntry,
  IndicatorDefinition,
  MeasureRecord,
  ResultsDocument,
  UnitRecord,
} from '../model.js';
import { unitFullName } from '../units/names/unit-name.js';
import {
  compareMovements,
  movementByCorrecting,
  movementByJoining,
  movementByReplacing,
  type CountedShare,
} from './movement.js';
import { findingsByUnit, isQuestion } from './open-matters.js';
import { storedBase } from './stored-base.js';
import { defined } from '../values/defined.js';

export interface FixFirstFacts {
  /** Results of the period before, of the same units. */
  readonly previous?: ResultsDocument;
  readonly contacts?: ReadonlyMap<string, string>;
}

const OPEN_FORMS = new Set(['unit/not-reported', 'unit/form-missing', 'unit/partly-reported']);

/** All units with something open that can move a headline rate, the farthest first. */
export function fixFirst(
  results: ResultsDocument,
  set: CriteriaSet,
  { previous, contacts }: FixFirstFacts = {},
): readonly FixFirstEntry[] {
  const headlines = indicatorsOf(set).filter(
    ({ headline, denominator }) => headline && denominator !== undefined,
  );
  const findings = findingsByUnit(results);
  const entries = results.units
    .filter(({ leaf, status }) => leaf && status !== 'notDue')
    .flatMap((unit): readonly FixFirstEntry[] => {
      const open = (findings.get(unit.code) ?? []).filter(isOpen);
      const touching = new Set<Finding>();
      const effects = headlines.flatMap((indicator) => {
        const relevant = open.filter((one) => touches(one, indicator));
        const effect = effectOf(indicator, unit, relevant.length > 0, { results, set, previous });
        if (effect !== undefined) for (const one of relevant) touching.add(one);
        return effect ?? [];
      });
      if (effects.length === 0) return [];
      effects.sort((a, b) => compareMovements(a.largest, b.largest));
      const contact = contacts?.get(unit.code);
      const nothing = unit.status === 'missing' || unit.status === 'documentOnly';
      const listed = [...touching];
      return [
        {
          unit: unit.code,
          name: unitFullName(unit),
          ...defined({ contact }),
          reason: nothing ? 'missing' : listed.some(keepsOut) ? 'error' : 'question',
          effects,
          findings: [...listed.filter(keepsOut), ...listed.filter((one) => !keepsOut(one))],
        },
      ];
    });
  // The list of units decides between equal ones; sorting keeps it.
  return entries.sort((a, b) => compareEffects(a.effects, b.effects));
}

/** By the largest movement; where rates that count communes make all equal, by the next one. */
function compareEffects(one: readonly Effect[], other: readonly Effect[]): number {
  for (const [index, effect] of one.entries()) {
    const beside = other[index];
    const difference = beside === undefined ? -1 : compareMovements(effect.largest, beside.largest);
    if (difference !== 0) return difference;
  }
  return other.length > one.length ? 1 : 0;
}

const keepsOut = (one: Finding): boolean => isStandingError(one) || OPEN_FORMS.has(one.code);
const isOpen = (one: Finding): boolean => one.accepted === undefined && (keepsOut(one) || isQuestion(one));

/** A finding without fields is about the whole unit. */
function touches(one: Finding, indicator: IndicatorDefinition): boolean {
  if (one.fields === undefined || one.fields.length === 0) return true;
  return indicatorReferences(indicator).some(({ to, id }) =>
    to === 'form' ? one.form === id && one.code === 'unit/form-missing' : one.fields?.includes(id),
  );
}

function effectOf(
  indicator: IndicatorDefinition,
  unit: UnitRecord,
  questioned: boolean,
  { results, set, previous }: Among,
): Effect | undefined {
  const total = results.measures[results.unit]?.[indicator.id];
  const own = results.measures[unit.code]?.[indicator.id];
  if (total?.d === undefined || own === undefined || own.state === 'notApplicable') return undefined;
  const whole: CountedShare = { numerator: total.n, denominator: total.d };
  const before = partOf(previous?.measures[unit.code]?.[indicator.id]);
  const counted = partOf(own);
  const about = { indicator: indicator.id, label: indicator.label };
  if (counted !== undefined) {
    if (!questioned || total.d === 0) return undefined;
    const replaced = before === undefined ? undefined : movementByReplacing(whole, counted, before);
    const largest = movementByCorrecting(whole, counted);
    return { ...about, largest, ...defined({ asLastYear: replaced }), base: 'own' };
  }
  const base = baseOf(indicator, unit, { results, set }, before, total);
  if (base === undefined) return undefined;
  const nothing: CountedShare = { numerator: 0, denominator: 0 };
  const joined = before === undefined ? undefined : movementByReplacing(whole, nothing, before);
  return {
    ...about,
    largest: movementByJoining(whole, base.value),
    ...defined({ asLastYear: joined }),
    base: base.source,
  };
}

interface Among {
  readonly results: ResultsDocument;
  readonly set: CriteriaSet;
  readonly previous: ResultsDocument | undefined;
}

const partOf = (measure: MeasureRecord | undefined): CountedShare | undefined =>
  measure?.d === undefined || measure.reported === 0
    ? undefined
    : { numerator: measure.n, denominator: measure.d };

/** The unit's own base, else last year's, else the number of households in units.csv, else the average of the others. */
function baseOf(
  { denominator, fallbackBase }: IndicatorDefinition,
  unit: UnitRecord,
  { results, set }: Omit<Among, 'previous'>,
  before: CountedShare | undefined,
  total: MeasureRecord,
): { readonly value: number; readonly source: Effect['base'] } | undefined {
  const own = denominator === undefined ? undefined : storedBase(denominator, unit.code, results, set);
  if (own !== undefined) return { value: own, source: 'own' };
  if (before !== undefined) return { value: before.denominator, source: 'previous' };
  const listed = fallbackBase === undefined ? undefined : unit[fallbackBase];
  if (listed !== undefined) return { value: listed, source: 'registry' };
  if (total.d === undefined || total.reported === 0) return undefined;
  return { value: Math.round(total.d / total.reported), source: 'average' };
}
