/**
 * What is known of one earlier period: results.json of one or several units put together, and lines of so-lieu.csv.
 * A unit is taken from one source only; two that disagree count for nothing.
 */
import type {
  EarlierFigure,
  Finding,
  IndicatorRecord,
  MeasureRecord,
  PeriodFacts,
  ResultsDocument,
} from '../model.js';
import { finding } from '../findings/finding.js';
import { formatDate } from '../values/number-format.js';
import type { DatedUnits } from '../units/dated-units.js';
import { unitFullName } from '../units/names/unit-name.js';
import { isBefore, lastDayOf } from './period-order.js';
import { groundOf, type UnitGround } from './unit-ground.js';
import { defined } from '../values/defined.js';
import { groupBy } from '../values/groups.js';

/** A results.json of the folder previous/. */
export interface EarlierResults {
  /** Relative to the workspace. */
  readonly path: string;
  readonly results: ResultsDocument;
}

type Measures = Readonly<Record<string, MeasureRecord>>;

export interface PreviousPeriod extends PeriodFacts {
  readonly sources: readonly string[];
  readonly ground: UnitGround;
  /** Unit code of that time → indicator → measure, leaves and nodes. */
  readonly measures: ReadonlyMap<string, Measures>;
  /** Published rates without counts: unit → indicator → figure. */
  readonly rates: ReadonlyMap<string, Readonly<Record<string, EarlierFigure>>>;
  /** As the results of that period defined them, one each; none for what only so-lieu.csv has. */
  readonly definitionsOf: (indicator: string) => readonly IndicatorRecord[];
  /** Compiling units of the results, in file order. */
  readonly roots: readonly string[];
  /** Where the figures of a unit stand: unit → file, or the source named in so-lieu.csv. */
  readonly sourceOf: (unit: string, indicator: string) => string;
  /** Rows of the table forms (areas) a unit sent then, with the results.json that kept them. */
  readonly rowsOf: (unit: string) => EarlierRows | undefined;
}

export interface EarlierRows {
  readonly path: string;
  readonly forms: ResultsDocument['rows'][string];
}

export interface PreviousPeriods {
  /** Oldest first. */
  readonly periods: readonly PreviousPeriod[];
  readonly findings: readonly Finding[];
}

/** Puts together what was read of earlier periods. `units` knows codes by day; `current` is the period compiled now. */
export function previousPeriods(
  documents: readonly EarlierResults[],
  figures: readonly EarlierFigure[],
  units: DatedUnits,
  current: PeriodFacts['period'],
): PreviousPeriods {
  const findings: Finding[] = [];
  const usable = documents.filter(({ path, results }) => {
    const earlier = isBefore(results.period, current);
    const parameters = { actual: results.period.id, expected: current.id };
    if (!earlier) findings.push(finding('previous/not-earlier', { file: path }, parameters));
    return earlier;
  });
  const lines = figures.filter(({ period, at }) => {
    const earlier = isBefore(period, current);
    const parameters = { actual: period.id, expected: current.id };
    if (!earlier) findings.push(finding('previous/not-earlier', at, parameters));
    return earlier;
  });
  const facts = new Map(
    [...usable.map(({ results }) => results.period), ...lines.map(({ period }) => period)].map((period) => [
      period.id,
      period,
    ]),
  );
  const periods = [...facts.values()]
    .sort((a, b) => (isBefore(a, b) ? -1 : isBefore(b, a) ? 1 : 0))
    .map((period) =>
      onePeriod(
        period,
        usable.filter(({ results }) => results.period.id === period.id),
        lines.filter((line) => line.period.id === period.id),
        units,
        findings,
      ),
    );
  return { periods, findings };
}

interface ListedUnit {
  readonly code: string;
  readonly name: string;
  readonly type: string;
  readonly parent?: string;
  readonly leaf: boolean;
}

function onePeriod(
  period: PeriodFacts['period'],
  documents: readonly EarlierResults[],
  lines: readonly EarlierFigure[],
  dated: DatedUnits,
  findings: Finding[],
): PreviousPeriod {
  const [first] = documents;
  const referenceDate = first?.results.referenceDate ?? lastDayOf(period);
  const merged = mergeDocuments(documents, referenceDate, findings);
  const { units, measures, sources } = merged;
  const rates = new Map<string, Record<string, EarlierFigure>>();
  const lineSources = new Map<string, string>();
  for (const line of lines) {
    const unit = units.get(line.unit) ?? unitOfLine(line, referenceDate, dated, findings);
    if (unit === undefined) continue;
    units.set(line.unit, unit);
    const known = measures.get(line.unit)?.[line.indicator];
    if (known !== undefined && known.reported > 0) {
      if (line.n !== undefined && (line.n !== known.n || line.d !== known.d))
        findings.push(twoSources(line, sources.get(line.unit) ?? ''));
      continue;
    }
    lineSources.set(`${line.unit} ${line.indicator}`, line.source);
    if (line.n === undefined) rates.set(line.unit, { ...rates.get(line.unit), [line.indicator]: line });
    else {
      const measure = { n: line.n, ...defined({ d: line.d }), reported: 1, expected: 1 };
      measures.set(line.unit, { ...measures.get(line.unit), [line.indicator]: measure });
    }
  }
  const definitions = groupBy(
    documents.flatMap(({ results }) => results.indicators),
    ({ id }) => id,
  );
  const root = first?.results.unit ?? lines[0]?.unit ?? '';
  return {
    period,
    referenceDate,
    ...(first === undefined
      ? {}
      : { criteria: { id: first.results.criteria.id, label: first.results.criteria.label } }),
    sources: [...documents.map(({ path }) => path), ...new Set(lines.map(({ at }) => at.file))],
    ground: groundOf([...units.values()], root, first?.results.level ?? 'province', referenceDate),
    measures,
    rates,
    definitionsOf: (id) => definitions.get(id) ?? [],
    roots: merged.roots,
    rowsOf: (unit) => merged.rows.get(unit),
    sourceOf: (unit, indicator) => lineSources.get(`${unit} ${indicator}`) ?? sources.get(unit) ?? '',
  };
}

function mergeDocuments(documents: readonly EarlierResults[], referenceDate: string, findings: Finding[]) {
  const units = new Map<string, ListedUnit>();
  const measures = new Map<string, Measures>();
  const sources = new Map<string, string>();
  const rows = new Map<string, EarlierRows>();
  const roots: string[] = [];
  const refused = new Set<string>();
  const first = documents[0]?.path ?? '';
  for (const { path, results } of documents) {
    if (results.referenceDate !== referenceDate) {
      const parameters = {
        period: results.period.id,
        date: formatDate(results.referenceDate),
        otherFile: first,
        otherDate: formatDate(referenceDate),
      };
      findings.push(finding('previous/other-date', { file: path }, parameters));
      continue;
    }
    roots.push(results.unit);
    for (const unit of results.units) {
      const own = results.measures[unit.code] ?? {};
      const other = units.get(unit.code);
      if (other === undefined || refused.has(unit.code)) {
        if (other === undefined) units.set(unit.code, unit);
        if (refused.has(unit.code)) continue;
        measures.set(unit.code, own);
        sources.set(unit.code, path);
        const forms = results.rows[unit.code];
        if (forms !== undefined) rows.set(unit.code, { path, forms });
      } else if (!sameFigures(measures.get(unit.code) ?? {}, own)) {
        refused.add(unit.code);
        measures.delete(unit.code);
        rows.delete(unit.code);
        const parameters = {
          name: unitFullName(unit),
          period: results.period.id,
          path,
          otherFile: sources.get(unit.code) ?? '',
        };
        findings.push(finding('previous/unit-twice', { file: path }, parameters, { unit: unit.code }));
      } else if (other.parent === undefined && unit.parent !== undefined) units.set(unit.code, unit);
    }
  }
  return { units, measures, sources, rows, roots };
}

const sameFigures = (one: Measures, other: Measures): boolean => {
  const ids = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...ids].every((id) => {
    const [a, b] = [one[id], other[id]];
    return (a?.reported ?? 0) === (b?.reported ?? 0) && a?.n === b?.n && a?.d === b?.d;
  });
};

/** A unit that only so-lieu.csv names; its code must mean something on that day. */
function unitOfLine(
  { unit, period, at }: EarlierFigure,
  date: string,
  dated: DatedUnits,
  findings: Finding[],
): ListedUnit | undefined {
  const known = dated.at(unit, date);
  if (known === undefined) {
    const parameters = { code: unit, date: formatDate(date), period: period.id };
    findings.push(finding('previous/unknown-unit', at, parameters, { actual: unit }));
    return undefined;
  }
  const level = dated.versionsOf(unit)[0]?.level;
  return { code: unit, name: known.name, type: known.type, leaf: level === 'commune' };
}

const twoSources = (line: EarlierFigure, path: string): Finding =>
  finding(
    'previous/two-sources',
    line.at,
    { indicator: line.indicator, unit: line.unit, period: line.period.id, path },
    { unit: line.unit, period: line.period.id, fields: [line.indicator] },
  );
