/** Contradictions inside tdkvh.yaml: level against code, dates against the period, set against the year. */
import type { Finding, Period, WorkspaceConfig } from '../model.js';
import { finding } from '../findings/finding.js';
import { formatDate } from '../values/number-format.js';
import { CODE_LENGTH } from '../units/names/find-by-code.js';
import { isIsoDay } from '../values/calendar-day.js';
import { foldLabel } from '../values/vietnamese-text.js';
import { valueAt, type KeyPath, type Source } from '../admission/source.js';
import { parsePeriod } from './period.js';

/** Years of the titles a criteria set is for, when the caller knows the set. */
export interface KnownSet {
  readonly id: string;
  readonly titleYears: { readonly from: number; readonly to?: number };
}

const isLevel = (text: string): text is WorkspaceConfig['level'] => text in CODE_LENGTH;

/**
 * Works on the values as read, not on the admitted configuration, so that contradictions come out in the same
 * run as wrong types elsewhere in the file; a value that is itself wrong takes part in none.
 */
export function* contradictionsOf(source: Source, set?: KnownSet): Iterable<Finding> {
  yield* levelAgainstCode(source, textAt(source, 'level'), valueAt(source.value, ['unit']));

  const period = parsePeriod(textAt(source, 'period') ?? '');
  if (period !== undefined) yield* outsidePeriod(source, period, set);

  const deadline = dayAt(source, 'deadlines', 'commune');
  for (const path of deadlinePaths(source).filter((keys) => keys[1] === 'exceptions')) {
    const date = dayAt(source, ...path);
    if (deadline === undefined || date === undefined || date >= deadline) continue;
    yield finding('configuration/exception-before-deadline', source.locate(path), {
      unit: String(path[2]),
      date: formatDate(date),
      deadline: formatDate(deadline),
    });
  }
  const [printed, dataAsOf] = [dayAt(source, 'report', 'date'), dayAt(source, 'dataAsOf')];
  if (printed !== undefined && dataAsOf !== undefined && printed < dataAsOf) {
    yield finding('configuration/report-before-data', source.locate(['report', 'date']), {
      date: formatDate(printed),
      dataAsOf: formatDate(dataAsOf),
    });
  }
  yield* settledTwice(source);
  yield* agencyTwice(source);
}

/** What a key says, a bare number as its digits; undefined when it says no one thing. */
function textAt(source: Source, ...path: KeyPath): string | undefined {
  const value = valueAt(source.value, path);
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;
}

function dayAt(source: Source, ...path: KeyPath): string | undefined {
  const value = textAt(source, ...path);
  return value !== undefined && isIsoDay(value) ? value : undefined;
}

const yearOf = (iso: string): number => Number(iso.slice(0, 4));

/** Dates and the set, against the year of the report. */
function* outsidePeriod(source: Source, period: Period, set?: KnownSet): Iterable<Finding> {
  const { id, year } = period;
  for (const key of ['referenceDate', 'dataAsOf'] as const) {
    const date = dayAt(source, key);
    const latest = key === 'dataAsOf' ? year + 1 : year;
    if (date === undefined || (yearOf(date) >= year && yearOf(date) <= latest)) continue;
    yield finding('configuration/outside-period', source.locate([key]), {
      key,
      date: formatDate(date),
      period: id,
      year,
    });
  }
  for (const path of deadlinePaths(source)) {
    const date = dayAt(source, ...path);
    if (date === undefined || yearOf(date) === year || yearOf(date) === year + 1) continue;
    yield finding('configuration/deadline-outside-period', source.locate(path), {
      key: path.join('.'),
      date: formatDate(date),
      period: id,
      year,
      next: year + 1,
    });
  }
  if (set !== undefined && (year < set.titleYears.from || year > (set.titleYears.to ?? year))) {
    const to = set.titleYears.to;
    yield finding('configuration/criteria-years', source.locate(['criteria']), {
      criteria: set.id,
      years: `${String(set.titleYears.from)}-${to === undefined ? '…' : String(to)}`,
      period: id,
      year,
    });
  }
}

function* levelAgainstCode(source: Source, level: string | undefined, unit: unknown): Iterable<Finding> {
  if (level === undefined || !isLevel(level) || typeof unit !== 'string' || !/^\d+$/u.test(unit)) return;
  if (unit.length === CODE_LENGTH[level]) return;
  yield finding('configuration/level-and-unit', source.locate(['unit']), {
    unit,
    level,
    digits: unit.length,
  });
}

/** Every place of a deadline, the common ones and the exceptions. */
function deadlinePaths(source: Source): readonly KeyPath[] {
  const exceptions = valueAt(source.value, ['deadlines', 'exceptions']);
  const codes = typeof exceptions === 'object' && exceptions !== null ? Object.keys(exceptions) : [];
  return [
    ['deadlines', 'commune'],
    ['deadlines', 'agency'],
    ...codes.map((code) => ['deadlines', 'exceptions', code]),
  ];
}

/** Every name and other name of an expected agency stands for one agency. */
function* agencyTwice(source: Source): Iterable<Finding> {
  const agencies = valueAt(source.value, ['agencies']);
  if (!Array.isArray(agencies)) return;
  const seen = new Set<string>();
  for (const index of agencies.keys()) {
    const at = (...path: KeyPath): unknown => valueAt(source.value, ['agencies', index, ...path]);
    const aliases: unknown = at('aliases');
    const named = [
      typeof at() === 'string' ? at() : at('name'),
      ...(Array.isArray(aliases) ? (aliases as readonly unknown[]) : []),
    ];
    const names = new Set(named.flatMap((name) => (typeof name === 'string' ? [name.trim()] : [])));
    for (const name of new Map([...names].map((one) => [foldLabel(one), one])).values()) {
      if (seen.has(foldLabel(name)))
        yield finding('configuration/agency-twice', source.locate(['agencies', index]), { name });
      seen.add(foldLabel(name));
    }
  }
}

const DECISIONS = ['unit', 'period', 'use'] as const;

/**
 * Settlements: each says something, and nothing is decided twice of one content, form and sheet. Unit, period and use
 * may stand in lines of their own, as the findings print them.
 */
function* settledTwice(source: Source): Iterable<Finding> {
  const settlements = valueAt(source.value, ['submissions']);
  if (!Array.isArray(settlements)) return;
  const seen = new Set<string>();
  for (const index of settlements.keys()) {
    const at = (key: string): unknown => valueAt(source.value, ['submissions', index, key]);
    const sha256 = at('sha256');
    if (typeof sha256 !== 'string') continue;
    const place = source.locate(['submissions', index]);
    const short = `${sha256.slice(0, 12)}…`;
    const decided = DECISIONS.filter((key) => at(key) !== undefined);
    if (decided.length === 0) {
      yield finding('configuration/empty-settlement', place, { sha256: short });
    }
    // Of results of a lower level one line leaves out one unit.
    const oneUnit = at('use') === false && at('unit') !== undefined;
    const about = ['sha256', 'form', 'sheet', ...(oneUnit ? ['unit'] : [])];
    const subject = JSON.stringify(about.map((key) => at(key) ?? ''));
    const keys = (oneUnit ? ['use'] : decided).map((key) => `${key} ${subject}`);
    if (keys.some((key) => seen.has(key)))
      yield finding('configuration/settled-twice', place, { sha256: short });
    for (const key of keys) seen.add(key);
  }
}
